"""What the comparer of near copies says: the table an editor would nod at, and what it must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparers.near_copies import nearest_copy
from checker.comparers.side import Side

PASSAGE = (
    "The ferry Astrid ran aground off Bergen on Tuesday, injuring 14 of the 212 people on board, the coastguard said. "
    "Captain Lena Moe refused to leave the bridge before the last passenger was off. "
    "Rederiet Vest will appeal against the fine of 3.4 million kroner that was imposed in March 2019. "
    "At least 208 bookings were cancelled, and the company does not expect to sail before 5 May. "
    "Norwegian inspectors found between 20 and 25 faults, the largest number since the firm was founded.")

CONFLICTS: list[tuple[str, str]] = [
    ("The ferry Astrid ran aground off Bergen on Tuesday, injuring 41 of the 212 people on board.", "number-conflict"),
    ("The ferry Astrid ran aground off Bergen on Tuesday, injuring 212 of the 212 people on board.", "number-conflict"),
    ("The ferry Astrid ran aground off Bergen on Tuesday, injuring fifteen of the 212 people on board.", "number-conflict"),
    ("The ferry Astrid ran aground off Bergen on Thursday, injuring 14 of the 212 people on board.", "date-conflict"),
    ("The ferry Astrid ran aground off Stavanger on Tuesday, injuring 14 of the 212 people on board.", "name-conflict"),
    ("The ferry Ingrid ran aground off Bergen on Tuesday, injuring 14 people.", "name-conflict"),
    ("Captain Lena Moe agreed to leave the bridge before the last passenger was off.", "contradicted"),
    ("Captain Lena Moe refused to leave the bridge after the last passenger was off.", "contradicted"),
    ("Captain Vidar Lund refused to leave the bridge before the last passenger was off.", "name-conflict"),
    ("Rederiet Vest will not appeal against the fine of 3.4 million kroner that was imposed in March 2019.", "contradicted"),
    ("Rederiet Vest will appeal against the fine of 3.4 billion kroner that was imposed in March 2019.", "number-conflict"),
    ("Rederiet Vest will appeal against the fine of 3.5 million kroner that was imposed in March 2019.", "number-conflict"),
    ("Rederiet Vest will appeal against the fine of 3.4 million kroner that was imposed in March 2018.", "date-conflict"),
    ("Rederiet Vest will appeal against the fine of 3.4 million kroner that was imposed in May 2019.", "date-conflict"),
    ("At least 210 bookings were cancelled.", "number-conflict"),
    ("At least 208 bookings were cancelled, and the company does expect to sail before 5 May.", "contradicted"),
    ("At least 208 bookings were cancelled, and the company does not expect to sail before 15 May.", "date-conflict"),
    ("Swedish inspectors found between 20 and 25 faults, the largest number since the firm was founded.", "name-conflict"),
    ("Norwegian inspectors found between 10 and 25 faults, the largest number since the firm was founded.", "number-conflict"),
    ("Norwegian inspectors found between 20 and 25 faults, the smallest number since the firm was founded.", "contradicted"),
]

LEFT_ALONE = [
    # word for word, or the same in other words
    "The ferry Astrid ran aground off Bergen on Tuesday, injuring 14 of the 212 people on board.",
    "The ferry Astrid ran aground off Bergen on Tuesday, injuring fourteen of the 212 people on board.",
    "The ferry Astrid ran aground near Bergen on Tuesday, hurting 14 of the 212 people on board.",
    "The ferry ran aground off Bergen, injuring 14 of the people on board.",
    "At least 200 bookings were cancelled, and the company does not expect to sail.",
    "At least 208 bookings were cancelled, and the company doesn't expect to sail before 5 May.",
    "Captain Moe refused to leave the bridge before the last passenger was off.",
    "Rederiet Vest will appeal against the 3.4 million kroner fine that was imposed in 2019.",
    # another figure of another time is another fact
    "Rederiet Vest will appeal against the fine of 2.1 million kroner that was imposed in March 2016.",
    # nothing of the kind
    "The coastguard has bought two helicopters from a firm in Toulouse for 31 million euros.",
]


def conflict(claim: str, passage: str = PASSAGE) -> str | None:
    found = nearest_copy(Side(claim), Side(passage, 0, None, "", passage))
    return found.signal.rule if found else None


@pytest.mark.parametrize(("claim", "rule"), CONFLICTS, ids=[c[:70] for c, _ in CONFLICTS])
def test_what_was_put_in_another_s_place_is_a_conflict(claim: str, rule: str) -> None:
    assert conflict(claim) == rule


@pytest.mark.parametrize("claim", LEFT_ALONE)
def test_what_is_left_alone(claim: str) -> None:
    assert conflict(claim) is None


def test_the_marks_point_at_both_places() -> None:
    claim = CONFLICTS[0][0]
    found = nearest_copy(Side(claim, 100), Side(PASSAGE, 1000, None, "", PASSAGE))
    assert found is not None
    (mark,) = found.signal.marks
    assert mark.claim is not None and mark.passage is not None
    assert mark.claim.shifted(-100).of(claim) == "41" and mark.passage.shifted(-1000).of(PASSAGE) == "14"
    assert "41" in found.signal.message and "14" in found.signal.message


def test_the_very_words_elsewhere_clear_a_sentence_that_is_like_them() -> None:
    passage = "The Alba branch sold 14 boats in the second quarter. The Corte branch sold 41 boats in the second quarter."
    assert conflict("The Corte branch sold 41 boats in the second quarter.", passage) is None


@given(told=st.integers(2, 9999), stated=st.integers(2, 9999))
def test_another_number_in_a_copied_sentence_is_always_a_conflict(told: int, stated: int) -> None:
    line = "The council sold {} flats in the old harbour district to a single buyer last year."
    assert conflict(line.format(told), line.format(stated)) == (None if told == stated or _rounder(told, stated) else "number-conflict")


def _rounder(told: int, stated: int) -> bool:
    """Whether the claim's figure is the other one rounded: fewer telling digits, and close."""
    step = 10 ** (len(str(told)) - len(str(told).rstrip("0")))
    other = 10 ** (len(str(stated)) - len(str(stated).rstrip("0")))
    return told >= 100 and step > other and abs(told - stated) <= min(step / 2, 0.025 * told)
