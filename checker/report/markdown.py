"""The report as Markdown, to paste into an issue or a content system. No text of a story becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.report.sanitize import clipped, one_line
from checker.report.summary import outcome, percent, summary_line
from checker.report.view import (
    INSIDE_NOTICE,
    NOTHING_CHECKED,
    REPORTED,
    SYMBOLS,
    Numbered,
    conflict_notes,
    credit_words,
    numbered,
    outlets_of,
    place_of,
    reports_others,
    title_of,
    unseen_evidence,
)
from checker.types import Evidence, Finding, OutletStance, Report

CLAIM_LIMIT = 160
"""Characters of a claim in the table: two lines of a wide page; the claim in full follows below."""

_NO_BREAK = "&#8203;"
"""A zero-width space: parts what a forge or mail program would turn into a link or a mention."""

_MARKUP = re.compile(r"([\\`*_{}\[\]()|~^$!])")
_LEADING_SIGN = re.compile(r"^([#+\-=])")
_LEADING_NUMBER = re.compile(r"^(\d{1,9})\.(?=\s|$)")
_REFERENCE = re.compile(r"#(?=\w)")
_HOST = re.compile(r"\b(www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Untrusted text on one line that shows as itself: no Markdown (CommonMark, GFM), HTML, link or mention."""
    safe = _MARKUP.sub(r"\\\1", one_line(text))
    safe = _LEADING_SIGN.sub(r"\\\1", safe)
    safe = _LEADING_NUMBER.sub(r"\1\\.", safe)
    safe = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _REFERENCE.sub(f"#{_NO_BREAK}", safe)
    safe = safe.replace("@", f"@{_NO_BREAK}").replace("://", f":{_NO_BREAK}//")
    return _HOST.sub(rf"\1{_NO_BREAK}.", safe)


def render_markdown(report: Report) -> str:
    """The report as Markdown: title, summary, table of claims, then each claim with findings and evidence."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    claims = numbered(report)
    yield f"# Fact consistency: {escaped(title_of(report))}"
    yield ""
    yield f"**{escaped(outcome(report))}.** {escaped(summary_line(report))}."
    yield ""
    if report.mode == "inside":
        yield from (f"> {escaped(INSIDE_NOTICE)}", "")
    if not claims:
        yield from (f"> {escaped(NOTHING_CHECKED)}", "")
    yield from _summary(report)
    if report.findings:
        yield from ("", "## Findings of the whole run", "")
        yield from (_finding(finding) for finding in report.findings)
    if report.documents:
        yield from ("", "## Coverage", "", "| Outlet | Title | Published | Path |", "|---|---|---|---|")
        for document in report.documents:
            published = document.published.isoformat() if document.published else ""
            yield _row(
                escaped(document.outlet or "unknown"), escaped(document.title or ""), published, escaped(document.path)
            )
    if claims:
        yield from ("", "## Claims", "", "| # | Verdict | Claim | Outlets |", "|--:|---|---|---|")
        for claim in claims:
            result = claim.result
            yield _row(
                str(claim.number),
                f"{SYMBOLS[result.verdict]} {result.verdict}",
                escaped(clipped(one_line(result.claim.text), CLAIM_LIMIT)),
                "; ".join(_brief(report, stance) for stance in result.outlets),
            )
        for claim in claims:
            yield from _claim(report, claim)
    yield ""
    yield (
        f"*Checked by checker {escaped(report.checker_version)}.*"
        if report.checker_version
        else "*Checked by checker.*"
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _summary(report: Report) -> Iterator[str]:
    yield from ("| | |", "|---|---|")
    if report.story is not None:
        yield _row("Story", escaped(report.story.path))
        if report.story.header_credits:
            yield _row("Credited from", escaped(", ".join(report.story.header_credits)))
    yield _row("Outlets", escaped(", ".join(outlets_of(report))) or "none")
    for verdict, symbol in SYMBOLS.items():
        yield _row(f"{symbol} {verdict}", str(report.count(verdict)))


def _brief(report: Report, stance: OutletStance) -> str:
    words = "" if stance.credited else credit_words(report, stance)
    return f"{escaped(stance.outlet)}: {stance.stance}{f' ({words})' if words else ''}"


def _claim(report: Report, claim: Numbered) -> Iterator[str]:
    result = claim.result
    yield from ("", f"### {claim.number}. {SYMBOLS[result.verdict]} {result.verdict} ({_sure(result.confidence)})", "")
    yield f"> {escaped(result.claim.text)}"
    yield ""
    yield f"Line {result.claim.line}, id {escaped(result.claim.id)}"
    if result.findings:
        yield ""
        yield from (_finding(finding) for finding in result.findings)
    for stance in result.outlets:
        words = credit_words(report, stance)
        said = f", {REPORTED}" if reports_others(stance) else ""
        sure = f", {_sure(stance.confidence)}" if stance.evidence else ""
        yield from ("", f"**{escaped(stance.outlet)}**{f' ({words})' if words else ''}: {stance.stance}{sure}{said}")
        for evidence in stance.evidence:
            yield from _evidence(report, evidence)
    others = [evidence for finding in result.findings for evidence in unseen_evidence(result, finding)]
    if others:
        yield from ("", "**Evidence of the findings**")
        for evidence in others:
            yield from _evidence(report, evidence)


def _finding(finding: Finding) -> str:
    return f"- **{finding.severity}** *{escaped(finding.rule)}*: {escaped(finding.message)}"


def _evidence(report: Report, evidence: Evidence) -> Iterator[str]:
    yield ""
    yield f"> {escaped(evidence.text)}"
    for note in conflict_notes(evidence):
        yield from (">", f"> ≠ {escaped(note)}")
    place = place_of(report, evidence)
    outlet = f"{place.outlet}, " if place.outlet else ""
    yield from (">", f"> — {escaped(outlet + place.words)}")


def _sure(confidence: float) -> str:
    # a bare < or > would start a quotation or a tag
    return f"{percent(confidence).replace('<', 'under ').replace('>', 'over ')} sure"
