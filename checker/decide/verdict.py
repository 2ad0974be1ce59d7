"""Stances to verdict, by the fixed rules. No number decides here but the stances themselves."""

from __future__ import annotations

from collections.abc import Sequence

from checker.types import OutletStance, Stance, Verdict


def verdict_of(stances: Sequence[OutletStance], *, quote_broken: bool = False, outlets_conflict: bool = False) -> Verdict:
    """1. divergence: an outlet contradicts the claim, credited or not, or outlets contradict one another on what it
    states, or a direct quotation was altered or misattributed. 2. otherwise agreement: a credited outlet supports it
    (without any credit: any outlet). 3. otherwise unsupported.
    """
    if quote_broken or outlets_conflict or any(s.stance is Stance.CONTRADICTS for s in stances):
        return Verdict.DIVERGENCE
    credited = [s for s in stances if s.credited]
    if any(s.stance is Stance.SUPPORTS for s in credited or stances):
        return Verdict.AGREEMENT
    return Verdict.UNSUPPORTED


def confidence_of(verdict: Verdict, stances: Sequence[OutletStance]) -> float:
    """How sure the verdict is, 0..1: of the stances that decide it, taken as independent.

    Agreement and divergence need one outlet's stance to be right (one minus the chance that all are wrong); unsupported
    needs every silent credited outlet to be so. Missing coverage is certain.
    """
    credited = [s for s in stances if s.credited] or list(stances)
    if verdict is Verdict.UNSUPPORTED:
        sure = 1.0
        for s in credited:
            sure *= s.confidence if s.stance is not Stance.MISSING else 1.0
        return sure
    wanted = Stance.CONTRADICTS if verdict is Verdict.DIVERGENCE else Stance.SUPPORTS
    deciding = [s.confidence for s in (stances if verdict is Verdict.DIVERGENCE else credited) if s.stance is wanted]
    wrong = 1.0
    for confidence in deciding:
        wrong *= 1.0 - confidence
    return 1.0 - wrong if deciding else 0.5
