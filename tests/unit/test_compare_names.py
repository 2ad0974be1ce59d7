"""When a name in the coverage is another one, and when it is only not there."""

from __future__ import annotations

import pytest

from checker.comparers.names import compare
from checker.comparers.side import Side

ANOTHER_NAME = [
    ("The captain, Odd Berge, drowned.", "The captain, Nils Aune, drowned."),
    ("Captain Odd Berge drowned in the strait.", "Captain Nils Aune drowned in the strait, police said."),
    ("Mayor Ida Quist opened the new bridge on Friday.", "On Friday, Mayor Kari Moen opened the new bridge."),
    ("A level of the game is based on Bronzefell, the makers said.", "A level of the game is based on Silverholt, its makers said."),
    ("Plaster casts of the arm met in Limassol on Wednesday.", "Plaster casts of the arm met in Leipzig on Wednesday."),
]


@pytest.mark.parametrize(("claim", "passage"), ANOTHER_NAME)
def test_conflicts(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage, document=passage))
    assert signal.conflicting
    assert signal.rule == "name-conflict"
    assert signal.message
    assert any(mark.conflict and mark.claim is not None for mark in signal.marks)


@pytest.mark.parametrize(("claim", "passage"), [
    # a name that is not mentioned
    ("Odd Berge drowned.", "The captain drowned."),
    ("Odd Berge drowned.", "Nils Aune was rescued by a fishing boat."),
    # several may do the same
    ("France abstained.", "Japan abstained."),
    ("Senator Ida Quist voted no.", "Senator Kari Moen voted no."),
    ("Berge and Moen testified on Friday.", "Moen and Aune testified on Friday."),
    # the same, named otherwise
    ("Captain Berge drowned.", "Captain Odd Berge drowned."),
    ("Moscow rejected the plan.", "The Kremlin rejected the plan."),
    ("The ECB raised its rate.", "The European Central Bank raised its rate."),
    ("The National Assembly passed the budget bill on Friday.", "The Norland National Assembly passed the budget bill on Friday."),
    ("A bomb exploded outside a base near Beiji on Friday.", "A bomb exploded outside a base near Baji on Friday."),
    # who did it to whom is the same, in the passive, or both may be true
    ("Harvest & Hill sued Corrib Aviation.", "Corrib Aviation was sued by Harvest & Hill."),
    ("Berge met Moen on Friday.", "Moen met Berge on Friday."),
    ("Norvane merged with Ruritel.", "Ruritel merged with Norvane."),
    ("It was Norvane that sued Ruritel over the design.", "Norvane sued Ruritel over the design in 2011."),
    ("Norvane sued Ruritel over the design.", "Ruritel, which Norvane sued over the design, did not appear."),
    ("The Fed cut its main rate by a quarter point on Wednesday.", "The Federal Reserve cut its main rate by a quarter point on Wednesday."),
    ("Odd Berge is the director of Norvane.", "Norvane director Odd Berge resigned."),
    ("In Norway, the biggest group are the Greens.", "The Greens are the biggest group in Norway."),
    # another clause settles it
    ("Shares in Norvane fell 4% on Monday.", "Shares in Ruritel fell 4% on Monday. Shares in Norvane fell 4% on Monday too."),
])
def test_near_misses(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage, document=passage))
    assert signal.conflicting == 0
    assert signal.rule is None


@pytest.mark.parametrize(("claim", "passage", "context", "matched", "absent"), [
    ("Odd Berge met Kari Moen.", "Berge met her on Friday.", "Kari Moen", 2, 0),
    ("Odd Berge met Kari Moen.", "Berge met her on Friday.", "", 1, 1),
    ("The Kremlin answered Paris.", "Moscow answered France.", "", 2, 0),
    ("It rained all day.", "Odd Berge said it rained.", "", 0, 0),
    ("Norwegian ships left.", "Ships left.", "", 0, 0),
])
def test_counts(claim: str, passage: str, context: str, matched: int, absent: int) -> None:
    signal = compare(Side(claim), Side(passage, context=context))
    assert (signal.matched, signal.absent, signal.conflicting) == (matched, absent, 0)


def test_marks_carry_absolute_offsets() -> None:
    story, document = "First line. The captain, Odd Berge, drowned.", "Head. The captain, Nils Aune, drowned."
    signal = compare(Side(story[12:], 12), Side(document[6:], 6, document=document))
    (mark,) = [m for m in signal.marks if m.conflict]
    assert mark.claim is not None and mark.passage is not None
    assert mark.claim.of(story) == "Odd Berge"
    assert mark.passage.of(document) == "Nils Aune"
