"""Generated facts: every frame can be read and filled, and what a label says can be seen in the slots."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path

import pytest

from checker.training.generated import facts
from checker.training.generated.facts import fact_pairs, fill, read_frames, slots_of
from checker.training.generated.parties import DATES, TYPES, date, party

FILES = sorted(Path(facts.__file__).parent.glob("frames_*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_frame_is_whole(path: Path) -> None:
    frames = read_frames(path)
    assert len({f.name for f in frames}) == len(frames) >= 20
    for frame in frames:
        assert frame.first in TYPES and frame.second in ("", *TYPES), frame.name
        assert frame.low < frame.high and len(frame.said) >= 3 and len(frame.told) >= 2, frame.name
        assert bool(frame.otherwise_said) == bool(frame.otherwise_told), frame.name
        assert not frame.otherwise_said or min(len(frame.otherwise_said), len(frame.otherwise_told)) >= 2, frame.name
        clauses = (*frame.said, *frame.told, *frame.otherwise_said, *frame.otherwise_told)
        assert len(set(clauses)) == len(clauses), frame.name
        assert all("A" in slots_of(said) for said in (*frame.said, *frame.otherwise_said)), frame.name
        assert all(slots_of(c) <= {*"ABTNPSD", "P0", "P1"} for c in clauses), frame.name
        assert all(frame.second or "B" not in slots_of(c) for c in clauses), frame.name


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_twins_are_alike_but_for_one_thing_and_no_label_shows_in_the_claim(path: Path) -> None:
    pairs = list(islice(fact_pairs(path, "seed"), 1200))
    assert pairs == list(islice(fact_pairs(path, "seed"), 1200))
    units = defaultdict(list)
    for pair in pairs:
        units[pair.unit].append(pair)
        assert "{" not in pair.evidence + pair.claim
    for unit in list(units.values())[:-1]:
        assert len({p.evidence for p in unit}) == 1
        wrong = [p for p in unit if p.stance == "contradicts"]
        assert wrong and len(wrong) == sum(p.stance == "supports" for p in unit)
    counts = Counter(p.stance for p in pairs)
    assert counts["supports"] == pytest.approx(counts["contradicts"], abs=2) and counts["silent"] > counts["supports"] / 2


TWO_SIDES = """= permit; A=person; B=person; N=homes 20 400
- {A} was granted a permit for {N} {T} by {B}
+ {A} may build
~ {A} was refused a permit for {N} {T} by {B}
! {A} must not build
"""


def test_a_frame_with_two_sides_is_told_as_it_came_out_and_denied_by_its_other_side(tmp_path: Path) -> None:
    path = tmp_path / "frames.txt"
    path.write_text(TWO_SIDES, encoding="utf-8")
    pairs = list(islice(fact_pairs(path, "seed"), 400))
    assert {p.stance for p in pairs} == {"supports", "contradicts"}
    retold = [p for p in pairs if p.claim.endswith("build.")]
    assert 0.3 < len(retold) / len(pairs) < 0.9
    for pair in retold:
        name = pair.claim.split(" m")[0].split()[-1]
        granted = next("granted" in sentence for sentence in pair.evidence.split(". ") if f"{name} was" in sentence)
        assert (pair.stance == "supports") == (granted == ("may build" in pair.claim))
    assert any("granted" in p.evidence and "refused" in p.evidence for p in pairs)


def test_people_are_named_in_full_once_and_by_surname_then_where_no_one_shares_it(tmp_path: Path) -> None:
    path = tmp_path / "frames.txt"
    path.write_text(TWO_SIDES + TWO_SIDES.replace("permit", "loan").replace("may build", "got the loan"), encoding="utf-8")
    passages = {p.evidence for p in islice(fact_pairs(path, "seed"), 400)}
    again = [sentence.split(" was ")[0] for passage in passages for sentence in passage.split(". ")[1:] if "loan" in passage and "permit" in passage]
    assert any(" " not in name for name in again) and any(" " in name for name in again)


def test_a_frame_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "frames.txt"
    path.write_text("= born; A=person\nborn in {P}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read_frames(path)


def test_parties_and_dates_are_used_once() -> None:
    rng, used = random.Random(1), set[str]()
    made = [party(kind, rng, used) for kind in TYPES for _ in range(10)] + [date(style, rng, used).bare for style in DATES for _ in range(3)]
    assert len(set(made)) == len(made)
    assert fill("{A} left {T}", {"A": "Ana Holm", "T": "in May"}) == "Ana Holm left in May"
