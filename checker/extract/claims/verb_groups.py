"""Main verbs with their auxiliaries, and what kind of group they make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from checker.extract.claims import verbs
from checker.extract.claims.word_classes import ADVERBS, is_ly

if TYPE_CHECKING:
    from checker.extract.claims.grammar import Reading


class Group(Enum):
    """What kind of verb a clause has: what a second verb may share with it."""

    PAST = "past"
    PRESENT = "present"
    BE = "be"
    PASSIVE = "be + participle"
    PROGRESSIVE = "be + ing"
    PERFECT = "have + participle"
    MODAL = "modal + base"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Verb:
    """A main verb: index of its first word, of its last (the one with the meaning), and its kind."""

    first: int
    last: int
    group: Group
    negated: bool = False


def group_of(reading: Reading, i: int) -> Verb:
    """The group of verbs that the finite verb ``i`` begins: "has", "has been", "has been sold"."""
    word = reading.lower(i)
    last = i
    negated = word.endswith("n't") or word == "cannot"

    def step() -> int:
        nonlocal negated
        at = last + 1
        while at < len(reading.words) and (reading.lower(at) in ADVERBS or is_ly(reading.lower(at))) and reading.adjacent(at - 1):
            negated = negated or reading.lower(at) in ("not", "never")
            at += 1
        return at

    if word in verbs.MODALS:
        at = step()
        if reading.lower(at) not in ("be", "have"):
            return Verb(i, at, Group.MODAL, negated)
        last = at
        if reading.lower(last) == "have" and reading.lower(step()) != "been":
            at = step()
            if verbs.can_be_participle(reading.lower(at)):
                return Verb(i, at, Group.PERFECT, negated)
            return Verb(i, last, Group.MODAL, negated)
        if reading.lower(last) == "have":
            last = step()
    elif word in verbs.HAVE:
        at = step()
        if reading.lower(at) != "been":
            return Verb(i, at, Group.PERFECT, negated) if verbs.can_be_participle(reading.lower(at)) else Verb(i, i, Group.PRESENT, negated)
        last = at
    elif word in verbs.DO:
        return Verb(i, step(), Group.OTHER, True)
    elif word not in verbs.BE:
        return Verb(i, i, Group.PAST if verbs.is_past(word) else Group.PRESENT)
    at = step()
    if reading.lower(at).endswith("ing") and reading.adjacent(at - 1):
        return Verb(i, at, Group.PROGRESSIVE, negated)
    if verbs.can_be_participle(reading.lower(at)):
        return Verb(i, at, Group.PASSIVE, negated)
    return Verb(i, last, Group.BE, negated)
