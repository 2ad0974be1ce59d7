"""Labelled pairs for training: reading, capping, padding, keeping the held-apart ones out."""

from __future__ import annotations

import gzip
import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STANCES = ("supports", "contradicts", "silent")
"""Label order of the shipped stance model: index i of its output is STANCES[i]."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled example: does ``evidence`` (a passage) support, contradict or leave open ``claim``?"""

    evidence: str
    claim: str
    stance: str
    unit: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The pair without case and spacing, to find the same pair in another file."""
        return (" ".join(self.evidence.lower().split()), " ".join(self.claim.lower().split()))


@dataclass(frozen=True, slots=True)
class Source:
    path: str
    cap: int = 0
    pad_evidence: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass over a mixture. ``dropout`` is that of the hidden layers; ``freeze_words`` leaves the word embeddings as they are."""

    name: str
    epochs: float
    learning_rate: float
    batch_size: int
    sources: tuple[Source, ...]
    dropout: float = 0.1
    freeze_words: bool = False


@dataclass(frozen=True, slots=True)
class Mixture:
    seed: int
    max_tokens: int
    held_apart: tuple[str, ...]
    stages: tuple[Stage, ...]


def read_mixture(path: Path) -> Mixture:
    """Read a mixture file (see ``mixture.toml``, which explains its keys)."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    stages = tuple(
        Stage(**{**s, "sources": tuple(Source(**x) for x in s["sources"])})
        for s in raw["stages"]
    )
    return Mixture(raw["seed"], raw["max_tokens"], tuple(raw["held_apart"]), stages)


def read_pairs(path: Path) -> Iterator[Pair]:
    """Pairs of one file: flat lines {"evidence", "claim", "label"}, or units {"id", "passage", "claims"}.

    Lines whose label is not one of the three stances (binary sets) are left out.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "passage" in row:
                for claim in row["claims"]:
                    yield Pair(row["passage"], claim["text"], claim["stance"], row["id"])
            elif row["label"] in STANCES:
                yield Pair(row["evidence"], row["claim"], row["label"], str(row.get("group", "")))


def stage_pairs(mixture: Mixture, stage: Stage, data: Path) -> list[Pair]:
    """All pairs of a stage, capped and shuffled with the mixture's seed, none of them held apart."""
    apart = {
        pair.key
        for folder in mixture.held_apart
        for file in sorted((data / folder).glob("*.jsonl*"))
        for pair in read_pairs(file)
    }
    chosen: dict[tuple[str, str], Pair] = {}
    for source in stage.sources:
        rng = random.Random(f"{mixture.seed}/{stage.name}/{source.path}")
        pairs = [p for p in read_pairs(data / source.path) if p.key not in apart]
        rng.shuffle(pairs)
        if source.cap:
            pairs = pairs[: source.cap]
        if source.pad_evidence:
            pairs = [_padded(p, pairs, rng) for p in pairs]
        for pair in pairs:
            chosen.setdefault(pair.key, pair)
    result = list(chosen.values())
    random.Random(f"{mixture.seed}/{stage.name}").shuffle(result)
    return result


def _padded(pair: Pair, pool: list[Pair], rng: random.Random) -> Pair:
    others = [rng.choice(pool).evidence for _ in range(rng.choice((0, 1, 2, 3)))]
    sentences = [pair.evidence, *others]
    rng.shuffle(sentences)
    return Pair(" ".join(sentences), pair.claim, pair.stance, pair.unit)
