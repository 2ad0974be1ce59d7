"""Words with their places, and stems that bring the forms of one word together and keep other words apart."""

from __future__ import annotations

import pytest

from checker.text.words import STOP_WORDS, content_stems, stem, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry capsized.", ["The", "ferry", "capsized"]),
        ("It isn't O'Brien’s", ["It", "isn't", "O'Brien’s"]),
        ("a roll-on roll-off ship", ["a", "roll-on", "roll-off", "ship"]),
        ("1,300 homes, 3.5 percent", ["1,300", "homes", "3.5", "percent"]),
        ("at 10:30, in 2026.", ["at", "10:30", "in", "2026"]),
        ("the U.S. at 5 p.m. today", ["the", "U.S.", "at", "5", "p.m.", "today"]),
        ("a 41-year-old and the 19th", ["a", "41-year-old", "and", "the", "19th"]),
        ("— “Yes,” he said…", ["Yes", "he", "said"]),
        ("'quoted'", ["quoted"]),
        ("Cafe\u0301 Zürich", ["Cafe\u0301", "Zürich"]),
        ("首相は", ["首", "相", "は"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    found = tokens(text)
    assert [token.text for token in found] == words
    assert all(token.span.of(text) == token.text for token in found)


def test_lower_levels_apostrophes_and_case() -> None:
    assert [token.lower for token in tokens("Don’t STOP")] == ["don't", "stop"]


@pytest.mark.parametrize(
    "forms",
    [
        "capsize capsizes capsized capsizing",
        "minister ministers minister's minister’s ministers'",
        "say says said saying",
        "rise rises rose risen rising",
        "fall fell fallen falling",
        "go goes went gone going",
        "win won winning wins",
        "lose lost loses losing",
        "pay paid pays paying",
        "hold held holds holding",
        "take took taken taking",
        "give gave given giving",
        "leave left leaving leaves",
        "break broke broken breaking",
        "cut cuts cutting",
        "hit hits hitting",
        "stop stopped stopping stops",
        "call called calling calls",
        "cancel cancelled canceled cancelling",
        "country countries",
        "supply supplied supplies supplying",
        "agree agreed agrees agreeing",
        "die died dies dying",
        "house houses",
        "bus buses",
        "pass passed passes passing",
        "use used uses using",
        "need needed needs",
        "succeed succeeded succeeding",
        "crisis crises",
        "woman women woman's",
        "child children",
        "slow slowed slows",
        "quick quickly",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("even", "evening"),
        ("new", "news"),
        ("resign", "resignation"),
        ("minister", "ministry"),
        ("union", "united"),
        ("sup", "supply"),
        ("port", "report"),
        ("rise", "raise"),
        ("lie", "lay"),
        ("12", "120"),
        ("1,300", "1,200"),
        ("speed", "spend"),
        ("war", "warn"),
        ("thing", "the"),
        ("best", "beast"),
    ],
)
def test_other_words_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["1,300", "u.s.", "3.5m", "2026"])
def test_numbers_and_abbreviations_stay(word: str) -> None:
    assert stem(word) == word


def test_content_stems_leave_out_stop_words() -> None:
    assert content_stems("The ferries of the company were sinking") == {stem("ferry"), stem("company"), stem("sink")}


def test_stop_words_are_no_words_of_news() -> None:
    assert {"the", "of", "don't"} <= STOP_WORDS
    assert not {"minister", "said", "million", "new", "killed"} & STOP_WORDS
