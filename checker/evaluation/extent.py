"""How much is credited: the letters that a credit covers in its sentence, beside those that people marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.types import Claim, Credit, Span

MOSTLY = 0.5
"""Share of the letters below which an extent is shown among the wrong ones: half of it is not what was marked."""


@dataclass(frozen=True, slots=True)
class Extent:
    """One credit: how many letters and digits are marked as its content, how many are found, and how many are both."""

    outlet: str
    wanted: int
    found: int
    shared: int
    where: str

    @property
    def mostly_wrong(self) -> bool:
        return 2 * self.shared < MOSTLY * (self.wanted + self.found)


@dataclass(frozen=True, slots=True)
class ExtentScores:
    """All extents, added up letter by letter."""

    extents: tuple[Extent, ...] = ()

    @property
    def precision(self) -> float:
        """Share of the letters found that are marked, 0..1; 1 if none are found."""
        found = sum(each.found for each in self.extents)
        return sum(each.shared for each in self.extents) / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the letters marked that are found, 0..1; 1 if none are marked."""
        wanted = sum(each.wanted for each in self.extents)
        return sum(each.shared for each in self.extents) / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0..1."""
        total = sum(each.found + each.wanted for each in self.extents)
        return 2 * sum(each.shared for each in self.extents) / total if total else 1.0

    @property
    def numbers(self) -> dict[str, float]:
        """The three shares, by name."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


def covered(text: str, credit: Credit, claims: Sequence[Claim], phrases: Iterable[Span]) -> frozenset[int]:
    """The letters of a story that the claims with a credit cover, less its credit phrases."""
    return letters(text, (claim.span for claim in claims if any(c.span == credit.span and c.outlet == credit.outlet for c in claim.credits)), phrases)


def letters(text: str, spans: Iterable[Span], without: Iterable[Span] = ()) -> frozenset[int]:
    """Offsets of the letters and digits in ``spans`` and in none of ``without``: marks and spaces are nobody's words."""
    kept = {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}
    return frozenset(kept.difference(*(range(span.start, span.end) for span in without)))
