"""Units: currencies, percentages, durations and measures, each with its canonical unit.

Measures turn into metres, square metres, kilograms, kilometres an hour, litres, watts, degrees Celsius; durations into
seconds. A library for units was left out: its import costs more than the whole of this table is worth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.text.quantities.model import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after or before a number: canonical name, and value in it = number * factor + offset.

    ``end`` is where it ends in the text (for one before the number: where it starts). ``attributive`` is set for
    "15-year contract", where a hyphen ties number and unit together.
    """

    kind: Kind
    name: str
    factor: float = 1.0
    offset: float = 0.0
    end: int = 0
    vague: bool = False
    attributive: bool = False


def _table(rows: str) -> dict[str, str]:
    """Rows of "form=CODE", apart by commas."""
    return dict(entry.strip().split("=") for entry in rows.replace("\n", " ").split(",") if entry.strip())


_SIGNS = _table("""
US$=USD, C$=CAD, CA$=CAD, Can$=CAD, A$=AUD, AU$=AUD, S$=SGD, HK$=HKD, NZ$=NZD, NT$=TWD, R$=BRL, MX$=MXN, $=USD, €=EUR,
£=GBP, ¥=JPY, ₹=INR, ₩=KRW, ₽=RUB, ₺=TRY, ₦=NGN, ₱=PHP, ฿=THB, ₫=VND, ₪=ILS, ₴=UAH, Rs=INR, Rs.=INR, RM=MYR, Rp=IDR,
CN¥=CNY, RMB=CNY
""")
_CODES = (
    "USD EUR GBP JPY CNY CAD AUD NZD SGD HKD TWD CHF SEK NOK DKK INR KRW RUB TRY BRL MXN ARS CLP COP PHP THB VND IDR "
    "MYR ZAR NGN KES EGP ILS AED SAR UAH PLN CZK HUF RON"
).split()
_CURRENCY_WORDS = _table("""
dollar=USD, buck=USD, euro=EUR, pound sterling=GBP, pound=GBP, sterling=GBP, quid=GBP, yen=JPY, yuan=CNY, renminbi=CNY,
rupee=INR, won=KRW, krona=SEK, kronor=SEK, krone=NOK, kroner=NOK, peso=peso, franc=CHF, rouble=RUB, ruble=RUB, lira=TRY,
zloty=PLN, rand=ZAR, real=BRL, reais=BRL, baht=THB, ringgit=MYR, rupiah=IDR, shekel=ILS, dirham=AED, riyal=SAR,
naira=NGN, dong=VND, forint=HUF, hryvnia=UAH
""")
_NATIONS = _table("""
U.S.=USD, US=USD, American=USD, Canadian=CAD, Australian=AUD, Singapore=SGD, Hong Kong=HKD, New Zealand=NZD, Taiwan=TWD,
Swiss=CHF, Norwegian=NOK, Danish=DKK, Swedish=SEK, British=GBP, Mexican=MXN, Argentine=ARS, Philippine=PHP, Chilean=CLP,
Colombian=COP
""")
DOLLARS = frozenset("USD CAD AUD NZD SGD HKD TWD".split())

SECONDS = {
    name: float(length)
    for name, length in _table("""
second=1, minute=60, min=60, hour=3600, hr=3600, day=86400, night=86400, week=604800, fortnight=1209600, month=2629800,
year=31557600, decade=315576000, century=3155760000, centurie=3155760000
""").items()
}
_MEASURES: dict[str, tuple[str, float]] = {
    "km/h|kmh|kph|kilomet(?:er|re)s? (?:per|an) hour": ("km/h", 1.0),
    "mph|miles? (?:per|an) hour": ("km/h", 1.609344),
    "knots?": ("km/h", 1.852),
    "sq(?:uare)? ?(?:km|kilomet(?:er|re)s?)|km²": ("m2", 1e6),
    "sq(?:uare)?[ -]miles?": ("m2", 2589988.0),
    "sq(?:uare)?[ -](?:feet|foot|ft)": ("m2", 0.092903),
    "sq(?:uare)?[ -](?:m|met(?:er|re)s?)\\b|m²": ("m2", 1.0),
    "hectares?|ha": ("m2", 1e4),
    "acres?": ("m2", 4046.86),
    "kilomet(?:er|re)s?|kms?": ("m", 1000.0),
    "nautical miles?": ("m", 1852.0),
    "miles?": ("m", 1609.344),
    "met(?:er|re)s?|m": ("m", 1.0),
    "centimet(?:er|re)s?|cm": ("m", 0.01),
    "millimet(?:er|re)s?|mm": ("m", 0.001),
    "feet|foot|ft": ("m", 0.3048),
    "inch(?:es)?": ("m", 0.0254),
    "yards?": ("m", 0.9144),
    "kilogram(?:me)?s?|kilos?|kgs?": ("kg", 1.0),
    "grams?|grammes?|g": ("kg", 0.001),
    "tonnes?|metric tons?": ("kg", 1000.0),
    "(?:short |gross |long )?tons?": ("kg", 1000.0),
    "pounds?|lbs?": ("kg", 0.453592),
    "lit(?:er|re)s?": ("l", 1.0),
    "gallons?": ("l", 3.78541),
    "gigawatts?|GW": ("W", 1e9),
    "megawatts?|MW": ("W", 1e6),
    "kilowatts?|kW": ("W", 1e3),
    "°C|C|degrees? Celsius|degrees? C": ("°C", 1.0),
    "°F|F|degrees? Fahrenheit|degrees? F": ("°F", 1.0),
}
"""Forms of a measure (a pattern) and what it comes to. A short ton and a tonne differ by less than news rounds."""

