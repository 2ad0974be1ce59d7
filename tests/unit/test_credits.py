"""Who is credited with what: each row is a sentence or paragraph as an editor would read it."""

from __future__ import annotations

import pytest

from checker.extract.credits import CreditMap, credits
from checker.extract.outlets import load_registry
from checker.text.sentences import sentences
from checker.types import Basis, Credit, Document, Sentence, Span

REGISTRY = load_registry()
AP, AFP, FT, NYT, WSJ = "Associated Press", "Agence France-Presse", "Financial Times", "The New York Times", "The Wall Street Journal"
BBC, GUARDIAN, DW, LAT, SCMP = "BBC News", "The Guardian", "Deutsche Welle", "Los Angeles Times", "South China Morning Post"


def read(text: str, **given: object) -> tuple[Document, tuple[Sentence, ...], CreditMap]:
    story = Document("story.txt", text, "", **given)  # type: ignore[arg-type]
    spans = sentences(story)
    return story, spans, credits(story, spans, REGISTRY)


def outlets(found: tuple[Credit, ...]) -> list[str]:
    """Names of outlets; an unknown one has a question mark."""
    return [credit.outlet if credit.known else f"?{credit.outlet}" for credit in found]


@pytest.mark.parametrize(
    ("sentence", "credited", "statement"),
    [
        # according to, as per, per, via
        ("The dam broke on Monday, according to SCMP, Le Monde, and LA Times.", [SCMP, "Le Monde", LAT], "The dam broke on Monday."),
        ("The dam broke on Monday, as per LA Times and SCMP.", [LAT, SCMP], "The dam broke on Monday."),
        ("According to CNBC, passengers were stranded.", ["CNBC"], "Passengers were stranded."),
        ("As per Reuters and the BBC, the vote was delayed.", ["Reuters", BBC], "The vote was delayed."),
        ("The mayor, according to Le Monde, has resigned.", ["Le Monde"], "The mayor has resigned."),
        ("The port is closed, per Reuters.", ["Reuters"], "The port is closed."),
        ("Twelve people died, via AFP.", [AFP], "Twelve people died."),
        ("The dam broke, according to the Guardian.", [GUARDIAN], "The dam broke."),
        ("The dam broke, according to LEMONDE.", ["Le Monde"], "The dam broke."),
        ("The dam broke, according to NPR Online News.", ["NPR"], "The dam broke."),
        ("The dam broke, according to Fox News (Online).", ["Fox News"], "The dam broke."),
        ("The dam broke, according to The New York Times - News.", [NYT], "The dam broke."),
        ("The dam broke, according to lemonde.fr.", ["Le Monde"], "The dam broke."),
        ("The dam broke, according to 日経.", ["Nikkei"], "The dam broke."),
        ("The dam broke, according to the Japanese daily Yomiuri Shimbun and Kyodo.", ["Yomiuri Shimbun", "Kyodo News"], "The dam broke."),
        ("The dam broke, according to Le Monde, which cited police.", ["Le Monde"], "The dam broke."),
        ("The dam broke, according to Le Monde, and the road was closed.", ["Le Monde"], "The dam broke, and the road was closed."),
        ("The minister said that according to AP he had won.", [AP], "The minister said that he had won."),
        ("The dam broke on Tuesday, according to Reuters on Wednesday.", ["Reuters"], "The dam broke on Tuesday."),
        # what the outlet made: reports, tallies, polls, documents
        ("According to a Reuters tally, 12 people died.", ["Reuters"], "12 people died."),
        ("According to Reuters' reporting, the port closed.", ["Reuters"], "The port closed."),
        ("The mayor resigned, according to a report in Le Monde.", ["Le Monde"], "The mayor resigned."),
        ("Twelve people died, according to documents seen by Le Monde.", ["Le Monde"], "Twelve people died."),
        ("Six in ten would vote again, according to a poll cited by Reuters.", ["Reuters"], "Six in ten would vote again."),
        ("A Reuters tally shows that 12 people died.", ["Reuters"], "12 people died."),
        ("Le Monde's reporting shows that the port closed.", ["Le Monde"], "The port closed."),
        ("Reuters' report said the port was closed.", ["Reuters"], "The port was closed."),
        ("A report by Reuters said the mayor had resigned.", ["Reuters"], "The mayor had resigned."),
        ("The mayor resigned, a Bloomberg analysis found.", ["Bloomberg"], "The mayor resigned."),
        ("A Washington Post report published Tuesday revealed 866 pages.", ["The Washington Post"], "A Washington Post report published Tuesday revealed 866 pages."),
        # as noted by
        ("Protection was weakest, as noted by STAT, against one virus.", ["STAT"], "Protection was weakest against one virus."),
        ("The vote, as highlighted by the Guardian, was delayed.", [GUARDIAN], "The vote was delayed."),
        ("The vote was delayed, as detailed by Axios.", ["Axios"], "The vote was delayed."),
        ("The vote was delayed, as noted by Le Monde and as reported by AP.", ["Le Monde", AP], "The vote was delayed."),
        ("The talks were first reported by the Wall Street Journal.", [WSJ], "The talks were first reported by the Wall Street Journal."),
        # A reported, said, writes
        ("AP said that most of the dead were women.", [AP], "Most of the dead were women."),
        ("Le Monde reported that the port closed.", ["Le Monde"], "The port closed."),
        ("Reuters has reported that the port closed.", ["Reuters"], "The port closed."),
        ("The port closed, the BBC has reported.", [BBC], "The port closed."),
        ("The airline owes money, Bloomberg reported.", ["Bloomberg"], "The airline owes money."),
        ("Vaitkus, Politico reported, had already agreed.", ["Politico"], "Vaitkus had already agreed."),
        ("As Reuters reported, the mayor resigned.", ["Reuters"], "The mayor resigned."),
        ("AP and Reuters both report that the port was closed.", [AP, "Reuters"], "The port was closed."),
        ("Reuters, AP and AFP all said that twelve people died.", ["Reuters", AP, AFP], "Twelve people died."),
        ("The flood, Le Monde and DW report, killed twelve people.", ["Le Monde", DW], "The flood killed twelve people."),
        ("Die Zeit wrote: \"The flood is over.\"", ["Die Zeit"], "\"The flood is over.\""),
        ("Der Spiegel magazine reported that the mayor resigned.", ["Der Spiegel"], "The mayor resigned."),
        ("The talks failed, the German newspaper Bild reported.", ["Bild"], "The talks failed."),
        ("State news agency Xinhua said the typhoon killed four people.", ["Xinhua"], "The typhoon killed four people."),
        ("On Monday, Reuters reported that the flood killed twelve.", ["Reuters"], "The flood killed twelve."),
        ("L'Équipe reported on Tuesday that he had signed.", ["L'Équipe"], "He had signed."),
        ("He signed for 62 million, L'Équipe reported on Tuesday, a sum that could rise.", ["L'Équipe"], "He signed for 62 million, a sum that could rise."),
        ("The Wall Street Journal first reported the talks on Monday.", [WSJ], "The Wall Street Journal first reported the talks on Monday."),
        ("The Times of London reported that the mayor resigned.", ["The Times"], "The mayor resigned."),
        ("The dam broke, The Hill reported.", ["The Hill"], "The dam broke."),
        ("\"The port is closed,\" reports Le Monde.", ["Le Monde"], "\"The port is closed\"."),
        ("Vaitkus called it \"theatre,\" AP said, and left.", [AP], "Vaitkus called it \"theatre\", and left."),
        ("Reuters: The mayor resigned.", ["Reuters"], "The mayor resigned."),
        # one outlet citing another
        ("AFP, citing the coast guard, reported that 12 people died.", [AFP], "12 people died."),
        ("CNN, citing Reuters, said the port was closed.", ["CNN", "Reuters"], "The port was closed."),
        ("Twelve people died, Reuters reported on Tuesday, citing police.", ["Reuters"], "Twelve people died."),
        # told, interviews
        ("The minister told Reuters that the port would close.", ["Reuters"], "The minister said that the port would close."),
        ("\"It was loud,\" Lervik told the BBC.", [BBC], "\"It was loud,\" Lervik said."),
        ("\"We will close it,\" he told CNN's Jake Tapper on Sunday.", ["CNN"], "\"We will close it,\" he said on Sunday."),
        ("She told the Associated Press, Reuters and AFP that she resigned.", [AP, "Reuters", AFP], "She said that she resigned."),
        ("In an interview with the Financial Times, Halvorsen said it would close.", [FT], "Halvorsen said it would close."),
        ("Halvorsen said in an interview with the FT that it would close.", [FT], "Halvorsen said that it would close."),
        ("Speaking to the BBC, he said the flood was over.", [BBC], "He said the flood was over."),
        ("He wrote in the Guardian that the flood was over.", [GUARDIAN], "He wrote that the flood was over."),
        # the outlet's reporters
        ("CNN's Maria Lopez reports that the talks failed.", ["CNN"], "The talks failed."),
        ("Guardian columnist Jane Smith wrote that the flood was over.", [GUARDIAN], "The flood was over."),
        # brackets
        ("Seven people were pulled from the water alive (BBC).", [BBC], "Seven people were pulled from the water alive."),
        ("No player has cost more (BBC, Bloomberg).", [BBC, "Bloomberg"], "No player has cost more."),
        ("The dam broke (Source: Reuters).", ["Reuters"], "The dam broke."),
        # read only with the outlet in it
        ("Reuters put the death toll at 12.", ["Reuters"], "Reuters put the death toll at 12."),
        ("Le Monde quoted the mayor as saying that she resigned.", ["Le Monde"], "Le Monde quoted the mayor as saying that she resigned."),
        # lists that go on with something else
        ("The bridge fell, according to Reuters and the World Health Organization.", ["Reuters"], "The bridge fell, according to the World Health Organization."),
        ("The bridge fell, according to the ministry and Reuters.", ["Reuters"], "The bridge fell, according to the ministry."),
        ("He resigned, according to AP; the BBC said that he stayed.", [AP, BBC], "He resigned; he stayed."),
        # outlets that nobody knows
        ("The bridge fell, according to the Mindanao Courier.", ["?Mindanao Courier"], "The bridge fell."),
        ("Harrowbeck Gazette reported that the bridge fell.", ["?Harrowbeck Gazette"], "The bridge fell."),
        ("Kalamazoo Daily Express reported that the bridge fell.", ["?Kalamazoo Daily Express"], "The bridge fell."),
        ("The bridge fell, according to Reuters and Kestrel.", ["Reuters", "?Kestrel"], "The bridge fell."),
        ("The bridge fell, according to Kestrel and Reuters.", ["?Kestrel", "Reuters"], "The bridge fell."),
        ("The bridge fell, according to harrowbecknews.com.", ["?harrowbecknews.com"], "The bridge fell."),
        ("\"It is over,\" he told the Harrowbeck Post.", ["?Harrowbeck Post"], "\"It is over,\" he said."),
    ],
)
def test_credit_in_the_sentence(sentence: str, credited: list[str], statement: str) -> None:
    _, spans, found = read(sentence)
    assert len(spans) == 1
    assert outlets(found.of(0)) == credited
    assert found.statement(0) == statement
    assert all(credit.basis is Basis.SENTENCE for credit in found.of(0))


