"""Fit the decisions: features of readings -> stance. Writes ``models/decision.json`` and ``models/score.json``, plain numbers.

    python -m checker.training.decision check READINGS.jsonl --out models/decision.json
    python -m checker.training.decision score READINGS.jsonl --out models/score.json

and both once more, of readings with ``--fast``, for models/fast-decision.json and models/fast-score.json: what is decided on when the small
stance model reads alone. ``checker.training.readings`` makes the readings.

``check`` fits what judges stories, on the readings of stories and of newsroom pairs. ``score`` fits what judges single pairs, with evidence
of any length and kind: the same newsroom pairs count as much as all other sets together.
Multinomial logistic regression (scikit-learn); features whose weight would have the wrong sign are left out, so that a
verified conflict can never raise support. Prints what cross-validation by story and by unit says.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import GroupKFold

from checker.decide.features import Veto, feature_names
from checker.decide.model import ORDER, DecisionModel
from checker.evaluation.measures import calibration_error
from checker.training.readings import NEWSROOM, STORIES, Example, read

FOLDS = 5
STRENGTHS = (0.02, 0.05, 0.1, 0.3, 1.0, 3.0)
TEMPERATURES = tuple(round(0.4 + 0.05 * i, 2) for i in range(33))
MARGINS = (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
AS_GOOD = 0.002
"""Of the margins whose accuracy on credited outlets is this close to the best, the largest is taken: a wrong alarm costs more than a missed one. Of the
vetoes of ``score`` whose accuracy is, the one of lower loss."""
BESIDE_STORIES = 0.5
"""What all newsroom pairs count beside all stories in the fit of ``check``. Swept at 0.15, 0.3, 0.5 and 1 in cross-validation on 102 stories,
each with the alarm margin of the highest accuracy of verdicts: 0.704, 0.705, 0.703, 0.699, alarms that are right 0.81, 0.78, 0.78, 0.77. Of
those that differ by less than a story the one that forgets least of newsroom pairs."""
SEED = 20261123

DEMANDED: dict[str, tuple[tuple[int, int], ...]] = {
    "supports": ((0, 1), (0, 2)), "stretch_supports": ((0, 1), (0, 2)), "sentence_supports": ((0, 1), (0, 2)),
    "contradicts": ((1, 0), (1, 2)), "stretch_contradicts": ((1, 0), (1, 2)), "sentence_contradicts": ((1, 0), (1, 2)),
    "weakest_part": ((0, 2),), "silent": ((2, 0), (2, 1)),
    **dict.fromkeys(("quantity_conflict", "quantity_rival", "date_conflict", "date_rival", "name_conflict", "polarity_conflict",
                     "quote_altered", "quote_misattributed"), ((1, 0), (1, 2))),
    **dict.fromkeys(("quantity_absent", "figure_unmatched", "date_absent", "name_absent", "hedge_dropped", "quote_absent"), ((2, 0),)),
    "misplaced": ((1, 0), (2, 0)),
    "asked": ((0, 2),), "figure_reckoned": ((0, 1), (0, 2)), "quote_found": ((0, 1), (0, 2)), "verbatim": ((0, 1), (0, 2)),
}
"""What sense demands of a feature's weights, as pairs (larger, smaller) of places in ORDER. Similarity and overlap are high
for contradictions too: nothing is demanded of them."""

VETOED = 0.01
"""Probability of support that a final veto is taken to leave when its loss is counted."""
TOLERATED = 0.02
"""A weight this little on the wrong side is noise of the fit; it is then set so that the demand just holds."""


def fit(examples: Sequence[Example]) -> tuple[DecisionModel, dict[str, float]]:
    """The decision model, and what cross-validation says of it. An alarm margin is chosen where there are stories."""
    x = np.array([e.features.values() for e in examples])
    y = np.array([ORDER.index(e.stance) for e in examples])
    groups = np.array([e.group for e in examples])
    sources = np.array([e.source for e in examples])
    vague = np.array([not e.features.concrete for e in examples])
    weight = _weights(y, sources, np.array([e.share for e in examples]))
    centre, scale = x.mean(axis=0), np.maximum(x.std(axis=0), 1e-6)
    z = (x - centre) / scale
    # by a proper score, so that the probabilities mean what they say
    best = min(((_cross_validated(z, y, groups, weight, c), c) for c in STRENGTHS), key=lambda t: (_surprise(y, t[0], weight), t[1]))
    uncooled, strength = best
    plain = np.array([e.share == 1 for e in examples])
    temperature = _temperature(y, uncooled, weight, sources, plain)
    probabilities = _cooled_in_turn(y, uncooled, groups, weight, sources, plain)
    in_story = sources == STORIES
    losses = {v: _surprise(y, _without_support(probabilities, np.array([e.features.vetoed(v) for e in examples])), weight) for v in Veto}
    right = {v: float(np.average(np.argmax(_without_support(probabilities, np.array([e.features.vetoed(v) for e in examples])), axis=1) == y,
                                 weights=weight)) for v in Veto}
    # by what is decided first; of two that are as good the one whose probabilities say more: a veto takes all support away
    both = (Veto.RECKONING, Veto.ALTERED)
    veto = Veto.FULL if in_story.any() else min(
        (v for v in both if right[v] >= max(right[w] for w in both) - AS_GOOD), key=losses.__getitem__)
    margin = 0.0
    if in_story.any():
        # as reports decide, with the veto: what it takes from support must not fall to contradiction for nothing
        held = _without_support(probabilities, np.array([e.features.vetoed(veto) for e in examples]))
        # of outlets that the story credits: what is read into others seldom makes a verdict, and they are many
        asked = in_story & np.array([e.features.asked > 0 for e in examples])
        reached = {m: float((np.argmax(_lowered(held, m, vague)[asked], axis=1) == y[asked]).mean()) for m in MARGINS}
        margin = max(m for m in MARGINS if reached[m] >= max(reached.values()) - AS_GOOD)
    mask = _signed_mask(z, y, weight, strength)
    model = _fitted(z[:, mask], y, weight, strength)
    weights = np.zeros((len(ORDER), x.shape[1]))
    weights[:, mask] = model.coef_ / temperature
    for column, name in enumerate(feature_names()):
        for a, b in DEMANDED.get(name, ()):
            if weights[a, column] < weights[b, column]:
                weights[a, column] = weights[b, column] = (weights[a, column] + weights[b, column]) / 2
    report = {"examples": float(len(examples)), "strength": strength, "temperature": temperature, "margin": margin,
              "cv_loss": _surprise(y, probabilities, weight), **{f"cv_loss_veto_{v.value}": loss for v, loss in losses.items()},
              **{f"cv_accuracy_veto_{v.value}": share for v, share in right.items()}}
    report["cv_calibration_error"] = calibration_error(y[plain], probabilities[plain])
    for source in dict.fromkeys(sources.tolist()):
        rows = sources == source
        if len(set(y[rows])) == len(ORDER) and all(e.share == 1 for e, inside in zip(examples, rows, strict=True) if inside):
            shown = _lowered(probabilities, margin, vague)[rows] if source == STORIES else probabilities[rows]
            report[f"cv_macro_f1_{source}"] = _macro(y[rows], shown)
            report[f"cv_calibration_error_{source}"] = calibration_error(y[rows], probabilities[rows])
    return DecisionModel(
        feature_names(), tuple(centre.tolist()), tuple(scale.tolist()), tuple(tuple(r) for r in weights.tolist()),
        tuple((model.intercept_ / temperature).tolist()), margin, veto), report


def _weights(y: NDArray[np.int64], sources: NDArray[np.str_], share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Newsroom pairs count as much as everything else together, beside stories :data:`BESIDE_STORIES` of them; other sources alike. In
    stories each stance counts alike: how often outlets are silent in our examples says nothing about the next story."""
    weight = share.copy()
    for source in set(sources.tolist()):
        rows = sources == source
        if source == STORIES:
            for stance in range(len(ORDER)):
                weight[rows & (y == stance)] /= max(1, int((rows & (y == stance)).sum()))
        weight[rows] /= weight[rows].sum()
    others = len(set(sources.tolist()) - {NEWSROOM})
    weight[sources == NEWSROOM] *= BESIDE_STORIES if STORIES in sources else max(1, others)
    result: NDArray[np.float64] = weight * len(y) / weight.sum()
    return result


