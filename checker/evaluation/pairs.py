"""The stance model and `checker score` against labelled pairs, beside baselines and what others have published."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.errors import InputError
from checker.evaluation.baselines import by_thresholds, cosines, majority, overlap_shares
from checker.evaluation.labelled import NOT_SUPPORTS, STANCES, Pair, read_rows
from checker.evaluation.measures import (
    SEED,
    Bin,
    LabelScores,
    accuracy,
    balanced_accuracy,
    calibration_error,
    interval,
    label_scores,
    macro_f1,
    reliability,
)
from checker.inference.loading import Models
from checker.inference.protocols import StanceModel
from checker.scoring import ScorePair, score

PUBLISHED = Path(__file__).with_name("published.toml")
SUPPORTED, OPEN = 0, 1
"""Labels of binary sets: supported, and everything else."""


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that others report; mostly of another split, hardly ever of the same rows."""

    sets: tuple[str, ...]
    model: str
    measure: str
    value: float


@dataclass(frozen=True, slots=True)
class KindScore:
    """Minimal pairs of one kind: how many, and how often both claims came out right."""

    kind: str
    pairs: int
    both_right: float


@dataclass(frozen=True, slots=True)
class PairScores:
    """One set. ``value`` is macro-F1 for three stances, balanced accuracy for support or not; all shares 0..1."""

    name: str
    rows: int
    binary: bool
    value: float
    low: float
    high: float
    accuracy: float
    balanced_accuracy: float
    labels: tuple[LabelScores, ...]
    calibration_error: float
    reliability: tuple[Bin, ...]
    model_alone: float
    model_alone_accuracy: float
    baselines: tuple[tuple[str, float], ...]
    kinds: tuple[KindScore, ...]
    published: tuple[Published, ...]

    @property
    def measure(self) -> str:
        return "balanced accuracy" if self.binary else "macro-F1"

    @property
    def both_right(self) -> float | None:
        """Share of all minimal pairs whose two claims are right; None for other sets."""
        total = sum(k.pairs for k in self.kinds)
        return sum(k.both_right * k.pairs for k in self.kinds) / total if total else None

    def as_json(self) -> str:
        return json.dumps(asdict(self), indent=2) + "\n"

    def table(self) -> str:
        """Readable: the measure with its interval, labels, calibration, then what it is to be compared with."""
        lines = [f"{self.name}: {self.rows} pairs",
                 f"  {self.measure:<24} {self.value:.3f}  ({self.low:.3f}-{self.high:.3f}, 95 %)",
                 f"  {'accuracy':<24} {self.accuracy:.3f}",
                 f"  {'calibration error':<24} {self.calibration_error:.3f}"]
        lines += [f"  {s.label:<24} precision {s.precision:.3f}, recall {s.recall:.3f}" for s in self.labels]
        if self.both_right is not None:
            lines.append(f"  {'both of a pair right':<24} {self.both_right:.3f}  ("
                         + ", ".join(f"{k.kind} {k.both_right:.2f} of {k.pairs}" for k in self.kinds) + ")")
        lines.append(f"  {'the model alone':<24} {self.model_alone:.3f}")
        lines += [f"  {name:<24} {value:.3f}" for name, value in self.baselines]
        lines += [f"  published, other rows:   {p.value:.3f} {p.measure}, {p.model}" for p in self.published]
        return "\n".join(lines)


def evaluate_pairs(path: Path, models: Models, cap: int = 0, previous: StanceModel | None = None) -> PairScores:
    """Measure one file of labelled pairs. ``cap``: at most that many rows, drawn with a fixed seed and in whole units;
    0 for all. ``previous``: another stance model to stand among the baselines.

    Raises:
        InputError: the file cannot be read, holds no pair, or mixes the labels of binary and three-way sets.
    """
    rows = capped(list(read_rows(path)), cap, path.name)
    if not rows:
        raise InputError(f"{path}: holds no labelled pair")
    return measure_rows(path.name.removesuffix(".gz").removesuffix(".jsonl"), rows, models, previous)


