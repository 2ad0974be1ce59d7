"""What a quantity is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.types import Span


class Kind(StrEnum):
    """What sort of quantity it is; each is compared with its own kind."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage-points"
    ORDINAL = "ordinal"
    SCORE = "score"
    VOTES = "votes"
    AGE = "age"
    DURATION = "duration"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it is a number of.

    ``low`` and ``high`` bound the value, both inclusive, in ``unit``; ``high`` is infinite for "at least 31". A score
    or a vote has its smaller side in ``low`` and its larger side in ``high``. ``figure`` is the number as stated,
    before "about" or "more than" widened it, and ``step`` the place of its last telling digit (1,200 is stated to 100).
    ``unit`` is canonical: an ISO 4217 code, ``m``, ``kg``, ``s`` (durations), ``year`` (ages), ``%``, ``person`` or "".
    ``vague_unit`` marks a bare "$", which may be anybody's dollar.
    ``noun`` is the stem of what is counted ("" if unknown), ``modifiers`` are the stems between number and noun, and
    ``nouns`` all telling stems next to the number, nearest first. ``topic`` is the class of a count in news of people
    ("dead", "hurt", "missing", "held", ...), "" if none.
    """

    span: Span
    low: float
    high: float
    kind: Kind
    unit: str
    noun: str
    nouns: tuple[str, ...]
    approx: bool
    text: str
    figure: float
    step: float
    modifiers: tuple[str, ...] = ()
    topic: str = ""
    vague_unit: bool = False

    @property
    def pair(self) -> bool:
        """Whether ``low`` and ``high`` are the two sides of a score or vote, not bounds."""
        return self.kind in (Kind.SCORE, Kind.VOTES)