def _fitted(z: NDArray[np.float64], y: NDArray[np.int64], weight: NDArray[np.float64], strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=2000, random_state=SEED).fit(z, y, sample_weight=weight)


def _signed_mask(z: NDArray[np.float64], y: NDArray[np.int64], weight: NDArray[np.float64],
                 strength: float) -> NDArray[np.bool_]:
    """Features that keep the demanded sign when all that do not are left out, one by one, the worst first."""
    names = feature_names()
    mask = np.ones(len(names), dtype=bool)
    while True:
        coefficients = _fitted(z[:, mask], y, weight, strength).coef_
        wrong: list[tuple[float, int]] = []
        for column, index in enumerate(np.flatnonzero(mask)):
            rest = coefficients[:, column]
            worst = min((rest[a] - rest[b] for a, b in DEMANDED.get(names[index], ())), default=0.0)
            if worst < -TOLERATED:
                wrong.append((worst, int(index)))
        if not wrong:
            return mask
        mask[min(wrong)[1]] = False


def _cross_validated(z: NDArray[np.float64], y: NDArray[np.int64], groups: NDArray[np.str_], weight: NDArray[np.float64],
                     strength: float) -> NDArray[np.float64]:
    probabilities = np.zeros((len(y), len(ORDER)))
    for train, test in GroupKFold(FOLDS).split(z, y, groups):
        mask = _signed_mask(z[train], y[train], weight[train], strength)
        probabilities[test] = _fitted(z[train][:, mask], y[train], weight[train], strength).predict_proba(z[test][:, mask])
    return probabilities


