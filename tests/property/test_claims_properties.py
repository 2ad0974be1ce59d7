"""What holds for any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extract.claims import claims, clauses, context_names, resolve
from checker.text.sentences import sentences
from checker.types import Basis, Credit, Document, Sentence, Span, VagueCredit

WORDS = st.sampled_from(
    """He She They It His The a and but while who which after Although said says was has will took fell resigned, 31 34
    people dead Reuters AP Brandt Ona "we lost" , ; . ? ! — ( ) " “ ” leaving that Mr. not to of in""".split())
NEWSLIKE = st.lists(WORDS, max_size=60).map(" ".join)
ANY_TEXT = st.one_of(st.text(max_size=300), NEWSLIKE, st.lists(NEWSLIKE, max_size=4).map("\n\n".join))


class CutCredits:
    """Every sentence credits two outlets, and its statement lacks some of its words."""

    header: tuple[Credit, ...] = ()

    def __init__(self, text: str, found: tuple[Sentence, ...], cut: int) -> None:
        self._text, self._sentences, self._cut = text, found, cut

    def _phrases(self, i: int) -> tuple[Span, Span]:
        span = self._sentences[i].span
        first = min(span.end, span.start + self._cut)
        return Span(span.start, first), Span(max(first, span.end - self._cut), span.end)

    def of(self, i: int) -> tuple[Credit, ...]:
        one, two = self._phrases(i)
        return Credit("Reuters", Basis.SENTENCE, one, one), Credit("Associated Press", Basis.SENTENCE, two, two)

    def phrases(self, i: int) -> tuple[Span, ...]:
        return self._phrases(i)

    def vague(self, i: int) -> tuple[VagueCredit, ...]:
        return (VagueCredit(self._sentences[i].span, "experts"),)

    def statement(self, i: int) -> str:
        one, two = self._phrases(i)
        return self._text[one.end : two.start]


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, st.integers(0, 12))
def test_claims_of_any_text(text: str, cut: int) -> None:
    story = Document("story.txt", text, "0" * 64)
    found = sentences(story)
    result = claims(story, found, CutCredits(text, found, cut))  # type: ignore[arg-type]
    assert [c.id for c in result.claims] == [f"c{n}" for n in range(1, len(result.claims) + 1)]
    assert [c.span for c in result.claims] == sorted(c.span for c in result.claims)
    for claim in result.claims:
        assert text[claim.span.start : claim.span.end] == claim.text
        assert claim.line == text.count("\n", 0, claim.span.start) + 1
        assert claim.parts
        assert all(claim.span.contains(part.span) for part in claim.parts)
        assert [part.span for part in claim.parts] == sorted(part.span for part in claim.parts)
    skipped = {s.span for s in result.skipped}
    for sentence in found:
        inside = [c.span for c in result.claims if sentence.span.contains(c.span)]
        if sentence.span in skipped:
            assert not inside
        else:
            assert inside[0].start == sentence.span.start and inside[-1].end == sentence.span.end
            assert all(a.end == b.start for a, b in zip(inside, inside[1:]))


@pytest.mark.parametrize("piece", ["the ferry sank and the mayor left, while Reuters said ", '"a ', ", and ", "(", "He, who "])
def test_a_text_without_stops_comes_to_an_end(piece: str) -> None:
    """Time that grows with the square of the length would be minutes here."""
    text = piece * 4000
    story = Document("story.txt", text, "0" * 64)
    whole = (Sentence(Span(0, len(text)), 0),)
    found = claims(story, whole, CutCredits(text, whole, 6))  # type: ignore[arg-type]
    assert len(found.claims) + len(found.skipped) >= 1


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_parts_of_any_text(text: str) -> None:
    parts = clauses(text)
    assert parts
    assert all(0 <= part.span.start <= part.span.end <= len(text) for part in parts)
    if len(parts) == 1:
        assert parts[0].text == text


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, st.lists(ANY_TEXT, max_size=4))
def test_a_reference_replaces_the_first_word_or_nothing(text: str, previous: list[str]) -> None:
    resolved = resolve(text, tuple(previous))
    assert resolved == text or text.split(" ", 1)[1] == resolved[-len(text.split(" ", 1)[1]):]
    assert "\n" not in context_names(tuple(previous)) or any("\n" in p for p in previous)
