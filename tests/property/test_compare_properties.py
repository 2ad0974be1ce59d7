"""What holds for comparers of names, polarity and hedges whatever the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparers import hedges, names, polarity
from checker.comparers.side import Side
from checker.text.names import names as names_in
from checker.types import Signal

COMPARERS = [names.compare, polarity.compare, hedges.compare]
WORDS = (
    "The the Berge Norvane Kremlin French owners mayor captain will not never no refused to may could plans rose fell won lost "
    "approve approved reject rejected paid pay appeal ruling harbour bridge in on Friday May 12 % and but , . ; \" ' “ ” ( ) — if whether "
    "without denied that by was all some of “ ECB Bank neither said out ruled too until"
).split()
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
ANYTHING = st.text(max_size=300) | PROSE


@pytest.mark.parametrize("compare", COMPARERS, ids=lambda c: c.__module__.rsplit(".", 1)[-1])
@settings(max_examples=150, deadline=None)
@given(text=ANYTHING)
def test_a_text_agrees_with_itself(compare: Callable[[Side, Side], Signal], text: str) -> None:
    signal = compare(Side(text), Side(text, document=text))
    assert signal.conflicting == 0
    assert signal.rule is None


@pytest.mark.parametrize("compare", COMPARERS, ids=lambda c: c.__module__.rsplit(".", 1)[-1])
@settings(max_examples=150, deadline=None)
@given(claim=ANYTHING, passage=ANYTHING, context=PROSE, base=st.integers(0, 999))
def test_spans_are_in_range_and_nothing_raises(
        compare: Callable[[Side, Side], Signal], claim: str, passage: str, context: str, base: int) -> None:
    signal = compare(Side(claim, base), Side(passage, base + 7, context=context, document=passage))
    assert (signal.rule is not None) == bool(signal.conflicting or signal.rule == "hedge-dropped")
    for mark in signal.marks:
        if mark.claim is not None:
            assert base <= mark.claim.start < mark.claim.end <= base + len(claim)
        if mark.passage is not None:
            assert base + 7 <= mark.passage.start < mark.passage.end <= base + 7 + len(passage)


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_names_lie_in_the_text_in_order(text: str) -> None:
    found = names_in(text)
    assert all(name.span.of(text) == name.text for name in found)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))


@settings(max_examples=100, deadline=None)
@given(ANYTHING)
def test_strength_is_a_share(text: str) -> None:
    assert 0.0 <= hedges.strength(text) <= 1.0
