"""Hostile text in every field of a report, in every format: it is shown, and does nothing."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from checker.report import render
from checker.report.sanitize import one_line
from checker.types import Report
from tests.factories import make_comparison, make_inside_report, make_report
from tests.unit.test_report_html import Page

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of style": "</style></script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "rich tag": "[red]x[/red][/]",
    "terminal escape": "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "formula": "=cmd()|' /C calc'!A0",
    "link": "](javascript:alert(1)) [a](javascript:alert(2)) javascript:alert(3)",
    "bidi": "\u202etxt.exe\u202c \u2066x\u2069",
    "table": "a | b\n|---|---|\n# heading",
    "html comment": "<!-- --> <![CDATA[ ]]> <?php ?>",
    "lone surrogate": "half \ud800 a character",
    "separators": "one\u2028two\u2029three\x85four\x00five\rsix",
    "entity": "&lt;b&gt; &#60;script&#62;",
    "empty": "",
    "long word": "x" * 500,
}
KEPT = {"mode"}
"""Fields that are ours and steer the rendering."""


def poisoned(value: Any, text: str) -> Any:
    """The value with the text in front of every string that comes from outside; offsets stay, and quote other words."""
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return text + value
    if isinstance(value, tuple):
        return tuple(poisoned(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: poisoned(getattr(value, f.name), text) for f in fields(value) if f.name not in KEPT}
        )
    return value


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


@pytest.fixture(params=[make_report, make_comparison, make_inside_report])
def report(request: pytest.FixtureRequest, hostile: str) -> Report:
    return poisoned(request.param(), hostile)


def steering(text: str) -> list[str]:
    """Characters left that a terminal or a line's order obeys."""
    return re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_json_carries_it_exactly(report: Report, hostile: str) -> None:
    text = render(report, "json")
    assert steering(text) == []
    text.encode("utf-8")
    back = json.loads(text)
    assert all(claim["text"].startswith(hostile) and claim["id"].startswith(hostile) for claim in back["claims"])
    assert [finding["message"] for finding in back["findings"]] == [finding.message for finding in report.findings]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_terminal_obeys_nothing(report: Report, hostile: str, width: int) -> None:
    text = render(report, "terminal", width=width)
    assert steering(text) == []
    text.encode("utf-8")
    assert max(map(cell_len, text.splitlines())) <= width
    shown = "".join(one_line(hostile).split())
    assert shown in "".join(text.split())
    coloured = render(report, "terminal", width=width, color=True)
    assert steering(re.sub(r"\x1b\[[0-9;]*m", "", coloured)) == []


def test_markdown_has_our_elements_alone(report: Report) -> None:
    text = render(report, "markdown")
    assert steering(text) == []
    text.encode("utf-8")
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {
        "h1",
        "h2",
        "h3",
        "p",
        "strong",
        "em",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "blockquote",
    }
    assert "](javascript" not in text


def test_html_has_the_elements_of_a_harmless_report(report: Report, hostile: str) -> None:
    page = Page(report)
    assert steering(page.html) == []
    page.html.encode("utf-8")
    assert [tag for tag, _ in page.elements].count("script") == 1
    harmless = Page(
        poisoned(
            {"check": make_report, "compare": make_comparison, "inside": make_inside_report}[report.mode](), "harmless "
        )
    )
    attributes = {name for _, a in harmless.elements for name in a}
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in harmless.elements} | {"mark", "p", "wbr"}
    assert {name for _, a in page.elements for name in a} <= attributes | {"lang"}
    assert all(a["href"].startswith("#") for a in page.all("a"))
    assert one_line(hostile) in page.visible or hostile == HOSTILE["long word"]
