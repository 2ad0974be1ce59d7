"""Whatever the text: no exception, and every span is inside it and says what it covers."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.comparers.quotes import compare
from checker.comparers.side import Side
from checker.text.quotes import quotations
from checker.text.sentences import paragraphs, sentences, split
from checker.text.words import stem, tokens
from checker.types import Span
from tests.factories import make_document

PIECES = st.sampled_from(
    [
        " ",
        "\n",
        "\n\n",
        ". ",
        ".",
        "? ",
        "… ",
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "「",
        "」",
        "(",
        ")",
        "[",
        "]",
        ", ",
        "U.S. ",
        "Mr. ",
        "J. ",
        "a.m. ",
        "No. 4",
        "said",
        " said ",
        "Ona Brandt",
        "he",
        "the minister",
        "called",
        "don't",
        "1,300",
        "- ",
        "• ",
        "The ",
        "we go on",
        "by ",
        "according to ",
        ":",
        "é",
        "\u0301",
        "\u00a0",
        "😀",
        "%",
        "-",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_sentences_are_in_order_and_apart(text: str) -> None:
    if not text:
        return
    document = make_document(text, title="t", body=Span(0, len(text)))
    found = sentences(document)
    at = 0
    for sentence in found:
        assert at <= sentence.span.start < sentence.span.end <= len(text)
        assert sentence.span.of(text) == sentence.span.of(text).strip()
        assert paragraphs(document)[sentence.paragraph].contains(sentence.span)
        at = sentence.span.end


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_word_is_lost_between_sentences(text: str) -> None:
    inside = "".join(span.of(text) for span in split(text))
    kept = [c for c in inside if c.isalpha()]
    # the number or letter of a list item may go
    assert sum(c.isalpha() for c in text) - len(kept) <= text.count("\n") + text.count(")") + text.count(".") + 1


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_tokens_are_what_their_spans_cover(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.span.start < token.span.end <= len(text)
        assert token.span.of(text) == token.text
        assert stem(stem(token.lower)) is not None
        at = token.span.end


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_quotations_are_inside_the_text(text: str) -> None:
    starts = []
    for quotation in quotations(text):
        assert (
            0 <= quotation.span.start <= quotation.inner.start < quotation.inner.end <= quotation.span.end <= len(text)
        )
        assert quotation.words.split()
        if quotation.speaker_span is not None:
            assert quotation.speaker_span.of(text) == quotation.speaker
        starts.append(quotation.span.start)
    assert starts == sorted(starts)


@given(TEXTS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_comparing_never_fails_and_marks_are_in_range(claim: str, document: str) -> None:
    signal = compare(Side(claim, base=7), Side("", 0, None, "", document))
    assert signal.total == signal.matched + signal.conflicting + signal.absent
    for mark in signal.marks:
        assert mark.claim is None or 7 <= mark.claim.start <= mark.claim.end <= 7 + len(claim)
        assert mark.passage is None or 0 <= mark.passage.start <= mark.passage.end <= len(document)


# a lone accent between words: its search once went on for ever
@example("\u0301“we go onJ. \u0301don\"the")
@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_text_is_never_at_odds_with_its_own_quotations(text: str) -> None:
    assert compare(Side(text), Side("", 0, None, "", text)).conflicting == 0
