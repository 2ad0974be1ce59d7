"""The fitted decision: probabilities, reasons, and refusing a file that was fitted on something else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.decide.features import Features, Veto, feature_names, log_odds
from checker.decide.model import load_decision
from checker.decide.reasons import WORDS, in_words
from checker.errors import ModelError
from checker.types import Stance

NEUTRAL = Features(**dict.fromkeys(feature_names(), 0.0))
STATED = replace(NEUTRAL, supports=4.0, contradicts=-5.0, similarity=0.8, overlap=0.9, weakest_part=0.0)
UNRELATED = replace(NEUTRAL, supports=-6.0, contradicts=-6.0, similarity=0.1, overlap=0.0, weakest_part=0.0)

CONFLICTS = ("quantity_conflict", "date_conflict", "name_conflict", "polarity_conflict", "quote_altered", "quote_misattributed", "swapped")


def test_a_stated_claim_is_supported_and_an_unrelated_one_silent() -> None:
    model = load_decision()
    assert model.decide(STATED).stance is Stance.SUPPORTS
    assert model.decide(UNRELATED).stance is Stance.SILENT


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_a_verified_conflict_never_raises_support(conflict: str) -> None:
    model = load_decision()
    for base in (STATED, UNRELATED, NEUTRAL):
        plain, broken = model.decide(base), model.decide(replace(base, **{conflict: 1.0}))
        assert broken.probabilities[0] <= plain.probabilities[0] + 1e-9
        assert broken.probabilities[1] >= plain.probabilities[1] - 1e-9


def test_a_verbatim_statement_is_supported_whatever_the_models_think() -> None:
    assert load_decision().decide(replace(UNRELATED, verbatim=1.0, contradicts=6.0)).stance is Stance.SUPPORTS


@pytest.mark.parametrize("veto", ["figure_unmatched", "quantity_conflict", "quantity_rival", "hedge_dropped", "date_conflict",
                                  "name_conflict", "polarity_conflict", "swapped"])
def test_what_is_never_supported(veto: str) -> None:
    assert load_decision().decide(replace(STATED, **{veto: 1.0})).probabilities[0] == 0.0


def test_every_reason_has_words_that_fit_its_value() -> None:
    assert set(WORDS) == set(feature_names())
    for name, (there, missing) in WORDS.items():
        value = -0.5 if name == "weakest_part" else 0.5
        assert in_words(name, value) == there and in_words(name, 0.0) == missing
    decided = load_decision().decide(replace(STATED, date_conflict=1.0))
    assert all(c.note for c in decided.why)
    assert "a date is given otherwise" in {c.note for c in decided.why}


def test_a_figure_that_follows_from_others_may_be_supported() -> None:
    model = load_decision()
    assert model.veto is Veto.FULL
    unstated = replace(STATED, figure_unmatched=1.0)
    assert model.decide(unstated).probabilities[0] == 0
    assert model.decide(replace(unstated, figure_reckoned=1.0)).probabilities[0] > 0
    assert model.decide(replace(unstated, figure_reckoned=1.0, quantity_conflict=1.0)).probabilities[0] == 0


def test_in_single_pairs_names_and_hedges_do_not_forbid_support() -> None:
    pairs = replace(load_decision(), veto=Veto.RECKONING)
    assert pairs.decide(replace(STATED, quantity_rival=1.0)).probabilities[0] == 0
    assert pairs.decide(replace(STATED, quantity_rival=1.0, figure_reckoned=1.0)).probabilities[0] > 0
    assert pairs.decide(replace(STATED, hedge_dropped=1.0, name_conflict=1.0)).probabilities[0] > 0


def test_coverage_with_nothing_in_common_is_about_another_matter() -> None:
    model = load_decision()
    felt = replace(STATED, similarity=0.3, overlap=0.2)
    assert model.decide(replace(felt, overlap=0.4)).probabilities[2] < model.decide(felt).probabilities[2]
    assert model.decide(replace(felt, supports=0.5)).stance is Stance.SILENT


def test_an_outlet_that_is_not_credited_is_sooner_taken_for_silent() -> None:
    model, unsure = load_decision(), replace(STATED, supports=0.0, silent=0.0, asked=1.0)
    assert model.decide(replace(unsure, asked=0.0)).probabilities[2] > model.decide(unsure).probabilities[2]


def test_what_is_altered_is_never_supported_where_everything_else_is_weighed() -> None:
    weighing = replace(load_decision(), veto=Veto.ALTERED)
    assert weighing.decide(replace(STATED, figure_unmatched=1.0)).probabilities[0] > 0
    assert weighing.decide(replace(STATED, altered=1.0)).probabilities[0] == 0


@given(st.lists(st.floats(-7, 7), min_size=len(feature_names()), max_size=len(feature_names())))
def test_probabilities_sum_to_one(values: list[float]) -> None:
    decided = load_decision().decide(Features(*values))
    assert sum(decided.probabilities) == pytest.approx(1.0)
    assert decided.confidence == max(decided.probabilities) or decided.stance is not Stance.CONTRADICTS


def test_the_reasons_are_named_and_the_strongest_comes_first() -> None:
    why = load_decision().decide(STATED).why
    assert {c.name for c in why} == set(feature_names())
    assert [abs(c.weight) for c in why] == sorted((abs(c.weight) for c in why), reverse=True)


@pytest.mark.parametrize(("text", "says"), [("{", "not a decision model"), ("{}", "not a decision model")])
def test_a_broken_file(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "decision.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=says):
        load_decision(path)


def test_other_features_are_refused(tmp_path: Path) -> None:
    from checker.inference.folders import shipped_models

    raw = json.loads((shipped_models() / "decision.json").read_text(encoding="utf-8"))
    raw["features"][0] = "mood"
    path = tmp_path / "decision.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(ModelError, match="other features"):
        load_decision(path)


@given(st.floats(0, 1), st.floats(0, 1))
def test_log_odds_keep_the_order(a: float, b: float) -> None:
    assert (log_odds(a) <= log_odds(b)) or a > b
