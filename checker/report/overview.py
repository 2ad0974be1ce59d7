"""The top of the HTML report: the outcome in numbers, findings of the whole run, the matrix and the coverage."""

from __future__ import annotations

from collections.abc import Sequence

from checker.report.card import findings_list
from checker.report.elements import Element, el, path
from checker.report.matrix import matrix, matrix_table
from checker.report.sanitize import one_line
from checker.report.summary import counted, outcome
from checker.report.view import INSIDE_NOTICE, SYMBOLS, Numbered, needs_attention, title_of
from checker.types import Report, Severity

UNFOLDED_DOCUMENTS = 6
"""Documents up to which the coverage table stands open: more would push the story off the first screen."""


def overview(report: Report, claims: Sequence[Numbered], outlets: Sequence[str]) -> Element:
    """Everything above the two columns."""
    return el(
        "header",
        el("p", "Fact consistency", class_="kicker"),
        el("h1", title_of(report)),
        _source(report),
        el("h2", "Result", class_="spoken"),
        el("p", outcome(report), class_=f"outcome {'passed' if report.passed else 'failed'}"),
        el("p", INSIDE_NOTICE, class_="notice") if report.mode == "inside" else None,
        _numbers(report),
        _next(claims),
        _run_findings(report),
        el(
            "div",
            el(
                "section",
                el("h2", "Claims and outlets"),
                *matrix(claims, outlets),
                matrix_table(claims, outlets),
                class_="panel wide",
            )
            if claims and outlets
            else None,
            _coverage(report),
            class_="panels",
        ),
        class_="top",
    )


def _source(report: Report) -> Element | None:
    if report.story is None:
        return None
    credits = ", ".join(map(one_line, report.story.header_credits))
    return el("p", path(report.story.path), f" · credited from {credits}" if credits else None, class_="meta")


def _numbers(report: Report) -> Element:
    total = (str(len(report.results)), "claim" if len(report.results) == 1 else "claims", "", "total")
    verdicts = [
        (str(report.count(verdict)), verdict.value, symbol, verdict.value) for verdict, symbol in SYMBOLS.items()
    ]
    severities = [
        (str(number), f"{s}s" if s is not Severity.INFO and number != 1 else s.value, "", "plain")
        for s in Severity
        for number in [report.findings_of(s)]
    ]
    return el(
        "ul",
        *(
            el(
                "li",
                el("strong", el("span", f"{symbol} ", aria_hidden="true") if symbol else None, number),
                " ",
                label,
                class_=kind,
            )
            for number, label, symbol, kind in [total, *verdicts, *severities]
        ),
        class_="numbers plain",
    )


def _next(claims: Sequence[Numbered]) -> Element | None:
    """Links to the claims to look at, worst first to find: the shortest way for somebody in a hurry."""
    links: list[Element | str] = []
    for claim in claims:
        if needs_attention(claim.result):
            verdict = claim.result.verdict
            links += [
                el(
                    "a",
                    el("span", SYMBOLS[verdict], aria_hidden="true"),
                    el("span", f"{verdict}, claim ", class_="spoken"),
                    str(claim.number),
                    href=f"#claim-{claim.number}",
                    class_=f"jump {verdict}",
                ),
                " ",
            ]
    return (
        el("nav", el("span", "To look at: "), *links, class_="jumps", aria_label="Claims to look at") if links else None
    )


def _run_findings(report: Report) -> Element | None:
    if not report.findings:
        return None
    return el("section", el("h2", "Findings of the whole run"), findings_list(report.findings), class_="panel")


def _coverage(report: Report) -> Element | None:
    if not report.documents:
        return None
    rows = [
        el(
            "tr",
            el("th", one_line(document.outlet or "unknown"), scope="row"),
            el("td", one_line(document.title or "")),
            el("td", document.published.isoformat() if document.published else "", class_="date"),
            el("td", path(document.path)),
        )
        for document in report.documents
    ]
    head = el("tr", *(el("th", name, scope="col") for name in ("Outlet", "Title", "Published", "Path")))
    table = el(
        "div",
        el("table", el("thead", head), el("tbody", *rows)),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label="Coverage",
    )
    folded = len(rows) > UNFOLDED_DOCUMENTS
    content = el("details", el("summary", counted(len(rows), "document")), table, class_="printed") if folded else table
    return el("section", el("h2", "Coverage"), content, class_="panel")
