"""Who did what to whom: two parties that have changed places, and those that have not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparers.dealings import LONGEST, dealings
from checker.comparers.reading import OutletReading, PassageReading
from checker.comparers.side import Side
from checker.comparers.who_to_whom import compare
from checker.decide.features import Veto, features
from checker.retrieve import Hit
from checker.types import Passage, Span, StanceScores

CHANGED_PLACES = [
    ("Harvest & Hill sued Corrib Aviation.", "Corrib Aviation sued Harvest & Hill in May."),
    ("Berge accused Moen of lying.", "Odd Berge was accused by Kari Moen of lying."),
    ("Ruritel was bought by Norvane.", "Ruritel bought Norvane for 2 million euros."),
    ("Ruritel has agreed to buy Norvane.", "Norvane has agreed to buy Ruritel for cash."),
    ("Petra Lund beat Ana Soto.", "Ana Soto beat Petra Lund 6-4 6-3 on Sunday."),
    ("Beijing warned Manila against landing on the shoal.", "Manila warned Beijing against landing on the shoal."),
]

SAID_OTHERWISE = [
    ("Ruritel bought 12 masts from Norvane.", "Ruritel sold its 12 masts in the north of the island to Norvane for 2 million euros."),
    ("Petra Lund lost to Ana Soto in the second round.", "Ana Soto went out in the second round, losing 6-4 6-3 to Petra Lund."),
    ("Soto's victory over Lund took two hours.", "Petra Lund beat Ana Soto in two hours."),
    ("Kari Moen will succeed Odd Berge as harbour master.", "Odd Berge takes over from Kari Moen as harbour master in May."),
    ("Berge is Moen's predecessor.", "Kari Moen handed over to Odd Berge in May."),
    ("Berge's successor as harbour master is Moen.", "Odd Berge, who replaced Kari Moen as harbour master, retires."),
    ("Estmark borrowed 20 million crowns from Toavu.", "The republic of Estmark lent 20 million crowns to Toavu."),
    ("Norvane is being taken to court by Ruritel over the design.", "Norvane has filed a lawsuit against Ruritel over the design."),
    ("Union leader Odd Berge took Norvane to court over pay.", "Norvane has sued Odd Berge, who leads the union, over remarks on pay."),
    ("Moen received 300 crowns from Berge.", "A court ruled that Kari Moen must pay Odd Berge 300 crowns."),
    ("Berge was a pupil of Moen.", "Odd Berge was the teacher of Kari Moen."),
    ("Ruritel spurned an offer from Norvane.", "An offer made by Ruritel was turned down by Norvane on Friday."),
    ("Moen ordered Berge to shred the files.", "Kari Moen told the court that Odd Berge, the director, ordered her to shred the files."),
]

DESCRIBED = [
    ("The union faces a lawsuit from the ministry.", "The union has sued the ministry over unpaid overtime."),
    ("A police officer was rescued by a farmer.", "Police officers rescued a farmer from the flooded barn."),
    ("The landlord owes the tenant 300 crowns.", "The tenant owes his landlord 300 crowns."),
    ("The ministry has sued Norvane.", "Norvane has sued the ministry over a permit."),
]


@pytest.mark.parametrize(("claim", "passage"), CHANGED_PLACES + SAID_OTHERWISE + DESCRIBED)
def test_conflicts(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage, document=passage))
    assert signal.conflicting and not signal.matched
    assert signal.rule == "name-conflict" and "changed places" in signal.message
    assert all(0 <= m.claim.start < m.claim.end <= len(claim) for m in signal.marks if m.claim is not None)


@pytest.mark.parametrize(("claim", "passage"), [
    ("Ruritel sold 12 masts to Norvane.", "Norvane bought 12 masts from Ruritel in March."),
    ("Ana Soto was beaten by Petra Lund.", "Ana Soto lost 6-4 6-3 to Petra Lund."),
    ("Berge was replaced by Moen.", "Kari Moen took over from Odd Berge in May."),
    ("Norvane sued Ruritel.", "Norvane and Ruritel have taken each other to court: Norvane sued Ruritel, and Ruritel sued Norvane."),
    ("Estmark's ambassador was summoned by Toavu.", "Toavu called in the ambassador of Estmark."),
    ("Kari Moen rescued Odd Berge.", "Odd Berge fell in at noon. Kari Moen pulled him out."),
    ("The ministry faces a lawsuit from the union.", "The union has sued the ministry over unpaid overtime."),
    ("A farmer was rescued by two police officers.", "Police officers rescued a farmer from the flooded barn."),
])
def test_the_same_in_other_words(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage, document=passage))
    assert signal.matched and not signal.conflicting


@pytest.mark.parametrize(("claim", "passage"), [
    # both hold, or one does not touch the other
    ("Berge met Moen on Friday.", "Moen met Berge on Friday."),
    ("Norvane merged with Ruritel.", "Ruritel merged with Norvane."),
    ("Norvane sued Ruritel over the design.", "Ruritel accused Norvane of theft."),
    ("Ana Soto beat Petra Lund on Sunday.", "Petra Lund, who beat Mia Falk on Friday, played Ana Soto on Sunday."),
    # not done, or not by the one named first
    ("Ruritel bought Norvane.", "Norvane has not bought Ruritel."),
    ("Berge accused Moen.", "The brother of Moen accused Berge."),
    ("Berge sacked Moen.", "Moen's deputy sacked Berge."),
    ("Norvane lent Ruritel money.", "Analysts at Ruritel said the bank lent Norvane money."),
    # two that it could be
    ("Berge accused Moen.", "Kari Moen and Odd Berge met Mia Falk. She accused him of lying."),
])
def test_no_conflict(claim: str, passage: str) -> None:
    assert not compare(Side(claim), Side(passage, document=passage)).conflicting


def test_a_copy_is_never_at_odds_with_itself() -> None:
    for claim, passage in CHANGED_PLACES + SAID_OTHERWISE:
        for text in (claim, passage):
            assert not compare(Side(text), Side(text, document=text)).conflicting


def test_a_sentence_without_end_is_not_read() -> None:
    assert dealings("Berge sued Moen " * LONGEST) == ()


@given(st.lists(st.sampled_from("Berge Moen sued was by sold to bought from the , . her who is 's successor of bid not it".split()), max_size=40))
def test_any_row_of_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in dealings(text):
        assert found.doer.span != found.other.span
        assert text[found.doer.span.start : found.doer.span.end] and text[found.other.span.start : found.other.span.end]


def test_exchanged_parties_forbid_support() -> None:
    claim, passage = "Berge sued Moen.", "Kari Moen sued Odd Berge."
    whole = Span(0, len(passage))
    hit = Hit(Passage(0, whole, passage, ()), 0.5, 0.5, whole)
    for text, exchanged in ((claim, True), ("Moen sued Berge.", False)):
        signal = compare(Side(text), Side(passage, document=passage))
        found = features(text, OutletReading("A", (PassageReading(hit, StanceScores(0.9, 0.05, 0.05), (signal,)),)))
        assert all(found.vetoed(veto) is exchanged for veto in Veto)