def measure_rows(name: str, rows: Sequence[Pair], models: Models, previous: StanceModel | None = None) -> PairScores:
    """Measure labelled pairs that are at hand.

    Raises:
        InputError: they mix the labels of binary and three-way sets.
    """
    binary = any(p.stance == NOT_SUPPORTS for p in rows)
    if binary and any(p.stance in STANCES[1:] for p in rows):
        raise InputError(f"{name}: mixes {NOT_SUPPORTS} with {STANCES[1]} or {STANCES[2]}")
    gold = np.array([OPEN if p.stance == NOT_SUPPORTS else STANCES.index(p.stance) for p in rows])
    units = tuple(p.unit for p in rows)
    probabilities = np.array([(s.supports, s.contradicts, s.silent) for s in score(
        (ScorePair(str(i), p.claim, p.evidence) for i, p in enumerate(rows)), models=models)])
    alone = _alone(models.larger or models.stance, rows)
    found, felt = stances_given(probabilities, binary), stances_given(alone, binary)
    if binary:
        probabilities = _support_or_not(probabilities)
    measure = balanced_accuracy if binary else macro_f1
    low, high = interval(measure, gold, found, units)
    others = [("majority", majority(gold)), ("word overlap, fitted", by_thresholds(overlap_shares(rows), gold, units)),
              ("cosine, fitted", by_thresholds(cosines(rows, models.embedder), gold, units))]
    if previous is not None:
        others.append(("previous model alone", stances_given(_alone(previous, rows), binary)))
    return PairScores(
        name, len(rows), binary, measure(gold, found), low, high, accuracy(gold, found), balanced_accuracy(gold, found),
        label_scores(gold, found, ("supports", "not_supports") if binary else STANCES), calibration_error(gold, probabilities),
        reliability(gold, probabilities), measure(gold, felt), accuracy(gold, felt),
        tuple((label, measure(gold, answers)) for label, answers in others), _kinds(rows, gold == found), _published(name))


def capped(rows: list[Pair], cap: int, name: str) -> list[Pair]:
    """At most ``cap`` rows in whole units, drawn with a fixed seed; all of them for 0."""
    if not cap or len(rows) <= cap:
        return rows
    units: dict[str, list[Pair]] = {}
    for i, row in enumerate(rows):
        units.setdefault(row.unit or str(i), []).append(row)
    names = list(units)
    random.Random(f"{SEED}/{name}").shuffle(names)
    kept: list[Pair] = []
    for unit in names:
        if len(kept) >= cap:
            break
        kept += units[unit]
    return kept


def _alone(model: StanceModel, rows: Sequence[Pair]) -> NDArray[np.float64]:
    return np.array([(s.supports, s.contradicts, s.silent) for s in model.scores([(p.evidence, p.claim) for p in rows])])


def stances_given(probabilities: NDArray[np.float64], binary: bool) -> NDArray[np.int64]:
    """The most probable stances, as `checker score` gives them; in binary sets those that are not "supports" count as one."""
    most: NDArray[np.int64] = probabilities.argmax(axis=1)
    return np.where(most == SUPPORTED, SUPPORTED, OPEN) if binary else most


def _support_or_not(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([probabilities[:, SUPPORTED], 1 - probabilities[:, SUPPORTED]], axis=1)


def _kinds(rows: Sequence[Pair], right: NDArray[np.bool_]) -> tuple[KindScore, ...]:
    """Only for minimal pairs: units of two rows with one reason and two labels."""
    units: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        units.setdefault(row.unit, []).append(i)
    if not all(len(u) == 2 and rows[u[0]].why and rows[u[0]].why == rows[u[1]].why and rows[u[0]].stance != rows[u[1]].stance
               for u in units.values()):
        return ()
    kinds: dict[str, list[bool]] = {}
    for places in units.values():
        kinds.setdefault(rows[places[0]].why, []).append(bool(right[places].all()))
    return tuple(KindScore(kind, len(flags), sum(flags) / len(flags)) for kind, flags in sorted(kinds.items()))


def _published(name: str) -> tuple[Published, ...]:
    return tuple(p for p in published() if name in p.sets)


@lru_cache(maxsize=1)
def published() -> tuple[Published, ...]:
    """Figures that others report, from ``published.toml``."""
    raw = tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))
    return tuple(Published(tuple(r["sets"]), r["model"], r["measure"], r["value"]) for r in raw["figures"])
