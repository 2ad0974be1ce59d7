"""The verdict rules, stance by stance, as DESIGN's three rules say."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.decide.verdict import confidence_of, verdict_of
from checker.types import OutletStance, Stance, Verdict

S, C, Q, M = Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT, Stance.MISSING


def stances(*given: tuple[Stance, bool]) -> list[OutletStance]:
    return [OutletStance(f"Outlet {i}", credited, stance, 0.8) for i, (stance, credited) in enumerate(given)]


@pytest.mark.parametrize(("given", "verdict"), [
    ([(S, True)], Verdict.AGREEMENT),
    ([(S, True), (Q, True)], Verdict.AGREEMENT),
    ([(S, True), (M, True)], Verdict.AGREEMENT),
    ([(S, True), (C, True)], Verdict.DIVERGENCE),
    ([(S, True), (C, False)], Verdict.DIVERGENCE),
    ([(Q, True), (C, False)], Verdict.DIVERGENCE),
    ([(M, True), (C, False)], Verdict.DIVERGENCE),
    ([(Q, True)], Verdict.UNSUPPORTED),
    ([(M, True)], Verdict.UNSUPPORTED),
    ([(Q, True), (M, True)], Verdict.UNSUPPORTED),
    ([(Q, True), (S, False)], Verdict.UNSUPPORTED),  # only an outlet that is not credited says it
    ([(M, True), (S, False)], Verdict.UNSUPPORTED),
    ([(S, False)], Verdict.AGREEMENT),  # no credit at all: one outlet is enough
    ([(Q, False)], Verdict.UNSUPPORTED),
    ([], Verdict.UNSUPPORTED),
])
def test_rules(given: list[tuple[Stance, bool]], verdict: Verdict) -> None:
    assert verdict_of(stances(*given)) is verdict


def test_a_broken_quotation_is_divergence_whatever_the_stances() -> None:
    assert verdict_of(stances((S, True)), quote_broken=True) is Verdict.DIVERGENCE


def test_outlets_in_conflict_are_divergence() -> None:
    assert verdict_of(stances((S, True), (S, True)), outlets_conflict=True) is Verdict.DIVERGENCE


@given(st.lists(st.tuples(st.sampled_from(list(Stance)), st.booleans()), max_size=5))
def test_order_of_outlets_changes_nothing(given: list[tuple[Stance, bool]]) -> None:
    found = {verdict_of(stances(*order)) for order in itertools.islice(itertools.permutations(given), 24)}
    assert len(found) == 1


@given(st.lists(st.tuples(st.sampled_from(list(Stance)), st.booleans()), max_size=5))
def test_a_silent_uncredited_outlet_changes_no_verdict(given: list[tuple[Stance, bool]]) -> None:
    assert verdict_of(stances(*given)) is verdict_of(stances(*given, (Q, False)))


@given(st.lists(st.tuples(st.sampled_from(list(Stance)), st.booleans()), max_size=5))
def test_confidence_is_a_probability(given: list[tuple[Stance, bool]]) -> None:
    some = stances(*given)
    assert 0.0 <= confidence_of(verdict_of(some), some) <= 1.0
