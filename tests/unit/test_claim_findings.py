"""Findings that hang on numbers a small story cannot be made to hit exactly."""

from __future__ import annotations

import pytest

from checker.comparers.reading import OutletReading
from checker.decide.findings import Case, findings_of
from checker.types import Basis, Claim, Credit, OutletStance, Span, Stance, Verdict

CLAIM = Claim("c1", "The captain was arrested.", Span(0, 25), 1, "The captain was arrested.", (),
              (Credit("BBC News", Basis.SENTENCE, Span(0, 3), Span(0, 3)),))


@pytest.mark.parametrize(("confidence", "inside", "fires"), [(0.37, False, True), (0.49, False, True), (0.5, False, False), (0.9, False, False), (0.37, True, False)])
def test_weak_evidence(confidence: float, inside: bool, fires: bool) -> None:
    stances = (OutletStance("BBC News", True, Stance.SUPPORTS, confidence), OutletStance("Reuters", False, Stance.SILENT, 0.9))
    rules = {f.rule for f in findings_of(Case(CLAIM, Verdict.AGREEMENT, stances, (None, None), (), inside))}
    assert ("weak-evidence" in rules) is fires


@pytest.mark.parametrize(("verdict", "fires"), [(Verdict.AGREEMENT, True), (Verdict.UNSUPPORTED, False)])
def test_support_that_stands_in_for_a_likelier_contradiction_is_warned_of(verdict: Verdict, fires: bool) -> None:
    stances = (OutletStance("BBC News", True, Stance.SUPPORTS if fires else Stance.SILENT, 0.3, doubted=True),)
    rules = {f.rule for f in findings_of(Case(CLAIM, verdict, stances, (None,), ()))}
    assert ("may-contradict" in rules) is fires and "weak-evidence" not in rules


def test_two_weak_supporters_and_a_sure_one_are_not_weak() -> None:
    stances = (OutletStance("BBC News", True, Stance.SUPPORTS, 0.4), OutletStance("Reuters", True, Stance.SUPPORTS, 0.8))
    assert "weak-evidence" not in {f.rule for f in findings_of(Case(CLAIM, Verdict.AGREEMENT, stances, (None, None), ()))}


@pytest.mark.parametrize(("rivals", "rule", "told"), [
    (("4.2 million pounds",), "number-conflict", "4.2 million pounds"), ((), "contradicted", "says otherwise")])
def test_a_contradiction_with_another_figure_in_its_place_says_so(rivals: tuple[str, ...], rule: str, told: str) -> None:
    stances = (OutletStance("BBC News", True, Stance.CONTRADICTS, 0.9),)
    found = findings_of(Case(CLAIM, Verdict.DIVERGENCE, stances, (OutletReading("BBC News", (), rivals=rivals),), ()))
    assert [f.rule for f in found] == [rule] and told in found[0].message
