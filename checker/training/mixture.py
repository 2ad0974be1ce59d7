"""The mixture: which pairs a stage trains on, capped, padded, generated, shuffled, and none of them held apart."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.errors import InputError
from checker.evaluation.labelled import Pair, read_pairs
from checker.text.sentences import split
from checker.text.words import content_stems
from checker.training.generated.articles import article_pairs
from checker.training.generated.changed import changed_claims
from checker.training.generated.facts import fact_pairs
from checker.training.near_duplicates import HeldApart

MIXTURE = Path(__file__).with_name("mixture.toml")
OWN = Path(__file__).with_name("newsroom")
"""The newsroom pairs that come with the project."""
OURS = ("newsroom/", "generated/")
"""Paths of a mixture that come with the project; every other one is below the data folder."""

AROUND = 1
"""Sentences on either side of the closest one that a cropped passage keeps: as many as a passage of retrieval has."""

LEFT_OUT = 1
"""Words of the claim that may stand in what a crop leaves out: with more, the claim speaks of something outside and its label may turn.
Set by hand: with 0 or 1 the model lost as little on crops of tuning pairs as on their whole passages."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of pairs, and what is made of it.

    ``cap``: at most that many pairs, drawn with the seed; 0 for all. ``pad_evidence``: sentences of other rows around the
    evidence. ``crop``: of a passage only the sentences around the one most like the claim, as retrieval cuts it, where that leaves out
    next to nothing that the claim speaks of. ``make``: "" for the pairs as they stand, "changed" for their supported claims with one fact
    changed, "articles" for pairs made from a file of articles, "facts" for pairs made from a file of frames.
    """

    path: str
    cap: int = 0
    pad_evidence: bool = False
    crop: bool = False
    make: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass over a mixture. ``dropout`` is that of the hidden layers; ``freeze_words`` leaves the word embeddings as they are,
    ``freeze_layers`` so many of the lowest layers as well; ``four_bits`` takes every step with the weights rounded as they will ship (see
    ``four_bits.py``). Above 0, ``tell_apart`` caps sources by whole units, puts pairs that share a passage or a claim into one batch and is the
    weight of telling them apart (see ``telling_apart.py``)."""

    name: str
    epochs: float
    learning_rate: float
    batch_size: int
    sources: tuple[Source, ...]
    dropout: float = 0.1
    freeze_words: bool = False
    freeze_layers: int = 0
    four_bits: bool = False
    tell_apart: float = 0.0


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


def check_sources(mixture: Mixture, data: Path) -> None:
    """Say what is missing before hours of training, not in the middle of them.

    Raises:
        InputError: a file that the mixture names is not there.
    """
    missing = [s.path for stage in mixture.stages for s in stage.sources if not _place(s, data).is_file()]
    if missing:
        raise InputError(f"{data}: lacks {missing[0]}" + (f" and {len(set(missing)) - 1} more files" if len(set(missing)) > 1 else "")
                         + " that the mixture names")


def stage_pairs(mixture: Mixture, stage: Stage, data: Path) -> list[Pair]:
    """All pairs of a stage, capped and shuffled with the mixture's seed, none of them (nearly) held apart.

    Raises:
        ValueError: a source asks to make something that is unknown.
    """
    apart = HeldApart(
        pair for folder in mixture.held_apart for file in sorted((data / folder).glob("*.jsonl*")) for pair in read_pairs(file))
    chosen: dict[tuple[str, str], Pair] = {}
    for source in stage.sources:
        seed = f"{mixture.seed}/{stage.name}/{source.path}"
        rng = random.Random(seed)
        pairs = [p for p in _made(source, data, seed) if p not in apart]
        if stage.tell_apart:
            pairs = _by_unit(pairs, rng)
        else:
            rng.shuffle(pairs)
        if source.cap:
            pairs = pairs[: source.cap]
        if source.pad_evidence and stage.tell_apart:
            pairs = _padded_alike(pairs, rng)
        elif source.pad_evidence:
            pairs = [Pair(_padded(p.evidence, pairs, rng), p.claim, p.stance, p.unit) for p in pairs]
        if source.crop:
            pairs = _cropped_alike(pairs, rng)
        for pair in pairs:
            chosen.setdefault(pair.key, pair)
    result = list(chosen.values())
    random.Random(f"{mixture.seed}/{stage.name}").shuffle(result)
    return result


def _made(source: Source, data: Path, seed: str) -> Iterator[Pair]:
    path = _place(source, data)
    if source.make == "articles":
        return article_pairs(path, seed)
    if source.make == "changed":
        return changed_claims(read_pairs(path), seed)
    if source.make == "facts":
        return fact_pairs(path, seed)
    if source.make:
        raise ValueError(f'{source.path}: make must be "", "changed", "articles" or "facts", not {source.make!r}')
    return read_pairs(path)


def _place(source: Source, data: Path) -> Path:
    return OWN.parent / source.path if source.path.startswith(OURS) else data / source.path


def _by_unit(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Units (passages, where there are none) in random order, the pairs of one beside each other: a cap leaves them whole, for they
    teach most together."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.unit or pair.evidence, []).append(pair)
    order = list(groups.values())
    rng.shuffle(order)
    return [pair for group in order for pair in group]


def _padded_alike(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Padded, and the same way for all claims on a passage."""
    around: dict[str, str] = {}
    for pair in pairs:
        if pair.evidence not in around:
            around[pair.evidence] = _padded(pair.evidence, pairs, rng)
    return [Pair(around[p.evidence], p.claim, p.stance, p.unit) for p in pairs]


def _padded(evidence: str, pool: list[Pair], rng: random.Random) -> str:
    """A passage with none to three others around it, in random order."""
    sentences = [evidence, *(rng.choice(pool).evidence for _ in range(rng.choice((0, 1, 2, 3))))]
    rng.shuffle(sentences)
    return " ".join(sentences)


def _cropped_alike(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Crops that the labels outlive. What is silent stays so in every crop; as many silent pairs keep their whole passage as others do, so
    that its length tells nothing."""
    crops = [cropped(p.evidence, p.claim, LEFT_OUT) if p.stance != "silent" else cropped(p.evidence, p.claim, len(p.claim)) for p in pairs]
    telling = [crop == p.evidence for crop, p in zip(crops, pairs, strict=True) if p.stance != "silent"]
    whole = sum(telling) / max(1, len(telling))
    return [Pair(p.evidence if p.stance == "silent" and rng.random() < whole else crop, p.claim, p.stance, p.unit)
            for crop, p in zip(crops, pairs, strict=True)]


def cropped(evidence: str, claim: str, left_out: int) -> str:
    """The sentence of a passage that shares most words with a claim and one on either side; the whole passage, where the rest holds
    more than ``left_out`` other words of the claim."""
    stems, spans = content_stems(claim), split(evidence)
    shared = [stems & content_stems(s.of(evidence)) for s in spans]
    if len(spans) <= 2 * AROUND + 1:
        return evidence
    best = max(range(len(spans)), key=lambda i: (len(shared[i]), -i))
    first, last = max(0, best - AROUND), min(len(spans) - 1, best + AROUND)
    within = frozenset().union(*shared[first : last + 1])
    if len(frozenset().union(*shared) - within) > left_out:
        return evidence
    return evidence[spans[first].start : spans[last].end]