def _temperature(y: NDArray[np.int64], probabilities: NDArray[np.float64], weight: NDArray[np.float64], sources: NDArray[np.str_],
                 plain: NDArray[np.bool_]) -> float:
    """By how much the weights are divided so that held-out probabilities mean what they say (Guo, Pleiss, Sun and Weinberger, On Calibration of
    Modern Neural Networks, 2017): the penalty that keeps weights from chasing noise also makes them too careful.

    Where there are stories, so that least is lost. Single pairs are of two sorts: newsroom pairs are surer to be right than their
    probabilities, public ones less sure. There the larger of two calibration errors is kept low, that of newsroom pairs and that of all.
    """
    newsroom = sources == NEWSROOM
    if STORIES in sources or not newsroom.any():
        return min(TEMPERATURES, key=lambda t: _surprise(y, _cooled(probabilities, t), weight))

    def larger_error(t: float) -> float:
        cooled = _cooled(probabilities, t)
        return max(calibration_error(y[rows], cooled[rows]) for rows in (newsroom, plain))

    return min(TEMPERATURES, key=larger_error)


def _cooled(probabilities: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    raised: NDArray[np.float64] = np.clip(probabilities, 1e-9, 1) ** (1 / temperature)
    cooled: NDArray[np.float64] = raised / raised.sum(axis=1, keepdims=True)
    return cooled


def _cooled_in_turn(y: NDArray[np.int64], probabilities: NDArray[np.float64], groups: NDArray[np.str_], weight: NDArray[np.float64],
                    sources: NDArray[np.str_], plain: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Held-out probabilities, each fold at the temperature of the others."""
    cooled = probabilities.copy()
    for rest, fold in GroupKFold(FOLDS).split(probabilities, y, groups):
        cooled[fold] = _cooled(probabilities[fold], _temperature(y[rest], probabilities[rest], weight[rest], sources[rest], plain[rest]))
    return cooled


def _surprise(y: NDArray[np.int64], probabilities: NDArray[np.float64], weight: NDArray[np.float64]) -> float:
    return float(log_loss(y, np.clip(probabilities, 1e-9, 1), sample_weight=weight, labels=range(len(ORDER))))


def _without_support(probabilities: NDArray[np.float64], vetoed: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What is left when a comparer's veto is final."""
    held = probabilities.copy()
    held[vetoed, 0] = VETOED
    held /= held.sum(axis=1, keepdims=True)
    return held


def _lowered(probabilities: NDArray[np.float64], margin: float, vague: NDArray[np.bool_]) -> NDArray[np.float64]:
    """With the margin taken off contradictions that no comparer can point at."""
    lowered = probabilities.copy()
    lowered[vague, 1] -= margin
    return lowered


def _macro(y: NDArray[np.int64], probabilities: NDArray[np.float64], weight: NDArray[np.float64] | None = None) -> float:
    return float(f1_score(y, np.argmax(probabilities, axis=1), average="macro", sample_weight=weight))


def write(model: DecisionModel, report: dict[str, float], path: Path) -> None:
    path.write_text(json.dumps({
        "features": model.names, "centres": model.centres, "scales": model.scales,
        "weights": dict(zip((s.value for s in ORDER), model.weights, strict=True)),
        "intercepts": dict(zip((s.value for s in ORDER), model.intercepts, strict=True)),
        "alarm_margin": model.alarm_margin, "veto": model.veto.value, "fit": report}, indent=1) + "\n", encoding="utf-8")


def fitted_on(what: str, examples: Sequence[Example]) -> list[Example]:
    """The readings that a decision is fitted on: ``check`` on stories and newsroom pairs, ``score`` on everything but stories."""
    return [e for e in examples if (e.source in (STORIES, NEWSROOM) if what == "check" else e.source != STORIES)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("check", "score"))
    parser.add_argument("readings", type=Path, help="from python -m checker.training.readings")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    model, report = fit(fitted_on(options.what, read(options.readings)))
    write(model, report, options.out)
    print(json.dumps(report, indent=1))
    for name, *row in sorted(zip(model.names, *model.weights, strict=True)):
        print(f"{name:22}" + "".join(f"{w:9.3f}" for w in row))


if __name__ == "__main__":
    main()
