"""Figures of a claim against a passage: what matches, what conflicts, and above all what does not conflict."""

from __future__ import annotations

import pytest

from checker.comparers.quantities import compare
from checker.comparers.side import Side


def verdict(claim: str, passage: str) -> tuple[float, float, float]:
    signal = compare(Side(claim), Side(passage))
    return signal.matched, signal.conflicting, signal.absent


MATCHES = [
    ("The fire killed 31 people in Aldra.", "The fire killed 31 people in Aldra."),
    ("The fire killed thirty-one people in Aldra.", "The fire in Aldra left 31 people dead."),
    ("The fire killed at least 31 people in Aldra.", "The confirmed dead number 31, the coast guard said."),
    ("More than 30 people died in Aldra.", "At least 31 people died in Aldra."),
    ("The fire killed dozens in Aldra.", "The fire in Aldra killed 31 people."),
    ("About 1,200 homes burned.", "The fire destroyed 1,198 homes."),
    ("Nearly 30 percent of pupils stayed away.", "The share of pupils who stayed away was 28.4 percent."),
    ("Some 5,400 workers stand to lose their jobs.", "Around 5,400 employees got a notice."),
    ("The airline owes about C$1.9 billion.", "The filing lists liabilities of C$1.91 billion."),
    ("The licence was suspended for 90 days.", "The ministry took the licence away for three months."),
    ("Close to half an hour passed.", "It was only some 25 to 30 minutes later that an order came."),
    ("The wall is about 100 km long.", "The 62-mile wall was finished in May."),
    ("The shares lost four-fifths of their value.", "The stock was down 80% when trading stopped."),
    ("Half of the seats went to women.", "Women took 50 percent of the seats."),
    ("The bill passed 52-48.", "Senators voted 48 to 52 to let the bill through."),
    ("The bill passed by four votes.", "The Senate passed the bill 31 to 27."),
    (
        "The ferry carried 28 more than it was certified for.",
        "There were 214 on board. The ship was certified to take 186.",
    ),
    ("It cost $5 million.", "The work cost C$5 million."),
    ("Temperatures reached 30 °C.", "Temperatures reached 86 degrees Fahrenheit."),
    ("In all 71 people were arrested.", "Police arrested 40 people on Friday and arrested 31 people on Sunday."),
    ("She was missing for 48 hours.", "She was missing for two days."),
    ("It is the third robbery this year.", "Police called it the third robbery this year."),
    ("Fines rose to more than €2 million.", "Fines came to €2.3 million."),
    ("One in three Norland nurses plans to quit.", "The union says 33% of Norland nurses plan to quit."),
    ("The bank raised its rate by 25 basis points.", "The bank raised its rate by a quarter of a percentage point."),
    ("The blackout lasted 36 hours.", "The blackout lasted a day and a half."),
    ("A fortnight of strikes has shut the ports.", "Two weeks of strikes have shut the ports."),
    ("The lower house passed the bill by 214 votes to 198.", "The bill passed the lower house 214-198."),
    ("Ticket sales fell by half.", "Ticket sales fell by 50 percent."),
    ("Inflation slowed to 3 percent.", "Inflation slowed to 3.1 percent."),
    ("The minister, 58, will step down.", "The 58-year-old minister will step down."),
    ("The toll in Aldra is 54.", "The death toll in Aldra rose by ten to 54."),
]

CONFLICTS = [
    ("The storm killed at least 31 people in Aldra.", "The storm killed 25 people in Aldra, officials said."),
    ("The storm killed more than 40 people in Aldra.", "The storm left 25 people dead in Aldra."),
    ("The storm killed dozens of people in Aldra.", "The storm killed three people in Aldra."),
    (
        "The regulator fined the bank $3.4 million.",
        "The bank must pay a fine of $4.3 million, the regulator said in its ruling on the bank.",
    ),
    ("The regulator set the fine at £9.8 million.", "The regulator set the fine at £9.8 billion."),
    ("The plant in Aldra will create 4,800 jobs.", "The plant in Aldra will create 3,900 jobs."),
    ("Inflation in Norland rose to 7.2 percent.", "Inflation in Norland rose to 2.7 percent."),
    ("The bank took a 70 percent stake in Aldra Shipping.", "The bank took a 30 per cent stake in Aldra Shipping."),
    ("The Senate passed the farm bill 52-48.", "The Senate passed the farm bill 51-49."),
    ("The tribunal in Aldra gave the skater a two-year ban.", "The tribunal in Aldra gave the skater a four-year ban."),
    ("The Aldra dam will be 160 metres high.", "The Aldra dam will be 106 metres high."),
    ("Norland's population fell to 5.1 million.", "Norland's population fell to 4.1 million."),
    ("A magnitude 6.2 earthquake struck Aldra.", "A magnitude 5.8 earthquake struck Aldra."),
    ("Erik Holm, 71, has died.", "Erik Holm, 77, has died."),
    ("The Senate passed the farm bill 61-38.", "The Senate passed the farm bill with 51 votes in favour and 48 against."),
    ("The net profit of Aldra Steel rose to 80 million euros.", "Aldra Steel said its net profit rose to 180 million euros."),
    ("The company has 12,000 staff worldwide.", "The company has 21,000 staff worldwide."),
    ("Inflation in Norland rose to 4.4 percent in May.", "Inflation in Norland rose to 5.4 percent in May."),
    (
        "The ferry was carrying 214 people, about 60 more than its certificate allowed.",
        "A head count suggests there were 214 people on board. The ship was certified to take 186.",
    ),
]

