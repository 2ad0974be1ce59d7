"""Numbers in digits and in words: where they stand and what they are worth.

Fractions of a whole ("two-thirds", "nine out of ten") come as percentages. Vague plurals ("dozens") are intervals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from math import isfinite

from checker.text.quantities.number_words import (
    GLYPHS,
    ORDINALS,
    PARTS,
    SCALES,
    SHORT,
    TENS,
    UNITS,
    digits_value,
    step_of,
    words_value,
)
from checker.types import Span


class Form(Enum):
    """How a number is written, where that changes what it can be."""

    DIGITS = 0
    WORDS = 1
    VAGUE = 2
    FRACTION = 3
    ORDINAL = 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number from ``low`` to ``high`` (equal unless vague). ``step`` is the place of its last telling digit."""

    span: Span
    low: float
    high: float
    step: float
    form: Form
    scaled: bool = False

    def times(self, factor: float) -> Number:
        return replace(self, low=self.low * factor, high=self.high * factor, step=self.step * factor, scaled=True)


VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (24, 143),
    "scores": (40, 199),
    "hundreds": (200, 1999),
    "thousands": (2000, 19999),
    "millions": (2e6, 1.999e7),
    "billions": (2e9, 1.999e10),
    "tens of thousands": (20000, 199999),
    "hundreds of thousands": (2e5, 1.999e6),
    "tens of millions": (2e7, 1.999e8),
    "hundreds of millions": (2e8, 1.999e9),
    "a couple": (2, 3),
    "a couple dozen": (20, 30),
    "a couple hundred": (180, 300),
    "a couple thousand": (1800, 3000),
    "a few dozen": (24, 72),
    "several dozen": (24, 84),
    "a few hundred": (200, 600),
    "several hundred": (200, 900),
    "a few thousand": (2000, 6000),
    "several thousand": (2000, 9000),
}
"""What a desk accepts for each: at least two of the unit; at most what would no longer be called so. "Dozens" ends
where
"hundreds" would be said, "hundreds" where "thousands" would."""

FRACTION_SLACK = 3.5
"""Percentage points around a fraction in words: 81 % is "four-fifths" and 36 % "a third" to a news desk, 40 % is
not."""
FRACTION_SHARE = 0.12
"""As a share of the fraction itself, where that is less: "one in twelve" leaves one point open, not three. A third keeps its
3.5. Set by hand."""

LONGEST = 12
"""Words of the longest number in words that is read as one."""

_ANY = "|".join(sorted([*UNITS, *TENS, *SCALES], key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_S = r"[ \u00a0\u202f\n-]"
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d\d)+,\d{3}(?!\d)|\d{1,3}(?:\.\d{3}){2,}"
    r"|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d,.]\d|\w)|\d+(?:\.\d+)?)"
)
_VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds|dozens|thousands) of (?:thousands|millions)|(?:a (?:few|couple)(?: of)?|several) (?:dozen"
    r"|hundred|thousand)\b"
    r"|a couple(?= of\b)|dozens|hundreds|thousands|millions|billions|scores(?= of (?:people|men|women|children"
    r"|others|civilians|homes)))\b",
    re.IGNORECASE,
)
_COUPLE_OF = re.compile(r"^(a (?:couple|few)) of(?= )")
_FRACTION = re.compile(
    rf"\b(?:(?P<share>(?:one|two|three|four|five|six|seven|eight|nine|\d{{1,3}})) (?:in|out of(?: every)?) (?:every )?"
    rf"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{{1,4}})\b(?![,.]?\d|%)"
    rf"|(?P<glyph>\d?[½¼¾⅓⅔])"
    rf"|(?P<top>\d)/(?P<bottom>10|[2-9])(?![\d/])"
    rf"|(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine){_S}(?P<part>{_PART})s?\b"
    rf"|(?P<half>half)\b)",
    re.IGNORECASE,
)
_MIXED = re.compile(
    rf"\b(?P<whole>a|one|two|three|four|five|six|seven|eight|nine|ten|\d+){_S}and{_S}(?:a{_S})?(?P<part>half"
    rf"|quarter)\b",
    re.IGNORECASE,
)
_PART_OF_SCALE = re.compile(
    rf"\b(?P<top>a|one|two|three){_S}(?P<part>third|quarter)s?{_S}of{_S}an?{_S}(?P<scale>{_SCALE})\b", re.IGNORECASE
)
_ORDINAL = re.compile(
    rf"\b(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?:(?P<tens>{'|'.join(TENS)})-)?(?P<word>{'|'.join(ORDINALS)}))\b",
    re.IGNORECASE,
)
_CARDINAL = re.compile(
    rf"(?<![\w/])(?<!\d[.,])(?<![^\W\d_][-–])(?P<digits>{_DIGITS})(?:{_S}?(?P<scale>{_SCALE})\b|{_S}?(?P<short>(?:bn"
    rf"|mn|mln|bln|tn|trn))\b"
    rf"|(?P<letter>[kKmMbB])(?![\w²³/]))?"
    rf"|\b(?:(?P<half>half{_S}an?|half)|(?P<a>an?)){_S}(?P<one>{_SCALE})(?:{_S}and{_S}(?P<rest>(?:{_ANY})(?:{_S}(?:{_ANY}))?))?\b"
    rf"|\b(?P<words>(?:{_ANY})(?:{_S}{{1,2}}(?:and{_S})?(?:{_ANY})){{0,{LONGEST - 1}}})\b",
    re.IGNORECASE,
)
_SCALE_NEXT = re.compile(rf"[ -]({_SCALE})\b", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₩₽₺]|\b[A-Z]{2,3}[$ ]?|Rs\.? ?)$")


