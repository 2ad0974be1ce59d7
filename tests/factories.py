"""Small builders for tests: state what the case is about, and leave the rest to sensible values.

Spans are never counted by hand: a text is looked up where it stands. The people and places are invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checker.types import (
    Basis,
    Claim,
    ClaimResult,
    Contribution,
    Credit,
    Document,
    Evidence,
    Finding,
    Mark,
    ModelInfo,
    OutletStance,
    Report,
    Severity,
    Span,
    Stance,
    StanceScores,
    Verdict,
)

STORY = """Bridge over the Aldra reopens
Credited from: AP

The Aldra bridge reopened on Monday after 14 months of repairs, according to Reuters and AP. \
The work cost 62 million euros, Reuters reported.
"We will never close it again," said Mayor Ines Halvorsen, according to AP.

Two ferries that replaced the bridge will be sold, Le Monde reported. The toll will double next year.
"""

REUTERS = """Aldra bridge open to traffic again
The bridge over the Aldra reopened on Monday, 14 months after it was closed for repairs.
The bill came to 26 million euros, the city said. Nothing was said of the ferries.
"""

AP = """Cars cross the Aldra again
Drivers crossed the Aldra bridge on Monday for the first time since repairs began 14 months ago.
"We hope never to close it again," Mayor Ines Halvorsen said.
"""

LE_MONDE = """Le pont de l'Aldra rouvre
The old ferries stay in service until spring, the port authority told Le Monde.
"""


def span_of(part: str, text: str) -> Span:
    """Where a text stands in another. Raises :class:`ValueError` if it does not."""
    start = text.index(part)
    return Span(start, start + len(part))


def make_document(
    text: str = REUTERS,
    outlet: str | None = "Reuters",
    *,
    path: str | None = None,
    title: str | None = None,
    published: date | None = None,
    header_credits: tuple[str, ...] = (),
    language: str = "en",
    plain: str = "",
    body: Span = Span(0, 0),
) -> Document:
    """A document of an outlet (None: a story); title and path follow from text and outlet unless given."""
    name = (outlet or "story").lower().replace(" ", "-")
    return Document(
        path=path or f"coverage/{name}.txt",
        text=text,
        sha256="ab" * 32,
        outlet=outlet,
        title=title or text.partition("\n")[0],
        published=published,
        header_credits=header_credits,
        language=language,
        plain=plain,
        body=body,
    )


def make_credit(
    outlet: str, claim: str, story: str = STORY, basis: Basis = Basis.SENTENCE, name: str | None = None
) -> Credit:
    """A credit to an outlet that stands inside the claim's text (under ``name`` if that differs)."""
    base = story.index(claim)
    inner = span_of(name or outlet, claim).shifted(base)
    return Credit(outlet, basis, inner, inner)


def make_claim(text: str, story: str = STORY, id: str = "c1", outlets: Sequence[str] = (), **changes: object) -> Claim:
    """A claim that stands in the story, credited to outlets that its text names."""
    span = span_of(text, story)
    claim = Claim(
        id=id,
        text=text,
        span=span,
        line=story.count("\n", 0, span.start) + 1,
        statement=text,
        credits=tuple(make_credit(outlet, text, story) for outlet in outlets),
    )
    return replace(claim, **changes)  # type: ignore[arg-type]


def make_scores(stance: Stance = Stance.SUPPORTS, sure: float = 0.9) -> StanceScores:
    """Scores that favour a stance."""
    rest = (1.0 - sure) / 2
    shares = {s: sure if s is stance else rest for s in (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT)}
    return StanceScores(shares[Stance.SUPPORTS], shares[Stance.CONTRADICTS], shares[Stance.SILENT])


def make_evidence(
    text: str,
    document: int = 0,
    source: str = REUTERS,
    stance: Stance = Stance.SUPPORTS,
    similarity: float = 0.8,
    marks: tuple[Mark, ...] = (),
) -> Evidence:
    """A passage that stands in its source, the document of that index."""
    return Evidence(document, span_of(text, source), text, similarity, make_scores(stance), marks)


