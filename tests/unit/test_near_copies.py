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


@pytest.mark.parametrize(("claim", "passage", "rule"), [
    # who did it to whom, names or none
    ("Police attacked protesters outside the parliament building on Monday night.",
     "Protesters attacked police outside the parliament building on Monday night.", "name-conflict"),
    ("The union took the company to court over the unpaid wages.", "The company took the union to court over the unpaid wages.",
     "name-conflict"),
    ("The envoy flew from Paris to Algiers on Tuesday for talks.", "The envoy flew from Algiers to Paris on Tuesday for talks.",
     "name-conflict"),
    ("Norvane sued Ruritel over the design of the phone in 2011.", "Ruritel was sued by Norvane over the design of the phone in 2011.", None),
    ("Norvane accused Ruritel of breaking the truce on Sunday.",
     "Ruritel accused Norvane of breaking the truce on Sunday. Norvane accused Ruritel of the same.", None),
    ("Norway and Sweden accused each other of breaking the truce.", "Sweden and Norway accused each other of breaking the truce.", None),
    ("Norway will meet Sweden in the final in Oslo on Tuesday.", "Sweden will meet Norway in the final in Oslo on Tuesday.", None),
    # nobody, all, in favour
    ("Nobody was hurt in the blast at the refinery.", "Four people were hurt in the blast at the refinery.", "contradicted"),
    ("Nobody was hurt in the blast at the refinery.", "No one was hurt in the blast at the refinery.", None),
    ("All of the hostages were freed on Sunday.", "Some of the hostages were freed on Sunday.", "contradicted"),
    ("Some of the hostages were freed on Sunday.", "All of the hostages were freed on Sunday.", None),
    ("The minister of transport is in favour of the new tax on sugary drinks.", "The minister of transport is against the new tax on sugary drinks.",
     "contradicted"),
    # a count that looks like a year, rounded
    ("The council sold 1500 flats in the old harbour district last year.", "The council sold 1,490 flats in the old harbour district last year.", None),
    # a place that only tells which
    ("The European Central Bank raised its deposit rate on Thursday.", "The Frankfurt-based bank raised its deposit rate on Thursday.", None),
])
def test_one_sentence_beside_another(claim: str, passage: str, rule: str | None) -> None:
    assert conflict(claim, passage) == rule


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


_NUMBERS = st.integers(2, 9999).filter(lambda n: not 1500 <= n < 2100)
"""What looks like a year may be read as one: two years a little apart are a conflict of dates."""


@given(told=_NUMBERS, stated=_NUMBERS)
def test_another_number_in_a_copied_sentence_is_always_a_conflict(told: int, stated: int) -> None:
    line = "The council sold {} flats in the old harbour district to a single buyer last year."
    assert conflict(line.format(told), line.format(stated)) == (None if told == stated or _rounder(told, stated) else "number-conflict")


def _rounder(told: int, stated: int) -> bool:
    """Whether the claim's figure is the other one rounded: fewer telling digits, and close."""
    step = 10 ** (len(str(told)) - len(str(told).rstrip("0")))
    other = 10 ** (len(str(stated)) - len(str(stated).rstrip("0")))
    return told >= 100 and step > other and abs(told - stated) <= min(step / 2, 0.025 * told)
