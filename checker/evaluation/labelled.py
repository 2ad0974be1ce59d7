"""Labelled pairs: what one is, and reading them from files.

Three forms of JSON Lines (gzipped or not), told apart line by line:

- flat pairs ``{"evidence", "claim", "label"[, "group"]}``; label supports / contradicts / silent, or, where only support
  was labelled, supports / not_supports
- newsroom units ``{"id", "passage", "claims": [{"text", "stance", "why"}…]}``
- minimal pairs ``{"id", "kind", "passage", "supported", "contradicted"}``: two claims that differ in one fact
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError

STANCES = ("supports", "contradicts", "silent")
"""Label order of the shipped stance model: index i of its output is STANCES[i]."""
NOT_SUPPORTS = "not_supports"


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled example: does ``evidence`` (a passage) support, contradict or leave open ``claim``?

    ``unit`` names what the pair belongs to (pairs of a unit are never split), ``why`` the reason its writer gave.
    """

    evidence: str
    claim: str
    stance: str
    unit: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The pair without case and spacing, to find the same pair in another file."""
        return (" ".join(self.evidence.lower().split()), " ".join(self.claim.lower().split()))


def read_rows(path: Path) -> Iterator[Pair]:
    """Every pair of a file; the label of binary sets is ``supports`` or ``not_supports``.

    Raises:
        InputError: the file cannot be read, or a line has none of the three forms (with its number).
    """
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield from _pairs_of(line, f"{path}, line {number}")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise InputError(f"{path}: cannot be read ({type(error).__name__})") from None


def read_pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file that have one of the three stances; rows of binary sets are left out.

    Raises:
        InputError: as :func:`read_rows`.
    """
    return (pair for pair in read_rows(path) if pair.stance in STANCES)


def _pairs_of(line: str, where: str) -> Iterator[Pair]:
    try:
        row: dict[str, Any] = json.loads(line)
        if "claims" in row:
            found = [Pair(row["passage"], c["text"], c["stance"], str(row.get("id", where)), c.get("why", "")) for c in row["claims"]]
        elif "supported" in row:
            found = [Pair(row["passage"], row["supported"], STANCES[0], str(row["id"]), row["kind"]),
                     Pair(row["passage"], row["contradicted"], STANCES[1], str(row["id"]), row["kind"])]
        else:
            found = [Pair(row["evidence"], row["claim"], row["label"], str(row.get("group", "")))]
        if not all(isinstance(text, str) for p in found for text in (p.evidence, p.claim, p.why)):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"{where}: not a labelled pair; needs evidence, claim and label (or passage and claims)") from None
    for pair in found:
        if pair.stance not in (*STANCES, NOT_SUPPORTS):
            raise InputError(f"{where}: label {pair.stance!r} is none of {', '.join((*STANCES, NOT_SUPPORTS))}")
    yield from found
