"""What must hold of quantities, dates and their comparison for any text and any number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparers import dates as compare_dates
from checker.comparers import quantities as compare_quantities
from checker.comparers.side import Side
from checker.text.dates import dates
from checker.text.quantities import quantities

PIECES = st.sampled_from(
    "31 people|about|at least|1,200|$3.4 million|per cent|killed|the|half|a third of|2-1|won|on Thursday|March 12|in"
    " 2019|11 p.m.|dozens of|homes|"
    "Aldra|said|€|twenty-five|to|and|between|.|,|\n|No. 3|one|of them|km|three months|ago|last week|34-year-old|%|-"
    "|US$|bn|more than|   |№|½|٣".split("|")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))
ANCHORS = st.one_of(st.none(), st.dates())

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    rest = number % 1000
    return f"{in_words(number // 1000)} thousand" + (f" {in_words(rest)}" if rest else "")


@given(TEXTS)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.of(text) == quantity.text
        assert quantity.low <= quantity.high
        end = quantity.span.end


@given(TEXTS, ANCHORS)
def test_dates_lie_in_the_text_in_order(text: str, anchor: date | None) -> None:
    end = 0
    for mention in dates(text, anchor):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.text
        assert mention.resolved == (mention.earliest is not None) == (mention.latest is not None)
        assert not mention.resolved or mention.earliest <= mention.latest  # type: ignore[operator]
        end = mention.span.end


@given(st.integers(2, 999_999))
def test_digits_and_words_are_one_number(number: int) -> None:
    (digits,) = quantities(f"The fire drove out {number:,} residents.")
    (words,) = quantities(f"The fire drove out {in_words(number)} residents.")
    assert (digits.low, digits.high, digits.kind, digits.noun, digits.step) == (
        words.low,
        words.high,
        words.kind,
        words.noun,
        words.step,
    )


@given(TEXTS, ANCHORS)
def test_a_text_never_conflicts_with_itself(text: str, anchor: date | None) -> None:
    side = Side(text, anchor=anchor)
    for compare in (compare_quantities.compare, compare_dates.compare):
        signal = compare(side, side)
        assert signal.conflicting == 0 and signal.absent == 0


SENTENCES = (
    "The storm killed {} people in Aldra.",
    "The plant in Aldra will create {} jobs.",
    "The regulator fined Norland Bank ${} million.",
    "The repairs of the Aldra bridge cost {} million euros.",
    "Inflation in Norland rose to {} percent.",
    "Turnout in the Aldra election was {} per cent.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@given(one=st.integers(2, 99), two=st.integers(2, 99))
def test_changing_the_one_number_is_a_conflict(sentence: str, one: int, two: int) -> None:
    signal = compare_quantities.compare(Side(sentence.format(one)), Side(sentence.format(two)))
    if one == two:
        assert (signal.matched, signal.conflicting) == (1, 0)
    elif abs(one - two) > 0.05 * max(one, two):
        assert (signal.matched, signal.conflicting) == (0, 1)
    else:
        # Within rounding it may be the same or open, but counts below a hundred are exact.
        assert signal.conflicting == 1 or "{} people" not in sentence and "{} jobs" not in sentence


PREFIXES = st.sampled_from(
    [
        "",
        "Rain fell all day. ",
        "The mayor of Osby kept silent. ",
        "Nobody answered the telephone. ",
        "“We wait,” a baker said. ",
    ]
)


@given(PREFIXES, PREFIXES, st.integers(2, 99), st.integers(2, 99))
def test_irrelevant_sentences_before_change_nothing(before: str, prefix: str, one: int, two: int) -> None:
    claim, passage = f"The storm killed {one} people in Aldra.", f"The storm left {two} people dead in Aldra."
    plain = compare_quantities.compare(Side(claim), Side(passage))
    longer = compare_quantities.compare(Side(before + claim), Side(prefix + passage))
    assert (plain.matched, plain.conflicting, plain.absent) == (longer.matched, longer.conflicting, longer.absent)


@given(st.integers(2, 99), st.integers(2, 99))
def test_figures_of_unrelated_sentences_never_conflict(one: int, two: int) -> None:
    signal = compare_quantities.compare(
        Side(f"The storm killed {one} people in Aldra."),
        Side(f"The orchestra of Osby hired {two} players for its new hall."),
    )
    assert signal.conflicting == 0
