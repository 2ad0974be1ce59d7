"""Neighbouring names of a clause with a verb between them that the one did to the other: any verb, but only the plainest sentences.

:mod:`checker.comparers.dealings` reads many more forms, of the verbs that it knows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.comparers.clauses import Clause, Word, read
from checker.text.names import DEMONYM, Name, names, same_name
from checker.text.person_names import is_role
from checker.text.words import stem

REACH = 5
"""Words from a verb to the name behind it, at most: farther names belong to another phrase."""

SYMMETRIC = frozenset(
    stem(w) for w in """meet marry join merge agree face talk fight border play meeting talks deal match draw tie war trade
    cooperate negotiate discuss share speak debate clash work partner versus v say tell report accord add state day""".split())
"""Stems of verbs that hold both ways round, or only tell who said so."""
_PREPOSITIONS = frozenset("in at of from for on near with to by into over under against between among about as than via per".split())
_LINKS = frozenset("with to against for on from over".split())
_ARTICLES = frozenset("a an the its his her their".split())
_APPOSED = frozenset("rival company firm maker carrier airline retailer group newspaper bank party unit club side newcomer".split())
"""Nouns that stand between a name that tells which and a name: "its Hamburg rival Elbtor"."""
_ONE_NOUN = re.compile(r" [a-z-]{2,20} ")
_BE = frozenset("be am is are was were been being".split())


@lru_cache(maxsize=1024)
def placed(text: str) -> tuple[tuple[Clause, tuple[Name, ...]], ...]:
    """The clauses of a text that hold names, each with its names in order; no peoples."""
    found = tuple(n for n in names(text) if n.kind != DEMONYM)
    starts = [n.span.start for n in found]
    result = []
    for clause in read(text).clauses:
        first = bisect_left(starts, clause.words[0].span.start)
        last = bisect_left(starts, clause.words[-1].span.end)
        inside = tuple(n for n in found[first:last] if n.span.end <= clause.words[-1].span.end)
        if inside:
            result.append((clause, inside))
    return tuple(result)


def listed(name: Name, text: str) -> bool:
    """Whether a name is one of several: a list may leave some out."""
    after = text[name.span.end : name.span.end + 5].lower()
    before = text[max(0, name.span.start - 5) : name.span.start].lower()
    return after.startswith((" and ", " or ", " & ")) or before.endswith((" and ", " or ", " & "))


def same_action(claim: str, passage: str) -> bool:
    """Whether somewhere the passage lets the same one do the same to the same as the claim."""
    return any(a.verb == b.verb and same_name(a.doer.text, b.doer.text) and same_name(a.other.text, b.other.text)
               for a in actions(claim) for b in actions(passage))


@dataclass(frozen=True, slots=True)
class Action:
    """``doer`` did ``verb`` (a stem, perhaps with its preposition) to ``other``."""

    doer: Name
    verb: str
    other: Name


def actions(text: str) -> Iterator[Action]:
    """Neighbouring names of one clause with a verb between them that the one did to the other."""
    for clause, named in placed(text):
        inside = [n for n in named if not _attributive(n, named, text)]
        for left, right in pairwise(inside):
            if text[left.span.end : left.span.end + 2] in ("'s", "’s") or listed(left, text) or listed(right, text):
                continue
            if _after_preposition(left, clause) or clause.unreal:
                continue
            between = [w for w in clause.words if left.span.end <= w.span.start and w.span.end <= right.span.start]
            action = _verb(between)
            if action is not None:
                verb, passive = action
                yield Action(right, verb, left) if passive else Action(left, verb, right)


def _attributive(name: Name, found: tuple[Name, ...], text: str) -> bool:
    """Whether a name only tells which: "Hamburg" in "its Hamburg rival Elbtor"."""
    between = next((text[name.span.end : n.span.start] for n in found if n.span.start > name.span.end), "")
    noun = _ONE_NOUN.fullmatch(between)
    return noun is not None and (is_role(between.strip()) or between.strip() in _APPOSED)


def _after_preposition(name: Name, clause: Clause) -> bool:
    before = [w for w in clause.words if w.span.end <= name.span.start]
    return any(w.lower in _PREPOSITIONS for w in before[-2:])


def _verb(between: list[Word]) -> tuple[str, bool] | None:
    """The stem of the one verb between two names, with its preposition, and whether it is passive."""
    words = [w for w in between if not w.lower.endswith("ly")]
    verbs = [n for n, w in enumerate(words) if w.content]
    while len(verbs) > 1 and words[verbs[0] + 1].lower == "to":
        verbs = verbs[1:]  # "has agreed to buy"
    if not verbs or len(words) - verbs[0] > REACH:
        return None
    verb, behind = words[verbs[0]], words[verbs[0] + 1 :]
    if any(w.content for w in words[: verbs[0]] if w.lower in _ARTICLES) or any(w.lower in _ARTICLES for w in words[: verbs[0]]):
        return None
    if verb.stem in SYMMETRIC or is_role(verb.lower) or any(w.lower in ("not", "never", "no") for w in words):
        return None
    if behind and behind[-1].lower == "by":
        return (verb.stem, True) if len(behind) == 1 or any(w.lower in _BE for w in words[: verbs[0]]) else None
    link = behind[0].lower if behind and behind[0].lower in _LINKS else ""
    if any(w.lower in _PREPOSITIONS for w in behind[1 if link else 0 :]) or any(w.lower in _BE for w in words[: verbs[0]]):
        return None
    return f"{verb.stem} {link}".strip(), False
