"""Figures that a passage gives in parts: "31 to 27" for "by four votes", 214 against 186 for "28 more than
certified"."""

from __future__ import annotations

import re
from itertools import combinations

from checker.comparers.numeric import EXACT_BELOW, Relation, comparable, relation
from checker.comparers.subjects import telling
from checker.text.quantities import Kind, Quantity, quantities
from checker.text.words import content_stems
from checker.types import Span

_MORE_THAN = re.compile(
    r"^[ ](?:[\w-]+[ ]){0,2}?(?P<way>more|fewer|less|higher|lower|above|over)[ ]than[ ](?P<what>[^.;:]{3,80})"
)
_COUNTED = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION)

FEWEST_LETTERS = 5
"""Letters by which words of one family are told ("certified", "certificate"); shorter beginnings meet by chance."""
SMALLEST_SUM = 10
"""Sums below this come about by chance too often to count as stated."""
MOST_FIGURES = 12
"""A passage with more figures than this is a table; pairs of them match by chance."""


def parts_match(own: Quantity, theirs: tuple[Quantity, ...]) -> tuple[Span, ...]:
    """The two figures whose difference or sum the claim states; () if there are none.

    One side of a vote is a part of it ("61 votes against" of "88 votes to 61"). A difference of the two sides of a vote or score needs the
    claim to count votes, points or goals. A sum needs both parts and the claim to count the same thing.
    """
    if own.kind is Kind.COUNT and own.noun.startswith(("vot", "ballot")):
        for pair in theirs:
            if pair.kind is Kind.VOTES and own.figure in (pair.low, pair.high):
                return (pair.span,)
    if own.kind is Kind.COUNT and own.noun.startswith(("vot", "point", "goal", "seat", "run", "ballot")):
        for pair in theirs:
            if pair.pair and own.low <= pair.high - pair.low <= own.high:
                return (pair.span,)
    if (
        own.kind not in _COUNTED
        or own.figure < SMALLEST_SUM
        or not own.noun
        and not own.topic
        or len(theirs) > MOST_FIGURES
    ):
        return ()
    for one, two in combinations([t for t in theirs if not t.pair and comparable(own, t)], 2):
        if _counts_same(own, one) and _counts_same(own, two) and own.low <= one.figure + two.figure <= own.high:
            return one.span, two.span
    return ()


def _counts_same(own: Quantity, part: Quantity) -> bool:
    if own.kind is not Kind.COUNT:
        return bool(telling(own.nouns) & telling(part.nouns))
    bare = not part.noun and own.figure >= EXACT_BELOW
    return own.topic == part.topic and (own.noun == part.noun or bare or bool(own.topic))


def difference_match(own: Quantity, claim: str, theirs: tuple[Quantity, ...]) -> tuple[Span, ...]:
    """The two figures that lie as far apart as a claim of "28 more than ..." says; () if there are none."""
    if own.pair or not _MORE_THAN.match(claim[own.span.end : own.span.end + 120]):
        return ()
    wholes = [q for q in quantities(claim) if q.span != own.span and comparable(own, q) and not q.pair]
    if wholes:
        theirs = tuple(
            t
            for t in theirs
            if any(relation(w, t) is Relation.SAME for w in wholes) or telling(own.nouns) & telling(t.nouns)
        )
    for one, two in combinations([t for t in theirs if not t.pair], 2):
        if comparable(own, one) and comparable(one, two) and own.low <= abs(one.figure - two.figure) <= own.high:
            return one.span, two.span
    return ()


def parts_conflict(own: Quantity, claim: str, passage: str) -> Quantity | None:
    """The passage's figure that rules out a claim of "N more than X": the claim's other figure stands in the passage,
    and
    the passage has one figure for X, but they are not N apart. None if that is not so."""
    said = _MORE_THAN.match(claim[own.span.end : own.span.end + 120])
    if said is None or own.kind not in _COUNTED:
        return None
    theirs = tuple(q for q in quantities(passage) if comparable(own, q) and not q.pair)
    wholes = [q for q in quantities(claim) if q.span != own.span and comparable(own, q) and not q.pair]
    stated = [t for t in theirs if any(relation(w, t) is Relation.SAME for w in wholes)]
    if len(stated) != 1:
        return None
    beginnings = {s[:FEWEST_LETTERS] for s in content_stems(said["what"]) if len(s) >= FEWEST_LETTERS}
    base = [t for t in theirs if t is not stated[0] and any(s[:FEWEST_LETTERS] in beginnings for s in t.nouns)]
    if len(base) != 1:
        return None
    gap = stated[0].figure - base[0].figure
    gap = gap if said["way"] in ("more", "higher", "over") else -gap
    return None if own.low <= gap <= own.high else base[0]
