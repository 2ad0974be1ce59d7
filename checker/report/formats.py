"""The formats a report can be rendered in."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A format of the report; the value is the name on the command line."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
