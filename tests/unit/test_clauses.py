"""Sentences cut into facts that stand alone, and the many that are better left whole."""

from __future__ import annotations

import pytest

from checker.extract.claims.clauses import LONGEST_CUT, clauses

CUT = [
    # one subject, several verbs
    ("The bridge opened in 1974 and carries some 14,000 vehicles a day.",
     ("The bridge opened in 1974.", "The bridge carries some 14,000 vehicles a day.")),
    ("Burglars broke into the mint and made off with nine coins.",
     ("Burglars broke into the mint.", "Burglars made off with nine coins.")),
    ("The siren went off at noon but was taken for a drill.",
     ("The siren went off at noon.", "The siren was taken for a drill.")),
    ("Orlov was arrested on Friday and charged with fraud.",
     ("Orlov was arrested on Friday.", "Orlov was charged with fraud.")),
    ("Orlov was arrested on Friday and died in custody.",
     ("Orlov was arrested on Friday.", "Orlov died in custody.")),
    ("The firm was founded in 1999 and employed 300 people at its peak.",
     ("The firm was founded in 1999.", "The firm employed 300 people at its peak.")),
    ("The court has suspended the mayor and ordered a new vote.",
     ("The court has suspended the mayor.", "The court has ordered a new vote.")),
    ("Rebuilding will take two years and cost 1.8 billion kroner.",
     ("Rebuilding will take two years.", "Rebuilding will cost 1.8 billion kroner.")),
    ("Halvorsen is to be sentenced in May and could go to prison for ten years.",
     ("Halvorsen is to be sentenced in May.", "Halvorsen could go to prison for ten years.")),
    ("Voters sent the mayor home, elected her rival, and rejected the new tax.",
     ("Voters sent the mayor home.", "Voters elected her rival.", "Voters rejected the new tax.")),
    ("The number of coal plants has fallen every year, and is expected to keep falling.",
     ("The number of coal plants has fallen every year.", "The number of coal plants is expected to keep falling.")),
    # clauses side by side
    ("The harbour was closed at noon, and two ferries were sent back.",
     ("The harbour was closed at noon.", "Two ferries were sent back.")),
    ("Brandt resigned on Monday; her deputy stayed.", ("Brandt resigned on Monday.", "Brandt's deputy stayed.")),
    ("The north lost 40 homes, while the south was spared.", ("The north lost 40 homes.", "The south was spared.")),
    ("Tarn wanted to leave, but the club refused.", ("Tarn wanted to leave.", "The club refused.")),
    ("The mill burned down and the school was damaged.", ("The mill burned down.", "The school was damaged.")),
    # what somebody said keeps its speaker
    ("The minister said the dam had held and that nobody was hurt.",
     ("The minister said the dam had held.", "The minister said nobody was hurt.")),
    ("Israel says that the deal is dead and the talks are over.",
     ("Israel says that the deal is dead.", "Israel says that the talks are over.")),
    # relative clauses
    ("Mayor Ines Halvorsen, who has led the city since 2012, will not run again.",
     ("Mayor Ines Halvorsen will not run again.", "Mayor Ines Halvorsen has led the city since 2012.")),
    ("\"We are ready,\" said Jonas Gudaitis, who leads the union.",
     ("\"We are ready,\" said Jonas Gudaitis.", "Jonas Gudaitis leads the union.")),
    ("The reactor, which was built in 1981, will close in June.",
     ("The reactor will close in June.", "The reactor was built in 1981.")),
    # appositions
    ("Aldra Steel, Norway's oldest foundry, filed for bankruptcy.",
     ("Aldra Steel filed for bankruptcy.", "Aldra Steel is Norway's oldest foundry.")),
    ("The ship's captain, Rodel Kuipers, drowned.", ("Rodel Kuipers is the ship's captain.", "Rodel Kuipers drowned.")),
    ("\"It threw us,\" said Dr. Anil Varga, the province's chief physician.",
     ("\"It threw us,\" said Dr. Anil Varga.", "Dr. Anil Varga is the province's chief physician.")),
    # participles
    ("The ferry sank off Masbate, leaving at least 31 people dead.",
     ("The ferry sank off Masbate.", "At least 31 people were left dead.")),
    ("The airline stopped all flights, leaving some 22,000 travellers stranded.",
     ("The airline stopped all flights.", "Some 22,000 travellers were left stranded.")),
    ("The ship rammed the pier, bringing down part of the roadway and killing two people.",
     ("The ship rammed the pier.", "The ship brought down part of the roadway.", "Two people were killed.")),
    ("A bomb went off in the market, killing a guard.", ("A bomb went off in the market.", "A guard was killed.")),
    ("The senate passed the budget, sparing Sequeira an election.",
     ("The senate passed the budget.", "The senate spared Sequeira an election.")),
    # leading clauses
    ("After the talks collapsed in Oslo, the union called a strike.",
     ("The talks collapsed in Oslo.", "The union called a strike.")),
    ("Although the dam held, 300 families were moved.", ("The dam held.", "300 families were moved.")),
    ("While Brandt has backed the plan, she has also called for a delay.",
     ("Brandt has backed the plan.", "Brandt has also called for a delay.")),
    ("But the club refused and the player stayed.", ("The club refused.", "The player stayed.")),
]

