"""What is a quantity in news text, what it is worth, and what only looks like one."""

from __future__ import annotations

import math

import pytest

from checker.text.quantities import Kind, Quantity, quantities


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [q.text for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200 homes burned", 1200),
        ("1 200 homes burned", 1200),
        ("1\u00a0200 homes burned", 1200),
        ("1.200.000 voters were called", 1_200_000),
        ("12,345,678 ballots were cast", 12_345_678),
        ("twenty-five students left", 25),
        ("two hundred and five students left", 205),
        ("a hundred and twenty students left", 120),
        ("three hundred thousand people marched", 300_000),
        ("two dozen sailors were rescued", 24),
        ("half a dozen sailors were rescued", 6),
        ("a dozen sailors were rescued", 12),
        ("half a million people fled", 500_000),
        ("three-quarters of a million people fled", 750_000),
        ("1.2 million people fled", 1_200_000),
        ("1.2m homes lost power", 1_200_000),
        ("3bn people watched", 3e9),
        ("five lakh people marched", 500_000),
        ("2 crore people voted", 2e7),
        ("one woman was hurt", 1),
        ("seven dogs", 7),
    ],
)
def test_counts(text: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.kind) == (value, value, Kind.COUNT)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 31 people died", 31, math.inf),
        ("no fewer than 31 people died", 31, math.inf),
        ("31 or more people died", 31, math.inf),
        ("up to 40 people died", 0, 40),
        ("as many as 40 people died", 0, 40),
        ("between 20 and 30 people died", 20, 30),
        ("20 to 30 people died", 20, 30),
        ("20-30 people died", 20, 30),
        ("two or three people died", 2, 3),
        ("60 plus people died", 60, math.inf),
        ("60 people plus the driver died", 60, 60),
        ("a couple of hundred people died", 180, 300),
        ("a few dozen people died", 24, 72),
        ("dozens of people died", 24, 143),
        ("hundreds of people died", 200, 1999),
        ("tens of thousands of people fled", 20_000, 199_999),
        ("3-5 million people fled", 3e6, 5e6),
    ],
)
def test_bounds_and_ranges(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize("hedge", ["about", "some", "roughly", "around", "approximately", "an estimated"])
def test_about_reaches_both_ways(hedge: str) -> None:
    quantity = only(f"The flood drove out {hedge} 1,200 people")
    assert quantity.low < 1198 < 1200 < quantity.high < 1400
    assert quantity.approx and quantity.text.startswith(hedge)


@pytest.mark.parametrize("hedge", ["nearly", "almost", "close to", "just under"])
def test_nearly_reaches_down(hedge: str) -> None:
    quantity = only(f"The pass rate rose to {hedge} 30 points")
    assert quantity.low < 28.4 < quantity.high == 30


@pytest.mark.parametrize("hedge", ["more than", "over", "well over", "upwards of"])
def test_more_than_excludes_the_number(hedge: str) -> None:
    quantity = only(f"The crowd of {hedge} 30 people left")
    assert quantity.low > 30 and quantity.high == math.inf


@pytest.mark.parametrize("hedge", ["fewer than", "less than", "under", "below"])
def test_fewer_than_excludes_the_number(hedge: str) -> None:
    quantity = only(f"The crowd of {hedge} 30 people left")
    assert quantity.low == 0 and 29 < quantity.high < 30


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$3.4 million", 3.4e6, "USD"),
        ("US$780 million", 7.8e8, "USD"),
        ("C$1.9 billion", 1.9e9, "CAD"),
        ("A$740,000", 740_000, "AUD"),
        ("S$1,160", 1160, "SGD"),
        ("€12 million", 1.2e7, "EUR"),
        ("1.2 billion euros", 1.2e9, "EUR"),
        ("£4.5bn", 4.5e9, "GBP"),
        ("£60m", 6e7, "GBP"),
        ("¥412 billion", 4.12e11, "JPY"),
        ("3.1 trillion yen", 3.1e12, "JPY"),
        ("₹500 crore", 5e9, "INR"),
        ("Rs 500", 500, "INR"),
        ("900 million yuan", 9e8, "CNY"),
        ("9.8 trillion won", 9.8e12, "KRW"),
        ("1.9 billion kronor", 1.9e9, "SEK"),
        ("EUR 5 million", 5e6, "EUR"),
        ("100,000 US dollars", 100_000, "USD"),
        ("14 Canadian cents", 0.14, "CAD"),
        ("a million dollars", 1e6, "USD"),
    ],
)
def test_money(text: str, amount: float, currency: str) -> None:
    quantity = only(f"The bill came to {text}.")
    assert quantity.kind is Kind.MONEY and quantity.unit == currency
    assert quantity.figure == pytest.approx(amount)
    assert quantity.text == text


