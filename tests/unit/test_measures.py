"""Measures, baselines, and the evaluation of labelled pairs with models that are made up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from checker.errors import InputError
from checker.evaluation.baselines import by_thresholds, majority, overlap_shares
from checker.evaluation.labelled import Pair, read_pairs, read_rows
from checker.evaluation.measures import (
    accuracy,
    balanced_accuracy,
    calibration_error,
    interval,
    label_scores,
    macro_f1,
    reliability,
)
from checker.evaluation.pairs import capped, evaluate_pairs, measure_rows, published, stances_given
from checker.inference.loading import Models
from checker.types import ModelInfo, StanceScores

GOLD = np.array([0, 0, 1, 1, 2, 2])


@dataclass
class Words:
    """Supports where the passage holds every word of the claim; contradicts where it holds "not"."""

    info: ModelInfo = field(default_factory=lambda: ModelInfo("words", "0"))
    max_tokens: int = 256

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[StanceScores, ...]:
        return tuple(
            StanceScores(0.05, 0.9, 0.05) if "not" in p.split() else StanceScores(0.9, 0.05, 0.05) if set(c.split()) <= set(p.split())
            else StanceScores(0.05, 0.05, 0.9) for p, c in pairs)


@dataclass
class Letters:
    info: ModelInfo = field(default_factory=lambda: ModelInfo("letters", "0"))

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.array([[t.lower().count(c) + 0.1 for c in "abcdefghijklmnopqrstuvwxyz"] for t in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


MODELS = Models(Letters(), Words())


def test_measures_of_perfect_and_of_one_sided_answers() -> None:
    assert macro_f1(GOLD, GOLD) == balanced_accuracy(GOLD, GOLD) == accuracy(GOLD, GOLD) == 1
    one = majority(GOLD)
    assert balanced_accuracy(GOLD, one) == pytest.approx(1 / 3)
    assert macro_f1(GOLD, one) == pytest.approx(1 / 6)
    assert label_scores(GOLD, one, ("a", "b", "c"))[0].recall == 1


def test_an_interval_holds_its_value_and_draws_whole_units() -> None:
    found = np.array([0, 0, 1, 2, 2, 0])
    low, high = interval(accuracy, GOLD, found)
    assert low <= accuracy(GOLD, found) <= high
    assert interval(accuracy, GOLD, found) == (low, high)
    units = ("a", "a", "a", "b", "b", "b")
    assert interval(accuracy, GOLD, found, units) == pytest.approx((1 / 3, 1.0))


def test_calibration() -> None:
    sure = np.eye(3)[GOLD] * 0.97 + 0.01
    assert calibration_error(GOLD, sure) == pytest.approx(0.02)
    assert calibration_error(np.zeros(6, dtype=int) + 1, np.tile([0.9, 0.05, 0.05], (6, 1))) == pytest.approx(0.9)
    assert sum(b.count for b in reliability(GOLD, sure)) == 6


def test_thresholds_do_not_see_the_row_they_answer() -> None:
    generator = np.random.default_rng(0)
    noise, gold = generator.random(300), generator.integers(0, 3, 300)
    assert accuracy(gold, by_thresholds(noise, gold, [""] * 300)) < 0.45
    assert accuracy(gold, by_thresholds(gold + noise / 2, gold, [""] * 300)) > 0.9


def test_overlap_shares() -> None:
    rows = [Pair("The bridge collapsed in Genoa.", "bridge collapsed", "supports"), Pair("Rain.", "bridge collapsed", "silent")]
    assert overlap_shares(rows).tolist() == [1.0, 0.0]


ROWS = [Pair(f"bridge {i} opened today", f"bridge {i} opened", "supports", f"u{i}") for i in range(6)] + [
    Pair(f"bridge {i} not opened", f"bridge {i} opened", "contradicts", f"u{i}") for i in range(6)] + [
    Pair(f"rain fell over town {i}", f"bridge {i} opened", "silent", f"u{i}") for i in range(6)]


def test_pairs_are_measured_beside_baselines() -> None:
    scores = measure_rows("made up", ROWS, MODELS, previous=Words())
    assert scores.rows == 18 and not scores.binary
    assert scores.model_alone == scores.model_alone_accuracy == 1.0
    assert dict(scores.baselines)["previous model alone"] == 1.0
    assert dict(scores.baselines)["majority"] == pytest.approx(1 / 6)
    assert scores.low <= scores.value <= scores.high
    assert json.loads(scores.as_json())["name"] == "made up"
    assert "macro-F1" in scores.table() and scores.both_right is None


def test_minimal_pairs_count_when_both_sides_are_right(tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text("".join(json.dumps({"id": str(i), "kind": "number", "passage": f"{i} people died", "supported": f"{i} people died",
                                        "contradicted": f"{i + 1} people died"}) + "\n" for i in range(4)), encoding="utf-8")
    scores = evaluate_pairs(path, MODELS)
    assert [(k.kind, k.pairs) for k in scores.kinds] == [("number", 4)]
    assert scores.both_right is not None and 0 <= scores.both_right <= 1
    assert "both of a pair right" in scores.table()


def test_binary_sets(tmp_path: Path) -> None:
    rows = [Pair(p.evidence, p.claim, "supports" if p.stance == "supports" else "not_supports") for p in ROWS]
    scores = measure_rows("binary", rows, MODELS)
    assert scores.binary and scores.measure == "balanced accuracy" and scores.model_alone == 1.0
    with pytest.raises(InputError, match="mixes"):
        measure_rows("mixed", [*rows, ROWS[-1]], MODELS)


def test_a_binary_row_is_supported_where_that_is_the_stance_given() -> None:
    probabilities = np.array([[0.4, 0.3, 0.3], [0.3, 0.4, 0.3], [0.1, 0.3, 0.6]])
    assert stances_given(probabilities, binary=True).tolist() == [0, 1, 1]
    assert stances_given(probabilities, binary=False).tolist() == [0, 1, 2]


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"evidence": "a", "claim": "b", "label": "maybe"}', '{"evidence": 1, "claim": "b", "label": "silent"}'])
def test_a_malformed_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"evidence": "a", "claim": "b", "label": "silent"}\n\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 3"):
        list(read_rows(path))


def test_binary_rows_are_nostances_given(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"evidence": "a", "claim": "b", "label": "not_supports"}\n{"evidence": "a", "claim": "b", "label": "supports"}\n', encoding="utf-8")
    assert [p.stance for p in read_pairs(path)] == ["supports"]
    assert len(list(read_rows(path))) == 2


def test_a_cap_keeps_units_whole() -> None:
    kept = capped(ROWS, 4, "x")
    assert len(kept) == 6 and all(sum(p.unit == k.unit for p in kept) == 3 for k in kept)
    assert capped(ROWS, 0, "x") == ROWS


def test_published_figures_are_shares() -> None:
    assert all(0 < p.value < 1 and p.sets for p in published())