def make_mark(
    claim: str | None,
    passage: str | None,
    source: str = REUTERS,
    story: str = STORY,
    conflict: bool = False,
    kind: str = "quantity",
    note: str = "",
) -> Mark:
    return Mark(
        kind,
        None if claim is None else span_of(claim, story),
        None if passage is None else span_of(passage, source),
        conflict,
        note,
    )


def make_stance(
    outlet: str = "Reuters",
    stance: Stance = Stance.SUPPORTS,
    *,
    credited: bool = True,
    confidence: float = 0.9,
    evidence: tuple[Evidence, ...] = (),
    reported: bool = False,
    why: tuple[Contribution, ...] = (),
) -> OutletStance:
    return OutletStance(outlet, credited, stance, confidence, evidence, reported, why)


def make_finding(
    rule: str = "unsupported",
    severity: Severity = Severity.WARNING,
    message: str = "Not stated by Reuters.",
    span: Span = Span(0, 0),
    outlet: str | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Finding:
    return Finding(rule, severity, message, span, outlet, evidence)


def make_result(
    claim: Claim,
    verdict: Verdict = Verdict.AGREEMENT,
    confidence: float = 0.9,
    outlets: tuple[OutletStance, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> ClaimResult:
    return ClaimResult(claim, verdict, confidence, outlets, findings)


def make_report(**changes: object) -> Report:
    """A report on :data:`STORY`: five claims of every verdict, outlets of every stance, findings of every severity."""
    report = Report(
        story=make_document(
            STORY, None, path="story.txt", header_credits=("AP",), body=Span(STORY.index("The Aldra"), len(STORY))
        ),
        documents=(
            make_document(REUTERS, "Reuters", published=date(2026, 3, 2)),
            make_document(AP, "AP"),
            make_document(LE_MONDE, "Le Monde"),
        ),
        results=(_reopened(), _cost(), _quotation(), _ferries(), _toll()),
        findings=(
            make_finding(
                "foreign-language", Severity.INFO, "Part of the coverage of Le Monde is in French.", outlet="Le Monde"
            ),
        ),
        models=(ModelInfo("stance-small", "cd" * 32),),
        checker_version="0.1.0",
    )
    return replace(report, **changes)  # type: ignore[arg-type]


def make_comparison() -> Report:
    """A comparison of the same articles without a story: a claim of Reuters that AP supports, one that stands alone."""
    whole = make_report()
    agreed = "The bridge over the Aldra reopened on Monday, 14 months after it was closed for repairs."
    single = "The old ferries stay in service until spring, the port authority told Le Monde."
    results = (
        make_result(
            make_claim(agreed, REUTERS, "c1"),
            Verdict.AGREEMENT,
            0.88,
            (
                make_stance("Reuters", evidence=(make_evidence(agreed),)),
                make_stance("AP", credited=False, evidence=(make_evidence(AP.split("\n")[1], 1, AP),)),
            ),
        ),
        make_result(
            make_claim(single, LE_MONDE, "c2"),
            Verdict.UNSUPPORTED,
            0.7,
            (
                make_stance("Le Monde", evidence=(make_evidence(single, 2, LE_MONDE),)),
                make_stance("Reuters", Stance.SILENT, credited=False),
            ),
            (make_finding("unsupported", Severity.WARNING, "Only Le Monde says this.", span_of(single, LE_MONDE)),),
        ),
    )
    return replace(whole, story=None, results=results, findings=(), mode="compare")


def make_inside_report() -> Report:
    """A story without coverage: its claims, all of whose outlets are missing."""
    whole = make_report()
    results = tuple(
        replace(
            r,
            outlets=tuple(replace(s, stance=Stance.MISSING, evidence=(), why=()) for s in r.outlets),
            verdict=Verdict.UNSUPPORTED,
            findings=(),
        )
        for r in whole.results
    )
    finding = make_finding("coverage-missing", Severity.WARNING, "No coverage was given.")
    return replace(whole, documents=(), results=results, findings=(finding,), mode="inside")


def _reopened() -> ClaimResult:
    text = "The Aldra bridge reopened on Monday after 14 months of repairs, according to Reuters and AP."
    reuters = make_evidence(
        REUTERS.split("\n")[1], marks=(make_mark("14 months", "14 months"), make_mark("Monday", "Monday", kind="date"))
    )
    ap = make_evidence(AP.split("\n")[1], 1, AP)
    return make_result(
        make_claim(text, outlets=("Reuters", "AP")),
        Verdict.AGREEMENT,
        0.97,
        (
            make_stance(
                "Reuters", evidence=(reuters,), why=(Contribution("entailment", 2.4, "the passage states the claim"),)
            ),
            make_stance("AP", evidence=(ap,)),
            make_stance("Le Monde", Stance.SILENT, credited=False, confidence=0.8),
        ),
    )


def _cost() -> ClaimResult:
    text = "The work cost 62 million euros, Reuters reported."
    note = "62 million euros in the story, 26 million euros in the article"
    bill = make_evidence(
        "The bill came to 26 million euros, the city said.",
        stance=Stance.CONTRADICTS,
        marks=(make_mark("62 million euros", "26 million euros", conflict=True, note=note),),
    )
    more = make_evidence("Nothing was said of the ferries.", stance=Stance.SILENT, similarity=0.21)
    finding = make_finding(
        "number-conflict", Severity.ERROR, f"Reuters: {note}.", span_of("62 million euros", STORY), "Reuters", (bill,)
    )
    return make_result(
        make_claim(text, id="c2", outlets=("Reuters",)),
        Verdict.DIVERGENCE,
        0.93,
        (
            make_stance(
                "Reuters",
                Stance.CONTRADICTS,
                evidence=(bill, more),
                reported=True,
                why=(Contribution("quantities", 3.1, "one number conflicts"), Contribution("entailment", -0.4)),
            ),
            make_stance("AP", Stance.SILENT, credited=False),
        ),
        (finding,),
    )


def _quotation() -> ClaimResult:
    text = '"We will never close it again," said Mayor Ines Halvorsen, according to AP.'
    quote = make_evidence(
        AP.split("\n")[2],
        1,
        AP,
        Stance.CONTRADICTS,
        marks=(
            make_mark("will never", "hope never to", AP, conflict=True, kind="quotation", note="“will” for “hope”"),
        ),
    )
    finding = make_finding(
        "quote-altered",
        Severity.ERROR,
        "AP quotes other words.",
        span_of("We will never close it again", STORY),
        "AP",
        (quote,),
    )
    return make_result(
        make_claim(text, id="c3", outlets=("AP",)),
        Verdict.DIVERGENCE,
        0.999,
        (make_stance("AP", Stance.CONTRADICTS, evidence=(quote,)),),
        (finding,),
    )


def _ferries() -> ClaimResult:
    text = "Two ferries that replaced the bridge will be sold, Le Monde reported."
    near = make_evidence(LE_MONDE.split("\n")[1], 2, LE_MONDE, Stance.SILENT, 0.44)
    finding = make_finding("unsupported", Severity.WARNING, "Not stated by Le Monde.", span_of(text, STORY), None, ())
    return make_result(
        make_claim(text, id="c4", outlets=("Le Monde",)),
        Verdict.UNSUPPORTED,
        0.71,
        (make_stance("Le Monde", Stance.SILENT, confidence=0.71, evidence=(near,)),),
        (finding,),
    )


def _toll() -> ClaimResult:
    text = "The toll will double next year."
    finding = make_finding("uncredited", Severity.INFO, "This is credited to no outlet.", span_of(text, STORY))
    return make_result(
        make_claim(text, id="c5"),
        Verdict.UNSUPPORTED,
        1.0,
        (
            make_stance("Reuters", Stance.SILENT, credited=False),
            make_stance("Dagens Nyheter", Stance.MISSING, credited=False, confidence=1.0),
        ),
        (finding,),
    )