@pytest.mark.parametrize(
    ("text", "amount", "kind"),
    [
        ("The sum rose from 1.05 billion euros to 1.4 billion, over 20 years.", 1.4e9, Kind.MONEY),
        ("Sales dropped from 1.9 billion euros a year to about 300 million.", 3e8, Kind.MONEY),
        ("The profit was €1.2bn, up from 900m a year earlier.", 9e8, Kind.MONEY),
        ("It lost €8.6m, against 4.1 million in spring.", 4.1e6, Kind.MONEY),
        ("It raised its aid from €5 million to 3 million people.", 3e6, Kind.COUNT),
        ("It paid €2 billion and 3 million left.", 3e6, Kind.COUNT),
        ("It made €5 million. From 2 million it had come.", 2e6, Kind.COUNT),
        ("He won €500 in a race from 900m.", 900, Kind.MEASURE),
    ],
)
def test_a_currency_left_out_is_that_of_the_amount_before(text: str, amount: float, kind: Kind) -> None:
    money, other = (q for q in quantities(text) if q.kind is not Kind.DURATION)
    assert money.kind is Kind.MONEY and other.kind is kind and other.figure == pytest.approx(amount)
    assert other.unit == ("EUR" if kind is Kind.MONEY else other.unit)


def test_a_bare_dollar_may_be_anybodys() -> None:
    assert only("It cost $5 million.").vague_unit
    assert not only("It cost US$5 million.").vague_unit


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12.5 per cent", Kind.PERCENT, 12.5),
        ("12.5 percent", Kind.PERCENT, 12.5),
        ("12.5%", Kind.PERCENT, 12.5),
        ("12.5pc", Kind.PERCENT, 12.5),
        ("0.5 percentage points", Kind.POINTS, 0.5),
        ("25 basis points", Kind.POINTS, 0.25),
        ("a third of the vote", Kind.PERCENT, 100 / 3),
        ("two-thirds of the vote", Kind.PERCENT, 200 / 3),
        ("half of the vote", Kind.PERCENT, 50),
        ("one in five", Kind.PERCENT, 20),
        ("nine out of ten", Kind.PERCENT, 90),
        ("one in three seats", Kind.PERCENT, 100 / 3),
        ("a quarter of a percentage point", Kind.POINTS, 0.25),
        ("half a percent", Kind.PERCENT, 0.5),
    ],
)
def test_shares(text: str, kind: Kind, value: float) -> None:
    quantity = only(f"The party took {text}.")
    assert quantity.kind is kind and quantity.figure == pytest.approx(value)


DAY = 86400.0


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("suspended for 90 days", Kind.DURATION, "s", 90 * DAY),
        ("suspended for three months", Kind.DURATION, "s", 3 * 30.4375 * DAY),
        ("waited half an hour", Kind.DURATION, "s", 1800),
        ("two-and-a-half years in prison", Kind.DURATION, "s", 2.5 * 365.25 * DAY),
        ("an 18-month ban", Kind.DURATION, "s", 18 * 30.4375 * DAY),
        ("four minutes and 20 seconds", Kind.DURATION, "s", 260),
        ("lasted for a year", Kind.DURATION, "s", 365.25 * DAY),
        ("lasted a day and a half", Kind.DURATION, "s", 1.5 * DAY),
        ("A fortnight of rain", Kind.DURATION, "s", 14 * DAY),
        ("a 34-year-old driver", Kind.AGE, "year", 34),
        ("a driver aged 34", Kind.AGE, "year", 34),
        ("Ines Halvorsen, 34, resigned", Kind.AGE, "year", 34),
        ("The minister, 34, resigned", Kind.AGE, "year", 34),
        ("60 km away", Kind.MEASURE, "m", 60_000),
        ("60 miles away", Kind.MEASURE, "m", 96_560.64),
        ("a 43-metre vessel", Kind.MEASURE, "m", 43),
        ("6 feet deep", Kind.MEASURE, "m", 1.8288),
        ("620 tonnes of rice", Kind.MEASURE, "kg", 620_000),
        ("300 acres burned", Kind.MEASURE, "m2", 1_214_058),
        ("50 hectares burned", Kind.MEASURE, "m2", 500_000),
        ("gusts of 100 km/h", Kind.MEASURE, "km/h", 100),
        ("gusts of 50 mph", Kind.MEASURE, "km/h", 80.4672),
        ("240 megawatts", Kind.MEASURE, "W", 2.4e8),
        ("86 degrees Fahrenheit", Kind.MEASURE, "°C", 30),
        ("30 °C", Kind.MEASURE, "°C", 30),
        ("12 pounds of gold", Kind.MEASURE, "kg", 5.443104),
    ],
)
def test_units(text: str, kind: Kind, unit: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.unit) == (kind, unit)
    assert quantity.figure == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("The Senate passed the bill 52-48.", Kind.VOTES, 48, 52),
        ("The council voted 31 to 27.", Kind.VOTES, 27, 31),
        ("The bill passed by 31 votes to 27.", Kind.VOTES, 27, 31),
        ("There were 31 votes in favour and 27 against.", Kind.VOTES, 27, 31),
        ("United won 2-1.", Kind.SCORE, 1, 2),
        ("United lost 1-3 at home.", Kind.SCORE, 1, 3),
    ],
)
def test_votes_and_scores(text: str, kind: Kind, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.low, quantity.high) == (kind, low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is the third robbery this year", 3),
        ("his 3rd title", 3),
        ("the country's twenty-first cabinet", 21),
        ("the third-largest carrier", 3),
    ],
)
def test_ordinals(text: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.figure) == (Kind.ORDINAL, value)


