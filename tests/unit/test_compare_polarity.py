"""Yes against no, up against down: conflicts and the near misses that must stay silent."""

from __future__ import annotations

import pytest

from checker.comparers.polarity import compare
from checker.comparers.side import Side

NEGATED = [
    ("The owners will appeal the ruling in May.", "The owners will not appeal the ruling in May."),
    ("The owners will not appeal the ruling in May.", "The owners said they will appeal the ruling in May."),
    ("The board approved the sale of the yard.", "The board never approved the sale of the yard."),
    ("The owners paid for the search of the wreck.", "The owners refused to pay for the search of the wreck."),
    ("The owners agreed to pay for the search of the wreck.", "The owners declined to pay for the search of the wreck."),
    ("The mayor testified at the harbour inquiry.", "The mayor didn't testify at the harbour inquiry."),
    ("Fans from Norway will be admitted to the match.", "No fans from Norway will be admitted to the match."),
    ("The committee adjourned the hearing after taking questions from reporters.",
     "The committee adjourned the hearing without taking questions from reporters."),
    ("The regulator ruled out closing the northern line.", "The regulator could not rule out closing the northern line."),
    ("The company shared the accident figures with inspectors.", "The company failed to share the accident figures with inspectors."),
    ("The match was sanctioned by the Norland board.", "The match is not sanctioned by the Norland board, which gets no money."),
    ("The ferry's crew was expected to strike on Friday.", "The ferry's crew was not expected to strike on Friday."),
    ("Neighbours were told of the leak in the pipeline.", "Neighbours were never told of the leak in the pipeline."),
    ("The harbour is able to take ships of that size.", "The harbour is unable to take ships of that size."),
    ("The company refused to pay the fine.", "The company did not refuse to pay the fine."),
    ("The minister will grant a loan to the airline.", "The minister has ruled out a loan to the airline."),
]

OPPOSITE = [
    ("Norvane's profit rose in the third quarter.", "Norvane's profit fell in the third quarter."),
    ("Voters in the valley approved the dam on Sunday.", "Voters in the valley rejected the dam on Sunday."),
    ("Her lawyer criticised the speed of the transfer.", "Her lawyer praised the speed of the transfer."),
    ("The fund took a majority stake in the shipyard.", "The fund took a minority stake in the shipyard."),
    ("The secretary admitted that the blackout was national.", "The secretary denied that the blackout was national."),
    ("The city reopened the coastal road on Monday.", "The city closed the coastal road on Monday."),
    ("The council upheld the ban on night flights.", "The council overturned the ban on night flights."),
    ("The pace of rent increases quickened in the city.", "The pace of rent increases slowed in the city."),
    ("Petra Lund won the final in Bergen.", "Petra Lund lost the final in Bergen."),
    ("The rebels captured the airport at dawn.", "The rebels lost the airport at dawn."),
    ("The upper house passed the pension bill on Thursday.", "The upper house rejected the pension bill on Thursday."),
    ("The jury cleared the driver of manslaughter on Friday.", "The jury convicted the driver of manslaughter on Friday."),
]


