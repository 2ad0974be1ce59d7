"""Dates and clock times of a claim against a passage."""

from __future__ import annotations

from datetime import date

import pytest

from checker.comparers.dates import compare
from checker.comparers.side import Side

WEDNESDAY = date(2025, 3, 12)

MATCHES = [
    ("The bridge opened on 12 March 2024.", "The bridge opened on March 12, 2024."),
    ("The bridge opened on March 12.", "The bridge opened on 12 March 2024."),
    ("The bridge opened in March.", "The bridge opened on March 12."),
    ("The bridge opened in 2024.", "The bridge opened on 12 March 2024."),
    ("The bridge opened on Thursday.", "On Thursday the bridge was opened."),
    ("The ferry left at 11 p.m.", "The ferry set out at 23:00."),
    ("The ferry left at about 11 p.m.", "The ferry set out at 11:20 p.m."),
    ("The airline grounded its jets at midnight.", "The carrier stopped all flights at 12 a.m. ET."),
    ("Trading will stop next week.", "The exchange said trading would stop next week."),
    ("Sales fell in the third quarter of 2024.", "In Q3 2024 sales fell."),
    ("The chalice dates from the 13th century.", "The chalice is a 13th-century work."),
    ("The tower was built in the 1990s.", "The tower was built in 1994."),
    ("She has been mayor since 2012.", "She was elected mayor in 2012."),
]

CONFLICTS = [
    ("The Aldra bridge opened to traffic on 12 March 2024.", "The Aldra bridge opened to traffic on 21 March 2024."),
    ("The Aldra bridge opened to traffic on March 12.", "The Aldra bridge opened to traffic on May 12."),
    (
        "The unions in Aldra called a general strike for 11 December.",
        "The unions in Aldra called a general strike for 18 December.",
    ),
    ("Halvorsen opened the Aldra museum in 2014.", "Halvorsen opened the Aldra museum in 2012."),
    ("The Aldra museum will reopen to visitors on Thursday.", "The Aldra museum will reopen to visitors on Friday."),
    ("The ferry left the port of Pilar at about 11 p.m.", "The ferry did not leave the port of Pilar until 1.15am."),
    (
        "The reliquary of Saint Oda was made in the 13th century.",
        "The reliquary of Saint Oda was made in the 11th century.",
    ),
]

NO_CONFLICTS = [
    # the day of saying is not the day of the event
    ("The Aldra factory exploded on Tuesday.", "The Aldra factory exploded, the mayor of Aldra said on Wednesday."),
    ("The Aldra factory exploded on Tuesday.", "ALDRA, March 14 - The Aldra factory exploded and burned down."),
    # another event
    ("The Aldra bridge opened to traffic in 2014.", "The Aldra mayor was born in 1961."),
    ("The ferry left Pilar at 11 p.m.", "It was due in Masby at 5 a.m."),
    ("The Aldra museum will reopen on Thursday.", "The storm hit Leyte on Friday."),
    # wider, narrower, bounded
    ("The Aldra bridge opened to traffic on March 12.", "The Aldra bridge opened to traffic in March."),
    ("The Aldra bridge will open by 2030.", "The Aldra bridge will open in 2028."),
    ("The Aldra bridge opened to traffic on Thursday.", "The Aldra bridge opened to traffic in March."),
    # no common ground
    ("The Aldra bridge opened to traffic last month.", "The Aldra bridge opened to traffic a year earlier."),
    ("The ferry left Pilar at 5:30.", "The ferry left Pilar at 17:30."),
    ("The ferry left Pilar at 5 a.m.", "The ferry left Pilar at 0300 UTC."),
    # a date that was moved
    (
        "The Aldra bridge was originally to open on 19 October.",
        "The Aldra bridge will open on 12 October, a week early.",
    ),
]


@pytest.mark.parametrize(("claim", "passage"), MATCHES)
def test_matches(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert (signal.matched, signal.conflicting) == (1, 0)


@pytest.mark.parametrize(("claim", "passage"), CONFLICTS)
def test_conflicts(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert (signal.matched, signal.conflicting) == (0, 1)
    assert signal.rule == "date-conflict" and signal.message.startswith('story: "')


@pytest.mark.parametrize(("claim", "passage"), NO_CONFLICTS)
def test_near_misses(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.conflicting == 0, signal.message


def test_anchors_bring_yesterday_and_tuesday_together() -> None:
    claim = Side("The bridge opened on Tuesday.", anchor=WEDNESDAY)
    assert compare(claim, Side("The bridge opened yesterday.", anchor=WEDNESDAY)).matched == 1


def test_this_month_holds_a_day_of_it() -> None:
    claim = Side("The bridge opened this month.", anchor=WEDNESDAY)
    assert compare(claim, Side("The bridge opened on 11 March 2025.", anchor=WEDNESDAY)).matched == 1


def test_relative_dates_that_nothing_resolves_are_left_out() -> None:
    signal = compare(Side("The bridge opened last month."), Side("The bridge opened on 3 May 2021."))
    assert signal.total == 0


def test_a_date_matched_anywhere_never_conflicts() -> None:
    claim = Side("The Aldra museum will reopen to visitors on Thursday.")
    passage = Side("The Aldra museum will reopen to visitors on Friday. Staff will be let in on Thursday.")
    assert compare(claim, passage).conflicting == 0


def test_marks_point_into_story_and_document() -> None:
    story = "Rain fell. Halvorsen opened the Aldra museum in 2014."
    article = "It rained. Halvorsen opened the Aldra museum in 2012."
    (mark,) = compare(Side(story[11:], 11), Side(article[11:], 11)).marks
    assert mark.kind == "date" and mark.conflict
    assert mark.claim is not None and mark.claim.of(story) == "2014"
    assert mark.passage is not None and mark.passage.of(article) == "2012"
