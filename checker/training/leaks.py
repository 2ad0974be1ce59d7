"""How much of the label shows without reading both sides: a model could learn that instead of the task.

    python -m checker.training.leaks FILE...
    python -m checker.training.leaks --data DIR --stage desk

Prints, for each file of pairs or for a stage of the recipe, the cross-validated accuracy of a classifier that sees the claim
alone, and of one that sees only how many words and figures claim and evidence share; beside always the most frequent label.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

from checker.evaluation.labelled import Pair, read_pairs
from checker.evaluation.measures import SEED
from checker.training.mixture import MIXTURE, read_mixture, stage_pairs

FOLDS = 5
MOST = 20000
"""Pairs of a stage that are looked at."""
_WORD, _FIGURE = re.compile(r"[a-z0-9']+"), re.compile(r"\d[\d.,]*")
_NEGATIONS = frozenset("not no never denied without nobody none nor cannot".split())


@dataclass(frozen=True, slots=True)
class Leaks:
    """Accuracies, 0..1."""

    pairs: int
    majority: float
    claim_alone: float
    overlap_alone: float


def leaks(pairs: Sequence[Pair]) -> Leaks:
    """Measure a set; pairs about one passage stay in one fold."""
    gold = np.array([p.stance for p in pairs])
    groups = [p.unit or p.evidence for p in pairs]
    folds = GroupKFold(FOLDS)
    words = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True), LogisticRegression(C=2, max_iter=500))
    by_claim = cross_val_predict(words, [p.claim for p in pairs], gold, groups=groups, cv=folds)
    forest = RandomForestClassifier(200, min_samples_leaf=5, random_state=SEED)
    by_overlap = cross_val_predict(forest, _overlaps(pairs), gold, groups=groups, cv=folds)
    most = max(float((gold == label).mean()) for label in set(gold.tolist()))
    return Leaks(len(pairs), most, float((by_claim == gold).mean()), float((by_overlap == gold).mean()))


def _overlaps(pairs: Sequence[Pair]) -> NDArray[np.float64]:
    rows = []
    for p in pairs:
        claim, evidence = set(_WORD.findall(p.claim.lower())), set(_WORD.findall(p.evidence.lower()))
        figures, stated = set(_FIGURE.findall(p.claim)), set(_FIGURE.findall(p.evidence))
        rows.append([len(claim & evidence) / max(1, len(claim)), len(claim), len(evidence), len(figures), len(figures - stated),
                     len(claim & _NEGATIONS)])
    return np.array(rows, dtype=np.float64)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--stage")
    options = parser.parse_args()
    sets = [(file.name, list(read_pairs(file))) for file in options.files]
    if options.stage:
        recipe = read_mixture(MIXTURE)
        stage = next((s for s in recipe.stages if s.name == options.stage), None)
        if stage is None or options.data is None:
            parser.error(f"--stage needs --data, and one of {', '.join(s.name for s in recipe.stages)}")
        sets.append((f"stage {stage.name}", stage_pairs(recipe, stage, options.data)[:MOST]))
    for name, pairs in sets:
        found = leaks(pairs)
        print(f"{name}: {found.pairs} pairs, claim alone {found.claim_alone:.3f}, overlap alone {found.overlap_alone:.3f}, "
              f"majority {found.majority:.3f}", flush=True)


if __name__ == "__main__":
    main()