@pytest.mark.parametrize(("claim", "passage"), NEGATED + OPPOSITE)
def test_conflicts(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.conflicting
    assert signal.rule == "contradicted"
    assert "in the story" in signal.message


@pytest.mark.parametrize(("claim", "passage"), [
    # a "not" elsewhere
    ("The owners will appeal the ruling in May.", "The owners, who did not attend, will appeal the ruling in May."),
    ("The owners will appeal the ruling in May.", "The owners will appeal the ruling in May. They did not say why."),
    ("Fourteen people died in the fire.", "The cause is not known. Fourteen people died in the fire."),
    ("The mayor opened the bridge.", "The mayor does not like the colour of the bridge."),
    # the same "no" in other words
    ("The owners refused to pay for the search.", "The owners did not pay for the search."),
    ("No ship was allowed to leave the port.", "Ships were not allowed to leave the port."),
    ("The bill was not rejected by the lower house.", "The bill was approved by the lower house."),
    ("She never fails to greet the crew.", "She always greets the crew."),
    ("The bank denied any wrongdoing in the case.", "The bank did not admit wrongdoing in the case."),
    ("It is not true that the bank is not solvent, the governor said.", "The bank is solvent, the governor said."),
    ("The court did not refuse to hear the appeal.", "The court agreed to hear the appeal."),
    ("The president will not seek a third term.", "The president has ruled out seeking a third term."),
    ("The guards did not stop the attacker at the gate.", "The guards failed to stop the attacker at the gate."),
    ("Her time in office wasn't without trouble in the ministry.", "Her time in office did not go without trouble in the ministry."),
    ("The agency does not consider Friday a national holiday.", "For the agency Friday is not a national holiday."),
    # only part of it
    ("The law does not ban abortion after rape.", "The law bans abortion except after rape."),
    ("The senate passed the bill on Monday.", "The senate passed the bill on Monday but rejected a rival text."),
    ("The ministry responded to the letter from the owners.", "The ministry did not immediately respond to the letter from the owners."),
    ("Members of the board voted for the sale.", "Not all members of the board voted for the sale."),
    ("The board approved the sale of the yard.", "The board did not approve the sale of the yard until May."),
    ("The plan is not only cheap for the city.", "The plan is cheap for the city."),
    ("Seven of the students were not released by the court.", "The students were released by the court."),
    # hypothetical, or only aimed at
    ("The government failed to prevent the spill.", "The government had promised to prevent the spill."),
    ("The bank will lend the city money.", "If the bank does not lend the city money, work will stop."),
    ("The bank will lend the city money.", "It is unclear whether the bank will not lend the city money."),
    ("The company did not pay the fine in June.", "The company sold land to pay the fine in June."),
    ("The senate did not ratify the treaty on minerals.", "The senate fell short of the votes needed to ratify the treaty on minerals."),
    ("The senate did not approve the treaty on minerals.", "The treaty on minerals has to be approved by the senate."),
    ("The senate did not approve the treaty on minerals.", "The senate must approve the treaty on minerals."),
    # both sides of one trade, other things, other times, names
    ("Bonds were bought in the home market.", "Bonds were sold in the home market."),
    ("Shares in Norvane rose on Monday.", "Shares in Ruritel fell on Monday."),
    ("Deaths rose in nine provinces of the region.", "Deaths fell in 31 provinces of the region but rose in nine."),
    ("Norvane's profit rose in March.", "Norvane's profit fell in June."),
    ("The navy of South Norland held a drill.", "The navy of North Norland held a drill."),
    ("The Bergen yard is larger than the Oslo yard.", "The Oslo yard is smaller than the Bergen yard."),
    ("Three of the mills will open early.", "Eleven of the mills will not open early."),
    ("", "Nothing is not here."),
])
def test_near_misses(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.conflicting == 0
    assert signal.rule is None


@pytest.mark.parametrize(("claim", "passage"), [
    ("The owners will not appeal the ruling in May.", "In May, the owners will not appeal the ruling."),
    ("Norvane's profit rose in the third quarter.", "Norvane's profit climbed in the third quarter."),
    ("A budget free of new taxes was presented by Olga Terhune.", "Olga Terhune presented a budget with no new taxes."),
])
def test_the_same_polarity_is_a_match(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.matched >= 1
    assert signal.conflicting == 0


def test_a_pronoun_may_stand_for_the_subject() -> None:
    signal = compare(Side("Ida Quist attended the harbour inquiry."), Side("She did not attend the harbour inquiry.", context="Ida Quist"))
    assert signal.conflicting == 1


def test_marks_carry_absolute_offsets() -> None:
    story, document = "One. The owners will appeal the ruling in May.", "Two. The owners will not appeal the ruling in May."
    signal = compare(Side(story[5:], 5), Side(document[5:], 5))
    (mark,) = [m for m in signal.marks if m.conflict]
    assert mark.claim is not None and mark.passage is not None
    assert mark.claim.of(story) == "appeal"
    assert mark.passage.of(document) == "not appeal"


@pytest.mark.parametrize(("claim", "passage", "conflict"), [
    ("The surgeon was acquitted of negligence by the court in Aldra.", "The court in Aldra found the surgeon guilty of negligence.", True),
    ("The council approved the stadium plan on Monday.", "The stadium plan was turned down by the council on Monday.", True),
    ("The concert in the park went ahead on Sunday.", "The concert in the park was called off on Sunday.", True),
    ("The jury found the mayor not guilty of fraud.", "The jury convicted the mayor of fraud.", True),
    ("The jury found the mayor not guilty of fraud.", "The jury acquitted the mayor of fraud.", False),
    ("She pleaded not guilty to fraud on Monday.", "She was convicted of fraud on Monday in Aldra.", False),
    ("He was found guilty of fraud on Monday.", "On Monday he was found guilty of fraud.", False),
    # one event told from its two sides has two subjects
    ("Aldra's rowers defeated the Quist crew on Sunday by a length.",
     "The Quist crew lent its oars to Aldra's rowers on Sunday and lost to them by a length.", False),
    ("Ida Quist lost to Olga Terhune in the harbour ward.", "Ida Quist, beaten by Olga Terhune in the harbour ward, retired.", False),
    ("Ida Quist lost to Olga Terhune in the harbour ward.", "Ida Quist beat Olga Terhune in the harbour ward.", True),
    ("Quist's rowers won by three lengths on Sunday at Aldra.", "Quist's rowers lost by three lengths on Sunday at Aldra.", True),
    # that a noun is mentioned does not say that there is such a thing
    ("There will be no royal wedding in Aldra this spring.", "Rumours of a royal wedding in Aldra this spring grow.", False),
    ("No ferries were halted by the strike at Aldra.", "The strike at Aldra halted the ferries.", True),
    ("The laboratory in Aldra is no longer standing by its result.", "The laboratory in Aldra is standing by its result.", True),
    ("Ida Quist said no to the colleges in Aldra that wanted her.", "The colleges in Aldra that wanted Ida Quist waited.", False),
    # a figure is compared as a figure
    ("The landlord was left without his 9 million crowns in damages.", "The landlord's 9 million crowns in damages fell away.", False),
    ("The judge granted the bakery a delay of the hearing.", "The judge refused the bakery a delay of the hearing.", True),
])
def test_phrases_two_sides_of_an_event_mentions_and_figures(claim: str, passage: str, conflict: bool) -> None:
    assert bool(compare(Side(claim), Side(passage)).conflicting) is conflict
