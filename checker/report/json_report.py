"""The report for programs: version 1 of the JSON contract, and its schema."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

from checker.report.view import claim_document
from checker.types import (
    ClaimResult,
    Contribution,
    Credit,
    Document,
    Evidence,
    Finding,
    Mark,
    OutletStance,
    Report,
    Severity,
    Span,
    Verdict,
)

SCHEMA_VERSION = 1
"""Raised when a key goes or changes its meaning; new keys do not raise it."""

DIGITS = 4
"""Digits after the point: enough to order two confidences, few enough that builds of one library agree on them."""

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Legal in JSON, but not in every reader, log or terminal (JSON escapes the C0 controls itself)."""

Json = dict[str, Any]


def render_json(report: Report) -> str:
    """The report as JSON of schema version 1, ending with a newline; the same report gives the same bytes."""
    text = json.dumps(_report(report), ensure_ascii=False, allow_nan=False, indent=2)
    # these characters can only stand inside strings, where an escape means the same character
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the report, as it is published."""
    return resources.files("checker.report").joinpath("schema.json").read_text(encoding="utf-8")


def _report(report: Report) -> Json:
    return {
        "schema_version": SCHEMA_VERSION,
        "checker_version": report.checker_version,
        "mode": report.mode,
        "models": {model.name: model.sha256 for model in report.models},
        "story": None if report.story is None else _story(report.story),
        "documents": [_document(document) for document in report.documents],
        "claims": [_claim(report, result) for result in report.results],
        "findings": [_finding(finding) for finding in report.findings],
        "fail_on": report.fail_on.value,
        "summary": _summary(report),
    }


def _story(story: Document) -> Json:
    return {
        "path": story.path,
        "title": story.title,
        "sha256": story.sha256,
        "header_credits": list(story.header_credits),
    }


def _document(document: Document) -> Json:
    return {
        "path": document.path,
        "outlet": document.outlet,
        "title": document.title,
        "published": None if document.published is None else document.published.isoformat(),
        "sha256": document.sha256,
    }


def _claim(report: Report, result: ClaimResult) -> Json:
    claim = result.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.span.start,
        "end": claim.span.end,
        "line": claim.line,
        "document": claim_document(report, result),
        "statement": claim.statement,
        "parts": [{"text": part.text, "start": part.span.start, "end": part.span.end} for part in claim.parts],
        "credits": [_credit(credit) for credit in claim.credits],
        "verdict": result.verdict.value,
        "confidence": _rounded(result.confidence),
        "outlets": [_outlet(stance) for stance in result.outlets],
        "findings": [_finding(finding) for finding in result.findings],
    }


def _credit(credit: Credit) -> Json:
    return {"outlet": credit.outlet, "basis": credit.basis.value, "start": credit.span.start, "end": credit.span.end}


def _outlet(stance: OutletStance) -> Json:
    return {
        "outlet": stance.outlet,
        "credited": stance.credited,
        "stance": stance.stance.value,
        "confidence": _rounded(stance.confidence),
        "reported": stance.reported,
        "evidence": [_evidence(evidence) for evidence in stance.evidence],
        "why": [_contribution(contribution) for contribution in stance.why],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "document": evidence.document,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
        "similarity": _rounded(evidence.similarity),
        "supports": _rounded(evidence.scores.supports),
        "contradicts": _rounded(evidence.scores.contradicts),
        "silent": _rounded(evidence.scores.silent),
        "marks": [_mark(mark) for mark in evidence.marks],
    }


def _mark(mark: Mark) -> Json:
    return {
        "kind": mark.kind,
        "conflict": mark.conflict,
        "note": mark.note,
        "story": _pair(mark.claim),
        "document": _pair(mark.passage),
    }


def _contribution(contribution: Contribution) -> Json:
    return {"signal": contribution.name, "weight": _rounded(contribution.weight), "note": contribution.note}


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "outlet": finding.outlet,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def _summary(report: Report) -> Json:
    return {
        "claims": len(report.results),
        **{verdict.value: report.count(verdict) for verdict in Verdict},
        "findings": {severity.value: report.findings_of(severity) for severity in Severity},
        "passed": report.passed,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _rounded(number: float) -> float:
    return round(float(number), DIGITS) + 0.0  # turns -0.0 into 0.0
