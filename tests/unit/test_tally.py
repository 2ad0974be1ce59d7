"""Items of a claim over several passages: found anywhere beats conflicting anywhere beats absent."""

from __future__ import annotations

import pytest

from checker.comparers.reading import tally
from checker.types import Mark, Signal, Span

ONE, TWO = Span(4, 6), Span(20, 24)


def mark(claim: Span, conflict: bool) -> Mark:
    return Mark("quantity", claim, Span(0, 2), conflict)


FOUND = Signal("quantities", matched=1, marks=(mark(ONE, False),))
BROKEN = Signal("quantities", conflicting=1, rule="number-conflict", message="14, not 41", marks=(mark(ONE, True),))
NOTHING = Signal("quantities", absent=1)
BOTH = Signal("quantities", matched=1, conflicting=1, rule="number-conflict", marks=(mark(ONE, False), mark(TWO, True)))
SECOND_FOUND = Signal("quantities", matched=1, absent=1, marks=(mark(TWO, False),))


@pytest.mark.parametrize(("signals", "counts"), [
    ([], (0, 0, 0)),
    ([Signal("quantities")], (0, 0, 0)),
    ([FOUND], (1, 0, 0)),
    ([BROKEN], (0, 1, 0)),
    ([NOTHING], (0, 0, 1)),
    ([FOUND, NOTHING], (1, 0, 0)),
    ([BROKEN, NOTHING], (0, 1, 0)),
    ([BROKEN, FOUND], (1, 0, 0)),  # another passage of the same outlet states it
    ([BOTH], (1, 1, 0)),
    ([BOTH, SECOND_FOUND], (2, 0, 0)),
])
def test_counts(signals: list[Signal], counts: tuple[float, float, float]) -> None:
    for order in (signals, signals[::-1]):
        found = tally(order)
        assert (found.matched, found.conflicting, found.absent) == counts


def test_the_conflict_is_kept() -> None:
    assert tally([NOTHING, BROKEN]).conflict is BROKEN
    assert tally([FOUND, BROKEN]).conflict is None