@pytest.mark.parametrize(
    "sentence",
    [
        # outlets in the news, or beside it
        "Shares of the New York Times Company rose 4 percent.",
        "The New York Times reported a profit of $50 million.",
        "A former Guardian editor was arrested.",
        "The Guardian's owner sold the building.",
        "She was Time magazine's person of the year.",
        "Reuters staff were held for two hours.",
        "Journalists from Reuters and AP were detained.",
        "He bought a copy of Le Monde and read Reuters.",
        "He works for CNN and the BBC.",
        "CNN hosted the debate.",
        "She sued the Daily Mail.",
        "The Washington Post editorial board endorsed her.",
        "The study was published in Nature.",
        "The BBC has contacted the ministry for comment.",
        "Reuters could not verify the report.",
        "The ministry did not respond to a request from Reuters.",
        "Neither Reuters nor AP reported the result.",
        "The minister denied Le Monde's report that the port closed.",
        "He was told by the BBC to leave.",
        "Fortune put her on its cover.",
        # an outlet about itself
        "BBC said it would cut 500 jobs.",
        "The BBC said that it would cut 500 jobs.",
        "The Guardian said its editor would step down.",
        # common words and people
        "The Sun rose over the harbour at six.",
        "The sun rose, the time came, the independent won.",
        "Time will tell.",
        "Nature has reclaimed the site.",
        "Science says that vaccines work.",
        "People say that the bridge fell.",
        "The Hindu temple was damaged.",
        "Independent analysts predicted as much.",
        "Vicente Fox said the wall would never be built.",
        "Mayor Michael Bloomberg said that he was sure.",
        "Macron said that the summit would go on.",
        # abbreviations of something else
        "The People's Action Party (PAP) won the vote.",
        "The dam, the National Pipeline Regulator (NPR) said, broke.",
        # no outlets
        "The bridge fell, according to the ministry.",
        "The bridge fell, according to Maria Lopez.",
        "The bridge fell, according to NATO.",
        "The bridge fell, according to the International Energy Agency.",
        "The bridge fell, according to Royal Mail.",
        "The bridge fell, according to Press Secretary Karine Holm.",
        # inside a quotation
        "He said: \"According to Reuters and AP, I won.\"",
    ],
)
def test_mention_that_is_no_credit(sentence: str) -> None:
    _, _, found = read(sentence)
    assert found.of(0) == ()
    assert found.phrases(0) == ()
    assert found.statement(0) == sentence


