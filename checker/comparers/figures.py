"""Figures in digits that no passage states, and the other figures that stand where they should.

Not a comparer of its own: it looks at what the quantities comparer left open. A claim whose figure nobody states cannot
be supported, however alike the words are; another figure of the same kind in the very sentence that is most like the
claim is a hint of a conflict that is too weak to be called one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.comparers.numeric import Relation, comparable, relation
from checker.comparers.side import Side
from checker.text.quantities import Kind, Quantity, quantities
from checker.types import Signal, Span

SOFT_KINDS = frozenset({Kind.ORDINAL, Kind.DURATION, Kind.AGE})
"""Said in too many other ways ("a third time", "a decade", "born in 1990") for their absence to settle anything."""


def unmatched_figures(claim: Side, signals: Iterable[Signal]) -> tuple[Quantity, ...]:
    """The claim's figures in digits that none of the quantity signals matched or found in conflict."""
    settled = {m.claim for s in signals if s.comparer == "quantities" for m in s.marks}
    return tuple(
        q for q in quantities(claim.text)
        if q.span.shifted(claim.base) not in settled and q.kind not in SOFT_KINDS and any(c.isdigit() for c in q.text))


def open_quantities(claim: Side, signals: Iterable[Signal]) -> tuple[Quantity, ...]:
    """All the claim's quantities, in words too, that none of the signals matched."""
    matched = {m.claim for s in signals if s.comparer == "quantities" for m in s.marks if not m.conflict}
    return tuple(q for q in quantities(claim.text) if q.span.shifted(claim.base) not in matched)


def rivals(claim: Side, left_open: Sequence[Quantity], sentence: str) -> tuple[Span, ...]:
    """Figures of a sentence that are of the same kind as one left open and cannot be it, nor another one of the claim's."""
    ours = quantities(claim.text)
    return tuple(
        other.span for other in quantities(sentence)
        if any(comparable(own, other) and _same_thing(own, other) and relation(own, other) is Relation.APART for own in left_open)
        and not any(comparable(own, other) and _same_thing(own, other) and relation(own, other) is Relation.SAME for own in ours))


def _same_thing(own: Quantity, other: Quantity) -> bool:
    """Bare counts must count one thing: "two people" has no rival in "48 jets". Money, shares and measures are of one kind anyway."""
    if own.kind is not Kind.COUNT:
        return True
    return bool(own.topic and own.topic == other.topic or set(own.nouns) & set(other.nouns))
