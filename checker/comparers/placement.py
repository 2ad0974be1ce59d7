"""Does what the claim names stand where the claim has it, or does another of its kind stand there?

"The warning came from Sayegh" is told by words alone from a passage in which Sayegh presents figures and Lidstrom warns: the words
of the claim stand around her name and not around his. The same holds for figures and dates. That is no proof (a name is told again
as "he", a claim may draw on two sentences), so it is weighed and never called a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from checker.comparers.dates import date_relation
from checker.comparers.names import comparable_names
from checker.comparers.numeric import Relation, comparable, relation
from checker.comparers.side import Side
from checker.text.date_model import DateMention
from checker.text.dates import dates
from checker.text.names import DEMONYM, Name, names, same_name
from checker.text.quantities import Quantity, quantities
from checker.text.sentences import split
from checker.text.words import content_stems
from checker.types import Span

_PHRASE_ENDS = re.compile(r"[,;:—–()]\s+|\s+(?:and|but|while|which|who|that|after|before|when|because|although|though|whereas)\s+")
"""Where one phrase of a sentence ends and another begins, roughly."""

MOST_PLACES = 400
"""Names, figures and dates that are looked at, at most, on each side: hostile text must not cost quadratic time."""

Thing = Name | Quantity | DateMention


@dataclass(frozen=True, slots=True)
class Misplaced:
    """``thing`` of the claim stands elsewhere; ``other`` stands where it should. ``by``: how much more of the claim's words stand around
    the other one, as a share of them (above 0, at most 1)."""

    thing: str
    other: str
    by: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A name, figure or date with the stems around it in its phrase and in its sentence."""

    thing: Thing
    phrase: frozenset[str]
    sentence: frozenset[str]


def misplaced(claim: Side, passages: Iterable[Side]) -> Misplaced | None:
    """The thing of the claim that is the most out of place in all passages together; None if all stand where they should, or only one
    could stand there. Never raises."""
    there = [placed for passage in passages for placed in _places(passage.text, passage.anchor)][:MOST_PLACES]
    found: list[Misplaced] = []
    for wanted in _places(claim.text, claim.anchor):
        thing = wanted.thing
        own = _best(wanted, [p for p in there if _same(thing, p.thing)])
        if own is None:
            continue
        rival = _best(wanted, [p for p in there if _rivals(thing, p.thing) and not _same(thing, p.thing)])
        if rival is not None and rival[0] > own[0]:
            found.append(Misplaced(thing.text, rival[1].text, rival[0] - own[0]))
    return max(found, key=lambda m: (m.by, m.thing), default=None)


def _best(wanted: _Placed, placed: Sequence[_Placed]) -> tuple[float, Thing] | None:
    """The largest share of the words around a thing of the claim that stand around one of several others, phrase and sentence counting
    alike."""
    shares = [((_share(wanted.phrase, p.phrase) + _share(wanted.sentence, p.sentence)) / 2, p.thing) for p in placed]
    # of equals the longest: a single word may owe its capital to the sentence that it opens
    return max(shares, key=lambda s: (s[0], len(s[1].text)), default=None)


def _share(words: frozenset[str], around: frozenset[str]) -> float:
    return len(words & around) / len(words) if words else 0.0


@lru_cache(maxsize=4096)
def _things(text: str, anchor: date | None) -> tuple[Thing, ...]:
    return (*(n for n in names(text) if n.kind != DEMONYM), *quantities(text), *dates(text, anchor))


@lru_cache(maxsize=4096)
def _places(text: str, anchor: date | None) -> tuple[_Placed, ...]:
    """All that stands in a text with its surroundings, from which everything that could be exchanged is taken away."""
    things = _things(text, anchor)[:MOST_PLACES]
    result = []
    for sentence in split(text):
        inside = tuple(t for t in things if sentence.start <= t.span.start and t.span.end <= sentence.end)
        if not inside:
            continue
        whole = content_stems(_without(text, sentence, inside))
        cuts = [sentence.start, *(m.end() for m in _PHRASE_ENDS.finditer(text, sentence.start, sentence.end)), sentence.end]
        for thing in inside:
            phrase = Span(max(c for c in cuts if c <= thing.span.start), min(c for c in cuts if c >= thing.span.end))
            result.append(_Placed(thing, content_stems(_without(text, phrase, inside)), whole))
    return tuple(result)


def _without(text: str, span: Span, things: Sequence[Thing]) -> str:
    kept, at = [], span.start
    for place in sorted(t.span for t in things):
        if place.start >= at and place.end <= span.end:
            kept.append(text[at : place.start])
            at = place.end
    return " ".join([*kept, text[at : span.end]])


def _same(one: Thing, two: Thing) -> bool:
    if isinstance(one, Name):
        return isinstance(two, Name) and same_name(one.text, two.text)
    if isinstance(one, Quantity):
        return isinstance(two, Quantity) and comparable(one, two) and relation(one, two) is Relation.SAME
    return isinstance(two, DateMention) and date_relation(one, two) is Relation.SAME


def _rivals(one: Thing, two: Thing) -> bool:
    """Whether the one could stand in the place of the other."""
    if isinstance(one, Name):
        return isinstance(two, Name) and comparable_names(one, two)
    return type(one) is type(two) and one.kind is two.kind
