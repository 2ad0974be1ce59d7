"""Markup, terminal escapes and tags inside texts come out as text in every format, all the way from the files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import check, render
from checker.inference.loading import Models

HOSTILE = ("<script>alert(1)</script> [red]killed[/red] \x1b[31m14\x1b[0m people \u202e and `rm -rf` ![x](http://evil.example/x.png) "
           "=cmd|' /C calc'!A0 sank the ferry Anna Lund off Bergen on Monday, according to Reuters.")
COVERAGE = "<img src=x onerror=alert(1)> Fourteen people died when the ferry Anna Lund sank off Bergen on Monday. [link=file:///etc/passwd]x[/link]"


@pytest.mark.parametrize("format_", ["terminal", "json", "markdown", "html"])
def test_texts_stay_texts(format_: str, desk: Callable[..., Path], models: Models) -> None:
    story = desk(HOSTILE + "\n", reuters=COVERAGE)
    out = render(check(story, [story.parent / "coverage"], models=models), format_)
    assert "\x1b" not in out
    assert "\u202e" not in out
    if format_ == "html":
        assert "<script>alert" not in out and "<img" not in out and "http://evil" not in out.replace("&#", "").split("<body")[0]
    if format_ == "terminal":
        assert "[red]killed[/red]" in out
    if format_ == "markdown":
        assert "<script>" not in out and "![x](" not in out
