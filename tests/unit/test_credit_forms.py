"""Credits: every form that news English has for them, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extract.credits import CreditMap, credits
from checker.extract.outlets import load_registry
from checker.text.sentences import sentences
from checker.types import Basis, Document

REGISTRY = load_registry()
SCMP, LM, LAT, AP = "South China Morning Post", "Le Monde", "Los Angeles Times", "Associated Press"


def read(text: str, header: tuple[str, ...] = ()) -> tuple[Document, CreditMap]:
    story = Document("story.txt", text, "0" * 64, header_credits=header)
    return story, credits(story, sentences(story), REGISTRY)


CREDITED = [
    ("The dam failed on Friday, according to SCMP, Le Monde, and LA Times.", [SCMP, LM, LAT], "The dam failed on Friday."),
    ("The dam failed on Friday, as per LA Times and SCMP.", [LAT, SCMP], "The dam failed on Friday."),
    ("The dam failed on Friday, as noted by Reuters.", ["Reuters"], "The dam failed on Friday."),
    ("The dam failed on Friday, as reported by the BBC and AP.", ["BBC News", AP], "The dam failed on Friday."),
    ("According to Le Monde, the dam failed on Friday.", [LM], "The dam failed on Friday."),
    ("As reported by Reuters, the dam failed on Friday.", ["Reuters"], "The dam failed on Friday."),
    ("Le Monde reported that the dam failed on Friday.", [LM], "The dam failed on Friday."),
    ("Reuters said the dam failed on Friday.", ["Reuters"], "The dam failed on Friday."),
    ("The Guardian wrote that the dam failed on Friday.", ["The Guardian"], "The dam failed on Friday."),
    ("The Guardian writes that the dam failed.", ["The Guardian"], "The dam failed."),
    ("AP and Reuters both report that the dam failed.", [AP, "Reuters"], "The dam failed."),
    ("The BBC has reported that the dam failed.", ["BBC News"], "The dam failed."),
    ("The BBC first reported the dam failed.", ["BBC News"], "The dam failed."),
    ("The dam failed on Friday, Reuters reported.", ["Reuters"], "The dam failed on Friday."),
    ("The dam failed on Friday, reports AP.", [AP], None),
    ("The dam, Reuters reported, failed on Friday.", ["Reuters"], None),
    ("The dam failed on Friday (AP).", [AP], "The dam failed on Friday."),
    ("The dam failed on Friday (Reuters, AP).", ["Reuters", AP], "The dam failed on Friday."),
    ("The mayor told Reuters that the dam had failed.", ["Reuters"], "The mayor said that the dam had failed."),
    ("\"It was loud,\" the mayor told the BBC.", ["BBC News"], None),
    ("The mayor said in an interview with Le Monde that the dam had failed.", [LM], None),
    ("Reuters, citing AFP, said the dam failed.", ["Reuters", "Agence France-Presse"], None),
    ("Le Monde's reporting shows that the dam failed.", [LM], None),
    ("The dam failed on Friday, per Axios.", ["Axios"], "The dam failed on Friday."),
    ("The dam failed on Friday, via Bloomberg.", ["Bloomberg"], "The dam failed on Friday."),
    ("The death toll stands at 12, with reporting by AFP.", ["Agence France-Presse"], None),
    ("The Wall Street Journal put the cost at $2 billion.", ["The Wall Street Journal"], None),
    ("The dam failed, according to Reuters' reporting.", ["Reuters"], None),
    ("Two children have died, the Globe and Mail reported.", ["The Globe and Mail"], "Two children have died."),
    ("The BBC on Friday said that the dam had failed.", ["BBC News"], "The dam had failed."),
    ("\"It was loud,\" Reuters says.", ["Reuters"], None),
    ("A report in Le Monde this week about the dam said it had failed twice.", [LM], None),
    ("A study that appeared in Le Monde found that the dam had failed.", [LM], None),
    ("Ana Holt, a writer for The Guardian, said the dam had failed.", ["The Guardian"], None),
    ("The mayor seized upon a Reuters report that the dam had failed.", ["Reuters"], None),
]

NOT_CREDITED = [
    "The BBC on Friday said it would cut 200 jobs.",
    "A writer for The Guardian was elected on Friday.",
    "The mayor dismissed a Reuters report that the dam had failed.",
    "Shares of the New York Times Company fell on Friday.",
    "A former Guardian editor was elected on Friday.",
    "The Guardian's owner is a trust.",
    "She was Time magazine's person of the year.",
    "Two Reuters journalists were held on Friday.",
    "The Sun rose at six.",
    "Time will tell whether the dam holds.",
    "The BBC said it would cut 500 jobs.",
    "Police said the dam had failed.",
    "President Macron said the dam had failed.",
    "The dam failed, according to the ministry.",
    "The dam failed, according to Maria Lopez.",
    "The dam failed, according to NATO.",
    "\"According to Reuters we were dead,\" the mayor joked.",
    "The minister sued the Daily Mail over the report.",
    "He reads the Financial Times every morning.",
]


@pytest.mark.parametrize(("text", "outlets", "statement"), CREDITED, ids=[c[0][:40] for c in CREDITED])
def test_credited(text: str, outlets: list[str], statement: str | None) -> None:
    story, found = read(text)
    assert [c.outlet for c in found.of(0)] == outlets
    assert all(c.basis is Basis.SENTENCE and c.known for c in found.of(0))
    assert all(REGISTRY.canonical(c.span.of(story.text)) == c.outlet for c in found.of(0))
    if statement is not None:
        assert found.statement(0) == statement


@pytest.mark.parametrize("text", NOT_CREDITED)
def test_not_credited(text: str) -> None:
    assert read(text)[1].of(0) == ()


WP, WSJ = "The Washington Post", "The Wall Street Journal"

WIDER = [
    # polls that outlets share
    ("According to a Washington Post-ABC News survey, 51 percent would vote again.", [WP, "ABC News"], "51 percent would vote again."),
    ("Halvorsen has 22 percent, according to a Suffolk University/Boston Globe poll released Sunday.", ["The Boston Globe"], "Halvorsen has 22 percent."),
    ("Her negatives rose, according to the NBC-Wall Street Journal poll.", ["NBC News", WSJ], "Her negatives rose."),
    ("A Times/CBS News poll in December found that voters were tired.", ["CBS News"], "Voters were tired."),
    ("A new poll from USA TODAY/Suffolk University found 40% of voters were undecided.", ["USA Today"], None),
    ("A POLITICO survey of leading operatives found both men were behind.", ["Politico"], "Both men were behind."),
    ("CNN exit poll data revealed deep anxiety over the economy.", ["CNN"], None),
    # words between outlet and verb
    ("CNN also noted that the crowd was small.", ["CNN"], "The crowd was small."),
    ("CNN also noted the relatively sparse attendance.", ["CNN"], None),
    ("As the Washington Post—even the devil can quote figures—observed, the party controls most states.", [WP], "The party controls most states."),
    ("Breitbart News, for one, noted the dichotomy between the two.", ["Breitbart"], None),
    ("The Slate technology columnist David Auerbach went so far as to say: \"It is over.\"", ["Slate"], None),
    ("TheBlaze did the math, and found that the odds were small.", ["TheBlaze"], None),
    ("The Washington Post recently ran a piece that noted his plan would benefit the rich.", [WP], None),
    # what kind of outlet, which edition of it
    ("The dam failed, the news site RTL Info reported.", ["RTL"], "The dam failed."),
    ("POLITICO Florida reported earlier this month that Scott had cut the fund.", ["Politico"], "Scott had cut the fund."),
    ("According to the left-leaning Guardian, the dam failed.", ["The Guardian"], "The dam failed."),
    # its people
    ("As one of them, The Associated Press's Lisa Lerer, reported, the crowd was small.", [AP], None),
    ("As Joel Pollak of Breitbart California observed, the stage was small.", ["Breitbart"], None),
    ("As the Washington Post's investigative unit reported, the inspector left.", [WP], "The inspector left."),
    # an outlet of its own reporting
    ("The AP said it did not include those meetings in its tally.", [AP], None),
    ("Bloomberg says its deeper reporting has found that the firms are real.", ["Bloomberg"], None),
    # clefts and relative clauses
    ("On Friday, it was a report by Politico that he made up the story.", ["Politico"], None),
    ("He gave the number of people The Washington Post reported Halvorsen is vetting.", [WP], None),
    # what was given to it
    ("He was calm, according to audio provided to The Times.", ["The Times"], "He was calm."),
    ("It was not simple, according to an account she gave to Reuters.", ["Reuters"], "It was not simple."),
    ("He told Reuters in a rare interview that the dam failed.", ["Reuters"], "He said that the dam failed."),
    ("The party took \"undisclosed payments\", the Guardian reported ten days ago.", ["The Guardian"], "The party took \"undisclosed payments\"."),
]

NEAR_MISSES = [
    "He spoke at length, speaking Spanish on Univision.",
    "The Washington Post-owned building burned down.",
    "Fox Networks Group reported a loss.",
    "The BBC noted the ruling and apologised.",
    "The BBC noted the complaints of viewers.",
    "CNN, for one, apologised.",
    "The Guardian, too, was sued.",
    "The Guardian—even its editor was there—closed its office.",
    "The BBC reviewed its rules and apologised.",
    "The BBC surveyed its staff and found that few were happy.",
    "The Guardian published an article and won a prize.",
    "The news site RTL Info was sold.",
    "ABC 7 hosted the debate.",
    "POLITICO Europe was sold.",
    "According to the arrested Guardian, nothing happened.",
    "CNN is reporting from Kyiv.",
    "The Washington Post's investigative unit won a prize.",
    "The two men at the Guardian left the building.",
    "The BBC said it did not include women in its staff.",
    "The BBC said it was sorry.",
    "Guardian said it was a hard year.",
    "A report by Politico that drew criticism was withdrawn.",
    "He denied a report by Politico that he made up the story.",
    "The police the BBC reported to the regulator were cleared.",
    "The camera crew the BBC sent was detained.",
    "He wants the job that the Guardian said it would cut.",
    "He left Reuters in a rare interview mood.",
    "She gave the account to Reuters.",
]


@pytest.mark.parametrize(("text", "outlets", "statement"), WIDER, ids=[c[0][:40] for c in WIDER])
def test_wider_forms(text: str, outlets: list[str], statement: str | None) -> None:
    found = read(text)[1]
    assert [c.outlet for c in found.of(0) if c.known] == outlets
    if statement is not None:
        assert found.statement(0) == statement


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses_of_the_wider_forms(text: str) -> None:
    assert read(text)[1].of(0) == ()


def test_a_comma_after_the_credited_outlet_begins_a_clause() -> None:
    assert [c.outlet for c in read("According to Variety, CNN has gone back to him.")[1].of(0)] == ["Variety"]


@pytest.mark.parametrize(("text", "name"), [
    ("The dam failed, according to the Harrowbeck Gazette.", "Harrowbeck Gazette"),
    ("The Mindanao Courier reported that the dam failed.", "Mindanao Courier"),
    ("The dam failed, according to Reuters and the Mindanao Courier.", "Mindanao Courier"),
    ("The dam failed, as reported by harrowbecknews.com.", None),
])
def test_unknown_outlets_are_credits_too(text: str, name: str | None) -> None:
    unknown = [c for c in read(text)[1].of(0) if not c.known]
    assert [c.outlet for c in unknown] == ([name] if name else [c.outlet for c in unknown])


def test_a_closing_credit_covers_its_paragraph() -> None:
    text = "The dam failed. Nine people died, AP said. Roads are closed, according to Reuters and the BBC.\nThe inquiry goes on.\n"
    found = read(text)[1]
    assert [[c.outlet for c in found.of(i)] for i in range(4)] == [["Reuters", "BBC News"], [AP], ["Reuters", "BBC News"], []]
    assert [c.basis for c in found.of(0)] == [Basis.PARAGRAPH] * 2
    assert found.of(2)[0].basis is Basis.SENTENCE


@pytest.mark.parametrize("last", ["According to Reuters, roads are closed.", "Reuters reported that roads are closed.", "Roads are closed (Reuters)."])
def test_a_credit_that_does_not_close_covers_its_sentence_alone(last: str) -> None:
    found = read(f"The dam failed. {last}\n")[1]
    assert found.of(0) == () and [c.outlet for c in found.of(1)] == ["Reuters"]


def test_nothing_is_carried_forward() -> None:
    found = read("The dam failed, according to Reuters. Nine people died.\nRoads are closed.\n")[1]
    assert found.of(0) and not found.of(1) and not found.of(2)


def test_a_header_credits_no_single_claim() -> None:
    found = read("Credited from: LEMONDE\nThe dam failed.\n", ("LEMONDE",))[1]
    assert [(c.outlet, c.basis) for c in found.header] == [(LM, Basis.HEADER)]
    assert found.of(1) == ()


@pytest.mark.parametrize(("text", "vague"), [
    ("Experts say the dam was old.", True), ("Officials said the dam was old.", True), ("Analysts warned that it may fail.", True),
    ("It is understood that the dam was old.", True), ("Critics argue the dam was old.", True),
    ("A person familiar with the matter said the dam was old.", True), ("The dam was reportedly old.", True),
    ("The coast guard said the dam was old.", False), ("Police said the dam was old.", False),
    ("Health ministry officials said the dam was old.", False), ("Maria Lopez said the dam was old.", False),
    ("The dam was old.", False),
])
def test_vague_credits(text: str, vague: bool) -> None:
    assert bool(read(text)[1].vague(0)) is vague


@given(st.text(max_size=300) | st.lists(st.sampled_from(["Reuters", "according to", "said", "AP", ",", ".", "\n", "(", ")", "\"", "that", "told", "’s",
                                                        "the", "Le Monde", "and", "reported", "Kestrel Post"]), max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_text_has_credits_in_range(text: str) -> None:
    story, found = read(text)
    for i, sentence in enumerate(sentences(story)):
        for credit in found.of(i):
            assert 0 <= credit.span.start < credit.span.end <= len(text)
        for phrase in found.phrases(i):
            assert sentence.span.start <= phrase.start <= phrase.end <= sentence.span.end
        assert "\n" not in found.statement(i)
