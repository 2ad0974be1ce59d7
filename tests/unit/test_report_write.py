"""Reports on disk: the format a name stands for, and files that are whole or not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from checker.errors import OutputError
from checker.report import Format, render
from checker.report.write import atomic_writer, check_writable, format_for, write_atomically
from tests.factories import make_report


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("report.json", Format.JSON),
        ("report.md", Format.MARKDOWN),
        ("report.markdown", Format.MARKDOWN),
        ("a/report.html", Format.HTML),
        ("REPORT.HTM", Format.HTML),
        ("report.txt", Format.TERMINAL),
    ],
)
def test_the_suffix_tells_the_format(name: str, format: Format) -> None:
    assert format_for(name) is format
    assert format_for(Path(name)) is format


@pytest.mark.parametrize("name", ["report", "report.pdf", ".json", "report.json.gz", "\x1b[31m.pdf"])
def test_another_suffix_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(OutputError) as error:
        format_for(name)
    assert len(str(error.value).splitlines()) == 1
    assert "\x1b" not in str(error.value)


@pytest.mark.parametrize(
    ("format", "begins"),
    [
        ("json", "{"),
        ("markdown", "# "),
        ("html", "<!DOCTYPE html>"),
        ("terminal", "Bridge over the Aldra reopens"),
    ],
)
def test_render_knows_every_format(format: str, begins: str) -> None:
    text = render(make_report(), format)
    assert text.startswith(begins)
    assert text.endswith("\n")
    assert render(make_report(), Format(format)) == text


def test_render_refuses_an_unknown_format() -> None:
    with pytest.raises(ValueError):
        render(make_report(), "pdf")


def test_a_new_file_is_written_whole_and_nothing_else(tmp_path: Path) -> None:
    write_atomically(tmp_path / "report.md", "Žofie\nspoke\n")
    assert (tmp_path / "report.md").read_bytes() == "Žofie\nspoke\n".encode()
    assert os.listdir(tmp_path) == ["report.md"]


def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "report.md", "text")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.md").stat().st_mode) == 0o640


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")
    path.chmod(0o604)
    write_atomically(path, "new")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o604)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_atomically(tmp_path / "link.md", "text")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "text"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomically(os.devnull, "text")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize(
    ("where", "says"),
    [
        (".", "folder"),
        ("missing/report.md", "no folder"),
        ("file.txt/report.md", "cannot be written"),
        ("a\x00b", "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path, where: str, says: str) -> None:
    (tmp_path / "file.txt").write_text("kept")
    with pytest.raises(OutputError, match=says) as error:
        write_atomically(f"{tmp_path}/{where}", "text")
    with pytest.raises(OutputError, match=says):
        check_writable(f"{tmp_path}/{where}")
    assert len(str(error.value).splitlines()) == 1
    assert os.listdir(tmp_path) == ["file.txt"]


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OutputError, match="No space left"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.md"]


def test_pieces_appear_together_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "scored.jsonl"
    with atomic_writer(path) as write:
        write("one\n")
        assert not path.exists()
        write("two\n")
    assert path.read_text() == "one\ntwo\n"


def test_an_error_between_pieces_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "scored.jsonl"
    path.write_text("old")
    with pytest.raises(KeyError), atomic_writer(path) as write:
        write("half")
        raise KeyError("from the work, and not from writing")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["scored.jsonl"]


def test_what_can_be_written_is_not_refused_and_not_touched(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old")
    for path in (tmp_path / "old.md", tmp_path / "new.md", os.devnull):
        check_writable(path)
    assert (tmp_path / "old.md").read_text() == "old"
    assert os.listdir(tmp_path) == ["old.md"]


def test_the_terminal_format_alone_is_for_poor_terminals() -> None:
    assert render(make_report(), "terminal", ascii_only=True).isascii()
    assert render(make_report(), "markdown", ascii_only=True) == render(make_report(), "markdown")
