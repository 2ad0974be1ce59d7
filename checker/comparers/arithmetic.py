"""Figures that nobody states and that follow all the same: a sum, a difference, a half or a double, what is left of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.comparers.numeric import EXACT_BELOW, SAME_BALLPARK, comparable
from checker.text.quantities import Kind, Quantity
from checker.text.words import stem

SMALL = 10
"""Below this a figure is the sum or difference of two others too easily: then the claim must say that it was reckoned."""
CLOSE = 0.015
"""Share that rounding may cost a reckoned figure at most. Set by hand."""
TINY = 1e-6
"""What binary fractions lose: 6.2 - 4.9."""

_RECKONED = re.compile(
    r"\b(more|fewer|less|smaller|larger|bigger|higher|lower|greater|shorter|longer|wider|narrower|short of|above|below|over|under|up|down|"
    r"together|in all|in total|altogether|combined|between them|both|each|half|double|twice|rest|remaining|remain|left|still|others?|"
    r"difference|gap|margin|lead|ahead|behind|apart|rose|fell|grew|shrank|dropped|gained|lost|cut|added|extra|additional)\b", re.IGNORECASE)


def follows(own: Quantity, stated: Sequence[Quantity], claim: str) -> bool:
    """Whether a figure of the claim can be reckoned from figures of one kind in one passage. Never raises."""
    if own.pair or own.kind in (Kind.ORDINAL, Kind.AGE) or own.figure < SMALL and not _RECKONED.search(claim):
        return False
    return any(_hits(own, value) for value in _reckoned(own, stated))


def _reckoned(own: Quantity, stated: Sequence[Quantity]) -> Iterator[float]:
    parts = [value for other in stated for value in _values(own, other)]
    for a, b in combinations(parts, 2):
        yield from (a + b, abs(a - b))
    for a in parts:
        yield from (2 * a, a / 2)
        if own.kind is Kind.PERCENT:
            yield 100 - a


def _values(own: Quantity, other: Quantity) -> tuple[float, ...]:
    """What another quantity brings to the reckoning: both sides of a vote for a count, percents for points."""
    if other.pair:
        return (other.low, other.high) if own.kind is Kind.COUNT else ()
    points = own.kind is Kind.POINTS or own.kind is Kind.COUNT and own.noun == stem("points")
    if points and other.kind is Kind.PERCENT or comparable(own, other):
        return (other.figure,)
    return ()


def _hits(own: Quantity, value: float) -> bool:
    """Whether a reckoned value is the figure stated: counts below a hundred to the unit, others as far as they are rounded."""
    exact = own.kind is Kind.COUNT and own.figure < EXACT_BELOW and not own.approx
    slack = 0.0 if exact else min(own.step / 2, CLOSE * own.figure)
    near = own.figure / SAME_BALLPARK <= value <= own.figure * SAME_BALLPARK
    return near and own.low - slack - TINY <= value <= own.high + slack + TINY
