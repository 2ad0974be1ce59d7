"""Keeping what measures out of what trains: the same pairs, and nearly the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from checker.evaluation.labelled import Pair

NEAR = 0.8
"""Share of common words from which two claims about the same evidence are nearly the same. Set by hand: in the public sets
the pairs above it are re-edits of one another."""
_WORD = re.compile(r"[a-z0-9]+")


class HeldApart:
    """Pairs that must not be trained on; ``pair in held`` also finds those that differ only in case, punctuation,
    the order of words, or a word of the claim."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._claims: dict[frozenset[str], list[frozenset[str]]] = defaultdict(list)
        for pair in pairs:
            self._claims[_words(pair.evidence)].append(_words(pair.claim))

    def __contains__(self, pair: object) -> bool:
        if not isinstance(pair, Pair):
            return False
        return any(_shared(_words(pair.claim), claim) >= NEAR for claim in self._claims.get(_words(pair.evidence), ()))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0
