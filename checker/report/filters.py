"""The filters of the HTML report: check boxes and a list that work by style alone, without a script."""

from __future__ import annotations

from collections.abc import Sequence

from checker.report.elements import Element, el
from checker.report.sanitize import one_line
from checker.report.view import SYMBOLS, Numbered, speaks
from checker.types import ClaimResult


def filters(claims: Sequence[Numbered], outlets: Sequence[str]) -> Element:
    """The controls. The rules that obey them are in style.css (verdicts) and :func:`filter_rules` (outlets)."""
    boxes = [
        el(
            "label",
            el("input", type="checkbox", id=f"show-{verdict}", checked=True),
            el("span", symbol, class_="symbol", aria_hidden="true"),
            f" {verdict.capitalize()} ({sum(c.result.verdict is verdict for c in claims)})",
            class_=f"toggle {verdict}",
        )
        for verdict, symbol in SYMBOLS.items()
    ]
    options = [
        el("option", "All outlets", value="all", selected=True),
        *(el("option", one_line(outlet), value=str(i)) for i, outlet in enumerate(outlets)),
    ]
    return el(
        "div",
        *boxes,
        el("label", "Outlet ", el("select", *options, id="outlet", autocomplete="off"), class_="choice"),
        el("span", id="shown", role="status"),
        el("button", "Keys ", el("kbd", "?"), type="button", id="open-keys", class_="scripted"),
        class_="filters",
        role="group",
        aria_label="Show claims by verdict and outlet",
    )


def outlet_tokens(result: ClaimResult, outlets: Sequence[str]) -> str:
    """The indexes of the outlets that a claim has to do with, as the attribute data-outlets carries them."""
    return " ".join(str(outlets.index(stance.outlet)) for stance in result.outlets if speaks(stance))


def filter_rules(outlets: int) -> str:
    """The style rules of the outlet list, written for the number of outlets; no name gets into them."""
    return "".join(
        f'body:has(#outlet option[value="{i}"]:checked) .card:not([data-outlets~="{i}"]) {{ display: none; }}\n'
        f'body:has(#outlet option[value="{i}"]:checked) .claim:not([data-outlets~="{i}"]) {{ {_FADED} }}\n'
        for i in range(outlets)
    )


_FADED = "background: none; text-decoration: none;"
"""A claim of the story that the filter hides loses its highlight, and stays in the text."""
