"""Are these the words, and did this person say them?"""

from __future__ import annotations

import pytest

from checker.comparers.quote_matching import Outcome, best_match
from checker.comparers.quote_search import article
from checker.comparers.quotes import compare, spoken
from checker.comparers.side import Side

ARTICLE = "\n".join(
    [
        "Toll on the Aldra bridge to double",
        'The toll on the Aldra bridge will double in May, the council decided on Tuesday. "Nobody likes to pay for '
        'what was free, and we will hear about it at the polls," said Mayor Ines Halvorsen, who voted for it.',
        'Opposition leader Piet Maas was the first to speak against it. "It is a tax on people who have no other '
        'road," he said. "We\'ll take it to court -- and [the council] will lose."',
        '"We asked for repairs," said ferry captain Ona Brandt, "and they sent us a bill." Halvorsen '
        'has called the protest "understandable, but late". '
        'The hauliers\' spokesman, Bo Thapa, said members would "pay 20 per cent more".',
        "The sign on the bridge reads: no lorries over twelve tons after dark.",
    ]
)


def signal(claim: str, document: str = ARTICLE):  # type: ignore[no-untyped-def]
    return compare(Side(claim), Side("", 0, None, "", document))


@pytest.mark.parametrize(
    "claim",
    [
        '"Nobody likes to pay for what was free, and we will hear about it at the polls," Ines Halvorsen said.',
        '"nobody likes to pay for what was free", Halvorsen said.',  # a part, another case
        "Halvorsen said: ‘Nobody likes to pay for what was free — and we will hear about it at the polls.’",
        '"Nobody likes to pay ... and we will hear about it at the polls," said Halvorsen.',
        '"Nobody likes to pay for [it] … we will hear about it at the polls," the mayor said.',
        'Maas called it "a tax on people who have no other road".',
        '"We\'ll take it to court and the council will lose," Piet Maas said.',
        '"We asked for repairs and they sent us a bill," said Ona Brandt.',  # broken over its attribution there
        '"We asked for repairs," said Brandt, "and they sent us a bill."',
        'Halvorsen called the protest "understandable, but late".',
        'Thapa said they would "pay 20% more" in May.',
        'The sign says "no lorries over 12 tons after dark".',  # outside quote marks
        'A captain said: "We asked for repairs."',  # a role may be anybody
        '"It is a tax on people who have no other road," said Mr. Maas.',
    ],
)
def test_exact(claim: str) -> None:
    found = signal(claim)
    assert (found.rule, found.conflicting, found.absent) == (None, 0, 0)
    assert found.matched >= 1
    assert all(not mark.conflict for mark in found.marks)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            '"Everybody likes to pay for what was free," said Ines Halvorsen.',
            "“Everybody” where the article has “Nobody”",
        ),
        ('"Nobody likes to pay for what was free, and we will win at the polls," said Halvorsen.', "“win”"),
        ('"It is a tax on people who have another road," Piet Maas said.', "“another”"),
        ('"It is not a tax on people who have no other road," Maas said.', "“not” is not in the article's quotation"),
        ('"It is a tax on people who have no road," Maas said.', "“other” is left out"),
        ('"We asked for repairs and they sent us home," said Ona Brandt.', "“home”"),
        ('"It may be a tax on people who have no other road," a critic said.', "“may be” where the article has “is”"),
        ('Halvorsen called the protest "late, but understandable".', "“late but understandable”"),
        ('Halvorsen called the protest "understandable and illegal".', "illegal"),
        ('Halvorsen said it was "understandable and late".', "“and” where the article has “but”"),
        ('Halvorsen said it was "regrettable, but late".', "“regrettable” where the article has “understandable”"),
    ],
)
def test_altered(claim: str, told: str) -> None:
    found = signal(claim)
    assert found.rule == "quote-altered"
    assert (found.conflicting, found.matched) == (1, 0)
    assert told in found.message
    assert any(mark.conflict for mark in found.marks)