NO_CONFLICTS = [
    # another event
    (
        "The ferry Halda capsized off Masby, leaving at least 31 people dead.",
        "In 2019, 47 people died when a wooden-hulled boat, the Virgen, sank off Leyte with 190 aboard.",
    ),
    # another class of toll
    ("The storm killed at least 31 people in Aldra.", "The storm injured 25 people in Aldra."),
    ("The storm killed 31 people in Aldra.", "The storm left 25 people missing in Aldra."),
    # a part of the whole
    ("The storm killed 31 people in Aldra.", "The storm killed 31 people in Aldra, including 12 children."),
    ("The storm killed 31 people in Aldra.", "Among them 12 people in Aldra were killed by falling trees."),
    ("The storm killed 31 people in Aldra.", "Another 12 people in Aldra were killed in the storm overnight."),
    ("The storm killed two children in Aldra.", "The storm killed 31 people in Aldra."),
    # another thing counted
    ("The storm destroyed 1,200 homes in Aldra.", "The storm cut power to 300 schools in Aldra."),
    (
        "The plant in Aldra will create 4,800 permanent jobs.",
        "Another 9,000 construction workers will be needed at the plant in Aldra.",
    ),
    # another currency, kind or rate
    ("The theft in Lyon cost the museum €12 million.", "The theft in Lyon cost the museum $13.9 million."),
    ("The minimum wage in Norland is 950 euros a month.", "The minimum wage in Norland is 12 euros an hour."),
    ("Inflation in Norland rose to 7.2 percent.", "Inflation in Norland rose by 0.4 percentage points."),
    # old values, other years, proposals
    ("The price of the Aldra dam is $940 million.", "The price of the Aldra dam climbed from an initial $780 million."),
    ("Sales at Aldra rose 4 percent.", "Sales at Aldra rose 9 percent last year."),
    ("The agency banned the skater for 18 months.", "The agency had wanted the skater to be banned for two years."),
    # rounding and bounds
    ("The storm killed 31 people in Aldra.", "The storm killed more than 30 people in Aldra."),
    ("About 300 homes burned in Aldra.", "The fire burned 295 homes in Aldra."),
    ("The fire burned 1,198 homes in Aldra.", "The fire burned about 1,200 homes in Aldra."),
    ("Inflation in Norland slowed to 3.1 percent.", "Inflation in Norland slowed to 3 percent."),
    # another body, claimant, bidder, person
    ("The lower house approved the water bill by 214 votes to 198.", "The Senate approved the water bill by 57 votes to 41."),
    ("Police said 480 people attended the Aldra rally.", "Organisers said 2,000 people attended the Aldra rally."),
    ("Teachers in Norland want a 9 percent rise.", "The government has offered teachers in Norland a 4 percent rise."),
    ("Erik Holm, 71, has died.", "Erik Holm's brother, 64, has died."),
    # net and operating, profit and revenue, growth on the year and on the quarter
    ("Aldra Motors made a net profit of 300 million euros.", "Aldra Motors made an operating profit of 520 million euros."),
    ("Aldra Motors made a profit of 300 million euros.", "Aldra Motors had revenue of 4.2 billion euros."),
    ("Inflation in Norland slowed to 3.1 percent.", "Core inflation in Norland slowed to 4.0 percent."),
    ("GDP in Norland grew 0.3 percent in the third quarter.", "GDP in Norland grew 1.2 percent year on year in the third quarter."),
    ("The average wait in Aldra is 14 weeks.", "The longest wait in Aldra is 40 weeks."),
    # what there is, what is done, what will be done, what there is room for
    ("The chain will close 40 shops in Norland.", "The chain has 120 shops in Norland."),
    ("The chain will close 40 shops in Norland.", "The chain has closed 25 shops in Norland so far."),
    ("The jet was carrying 180 passengers.", "The jet can carry 220 passengers."),
    # here and everywhere, each and all
    ("The chain has 120 shops in Norland.", "The chain has 4,500 shops worldwide."),
    ("The company has 900 staff in Aldra.", "The company has 12,000 staff."),
    ("Each family in Aldra will get 2,000 euros.", "The families in Aldra will share 3 million euros."),
    # another time, an earlier count
    ("Norland Rail carried 21 million passengers in 2024.", "Norland Rail carried 18 million passengers in 2023."),
    ("GDP in Norland grew 0.3 percent in the third quarter.", "GDP in Norland grew 0.6 percent in the second quarter."),
    ("Inflation in Norland rose to 4.4 percent in May.", "Inflation in Norland rose to 3.9 percent in April."),
    ("The storm killed 31 people in Aldra.", "An earlier count had put the number of people killed by the storm in Aldra at 25."),
    # same subject nowhere
    ("The mayor got 12 letters.", "The orchard has 40 trees."),
    ("The company lost $3 million.", "A coffee costs $4."),
    ("The coach is 52.", "The captain, Rodel Aman, 34, was hurt."),
    # names with numbers, dates, clocks
    ("The G7 met with 12 ministers in Rome.", "The G20 met in Rome on June 9 at 10 a.m."),
    ("It flew 48 jets.", "It flew Boeing 737 jets."),
]


