"""What every format for people shows alike: symbols, wording, order, and where a piece of evidence stands."""

from __future__ import annotations

from dataclasses import dataclass

from checker.report.runs import Run, cut
from checker.report.sanitize import one_line
from checker.types import ClaimResult, Document, Evidence, Finding, OutletStance, Report, Severity, Stance, Verdict

SYMBOLS = {Verdict.AGREEMENT: "✓", Verdict.DIVERGENCE: "≠", Verdict.UNSUPPORTED: "?"}
"""One sign a verdict, so that verdicts are told apart without colour."""

ASCII_SYMBOLS = {Verdict.AGREEMENT: "+", Verdict.DIVERGENCE: "!", Verdict.UNSUPPORTED: "?"}
"""The same for a terminal that has nothing but ASCII."""

LETTERS = {Stance.SUPPORTS: "S", Stance.CONTRADICTS: "C", Stance.SILENT: "·", Stance.MISSING: "–"}
"""One letter a stance, for the matrix."""

MEANINGS = {
    Stance.SUPPORTS: "states all of it",
    Stance.CONTRADICTS: "says otherwise",
    Stance.SILENT: "does not settle it",
    Stance.MISSING: "no coverage was given",
}
"""What each stance means, for legends."""

INSIDE_NOTICE = "No coverage was given: claims of the outlets inside the story were compared with each other."

NOTHING_CHECKED = "No claim was checked. This is no pass: see the findings, or whether the right text was read."


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim's result with its number for people: 1, 2, … in reading order."""

    number: int
    result: ClaimResult


@dataclass(frozen=True, slots=True)
class Place:
    """Where evidence stands: cleaned for showing. ``line`` counts from 1; ``title`` is "" if the document has none."""

    outlet: str
    title: str
    path: str
    line: int
    language: str

    @property
    def words(self) -> str:
        """Title, path and line in one phrase."""
        return ", ".join(filter(None, (f"“{self.title}”" if self.title else "", self.path, f"line {self.line}")))


def claim_document(report: Report, result: ClaimResult) -> int | None:
    """The document that a claim was taken from: None where it was taken from the story.

    In a comparison a claim's span lies in the document of its first evidence.
    """
    if report.story is not None:
        return None
    candidates = [e.document for stance in result.outlets for e in stance.evidence if 0 <= e.document < len(report.documents)]
    exact = (i for i in candidates if result.claim.span.of(report.documents[i].text) == result.claim.text)
    return next(exact, candidates[0] if candidates else None)


def numbered(report: Report) -> tuple[Numbered, ...]:
    """All results in reading order: of the story, or of the documents."""
    ordered = sorted(report.results, key=lambda r: (claim_document(report, r) or 0, r.claim.span.start, r.claim.span.end))
    return tuple(Numbered(i, result) for i, result in enumerate(ordered, 1))


def needs_attention(result: ClaimResult) -> bool:
    """Whether an editor should look at the claim: no agreement, or a finding that is more than information."""
    return result.verdict is not Verdict.AGREEMENT or any(f.severity is not Severity.INFO for f in result.findings)


def outlets_of(report: Report) -> tuple[str, ...]:
    """All outlets of the report, each once: as listed, then of the documents, then of the results."""
    named = [*report.outlets, *(d.outlet for d in report.documents if d.outlet), *(s.outlet for r in report.results for s in r.outlets)]
    return tuple(dict.fromkeys(named))


def speaks(stance: OutletStance) -> bool:
    """Whether the outlet has to do with the claim: it is credited, or its coverage settles the claim."""
    return stance.credited or stance.stance in (Stance.SUPPORTS, Stance.CONTRADICTS)


def evidence_document(report: Report, evidence: Evidence) -> Document | None:
    """The document that evidence stands in; evidence of a story checked against itself stands in the story."""
    if 0 <= evidence.document < len(report.documents):
        return report.documents[evidence.document]
    return report.story


def place_of(report: Report, evidence: Evidence) -> Place:
    document = evidence_document(report, evidence)
    if document is None:
        return Place("", "", "unknown document", 1, "en")
    line = document.text.count("\n", 0, evidence.span.start) + 1
    return Place(one_line(document.outlet or ""), one_line(document.title or ""), one_line(document.path), line, document.language)


def marked(evidence: Evidence) -> tuple[Run[bool], ...]:
    """The evidence's text in runs labelled True (conflicts with the claim) and False (matches it)."""
    spans = [(m.passage, m.conflict) for m in evidence.marks if m.passage is not None]
    if len(evidence.text) != len(evidence.span):  # a text that was normalised: offsets into the document do not fit it
        spans = []
    return cut(evidence.text, spans, evidence.span.start)


def marked_claim(result: ClaimResult) -> tuple[Run[bool], ...]:
    """The claim's text in runs labelled True where an outlet's best evidence conflicts with it."""
    best = [stance.evidence[0] for stance in result.outlets if stance.evidence]
    spans = [(m.claim, True) for e in best for m in e.marks if m.claim is not None and m.conflict]
    if len(result.claim.text) != len(result.claim.span):
        spans = []
    return cut(result.claim.text, spans, result.claim.span.start)


def conflict_notes(evidence: Evidence) -> tuple[str, ...]:
    """What the conflicting marks of a piece of evidence say, each once."""
    return tuple(dict.fromkeys(one_line(m.note) for m in evidence.marks if m.conflict and m.note.strip()))


def unseen_evidence(result: ClaimResult, finding: Finding) -> tuple[Evidence, ...]:
    """The evidence of a finding that is not shown with an outlet of the claim anyway."""
    shown = {(e.document, e.span) for stance in result.outlets for e in stance.evidence}
    return tuple(e for e in finding.evidence if (e.document, e.span) not in shown)


def percent(share: float) -> str:
    """A share of 0..1 in words, never rounded up to certainty or down to impossibility."""
    if 0.995 <= share < 1.0:
        return ">99%"
    if 0.0 < share < 0.005:
        return "<1%"
    return f"{share:.0%}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """"1 error", "2 errors"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def summary_line(report: Report) -> str:
    """"12 claims: 8 agreement, 2 divergence, 2 unsupported; 3 errors, 2 warnings"."""
    verdicts = ", ".join(f"{report.count(v):,} {v}" for v in Verdict)
    severities = [counted(report.findings_of(Severity.ERROR), "error"), counted(report.findings_of(Severity.WARNING), "warning")]
    if notes := report.findings_of(Severity.INFO):
        severities.append(f"{notes:,} info")
    return f"{counted(len(report.results), 'claim')}: {verdicts}; {', '.join(severities)}"


def outcome(report: Report) -> str:
    """Whether the report passes, and by which measure."""
    measure = "nothing that is an error" if report.fail_on is Severity.ERROR else (
        "nothing at all to look at" if report.fail_on is Severity.INFO else "no error and no warning")
    return f"Passed: {measure}" if report.passed else f"Not passed: there are findings at or above “{report.fail_on}”"


def title_of(report: Report) -> str:
    """The story's title, else its path; for a comparison, what was compared."""
    if report.story is None:
        return f"Comparison of {counted(len(report.documents), 'document')} of {counted(len(outlets_of(report)), 'outlet')}"
    return one_line(report.story.title or "") or one_line(report.story.path) or "Story"
