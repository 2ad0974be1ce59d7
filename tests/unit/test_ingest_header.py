"""Header lines, titles, bylines and dates: what stands above the prose, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from checker.ingest.header import names_in, read_header
from checker.ingest.published import dateline_date, parse_date

KNOWN = {"radio and tv malta": "Radio and TV Malta", "le monde": "Le Monde", "stars & stripes": "Stars and Stripes"}
PROSE = "The ferry sank on Monday, police said. Fourteen people died.\n"


def resolve(name: str) -> str | None:
    return KNOWN.get(name.casefold())


def header_of(text: str) -> tuple[tuple[str, ...], str | None, date | None, str]:
    found = read_header(text, text, resolve)
    return found.credits, found.title, found.published, text[found.end :]


@pytest.mark.parametrize(
    ("head", "credits", "title", "published"),
    [
        ("", (), None, None),
        ("Credited from: LEMONDE\n", ("LEMONDE",), None, None),
        ("CREDITED FROM : SCMP, Le Monde, and LA Times\n", ("SCMP", "Le Monde", "LA Times"), None, None),
        ("Sources: Reuters and AP\n", ("Reuters", "AP"), None, None),
        ("Source: Radio and TV Malta\n", ("Radio and TV Malta",), None, None),
        ("source: lemonde.fr\n", ("lemonde.fr",), None, None),
        (
            "Credited from: STAT\nTitle: A dose of doubt.\nPublished: 2026-05-14\n\n",
            ("STAT",),
            "A dose of doubt.",
            date(2026, 5, 14),
        ),
        ("\n\nTitle: Ferry sinks\n\nDate: 14 May 2026\n\n", (), "Ferry sinks", date(2026, 5, 14)),
        ("Ferry sinks off Bergen\n\n", (), "Ferry sinks off Bergen", None),
        ("Ferry sinks off Bergen\nCredited from: AP\n", ("AP",), "Ferry sinks off Bergen", None),
        ("Who sank the ferry?\n\n", (), "Who sank the ferry?", None),
        ("Credited from: AP\nFerry sinks\n\nBy Kari Moen and Lars Vik in Bergen\n\n", ("AP",), "Ferry sinks", None),
        ("Title: Ferry sinks\n\nFerry sinks\n\n", (), "Ferry sinks", None),
        ("Author: Kari Moen\nSection: World\nUpdated: 2026-05-14T10:00:00Z\n", (), None, date(2026, 5, 14)),
        ("Credited from： AP\n", ("AP",), None, None),
    ],
)
def test_what_stands_above_the_prose(
    head: str, credits: tuple[str, ...], title: str | None, published: date | None
) -> None:
    assert header_of(head + PROSE) == (credits, title, published, PROSE)


@pytest.mark.parametrize(
    "prose",
    [
        "Sources: two dead in Paris attack, the police told reporters.\n",
        "Source: officials who were not allowed to speak\n",
        "Update: rescue teams said late on Monday that they had found nobody.\n",
        "Date: nobody could say when the ferry had left, the harbour master added on Monday.\n",
        "By Monday Kari Moen\nhad left the ministry.\n",
        "The ferry sank on Monday.\n\nFourteen people died.\n",
        "The ferry sank on Monday\nand fourteen people died.\n",
        "Fourteen people died:\n\nthree children among them.\n",
        f"{'The ferry that sank off Bergen ' * 5}\n\nIt was old.\n",
        "Fourteen people died when the ferry sank off Bergen\n",
        "Link: the two men had met before\n",
        "The minister said: Source: AP\n",
    ],
)
def test_prose_stays_prose(prose: str) -> None:
    credits, title, published, body = header_of(prose)
    assert (credits, title, published, body) == ((), None, None, prose)


def test_a_header_below_the_prose_is_none() -> None:
    credits, _, _, body = header_of(PROSE + "\nCredited from: AP\n")
    assert credits == () and body.endswith("Credited from: AP\n")


@pytest.mark.parametrize(
    ("line", "domain"),
    [
        ("URL: https://www.lemonde.fr/a_b/c*d*e", "lemonde.fr"),
        ("Link: <https://edition.cnn.com/x>", "edition.cnn.com"),
        ("Source: https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("URL: reuters.com", "reuters.com"),
    ],
)
def test_the_domain_of_an_address(line: str, domain: str) -> None:
    assert read_header(line + "\n" + PROSE, line + "\n" + PROSE, resolve).domain == domain


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("AP", ("AP",)),
        ("AP, AP and AP", ("AP",)),
        ("SCMP; Le Monde & LA Times", ("SCMP", "Le Monde", "LA Times")),
        ("Stars & Stripes and AP", ("Stars", "Stripes", "AP")),
        ("Stars & Stripes, AP", ("Stars & Stripes", "AP")),
        ('"Le Monde", the “Guardian”.', ("Le Monde", "the “Guardian")),
        ("Andina and Sandmonitor", ("Andina", "Sandmonitor")),
        (" , and ", ()),
    ],
)
def test_names_of_a_list(written: str, names: tuple[str, ...]) -> None:
    assert names_in(written, resolve) == names


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2026-03-12", date(2026, 3, 12)),
        ("2026-03-12T23:59:00+02:00", date(2026, 3, 12)),
        ("2026/03/12 10:00", date(2026, 3, 12)),
        ("20260312", date(2026, 3, 12)),
        ("12 March 2026", date(2026, 3, 12)),
        ("Thursday, 12th of March, 2026", date(2026, 3, 12)),
        ("Mar. 12, 2026", date(2026, 3, 12)),
        ("Sept 1 2026, 6:15 am", date(2026, 9, 1)),
        ("12.03.2026", date(2026, 3, 12)),
        ("13/3/2026", date(2026, 3, 13)),
        ("3/13/2026", date(2026, 3, 13)),
        ("3/3/2026", date(2026, 3, 3)),
        ("3/4/2026", None),
        ("31 February 2026", None),
        ("March 12", None),
        ("2026", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_in_full(written: str, when: date | None) -> None:
    assert parse_date(written) == when


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("PARIS, March 12, 2026 (Reuters) — The ferry sank.", date(2026, 3, 12)),
        ("BERGEN, Norway, 12 March 2026 - The ferry sank.", date(2026, 3, 12)),
        ("BERGEN, Norway, March 12 - The ferry of 1 May 2020 sank.", None),
        ("The treaty of 12 March 2020 - signed in Paris - is dead.", None),
        ("PARIS (AP) — The treaty was signed on 12 March 2020.", None),
    ],
)
def test_datelines(line: str, when: date | None) -> None:
    assert dateline_date(line) == when


@pytest.mark.parametrize("value", ["3/4/2026", "soon"])
def test_a_date_that_says_nothing_is_noted(value: str) -> None:
    text = f"Published: {value}\n{PROSE}"
    found = read_header(text, text, resolve)
    assert found.published is None and value in found.notes[0] and text[found.end :] == PROSE