WHOLE = [
    # nouns, not verbs, side by side
    "The fire destroyed the mill and the school.",
    "Police and prosecutors searched the house.",
    "The minister met union leaders and employers on Friday.",
    "Soaring fuel bills and a costly wager on new routes had eaten through the cash.",
    "Doctors treated 40 sick and injured passengers.",
    "Roughly 60 killed and wounded soldiers were flown home.",
    "The plan will fund roads, schools and research.",
    "Farmers in Malaysia, Thailand and Brazil took part.",
    # whose verb is it?
    "The man who killed three people and wounded ten was jailed.",
    "She resigned after she lost the vote and was questioned.",
    "The court agreed to free Orlov and drop the charges.",
    "The minister said the plan failed and called for new talks.",
    "The mayor said 12 people had died, and the governor declared three days of mourning.",
    "A petition posted by the union and hosted by a charity asks for a vote.",
    "Speaker Ona Lind met the mayor, who was late, the bishop, and the judge.",
    # no fact of its own
    "The suspension ends in August, which means she will miss six events.",
    "The company lost half of its investment in the mine, which closed in May.",
    "If the dam breaks and the valley is flooded, 9,000 people must leave.",
    "The bank will pay the fine unless the court steps in and overturns it.",
    "Once the deal is signed, a fifth of the grant will be paid.",
    "Not only did the dam hold, but the turbines were running.",
    "The building was destroyed by fire, forcing the school to move.",
    "The vessel was carrying 214 people, about 60 more than its certificate allowed.",
    "The owner, Visa Lines, has lost its licence.",
    "Her physiotherapist, Ondrej Malik, is keeping his job.",
    "The report on the fire, obtained by Le Monde, was kept secret.",
    "The deals appear to let through five of the seven stalled plans, but would cost more.",
    "Brandt is wrestling with the war and the methods Lind chose.",
    "The vote got the attention of the Lind campaign, which has been losing ground.",
    "The policy caused pain: closed mines in the north; rising bills and diminished output in the south.",
    "Since nobody asked, and the law is silent on it, the court looks away.",
    "It was clear he and his staff were late.",
    "Brandt is doing her job: the banks and their friends are paying.",
    # lists and places
    "She has worked in Paris, the United States, and Mexico.",
    "In Oslo, the prime minister, who was tired, left early and slept.",
    "The fire began in Harlow, Essex, on Monday.",
    # never inside a quotation
    "\"We came and we saw,\" said Halvorsen.",
    "Halvorsen called the deal \"a trap, and it was laid by fools.\"",
    # one fact
    "The toll rose to 31 on Tuesday.",
    "Two children have died.",
    "Did the dam break and was the valley flooded?",
    # the speaker stands at the end
    "The mill burned down and the school was damaged, police said.",
    "Divers searched the wreck, but nobody was found, said Marit Dahl of the coast guard.",
]


@pytest.mark.parametrize(("sentence", "facts"), CUT, ids=[s[:40] for s, _ in CUT])
def test_several_facts(sentence: str, facts: tuple[str, ...]) -> None:
    assert sorted(part.text for part in clauses(sentence)) == sorted(facts)


@pytest.mark.parametrize("sentence", WHOLE, ids=[s[:40] for s in WHOLE])
def test_left_whole(sentence: str) -> None:
    assert [part.text for part in clauses(sentence)] == [sentence]


@pytest.mark.parametrize(("sentence", "facts"), CUT, ids=[s[:40] for s, _ in CUT])
def test_places_are_in_order_and_inside(sentence: str, facts: tuple[str, ...]) -> None:
    spans = [part.span for part in clauses(sentence)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(sentence) for span in spans)


def test_a_place_leaves_out_the_subject_that_was_filled_in() -> None:
    sentence = "The bridge opened in 1974 and carries some 14,000 vehicles a day."
    assert [part.span.of(sentence) for part in clauses(sentence)] == [
        "The bridge opened in 1974", "carries some 14,000 vehicles a day."]


def test_a_quotation_before_a_cut_stays() -> None:
    first, second = clauses("Halvorsen called the plan \"a trap\" and left the room.")
    assert first.text == "Halvorsen called the plan \"a trap\"."
    assert second.text == "Halvorsen left the room."


def test_a_sentence_without_end_is_left_whole() -> None:
    sentence = "The mill burned down and the school was damaged, " * (LONGEST_CUT // 40)
    assert len(clauses(sentence)) == 1
