"""What the wheel carries and how the house is layered."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def settings() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_every_package_is_shipped() -> None:
    named = set(settings()["options"]["packages"].split())
    there = {".".join(p.parent.relative_to(ROOT).parts) for p in (ROOT / "checker").rglob("__init__.py")}
    assert named == there | {"checker.models"}


@pytest.mark.parametrize(("package", "pattern"), [
    ("extract", "data/*.toml"), ("report", "assets/*"), ("report", "schema.json"), ("rules", "pages/*.md"), ("training", "*.toml")])
def test_data_files_are_shipped(package: str, pattern: str) -> None:
    assert list((ROOT / "checker" / package).glob(pattern))
    assert pattern in settings()["options.package_data"][f"checker.{package}"]


def test_the_models_folder_is_mapped_into_the_package() -> None:
    assert "checker.models = models" in settings()["options"]["package_dir"]


def test_the_layers_hold() -> None:
    pytest.importorskip("importlinter")
    code = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_command_and_option_is_in_the_readme_or_its_help() -> None:
    from checker.cli import main

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in main.commands.items():
        assert f"checker {name}" in readme
        assert all(getattr(p, "help", "") or p.param_type_name == "argument" for p in command.params), name


def test_the_project_speaks_of_itself_alone() -> None:
    tracked = [p for folder in ("checker", "tests", "seeds", "models") for p in (ROOT / folder).rglob("*")
               if p.suffix in {".py", ".md", ".toml", ".yaml", ".html", ".css", ".js", ".cfg"} and p.name != Path(__file__).name]
    for path in [*tracked, *ROOT.glob("*.md"), ROOT / "setup.cfg"]:
        text = path.read_text(encoding="utf-8").lower()
        for word in ("/work/", "pypi", "subagent", "language model wrote"):
            assert word not in text, f"{path}: {word}"
