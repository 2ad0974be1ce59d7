"""What of a claim stands where the claim has it, and what stands elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparers.placement import misplaced
from checker.comparers.side import Side

PASSAGE = (
    "Harbour master Ida Quist shut the eastern lock on Tuesday because its gate had cracked. Engineer Odd Berge will present a new "
    "timetable to the council on Friday. Repairs cost 40,000 crowns; the budget of the port is 2.6 million crowns.")


@pytest.mark.parametrize(("claim", "thing", "other"), [
    ("It was Berge who shut the lock after its gate cracked.", "Berge", "Ida Quist"),
    ("The lock was shut on Friday when its gate cracked.", "Friday", "Tuesday"),
    ("Repairs cost 2.6 million crowns.", "2.6 million crowns", "40,000 crowns"),
])
def test_what_stands_elsewhere(claim: str, thing: str, other: str) -> None:
    found = misplaced(Side(claim), [Side(PASSAGE)])
    assert found is not None and found.thing.startswith(thing) and found.other == other
    assert 0 < found.by <= 1


@pytest.mark.parametrize("claim", [
    "It was Quist who shut the lock after its gate cracked.",
    "Berge will present a timetable to the council.",
    "Repairs cost 40,000 crowns.",
    # nowhere in the passage: others see to that
    "It was Moen who shut the lock after its gate cracked.",
    # nothing that could be exchanged, or nothing else
    "The lock was shut.", "", "Quist",
])
def test_what_stands_where_it_should(claim: str) -> None:
    assert misplaced(Side(claim), [Side(PASSAGE)]) is None


def test_another_passage_may_have_it_in_its_place() -> None:
    claim = Side("It was Berge who shut the lock after its gate cracked.")
    assert misplaced(claim, [Side(PASSAGE), Side("Odd Berge shut the lock because its gate had cracked.")]) is None


def test_no_passage_no_place() -> None:
    assert misplaced(Side("Berge shut the lock."), []) is None


@given(st.lists(st.sampled_from([PASSAGE, *PASSAGE.split(". ")]), min_size=1, max_size=4))
def test_a_sentence_is_in_place_in_its_own_text(passages: list[str]) -> None:
    for sentence in PASSAGE.split(". "):
        assert misplaced(Side(sentence), [Side(p) for p in [PASSAGE, *passages]]) is None
