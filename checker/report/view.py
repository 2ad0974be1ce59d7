"""What every format for people shows alike: symbols, wording, order, and where a piece of evidence stands."""

from __future__ import annotations

from dataclasses import dataclass

from checker.report.runs import Run, cut
from checker.report.sanitize import clipped, one_line
from checker.report.summary import counted
from checker.text.paragraphs import paragraph_spans
from checker.types import (
    ClaimResult,
    Document,
    Evidence,
    Finding,
    OutletStance,
    Report,
    Severity,
    Span,
    Stance,
    Verdict,
)

SYMBOLS = {Verdict.AGREEMENT: "✓", Verdict.DIVERGENCE: "≠", Verdict.UNSUPPORTED: "?"}
"""One sign a verdict, so that verdicts are told apart without colour."""

ASCII_SYMBOLS = {Verdict.AGREEMENT: "+", Verdict.DIVERGENCE: "!", Verdict.UNSUPPORTED: "?"}
"""The same for a terminal that has nothing but ASCII."""

NO_COVERAGE = "no coverage was given"

LETTERS = {Stance.SUPPORTS: "S", Stance.CONTRADICTS: "C", Stance.SILENT: "·", Stance.MISSING: "–"}
"""One letter a stance, for the matrix."""

MEANINGS = {
    Stance.SUPPORTS: "states all of it",
    Stance.CONTRADICTS: "says otherwise",
    Stance.SILENT: "does not settle it",
    Stance.MISSING: NO_COVERAGE,
}
"""What each stance means, for legends."""

TITLE_LIMIT = 120
"""Characters of a title beside each of its passages; headlines are shorter; a title read wrongly may not be."""

INSIDE_NOTICE = "No coverage was given: claims of the outlets inside the story were compared with each other."

REPORTED = "reports others as saying this"

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
    candidates = [
        e.document for stance in result.outlets for e in stance.evidence if 0 <= e.document < len(report.documents)
    ]
    exact = (i for i in candidates if result.claim.span.of(report.documents[i].text) == result.claim.text)
    return next(exact, candidates[0] if candidates else None)


def numbered(report: Report) -> tuple[Numbered, ...]:
    """All results in reading order: of the story, or of the documents."""
    ordered = sorted(
        report.results, key=lambda r: (claim_document(report, r) or 0, r.claim.span.start, r.claim.span.end)
    )
    return tuple(Numbered(i, result) for i, result in enumerate(ordered, 1))


def story_paragraphs(story: Document) -> tuple[Span, ...]:
    """The paragraphs of the whole text, header lines and title included; none reaches over the border of the body."""
    sections = (Span(0, story.body.start), story.body, Span(story.body.end, len(story.plain)))
    return tuple(span for section in sections if len(section) for span in paragraph_spans(story.plain, section))


def needs_attention(result: ClaimResult) -> bool:
    """Whether an editor should look at the claim: no agreement, or a finding that is more than information.

    Weak evidence is shown too. When outlets are compared, that one of them alone says something is the rule, not the exception: information too.
    """
    if any(f.severity is not Severity.INFO or f.rule == "weak-evidence" for f in result.findings):
        return True
    return result.verdict is not Verdict.AGREEMENT and not single_source(result)


def single_source(result: ClaimResult) -> bool:
    """Whether one outlet alone says it, in a comparison without a story."""
    return any(f.rule == "single-source" for f in result.findings)


def outlets_of(report: Report) -> tuple[str, ...]:
    """All outlets of the report, each once: of the documents, then of the results."""
    named = [
        *(d.outlet for d in report.documents if d.outlet),
        *(s.outlet for r in report.results for s in r.outlets),
    ]
    return tuple(dict.fromkeys(named))


def speaks(stance: OutletStance) -> bool:
    """Whether the outlet has to do with the claim: it is credited, or its coverage settles the claim."""
    return stance.credited or stance.stance in (Stance.SUPPORTS, Stance.CONTRADICTS)


def reports_others(stance: OutletStance) -> bool:
    """Whether to tell that the outlet reports others as saying what its evidence says (see :data:`REPORTED`)."""
    return stance.reported and stance.stance in (Stance.SUPPORTS, Stance.CONTRADICTS)


def credit_words(report: Report, stance: OutletStance) -> str:
    """Whether the outlet is credited; in a comparison "says it" for the outlet whose claim it is, "" for others."""
    if report.mode == "compare":
        return "says it" if stance.credited else ""
    return "credited" if stance.credited else "not credited"


def quiet_words(report: Report) -> str:
    """What to call the outlets that have nothing to do with a claim (see :func:`speaks`)."""
    return "Not settling it" if report.mode == "compare" else "Not credited, and not settling it"


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
    title = clipped(one_line(document.title or ""), TITLE_LIMIT)
    return Place(one_line(document.outlet or ""), title, one_line(document.path), line, document.language)


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


def title_of(report: Report) -> str:
    """The story's title, else its path; for a comparison, what was compared."""
    if report.story is None:
        documents = counted(len(report.documents), "document")
        return f"Comparison of {documents} of {counted(len(outlets_of(report)), 'outlet')}"
    return one_line(report.story.title or "") or one_line(report.story.path) or "Story"