@pytest.mark.parametrize(
    "claim",
    [
        '"We have no money for a second bridge," said Ines Halvorsen.',
        '"We will hear nothing more of the ferries," said Ines Halvorsen.',  # another thing she may have said
        'Piet Maas called the vote "a farce and a shame".',
        '"We asked for a bench," said Carla Mift.',
        '"It is a tax on milk," said Carla Mift.',
    ],
)
def test_another_quotation_is_absent_not_altered(claim: str) -> None:
    found = signal(claim)
    assert (found.rule, found.absent, found.conflicting) == ("quote-not-found", 1, 0)
    assert found.marks == ()


@pytest.mark.parametrize(
    ("claim", "real"),
    [
        ('"Nobody likes to pay for what was free," said opposition leader Piet Maas.', "Ines Halvorsen"),
        ('"It is a tax on people who have no other road," Ona Brandt told the council.', "Piet Maas"),
        ('Ines Halvorsen said: "They sent us a bill."', "Ona Brandt"),
    ],
)
def test_misattributed(claim: str, real: str) -> None:
    found = signal(claim)
    assert found.rule == "quote-misattributed"
    assert f"is said by {real} in the article" in found.message
    assert [mark.note for mark in found.marks if mark.conflict and real in mark.note]


@pytest.mark.parametrize(
    ("claim", "document"),
    [
        # who stands behind the speaker speaks no more
        (
            '"We go on as before," said chief executive Ona Brandt.',
            '"We go on as before," said the yard director, Piet Lund, bowing beside the chief executive, Ona Brandt. Ms Brandt left.',
        ),
        # named in the sentence before, by what she is
        ('"We go on as before," said Ona Brandt.', 'It was led by Ona Brandt, a deputy mayor. "We go on as before," Lund said. Piet Lund left.'),
        # whom an outlet quotes
        ('The Herald quoted Ona Brandt, who leads the port, as saying: "We go on as before."', '"We go on as before," said Piet Lund.'),
        ('"We go on as before," Ona Brandt, a teacher, was quoted as saying.', '"We go on as before," said Piet Lund.'),
        # names of one word, names that begin with a small letter, names in full whose something it is
        ('"We go on as before," Sariani said.', 'Sariani, a 51-year-old teacher, wept. "We go on as before," said Piet Lund.'),
        ('"We go on as before," said Ona Brandt.', 'Piet al-Lundi spoke. "We go on as before," al-Lundi told them.'),
        ('"We go on as before," Brandt said.', 'It was the end of Ona Brandt\'s reign. Rain fell. Nobody stirred. "We go on as before," said Piet Lund.'),
        # he and she
        ('"We go on as before," she said.', '"We go on as before," Mr Lund said.'),
        ('"We go on as before," he said.', 'Ona Brandt was there. "We go on as before," she said.'),
    ],
)
def test_the_other_speaker_is_read_from_what_the_article_says_around(claim: str, document: str) -> None:
    assert signal(claim, document).rule == "quote-misattributed"


@pytest.mark.parametrize(
    ("claim", "document"),
    [
        ('"We go on as before," said Ona Brandt.', '"We go on as before," said Piet Lund and Ona Brandt, the mayor.'),
        ('"We go on as before," she said.', '"We go on as before," said Ona Brandt.'),
        ('"We go on as before," he said.', '"We go on as before," Mr Lund said.'),
        ('"We go on as before," they said.', 'Piet Lund was there. "We go on as before," he said.'),
        ('"Never again," she said.', '"Never again," Mr Lund said.'),
        ('"We go on," said Holm.', '"We go on," said Maria Holm.'),
        ('"We go on," said Hélène Castell.', '"We go on," said Helene Castell.'),
        ('"We go on as before," said the minister.', '"We go on as before," said Maria Holm, the minister.'),
        ('"We go on as before," said Maria Holm.', '"We go on as before," the ministry said.'),
        (
            '"We go on as before," said Maria Holm.',
            '"We go on as before," said Lund. "We go on as before," said Maria Holm.',
        ),
        ('"We go on as before," said Maria Holm.', 'Piet Lund spoke for Maria Holm. "We go on as before," he said.'),
        ('Vossberg said: "We go on as before."', '"We go on as before," said Jan Lund, who speaks for Vossberg.'),
        ('Piet Lund, quoting Maria Holm, said: "We go on as before."', '"We go on as before," said Maria Holm.'),
        ('"Never again," said Maria Holm.', '"Never again," said Piet Lund.'),  # anybody's
        ('"We go on as before," said Ivo Zelensky.', '"We go on as before," said President Zelenskyy.'),
        ('"We go on as before," said Xi.', '"We go on as before," said Xi Minghai.'),
    ],
)
def test_who_may_be_the_same_is_no_conflict(claim: str, document: str) -> None:
    found = signal(claim, document)
    assert (found.rule, found.matched) == (None, 1)


