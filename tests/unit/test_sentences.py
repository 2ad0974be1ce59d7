"""Paragraphs and sentences: where they end, and where only an abbreviation, a quotation or a line does."""

from __future__ import annotations

import pytest

from checker.text.sentences import LONGEST_WHOLE_QUOTE, paragraphs, sentences, split
from checker.types import Span
from tests.factories import make_document

# "|" stands where a sentence ends and the next begins.
CASES = [
    "The bridge closed. | Nobody was hurt.",
    "Is it over? | It is! | Good.",
    "He met U.S. President Ada Holm on Friday.",
    "He left the U.S. | The minister stayed.",
    "She moved to the U.K. in May. | He did not.",
    "The U.N. Security Council met.",
    "The case went to the U.S. | However, nobody noticed.",
    "Mr. Orme met Dr. Vane and Gen. Lusk. | They talked.",
    "Sen. Ida Moss and Gov. Ray Tully, R-Ohio, agreed.",
    "On Jan. 5 the court sat. | It rose on Feb. 9.",
    "It happened in Jan. | The court sat later.",
    "No. 3 Company won. | No. | That is not so.",
    "They saw No. 4 burn.",
    "They live in St. Petersburg. | It rained.",
    "He lives on Elm St. | The house is green.",
    "They met at 5 p.m. Monday in Oslo.",
    "They met at 5 p.m. | Nobody came.",
    "They met at 9:52 a.m. | Northline's notes fell.",
    "Trading ended at 4 p.m. EST on Friday.",
    "Acme Inc. said it lost money. | Its rival won.",
    "He works for Acme Corp. | The firm is old.",
    "It was Oslo vs. Bergen.",
    "Some fruit, e.g. Danish apples, fell. | Others did not.",
    "They sold apples, pears, etc. | Then they left.",
    "J. K. Smith won. | A. B. Moe lost.",
    "He read Plan B. | The rest was lost.",
    "Martin Lund Jr. spoke. | He was brief.",
    "Prices rose 3.5 percent. | Wages rose 2.",
    "It cost $1.2 million. | 40 people paid.",
    "Visit example.org. | It is free.",
    "She paused... | Then she spoke.",
    "He said it would … take time.",
    "They came … | The rest fled.",
    '"It is over." | She left.',
    "“It is over.” | She left.",
    '"It is over," said Lund. | He left.',
    '"It is over. We lost. Go home," said Gen. J. K. Moe on Friday. | He left.',
    'He said: "It is over. We lost." | Then he left.',
    '"Is it over?" he asked. | Nobody spoke.',
    '"Is it over?" Halvorsen asked. | Nobody spoke.',
    '"Is it over?" Mayor Ines Halvorsen asked the crowd.',
    '"Is it over?" | The crowd was silent.',
    '"What a day!" she said. | It rained.',
    "'We lost. They won,' she said. | She wept.",
    "The players' union won. | The owners' did not.",
    "« C'est fini. Partons. » | Il est parti.",
    '"It is over. | We lost, he said. | He left.',
    "(He did not say why.) | She did.",
    "The vote (it was close. Very close) ended. | They left.",
    "He works at Yahoo! Finance now.",
    "The dam broke.[3] | The town fled.",
    "The iPhone sold well. | iPads did not.",
    "彼は言った。 | 終わりだ。",
    "Why now?! | Because.",
    "He was 7 ft. 2 in. tall.",
    "Sales fell in Calif. and Ore. | They rose in Wash. | The rest is unknown.",
    "A headline without a stop",
]


@pytest.mark.parametrize("marked", CASES)
def test_split(marked: str) -> None:
    expected = marked.split(" | ")
    text = " ".join(expected)
    assert [span.of(text) for span in split(text)] == expected


def test_a_sentence_glued_to_the_one_before_is_its_own() -> None:
    text = "It rained.The river rose in Node.Js and at example.org."
    assert [span.of(text) for span in split(text)] == ["It rained.", "The river rose in Node.Js and at example.org."]


def test_the_number_of_a_list_item_is_no_sentence() -> None:
    text = "1. The bridge is closed. It will open in May."
    assert [span.of(text) for span in split(text)] == ["The bridge is closed.", "It will open in May."]


def test_a_long_quotation_is_split() -> None:
    said = "We lost a good deal of money in the spring. "
    text = '"' + said * (LONGEST_WHOLE_QUOTE // len(said) + 1) + 'It is gone," he said.'
    assert len(split(text)) > 5
    short = '"' + said * 3 + 'It is gone," he said.'
    assert len(split(short)) == 1


def test_items_of_a_list_are_sentences() -> None:
    text = "The plan:\n- cut the tax\n- raise the toll\n• close the bridge"
    assert [span.of(text) for span in split(text)] == ["The plan:", "cut the tax", "raise the toll", "close the bridge"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
        ("  One.  \n\n\n Two. ", ["One.", "Two."]),
        ("", []),
        ("\n \n", []),
        (
            "The bridge over the Aldra was closed to all traffic on Friday\nafter engineers had found cracks in two "
            "of its piers.\n\nIt will stay closed until the summer, the city said, and nobody\nknows what comes then.",
            [
                "The bridge over the Aldra was closed to all traffic on Friday\nafter engineers had found cracks in "
                "two of its piers.",
                "It will stay closed until the summer, the city said, and nobody\nknows what comes then.",
            ],
        ),
        (
            "A short headline\nThe bridge was closed on Friday.\n\nIt reopens in May.\nNobody knows why.",
            [
                "A short headline",
                "The bridge was closed on Friday.",
                "It reopens in May.",
                "Nobody knows why.",
            ],
        ),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    document = make_document(text, body=Span(0, len(text)))
    assert [span.of(text) for span in paragraphs(document)] == expected


def test_hard_wrapped_lines_do_not_end_sentences() -> None:
    text = (
        "The bridge over the Aldra was closed to all traffic on Friday\nafter engineers had found cracks. "
        "It is old.\n\n"
        "It will stay closed until the summer, the city said, and nobody\nknows what comes then."
    )
    assert [text[s.span.start : s.span.end].count("\n") for s in sentences(make_document(text))] == [1, 0, 1]


def test_sentences_keep_to_the_body_and_count_paragraphs() -> None:
    text = "Credited from: AP\nHeadline\nOne. Two.\n\nThree."
    document = make_document(text, body=Span(text.index("One"), len(text)))
    found = sentences(document)
    assert [s.span.of(text) for s in found] == ["One.", "Two.", "Three."]
    assert [s.paragraph for s in found] == [0, 0, 1]


def test_markup_is_read_from_the_plain_text() -> None:
    text = "**One.** Two."
    document = make_document(text, plain="  One.   Two.", body=Span(0, len(text)))
    assert [s.span.of(document.plain) for s in sentences(document)] == ["One.", "Two."]