@pytest.mark.parametrize(
    "text",
    [
        "The G7 met in private.",
        "COVID-19 spread again.",
        "A Boeing 737 took off.",
        "Channel 4 showed the film.",
        "The Formula 1 season opened.",
        "Article 5 was invoked.",
        "Canada's No. 3 carrier failed.",
        "A pair of second-hand 737s was sold.",
        "The hearing is on June 26.",
        "He was born in 1961.",
        "The 2026 budget was passed.",
        "The decline between 2015 and 2023 was slow.",
        "It opened at 9:52 a.m. on Monday.",
        "It left at 11 p.m. and came back at noon.",
        "One of them fell.",
        "No one was hurt.",
        "One day it will end.",
        "They beat one another.",
        "1. The mayor resigned.",
        "The second half was dull.",
        "A 13th-century chalice was stolen.",
        "The third quarter of 2024 was weak.",
        "It happened three days ago.",
        "See https://example.org/2/45 for more.",
        "She took the quarter-final lightly.",
        "Interstate 95 was shut.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "number", "topic"),
    [
        ("killing 31 people and injuring 40", 31, "dead"),
        ("killing 31 people and injuring 40", 40, "hurt"),
        ("31 people were killed and 40 were wounded", 31, "dead"),
        ("31 people were killed and 40 were wounded", 40, "hurt"),
        ("25 people missing from a ferry", 25, "missing"),
        ("roughly two dozen are still unaccounted for", 24, "missing"),
        ("police arrested 17 people", 17, "held"),
        ("The death toll stood at 31", 31, "dead"),
        ("The bus carried 40 people", 40, ""),
    ],
)
def test_what_a_toll_is_of(text: str, number: float, topic: str) -> None:
    assert next(q.topic for q in quantities(text) if q.figure == number) == topic


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("31 people were killed", "peopl"),
        ("create 4,800 permanent jobs", "job"),
        ("dozens of homes burned", "hom"),
        ("a 43-metre vessel", "vessel"),
        ("11 of the 14 counts", "count"),
    ],
)
def test_what_is_counted(text: str, noun: str) -> None:
    assert quantities(text)[0].noun == noun


def test_hostile_text_comes_to_an_end() -> None:
    """Quadratic steps would take minutes here."""
    for part in ("1,", "one hundred ", "12-", "$", "at least ", "1 000 ", "two and ", "9" * 7 + "."):
        text = part * (60_000 // len(part))
        assert isinstance(quantities(text), tuple)


@pytest.mark.parametrize(
    ("text", "value"),
    [("It fell to -5 °C overnight.", -5), ("It fell to minus 12 degrees Celsius.", -12), ("It rose to 5 °C.", 5), ("It fell to −4 °F.", -20)])
def test_below_zero(text: str, value: float) -> None:
    assert only(text).low == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "values"),
    [("Police made two arrests in three attacks.", [2, 3]), ("It held two in three places.", [2, 3]),
     ("The victims, 12, were tourists.", [12]), ("The death toll rose by ten to 54.", [10, 54]), ("Rates fell by half in May.", [50])])
def test_numbers_side_by_side(text: str, values: list[float]) -> None:
    assert [q.figure for q in quantities(text)] == values


def test_a_figure_with_a_nought_behind_the_point_is_stated_to_a_tenth() -> None:
    assert only("Growth of 4.0 percent").step == pytest.approx(0.1)


def test_a_range_of_temperatures_is_not_below_zero() -> None:
    assert only("It will be 5-10 °C.").high == 10
