"""Measures of a classifier's answers against gold, with intervals. Labels are whole numbers; all results are 0..1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, precision_recall_fscore_support, recall_score

Labels = NDArray[np.int64]
SEED = 20261123
RESAMPLES = 500
"""Bootstrap draws: enough for a 95 % interval that is stable in the second decimal."""
BINS = 10


@dataclass(frozen=True, slots=True)
class LabelScores:
    """Precision and recall of one label."""

    label: str
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lies in one tenth: how many, how sure on average, how often right."""

    count: int
    confidence: float
    right: float


def accuracy(gold: Labels, found: Labels) -> float:
    return float((gold == found).mean())


def macro_f1(gold: Labels, found: Labels) -> float:
    """Mean F1 of the labels that gold has."""
    return float(f1_score(gold, found, average="macro", labels=np.unique(gold), zero_division=0))


def balanced_accuracy(gold: Labels, found: Labels) -> float:
    """Mean recall of the labels that gold has."""
    return float(recall_score(gold, found, average="macro", labels=np.unique(gold), zero_division=0))


def label_scores(gold: Labels, found: Labels, names: tuple[str, ...]) -> tuple[LabelScores, ...]:
    precision, recall, _, _ = precision_recall_fscore_support(gold, found, labels=range(len(names)), zero_division=0)
    return tuple(LabelScores(n, float(p), float(r)) for n, p, r in zip(names, precision, recall, strict=True))


def interval(measure: Callable[[Labels, Labels], float], gold: Labels, found: Labels, units: tuple[str, ...] = ()) -> tuple[float, float]:
    """95 % percentile bootstrap interval. Where ``units`` name what rows belong to, whole units are drawn: their rows are not
    independent of one another (Efron and Tibshirani, An Introduction to the Bootstrap, 1993)."""
    generator = np.random.default_rng(SEED)
    named = units if units and len(set(units)) > 1 else tuple(str(i) for i in range(len(gold)))
    order = {u: i for i, u in enumerate(dict.fromkeys(named))}
    rows: list[list[int]] = [[] for _ in order]
    for i, unit in enumerate(named):
        rows[order[unit]].append(i)
    members = [np.array(r) for r in rows]
    draws = []
    for drawn in generator.integers(0, len(members), (RESAMPLES, len(members))):
        chosen = np.concatenate([members[i] for i in drawn])
        draws.append(measure(gold[chosen], found[chosen]))
    return float(np.quantile(draws, 0.025)), float(np.quantile(draws, 0.975))


def reliability(gold: Labels, probabilities: NDArray[np.float64]) -> tuple[Bin, ...]:
    """Answers by tenths of their confidence; ``probabilities`` has shape (rows, labels). Empty tenths have count 0."""
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == gold
    place = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return tuple(
        Bin(int(inside.sum()), float(confidence[inside].mean()) if inside.any() else 0.0, float(right[inside].mean()) if inside.any() else 0.0)
        for inside in (place == b for b in range(BINS)))


def calibration_error(gold: Labels, probabilities: NDArray[np.float64]) -> float:
    """Expected calibration error of the most probable label, ten equal bins (Guo et al., On Calibration of Modern Neural
    Networks, 2017)."""
    bins = reliability(gold, probabilities)
    return sum(b.count * abs(b.confidence - b.right) for b in bins) / max(1, sum(b.count for b in bins))
