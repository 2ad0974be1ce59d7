"""Is the story surer than its source?"""

from __future__ import annotations

import pytest

from checker.comparers.hedges import compare, strength
from checker.comparers.side import Side


@pytest.mark.parametrize(("claim", "passage"), [
    ("Norvane is bidding for the airport slots in Bergen.", "Norvane may bid for the airport slots in Bergen."),
    ("The operator will scrap three ferries.", "The operator is considering scrapping three ferries."),
    ("The operator scrapped three ferries.", "The operator plans to scrap three ferries."),
    ("The city will close the coastal road.", "The city could close the coastal road."),
    ("Investigators found that the pump caused the fire.", "The pump might have caused the fire."),
    ("The minister resigned on Friday.", "The minister is expected to resign on Friday."),
    ("The driver stole the lorry.", "The driver allegedly stole the lorry."),
    ("The firm sold its northern yard.", "The firm is in talks to sell its northern yard."),
    ("The river can supply the plant with water.", "Whether the river can supply the plant with water is being studied."),
    ("The union will strike at the northern yard.", "The union threatened to strike at the northern yard."),
    ("The mayor merged the two town councils.", "The mayor proposed merging the two town councils."),
    ("The premier visited the flooded valley.", "The premier hopes to visit the flooded valley."),
    ("The town offers rent aid to families.", "The town said it may be able to offer rent aid to families."),
    ("The council is adding a lane to the bridge.", "The council is weighing whether to add a lane to the bridge."),
    ("The pilot fell asleep before the crash.", "It is possible that the pilot fell asleep before the crash."),
    ("Arsonists set the warehouse alight on Sunday.", "Police suspect that arsonists set the warehouse alight on Sunday."),
    ("The suspect was working for a foreign power.", "The suspect is believed to have been working for a foreign power."),
    ("The operator scrapped three ferries.", "The operator plans to scrap three ferries. It scrapped two ferries last year."),
])
def test_dropped(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.absent >= 1
    assert signal.conflicting == 0
    assert signal.rule == "hedge-dropped"
    assert "in the coverage" in signal.message


@pytest.mark.parametrize(("claim", "passage"), [
    # hedged in the story as well
    ("Norvane may bid for the airport slots in Bergen.", "Norvane may bid for the airport slots in Bergen."),
    ("The operator might scrap three ferries.", "The operator is considering scrapping three ferries."),
    ("The operator intends to scrap three ferries.", "The operator plans to scrap three ferries."),
    ("The driver reportedly stole the lorry.", "The driver allegedly stole the lorry."),
    # nearly certain
    ("The company said it would build the plant.", "The company said it plans to build the plant."),
    ("The plant will open in Bergen in May.", "The plant is due to open in Bergen in May."),
    ("The crew will be paid in May.", "The owners promised that the crew will be paid in May."),
    # stated elsewhere in the passage
    ("The city raised the fare to 67 kroner.", "The city planned to raise the fare to 67 kroner. On Tuesday it raised the fare to 67 kroner."),
    ("The city raised the fare to 67 kroner.", "The city pursued its plan to raise the fare to 67 kroner. The fare was raised to 67."),
    # hearsay, and the story says whose
    ("The army says the rebels shelled the town.", "The rebels, the army says, allegedly shelled the town."),
    # negated: the polarity comparer's
    ("Police did not find the weapon in the flat.", "Police had hoped to find the weapon in the flat."),
    ("The president will not seek a third term.", "The president has ruled out seeking a third term."),
    ("The city closed the coastal road.", "The city closed the coastal road. It may close the coastal road again."),
    # something else is hedged
    ("The city closed the coastal road.", "The city closed the coastal road, which may cost it dear."),
    ("The mayor opened the bridge.", "The mayor may run for governor."),
    # no hedges: a month, an ability, a thing
    ("Researchers found that coffee lowers the risk.", "The study found that coffee lowers the risk."),
    ("The suspect fled to Ghent in a stolen car.", "The suspect fled to Ghent in a stolen car, police said."),
    ("Braun sued Novak over the contract.", "Novak, whom Braun sued over the contract, did not appear."),
    ("The plant closed in May.", "The plant closed in May, and could not pay its workers."),
    ("The council passed the plan on Friday.", "The council passed the plan on Friday."),
    ("The firm sold the yard.", "The firm sold the yard."),
    ("", "It may rain."),
])
def test_kept_or_not_there(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.absent == 0
    assert signal.conflicting == 0
    assert signal.rule is None


@pytest.mark.parametrize(("weaker", "stronger"), [
    ("It may close.", "It will close."), ("It might close.", "It is expected to close."), ("It is likely to close.", "It is due to close."),
    ("They hope to close it.", "They plan to close it."), ("It could close.", "It was closed."),
])
def test_strength_orders_statements(weaker: str, stronger: str) -> None:
    assert strength(weaker) > strength(stronger)


@pytest.mark.parametrize("text", ["It closed.", "In May it closed.", "It could not close.", ""])
def test_plain_statements_hold_nothing_back(text: str) -> None:
    assert strength(text) == 0.0


def test_marks_carry_absolute_offsets() -> None:
    story, document = "One. Norvane is bidding for the slots in Bergen.", "Two. Norvane may bid for the slots in Bergen."
    (mark,) = compare(Side(story[5:], 5), Side(document[5:], 5)).marks
    assert mark.claim is not None and mark.passage is not None
    assert mark.claim.of(story) == "bidding"
    assert mark.passage.of(document) == "may bid"
    assert not mark.conflict
