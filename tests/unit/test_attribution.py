"""What an outlet states itself, and what it reports others as saying."""

from __future__ import annotations

import pytest

from checker.text.attribution import is_reported
from checker.types import Span


@pytest.mark.parametrize(("text", "reported"), [
    ("Twelve people died in the fire, the ministry said.", True),
    ("According to the ministry, twelve people died in the fire.", True),
    ("The mayor told reporters that twelve people had died.", True),
    ("“Twelve people died in that fire,” the mayor of Valmora told us.", True),
    ("Twelve people died in the fire.", False),
    ("The fire spread quickly. Rescuers arrived at noon.", False),
    ("The band played “She Said” at the end of the concert in Valmora on Friday.", False),
])
def test_reported(text: str, reported: bool) -> None:
    assert is_reported(text, Span(0, 1)) is reported


def test_only_the_sentence_that_states_it_counts() -> None:
    text = "The ministry said the fire was out. Twelve people died."
    assert is_reported(text, Span(0, 1))
    assert not is_reported(text, Span(text.index("Twelve"), len(text)))
