"""What else could be said in a claim's place: the claim with one fact exchanged for another that the passage names, or turned round.

A stance model leans towards claims that share their words with the passage, whichever way the facts lie. Beside its rivals a claim
shows how much of that lean is owed to its facts: of two claims that differ in one thing the passage supports at most one, and what
both share cancels out. (Claims beside their minimal changes: Gardner et al., Evaluating Models' Local Decision Boundaries via
Contrast Sets, 2020; here at reading time.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from checker.text.names import Name, names
from checker.text.opposite_words import NEGATABLE, OPPOSITES
from checker.text.words import content_stems

MOST_RIVALS = 6
"""Rivals of one claim: each costs as much time as the claim itself."""
MOST_OF_A_FACT = 2
"""Other values put in the place of one fact of the claim: those that stand nearest to the claim's words in the passage."""
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
NUMBER_WORDS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
                "nineteen twenty thirty forty fifty sixty seventy eighty ninety").split()
ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_FIGURE = re.compile(r"(?<![\w.,/:-])\d[\d,]*(?:\.\d+)?(?![\w/:]|[.,-]\d)|(?<![\w.,])\d[\d,]*(?:\.\d+)?(?=(?:m|bn|mn|k|km|st|nd|rd|th)\b|-(?:year|point|day|month))")
_NUMBER_WORD = re.compile(r"\b(" + "|".join(NUMBER_WORDS) + r")\b", re.I)
_ORDINAL = re.compile(r"\b(" + "|".join(ORDINAL_WORDS) + r")\b", re.I)
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b")
_MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")\b")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_CLAUSE = re.compile(r"[,;:.!?–—()]|\b(?:and|but|while|which|who|after|before|when|where)\b")


class Exchange(Enum):
    """What a rival differs in."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    ROLES = "roles"
    TURNED = "turned"


@dataclass(frozen=True, slots=True)
class RivalClaim:
    """A statement that cannot be true of the same facts as the claim it stands beside."""

    exchange: Exchange
    text: str


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    text: str


def rival_claims(claim: str, passage: str) -> tuple[RivalClaim, ...]:
    """At most :data:`MOST_RIVALS` rivals, the same for the same texts: facts exchanged first, then roles, then the claim turned round."""
    found: dict[str, RivalClaim] = {}
    for rival in (*_values(claim, passage), *_roles(claim), *_turned(claim)):
        if rival.text != claim:
            found.setdefault(rival.text, rival)
    return tuple(found.values())[:MOST_RIVALS]


def _values(claim: str, passage: str) -> Iterator[RivalClaim]:
    for exchange, pattern in ((Exchange.DATE, _WEEKDAY), (Exchange.DATE, _MONTH), (Exchange.FIGURE, _FIGURE), (Exchange.FIGURE, _NUMBER_WORD),
                              (Exchange.FIGURE, _ORDINAL)):
        there = [_Place(*m.span(), m[0]) for m in pattern.finditer(passage)]
        mine = {m[0].lower() for m in pattern.finditer(claim)}
        for own in pattern.finditer(claim):
            others = [p for p in there if p.text.lower() not in mine and (pattern is not _FIGURE or _like(p.text, own[0]))]
            for other in _nearest(claim, passage, others):
                dated = Exchange.DATE if pattern is _FIGURE and _year(own[0]) else exchange
                yield RivalClaim(dated, _put(claim, own.start(), own.end(), _cased(other.text, own[0])))
    yield from _names(claim, passage)


def _names(claim: str, passage: str) -> Iterator[RivalClaim]:
    own = names(claim)
    there = names(passage)
    mine = [set(n.key.split()) for n in own]
    for name in own:
        others = [_Place(n.span.start, n.span.end, n.text) for n in there
                  if _takes_place(n, name) and not any(set(n.key.split()) & keys for keys in mine)]
        for other in _nearest(claim, passage, others):
            yield RivalClaim(Exchange.NAME, _put(claim, name.span.start, name.span.end, other.text))


def _takes_place(other: Name, own: Name) -> bool:
    return other.kind == own.kind and len(other.key.split()) == len(own.key.split()) and other.text.isupper() == own.text.isupper()


def _nearest(claim: str, passage: str, places: list[_Place]) -> list[_Place]:
    """The values whose clause shares most with the claim, one place each."""
    stems = content_stems(claim)
    best: dict[str, tuple[float, int, _Place]] = {}
    for place in places:
        worth = len(stems & content_stems(_around(passage, place)))
        key = place.text.lower()
        if key not in best or -worth < best[key][0]:
            best[key] = (-worth, place.start, place)
    return [place for _, _, place in sorted(best.values(), key=lambda t: t[:2])[:MOST_OF_A_FACT]]


def _around(passage: str, place: _Place) -> str:
    """The sentence or clause that a value stands in."""
    before = passage[max(0, place.start - 120) : place.start]
    after = passage[place.end : place.end + 120]
    cuts = [m.end() for m in re.finditer(r"[.!?;]\s", before)]
    stop = re.search(r"[.!?;]\s", after)
    return before[cuts[-1] if cuts else 0 :] + " " + (after[: stop.start()] if stop else after)


def _roles(claim: str) -> Iterator[RivalClaim]:
    found = names(claim)
    for at, left in enumerate(found):
        for right in found[at + 1 : at + 3]:
            if left.kind == right.kind and not set(left.key.split()) & set(right.key.split()):
                swapped = _put(claim, right.span.start, right.span.end, left.text)
                yield RivalClaim(Exchange.ROLES, _put(swapped, left.span.start, left.span.end, right.text))


def _turned(claim: str) -> Iterator[RivalClaim]:
    words = list(_WORD.finditer(claim))
    for word, after in zip(words, words[1:]):
        if word[0].lower() in NEGATABLE and after[0] == "not":
            yield RivalClaim(Exchange.TURNED, _put(claim, word.end(), after.end(), ""))
            return
    for word in words:
        if word[0].lower() in OPPOSITES and (word[0].islower() or word.start() == 0):
            yield RivalClaim(Exchange.TURNED, _put(claim, *word.span(), _cased(OPPOSITES[word[0].lower()][0], word[0])))
            break
    for word, after in zip(words, words[1:]):
        if word[0] in NEGATABLE and claim[word.end() : after.start()] == " " and after[0][0].islower() and after[0] not in ("only", "no", "not"):
            yield RivalClaim(Exchange.TURNED, _put(claim, word.end(), word.end(), "not" if word[0] == "can" else " not"))
            break


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _cased(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _like(a: str, b: str) -> bool:
    """Figures that could stand in each other's place: both years or neither, within a factor of 30."""
    x, y = (float(v.replace(",", "").rstrip(".")) for v in (a, b))
    return _year(a) == _year(b) and x != y and max(x, y) <= 30 * max(min(x, y), 0.1)


def _year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdigit() and 1800 <= int(figure) <= 2100
