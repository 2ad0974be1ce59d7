"""Bad input: one clear line on stderr, exit status 2, nothing half-written, no traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

STORY = "The ferry Anna Lund sank off Bergen on Monday, killing 14 people, according to Reuters.\n"
ARTICLE = "Credited from: Reuters\n\nFourteen people died when the ferry Anna Lund went down off Bergen on Monday.\n"

Run = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "reuters.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def refused(result: Result, *says: str) -> None:
    """Status 2, exactly one line on stderr that says what and where, nothing on stdout."""
    lines = result.stderr.strip().splitlines()
    assert result.exit_code == 2, result.output
    assert len(lines) == 1, lines
    assert "Traceback" not in result.output
    assert result.stdout == ""
    for word in says:
        assert word.lower() in lines[0].lower()


def bad_story(place: Path, name: str, content: bytes) -> Path:
    path = place / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("name", "content", "says"), [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\n\t\n", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "PNG"),
    ("zip.txt", b"PK\x03\x04" + bytes(300), "zip"),
    ("nul.txt", b"The \x00 ferry \x00 sank.\x00" * 20, "binary"),
    ("question.txt", b"Who sank the ferry? And why?\n", "no checkable claim"),
], ids=lambda v: v if isinstance(v, str) and "." in v else None)
def test_stories_that_cannot_be_checked(place: Path, run: Run, name: str, content: bytes, says: str) -> None:
    refused(run("check", bad_story(place, name, content), "-c", place / "coverage"), name, says)


def test_a_missing_story(place: Path, run: Run) -> None:
    refused(run("check", place / "nowhere.txt", "-c", place / "coverage"), "nowhere.txt", "no such file")


def test_a_folder_as_story(place: Path, run: Run) -> None:
    refused(run("check", place / "coverage", "-c", place / "coverage"), "coverage")


def test_50_megabytes_of_text(place: Path, run: Run) -> None:
    path = place / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    refused(run("check", path, "-c", place / "coverage"), "huge.txt", "MB")


def test_missing_coverage(place: Path, run: Run) -> None:
    refused(run("check", place / "story.txt", "-c", place / "nothing"), "nothing", "no such file")


def test_an_empty_folder_of_coverage(place: Path, run: Run) -> None:
    (place / "none").mkdir()
    refused(run("check", place / "story.txt", "-c", place / "none"), "none")


def test_coverage_without_an_outlet(place: Path, run: Run) -> None:
    path = bad_story(place, "zzz-17.txt", b"Fourteen people died when the ferry Anna Lund went down off Bergen.\n")
    refused(run("check", place / "story.txt", "-c", path), "zzz-17.txt", "Credited from")


def test_nested_html_does_not_hang_or_crash(place: Path, run: Run) -> None:
    path = bad_story(place, "reuters.html", b"<html><body>" + b"<div>" * 60_000 + b"Fourteen died." + b"</div>" * 60_000)
    refused(run("check", place / "story.txt", "-c", path), "reuters.html")


@pytest.mark.parametrize("target", ["missing/report.html", "coverage", "report.docx"])
def test_an_output_that_cannot_be_written(place: Path, run: Run, target: str) -> None:
    before = sorted(place.rglob("*"))
    refused(run("check", place / "story.txt", "-c", place / "coverage", "-o", place / target))
    assert sorted(place.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(place: Path, run: Run) -> None:
    (place / "locked").mkdir(mode=0o500)
    refused(run("check", place / "story.txt", "-c", place / "coverage", "-o", place / "locked" / "report.json"), "locked")


def test_a_report_that_fails_leaves_the_old_one(place: Path, run: Run) -> None:
    report = place / "report.json"
    report.write_text("the old one", encoding="utf-8")
    refused(run("check", place / "nowhere.txt", "-c", place / "coverage", "-o", report))
    assert report.read_text(encoding="utf-8") == "the old one"


@pytest.mark.parametrize("option", ["--embedder", "--stance-model"])
def test_a_broken_model_folder(place: Path, run: Run, option: str) -> None:
    (place / "model").mkdir()
    refused(run("check", place / "story.txt", "-c", place / "coverage", option, place / "model"), "model", "config.json")


def test_an_embedder_given_as_stance_model(place: Path, run: Run) -> None:
    from checker.inference.folders import EMBEDDER, shipped_models

    refused(run("check", place / "story.txt", "-c", place / "coverage", "--stance-model", shipped_models() / EMBEDDER), "embedder")


@pytest.mark.parametrize(("toml", "says"), [
    ("[[outlets]\n", "outlets"),
    ('[[outlets]]\naliases = ["X"]\n', "name"),
])
def test_a_broken_file_of_outlets(place: Path, run: Run, toml: str, says: str) -> None:
    path = bad_story(place, "mine.toml", toml.encode())
    refused(run("check", place / "story.txt", "-c", place / "coverage", "--outlets", path), "mine.toml", says)


def test_an_unknown_rule_names_near_ones(run: Run) -> None:
    refused(run("explain", "quote-alterd"), "quote-altered")


def test_an_unknown_outlet(run: Run) -> None:
    refused(run("outlets", "The Nowhere Intelligencer"), "no such outlet")


@pytest.mark.parametrize(("line", "says"), [
    ("{", "not JSON"), ("[1]", "object"), ('{"id": "1", "claim": "x"}', "evidence"),
    ('{"id": "1", "claim": 3, "evidence": "x"}', "claim"), ('{"id": "1", "claim": " ", "evidence": "x"}', "empty"),
])
def test_pairs_that_are_none(place: Path, run: Run, line: str, says: str) -> None:
    good = '{"id": "0", "claim": "It sank.", "evidence": "The ferry sank."}\n'
    path = bad_story(place, "pairs.jsonl", (good + line + "\n").encode())
    result = run("score", path, "-o", place / "out.jsonl")
    refused(result, "pairs.jsonl", "line 2", says)
    assert not (place / "out.jsonl").exists()


def test_compare_needs_two_outlets(place: Path, run: Run) -> None:
    refused(run("compare", place / "coverage" / "reuters.txt"), "two outlets")
