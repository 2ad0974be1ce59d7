"""The report as text: one pure renderer a format, and a writer that leaves no half-written file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from checker.report.formats import Format
from checker.types import Report

__all__ = ["Format", "render"]

DEFAULT_WIDTH = 80
"""Columns of a terminal report when nobody says how wide the terminal is: the classic terminal."""


def render(
    report: Report,
    format: Format | str,
    *,
    width: int = DEFAULT_WIDTH,
    color: bool = False,
    verbose: bool = False,
    ascii_only: bool = False,
) -> str:
    """The report in a format, ending with a newline. The same report gives the same text.

    ``width`` (columns), ``color``, ``verbose`` (agreements in full too) and ``ascii_only`` (for a terminal that has
    nothing else) concern the terminal format alone. Raises :class:`ValueError` for a format that does not exist.
    """
    chosen = Format(format)
    if chosen is Format.TERMINAL:
        from checker.report.terminal import render_terminal

        return render_terminal(report, width, color, verbose=verbose, encoding="ascii" if ascii_only else "utf-8")
    return _plain_renderer(chosen)(report)


_RENDERERS = {
    Format.JSON: ("checker.report.json_report", "render_json"),
    Format.MARKDOWN: ("checker.report.markdown", "render_markdown"),
    Format.HTML: ("checker.report.html", "render_html"),
}
"""Where the renderer of a format lives: imported when it is asked for, so that ``checker --help`` stays quick."""


def _plain_renderer(format: Format) -> Callable[[Report], str]:
    module, name = _RENDERERS[format]
    renderer: Callable[[Report], str] = getattr(import_module(module), name)
    return renderer
