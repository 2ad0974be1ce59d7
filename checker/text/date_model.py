"""What a date mention is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checker.types import Span


class DateKind(StrEnum):
    """What sort of mention it is; each is compared with its likes only."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    RANGE = "range"
    QUARTER = "quarter"
    DECADE = "decade"
    CENTURY = "century"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date or clock time.

    ``earliest`` and ``latest`` are the first and last day it may mean, both inclusive, if ``resolved``. ``year``,
    ``month`` (1..12), ``day`` (1..31) and ``weekday`` (0 is Monday) are what the words say, None where they do not.
    ``minutes`` is the minute of the day (0..1439) of a clock time and ``zone`` the time zone as written ("" if none;
    never guessed). ``half_day`` is False where 5:30 may be morning or evening. ``bound`` is the word that makes it an
    end of a stretch ("since", "until", "by"), "" if none. ``part`` is "early", "mid" or "late" before a
    month or year. ``inferred`` says that the anchor filled in the year or week.
    """

    span: Span
    earliest: date | None
    latest: date | None
    kind: DateKind
    text: str
    resolved: bool
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minutes: int | None = None
    zone: str = ""
    half_day: bool = True
    approx: bool = False
    bound: str = ""
    inferred: bool = False
    part: str = ""
