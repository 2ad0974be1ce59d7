"""Dates and clock times in news text: what they say and what an anchor adds."""

from __future__ import annotations

from datetime import date

import pytest

from checker.text.dates import DateKind, DateMention, dateline, dates

WEDNESDAY = date(2025, 3, 12)


def only(text: str, anchor: date | None = None) -> DateMention:
    found = dates(text, anchor)
    assert len(found) == 1, [m.text for m in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "12 March 2024",
        "12th of March 2024",
        "March 12, 2024",
        "March 12th 2024",
        "Mar. 12, 2024",
        "2024-03-12",
        "Tuesday, 12 March 2024",
    ],
)
def test_full_dates_need_no_anchor(text: str) -> None:
    mention = only(f"It opened on {text} in Aldra.")
    assert mention.resolved and mention.earliest == mention.latest == date(2024, 3, 12)
    assert mention.weekday == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [("25/12/2024", date(2024, 12, 25)), ("12/25/2024", date(2024, 12, 25)), ("03/03/2024", date(2024, 3, 3))],
)
def test_slashes_where_they_can_mean_one_day_only(text: str, day: date) -> None:
    assert only(text).earliest == day


@pytest.mark.parametrize(("text", "years"), [
    ("The 1500 flats were sold in 1900.", ["1900"]), ("It built 2000 new houses.", []), ("the 1848 revolutions", ["1848"]),
    ("since the 2000 elections", ["2000"]), ("From 1850 factories grew.", ["1850"]),
])
def test_a_count_of_four_figures_is_no_year(text: str, years: list[str]) -> None:
    assert [m.text for m in dates(text)] == years


@pytest.mark.parametrize("text", ["12/03/2024", "2024-13-40", "31 February 2024", "Room 1403", "version 3.12"])
def test_no_date(text: str) -> None:
    assert not [m for m in dates(text) if m.kind is DateKind.DAY]


@pytest.mark.parametrize(
    ("text", "kind", "known"),
    [
        ("in March", DateKind.MONTH, (None, 3, None)),
        ("March 2024", DateKind.MONTH, (2024, 3, None)),
        ("in 2019", DateKind.YEAR, (2019, None, None)),
        ("since 1998", DateKind.YEAR, (1998, None, None)),
        ("on June 9", DateKind.DAY, (None, 6, 9)),
        ("on the 12th.", DateKind.DAY, (None, None, 12)),
    ],
)
def test_partial_dates_keep_what_they_know(
    text: str, kind: DateKind, known: tuple[int | None, int | None, int | None]
) -> None:
    mention = only(text)
    assert (mention.kind, (mention.year, mention.month, mention.day)) == (kind, known)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It happened on Tuesday.", date(2025, 3, 11), date(2025, 3, 11)),
        ("It happened on Thursday.", date(2025, 3, 6), date(2025, 3, 6)),
        ("They will meet on Thursday.", date(2025, 3, 13), date(2025, 3, 13)),
        ("They meet next Monday.", date(2025, 3, 17), date(2025, 3, 17)),
        ("It happened yesterday.", date(2025, 3, 11), date(2025, 3, 11)),
        ("It starts tomorrow.", date(2025, 3, 13), date(2025, 3, 13)),
        ("It happened last month.", date(2025, 2, 1), date(2025, 2, 28)),
        ("It happened at the weekend.", date(2025, 3, 8), date(2025, 3, 9)),
        ("They will meet next weekend.", date(2025, 3, 15), date(2025, 3, 16)),
        ("It happened last week.", date(2025, 3, 3), date(2025, 3, 9)),
        ("It rose this year.", date(2025, 1, 1), date(2025, 12, 31)),
        ("It happened three days ago.", date(2025, 3, 9), date(2025, 3, 9)),
        ("It happened on December 30.", date(2024, 12, 30), date(2024, 12, 30)),
        ("Sentencing is set for Oct. 3.", date(2025, 10, 3), date(2025, 10, 3)),
        ("It opened in November.", date(2024, 11, 1), date(2024, 11, 30)),
    ],
)
def test_an_anchor_resolves(text: str, first: date, last: date) -> None:
    mention = only(text, WEDNESDAY)
    assert (mention.earliest, mention.latest) == (first, last)


@pytest.mark.parametrize(
    "text", ["last month", "three days ago", "yesterday", "a year earlier", "this week", "next year"]
)
def test_relative_dates_without_anchor_stay_open(text: str) -> None:
    mention = only(text)
    assert mention.kind is DateKind.RELATIVE and not mention.resolved


