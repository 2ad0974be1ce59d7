"""A label that shows in the claim, or in the overlap, is found."""

from __future__ import annotations

import random

from checker.evaluation.labelled import STANCES, Pair
from checker.training.leaks import leaks

WORDS = "bridge court fine mayor harbour vote strike budget storm school museum factory union doctor ferry train".split()


def made(claim_leaks: bool, overlap_leaks: bool) -> list[Pair]:
    generator = random.Random(1)
    pairs = []
    for i in range(240):
        stance = STANCES[i % 3]
        words = generator.sample(WORDS, 6)
        evidence = " ".join(words if not overlap_leaks or stance == "supports" else [w for w in WORDS if w not in words])
        claim = " ".join(words) + (f" {stance}ly" if claim_leaks else "")
        pairs.append(Pair(evidence, claim, stance, f"u{i // 3}"))
    return pairs


def test_a_leak_in_the_claim_is_found() -> None:
    assert leaks(made(True, False)).claim_alone > 0.9


def test_a_leak_in_the_overlap_is_found() -> None:
    found = leaks(made(False, True))
    assert found.overlap_alone > 0.6 > 0.5 > found.claim_alone
    assert abs(found.majority - 1 / 3) < 0.01
