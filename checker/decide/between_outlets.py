"""Outlets that both back a claim and yet contradict one another on what it states.

"Dozens died" is true of 31 dead and of 64 dead; two outlets that say so do not agree. Where a figure of the claim was matched in
the passages of two outlets, the two figures are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.comparers.numeric import Relation, comparable, relation
from checker.text.quantities import Quantity, quantities
from checker.types import Evidence, Mark, OutletStance, Span, Stance


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two outlets' figures for one figure of the claim, with the evidence they stand in."""

    place: Span
    first: tuple[str, str, Evidence]
    second: tuple[str, str, Evidence]

    @property
    def message(self) -> str:
        return f"{self.first[0]} says “{self.first[1]}”, {self.second[0]} says “{self.second[1]}”."


def disagreements(stances: Sequence[OutletStance]) -> tuple[Disagreement, ...]:
    """The first disagreement of each pair of supporting outlets, in their order."""
    found = [(s.outlet, dict(_figures(s))) for s in stances if s.stance is Stance.SUPPORTS]
    result = []
    for (one, ours), (other, theirs) in combinations(found, 2):
        for place in sorted(ours.keys() & theirs.keys()):
            (a, first), (b, second) = ours[place], theirs[place]
            if comparable(a, b) and relation(a, b) is Relation.APART and relation(b, a) is Relation.APART:
                result.append(Disagreement(place, (one, a.text, first), (other, b.text, second)))
                break
    return tuple(result)


def _figures(stance: OutletStance) -> Iterator[tuple[Span, tuple[Quantity, Evidence]]]:
    """For each figure of the claim, what the outlet's best evidence says in its place."""
    for evidence in reversed(stance.evidence):  # the best one is last, and stays
        for mark in evidence.marks:
            if _matched(mark) and mark.claim is not None and mark.passage is not None and evidence.span.contains(mark.passage):
                there = [q for q in quantities(evidence.text) if q.span.shifted(evidence.span.start).overlaps(mark.passage)]
                if len(there) == 1:
                    yield mark.claim, (there[0], evidence)


def _matched(mark: Mark) -> bool:
    return mark.kind == "quantity" and not mark.conflict
