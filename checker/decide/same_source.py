"""Copies of one text: outlets whose evidence is the same, word for word, are one source."""

from __future__ import annotations

from collections.abc import Sequence

from checker.text.words import tokens
from checker.types import OutletStance

SHINGLE = 5
"""Words in a run: five in a row are rarely shared by two writers on the same event, outside names and quotations."""

COPY_SHARE = 0.6
"""Share of the shorter evidence's runs that the other one holds: lightly edited agency copy keeps most of its runs, writers who
work for themselves share hardly any outside quotations. Set by hand."""


def same_source(stances: Sequence[OutletStance]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more outlets whose best evidence is a copy of one another, in the order given."""
    shingles = [_shingles(s.evidence[0].text) for s in stances]
    groups: list[list[int]] = []
    for i in range(len(stances)):
        home = next((g for g in groups if any(_copied(shingles[i], shingles[j]) for j in g)), None)
        if home is None:
            groups.append([i])
        else:
            home.append(i)
    return tuple(tuple(stances[i].outlet for i in group) for group in groups if len(group) > 1)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [t.lower for t in tokens(text)]
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _copied(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and len(one & other) / shorter >= COPY_SHARE
