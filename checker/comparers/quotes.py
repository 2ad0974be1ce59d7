"""Are these the words, and did this person say them?

Each quotation of the claim is looked for in the whole article. It is *exact* if its words stand there in their order
(case, punctuation, marks, ellipses, brackets and house spelling aside), in quote marks or not, or in another wording
if a text says that it was translated; *altered* if the
article has a quotation so close that it must be the same one, with other words in it; *misattributed* if the words
are there and the article has somebody else speak them; and else *absent*. Likeness alone never makes a quotation
match, and only what the article itself puts in quote marks can be altered.
"""

from __future__ import annotations

from checker.comparers.quote_alignment import Change
from checker.comparers.quote_matching import Outcome, QuoteMatch, best_match, over_breaks
from checker.comparers.quote_search import Article, article
from checker.comparers.quote_word import Word
from checker.comparers.quote_words import words_of
from checker.comparers.side import Side
from checker.text.quotes import quotations
from checker.types import Mark, Quotation, Signal, Span

NAME = "quotes"
MARK = "quotation"


def compare(claim: Side, passage: Side) -> Signal:
    """Look for the claim's quotations in the whole document that the passage was cut from.

    The counts are quotations. ``rule`` is ``quote-altered``, else ``quote-misattributed``, else ``quote-not-found``.
    """
    source = article(passage.document or passage.text)
    shift = 0 if passage.document else passage.base
    matches = over_breaks(tuple(best_match(q, claim.text, source) for q in spoken(claim.text)), claim.text, source)
    if not matches:
        return Signal(NAME)
    outcomes = [match.outcome for match in matches]
    conflicting = [m for m in matches if m.outcome in (Outcome.ALTERED, Outcome.MISATTRIBUTED)]
    absent = [m for m in matches if m.outcome is Outcome.ABSENT]
    rule = (
        "quote-altered"
        if Outcome.ALTERED in outcomes
        else "quote-misattributed"
        if Outcome.MISATTRIBUTED in outcomes
        else "quote-not-found"
        if absent
        else None
    )
    return Signal(
        NAME,
        matched=float(outcomes.count(Outcome.EXACT)),
        conflicting=float(len(conflicting)),
        absent=float(len(absent)),
        rule=rule,
        message="; ".join(_message(match, source) for match in conflicting or absent),
        marks=tuple(mark for match in matches for mark in _marks(match, claim.base, shift)),
    )


def spoken(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text that quote speech: not scare quotes or titles, not what stands inside another."""
    found: list[Quotation] = []
    for quotation in quotations(text):
        inside = found and found[-1].span.contains(quotation.span)
        if not quotation.scare and not inside and words_of(quotation.words):
            found.append(quotation)
    return tuple(found)


def _message(match: QuoteMatch, source: Article) -> str:
    words = match.quotation.words.rstrip(",")
    if match.outcome is Outcome.ABSENT:
        return f"“{words}” does not stand in the article"
    parts = []
    if match.altered:
        parts.append("; ".join(_told(change) for change in match.altered))
    if match.real_speaker is not None:
        parts.append(
            f"“{words}” is said by {match.real_speaker.speaker} in the article, not by {_claimed(match.quotation)}"
        )
    return "; ".join(parts)


def _claimed(quotation: Quotation) -> str:
    """Whom the claim has speak, as it stands after "by"."""
    return quotation.speaker or {"he": "a man", "she": "a woman"}.get(quotation.pronoun, "the story's speaker")


def _told(change: Change) -> str:
    mine = " ".join(word.text for word in change.claimed)
    theirs = " ".join(word.text for word in change.found)
    if mine and theirs:
        return f"“{mine}” where the article has “{theirs}”"
    return f"“{mine}” is not in the article's quotation" if mine else f"“{theirs}” is left out"


def _marks(match: QuoteMatch, base: int, shift: int) -> list[Mark]:
    if match.place is None:
        return []
    inner, place = match.quotation.inner.shifted(base), match.place.shifted(shift)
    marks = [] if match.altered or match.real_speaker else [Mark(MARK, inner, place, False)]
    for change in match.altered:
        mine = _cover(change.claimed)
        theirs = _cover(change.found)
        marks.append(
            Mark(
                MARK,
                mine.shifted(base) if mine else inner,
                theirs.shifted(shift) if theirs else place,
                True,
                _told(change),
            )
        )
    if match.real_speaker is not None:
        mine, theirs = match.quotation.speaker_span, match.real_speaker.speaker_span
        note = f"{match.real_speaker.speaker} says this in the article, not {_claimed(match.quotation)}"
        marks.append(
            Mark(
                "speaker", mine.shifted(base) if mine else inner, theirs.shifted(shift) if theirs else place, True, note
            )
        )
    return marks


def _cover(words: tuple[Word, ...]) -> Span | None:
    return Span(words[0].span.start, words[-1].span.end) if words else None
