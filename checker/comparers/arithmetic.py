"""Figures that nobody states and that follow all the same: a sum, a difference, a half or a double, what is left of a whole, the share
that one figure is of another, or a share of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

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

WHOLES = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION)
"""Kinds of which one can be a share of another."""
SHARE_SLACK = 0.5
"""Percentage points that a share may lose to rounding, besides what its words leave open. Set by hand."""
MOST_STATED = 40
"""Figures of one passage that are looked at, at most: shares are tried for every two of them."""

_CHANGE = re.compile(
    r"\b(?:more|fewer|less|higher|lower|up|down|rose|fell|grew|increas\w+|decreas\w+|dropp?\w*|climbed|jump\w*|gain\w*|lost|lower\w*|"
    r"rise|risen|fall|fallen|cheaper|dearer|above|below|raised|cut|shrank|shrunk)\b", re.IGNORECASE)

_REST = re.compile(
    r"\b(?:rest|remain\w*|left|leaves|leaving|others?|against|not|no|without|non|un\w+|fail\w*|lack\w*|oppos\w+|reject\w*|refus\w+|still|"
    r"stay\w*|all but|except|away|outside|miss\w+|lost|dropped)\b|n['’]t\b", re.IGNORECASE)
"""What may make a claim one of the other part."""
_HALF = re.compile(r"\b(?:half|halved?|halving|twice|doubl\w+)\b", re.IGNORECASE)


def follows(own: Quantity, stated: Sequence[Quantity], claim: str) -> bool:
    """Whether a figure of the claim can be reckoned from figures of one kind in one passage. Never raises."""
    if own.pair or own.kind in (Kind.ORDINAL, Kind.AGE) or own.figure < SMALL and not _RECKONED.search(claim):
        return False
    stated = stated[:MOST_STATED]
    if own.kind is Kind.PERCENT and any(_share_hit(own, value) for value in _shares(stated, bool(_CHANGE.search(claim)))):
        return True
    return any(_hits(own, value) for value in _reckoned(own, stated, claim))


def _reckoned(own: Quantity, stated: Sequence[Quantity], claim: str) -> Iterator[float]:
    """Sums, differences, halves, doubles, shares. Of percents what is left of the whole, or half of them, only where the claim says so:
    else "a third voted for it" would follow from "two thirds"."""
    rest = bool(_REST.search(claim))
    parts = [value for other in stated for value in _values(own, other)]
    for a, b in combinations(parts, 2):
        yield from (a + b, abs(a - b))
    for a in parts:
        if own.kind is not Kind.PERCENT or _HALF.search(claim):
            yield from (2 * a, a / 2)
        if own.kind is Kind.PERCENT and rest:
            yield 100 - a
    if own.kind in WHOLES:
        for share in (q.figure for q in stated if q.kind is Kind.PERCENT):
            for a in parts:
                yield a * share / 100
                if rest:
                    yield a * (100 - share) / 100


def _shares(stated: Sequence[Quantity], changed: bool) -> Iterator[float]:
    """What one figure is of another in per cent, and of both together; by how much one is more, where the claim tells of a change."""
    wholes: list[tuple[tuple[Kind, str], float]] = []
    for quantity in stated:
        if quantity.pair:
            wholes += [((Kind.COUNT, ""), quantity.low), ((Kind.COUNT, ""), quantity.high)]
        elif quantity.kind in WHOLES:
            wholes.append(((quantity.kind, "" if quantity.kind is Kind.COUNT else quantity.unit), quantity.figure))
    for (kind, a), (other, b) in permutations(wholes, 2):
        if kind == other and a >= 0 and b > 0:
            yield 100 * a / b
            yield 100 * a / (a + b)
            if changed:
                yield 100 * abs(a - b) / b


def _share_hit(own: Quantity, value: float) -> bool:
    near = own.figure / SAME_BALLPARK <= value <= own.figure * SAME_BALLPARK
    return near and own.low - SHARE_SLACK <= value <= own.high + SHARE_SLACK


def _values(own: Quantity, other: Quantity) -> tuple[float, ...]:
    """What another quantity brings to the reckoning: both sides of a vote for a count, percents for points."""
    if other.pair:
        return (other.low, other.high) if own.kind is Kind.COUNT else ()
    points = own.kind is Kind.POINTS or own.kind is Kind.COUNT and own.noun == stem("points")
    if points and other.kind is Kind.PERCENT or comparable(own, other):
        return (other.figure,)
    # "60 megawatts and not the 100 it had asked for": the unit is not said twice
    if other.kind is Kind.COUNT and not other.noun and any(c.isdigit() for c in other.text) and own.kind in (Kind.MONEY, Kind.MEASURE, Kind.DURATION):
        return (other.figure * _unit_of(own),)
    return ()


def _unit_of(quantity: Quantity) -> float:
    """How much one of a quantity's units is in the canonical one: an hour 3,600; 1 where its number is not in digits."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", quantity.text)
    number = float(digits[0].replace(",", "")) if digits and quantity.kind in (Kind.MEASURE, Kind.DURATION) else 0.0
    return quantity.figure / number if number else 1.0


def _hits(own: Quantity, value: float) -> bool:
    """Whether a reckoned value is the figure stated: counts below a hundred to the unit, others as far as they are rounded."""
    exact = own.kind is Kind.COUNT and own.figure < EXACT_BELOW and not own.approx
    slack = 0.0 if exact else min(own.step / 2, CLOSE * own.figure)
    near = own.figure / SAME_BALLPARK <= value <= own.figure * SAME_BALLPARK
    return near and own.low - slack - TINY <= value <= own.high + slack + TINY