def test_a_weekday_without_anchor_is_still_a_weekday() -> None:
    mention = only("They met on Thursday.")
    assert (mention.weekday, mention.resolved) == (3, False)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("March 3-5, 2024", DateKind.RANGE, date(2024, 3, 3), date(2024, 3, 5)),
        ("between 2015 and 2023", DateKind.RANGE, date(2015, 1, 1), date(2023, 12, 31)),
        ("in 2023-24", DateKind.RANGE, date(2023, 1, 1), date(2024, 12, 31)),
        ("the third quarter of 2024", DateKind.QUARTER, date(2024, 7, 1), date(2024, 9, 30)),
        ("Q3 2024", DateKind.QUARTER, date(2024, 7, 1), date(2024, 9, 30)),
        ("the second half of 2028", DateKind.QUARTER, date(2028, 7, 1), date(2028, 12, 31)),
        ("the 1990s", DateKind.DECADE, date(1990, 1, 1), date(1999, 12, 31)),
        ("a 13th-century chalice", DateKind.CENTURY, date(1201, 1, 1), date(1300, 12, 31)),
    ],
)
def test_stretches(text: str, kind: DateKind, first: date, last: date) -> None:
    mention = only(text)
    assert (mention.kind, mention.earliest, mention.latest) == (kind, first, last)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 11 p.m.", 23 * 60),
        ("at 4:15am", 4 * 60 + 15),
        ("at 1.15am", 75),
        ("at 12 a.m.", 0),
        ("at 12 p.m.", 720),
        ("at noon", 720),
        ("at midnight", 0),
        ("at 17:30", 17 * 60 + 30),
        ("at 0300 UTC", 180),
        ("around 11 on Monday night", 23 * 60),
        ("at 3.40 in the morning", 3 * 60 + 40),
        ("at 3.40 in the afternoon", 15 * 60 + 40),
    ],
)
def test_clock_times(text: str, minutes: int) -> None:
    assert [m.minutes for m in dates(text) if m.kind is DateKind.CLOCK] == [minutes]


def test_a_time_zone_is_never_invented() -> None:
    assert only("at 9:52 a.m. ET").zone == "ET"
    assert only("at 9:52 a.m.").zone == ""


def test_half_past_five_may_be_either() -> None:
    assert not only("at 5:30").half_day
    assert only("at 17:30").half_day


@pytest.mark.parametrize(
    "text",
    [
        "They may march.",
        "May said so.",
        "It sold 2019 homes to 1500 people.",
        "It cost $2,024.",
        "The ratio was 3:1.",
        "August Weber spoke.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert dates(text) == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("mayor since 2014", "since"),
        ("by the end of 2030", "by"),
        ("until 2034", "until"),
        ("in 2014", ""),
        ("did not leave until 1.15am", ""),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "anchor", "day"),
    [
        ("MANILA, March 12 - Rescuers searched on.", WEDNESDAY, date(2025, 3, 12)),
        ("MANILA, March 12 (Reuters) - Rescuers searched on.", WEDNESDAY, date(2025, 3, 12)),
        ("LYON, France, 12 March 2024 — Police searched on.", None, date(2024, 3, 12)),
        ("MANILA, March 12 - Rescuers searched on.", None, None),
        ("PILAR, Philippines (AP) — Rescuers searched on.", WEDNESDAY, None),
        ("Rescuers searched on. March 12 - a day", WEDNESDAY, None),
        ("", WEDNESDAY, None),
    ],
)
def test_datelines(text: str, anchor: date | None, day: date | None) -> None:
    assert dateline(text, anchor) == day


def test_an_anchor_at_the_edge_of_the_calendar_raises_nothing() -> None:
    text = "next year, last year, tomorrow, yesterday, last week, next Monday; 12 March, 99 decades ago, last month, "
    text += "next month"
    for anchor in (date.min, date.max):
        assert len(dates(text, anchor)) == 10


@pytest.mark.parametrize(("text", "words", "day"), [
    ("It said on Saturday that it had bought the mill the day before.", "the day before", date(2025, 3, 7)),
    ("The vote was held on 3 March. The next day the mayor resigned.", "The next day", date(2025, 3, 4)),
    ("Talks opened on Monday and broke down a day later.", "a day later", date(2025, 3, 11)),
    ("Talks broke down on Tuesday, a day earlier than planned.", "a day earlier", date(2025, 3, 10)),
])
def test_the_day_before_is_counted_from_the_day_named_before_it(text: str, words: str, day: date) -> None:
    mention = dates(text, WEDNESDAY)[-1]
    assert mention.text == words and mention.earliest == mention.latest == day


def test_the_day_before_knows_its_weekday_without_an_anchor() -> None:
    mention = dates("They met on Friday; the following day they signed.")[-1]
    assert mention.weekday == 5 and not mention.resolved


@pytest.mark.parametrize("text", ["On Friday they met the day before the vote.", "The day before, nobody had come.",
                                  "In March they met; the next day they signed."])
def test_the_day_before_stays_open_where_no_day_was_named_or_something_else_is_meant(text: str) -> None:
    assert not [m for m in dates(text, WEDNESDAY) if "day" in m.text.split() and m.resolved]


@pytest.mark.parametrize(("text", "words", "year"), [
    ("Orders were worth 410 million in 2025, against 205 million a year earlier.", "a year earlier", 2024),
    ("Founded in 1974, it opened a shop three years later.", "three years later", 1977),
    ("In March 2019 it closed; the following year it was sold.", "the following year", 2020),
    ("It lost money in 2021, and had the year before.", "the year before", 2020),
])
def test_a_year_is_counted_from_the_year_named_before_it(text: str, words: str, year: int) -> None:
    mention = dates(text)[-1]
    assert (mention.text, mention.year, mention.kind) == (words, year, DateKind.YEAR)


@pytest.mark.parametrize("text", ["He left in 2003, a year before his wife.", "Due in 2030, two years earlier than planned.",
                                  "Since 2010 it had grown; two years later it shrank.", "It opened in 2019. Sales fell from a year earlier.",
                                  "On Friday they met, a day before the vote."])
def test_what_is_counted_from_something_else_stays_open(text: str) -> None:
    assert not dates(text, WEDNESDAY)[-1].resolved
