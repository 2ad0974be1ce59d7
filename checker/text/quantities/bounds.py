"""Words that widen a number: "at least", "nearly", "about", "up to", "or more"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf, nextafter

ABOUT = 0.10
"""How far "about", "some" and "roughly" reach on either side, as a share of the number. News calls 1,120 "about 1,200"
but not 1,050; a tenth also lets "two dozen" stand for 25."""
NEARLY = 0.12
"""How far below the number "nearly", "almost" and "close to" reach: 27 is nearly 30, 26 is not."""
OVER = 0.15
"""How far above the number "just over" and "slightly more than" reach."""

_FORMS: dict[str, str] = {
    "least": r"at least|no fewer than|no less than|not less than|a minimum of|minimum of|as few as",
    "over": r"(?:(?:well|far|much|significantly|considerably) )?(?:more than|over|above|exceeding|upwards of|in"
    " excess of|greater than|north of|beyond)",
    "just-over": r"(?:just|slightly|a little|a bit|marginally) (?:more than|over|above)",
    "nearly": r"nearly|almost|close to|just under|just below|just short of|approaching|nearing|slightly (?:less"
    "|fewer) than|a little (?:less|under)(?: than)?"
    r"|not quite|practically|virtually",
    "most": r"up to|as many as|as much as|as high as|as long as|at most|no more than|not more than|a maximum of"
    "|maximum of|capped at",
    "under": r"(?:(?:well|far|much) )?(?:less than|fewer than|under|below)",
    "about": r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated|more or less|or so|circa|an"
    " average of|in the region of|something like|~",
}
_BEFORE = {
    name: re.compile(
        rf"(?:^|(?<=[^\w]))(?:(?:only|just|an estimated|possibly|perhaps|as) )?(?:{form})[ \u00a0\n](?:an? (?=half"
        rf"|third|quarter)|the )?$",
        re.IGNORECASE,
    )
    for name, form in _FORMS.items()
}
_AFTER = {
    "least": re.compile(
        r"(?:\+(?!\d)|[ ](?:or|and) (?:more|over|above|higher)\b|-plus\b| plus\b(?![ ](?:an?|the|one|two|some|any|up|other|interest|costs?|tax|VAT|fees?|bonus(?:es)?|expenses|benefits|[\d$£€]))| at least\b| at the very least\b)"
    ),
    "about": re.compile(r"[ ](?:or so|or thereabouts|give or take)\b|-odd\b|-ish\b"),
    "most": re.compile(r"[ ](?:or (?:fewer|less|under|below)|at (?:the )?most)\b"),
}
_ORDER = ("just-over", "nearly", "least", "most", "over", "under", "about")
LONGEST_HEDGE = 36


@dataclass(frozen=True, slots=True)
class Bound:
    """The hedge of a number: its class ("" if none) and where number and hedge together start and end."""

    name: str
    start: int
    end: int

    @property
    def approx(self) -> bool:
        return self.name in ("about", "nearly", "just-over")

    def widened(self, low: float, high: float) -> tuple[float, float]:
        """The interval that a hedged interval stands for."""
        match self.name:
            case "least":
                return low, inf
            case "over":
                return nextafter(low, inf), inf
            case "just-over":
                return low, high + OVER * abs(high)
            case "nearly":
                return low - NEARLY * abs(low), high
            case "most":
                return min(0.0, low), high
            case "under":
                return min(0.0, low), nextafter(high, -inf)
            case "about":
                return low - ABOUT * abs(low), high + ABOUT * abs(high)
        return low, high


def bound(text: str, start: int, end: int) -> Bound:
    """The hedge around the number (with its currency and unit) that stands from ``start`` to ``end``."""
    for name, pattern in _AFTER.items():
        found = pattern.match(text, end)
        if found:
            return Bound(name, start, found.end())
    at = max(0, start - LONGEST_HEDGE)
    window = text[at:start]
    for name in _ORDER:
        found = _BEFORE[name].search(window)
        if found:
            return Bound(name, at + found.start(), end)
    return Bound("", start, end)
