"""Claims and outlets at a glance: an inline SVG, and the same as a table for those who cannot see it.

Stances differ by shape and letter, not by colour alone: a disc, a diamond, a dot, a dashed square.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.report.elements import Element, el
from checker.report.sanitize import clipped, one_line
from checker.report.view import LETTERS, MEANINGS, SYMBOLS, Numbered
from checker.types import OutletStance, Stance

PER_BAND = 25
"""Claims beside one another before a new band begins: as many as fit a laptop's screen and a sheet of paper."""

CELL = 28
"""Side of a cell in pixels of a drawing at its own size: large enough for a finger."""

NAMES = 148
"""Pixels for the outlets' names: about 22 characters."""

NAME_LIMIT = 22
HEAD = 40
SIZE = 9


def matrix(claims: Sequence[Numbered], outlets: Sequence[str]) -> list[Element]:
    """The bands of the matrix and the legend."""
    bands = [claims[i : i + PER_BAND] for i in range(0, len(claims), PER_BAND)]
    return [
        *(
            el(
                "div",
                _band(band, outlets, i),
                class_="scroll",
                tabindex=0,
                role="group",
                aria_label=f"Matrix, part {i + 1}",
            )
            for i, band in enumerate(bands)
        ),
        _legend(),
    ]


def matrix_table(claims: Sequence[Numbered], outlets: Sequence[str]) -> Element:
    """The matrix in words, folded away: with links that a keyboard and a screen reader reach."""
    head = el(
        "tr",
        el("th", "Claim", scope="col"),
        el("th", "Verdict", scope="col"),
        *(el("th", one_line(o), scope="col") for o in outlets),
    )
    rows = []
    for claim in claims:
        stances = {stance.outlet: stance for stance in claim.result.outlets}
        rows.append(
            el(
                "tr",
                el("th", el("a", str(claim.number), href=f"#claim-{claim.number}"), scope="row"),
                el("td", claim.result.verdict.value),
                *(el("td", _words(stances.get(outlet))) for outlet in outlets),
            )
        )
    table = el(
        "div",
        el("table", el("thead", head), el("tbody", *rows)),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label="Claims and outlets as a table",
    )
    return el("details", el("summary", "The same as a table"), table, class_="quiet")


def _words(stance: OutletStance | None) -> str:
    if stance is None:
        return ""
    return f"{stance.stance}{', credited' if stance.credited else ''}"


def _band(claims: Sequence[Numbered], outlets: Sequence[str], band: int) -> Element:
    width, height = NAMES + CELL * len(claims) + 2, HEAD + CELL * len(outlets) + 2
    names = [
        el(
            "text",
            clipped(one_line(outlet), NAME_LIMIT),
            el("title", one_line(outlet)),
            x=NAMES - 8,
            y=HEAD + CELL * row + CELL / 2 + 4,
            text_anchor="end",
            class_="name",
        )
        for row, outlet in enumerate(outlets)
    ]
    lines = [
        el("line", x1=NAMES, x2=width, y1=HEAD + CELL * row, y2=HEAD + CELL * row, class_="grid")
        for row in range(len(outlets) + 1)
    ]
    columns = [_column(claim, column, outlets) for column, claim in enumerate(claims)]
    first, last = claims[0].number, claims[-1].number
    return el(
        "svg",
        el("title", f"Stances of {len(outlets)} outlets on claims {first} to {last}", id=f"matrix-title-{band}"),
        el(
            "desc",
            "One column a claim, one row an outlet. S supports, C contradicts, a dot is silent, a dash missing; a ring "
            "marks the outlets that a claim is credited to. A table with the same content follows.",
            id=f"matrix-desc-{band}",
        ),
        *lines,
        *names,
        *columns,
        viewbox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"matrix-title-{band}",
        aria_describedby=f"matrix-desc-{band}",
        class_="matrix",
    )


def _column(claim: Numbered, column: int, outlets: Sequence[str]) -> Element:
    x = NAMES + CELL * column + CELL / 2
    verdict = claim.result.verdict
    stances = {stance.outlet: stance for stance in claim.result.outlets}
    cells = [
        _cell(stances[outlet], x, HEAD + CELL * row + CELL / 2)
        for row, outlet in enumerate(outlets)
        if outlet in stances
    ]
    # the picture counts as one image for a screen reader, so its links leave the tab order; the table has them too
    return el(
        "a",
        el("title", f"Claim {claim.number}: {verdict}. {clipped(one_line(claim.result.claim.text), 120)}"),
        el("rect", x=x - CELL / 2, y=0, width=CELL, height=HEAD + CELL * len(outlets), class_="hit"),
        el("text", str(claim.number), x=x, y=14, text_anchor="middle", class_="number"),
        el("text", SYMBOLS[verdict], x=x, y=32, text_anchor="middle", class_=f"sign {verdict}"),
        *cells,
        href=f"#claim-{claim.number}",
        tabindex=-1,
    )


def _cell(stance: OutletStance, x: float, y: float) -> Element:
    ring = el("circle", cx=x, cy=y, r=SIZE + 3, class_="ring") if stance.credited else None
    return el(
        "g",
        el("title", f"{one_line(stance.outlet)}: {_words(stance)}"),
        ring,
        *_sign(stance.stance, x, y),
        class_=f"cell {stance.stance}",
    )


def _sign(stance: Stance, x: float, y: float) -> tuple[Element, ...]:
    letter = el("text", LETTERS[stance], x=x, y=y + 4, text_anchor="middle", class_="letter")
    match stance:
        case Stance.SUPPORTS:
            return (el("circle", cx=x, cy=y, r=SIZE, class_="shape"), letter)
        case Stance.CONTRADICTS:
            points = f"{x},{y - SIZE - 1} {x + SIZE + 1},{y} {x},{y + SIZE + 1} {x - SIZE - 1},{y}"
            return (el("polygon", points=points, class_="shape"), letter)
        case Stance.SILENT:
            return (el("circle", cx=x, cy=y, r=2, class_="dot"),)
        case Stance.MISSING:
            return (el("rect", x=x - 7, y=y - 7, width=14, height=14, class_="shape"), letter)


def _legend() -> Element:
    def sample(stance: Stance) -> Element:
        return el(
            "svg",
            el("g", *_sign(stance, 14, 14), class_=f"cell {stance}"),
            viewbox="0 0 28 28",
            width=22,
            height=22,
            class_="matrix",
            aria_hidden="true",
        )

    ring = el(
        "svg",
        el("g", el("circle", cx=14, cy=14, r=SIZE + 3, class_="ring")),
        viewbox="0 0 28 28",
        width=22,
        height=22,
        class_="matrix",
        aria_hidden="true",
    )
    return el(
        "ul",
        *(
            el("li", sample(stance), el("span", el("b", stance.value), f" {meaning}"))
            for stance, meaning in MEANINGS.items()
        ),
        el("li", ring, el("span", el("b", "credited"), " with the claim")),
        class_="legend plain",
    )