_BEFORE = re.compile(
    "(?:(?P<sign>"
    + "|".join(re.escape(s) for s in sorted(_SIGNS, key=len, reverse=True))
    + rf")|\b(?P<code>{'|'.join(_CODES)}))[ \u00a0]?$"
)
_WORD = "|".join(sorted(_CURRENCY_WORDS, key=len, reverse=True))
_AFTER_MONEY = re.compile(
    rf"[ \u00a0-]?(?:(?P<nation>{'|'.join(re.escape(n) for n in _NATIONS)})[ ])?(?:(?P<word>{_WORD})s?\b"
    rf"|(?P<cents>cents?|pence)\b)"
    rf"|[ \u00a0]?(?P<code>{'|'.join(_CODES)})\b|[ ]?(?P<sign>[€£])"
)
_PERCENT = re.compile(
    r"(?:[ -]?(?:%|percent\b|per[ -]cent\b|pc\b))(?P<point>(?:age)?[ -]points?)?|[ -](?:percentage[ -]points?|pp\b)"
    r"|[ -](?P<basis>basis points?|bps?\b)"
)
_DURATION = re.compile(
    rf"(?P<gap>[ \u00a0-]|)(?P<unit>{'|'.join(SECONDS)})s?\b(?P<old>[ -]olds?\b| of age\b)?", re.IGNORECASE
)
_MEASURE = tuple((re.compile(rf"(?P<gap>[ \u00a0-]?)(?:{form})(?![\w²])"), *unit) for form, unit in _MEASURES.items())

BIG_MONEY = 1000
""""12 pounds" is a weight and "12 won" a result; from here up, or with "million", they are money."""


def unit_before(text: str, start: int) -> Unit | None:
    """The currency that stands right before ``start``."""
    window = text[max(0, start - 6) : start]
    found = _BEFORE.search(window)
    if found is None:
        return None
    sign, at = found["sign"] or "", start - len(window) + found.start()
    if sign[:1].isalpha() and at and text[at - 1].isalpha():
        if "$" not in sign:
            return None
        return Unit(Kind.MONEY, "USD", end=start - 1, vague=True)
    return Unit(Kind.MONEY, found["code"] or _SIGNS[sign], end=at, vague=sign == "$")


def unit_after(text: str, end: int, value: float, scaled: bool) -> Unit | None:
    """The unit that stands right after ``end`` for a number of that value."""
    found = _PERCENT.match(text, end)
    if found:
        points = found["point"] or "oint" in found[0] or "pp" in found[0] or found["basis"]
        kind, factor = (Kind.POINTS, 0.01 if found["basis"] else 1.0) if points else (Kind.PERCENT, 1.0)
        return Unit(kind, "pp" if points else "%", factor, end=found.end())
    found = _AFTER_MONEY.match(text, end)
    if found:
        money = _currency(found, value, scaled)
        if money is not None:
            return money
    found = _DURATION.match(text, end)
    if found and not (found["gap"] == "" and found["unit"].lower() not in ("min", "hr")):
        if found["old"]:
            return Unit(Kind.AGE, "year", SECONDS[found["unit"].lower()] / SECONDS["year"], end=found.end())
        return Unit(
            Kind.DURATION, "s", SECONDS[found["unit"].lower()], end=found.end(),
            attributive=found["gap"] == "-" and not found[0].endswith("s"),
        )  # fmt: skip
    for pattern, name, factor in _MEASURE:
        found = pattern.match(text, end)
        if found and not _misread(found, text):
            attributive = found["gap"] == "-"
            if name == "°F":
                return Unit(Kind.MEASURE, "°C", 5 / 9, -160 / 9, found.end(), attributive=attributive)
            return Unit(Kind.MEASURE, name, factor, end=found.end(), attributive=attributive)
    return None


def _misread(found: re.Match[str], text: str) -> bool:
    word = found[0].strip(" \u00a0-")
    return (
        len(word) == 1
        and word not in "mg"
        or word == "g"
        and found["gap"] != ""
        or word in ("C", "F")
        and text[found.start()] == " "
    )


def _currency(found: re.Match[str], value: float, scaled: bool) -> Unit | None:
    word, nation = (found["word"] or "").lower(), found["nation"]
    if found["code"] or found["sign"]:
        return Unit(Kind.MONEY, found["code"] or _SIGNS[found["sign"]], end=found.end())
    if found["cents"]:
        name = _NATIONS.get(nation or "", "GBP" if found["cents"] == "pence" else "USD")
        return Unit(Kind.MONEY, name, 0.01, end=found.end(), vague=nation is None)
    if word in ("pound", "won", "real", "quid", "dong", "rand") and not (scaled or value >= BIG_MONEY):
        return None
    name = _NATIONS[nation] if nation else _CURRENCY_WORDS[word]
    if word not in ("dollar", "franc", "krone", "kroner", "krona", "kronor", "peso", "pound"):
        name = _CURRENCY_WORDS[word]
    return Unit(Kind.MONEY, name, end=found.end(), vague=nation is None and word in ("dollar", "peso", "buck"))
