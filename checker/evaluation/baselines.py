"""What is to be beaten: answers that need no stance model.

Thresholds are fitted on one half of the rows and applied to the other, and the other way round: no row's answer knows its
own label.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from checker.evaluation.labelled import Pair
from checker.evaluation.measures import SEED, Labels, balanced_accuracy, macro_f1
from checker.inference.protocols import Embedder
from checker.text.sentences import split
from checker.text.words import content_stems

CUTS = 15
"""Thresholds that are tried: quantiles of the scores."""


def majority(gold: Labels) -> Labels:
    """The most frequent label for every row."""
    return np.full_like(gold, np.bincount(gold).argmax())


def overlap_shares(rows: Sequence[Pair]) -> NDArray[np.float64]:
    """Share of each claim's content stems that stand in its evidence, 0..1."""
    return np.array([_share(content_stems(p.claim), content_stems(p.evidence)) for p in rows])


def cosines(rows: Sequence[Pair], embedder: Embedder) -> NDArray[np.float64]:
    """Cosine of each claim and the sentence of its evidence that is most like it."""
    places: dict[str, int] = {}
    spans = [[s.of(p.evidence) for s in split(p.evidence)] or [p.evidence] for p in rows]
    for p, sentences in zip(rows, spans, strict=True):
        for text in (p.claim, *sentences):
            places.setdefault(text, len(places))
    vectors = embedder.embed(list(places))
    return np.array([
        max(float(vectors[places[p.claim]] @ vectors[places[s]]) for s in sentences)
        for p, sentences in zip(rows, spans, strict=True)])


def by_thresholds(scores: NDArray[np.float64], gold: Labels, units: Sequence[str]) -> Labels:
    """Labels by cuts of one score, fitted across halves (a unit stays whole): two cuts and the best order of the labels for
    three stances, one cut for support or not."""
    generator = np.random.default_rng(SEED)
    names = [u or str(i) for i, u in enumerate(units)]
    side = dict(zip(dict.fromkeys(names), generator.integers(0, 2, len(set(names))).tolist(), strict=True))
    half = np.array([side[n] for n in names])
    found = np.zeros_like(gold)
    for held in (0, 1):
        fit, apply = half != held, half == held
        if fit.any() and apply.any():
            found[apply] = _fitted(scores[fit], gold[fit])(scores[apply])
    return found


class _Cuts:
    def __init__(self, low: float, high: float, order: tuple[int, ...]) -> None:
        self.low, self.high, self.order = low, high, order

    def __call__(self, scores: NDArray[np.float64]) -> Labels:
        below, between, above = self.order
        return np.select([scores < self.low, scores < self.high], [below, between], above).astype(np.int64)


def _fitted(scores: NDArray[np.float64], gold: Labels) -> _Cuts:
    cuts = np.unique(np.quantile(scores, np.linspace(0, 1, CUTS)))
    if gold.max() < 2:
        options = [_Cuts(c, c, (b, b, a)) for c in cuts for a, b in ((0, 1), (1, 0))]
        return max(options, key=lambda o: balanced_accuracy(gold, o(scores)))
    options = [_Cuts(a, b, order) for order in permutations(range(3)) for a in cuts for b in cuts if a <= b]
    return max(options, key=lambda o: macro_f1(gold, o(scores)))


def _share(claim: frozenset[str], evidence: frozenset[str]) -> float:
    return len(claim & evidence) / len(claim) if claim else 0.0
