"""Fit the decisions: features of readings -> stance. Writes ``models/decision.json`` and ``models/score.json``, plain numbers.

    python -m checker.training.decision check --stories DIR --pairs FILE.jsonl --out models/decision.json
    python -m checker.training.decision score --data DIR --pairs FILE.jsonl --out models/score.json

and both once more with --fast, for models/fast-decision.json and models/fast-score.json: what is decided on when the small stance
model reads alone.

``check`` fits what judges stories: DIR holds gold stories (tuning data), FILE newsroom pairs that the stance model was not
trained on. ``score`` fits what judges single pairs, with evidence of any length and kind: the same newsroom pairs count as
much as all sets of DIR/dev together. Of pairs and sets only every second unit is used, the others are left for reporting.
Multinomial logistic regression (scikit-learn); features whose weight would have the wrong sign are left out, so that a
verified conflict can never raise support. Prints what cross-validation by story and by unit says.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import GroupKFold

from checker.decide.features import Features, Veto, feature_names, features
from checker.decide.model import ORDER, DecisionModel
from checker.evaluation.expected import find_stories
from checker.evaluation.labelled import NOT_SUPPORTS, Pair, read_pairs, read_rows
from checker.evaluation.measures import calibration_error
from checker.evaluation.pairs import capped
from checker.extract.claims import claims as extract_claims
from checker.extract.credits import credits as extract_credits
from checker.extract.outlets import load_registry
from checker.inference.loading import Models, load_models
from checker.ingest import read_coverage, read_story
from checker.judge import Judge, Panel
from checker.retrieve import Index
from checker.scoring import as_claim, as_document
from checker.settings import Depth
from checker.text.sentences import sentences
from checker.training.tuning import BINARY, THREE_WAY, tuning_half
from checker.types import Stance

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
STORIES, NEWSROOM, MINIMAL = "stories", "newsroom", "minimal"
TWINS = Path(__file__).with_name("minimal_tuning.jsonl")
"""Minimal pairs that comparers are tuned on; no model was trained on them. The fit of ``score`` has them as one source more: what tells
two claims apart that differ in one fact is seldom asked for by the others."""

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


@dataclass(frozen=True, slots=True)
class Example:
    """One reading with its gold stance. ``group`` keeps a story or unit in one fold; ``source`` is the set it comes from;
    ``share`` is below 1 where gold leaves it open which of several stances is meant."""

    features: Features
    stance: Stance
    group: str
    source: str
    share: float = 1.0


def story_examples(folders: Sequence[Path], models: Models) -> Iterator[Example]:
    """A reading for every (claim, outlet with coverage). Outlets that gold leaves out are silent by its convention."""
    registry = load_registry()
    for each in find_stories(folders):
        story = read_story(each.story)
        coverage = read_coverage([each.coverage], resolve=registry.canonical).documents
        spans = sentences(story)
        claims = extract_claims(story, spans, extract_credits(story, spans, registry)).claims
        outlets = tuple(dict.fromkeys(d.outlet or "" for d in coverage))
        places = {o: frozenset(i for i, d in enumerate(coverage) if d.outlet == o) for o in outlets}
        panels = [tuple(Panel(o, places[o], asked=o in claim.credited) for o in outlets) for claim in claims]
        judge = Judge(Index(coverage, models.embedder), coverage, models, _nothing_fitted())
        readings = judge.read([story] * len(claims), claims, panels)
        for expected in each.claims:
            place = story.text.index(expected.contains)
            gold = {registry.canonical(name) or name: stance for name, stance in expected.outlets}
            for claim, row in zip(claims, readings, strict=True):
                if claim.span.start <= place < claim.span.end:
                    for outlet, reading in zip(outlets, row, strict=True):
                        stance = gold.get(outlet, Stance.SILENT)
                        if reading is not None and stance is not Stance.MISSING:
                            yield Example(features(claim.statement, reading), stance, each.name, STORIES)


def pair_examples(pairs: Sequence[Pair], source: str, models: Models) -> Iterator[Example]:
    """A reading for every pair. A row of a binary set that is not supported counts half as contradicted, half as silent."""
    documents = tuple(as_document(p.evidence) for p in pairs)
    claims = [as_claim(p.claim) for p in pairs]
    judge = Judge(Index(documents, models.embedder), documents, models, _nothing_fitted())
    readings = judge.read([as_document(p.claim) for p in pairs], claims,
                          [(Panel("evidence", frozenset({i})),) for i in range(len(pairs))])
    for number, (pair, claim, (reading,)) in enumerate(zip(pairs, claims, readings, strict=True)):
        if reading is not None:
            found, group = features(claim.statement, reading), f"{source}/{pair.unit or number}"
            if pair.stance == NOT_SUPPORTS:
                yield Example(found, Stance.CONTRADICTS, group, source, 0.5)
                yield Example(found, Stance.SILENT, group, source, 0.5)
            else:
                yield Example(found, Stance(pair.stance), group, source)


def set_examples(data: Path, models: Models, cap: int) -> Iterator[Example]:
    """Readings of the tuning halves of the public sets, at most ``cap`` rows of each, half as many of binary ones."""
    for names, most in ((THREE_WAY, cap), (BINARY, cap // 2)):
        for name in names:
            rows = list(tuning_half(list(read_rows(data / "dev" / f"{name}.jsonl.gz"))))
            yield from pair_examples(capped(rows, most, name), name, models)


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


def _nothing_fitted() -> DecisionModel:
    """Stands in while only readings are wanted."""
    width = len(feature_names())
    return DecisionModel(feature_names(), (0.0,) * width, (1.0,) * width, ((0.0,) * width,) * 3, (0.0, 0.0, 1.0))


def write(model: DecisionModel, report: dict[str, float], path: Path) -> None:
    path.write_text(json.dumps({
        "features": model.names, "centres": model.centres, "scales": model.scales,
        "weights": dict(zip((s.value for s in ORDER), model.weights, strict=True)),
        "intercepts": dict(zip((s.value for s in ORDER), model.intercepts, strict=True)),
        "alarm_margin": model.alarm_margin, "veto": model.veto.value, "fit": report}, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("check", "score"))
    parser.add_argument("--stories", type=Path, nargs="+", help="for check: folders of stories")
    parser.add_argument("--data", type=Path, help="for score")
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--cap", type=int, default=160, help="rows of a public set, for score")
    parser.add_argument("--stance-model", default=None)
    parser.add_argument("--fast", action="store_true", help="without the larger stance model")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    models = load_models(stance_model=options.stance_model, depth=Depth.FAST if options.fast else Depth.USUAL)
    examples = list(pair_examples(tuning_half(list(read_pairs(options.pairs))), NEWSROOM, models))
    if options.what == "check":
        if options.stories is None:
            parser.error("check needs --stories")
        examples += story_examples(options.stories, models)
    else:
        if options.data is None:
            parser.error("score needs --data")
        examples += pair_examples(list(read_pairs(TWINS)), MINIMAL, models)
        examples += set_examples(options.data, models, options.cap)
    model, report = fit(examples)
    write(model, report, options.out)
    print(json.dumps(report, indent=1))
    for name, *row in sorted(zip(model.names, *model.weights, strict=True)):
        print(f"{name:22}" + "".join(f"{w:9.3f}" for w in row))


if __name__ == "__main__":
    main()
