"""Single pairs, for engineers and benchmarks: a claim, a text of any length, three probabilities."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from checker.comparers.reading import OutletReading
from checker.decide.features import near_passages
from checker.decide.model import ORDER, load_decision
from checker.errors import InputError
from checker.extract.claims import clauses
from checker.inference.loading import Models, load_models
from checker.judge import Judge, Panel
from checker.retrieve import Index
from checker.settings import Settings
from checker.text.sentences import split
from checker.types import Claim, Document, Part, Span, Stance

CHUNK = 64
"""Pairs that go through the models together: enough to keep the cores busy, few enough to stream."""

ONLY = "evidence"

DECISION_SHARE = 0.65
"""Weight of the fitted decision beside the stance model alone. The decision knows newsroom articles and is off on short texts of
other kinds; swept 0..1 on rows of eight sets kept from reporting: newsroom pairs gain up to 1, all others lose from 0.8."""

LEAST = 1e-6

Probabilities = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class ScorePair:
    """A claim and the text it is judged by. ``evidence`` may be of any length."""

    id: str
    claim: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """The stance of a pair's evidence and the three probabilities, which sum to 1."""

    id: str
    stance: Stance
    supports: float
    contradicts: float
    silent: float

    def as_json(self) -> str:
        """One line of JSON, probabilities rounded so that they still sum to 1."""
        supports, contradicts = round(self.supports, 6), round(self.contradicts, 6)
        return json.dumps({"id": self.id, "stance": self.stance.value, "supports": supports, "contradicts": contradicts,
                           "silent": max(0.0, round(1 - supports - contradicts, 6))}, ensure_ascii=False)


def parse_pair(line: str, where: str) -> ScorePair:
    """One line of PAIRS.jsonl.

    Raises:
        InputError: it is not an object with "id", "claim" and "evidence"; ``where`` says which line.
    """
    try:
        row = json.loads(line)
    except ValueError:
        raise InputError(f"{where}: not JSON; each line must be an object with id, claim and evidence") from None
    if not isinstance(row, dict):
        raise InputError(f"{where}: not a JSON object")
    for key in ("id", "claim", "evidence"):
        if key not in row:
            raise InputError(f'{where}: no "{key}"; each line needs id, claim and evidence')
        if not isinstance(row[key], str) and not (key == "id" and isinstance(row[key], int)):
            raise InputError(f'{where}: "{key}" must be text')
    if not row["claim"].strip():
        raise InputError(f'{where}: "claim" is empty')
    return ScorePair(str(row["id"]), row["claim"], row["evidence"])


def score(pairs: Iterable[ScorePair], *, settings: Settings | None = None, models: Models | None = None) -> Iterator[ScoredPair]:
    """Score pairs in order, as they come. Empty evidence is silent with certainty.

    Raises:
        ModelError: a model folder is missing or broken.
    """
    settings = settings or Settings(cache=False)
    models = models or load_models(settings.embedder, settings.stance_model, cache=settings.cache)
    decision = load_decision()
    stream = iter(pairs)
    while some := list(islice(stream, CHUNK)):
        documents = tuple(as_document(p.evidence) for p in some)
        claims = [as_claim(p.claim) for p in some]
        sources = [as_document(p.claim) for p in some]
        judge = Judge(Index(documents, models.embedder), documents, models, decision)
        readings = judge.read(sources, claims, [(Panel(ONLY, frozenset({i})),) for i in range(len(some))])
        for pair, claim, (reading,) in zip(some, claims, readings, strict=True):
            if reading is None or not pair.evidence.strip():
                yield ScoredPair(pair.id, Stance.SILENT, 0.0, 0.0, 1.0)
                continue
            probabilities = blended(judge.decide(claim, reading).probabilities, alone(reading))
            stance = max(zip(probabilities, ORDER, strict=True), key=lambda pair: pair[0])[1]
            yield ScoredPair(pair.id, stance, *probabilities)


def alone(reading: OutletReading) -> Probabilities:
    """What the stance model says by itself: its best support, its best contradiction near the top, its least silence."""
    if not reading.passages:
        return (0.0, 0.0, 1.0)
    supports = max(p.scores.supports for p in reading.passages)
    contradicts = max(p.scores.contradicts for p in near_passages(reading))
    silent = min(p.scores.silent for p in reading.passages)
    total = supports + contradicts + silent
    return (supports / total, contradicts / total, silent / total)


def blended(decided: Probabilities, model: Probabilities) -> Probabilities:
    """Weighted geometric mean of the two, made to sum to 1."""
    raised = [max(d, LEAST) ** DECISION_SHARE * max(m, LEAST) ** (1 - DECISION_SHARE) for d, m in zip(decided, model, strict=True)]
    supports, contradicts, silent = (x / sum(raised) for x in raised)
    return (supports, contradicts, silent)


def as_document(text: str) -> Document:
    """A pair's evidence (or claim) as a document of its own."""
    return Document("", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), ONLY)


def as_claim(text: str) -> Claim:
    """A pair's claim as a claim without credits, in its parts."""
    span = Span(0, len(text))
    statement = " ".join(text.split())
    return Claim("c1", text, span, 1, statement, tuple(
        Part(span, part.text) for sentence in split(statement) for part in clauses(sentence.of(statement))))
