"""The quality gate: what was reached is held. A floor may be raised, never lowered silently.

The measures are those of ``checker evaluate``, on stories and pairs that no model and no threshold was fitted on, and on the example
stories in ``seeds/``, which the decision was fitted on.
``floors.json`` pins them together with the hash of the material: whoever changes a story or a label must measure again, and
says so by changing the hash. What was measured on data sets that are not part of the project stands in the stance model's
``metrics.json``; its means are pinned too. ``python -m tests.quality.test_gate`` prints what there is now, in the form of
``floors.json``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from checker.evaluation.pairs import PairScores, evaluate_pairs
from checker.evaluation.stories import StoryScores, evaluate_stories
from checker.inference.folders import LARGER_STANCE_MODEL, shipped_models
from checker.inference.loading import load_models
from checker.settings import Depth, Settings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = {"seeds": ROOT / "seeds", **{name: ROOT / "tests" / "data" / name for name in ("newsdesk", "evening_edition", "late_edition")}}
PAIRS = {
    "mixed desk": ROOT / "tests" / "data" / "newsroom_apart" / "mixed_desk.jsonl",
    "minimal pairs": ROOT / "tests" / "data" / "minimal_pairs" / "desk.jsonl"}
FAST_SET = "mixed desk"
"""What `--fast` is held to as well."""
PAIR_MEASURES = ("value", "accuracy", "model_alone")
METRICS = shipped_models() / LARGER_STANCE_MODEL / "metrics.json"
MEASURES = ("accuracy", "macro_f1", "alarm_precision", "alarm_recall", "credit_f1", "stance_accuracy", "quote_recall", "finding_recall")
ONE_SENTENCE = 0.04
"""What one or two sentences of a set weigh: processors differ in how they round int8 products, and a sentence on the edge may fall
to either side. The floors themselves are what was reached."""

ROUNDING = 0.01
"""What a few pairs on the edge weigh, for the same reason."""


def corpus_hash(folder: Path) -> str:
    """One hash over all files of a set, names and contents, in sorted order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "README.md"):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def measured(folder: Path) -> StoryScores:
    return evaluate_stories([folder], Settings())


@pytest.fixture(scope="module")
def floors() -> dict[str, dict[str, object]]:
    return json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SETS)
def test_the_stories_are_those_that_the_floors_were_measured_on(name: str, floors: dict[str, dict[str, object]]) -> None:
    assert floors[name]["corpus"] == corpus_hash(SETS[name]), "the stories changed: measure again and say so in CHANGELOG.md"


@pytest.mark.parametrize("name", SETS)
def test_nothing_dropped(name: str, floors: dict[str, dict[str, object]]) -> None:
    scores = measured(SETS[name])
    dropped = {m: (getattr(scores, m), floors[name][m]) for m in MEASURES if getattr(scores, m) < float(str(floors[name][m])) - ONE_SENTENCE}
    assert not dropped, f"{name}: (now, floor) {dropped}\n{scores.table()}"


def measured_pairs(path: Path, depth: Depth = Depth.USUAL) -> PairScores:
    return evaluate_pairs(path, load_models(depth=depth))


def pair_numbers(scores: PairScores) -> dict[str, float]:
    numbers = {m: round(float(getattr(scores, m)), 3) for m in PAIR_MEASURES}
    return numbers if scores.both_right is None else {**numbers, "both_right": round(scores.both_right, 3)}


def file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


@pytest.mark.parametrize("name", PAIRS)
def test_no_pair_measure_dropped(name: str, floors: dict[str, dict[str, object]]) -> None:
    assert floors[name]["corpus"] == file_hash(PAIRS[name]), "the pairs changed: measure again and say so in CHANGELOG.md"
    now = pair_numbers(measured_pairs(PAIRS[name]))
    dropped = {m: (value, floors[name][m]) for m, value in now.items() if value < float(str(floors[name][m])) - ROUNDING}
    assert not dropped, f"{name}: (now, floor) {dropped}"


def test_the_small_model_alone_did_not_drop(floors: dict[str, dict[str, object]]) -> None:
    now = pair_numbers(measured_pairs(PAIRS[FAST_SET], Depth.FAST))
    dropped = {m: (value, floors["fast"][m]) for m, value in now.items() if value < float(str(floors["fast"][m])) - ROUNDING}
    assert not dropped, f"(now, floor) {dropped}"


def card_means() -> dict[str, float]:
    """Means of the groups of sets in the card: accuracy for three-way sets, the set's own measure for the others."""
    sets = json.loads(METRICS.read_text(encoding="utf-8"))["sets"]
    groups: dict[str, list[float]] = {}
    for each in sets:
        groups.setdefault(each["group"], []).append(each["accuracy"] if each["group"] in ("three-way", "adversarial") else each["value"])
    return {group: round(sum(values) / len(values), 3) for group, values in groups.items()}


def test_what_the_card_says_did_not_drop(floors: dict[str, dict[str, object]]) -> None:
    now = card_means()
    assert set(now) == set(floors["card"]), "a group of sets is no longer measured"
    assert not {g: v for g, v in now.items() if v < float(str(floors["card"][g]))}


def current() -> dict[str, dict[str, object]]:
    return {
        **{name: {"corpus": corpus_hash(folder), **{m: round(getattr(scores, m), 3) for m in MEASURES}}
           for name, folder in SETS.items() for scores in [measured(folder)]},
        **{name: {"corpus": file_hash(path), **pair_numbers(measured_pairs(path))} for name, path in PAIRS.items()},
        "fast": dict(pair_numbers(measured_pairs(PAIRS[FAST_SET], Depth.FAST))), "card": dict(card_means())}


if __name__ == "__main__":
    print(json.dumps(current(), indent=1))