@pytest.mark.parametrize(("claim", "passage"), MATCHES)
def test_matches(claim: str, passage: str) -> None:
    matched, conflicting, _ = verdict(claim, passage)
    assert matched >= 1 and conflicting == 0


@pytest.mark.parametrize(("claim", "passage"), CONFLICTS)
def test_conflicts(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.conflicting == 1
    assert signal.rule == "number-conflict"


@pytest.mark.parametrize(("claim", "passage"), NO_CONFLICTS)
def test_near_misses(claim: str, passage: str) -> None:
    signal = compare(Side(claim), Side(passage))
    assert signal.conflicting == 0, signal.message
    assert signal.rule is None


def test_a_figure_matched_anywhere_never_conflicts() -> None:
    claim = "The storm killed 31 people in Aldra."
    passage = "The storm killed 25 people in Aldra, police said. "
    passage += "The ministry put the number of people killed in Aldra by the storm at 31."
    assert verdict(claim, passage) == (1, 0, 0)


@pytest.mark.parametrize(("claim", "passage", "found"), [
    ("The bill was adopted, with 61 votes cast against it.", "The bill passed by 88 votes to 61.", (1, 0, 0)),
    ("The bill was adopted, with 65 votes cast against it.", "The bill passed by 88 votes to 61.", (0, 0, 1)),
    # a sum of what nobody names is chance
    ("The fee will be 21 crowns.", "The fee rises to 18 crowns from 12; pensioners pay nine crowns.", (0, 1, 0)),
    ("An offer of 3 percent plus a bonus was made.", "The union asks for 8 percent; the operator offered 5 percent and a bonus.", (0, 0, 1)),
])
def test_sides_of_a_vote_chance_sums_and_what_is_added(claim: str, passage: str, found: tuple[int, int, int]) -> None:
    assert verdict(claim, passage) == found


def test_equal_numbers_of_different_tolls_are_no_match() -> None:
    assert verdict("The storm killed 31 people.", "The storm injured 31 people.") == (0, 0, 1)


def test_a_margin_that_the_votes_rule_out_is_no_match() -> None:
    assert verdict("The bill passed by nine votes.", "The Senate passed the bill 31 to 27.")[0] == 0


def test_the_message_is_an_editors() -> None:
    signal = compare(
        Side("The storm killed at least 31 people in Aldra."), Side("The storm killed 25 people in Aldra.")
    )
    assert signal.message.startswith('story: "at least 31 people') and 'coverage: "25 people' in signal.message


def test_marks_point_into_story_and_document() -> None:
    story = "Rain fell. The storm killed 31 people in Aldra."
    article = "It rained. The storm killed 25 people in Aldra."
    signal = compare(Side(story[11:], 11), Side(article[11:], 11))
    (mark,) = signal.marks
    assert mark.kind == "quantity" and mark.conflict
    assert mark.claim is not None and mark.claim.of(story) == "31 people"
    assert mark.passage is not None and mark.passage.of(article) == "25 people"


def test_a_claim_without_figures_has_no_items() -> None:
    assert verdict("The mayor resigned.", "The mayor had 12 letters.") == (0, 0, 0)
