"""The Markdown report, read back by a Markdown parser: its own structure is there, and no text became any."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checker.report.markdown import escaped, render_markdown
from checker.report.sanitize import one_line
from checker.types import Report
from tests.factories import make_comparison, make_inside_report, make_report

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def as_html(markdown: str) -> str:
    return PARSER.render(markdown)


def as_text(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html)).replace("\u200b", "")


def headings(report: Report) -> list[tuple[str, str]]:
    return re.findall(r"<h(\d)>(.*?)</h\d>", as_html(render_markdown(report)))


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |",
        "`code`",
        "*bold* and _slanted_",
        "[a](javascript:alert(1))",
        "![a](http://x.invalid/a.png)",
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "> quote",
        "===",
        "---",
        "~~gone~~",
        "```",
        "&lt;b&gt; &amp;",
        "a\\*b",
        "<http://x.invalid>",
        "=cmd()",
        "$x$ and US$5",
        "[x]: http://x.invalid",
        "a | b",
        "    indented",
        "***",
        "two\n\nparagraphs",
        "![",
        "\\",
        "^[note]",
        "Terms\n: definition",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "> {}", "- {}", "| a |\n|---|\n| {} |", "word {} word"])
def test_no_text_becomes_markup(text: str, frame: str) -> None:
    """Whatever stands in the place of an innocent word: the elements stay those of the frame, the text is the text."""
    found, expected = as_html(frame.format(escaped(text))), as_html(frame.format("innocent"))
    assert re.findall(r"<[^>]+>", found) == re.findall(r"<[^>]+>", expected)
    assert one_line(as_text(found)) == one_line(as_text(expected).replace("innocent", one_line(text)))


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back_from_a_quotation(text: str) -> None:
    html = as_html(f"> {escaped(text)}")
    assert set(re.findall(r"</?(\w+)", html)) <= {"blockquote", "p"}
    assert one_line(as_text(html)) == one_line(one_line(text).replace("\u200b", ""))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("see https://x.invalid/a", "https://x"),
        ("see www.x.invalid", "www.x"),
        ("by @someone", "@someone"),
        ("a@x.invalid", "a@x"),
        ("as #12 says", "#12"),
    ],
)
def test_nothing_is_left_to_be_linked(text: str, link: str) -> None:
    assert link in text
    assert link not in escaped(text)


def test_plain_prose_stays_as_it_is() -> None:
    text = "The ferry, 43 metres long, sank at 4 a.m. on Tuesday - “too early”, he said; 1.5 million saw it (twice)."
    assert escaped(text) == text.replace("(", "\\(").replace(")", "\\)")


def test_the_outline() -> None:
    assert headings(make_report()) == [
        ("1", "Fact consistency: Bridge over the Aldra reopens"),
        ("2", "Findings of the whole run"),
        ("2", "Coverage"),
        ("2", "Claims"),
        ("3", "1. ✓ agreement (97% sure)"),
        ("3", "2. ≠ divergence (93% sure)"),
        ("3", "3. ≠ divergence (over 99% sure)"),
        ("3", "4. ? unsupported (71% sure)"),
        ("3", "5. ? unsupported (100% sure)"),
    ]


def test_the_tables_have_all_rows() -> None:
    html = as_html(render_markdown(make_report()))
    assert html.count("<table>") == 3
    rows = [re.findall(r"<td.*?>(.*?)</td>", row, re.S) for row in re.findall(r"<tr>(.*?)</tr>", html, re.S)]
    assert [
        "2",
        "≠ divergence",
        "The work cost 62 million euros, Reuters reported.",
        "Reuters: contradicts; AP: silent (not credited)",
    ] in rows
    assert ["Reuters", "Aldra bridge open to traffic again", "2026-03-02", "coverage/reuters.txt"] in rows


def test_findings_and_evidence_follow_their_claim() -> None:
    text = render_markdown(make_report())
    section = text[text.index("### 2.") : text.index("### 3.")]
    assert (
        "- **error** *number-conflict*: Reuters: 62 million euros in the story, 26 million euros in the article."
        in section
    )
    assert "**Reuters** (credited): contradicts, 90% sure, reports others as saying this" in section
    assert "> The bill came to 26 million euros, the city said." in section
    assert "> ≠ 62 million euros in the story, 26 million euros in the article" in section
    assert "> — Reuters, “Aldra bridge open to traffic again”, coverage/reuters.txt, line 3" in section


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (make_inside_report, "No coverage was given: claims of the outlets inside the story"),
        (lambda: make_report(results=()), "No claim was checked. This is no pass"),
        (make_comparison, "Comparison of 3 documents of 3 outlets"),
    ],
)
def test_the_modes_are_said(make, says: str) -> None:
    assert says in as_text(as_html(render_markdown(make())))
