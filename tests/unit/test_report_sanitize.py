"""Text made safe to show, and texts cut where marks begin and end."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.runs import cut
from checker.report.sanitize import clipped, encodable, one_line, printable
from checker.report.summary import percent
from checker.report.view import story_paragraphs
from checker.types import Span
from tests.factories import make_document

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b31mred", "�31mred"),
        ("bell\x07", "bell␇"),
        ("back\x08space", "back␈space"),
        ("over\rwritten", "over␍written"),
        ("delete\x7f", "delete␡"),
        ("user\u202egnp.exe", "user�gnp.exe"),
        ("\u2066isolate\u2069", "�isolate�"),
        ("lone \ud800 half", "lone � half"),
        ("two\u2028lines", "two\nlines"),
        (
            "kept: tab\tand\nline, naïve “quotes”, 東京, עברית, 👩‍🔬",
            "kept: tab\tand\nline, naïve “quotes”, 東京, עברית, 👩‍🔬",
        ),
    ],
)
def test_control_characters_are_shown_instead_of_obeyed(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(ANY_TEXT)
def test_one_character_for_one_and_no_control_left(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert all(unicodedata.category(c) not in ("Cc", "Cs") or c in "\n\t" for c in shown)
    assert printable(shown) == shown
    shown.encode("utf-8")


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert one_line(text).splitlines() in ([], [one_line(text)])


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("“Doña” – 5 €…", "ascii", '"Dona" - 5 \\u20ac...'),
        ("“Doña” – 5 €…", "utf-8", "“Doña” – 5 €…"),
        ("Doña €", "latin-1", "Doña \\u20ac"),
        ("✓", "no-such-encoding", "\\u2713"),
    ],
)
def test_what_an_encoding_lacks_is_made_plain(text: str, encoding: str, shown: str) -> None:
    assert encodable(text, encoding) == shown


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("The bridge reopened", 30, "The bridge reopened"),
        ("The bridge reopened", 19, "The bridge reopened"),
        ("The bridge reopened", 14, "The bridge…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_a_long_text_is_cut_at_a_word(text: str, limit: int, shown: str) -> None:
    assert clipped(text, limit) == shown


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0%"),
        (0.001, "<1%"),
        (0.5, "50%"),
        (0.994, "99%"),
        (0.9999, ">99%"),
        (1.0, "100%"),
    ],
)
def test_a_share_is_never_rounded_to_certainty(share: float, words: str) -> None:
    assert percent(share) == words


def test_overlapping_marks_become_runs() -> None:
    runs = cut(
        "0123456789",
        [(Span(102, 108), "a"), (Span(104, 106), "b"), (Span(90, 101), "c"), (Span(105, 105), "empty")],
        base=100,
    )
    assert [(r.text, r.labels) for r in runs] == [
        ("0", ("c",)),
        ("1", ()),
        ("23", ("a",)),
        ("45", ("b", "a")),
        ("67", ("a",)),
        ("89", ()),
    ]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_runs_are_the_whole_text_with_all_labels(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [(Span(min(pair), max(pair)), i) for i, pair in enumerate(ends)]
    runs = cut(text, spans)
    assert "".join(run.text for run in runs) == text
    for run in runs:
        assert set(run.labels) == {i for span, i in spans if len(span) and span.contains(run.span)}


@pytest.mark.parametrize(
    ("text", "body", "expected"),
    [
        ("One.\n\nTwo.\n", Span(0, 0), ["One.", "Two."]),
        ("One.\nTwo.", Span(0, 0), ["One.", "Two."]),
        ("A title\nA body.\nA tail", Span(8, 15), ["A title", "A body.", "A tail"]),
        ("A title\n\nA body.", Span(9, 16), ["A title", "A body."]),
        (" \n\n", Span(0, 0), []),
    ],
)
def test_every_paragraph_of_the_story_is_shown(text: str, body: Span, expected: list[str]) -> None:
    assert [span.of(text) for span in story_paragraphs(make_document(text, body=body))] == expected
