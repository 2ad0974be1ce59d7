"""What the verdicts on tuning stories are worth in cross-validation: the decision of ``check`` fitted without the stories it is tried on.

    python -m checker.training.verdicts READINGS.jsonl

Whoever chooses between models, features or settings looks here, not at the stories kept apart. Findings that need the whole report (outlets
that contradict each other) are left out, so verdicts differ a little from those of ``checker evaluate``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from checker.decide.model import DecisionModel
from checker.decide.verdict import verdict_of
from checker.evaluation.stories import ALARMS, WORST
from checker.training.decision import FOLDS, fit, fitted_on
from checker.training.readings import STORIES, Example, read
from checker.types import OutletStance, Stance, Verdict


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence of a tuning story: what an editor said and what came out."""

    story: str
    sentence: int
    expected: Verdict
    found: Verdict


@dataclass(frozen=True, slots=True)
class Worth:
    """Shares 0..1. ``stances``: of credited outlets, how many got the right stance."""

    sentences: int
    accuracy: float
    macro_f1: float
    alarms_right: float
    alarms_found: float
    stances: float


def tried(model: DecisionModel, examples: Sequence[Example]) -> Iterator[Tried]:
    """Verdicts on the sentences that story examples belong to; a sentence with several claims has the worst of theirs."""
    sentences: dict[tuple[str, int], dict[int, list[Example]]] = {}
    for e in examples:
        sentences.setdefault((e.group, e.sentence), {}).setdefault(e.claim, []).append(e)
    for (story, number), claims in sentences.items():
        expected = next(iter(claims.values()))[0].verdict
        assert expected is not None
        yield Tried(story, number, expected, min((_verdict(model, rows) for rows in claims.values()), key=WORST.index))


def _verdict(model: DecisionModel, rows: Sequence[Example]) -> Verdict:
    stances = [OutletStance(str(i), e.features.asked > 0, _stance(model, e), 1.0) for i, e in enumerate(rows)]
    asked = [e.features for e in rows if e.features.asked > 0]
    broken = any(f.quote_altered or f.quote_misattributed for f in asked) and not any(f.quote_found for f in asked)
    return verdict_of(stances, quote_broken=broken)


def _stance(model: DecisionModel, example: Example) -> Stance:
    return model.decide(example.features, model.alarm_margin).stance


def cross_validated(examples: Sequence[Example]) -> tuple[list[Tried], Worth]:
    """Every story judged by a decision that was fitted on the other folds' stories and on the newsroom pairs."""
    stories = [e for e in examples if e.source == STORIES]
    rest = [e for e in fitted_on("check", examples) if e.source != STORIES]
    groups = [e.group for e in stories]
    results: list[Tried] = []
    right: list[bool] = []
    for train, test in GroupKFold(FOLDS).split(stories, groups=groups):
        model, _ = fit([*rest, *(stories[i] for i in train)])
        apart = [stories[i] for i in test]
        results += tried(model, apart)
        right += [_stance(model, e) is e.stance for e in apart if e.features.asked > 0]
    return results, worth(results, right)


def worth(results: Sequence[Tried], stances_right: Sequence[bool]) -> Worth:
    order = list(Verdict)
    gold, found = ([order.index(v) for v in column] for column in zip(*((t.expected, t.found) for t in results), strict=True))
    alarms = [t for t in results if t.found in ALARMS]
    wanted = [t for t in results if t.expected in ALARMS]
    return Worth(
        len(results), float(np.mean([t.found is t.expected for t in results])), float(f1_score(gold, found, average="macro")),
        float(np.mean([t.expected in ALARMS for t in alarms])) if alarms else 0.0,
        float(np.mean([t.found in ALARMS for t in wanted])) if wanted else 0.0, float(np.mean(stances_right)) if stances_right else 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path, help="from python -m checker.training.readings")
    options = parser.parse_args()
    _, w = cross_validated(read(options.readings))
    print(f"{w.sentences} sentences of tuning stories: accuracy {w.accuracy:.3f}, macro-F1 {w.macro_f1:.3f}, alarms that are right "
          f"{w.alarms_right:.3f}, found {w.alarms_found:.3f}; stances of credited outlets {w.stances:.3f}")


if __name__ == "__main__":
    main()
