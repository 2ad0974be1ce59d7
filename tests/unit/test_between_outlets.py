"""Outlets that both back a claim and contradict one another on it."""

from __future__ import annotations

import pytest

from checker.decide.between_outlets import disagreements
from checker.types import SILENT_SCORES, Evidence, Mark, OutletStance, Span, Stance

CLAIM_PLACE = Span(0, 6)


def stance(outlet: str, text: str, figure: str, verdict: Stance = Stance.SUPPORTS) -> OutletStance:
    at = text.index(figure)
    mark = Mark("quantity", CLAIM_PLACE, Span(at, at + len(figure)), False)
    return OutletStance(outlet, True, verdict, 0.9, (Evidence(0, Span(0, len(text)), text, 0.9, SILENT_SCORES, (mark,)),))


@pytest.mark.parametrize(("one", "figure_one", "other", "figure_other", "apart"), [
    ("The flood killed 31 people.", "31", "The flood killed 64 people.", "64", True),
    ("The flood killed 31 people.", "31", "At least 31 people died in the flood.", "At least 31", False),
    ("The flood killed 31 people.", "31", "More than 30 people died in the flood.", "More than 30", False),
    ("The flood killed 31 people.", "31", "The flood killed thirty-one people.", "thirty-one", False),
    ("The plant costs $3.4 million.", "$3.4 million", "The plant costs $4.3 million.", "$4.3 million", True),
    ("The plant costs $3.4 million.", "$3.4 million", "The plant costs 3.4 million dollars.", "3.4 million dollars", False),
])
def test_figures_are_held_against_each_other(one: str, figure_one: str, other: str, figure_other: str, apart: bool) -> None:
    found = disagreements([stance("Reuters", one, figure_one), stance("AP", other, figure_other)])
    assert bool(found) is apart
    if apart:
        assert found[0].place == CLAIM_PLACE and figure_one in found[0].message and figure_other in found[0].message


def test_an_outlet_that_does_not_support_takes_no_part() -> None:
    one = stance("Reuters", "The flood killed 31 people.", "31")
    assert disagreements([one, stance("AP", "The flood killed 64 people.", "64", Stance.SILENT)]) == ()