def test_one_word_of_a_longer_quotation_is_nobodys_own() -> None:
    assert signal('Piet Maas called the mayor "free".').conflicting == 0


def test_altered_and_misattributed_tells_both() -> None:
    found = signal('"It is a fine on people who have no other road," said Ines Halvorsen.')
    assert found.rule == "quote-altered"
    assert "“fine”" in found.message and "is said by Piet Maas" in found.message


@pytest.mark.parametrize(
    ("claim", "document"),
    [
        ('"It is a good day for us," said Maria Holm.', '"It\'s a good day for us," said Maria Holm.'),
        ('"The council lost its nerve," said Maria Holm.', '"That council lost its nerve," said Maria Holm.'),
        ('"The colour of the harbour," Holm said.', '"The color of the harbor," Holm said.'),
        ('"We met Lang in private last week," Holm said.', '"We met Mr Lang in private last week," said Maria Holm.'),
        ('"I mean, we were lucky to get out," Holm said.', '"I mean, we were, you know, lucky to get out," Holm said.'),
        # a translation has other words in every paper
        ('"The water has taken everything from us," said Holm.', '"The water took everything from us," Holm said in Spanish.'),
        (
            '"The water has taken everything from us," said Holm in remarks translated from Finnish.',
            '"The water took everything from us," Holm said.',
        ),
    ],
)
def test_house_style_and_contractions_do_not_alarm(claim: str, document: str) -> None:
    assert signal(claim, document).conflicting == 0


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("The judgement was sceptical and the ageing labourers practise", "The judgment was skeptical and the aging laborers practice"),
        ("We were travelling a metre from the mouldy centre", "We were traveling a meter from the moldy center"),
        ("We have 25 boats, 300 men and 250 sacks", "We have twenty-five boats, three hundred men and two hundred and fifty sacks"),
        ("Some 2,000 came, 100 by boat", "Some two thousand came, a hundred by boat"),
        ("This is the 2nd strike of the 21st century", "This is the second strike of the twenty-first century"),
        ("It cost $5 million and £40 a night", "It cost five million dollars and 40 pounds a night"),
        ("The wave was 12ft high at 5 p.m., the wind 90mph", "The wave was 12 feet high at 5pm, the wind 90 mph"),
        ("We met on 4 May and on May 9th", "We met on May 4 and on 9 May"),
        ("Health care and e-mail need co-operation", "Healthcare and email need cooperation"),
        ("The café owner never paid", "The cafe owner never paid"),
        ("It is a very, very bad day", "It is a very bad day"),
        ("It is a f***ing disgrace to us", "It is a fucking disgrace to us"),
        ("I told him (the mayor) that it would fail", "I told him that it would fail"),
        ("[The mayor] want[ed] to keep the ferry and [would] pay", "They want to keep the ferry and will pay"),
        ("The bridge … will never carry a lorry", "The bridge, which nobody liked, will never carry a lorry"),
    ],
)
def test_one_quotation_in_two_styles(mine: str, theirs: str) -> None:
    for claimed, said in ((mine, theirs), (theirs, mine)) if "[" not in mine and "…" not in mine else ((mine, theirs),):
        found = signal(f'"{claimed}," Holm said.', f'"{said}," said Maria Holm.')
        assert (found.rule, found.matched) == (None, 1), found.message


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        ("nobody could have foreseen this", "Somebody should have foreseen this", "“nobody could” where the article has “Somebody should”"),
        ("We heard nothing until the alarm company rang", "We heard nothing until the police knocked on my door", "“alarm company rang” where"),
        ("I … took the money", "I never took the money", "“never” is left out"),
        ("The mayor [did] approve the plan", "The mayor did not approve the plan", "“did not” is left out"),
        ("We lost 40 boats that night", "We lost fourteen boats that night", "“40” where the article has “fourteen”"),
        ("It cost $5 billion to build the wall", "It cost five million dollars to build the wall", "“billion”"),
        ("It costs $40 a night at the inn", "It costs £40 a night at the inn", "“$” where the article has “£”"),
        ("This is the 3rd strike in a year", "This is the first strike in a year", "“3rd” where the article has “first”"),
    ],
)
def test_style_hides_no_change(mine: str, theirs: str, told: str) -> None:
    found = signal(f'"{mine}," Holm said.', f'"{theirs}," said Maria Holm.')
    assert found.rule == "quote-altered" and told in found.message


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("We will rebuild the school before winter", "We will rebuild the bridge in the spring, and then the road"),
        ("This is a great day for our country", "This is a sad day for our town and for the families"),
        ("I think it is going to be a long night", "I think it is going to rain"),
        ("a victory for common sense", "a victory for the rule of law"),
    ],
)
def test_a_turn_of_speech_in_common_is_another_quotation(mine: str, theirs: str) -> None:
    found = signal(f'Holm said: "{mine}."', f'Maria Holm said: "{theirs}."')
    assert (found.rule, found.conflicting) == ("quote-not-found", 0)