def numbers(text: str) -> Iterator[Number]:
    """All numbers of a text, in no particular order; where several readings overlap, the widest comes first."""
    for found in _VAGUE.finditer(text):
        low, high = VAGUE.get(_COUPLE_OF.sub(r"\1", found[0].lower()), (24, 1.999e6))
        yield Number(Span(*found.span()), low, high, low, Form.VAGUE)
    for found in _MIXED.finditer(text):
        part = 0.5 if found["part"].lower() == "half" else 0.25
        whole = 1 if found["whole"].lower() == "a" else UNITS.get(found["whole"].lower()) or float(found["whole"])
        end, factor = _scale_after(text, found.end())
        yield Number(Span(found.start(), end), whole + part, whole + part, 0.5, Form.WORDS).times(factor)
    for found in _PART_OF_SCALE.finditer(text):
        top = 1 if found["top"].lower() == "a" else UNITS[found["top"].lower()]
        share = top / PARTS[found["part"].lower()]
        value = share * SCALES[found["scale"].lower()]
        yield Number(Span(*found.span()), value, value, value / top, Form.WORDS, True)
    for found in _CARDINAL.finditer(text):
        number = _cardinal(found, text)
        if number is not None:
            yield number
    for found in _FRACTION.finditer(text):
        fraction = _fraction(found)
        if fraction is not None:
            yield Number(Span(*found.span()), fraction * 100, fraction * 100, FRACTION_SLACK * 2, Form.FRACTION)
    for found in _ORDINAL.finditer(text):
        if found["digits"]:
            value = int(found["digits"])
        else:
            value = TENS.get((found["tens"] or "").lower(), 0) + ORDINALS[found["word"].lower()]
        yield Number(Span(*found.span()), value, value, 1, Form.ORDINAL)


def _scale_after(text: str, end: int) -> tuple[int, float]:
    found = _SCALE_NEXT.match(text, end)
    return (found.end(), SCALES[found[1].lower()]) if found else (end, 1.0)


def _cardinal(found: re.Match[str], text: str) -> Number | None:
    span = Span(*found.span())
    if found["one"]:
        value = SCALES[found["one"].lower()] * (0.5 if found["half"] else 1)
        rest = words_value(re.split(r"[\s-]+", found["rest"].lower())) if found["rest"] and not found["half"] else 0.0
        if rest and rest < value:
            return Number(span, value + rest, value + rest, step_of(value + rest), Form.WORDS, True)
        scale_end = found.end("one")
        return Number(Span(span.start, scale_end), value, value, value, Form.WORDS, True)
    if found["words"]:
        words = [w for w in re.split(r"[\s-]+", found["words"].lower()) if w != "and"]
        total = words_value(words)
        if total is None:
            return None
        return Number(span, total, total, step_of(total), Form.WORDS, any(w in SCALES for w in words))
    digits = found["digits"]
    read = digits_value(digits)
    if read is None or not isfinite(read):
        return None
    value = read
    # "4.0" is stated to a tenth; with two points or more they separate thousands.
    step = 10.0 ** -len(digits.rpartition(".")[2]) if digits.count(".") == 1 else step_of(value)
    number = Number(span, value, value, step, Form.DIGITS)
    if found["scale"] or found["short"]:
        return number.times(SCALES[found["scale"].lower()] if found["scale"] else SHORT[found["short"].lower()])
    if found["letter"]:
        letter = found["letter"].lower()
        money = _MONEY_BEFORE.search(text[max(0, span.start - 4) : span.start])
        if money or letter == "k" or letter == "m" and _counts_millions(text, span.end):
            return number.times(SHORT[letter])
        return replace(number, span=Span(span.start, span.end - 1))
    return number


_PLURAL_NEXT = re.compile(
    r" (?!long\b|wide\b|across\b|miles\b|hurdles\b|times\b)(?:[a-z-]{2,20} )?(?:people|men|women|children"
    r"|[a-z]{3,20}s|euros?|dollars|pounds)\b"
)


def _counts_millions(text: str, end: int) -> bool:
    """Whether the "m" that ends here stands for million ("1.2m homes") rather than metres ("a 43m vessel")."""
    return _PLURAL_NEXT.match(text, end) is not None


def _fraction(found: re.Match[str]) -> float | None:
    if found["glyph"]:
        whole = found["glyph"][:-1]
        return None if whole else GLYPHS[found["glyph"][-1]]
    if found["top"]:
        top, bottom = int(found["top"]), int(found["bottom"])
    elif found["share"]:
        top, bottom = (UNITS.get(w.lower()) or TENS.get(w.lower()) or int(w) for w in (found["share"], found["whole"]))
        if bottom > 20 and bottom not in (100, 1000):
            return None
    elif found["half"]:
        return 0.5
    else:
        top = 1 if found["count"].lower() in ("a", "an") else UNITS[found["count"].lower()]
        bottom = PARTS[found["part"].lower()]
    return top / bottom if 0 < top < bottom else None
