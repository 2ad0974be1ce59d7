"""Pairs from supported claims of other sets: one fact of the claim, stated as such in the evidence, becomes another."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from checker.evaluation.labelled import Pair
from checker.training.generated.edits import KINDS, Kind


def changed_claims(pairs: Iterable[Pair], seed: str) -> Iterator[Pair]:
    """For every supported pair at most one changed claim, its kind drawn evenly from those that apply."""
    for place, pair in enumerate(pairs):
        if pair.stance != "supports":
            continue
        rng = random.Random(f"{seed}/{place}")
        kinds = list(KINDS)
        rng.shuffle(kinds)
        for kind in kinds:
            claim = kind.edit(pair.claim, pair.evidence, rng)
            if claim and claim != pair.claim and _stated(kind, pair, claim):
                yield Pair(pair.evidence, claim, kind.stance, pair.unit)
                break


def _stated(kind: Kind, pair: Pair, claim: str) -> bool:
    """Whether what was taken out stands in the evidence as such, so that the changed claim denies something stated."""
    if kind.stance == "supports":
        return True
    own, new = pair.claim.split(), claim.split()
    gone = {w.strip(".,;:“”\"'") for w in own} - {w.strip(".,;:“”\"'") for w in new}
    evidence = pair.evidence.lower()
    if kind.name in ("number", "date", "name"):
        return bool(gone) and all(w.lower() in evidence for w in gone)
    return kind.name != "hedge-dropped" or any(w.lower() in evidence for w in gone)
