"""Single pairs, for engineers and benchmarks: a claim, a text of any length, three probabilities."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from checker.decide.model import SCORE, load_decision
from checker.errors import InputError
from checker.extract.claims import clauses
from checker.inference.loading import Models, models_for
from checker.judge import Judge, Panel
from checker.retrieve import Index
from checker.settings import Settings
from checker.text.sentences import split
from checker.types import Claim, Document, Part, Span, Stance

CHUNK = 64
"""Pairs that go through the models together: enough to keep the cores busy, few enough to stream."""

ONLY = "evidence"

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
    models = models or models_for(settings)
    decision = load_decision(SCORE, fast=models.larger is None)
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
            decided = judge.decide(claim, reading)
            yield ScoredPair(pair.id, decided.stance, *decided.probabilities)


def as_document(text: str) -> Document:
    """A pair's evidence (or claim) as a document of its own."""
    return Document("", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), ONLY)


def as_claim(text: str) -> Claim:
    """A pair's claim as a claim without credits, in its parts."""
    span = Span(0, len(text))
    statement = " ".join(text.split())
    return Claim("c1", text, span, 1, statement, tuple(
        Part(span, part.text) for sentence in split(statement) for part in clauses(sentence.of(statement))))
