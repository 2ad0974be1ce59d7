"""The words of the trade as types: what flows from reading to the report.

Everything is frozen and slotted; sequences are tuples. Offsets count characters of a text *as read* (see
:class:`Document`), are half-open, and ``text[start:end]`` is always the quoted text. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stance(StrEnum):
    """What one outlet's coverage says of one claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    SILENT = "silent"
    MISSING = "missing"


class Verdict(StrEnum):
    """What the stances of all outlets add up to for one claim."""

    AGREEMENT = "agreement"
    DIVERGENCE = "divergence"
    UNSUPPORTED = "unsupported"


class Severity(StrEnum):
    """How much a finding should worry an editor, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Basis(StrEnum):
    """Where a credit stands relative to the claim it covers."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADER = "header"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a text as read; ``0 <= start <= end``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The text this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether at least one character is shared."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read: the story, or one article of an outlet's coverage.

    ``text`` is the text as read: decoded, without byte-order mark, line ends turned to ``\\n``; for HTML the article
    text that was extracted. ``plain`` has the same length with markup replaced by spaces (Markdown), so offsets into
    the one are offsets into the other. ``body`` covers what is prose: without the header lines and the title line.
    """

    path: str
    text: str
    sha256: str
    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    header_credits: tuple[str, ...] = ()
    body: Span = Span(0, 0)
    plain: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        if not self.plain:
            object.__setattr__(self, "plain", self.text)
        if self.body == Span(0, 0):
            object.__setattr__(self, "body", Span(0, len(self.text)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document; ``paragraph`` counts the document's paragraphs from 0."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One to three neighbouring sentences of a document, within one paragraph or across a paragraph border.

    ``context`` is text that the passage leans on but does not contain (the names its pronouns stand for), "" if none.
    """

    document: int
    span: Span
    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """A span of the story that names an outlet a claim is taken from.

    ``outlet`` is the canonical name; ``known`` is False for a name in credit position that the registry lacks.
    ``phrase`` is the whole credit phrase ("according to SCMP and Le Monde"), which needs no support itself.
    """

    outlet: str
    basis: Basis
    span: Span
    phrase: Span
    known: bool = True


@dataclass(frozen=True, slots=True)
class VagueCredit:
    """A source that nobody can look up: "experts", "officials said", "it is understood"."""

    span: Span
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """One fact of a claim: a clause. ``text`` stands alone (subject filled in); ``span`` is where it stands."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement of the story.

    ``text`` is the story text of ``span``. ``statement`` is what must be supported: the claim without its credit
    phrases, whitespace collapsed, pronouns resolved where the story tells whom they mean.
    """

    id: str
    text: str
    span: Span
    line: int
    statement: str
    parts: tuple[Part, ...] = ()
    credits: tuple[Credit, ...] = ()
    vague: tuple[VagueCredit, ...] = ()

    @property
    def credited(self) -> tuple[str, ...]:
        """Canonical names of the outlets this claim is credited to (a header credits no single claim), in order."""
        return tuple(dict.fromkeys(c.outlet for c in self.credits if c.basis is not Basis.HEADER))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quote marks. ``inner`` excludes the marks; ``speaker`` is the span of the name, if one is found; ``pronoun`` is
    "he", "she" or "they" where that is what the sentence calls the speaker."""

    span: Span
    inner: Span
    words: str
    speaker: str | None = None
    speaker_span: Span | None = None
    scare: bool = False
    pronoun: str = ""


@dataclass(frozen=True, slots=True)
class StanceScores:
    """Probabilities of the three stances for one (passage, claim); each in 0..1, together 1."""

    supports: float
    contradicts: float
    silent: float

    @property
    def stance(self) -> Stance:
        best = max((self.supports, 2, Stance.SUPPORTS), (self.contradicts, 0, Stance.CONTRADICTS), (self.silent, 1, Stance.SILENT))
        return best[2]


SILENT_SCORES = StanceScores(0.0, 0.0, 1.0)
"""Scores where there is nothing to read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place where claim and passage match or conflict, for showing: spans into story and document text."""

    kind: str
    claim: Span | None
    passage: Span | None
    conflict: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """What one comparer says of one (claim, passage).

    ``matched``, ``conflicting`` and ``absent`` count the comparer's items of the claim (quantities, names, words of a
    quotation): found in the passage, contradicted by it, or neither. ``rule`` names the finding that a conflict calls for.
    """

    comparer: str
    matched: float = 0.0
    conflicting: float = 0.0
    absent: float = 0.0
    rule: str | None = None
    message: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def total(self) -> float:
        return self.matched + self.conflicting + self.absent


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage shown beside a claim. ``document`` indexes the report's documents; ``similarity`` is a cosine in -1..1."""

    document: int
    span: Span
    text: str
    similarity: float
    scores: StanceScores
    marks: tuple[Mark, ...] = ()


TELLING = 0.1
"""Log-odds below which a signal moved nothing that can be seen: a tenth moves a probability by at most 0.025."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much one named signal moved a stance (log-odds towards that stance; sign shows the direction). ``note``: what it says, in an
    editor's words."""

    name: str
    weight: float
    note: str = ""

    @property
    def telling(self) -> bool:
        """Whether it moved the stance by enough to be shown to an editor."""
        return abs(self.weight) >= TELLING


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the editor should look at. ``span`` is the place in the story."""

    rule: str
    severity: Severity
    message: str
    span: Span
    outlet: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletStance:
    """One outlet's stance on one claim, how sure (0..1), and on which evidence (best first).

    ``reported``: the outlet does not state it itself, it reports somebody as saying so. ``doubted``: it is likelier than anything else that
    the outlet contradicts the claim, but not by enough to say so.
    """

    outlet: str
    credited: bool
    stance: Stance
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    reported: bool = False
    why: tuple[Contribution, ...] = ()
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """One claim with its verdict: the claim, what each outlet says, and what to look at."""

    claim: Claim
    verdict: Verdict
    confidence: float
    outlets: tuple[OutletStance, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model that took part: its name, the sha256 of its weights."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """All of it. ``findings`` are those of the whole run (no claim of the story is their place)."""

    story: Document | None
    documents: tuple[Document, ...]
    results: tuple[ClaimResult, ...]
    findings: tuple[Finding, ...] = ()
    models: tuple[ModelInfo, ...] = ()
    checker_version: str = ""
    mode: str = "check"
    fail_on: Severity = Severity.WARNING

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        return self.findings + tuple(f for r in self.results for f in r.findings)

    def count(self, verdict: Verdict) -> int:
        return sum(r.verdict is verdict for r in self.results)

    def findings_of(self, severity: Severity) -> int:
        return sum(f.severity is severity for f in self.all_findings)

    @property
    def passed(self) -> bool:
        """Whether no finding is at or above ``fail_on``."""
        order = tuple(Severity)
        worst = order[: order.index(self.fail_on) + 1]
        return not any(f.severity in worst for f in self.all_findings)