def test_a_translation_still_keeps_its_negation() -> None:
    found = signal('"The water took everything from us," Holm said.', '"The water never took everything from us," Holm said in Spanish.')
    assert found.rule == "quote-altered"


def test_the_parts_of_a_broken_quotation_are_read_together() -> None:
    found = signal('"The tide turned," Holm said, "and so did the lawyers."', 'Holm said: "The tide turned and so did the voters."')
    assert (found.rule, found.matched, found.conflicting) == ("quote-altered", 1, 1)
    assert "“lawyers” where the article has “voters”" in found.message


HOLDING_OUT = 'Marco Zidarich leads the dockers. "We can hold out until Easter if we must," he said. His rival Ada Lenz said: "Not until he must."'


@pytest.mark.parametrize(("claim", "rule"), [
    ('Zidarich said they would hold out "until Christmas if we must".', "quote-altered"),
    ('Lenz said they would hold out "until Christmas if we must".', "quote-not-found"),  # another speaker
    ('Zidarich said they would hold out "until they come if we must".', "quote-not-found"),  # more than a word
    ('Zidarich said they would stay "until Christmas if he can".', "quote-not-found"),  # more than one place
    ('Zidarich said they would hold out "until Easter if we must".', None),
])
def test_the_one_word_of_content_exchanged(claim: str, rule: str | None) -> None:
    assert signal(claim, HOLDING_OUT).rule == rule


def test_scare_quotes_are_not_looked_for() -> None:
    assert signal('The "reform" took the "Aldra" by surprise.').total == 0
    assert signal("There is no quotation here.").total == 0


def test_marks_count_from_the_start_of_story_and_document() -> None:
    claim = '"Everybody likes to pay for what was free," said Ines Halvorsen.'
    story = "A first sentence. " + claim
    found = compare(Side(claim, base=story.index(claim)), Side("", 0, None, "", ARTICLE))
    (mark,) = found.marks
    assert mark.claim is not None and mark.claim.of(story) == "Everybody"
    assert mark.passage is not None and mark.passage.of(ARTICLE) == "Nobody"


def test_without_a_document_the_passage_is_searched() -> None:
    passage = '"It is a tax on people who have no other road," said Piet Maas.'
    found = compare(Side('Maas called it "a tax on people who have no other road".'), Side(passage, base=100))
    assert found.matched == 1
    (mark,) = found.marks
    assert mark.passage is not None and mark.passage.start == 100 + passage.index("a tax")


def test_best_match_names_the_outcome() -> None:
    claim = '"We asked for repairs," said Ona Brandt.'
    (quotation,) = spoken(claim)
    assert best_match(quotation, claim, article(ARTICLE)).outcome is Outcome.EXACT
    assert best_match(quotation, claim, article("Nothing.")).outcome is Outcome.ABSENT