@pytest.mark.parametrize(
    ("sentence", "credited"),
    [
        ("The bridge fell, according to Reuters and Poland.", ["Reuters"]),
        ("The bridge fell, according to Reuters and Amnesty International.", ["Reuters"]),
        ("Michael Bloomberg told Reuters that Bloomberg said no.", ["Reuters"]),
        ("The minister said, according to AP, that he never read the Guardian.", [AP]),
        ("According to Reuters, CNN hosted the debate.", ["Reuters"]),
        ("The New York Times said twelve died; the Times reported more later.", [NYT]),
    ],
)
def test_only_what_is_credited(sentence: str, credited: list[str]) -> None:
    assert outlets(read(sentence)[2].of(0)) == credited


S, P = Basis.SENTENCE, Basis.PARAGRAPH


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The flood killed 12. It destroyed 40 homes, according to AP.", [([AP], P), ([AP], S)]),
        ("The flood killed 12. It destroyed 40 homes, AP reported.", [([AP], P), ([AP], S)]),
        ("The flood killed 12. It destroyed 40 homes. (AP, DW)", [([AP, DW], P), ([AP, DW], P), ([AP, DW], S)]),
        ("The flood killed 12. \"We lost all,\" said Lena Abt, according to AP.", [([AP], P), ([AP], S)]),
        ("The flood is over. — AFP", [([AFP], P), ([AFP], S)]),
        ("It fell. It was old. It was closed, as reported by AP.", [([AP], P), ([AP], P), ([AP], S)]),
        # a sentence with its own credit keeps only that
        ("The flood killed 12, DW said. It destroyed 40 homes. The bill is high, according to the FT.", [([DW], S), ([FT], P), ([FT], S)]),
        # nothing is carried forward
        ("The flood killed 12, AP said. It destroyed 40 homes.", [([AP], S), ([], None)]),
        ("According to AP, the flood killed 12. It destroyed 40 homes.", [([AP], S), ([], None)]),
        # a credit that does not close the paragraph
        ("The flood killed 12. AP said that it destroyed 40 homes.", [([], None), ([AP], S)]),
        ("The flood killed 12. According to AP, it destroyed 40 homes.", [([], None), ([AP], S)]),
        ("The flood killed 12. It destroyed, AP said, 40 homes.", [([], None), ([AP], S)]),
        ("The flood killed 12. \"All is lost,\" Abt told AP.", [([], None), ([AP], S)]),
        # brackets inside a sentence's own full stop vouch for that sentence alone
        ("The flood killed 12. It destroyed 40 homes (AP, DW).", [([], None), ([AP, DW], S)]),
        # another paragraph
        ("The flood killed 12.\n\nIt destroyed 40 homes, according to AP.", [([], None), ([AP], S)]),
        # officials close nothing
        ("The flood killed 12. It destroyed 40 homes, officials said.", [([], None), ([], None)]),
    ],
)
def test_paragraph(text: str, wanted: list[tuple[list[str], Basis | None]]) -> None:
    _, spans, found = read(text)
    got = [(outlets(found.of(n)), next((c.basis for c in found.of(n)), None)) for n in range(len(spans))]
    assert got == wanted


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("LONDON (AP) — The port was closed on Monday.", [AP]),
        ("The port was closed.\n\nSources: AP, Reuters", [AP, "Reuters"]),
        ("The port was closed.\n\nAdditional reporting by AFP.", [AFP]),
        ("The port was closed.\n\nSource: the Mindanao Courier", ["?Mindanao Courier"]),
        ("The port was closed, according to AP.", []),
    ],
)
def test_credits_of_the_whole_story(text: str, header: list[str]) -> None:
    _, spans, found = read(text)
    assert outlets(found.header) == header
    assert all(credit.basis is Basis.HEADER for credit in found.header)
    assert all(credit.basis is not Basis.HEADER for n in range(len(spans)) for credit in found.of(n))


