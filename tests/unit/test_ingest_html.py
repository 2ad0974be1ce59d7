"""Web pages: the article and what the page says of itself; no page may hang, crash or reach the network."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.ingest import read_document
from checker.ingest.html import looks_like_html, read_html

FIRST = "Fourteen people died when the ferry Anna Lund sank off Bergen on Monday, the coast guard said."
SECOND = (
    "“We warned the owners twice about the bow doors,” said Kari Moen, who had inspected the ship in Gdańsk in March."
)
THIRD = "The search went on through the night with two helicopters and eleven boats from the villages along the fjord."
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry sinks off Bergen | The Harrowbeck Gazette</title>
<meta property="og:site_name" content="The Harrowbeck Gazette">
<meta property="og:title" content="Ferry sinks off Bergen">
<meta property="article:published_time" content="2199-03-12T23:30:00+01:00">
<link rel="canonical" href="https://www.harrowbeck.example/ferry">
<script>var ignored = "a script with words in it";</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry sinks off Bergen</h1><p>{FIRST}</p><h2>Two warnings</h2><p>{SECOND}</p>
<table><tr><td>Year</td><td>Dead</td></tr></table><p>{THIRD.replace("helicopters", "<b>helicopters</b>")}</p></article>
<div id="comments"><p>A reader writes that all of this is the fault of the government in Oslo.</p></div>
<footer><p>Copyright The Harrowbeck Gazette. All rights reserved in all countries.</p></footer></body></html>"""


def test_an_article() -> None:
    draft = read_html(PAGE.encode(), "x.html")
    assert [line for line in draft.plain.split("\n") if line.strip()] == [FIRST, SECOND, THIRD]
    assert "Two warnings" in draft.text and len(draft.text) == len(draft.plain)
    assert draft.header.title == "Ferry sinks off Bergen"
    assert draft.header.published == date(2199, 3, 12)
    assert draft.names[0] == "The Harrowbeck Gazette" and "harrowbeck.example" in draft.names


def test_a_page_saved_under_another_name(tmp_path: Path) -> None:
    for name in ("page.txt", "page", "page.HTM", "page.story"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
        document = read_document(tmp_path / name)
        assert (document.outlet, document.title) == ("The Harrowbeck Gazette", "Ferry sinks off Bergen")
        assert document.body.of(document.plain).strip().startswith(FIRST)


@pytest.mark.parametrize(
    "head",
    [b"<!DOCTYPE HTML PUBLIC>", b"\xef\xbb\xbf \n<html lang=fr>", b"<!-- saved --><html>",
     b'<?xml version="1.0"?><html>',
     "<html>".encode("utf-16"), b"<body>"],
)  # fmt: skip
def test_what_looks_like_a_page(head: bytes) -> None:
    assert looks_like_html(head)


@pytest.mark.parametrize(
    "head", [b"The <html> tag is old.", b"<3 said the minister", b"", b"<b>Bold</b> claims", b"<htmlx>"]
)
def test_what_does_not(head: bytes) -> None:
    assert not looks_like_html(head)


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<html><body><h1>Ferry</h1><p>Fourteen people died on Monday.</p>"
         "<p>Nobody knew why<br>it sank.</p></body></html>",
         ["Fourteen people died on Monday.", "Nobody knew why it sank."]),
        ("<p>Fourteen people died on Monday.</p>", ["Fourteen people died on Monday."]),
        ("Fourteen people died, and 3 < 4.", ["Fourteen people died, and 3 < 4."]),
    ],
)  # fmt: skip
def test_short_pages(page: str, lines: list[str]) -> None:
    assert read_html(page.encode(), "x.html").plain.split("\n") == lines


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-2", "iso8859_2"), ("windows-1250", "cp1250"), ("utf-8", "utf-8"), ("no-such", "utf-8")],
)
def test_the_encoding_that_a_page_declares(charset: str, encoding: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"').replace("“", '"').replace("”", '"')
    assert "in Gdańsk in March" in read_html(page.encode(encoding), "x.html").text


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<html><body></body></html>",
     "<html><body><script>var words = 'a script only';</script></body></html>",
     "<!doctype html>", "<html><head><title>Ferry sinks</title></head></html>", "<!--" * 50_000, "<script>" * 50_000],
)  # fmt: skip
def test_a_page_without_an_article(page: str) -> None:
    with pytest.raises(InputError, match=r"x\.html: no article text found"):
        read_html(page.encode(), "x.html")


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<html><body>" + "<div>" * 100_000 + "x" + "</div>" * 100_000, "nested"),
        ("<html><body>" + "<b><i>" * 50_000 + "x", "nested"),
        ("<html><body><svg>" + "<g>" * 300, "nested"),
        ("<html><body>" + "<br>" * 60_000, "tags"),
        ("<html><body>" + "<p>Fourteen people died.</p>" * 60_000, "tags"),
    ],
)
def test_monsters_are_refused_at_once(page: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_html(page.encode(), "x.html")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<p>Fourteen people died when the ferry sank.\n" * 3_000,
        "<html><body><article>" + "<div>" * 150 + f"<p>{FIRST}</p>" + "</div>" * 150,
        "<html><body>" + "<ul><li>" * 90 + FIRST,
        f"<html><body><p>{FIRST}</p></b></i></div></p></table>" + "</div>" * 5_000,
        f"<html><body><svg>{'<path/>' * 1_000}</svg><p>{FIRST}</p>",
        f"<html><body><p>{FIRST}</p>" + "<" * 200_000,
        f"<html><body><p>{FIRST}&#0;&#x1F600;&bogus;\ud800</p>",
    ],
)
def test_odd_pages_are_read(page: str) -> None:
    assert "ferry" in read_html(page.encode("utf-8", "replace"), "x.html").plain


def test_a_page_that_the_library_stumbles_over(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def stumble(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", stumble)
    with pytest.raises(InputError, match="cannot be read .RecursionError."):
        read_html(PAGE.encode(), "x.html")


def test_nothing_is_fetched_and_nothing_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    entity = (
        '<!DOCTYPE html SYSTEM "http://x.example/y.dtd"><html><head><link rel=stylesheet href="http://x.example/a">'
    )
    with caplog.at_level(logging.DEBUG):
        read_html((entity + f'<body><img src="http://x.example/i.png"><p>{FIRST}</p></body></html>').encode(), "x.html")
        with pytest.raises(InputError):
            read_html(b"<html></html>", "x.html")
    assert not caplog.records


def test_the_same_page_gives_the_same_draft() -> None:
    assert read_html(PAGE.encode(), "x.html") == read_html(PAGE.encode(), "x.html")


def test_importing_the_readers_is_light() -> None:
    heavy = ("lxml", "trafilatura", "charset_normalizer", "numpy")
    code = f"import sys, checker.ingest; print([m for m in {heavy} if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
