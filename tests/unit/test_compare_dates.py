"""Dates and clock times of a claim against a passage."""

from __future__ import annotations

from datetime import date

import pytest

from checker.comparers.dates import compare, rivals
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
    ("The summit opens in early June.", "The summit opens on 3 June."),
    ("She was appointed in early 2019.", "She was appointed in February 2019."),
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

CONFLICTS += [
    ("Lund was appointed head of the Aldra port in early 2019.", "Lund was appointed head of the Aldra port in November 2019."),
    ("The port of Aldra reopened on Thursday.", "The port of Aldra, closed since Monday, reopened on Friday."),
    ("The strike in Aldra began on Monday.", "The strike in Aldra started on Friday."),
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
    ("The summit in Aldra opens on 3 June.", "The summit in Aldra opens in early June."),
    # another step of the same affair
    ("Brandt was arrested on Tuesday in Aldra.", "Brandt was charged in Aldra on Thursday."),
    ("The trial of Ola Brandt ended on 14 May.", "The trial of Ola Brandt began on 2 February."),
    ("Norland signed the fishing treaty in 2016.", "Norland left the fishing treaty in 2021."),
    ("The ceasefire in Aldra took effect on Friday.", "The ceasefire in Aldra was agreed on Thursday."),
    ("Holm won the Aldra prize in 2011.", "Holm won the Osby prize in 2015."),
    ("Norland joined the union in 2004.", "Norland applied to join the union in 1997."),
    ("The port of Aldra reopened on Thursday.", "The port of Aldra was shut on Monday."),
    ("The ferry sank at 3 a.m. off Aldra.", "Rescuers reached the ferry off Aldra at 5 a.m."),
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


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The talks in Aldra collapsed last weekend.", "The talks in Aldra collapsed on Sunday.", (1, 0)),
        ("The accord was signed in Aldra over the weekend.", "The accord was signed in Aldra on 2 March.", (0, 1)),
        ("The accord was signed in Aldra over the weekend.", "The accord was signed in Aldra on Wednesday.", (0, 0)),
        ("Brandt was arrested in Aldra last month.", "Brandt was arrested in Aldra on 3 March.", (0, 1)),
        ("Brandt was arrested in Aldra last month.", "Brandt was arrested in Aldra on 20 February.", (1, 0)),
        ("The summit in Aldra opens in early June.", "The summit in Aldra opens on 27 June.", (0, 1)),
        ("The summit in Aldra opens in late June.", "The summit in Aldra opens in June.", (0, 0)),
    ],
)
def test_weekends_last_month_and_parts_of_months(claim: str, passage: str, expected: tuple[int, int]) -> None:
    signal = compare(Side(claim, anchor=WEDNESDAY), Side(passage, anchor=WEDNESDAY))
    assert (signal.matched, signal.conflicting) == expected


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


@pytest.mark.parametrize(("claim", "sentence", "wanted"), [
    ("The bridge opened in 1974.", "It was opened to traffic in 1979.", ["1979"]),
    ("The bridge opened in 1979.", "It was opened to traffic in 1979.", []),
    ("The bridge opened.", "It was opened to traffic in 1979.", []),
    ("The mill was bought on Friday.", "The mill has been sold, the firm said on Saturday.", []),
    ("The mill was bought on Friday.", "The mill changed hands on Saturday.", ["Saturday"]),
])
def test_another_date_in_the_place_of_the_claims(claim: str, sentence: str, wanted: list[str]) -> None:
    signal = compare(Side(claim), Side(sentence, document=sentence))
    assert [span.of(sentence) for span in rivals(Side(claim), Side(sentence), [signal])] == wanted
