"""Quotations, their speakers, and quote marks that quote nobody."""

from __future__ import annotations

import pytest

from checker.text.quotes import quotations


def words(text: str) -> list[str]:
    return [quotation.words for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We lost the harbour," she said.', ["We lost the harbour,"]),
        ("“We lost the harbour,” she said.", ["We lost the harbour,"]),
        ("‘We lost the workers’ vote,’ she said.", ["We lost the workers’ vote,"]),
        ("'We lost the workers' vote,' she said.", ["We lost the workers' vote,"]),
        ("He called it 'a mess' and 'a joke'.", ["a mess", "a joke"]),
        ("„Das Spiel ist aus“, sagte er.", ["Das Spiel ist aus"]),
        ("« C'est fini », dit-il.", ["C'est fini"]),
        ("»Det er slut«, sagde han.", ["Det er slut"]),
        ("”Det är slut”, sade hon.", ["Det är slut"]),
        ("彼は「もう終わりだ」と言った。", ["もう終わりだ"]),
        ("``We lost it all,'' she said.", ["We lost it all,"]),
        ("\"They told me 'go home' and I went,\" he said.", ["They told me 'go home' and I went,", "go home"]),
        ('("We lost the harbour.")', ["We lost the harbour."]),
        # apostrophes, inches, years, plurals
        ("O'Brien's dog isn't the players' pet; it's from the '90s.", []),
        ("'Tis the season, and rock 'n' roll is dead", []),
        ('A 19" screen and a 6\'2" man.', []),
        ("the boys’ and the girls’ teams don’t agree", []),
        # several paragraphs
        ('"We lost.\n\n"We went home.\n\n"We wept," she said.', ["We lost. We went home. We wept,"]),
        # never closed
        ('"We lost the harbour, he said.\nNobody knew why.', ["We lost the harbour, he said."]),
        ('"We lost, he said. "We went home," she said.', ["We lost, he said.", "We went home,"]),
        ('"', []),
        ('""', []),
        ("「\n「\n「", []),
        ('"\n"\n"', []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_spans_hold_marks_and_words() -> None:
    text = "Holm said “ we go on ”."
    (quotation,) = quotations(text)
    assert quotation.span.of(text) == "“ we go on ”"
    assert quotation.inner.of(text) == "we go on"
    assert quotation.speaker_span is not None and quotation.speaker_span.of(text) == "Holm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # before
        ('Maria Holm said: "We will not give way."', "Maria Holm"),
        ('Maria Holm told reporters that the talks were "a waste of a good week".', "Maria Holm"),
        ('Maria Holm has called it "a waste of a good week".', "Maria Holm"),
        ('French President Émile Garance said, "We will not give way."', "Émile Garance"),
        ('Foreign ministry spokeswoman Ona Brandt later added: "We will not give way."', "Ona Brandt"),
        ('The minister, Ona Brandt, called the protest "a waste of a good week".', "Ona Brandt"),
        ('Ona Brandt, who leads the Greens, said the plan was "a waste of a good week".', "Ona Brandt"),
        ('Ona Brandt, the mayor, was calm, saying that "nobody needs to leave home".', "Ona Brandt"),
        ('NATO chief Piet Maas has countered this by stating, "It is not for them to decide."', "Piet Maas"),
        ('The plan, as noted by Garance during the talks, asserting that "we are ready for it", failed.', "Garance"),
        ('Fr Karm Bugeja of Eastmere said that he "rather enjoyed every day of it".', "Karm Bugeja"),
        ('Standing beside her, FBI Special Agent in Charge Moss Tate said: "We go where it leads."', "Moss Tate"),
        ('Piet Maas: "We will not give way."', "Piet Maas"),
        # after
        ('"We will not give way," said Maria Holm.', "Maria Holm"),
        ('"We will not give way," Maria Holm said on Friday.', "Maria Holm"),
        ('"We will not give way," says Dr. Maria Holm, the chief engineer.', "Maria Holm"),
        ('"We will not give way," the minister, Ona Brandt, said.', "Ona Brandt"),
        ('"We will not give way," said the town\'s mayor, Ona Brandt.', "Ona Brandt"),
        ('"We will not give way," said Union leader Ona Brandt.', "Ona Brandt"),
        ('"We will not give way," wrote Kadhim al-Mayahi, who owns the shop.', "Kadhim al-Mayahi"),
        ('"We will not give way," said J. K. Moe, a pilot.', "J. K. Moe"),
        ('"Will we give way?" Mayor Ines Lund asked.', "Ines Lund"),
        ('"We will not give way," said Ursula van der Meij at the gate.', "Ursula van der Meij"),
        ('The plan was called "a waste of a good week" by Ona Brandt.', "Ona Brandt"),
        ('"We will not give way," according to its chairman, Bo Thapa.', "Bo Thapa"),
        # pronouns and what goes on
        ('Ona Brandt said nothing at first. "We will not give way," she said later.', "Ona Brandt"),
        ('Mayor Ona Brandt met Oslo\'s council. "We will not give way," she said.', "Ona Brandt"),
        ('Lin Wei, 37, was there. "We will not give way," she said.', "Lin Wei"),
        # roles, if there is no name
        ('"We will not give way," the ministry said.', "the ministry"),
        ('"We will not give way," said a spokesman for Vossberg AG.', "a spokesman for Vossberg AG"),
        ('"We will not give way," one union official said.', "one union official"),
        ('"We will not give way," the ally said.', "the ally"),
        # nobody, or an outlet
        ('The sign read "We will not give way to anybody".', None),
        ('Maria Holm felt "betrayed and sold like an old net" by Piet Maas.', None),
        ('"We will not give way to anybody," according to Le Monde.', None),
        ('"We will not give way to anybody," Reuters reported.', None),
        ('"We will not give way to anybody," she said.', None),
    ],
)
def test_speaker(text: str, speaker: str | None) -> None:
    quotation = quotations(text)[0]
    assert quotation.speaker == speaker
    if quotation.speaker_span is not None:
        assert quotation.speaker_span.of(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        '"We lost," said Ona Brandt, "but we will go on with it."',
        '"We lost," Ona Brandt said, "but we will go on with it."',
        '"We lost," Ona Brandt said. "But we will go on with it."',
        'Ona Brandt said it was "a waste of a week" and "a joke nobody laughed at".',
        '"We lost," said Ona Brandt at the gate. She pointed at the road. "But we will go on with it."',
    ],
)
def test_a_speaker_goes_on(text: str) -> None:
    assert [quotation.speaker for quotation in quotations(text)] == ["Ona Brandt", "Ona Brandt"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"We lost," said Ona Brandt. "We won," said Piet Maas.', ["Ona Brandt", "Piet Maas"]),
        ('Brandt called it "a waste of time," and Maas said it was "a joke on us all".', ["Brandt", "Maas"]),
        ('"We lost," said Ona Brandt.\nThe sign said nothing. "We won it all again."', ["Ona Brandt", None]),
    ],
)
def test_two_speakers_keep_apart(text: str, speakers: list[str | None]) -> None:
    assert [quotation.speaker for quotation in quotations(text)] == speakers


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ('The so-called "reform" took a year.', True),
        ('They fear a "coalition of the willing" of 30 nations.', True),
        ('The film "The Long Night of Oslo" opens today.', True),
        ('Her book, "Night Trains", said little of Oslo.', True),
        ('In an essay titled "Why I left the island for good", Holm said so.', True),
        ('He felt "heartbroken" by the vote.', True),
        ('He was "disappointed", he said.', False),
        ('Holm said that he was "disappointed" in them.', False),
        ('Holm called the gap between the list and the number of people on board "deeply troubling".', False),
        ('"Never," said Holm.', False),
        ('The note read "we are not going to come back tonight".', False),
    ],
)
def test_scare(text: str, scare: bool) -> None:
    assert [quotation.scare for quotation in quotations(text)] == [scare]
