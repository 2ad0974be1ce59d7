"""Are these the words, and did this person say them?"""

from __future__ import annotations

import pytest

from checker.comparers.quote_search import article
from checker.comparers.quotes import Outcome, best_match, compare, spoken
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
    ],
)
def test_house_style_and_contractions_do_not_alarm(claim: str, document: str) -> None:
    assert signal(claim, document).conflicting == 0


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
