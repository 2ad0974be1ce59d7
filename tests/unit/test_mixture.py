"""What a training stage is made of, and what is kept out of it."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.evaluation.labelled import STANCES, Pair, read_pairs
from checker.training.mixture import (
    MIXTURE,
    OWN,
    Mixture,
    Source,
    Stage,
    check_sources,
    cropped,
    read_mixture,
    stage_pairs,
)
from checker.training.near_duplicates import HeldApart
from checker.training.tuning import tuning_half

ARTICLE = (
    "The city council of Tartu voted on Monday to close the old tannery by June. Mayor Liis Saar told Reuters that 140 workers would keep "
    "their pay until December. The union sued the council in April, but the court in Tallinn rejected the suit. Residents have complained "
    "about the smell since 1998. The owner, Nordic Hides, said it may move its machines to Riga. A museum could open in the main hall next "
    "year. Some 3,000 people signed a petition against the closure. The council will meet again on Friday.")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    def write(path: str, rows: list[dict[str, str]]) -> None:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        with gzip.open(tmp_path / path, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)

    write("train/a.jsonl.gz", [{"evidence": f"Evidence number {i} of the {i}th case.", "claim": f"Claim {i}.", "label": STANCES[i % 3]} for i in range(30)])
    write("dev/b.jsonl.gz", [{"evidence": "evidence number 3 of the 3th case", "claim": "claim 3", "label": "supports"}])
    write("news/n.jsonl.gz", [{"title": "Tartu council votes to close old tannery by June", "text": ARTICLE}] * 5)
    return tmp_path


def stage(*sources: Source) -> Stage:
    return Stage("s", 1, 1e-5, 8, sources)


def mixture(*sources: Source) -> Mixture:
    return Mixture(1, 256, ("dev",), (stage(*sources),))


def test_held_apart_pairs_are_left_out_and_the_rest_is_there_once(data: Path) -> None:
    made = mixture(Source("train/a.jsonl.gz"), Source("train/a.jsonl.gz"))
    pairs = stage_pairs(made, made.stages[0], data)
    assert len(pairs) == 29
    assert all("number 3 " not in p.evidence for p in pairs)
    assert pairs == stage_pairs(made, made.stages[0], data)


def test_a_cap_and_padding(data: Path) -> None:
    made = mixture(Source("train/a.jsonl.gz", cap=7, pad_evidence=True))
    pairs = stage_pairs(made, made.stages[0], data)
    assert len(pairs) == 7
    assert any(p.evidence.count("Evidence") > 1 for p in pairs)


def test_rivals_stay_together_under_a_cap_and_the_same_padding(data: Path) -> None:
    rows = [{"evidence": f"Evidence {i // 3} stands here.", "claim": f"Claim {i}.", "label": STANCES[i % 3]} for i in range(60)]
    with gzip.open(data / "train" / "c.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    made = mixture(Source("train/c.jsonl.gz", cap=12, pad_evidence=True))
    pairs = stage_pairs(made, replace(made.stages[0], tell_apart=1.0), data)
    assert len(pairs) == 12
    assert len({p.evidence for p in pairs}) == 4
    assert len({p.evidence for p in stage_pairs(made, made.stages[0], data)}) > 4


def test_pairs_are_made_of_articles(data: Path) -> None:
    made = mixture(Source("news/n.jsonl.gz", make="articles"))
    pairs = stage_pairs(made, made.stages[0], data)
    assert {p.stance for p in pairs} == set(STANCES)
    assert any(p.claim.startswith("Tartu council") for p in pairs)
    assert all(p.claim not in p.evidence for p in pairs if p.stance == "contradicts")


def test_supported_claims_are_changed() -> None:
    source = OWN / "courts_disasters_money.jsonl"
    made = mixture(Source(f"newsroom/{source.name}", make="changed"))
    pairs = stage_pairs(made, made.stages[0], Path("nowhere"))
    originals = {p.claim for p in read_pairs(source)}
    assert len(pairs) > 30
    assert not originals & {p.claim for p in pairs}


def test_an_unknown_way_of_making_is_refused(data: Path) -> None:
    made = mixture(Source("train/a.jsonl.gz", make="magic"))
    with pytest.raises(ValueError, match="magic"):
        stage_pairs(made, made.stages[0], data)


def test_missing_files_are_said_before_training(data: Path) -> None:
    check_sources(mixture(Source("train/a.jsonl.gz")), data)
    with pytest.raises(InputError, match="train/z"):
        check_sources(mixture(Source("train/a.jsonl.gz"), Source("train/z.jsonl.gz")), data)


def test_the_recipe_can_be_read_and_names_our_own_files() -> None:
    recipe = read_mixture(MIXTURE)
    own = {s.path for each in recipe.stages for s in each.sources if s.path.startswith("newsroom/")}
    assert own and own <= {f"newsroom/{p.name}" for p in OWN.glob("*.jsonl")}
    assert not any("politics" in s.path or "_nc" in s.path or s.path.startswith("dev") for each in recipe.stages for s in each.sources)


@pytest.mark.parametrize(("evidence", "claim", "held"), [
    ("It rained in Oslo.", "Rain fell on the city of Oslo today", True), ("it RAINED, in Oslo", "rain fell on the city of oslo today!", True),
    ("It rained in Oslo.", "Rain fell on the wet city of Oslo today", True), ("It rained in Oslo.", "It snowed in Bergen", False),
    ("It rained in Bergen.", "Rain fell on the city of Oslo today", False)])
def test_near_duplicates(evidence: str, claim: str, held: bool) -> None:
    assert (Pair(evidence, claim, "silent") in HeldApart([Pair("It rained in Oslo.", "Rain fell on the city of Oslo today", "supports")])) is held


def test_halves_do_not_share_a_unit() -> None:
    pairs = [Pair("e", f"c{i}", "silent", f"u{i // 3}") for i in range(30)]
    tuned = tuning_half(pairs)
    assert len(tuned) == 15
    assert not {p.unit for p in tuned} & {p.unit for p in pairs if p not in tuned}


PASSAGE = "The port shut at noon. A crane fell on the quay. Nobody was hurt. The mayor left on Friday. Rain is due. The fair opens in May."


def test_a_crop_keeps_what_the_claim_speaks_of() -> None:
    assert cropped(PASSAGE, "A crane fell on a quay.", 1) == "The port shut at noon. A crane fell on the quay. Nobody was hurt."
    assert cropped(PASSAGE, "A crane fell on a quay before the fair in May, and the mayor left.", 1) == PASSAGE
    assert cropped("It rained. It stopped.", "It stopped.", 0) == "It rained. It stopped."


@given(st.text(alphabet="abcAB .\n", max_size=120), st.text(alphabet="abc ", max_size=30), st.integers(0, 3))
def test_a_crop_is_a_part_of_the_passage(evidence: str, claim: str, left_out: int) -> None:
    assert cropped(evidence, claim, left_out) in evidence


def test_silent_pairs_are_cropped_as_often_as_others() -> None:
    source = OWN / "night_desk.jsonl"
    made = mixture(Source(f"newsroom/{source.name}", crop=True))
    pairs = stage_pairs(made, made.stages[0], Path("nowhere"))
    whole = {p.evidence for p in read_pairs(source)}
    shares = {stance: sum(p.evidence in whole for p in pairs if p.stance == stance) / sum(p.stance == stance for p in pairs)
              for stance in ("supports", "contradicts", "silent")}
    assert max(shares.values()) - min(shares.values()) < 0.1
