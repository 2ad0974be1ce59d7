"""How two quantities of one kind stand to each other: the same figure, close, or apart."""

from __future__ import annotations

import re
from enum import Enum
from math import inf, isinf

from checker.text.quantities import Kind, Quantity
from checker.text.quantities.units import DOLLARS

ROUNDING = 0.025
"""A figure may be stated rounder by half its last telling digit, but by no more than this share: 1,198 is 1,200 and
C$1.91 billion is C$1.9 billion, while 28 is not 30 (that takes a "nearly")."""
CONVERSION = 0.03
"""Share lost when units are converted and rounded: 90 days is three months, 30 miles is 48 kilometres."""
EXACT_BELOW = 100
"""Bare counts below this are exact in news: a toll of 31 is not a toll of 30."""
SAME_BALLPARK = 2.0
"""A bound is a fair rendering only of figures within this factor: "more than 30" does not render 1,000."""
VAGUE_EDGE = 1.5
"""How far past its edge a word like "dozens" or "about" must be missed to be called wrong, as a factor (vague
plurals)."""
ONE_PLACE = 0.05
"""Share that a figure with decimals may lose when one place of it is rounded away: 3.1 is 3 and 1.26 is 1.3, but 2.4 is 2 only
roughly."""
AGE_SLACK = 1.0
"""Years by which ages differ across a birthday."""


class Relation(Enum):
    """``SAME``: the passage states what the claim states; ``NEAR``: it neither states nor rules it out; ``APART``: both
    cannot be true of one thing."""

    SAME = "same"
    NEAR = "near"
    APART = "apart"


def comparable(claim: Quantity, passage: Quantity) -> bool:
    """Whether kind and unit are the same, whatever is counted."""
    if claim.kind is not passage.kind:
        return claim.pair and passage.pair
    if claim.kind is not Kind.MONEY or claim.unit == passage.unit:
        return claim.unit == passage.unit or claim.kind is Kind.COUNT
    return _vague_money(claim, passage)


def _vague_money(claim: Quantity, passage: Quantity) -> bool:
    """A bare "$" may be any dollar, "pesos" any peso."""
    pesos = {"peso", "MXN", "ARS", "PHP", "CLP", "COP"}
    one, two = claim.unit, passage.unit
    return (claim.vague_unit or passage.vague_unit) and ({one, two} <= DOLLARS or {one, two} <= pesos)


def relation(claim: Quantity, passage: Quantity) -> Relation:
    """How two comparable quantities stand to each other."""
    if claim.pair:
        return Relation.SAME if (claim.low, claim.high) == (passage.low, passage.high) else Relation.APART
    if claim.kind is Kind.ORDINAL:
        return Relation.SAME if claim.figure == passage.figure else Relation.APART
    overlap = min(claim.high, passage.high) - max(claim.low, passage.low)
    if _opposed(claim, passage) or _far_beyond(claim, passage):
        return Relation.APART
    if overlap >= 0 and claim.figure == passage.figure:
        return Relation.SAME
    slack = _rounding(claim)
    if _converted(claim, passage):
        slack = max(slack, CONVERSION * abs(claim.figure))
    if claim.low - slack <= passage.low and passage.high <= claim.high + slack:
        return Relation.SAME if _ballpark(claim, passage) else Relation.NEAR
    place = _one_place(claim, passage)
    if place is not None:
        return place
    width = passage.high - passage.low
    if claim.approx and 0 < width < inf and overlap >= width / 2:
        return Relation.SAME
    grey = max(slack, _rounding(passage))
    if claim.kind is Kind.AGE:
        grey = AGE_SLACK
    if overlap >= -grey or claim.figure == passage.figure:
        return Relation.NEAR
    return Relation.NEAR if _blurred(claim, passage) else Relation.APART


_DECIMALS = re.compile(r"\d\.\d")
TENTH = 1e-9
"""What binary fractions lose when places are compared."""


def _one_place(claim: Quantity, passage: Quantity) -> Relation | None:
    """How figures stand of which one is the other with a decimal place rounded away; None if they are not such. Stated finer than by
    the passage, the claim is not stated by it."""
    if claim.high != claim.low or passage.high != passage.low or not claim.figure or not passage.figure:
        return None
    fine, coarse = sorted((claim, passage), key=lambda q: q.step)
    one_place = abs(fine.step * 10 - coarse.step) <= TENTH * coarse.step
    gap = abs(fine.figure - coarse.figure)
    if not _DECIMALS.search(fine.text) or not one_place or gap > coarse.step / 2 * (1 + TENTH):
        return None
    return Relation.SAME if claim is coarse and gap <= ONE_PLACE * abs(fine.figure) else Relation.NEAR


def _rounding(quantity: Quantity) -> float:
    if quantity.kind is Kind.COUNT and quantity.figure < EXACT_BELOW and not quantity.approx:
        return 0.0
    return min(quantity.step / 2, ROUNDING * abs(quantity.figure))


def _opposed(claim: Quantity, passage: Quantity) -> bool:
    """ "More than 30" against "fewer than 30" (or less)."""
    up, down = (claim, passage) if isinf(claim.high) else (passage, claim)
    return isinf(up.high) and not isinf(down.high) and down.low == 0 < down.figure and up.low >= down.high


def _far_beyond(claim: Quantity, passage: Quantity) -> bool:
    """41 against "at least 14": who knew of so many would not have said so."""
    return isinf(passage.high) and not isinf(claim.high) and 0 < SAME_BALLPARK * passage.figure < claim.low


def _ballpark(claim: Quantity, passage: Quantity) -> bool:
    one, two = abs(claim.figure), abs(passage.figure)
    bounded = isinf(claim.high) or claim.low == 0
    return not bounded or one == two or 0 < max(one, two) <= SAME_BALLPARK * min(one, two)


def _blurred(claim: Quantity, passage: Quantity) -> bool:
    """Whether a vague word ("dozens", "a couple") is missed by too little to matter."""
    vague = [q for q in (claim, passage) if q.approx and q.high > SAME_BALLPARK * max(q.low, 1.0)]
    if not vague:
        return False
    low, high = max(claim.low, passage.low), min(claim.high, passage.high)
    return low <= VAGUE_EDGE * high


_UNIT_WORD = re.compile(r"[^\W\d_]+")


def _converted(claim: Quantity, passage: Quantity) -> bool:
    """Whether the two are stated in different units of one sort."""
    if claim.kind not in (Kind.DURATION, Kind.MEASURE):
        return False
    one, two = (_UNIT_WORD.findall(q.text.lower()) for q in (claim, passage))
    return bool(one and two) and one[-1].rstrip("s")[:5] != two[-1].rstrip("s")[:5]
