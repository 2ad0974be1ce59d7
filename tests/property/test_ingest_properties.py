"""What holds for every text: masks keep places, headers never lose prose, no bytes end in a traceback."""

from __future__ import annotations

import string
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.ingest.decode import decode
from checker.ingest.files import shown
from checker.ingest.header import names_in, read_header
from checker.ingest.language import language_of
from checker.ingest.markdown import front_matter, read_markdown
from checker.ingest.mask import mask
from checker.ingest.outlet import MAX_NAME, cleaned
from checker.ingest.published import dateline_date, parse_date

MARKS = [
    "*", "**", "_", "~~", "`", "```", "[", "](", "](x)", "][a]", "![", "<b>", "<!--", "-->", "# ", "#", "> ",
    "- ", "1. ", "|", "|-|",
    "---", "===", "\\", "\n", "\n\n", " ", "    ",
    "(", ")", '"', "word", "14", "é", "[a]: b", "&nbsp;", "[^1]", "\t", "<", ">", "\u2028"
]  # fmt: skip
MARKDOWN = st.one_of(st.lists(st.sampled_from(MARKS), max_size=60).map("".join), st.text(max_size=200))
LINES = [
    "Credited from: AP", "Source: Le Monde and SCMP", "Sources: two men said so", "Title: A ferry",
    "Published: 3/4/2026",
    "URL: x.example",
    "By Kari Moen", "A short line", "The ferry sank.", "", "  ", "Date: 2026-03-12", "Author:",
    "outlet:", ": x", "The mayor: we knew"
]  # fmt: skip
HEADERS = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=40)), max_size=12).map("\n".join)


def nobody(name: str) -> str | None:
    return None


@given(MARKDOWN)
@settings(max_examples=400, deadline=None)
def test_a_mask_keeps_every_place(text: str) -> None:
    masked = mask(text)
    assert len(masked.plain) == len(text)
    for before, after in zip(text, masked.plain, strict=True):
        assert after == before or (after == " " and before != "\n")
    if masked.heading is not None:
        assert "\n" not in masked.heading.of(text)
        assert not masked.heading.of(masked.plain).strip()


@given(st.text(alphabet=string.ascii_letters + string.digits + " .,;:'\"?éß—“”\n", max_size=200))
def test_prose_without_marks_is_left_alone(text: str) -> None:
    for line in text.split("\n"):
        prose = f"She said {line.strip()}."
        assert mask(prose).plain == prose


@given(MARKDOWN, st.integers(0, 300))
def test_what_stands_before_the_start_is_blank(text: str, start: int) -> None:
    start = min(start, len(text))
    assert not mask(text, start).plain[:start].strip()


@given(HEADERS)
@settings(max_examples=300, deadline=None)
def test_a_header_ends_within_the_text_at_the_start_of_a_line(text: str) -> None:
    found = read_header(text, text, nobody)
    assert 0 <= found.end <= len(text)
    assert found.end in (0, len(text)) or text[found.end - 1] == "\n"
    assert all(name and name == cleaned(name) for name in found.credits)


@given(HEADERS, st.sampled_from(["The ferry sank on Monday, the police said.", "Two men were arrested in Bergen."]))
def test_a_sentence_is_never_taken_for_a_header(head: str, sentence: str) -> None:
    text = f"{head}\n{sentence}\n"
    assert sentence in text[read_header(text, text, nobody).end :]


@given(HEADERS)
def test_reading_a_header_twice_changes_nothing(text: str) -> None:
    assert read_header(text, text, nobody) == read_header(text, text, nobody)


@given(MARKDOWN.map(lambda text: "---\n" + text))
def test_front_matter_ends_within_the_text(text: str) -> None:
    assert 0 <= front_matter(text).end <= len(text)


@given(st.one_of(MARKDOWN, HEADERS))
def test_markdown_is_read_whole(text: str) -> None:
    with suppress(InputError):
        draft = read_markdown(text.encode("utf-8", "replace"), "x.md")
        assert len(draft.plain) == len(draft.text) and draft.header.end <= len(draft.text)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=80).map(lambda t: t.encode("utf-16", "replace"))))
@settings(deadline=None)
def test_bytes_become_text_or_one_line_of_refusal(data: bytes) -> None:
    try:
        text = decode(data, "x.txt").text
    except InputError as error:
        assert str(error).startswith("x.txt: ") and "\n" not in str(error)
    else:
        assert "\r" not in text and not text.startswith("\ufeff\ufeff")


@given(st.text(max_size=100))
def test_utf8_is_read_as_written(text: str) -> None:
    with suppress(InputError, UnicodeEncodeError):
        assert decode(b"\xef\xbb\xbf" + text.encode(), "x").text == text.replace("\r\n", "\n").replace(
            "\r", "\n"
        ).removeprefix("\ufeff")


@given(st.text(max_size=200))
def test_small_things_never_fail(text: str) -> None:
    assert "\n" not in shown(text)
    assert len(cleaned(text)) <= MAX_NAME
    assert names_in(text, nobody) == tuple(dict.fromkeys(names_in(text, nobody)))
    parse_date(text)
    dateline_date(text)
    assert 2 <= len(language_of(text)) <= 3
