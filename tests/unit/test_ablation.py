"""What each comparer adds: what is silenced, and what is printed."""

from __future__ import annotations

from dataclasses import fields

from checker.decide.features import Features
from checker.training.ablation import SILENCED, Reached, silenced, table
from checker.training.readings import Example
from checker.types import Stance


def test_only_features_are_silenced_and_each_by_one_comparer() -> None:
    names = [name for group in SILENCED.values() for name in group]
    assert set(names) <= {f.name for f in fields(Features)}
    assert len(names) == len(set(names))


def test_a_silenced_comparer_found_nothing_and_forbids_nothing() -> None:
    found = Features(*[1.0] * len(fields(Features)))
    without = silenced(Example(found, Stance.SILENT, "g", "s"), SILENCED["quantities"]).features
    assert (without.quantity_conflict, without.figure_unmatched, without.date_conflict) == (0.0, 0.0, 1.0)


def test_the_table_says_what_changes() -> None:
    shown = table([("nothing", Reached(0.7, 0.6, 0.8)), ("dates", Reached(0.65, 0.61, 0.8))])
    assert "| dates | 0.650 (-0.050) | 0.610 (+0.010) | 0.800 (+0.000) |" in shown
