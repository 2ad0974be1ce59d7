"""Reading one file: what it becomes, and one clear line for what cannot be read."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.ingest import read_coverage, read_document, read_file, read_story
from checker.ingest.files import MAX_BYTES, shown
from checker.ingest.lines import read_lines

STORY = (
    "Credited from: LEMONDE\n\nFerry sinks off Bergen\n\nThe ferry sank on Monday, according to SCMP and Le Monde.\n"
)


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: str | Path) -> str:
    with pytest.raises(InputError) as caught:
        read_story(path)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_story(tmp_path: Path) -> None:
    path = written(tmp_path, "story.txt", STORY)
    story = read_story(path)
    assert (story.text, story.plain, story.path) == (STORY, STORY, str(path))
    assert story.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert (story.header_credits, story.outlet) == (("LEMONDE",), None)
    assert story.title == "Ferry sinks off Bergen"
    assert story.body.of(story.text) == "The ferry sank on Monday, according to SCMP and Le Monde.\n"


def test_the_hash_is_of_the_bytes_and_the_text_is_without_mark_and_returns(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfThe ferry sank.\r\nFourteen died.\r\n"
    story = read_story(written(tmp_path, "story", data))
    assert story.text == "The ferry sank.\nFourteen died.\n"
    assert story.sha256 == hashlib.sha256(data).hexdigest()


def test_a_story_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode("utf-16"))))
    story = read_story("-")
    assert (story.text, story.path) == (STORY, "<stdin>")


@pytest.mark.parametrize(("data", "says"), [(b"", "empty"), (b"%PDF-1.4", "PDF")])
def test_standard_input_that_is_no_story(monkeypatch: pytest.MonkeyPatch, data: bytes, says: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    message = refusal("-")
    assert message.startswith("<stdin>: ") and says in message


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("rule.txt", b"---\n", "empty"),
        ("header.txt", b"Credited from: AP\n\n", "empty but for its header"),
        ("front.md", b"---\ntitle: Ferry sinks\n---\n", "empty but for its header"),
        ("heading.md", b"# Ferry sinks\n", "empty"),
        ("story.pdf", b"%PDF-1.4 ferry", "PDF"),
        ("story.docx", b"PK\x03\x04 ferry", "Word"),
        ("story.json", b'{"text": "The ferry sank."}', "JSON, not an article"),
        ("mail.eml", b"Subject: x\n\nThe ferry sank.", "e-mail"),
    ],
)
def test_files_that_hold_no_story(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    message = refusal(written(tmp_path, name, content))
    assert message.startswith(str(tmp_path / name) + ": ") and says in message


@pytest.mark.parametrize("content", [b"Fourteen people died", b"Ferry sinks\n\n", "Четырнадцать".encode()])
def test_few_words_are_a_story(tmp_path: Path, content: bytes) -> None:
    story = read_story(written(tmp_path, "short.txt", content))
    assert story.title is None and story.body.of(story.text) == story.text


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nowhere.txt", "no such file"),
        ("nowhere/at/all.txt", "no such file"),
        (".", "folder"),
        ("n" * 5000, "name is too long"),
        ("nul\x00.txt", "no such file"),
        ("bell\x07\x1b[31m\u202e.txt", "bell\\x07\\x1b[31m\\u202e.txt: no such file"),
        ("two\nlines.txt", "two\\nlines.txt: no such file"),
    ],
)
def test_paths_that_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, says: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert says in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_a_device_and_a_link_to_itself(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "a named pipe" in refusal(tmp_path / "pipe.txt")
    assert "a device" in refusal("/dev/null")
    assert "leads back to itself" in refusal(tmp_path / "loop.txt")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, "story.txt", STORY)
    monkeypatch.setattr("builtins.open", refuse)
    assert "permission denied" in refusal(path)


def test_50_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "50 MB is too large, the limit is 20 MB" in refusal(path)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.files.MAX_BYTES", 10)
    monkeypatch.setattr("checker.ingest.files.status", lambda path: os.stat_result((0o100644, *(0,) * 9)))
    assert "too large" in refusal(written(tmp_path, "story.txt", STORY))
    assert MAX_BYTES == 20_000_000


@pytest.mark.parametrize(
    ("name", "is_shown"),
    [
        ("le-monde.txt", "le-monde.txt"),
        ("Über.txt", "Über.txt"),
        ("a\tb", "a\\tb"),
        ("a\x9bb", "a\\x9bb"),
        ("a\udcffb", "a\\udcffb"),
    ],
)
def test_names_as_shown(name: str, is_shown: str) -> None:
    assert shown(name) == is_shown


def test_what_was_read_in_another_encoding_is_said(tmp_path: Path) -> None:
    result = read_file(written(tmp_path, "story.txt", "Le café a été fermé à Évry.".encode("cp1252")))
    assert result.document.text == "Le café a été fermé à Évry."
    assert [(f.rule, f.severity) for f in result.findings] == [("read-note", "info")]
    assert "cp1252" in result.findings[0].message


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Published: 2026-03-12\nThe ferry sank.", date(2026, 3, 12)),
        ("PARIS, March 12, 2026 (Reuters) — The ferry sank.", date(2026, 3, 12)),
        ("PARIS, March 12 (Reuters) — The ferry of 1 May 2020 sank.", None),
    ],
)
def test_the_date_of_publication(tmp_path: Path, text: str, published: date | None) -> None:
    assert read_document(written(tmp_path, "x.txt", text)).published == published


@pytest.mark.parametrize(
    ("text", "given", "outlet"),
    [
        ("Credited from: AP\nThe ferry sank.", None, "AP"),
        ("Credited from: AP\nThe ferry sank.", "Reuters", "Reuters"),
        ("Outlet: Reuters\nCredited from: AP\nThe ferry sank.", None, "Reuters"),
        ("The ferry sank.", None, None),
    ],
)
def test_the_outlet_of_one_document(tmp_path: Path, text: str, given: str | None, outlet: str | None) -> None:
    document = read_document(written(tmp_path, "x.txt", text), outlet=given)
    assert (document.outlet, document.header_credits) == (outlet, ())


def test_lines_come_with_their_place(tmp_path: Path) -> None:
    path = written(tmp_path, "pairs.jsonl", b'\xef\xbb\xbf{"a": 1}\r\n\n  \n{"b": "\xe2\x80\xa8"}')
    assert list(read_lines(path)) == [(f"{path}, line 1", '{"a": 1}'), (f"{path}, line 4", '{"b": "\u2028"}')]


@pytest.mark.parametrize(("content", "says"), [(b"one\n\xff\xfe\n", "line 2: not UTF-8"), (None, "no such file")])
def test_lines_that_cannot_be_read(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "pairs.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=says):
        list(read_lines(path))


def test_coverage_from_standard_input_is_refused() -> None:
    for given in ("-", "AP=-"):
        with pytest.raises(InputError, match="only the story"):
            read_coverage([given])
