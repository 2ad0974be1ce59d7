"""Measure the shipped stance model and `score` on labelled sets that it was not trained on.

    python -m checker.training.measure --data DIR --out models/stance-MiniLM-L6-int8/metrics.json

Three-way sets: the stance model alone on (evidence, claim) and the whole scorer (retrieval, comparers, decision) beside it;
accuracy, macro-F1 with a bootstrap interval. Binary sets (long documents): balanced accuracy of "supports" by the whole
scorer. Baselines beside them: always the most frequent label, and word overlap with thresholds fitted on the same rows
(so it is flattered). At most --cap rows of a set, drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import balanced_accuracy_score, f1_score

from checker.inference.loading import Models, load_models
from checker.scoring import ScoredPair, ScorePair, score
from checker.text.words import content_stems
from checker.training.decision import tuning_half
from checker.training.pairs import STANCES, Pair, read_pairs

Row = TypeVar("Row")
SEED = 20261123
RESAMPLES = 500
THREE_WAY = (
    "mnli_matched_dev", "snli_dev", "lingnli_val", "newprotocols_base_val", "newprotocols_edit_other_val",
    "newprotocols_edit_premise_val", "newprotocols_paragraph_val", "infotabs_dev", "fever_nli_dev", "emergent_headlines",
    "conjnli_dev", "fnc1_headlines_test", "negation_snli")
BINARY = ("wice_claim_dev", "fib_xsum_factcc", "fib_xsum_mfma", "begin", "summedits_samsum", "summedits_ectsum")
AUTHORED = "stance_authored/politics.jsonl"


@dataclass(frozen=True, slots=True)
class SetScores:
    """One set. For binary sets only the whole scorer is measured, by balanced accuracy (in ``accuracy``)."""

    name: str
    rows: int
    measure: str
    accuracy: float
    macro_f1: float
    low: float
    high: float
    model_alone_accuracy: float
    model_alone_macro_f1: float
    majority: float
    word_overlap: float


def measure_three_way(name: str, pairs: Sequence[Pair], models: Models) -> SetScores:
    gold = np.array([STANCES.index(p.stance) for p in pairs])
    alone = np.array([STANCES.index(s.stance.value) for s in models.stance.scores([(p.evidence, p.claim) for p in pairs])])
    whole = np.array([STANCES.index(s.stance.value) for s in _scored(pairs, models)])
    low, high = _interval(gold, whole)
    return SetScores(
        name, len(pairs), "macro-F1, three labels", _accuracy(gold, whole), _macro(gold, whole), low, high, _accuracy(gold, alone),
        _macro(gold, alone), _macro(gold, np.full_like(gold, np.bincount(gold).argmax())), _overlap(pairs, gold))


def measure_binary(name: str, rows: Sequence[tuple[Pair, bool]], models: Models) -> SetScores:
    gold = np.array([supported for _, supported in rows])
    found = np.array([s.supports > 0.5 for s in _scored([p for p, _ in rows], models)])
    generator = np.random.default_rng(SEED)
    draws = [balanced_accuracy_score(gold[i], found[i]) for i in generator.integers(0, len(gold), (RESAMPLES, len(gold)))]
    shares = np.array([_share(p) for p, _ in rows])
    best = max(balanced_accuracy_score(gold, shares >= t) for t in np.quantile(shares, np.linspace(0, 1, 21)))
    value = round(float(balanced_accuracy_score(gold, found)), 4)
    return SetScores(name, len(rows), "balanced accuracy, supported or not", value, 0.0, round(float(np.quantile(draws, 0.025)), 4),
                     round(float(np.quantile(draws, 0.975)), 4), 0.0, 0.0, 0.5, round(float(best), 4))


def _scored(pairs: Sequence[Pair], models: Models) -> list[ScoredPair]:
    return list(score((ScorePair(str(i), p.claim, p.evidence) for i, p in enumerate(pairs)), models=models))


def _share(pair: Pair) -> float:
    stems = content_stems(pair.claim)
    return len(stems & content_stems(pair.evidence)) / len(stems) if stems else 0.0


def _overlap(pairs: Sequence[Pair], gold: NDArray[np.int64]) -> float:
    """Macro-F1 of the best two cuts of the overlap share, over all orders of the labels."""
    from itertools import permutations

    shares = np.array([_share(p) for p in pairs])
    cuts = np.quantile(shares, np.linspace(0, 1, 11))
    return max(
        _macro(gold, np.select([shares < a, shares < b], [order[0], order[1]], order[2]))
        for order in permutations(range(3)) for a in cuts for b in cuts if a <= b)


def _accuracy(gold: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    return round(float((gold == found).mean()), 4)


def _macro(gold: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    return round(float(f1_score(gold, found, average="macro", labels=[0, 1, 2], zero_division=0)), 4)


def _interval(gold: NDArray[np.int64], found: NDArray[np.int64]) -> tuple[float, float]:
    generator = np.random.default_rng(SEED)
    draws = [_macro(gold[i], found[i]) for i in generator.integers(0, len(gold), (RESAMPLES, len(gold)))]
    return round(float(np.quantile(draws, 0.025)), 4), round(float(np.quantile(draws, 0.975)), 4)


def _capped(rows: list[Row], cap: int, name: str) -> list[Row]:
    random.Random(f"{SEED}/{name}").shuffle(rows)
    return rows[:cap]


START, END = "<!-- measured: start -->", "<!-- measured: end -->"


def table(results: Sequence[SetScores]) -> str:
    """The results as Markdown, three-way sets first."""
    lines = ["| set | rows | macro-F1 (95 %) | accuracy | model alone: macro-F1 | majority | word overlap |", "|---|---|---|---|---|---|---|"]
    lines += [f"| {r.name} | {r.rows} | {r.macro_f1:.3f} ({r.low:.3f}-{r.high:.3f}) | {r.accuracy:.3f} | {r.model_alone_macro_f1:.3f} | "
              f"{r.majority:.3f} | {r.word_overlap:.3f} |" for r in results if r.measure.startswith("macro")]
    lines += ["", "| binary set (long documents) | rows | balanced accuracy (95 %) | word overlap |", "|---|---|---|---|"]
    lines += [f"| {r.name} | {r.rows} | {r.accuracy:.3f} ({r.low:.3f}-{r.high:.3f}) | {r.word_overlap:.3f} |"
              for r in results if not r.measure.startswith("macro")]
    three, two = [r for r in results[1:] if r.measure.startswith("macro")], [r for r in results if not r.measure.startswith("macro")]
    if three and two:
        lines += ["", f"Means: accuracy on the public three-way sets {sum(r.accuracy for r in three) / len(three):.3f}, "
                      f"balanced accuracy on the binary sets {sum(r.accuracy for r in two) / len(two):.3f}."]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--stance-model", default=None)
    parser.add_argument("--cap", type=int, default=600)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    models = load_models(stance_model=options.stance_model, cache=False)
    authored = list(read_pairs(options.data / AUTHORED))
    tuned = {p.unit for p in tuning_half(authored)}
    results = [measure_three_way("authored newsroom pairs (held-apart writer, reporting half)",
                                 [p for p in authored if p.unit not in tuned], models)]
    print(results[-1], flush=True)
    for name in THREE_WAY:
        pairs = _capped(list(read_pairs(options.data / "dev" / f"{name}.jsonl.gz")), options.cap, name)
        results.append(measure_three_way(name, pairs, models))
        print(results[-1], flush=True)
    for name in BINARY:
        with gzip.open(options.data / "dev" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            raw = [json.loads(line) for line in lines]
        rows = _capped([(Pair(r["evidence"], r["claim"], "supports"), r["label"] == "supports") for r in raw], options.cap // 2, name)
        results.append(measure_binary(name, rows, models))
        print(results[-1], flush=True)
    options.out.write_text(json.dumps({"model": models.stance.info.sha256, "sets": [asdict(r) for r in results]}, indent=1) + "\n",
                           encoding="utf-8")
    card = options.out.with_name("README.md")
    if card.exists() and START in (text := card.read_text(encoding="utf-8")):
        before, rest = text.split(START, 1)
        card.write_text(before + START + "\n" + table(results) + "\n" + END + rest.split(END, 1)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
