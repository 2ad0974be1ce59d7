"""The words and separators that numbers are written with, and what they are worth."""

from __future__ import annotations

import re
from math import floor, log10

UNITS = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        start=1,
    )
} | {"zero": 0}
TENS = {w: n * 10 for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES: dict[str, float] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
SHORT: dict[str, float] = {
    "k": 1e3,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def digits_value(digits: str) -> float | None:
    """The value of digits with separators; None where a point may be either kind of separator for nobody."""
    plain = re.sub(r"[\u00a0\u202f ,]", "", digits)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(plain) if len(plain) <= 24 else None


def words_value(words: list[str]) -> float | None:
    """The value of number words ("two hundred five" is 205); None where they make no single number ("two three")."""
    total, group, last = 0.0, 0.0, ""
    for word in words:
        if word in SCALES:
            factor = SCALES[word]
            if factor > 100:
                total += max(group, 1.0) * factor
                group = 0.0
            else:
                group = max(group, 1.0) * factor
        elif word in TENS:
            if last in TENS or last in UNITS:
                return None
            group += TENS[word]
        else:
            if last in UNITS or last in TENS and UNITS[word] > 9:
                return None
            group += UNITS[word]
        last = word
    return total + group


def step_of(value: float) -> float:
    """The place of the last digit that is not zero: 1,200 is stated to 100, 31 to 1."""
    if value == 0 or value != floor(value):
        return 1.0 if value == 0 else 10.0 ** floor(log10(abs(value)) - 2)
    step = 1.0
    while value % (step * 10) == 0:
        step *= 10
    return step
