"""Dates of publication, as header lines, metadata and datelines write them in full."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_ISO = r"(?P<y>\d{4})(?P<sep>[-/.]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)"
_DAY_FIRST = rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ]{{1,3}}(?:of[ ])?{_MONTH},?[ ]{{1,3}}(?P<y>\d{{4}})(?!\d)"
_MONTH_FIRST = rf"{_MONTH}[ ]{{1,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]{{1,3}}(?P<y>\d{{4}})(?!\d)"
_PATTERNS = tuple(re.compile(rf"(?<![\w-]){p}", re.IGNORECASE) for p in (_ISO, _DAY_FIRST, _MONTH_FIRST))
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_DATELINE = re.compile(r"(?P<head>[A-Z][A-Z'’.-]{2}[^\n—–]{3,90}?)(?:\([^()\n]{1,30}\)\s{0,2})?(?:—|–|--|\s-)\s")
"""A place in capitals, more of the place and the date, perhaps the agency in brackets, and a dash."""


def parse_date(written: str) -> date | None:
    """The first full date of a short text: 2026-03-12 (a time may follow), 12 March 2026, Mar. 12, 2026, 13/3/2026.

    None for no date, and for one that can be read two ways (3/4/2026).
    """
    written = " ".join(written[:200].split())
    found = [m for m in (pattern.search(written) for pattern in _PATTERNS) if m]
    if found:
        first = min(found, key=lambda m: m.start())
        named = first.groupdict()
        month = _MONTHS[named["month"].lower()] if "month" in named else int(named["m"])
        return _date(int(named["y"]), month, int(named["d"]))
    numbers = _NUMBERS.search(written)
    if numbers is None:
        return None
    one, two, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    if numbers[2] == "." or one > 12 or one == two:  # with full stops the day always comes first
        return _date(year, two, one)
    return _date(year, one, two) if two > 12 else None


def dateline_date(line: str) -> date | None:
    """The date of a dateline that gives day, month and year: ``PARIS, March 12, 2026 (Reuters) — …``."""
    found = _DATELINE.match(line[:200].lstrip())
    return parse_date(found["head"]) if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1600 else None
    except ValueError:
        return None
