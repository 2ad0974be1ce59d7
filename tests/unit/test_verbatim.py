"""When a sentence of the coverage says a claim in the same words."""

from __future__ import annotations

import pytest

from checker.decide.features import stands_in, word_for_word

CLAIM = "The ferry sank off Bergen on Monday."


@pytest.mark.parametrize(("text", "expected"), [
    ("The ferry sank off Bergen on Monday.", True),
    ("It was raining. The ferry sank off Bergen on Monday, police said. Nobody was hurt.", True),
    ("“The ferry sank off Bergen on Monday,” said the mayor.", True),
    ("The ferry sank off Stavanger on Monday.", False),
    ("The company denied that the ferry sank off Bergen on Monday.", False),
    ("It is not true that the ferry sank off Bergen on Monday.", False),
    ("The ferry sank. Off Bergen on Monday, the sea was calm.", False),
    ("", False),
    ("Asked by a reporter on the quay what she would do if it turned out that the ferry sank off Bergen on Monday because its owners had "
     "known about the doors for years, the minister turned and left.", False),
])
def test_stands_in(text: str, expected: bool) -> None:
    assert stands_in(CLAIM, text) is expected


def test_an_empty_claim_stands_nowhere() -> None:
    assert not stands_in("", CLAIM)


@pytest.mark.parametrize(("part", "text", "found"), [
    ("The ferry sank off Bergen on Monday", "Fourteen people died when the ferry sank off Bergen on Monday, police said.", True),
    ("The ferry sank off Bergen on Monday", "Police denied that the ferry sank off Bergen on Monday.", False),
    ("The ferry sank off Bergen on Monday", "The ferry sank off Oslo on Monday.", False), ("it rained", "On Monday it rained.", False)])
def test_a_part_that_stands_word_for_word(part: str, text: str, found: bool) -> None:
    assert word_for_word(part, text) is found
