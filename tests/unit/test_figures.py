"""Figures that stand where a claim's should: another one of the claim's own is none of them."""

from __future__ import annotations

import pytest

from checker.comparers.figures import open_quantities, rivals
from checker.comparers.quantities import compare
from checker.comparers.side import Side


@pytest.mark.parametrize(("claim", "sentence", "wanted"), [
    ("The fire in Aldra destroyed 31 houses.", "The fire in Aldra destroyed 48 houses.", ["48 houses"]),
    ("The fire in Aldra destroyed 31 houses.", "Olga Terhune hired 48 clerks.", []),
    ("A linguist found 61 phrases shared by the two books.", "A linguist listed 61 phrases that occur in both novels.", []),
    ("A linguist found 61 phrases shared by the two books.", "A linguist listed 40 phrases that occur in both novels.", ["40 phrases"]),
])
def test_rivals(claim: str, sentence: str, wanted: list[str]) -> None:
    side = Side(claim)
    left_open = open_quantities(side, [compare(side, Side(sentence))])
    assert [span.of(sentence) for span in rivals(side, left_open, sentence)] == wanted