def test_header_line_has_its_place() -> None:
    text = "Credited from: LEMONDE\nThe port was closed."
    story, _, found = read(text, header_credits=("Le Monde", "Kestrel"), body=Span(23, len(text)))
    known, unknown = found.header
    assert (known.outlet, known.span.of(story.text), known.known) == ("Le Monde", "LEMONDE", True)
    assert (unknown.outlet, len(unknown.span), unknown.known) == ("Kestrel", 0, False)


def test_dateline_is_blanked() -> None:
    story, _, found = read("LONDON (AP) — The port was closed on Monday.")
    assert found.statement(0) == "The port was closed on Monday."
    assert [span.of(story.text) for span in found.phrases(0)] == ["LONDON (AP) — "]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("The dam broke, according to Reuters and AP.", [", according to Reuters and AP"]),
        ("AP said that most were women.", ["AP said that "]),
        ("The minister told the BBC that it broke.", [" the BBC"]),
        ("All parties, Politico reported, had agreed.", [", Politico reported,"]),
        ("Reuters put the toll at 12.", []),
    ],
)
def test_phrases_are_places_in_the_story(sentence: str, phrases: list[str]) -> None:
    before = "The port was closed.\n\n"
    story, _, found = read(before + sentence)
    assert [span.of(story.text) for span in found.phrases(1)] == phrases


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The bridge fell, experts say.", "experts say"),
        ("Officials said the bridge fell.", "Officials said"),
        ("Analysts warned that the bridge would fall.", "Analysts warned"),
        ("Critics argue that the bridge was old.", "Critics argue"),
        ("The bridge was old, senior government officials said.", "senior government officials said"),
        ("The bridge was old, union officials said.", "union officials said"),
        ("Investigators believe that the bridge was old.", "Investigators believe"),
        ("It is understood that the bridge was old.", "It is understood that"),
        ("The bridge was reportedly old.", "reportedly"),
        ("Some say the bridge was old.", "Some say"),
        ("Many believe the bridge was old.", "Many believe"),
        ("The bridge was old, according to a person familiar with the matter.", "according to a person familiar"),
        ("The bridge was old, according to analysts.", "according to analysts"),
        ("The bridge was old, according to local media.", "according to local media"),
        ("The bridge was old, as highlighted by various military expert discussions, according to Le Monde.", "as highlighted by various military expert discussions"),
        ("The bridge was old, indicated experts, as per AP.", "indicated experts"),
    ],
)
def test_vague_source(sentence: str, source: str) -> None:
    story, _, found = read(sentence)
    assert [(v.source, v.span.of(story.text)) for v in found.vague(0)] == [(source, source)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Health ministry officials said the bridge fell.",
        "The coast guard said the bridge fell.",
        "Police said the bridge fell.",
        "Experts at the University of Skarvik said the bridge was old.",
        "The bridge fell, according to experts at the University of Skarvik.",
        "Officials have linked 22 cases to the wedding.",
        "The commission will send a team of experts to the site.",
        "Officials said the bridge fell, Reuters reported.",
        "Officials told Reuters that the bridge fell.",
        "\"Experts say many things,\" Halvorsen said.",
        "Halvorsen, who leads the critics, was sure.",
    ],
)
def test_source_that_is_not_vague(sentence: str) -> None:
    assert read(sentence)[2].vague(0) == ()


def test_covered_sentence_is_not_vague() -> None:
    _, _, found = read("Officials said the bridge fell. It was old, according to AP.")
    assert found.vague(0) == ()


def test_short_form_means_the_outlet_named_before() -> None:
    _, _, found = read("The New York Times said twelve died. Later, the Times reported that it was raining.")
    assert outlets(found.of(1)) == [NYT]


def test_short_form_alone_is_the_outlet_of_that_name() -> None:
    _, _, found = read("Later, the Times reported that it was raining.")
    assert outlets(found.of(0)) == ["The Times"]
