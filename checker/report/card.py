"""The card of one claim in the HTML report: verdict, findings, and what each outlet says, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.report.elements import Element, el, path
from checker.report.filters import outlet_tokens
from checker.report.language import language_tag
from checker.report.runs import Run
from checker.report.sanitize import one_line
from checker.report.summary import counted, percent
from checker.report.view import (
    REPORTED,
    SYMBOLS,
    Numbered,
    claim_document,
    conflict_notes,
    credit_words,
    marked,
    marked_claim,
    needs_attention,
    place_of,
    quiet_words,
    reports_others,
    speaks,
    unseen_evidence,
)
from checker.types import ClaimResult, Evidence, Finding, OutletStance, Report, Stance


def card(report: Report, claim: Numbered, outlets: Sequence[str]) -> Element:
    """One claim. What an editor need not look at is folded away, but there."""
    result = claim.result
    attention = needs_attention(result)
    return el(
        "article",
        _head(report, claim),
        el("blockquote", *_marked_runs(marked_claim(result), matches=False), class_="said"),
        findings_list(result.findings),
        *_other_evidence(report, result),
        *(_outlets(report, result) if attention else _folded(report, result)),
        class_=f"card {result.verdict}{' attention' if attention else ''}",
        id=f"claim-{claim.number}",
        tabindex=-1,
        data_outlets=outlet_tokens(result, outlets),
        aria_labelledby=f"title-{claim.number}",
    )


def findings_list(findings: Sequence[Finding]) -> Element | None:
    """Findings with severity, rule and message; None without any."""
    if not findings:
        return None
    items = [
        el(
            "li",
            el("span", finding.severity.value, class_=f"severity {finding.severity}"),
            " ",
            el("code", one_line(finding.rule)),
            " ",
            one_line(finding.message),
        )
        for finding in findings
    ]
    return el("ul", *items, class_="findings")


def _head(report: Report, claim: Numbered) -> Element:
    result = claim.result
    document = claim_document(report, result)
    of = "" if document is None else f" of {one_line(report.documents[document].path)}"
    return el(
        "header",
        el(
            "h3",
            el(
                "span",
                el("span", SYMBOLS[result.verdict], aria_hidden="true"),
                f" {result.verdict.capitalize()}",
                class_=f"badge {result.verdict}",
            ),
            f" Claim {claim.number}",
            id=f"title-{claim.number}",
        ),
        el(
            "p",
            f"{percent(result.confidence)} sure · line {result.claim.line}{of}",
            el(
                "span",
                " · ",
                el("a", "show in the story" if document is None else "show in the list", href=f"#story-{claim.number}"),
                class_="back",
            ),
            class_="meta",
        ),
    )


def _outlets(report: Report, result: ClaimResult) -> Iterator[Element]:
    quiet = [stance for stance in result.outlets if not speaks(stance)]
    yield from (_outlet(report, stance) for stance in result.outlets if speaks(stance))
    if quiet:
        names = ", ".join(one_line(stance.outlet) for stance in quiet)
        yield el(
            "details",
            el("summary", f"{quiet_words(report)}: {names}"),
            *(_outlet(report, s) for s in quiet),
            class_="quiet",
        )


def _folded(report: Report, result: ClaimResult) -> Iterator[Element]:
    supporting = [one_line(stance.outlet) for stance in result.outlets if stance.stance is Stance.SUPPORTS]
    says = f": {', '.join(supporting)} {'says' if len(supporting) == 1 else 'say'} so" if supporting else ""
    yield el("details", el("summary", f"Evidence{says}"), *_outlets(report, result), class_="printed")


def _outlet(report: Report, stance: OutletStance) -> Element:
    best, more = stance.evidence[:1], stance.evidence[1:]
    facts = (
        "" if stance.stance is Stance.MISSING else f"{percent(stance.confidence)} sure",
        credit_words(report, stance),
        REPORTED if reports_others(stance) else "",
    )
    return el(
        "section",
        el(
            "h4",
            one_line(stance.outlet),
            " ",
            el("span", stance.stance.value, class_=f"chip {stance.stance}"),
            " ",
            el("span", " · ".join(filter(None, facts)), class_="meta"),
        ),
        _without_evidence(stance),
        *(_evidence(report, evidence) for evidence in best),
        el(
            "div",
            _details(counted(len(more), "more passage"), [_evidence(report, evidence) for evidence in more]),
            _why(stance),
            class_="folds",
        )
        if more or stance.why
        else None,
        class_="outlet",
    )


def _without_evidence(stance: OutletStance) -> Element | None:
    if stance.stance is Stance.MISSING:
        return el("p", "No coverage of this outlet was given.", class_="meta")
    if not stance.evidence:
        return el("p", "Nothing near it was found in its coverage.", class_="meta")
    return (
        el("p", "It does not settle the claim. Nearest passage:", class_="meta")
        if stance.stance is Stance.SILENT
        else None
    )


def _why(stance: OutletStance) -> Element | None:
    items = [
        el(
            "li",
            el("span", f"{reason.weight:+.2f}", class_="weight"),
            " ",
            one_line(reason.note or reason.name),
            el("span", f" {one_line(reason.name)}", class_="meta") if reason.note else None,
        )
        for reason in stance.why if reason.telling
    ]
    return _details("Why", [el("ul", *items, class_="why plain")] if items else [])


def _details(title: str, children: Iterable[Element]) -> Element | None:
    inside = tuple(children)
    return el("details", el("summary", title), *inside) if inside else None


def _other_evidence(report: Report, result: ClaimResult) -> Iterator[Element]:
    others = [evidence for finding in result.findings for evidence in unseen_evidence(result, finding)]
    if others:
        yield el(
            "details", el("summary", "Evidence of the findings"), *(_evidence(report, evidence) for evidence in others)
        )


def _evidence(report: Report, evidence: Evidence) -> Element:
    place = place_of(report, evidence)
    notes = [el("li", note) for note in conflict_notes(evidence)]
    return el(
        "figure",
        el("blockquote", *_marked_runs(marked(evidence)), lang=language_tag(place.language), dir="auto"),
        el("ul", *notes, class_="conflicts plain") if notes else None,
        el(
            "figcaption",
            el("cite", place.title) if place.title else None,
            " · " if place.title else None,
            path(place.path),
            f" ·\u00a0line\u00a0{place.line}",
            class_="meta",
        ),
        class_="evidence",
    )


def _marked_runs(runs: Iterable[Run[bool]], *, matches: bool = True) -> Iterator[Element | str]:
    for run in runs:
        if any(run.labels):
            yield el("mark", el("span", "≠", class_="symbol", aria_hidden="true"), run.text, class_="conflict")
        elif run.labels and matches:
            yield el("mark", run.text, class_="match")
        else:
            yield run.text
