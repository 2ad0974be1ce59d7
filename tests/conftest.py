"""Shared by all tests: the shipped models, loaded once; a cache of the tests' own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.inference.loading import Models, load_models

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
REAL_STORY = ROOT.parent / "shared" / "seeds"
"""The story that the project was created from is not part of it; tests that need it are skipped where it is absent."""


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the user's cache."""
    home = tmp_path_factory.mktemp("cache")
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(home)
    yield home
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before


@pytest.fixture(scope="session")
def models(own_cache: Path) -> Models:
    """The shipped models, cached for the session."""
    return load_models()


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command line in this process: ``run("check", story, ...)``; standard error is kept apart."""
    from checker.cli import main

    def call(*arguments: object, stdin: bytes | str | None = None) -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)

    return call


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., Path]:
    """Write a small story with coverage: ``desk("story text", reuters="...", ap="...")`` gives the story's path."""

    def write(story: str, **coverage: str) -> Path:
        (tmp_path / "coverage").mkdir(exist_ok=True)
        for outlet, text in coverage.items():
            (tmp_path / "coverage" / f"{outlet}.txt").write_text(text, encoding="utf-8")
        path = tmp_path / "story.txt"
        path.write_text(story, encoding="utf-8")
        return path

    return write
