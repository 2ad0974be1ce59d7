"""Readings that decisions are fitted on: cut into pieces, kept in a file, and tried on stories in cross-validation."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from checker.decide.features import Features, feature_names
from checker.decide.model import DecisionModel
from checker.errors import InputError
from checker.evaluation.labelled import Pair
from checker.training.readings import NEWSROOM, PIECE, STORIES, Example, pieces_of, read, write
from checker.training.verdicts import tried, worth
from checker.types import Stance, Verdict

PLAIN = replace(Features(*[0.0] * len(fields(Features))), similarity=1.0, asked=1.0)
SAYS = DecisionModel(
    feature_names(), (0.0,) * len(feature_names()), (1.0,) * len(feature_names()),
    tuple(tuple(float(n == name) for n in feature_names()) for name in ("supports", "contradicts", "silent")), (0.0, 0.0, 0.0))
"""Decides for whatever has the largest log-odds."""


def reading(stance: Stance, *, claim: int = 0, asked: float = 1.0, **values: float) -> Example:
    """A reading of a sentence that diverges, which the decision above takes for ``stance``."""
    said = {Stance.SUPPORTS: "supports", Stance.CONTRADICTS: "contradicts", Stance.SILENT: "silent"}[stance]
    return Example(replace(PLAIN, **{said: 5.0, "asked": asked, **values}), stance, "story", STORIES, sentence=0, claim=claim, verdict=Verdict.DIVERGENCE)


def verdict(*examples: Example) -> Verdict:
    (found,) = tried(SAYS, examples)
    return found.found


def test_pairs_are_cut_into_pieces_in_order() -> None:
    pairs = [Pair("e", f"c{i}", "silent", "") for i in range(2 * PIECE + 1)]
    pieces = list(pieces_of(NEWSROOM, pairs))
    assert [p.first for p in pieces] == [0, PIECE, 2 * PIECE]
    assert [pair for p in pieces for pair in p.pairs] == pairs


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    examples = [reading(Stance.SUPPORTS), Example(replace(PLAIN, overlap=0.25), Stance.SILENT, "newsroom/3", NEWSROOM, 0.5)]
    assert write(iter(examples), tmp_path / "r.jsonl") == 2
    assert read(tmp_path / "r.jsonl") == examples
    assert [p.name for p in tmp_path.iterdir()] == ["r.jsonl"]


@pytest.mark.parametrize("text", ["no json\n", '{"source": "newsroom"}\n'])
def test_readings_of_other_features_are_one_clear_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "r.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"r\.jsonl: cannot be read as readings .* checker\.training\.readings"):
        read(tmp_path / "r.jsonl")


def test_a_sentence_has_the_worst_verdict_of_its_claims() -> None:
    assert verdict(reading(Stance.SUPPORTS)) is Verdict.AGREEMENT
    assert verdict(reading(Stance.SUPPORTS), reading(Stance.SILENT, claim=1)) is Verdict.UNSUPPORTED
    assert verdict(reading(Stance.SILENT), reading(Stance.CONTRADICTS, claim=1)) is Verdict.DIVERGENCE


def test_an_outlet_that_is_not_credited_confirms_nothing_and_may_contradict() -> None:
    assert verdict(reading(Stance.SILENT), reading(Stance.SUPPORTS, asked=0.0)) is Verdict.UNSUPPORTED
    assert verdict(reading(Stance.SUPPORTS), reading(Stance.CONTRADICTS, asked=0.0)) is Verdict.DIVERGENCE


def test_a_broken_quotation_diverges_unless_another_credited_outlet_has_it() -> None:
    broken = reading(Stance.SUPPORTS, quote_altered=1.0)
    assert verdict(broken) is Verdict.DIVERGENCE
    assert verdict(broken, reading(Stance.SUPPORTS, quote_found=1.0)) is Verdict.AGREEMENT


def test_what_verdicts_are_worth() -> None:
    (right,) = tried(SAYS, [reading(Stance.CONTRADICTS)])
    (wrong,) = tried(SAYS, [reading(Stance.SUPPORTS)])
    found = worth([right, right, right, wrong], [True, False])
    assert (found.sentences, found.accuracy, found.alarms_right, found.alarms_found, found.stances) == (4, 0.75, 1.0, 0.75, 0.5)
