"""Names: does the passage name whom the claim names, and in the same role?

A name that a passage does not mention proves nothing. It conflicts only where the passage states nearly the same thing
with another name in the same place, or has who did it and to whom the other way round.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.comparers.clauses import Clause, Word, other_time, read
from checker.comparers.side import Side
from checker.text.names import DEMONYM, NAME, PLACE, Name, fold, names, same_name
from checker.text.person_names import is_role
from checker.text.words import stem, tokens
from checker.types import Mark, Signal

SAME_STATEMENT = 0.65
"""Share of the claim's other content words that the passage must hold for another name at the same place to conflict.
Swept 0.5..0.8 on 5,800 labelled pairs: 11 to 7 right conflicts and no false one; taken from the cautious half."""
SAME_ROLE = 0.5
"""The same where both names stand behind one role ("captain") of which there is one at a time, and the other way round: the
share of the passage's words that the claim must hold. At 0.3 and 0.7 there was a false conflict, at 0.5 none."""
LEAST_SHARED = 3
"""Content words besides the names that both must share: "abstained" alone is true of many. Swept 2..4: 11, 8, 6 right."""
LEAST_SHARED_ROLE = 1
"""The same behind the same role."""
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
_ONE_AT_A_TIME = frozenset(
    stem(w) for w in """captain skipper mayor governor president premier chancellor ceo chairman chairwoman chair coach king
    queen pope emperor founder owner commander""".split())
_BE = frozenset("be am is are was were been being".split())


def compare(claim: Side, passage: Side) -> Signal:
    """Which names of the claim the passage has, lacks, or puts another in place of (rule ``name-conflict``). Never raises."""
    ours = tuple(n for n in names(claim.text) if n.kind != DEMONYM)
    if not ours:
        return Signal("names")
    theirs = names(passage.text)
    around = names(passage.context)
    folded = f" {fold(passage.text)} {fold(passage.context)} "
    swapped = _swap(claim, passage)
    marks: list[Mark] = []
    matched = absent = conflicting = 0
    message = ""
    for name in ours:
        twin = next((t for t in theirs if same_name(name.text, t.text)), None)
        span = name.span.shifted(claim.base)
        if swapped is not None and name in swapped.names:
            conflicting += 1
            message = message or swapped.note
            marks.append(Mark("name", span, twin.span.shifted(passage.base) if twin else None, True, swapped.note))
            continue
        other = _instead(name, twin is not None, ours, claim, passage)
        if other is None and (twin is not None or f" {name.key} " in folded or any(same_name(name.text, c.text) for c in around)):
            matched += 1
            marks.append(Mark("name", span, twin.span.shifted(passage.base) if twin else None, False))
        elif other is not None:
            conflicting += 1
            note = f"“{name.text}” in the story, “{other.text}” in the coverage"
            message = message or note
            marks.append(Mark("name", span, other.span.shifted(passage.base), True, note))
        else:
            absent += 1
    return Signal("names", float(matched), float(conflicting), float(absent), "name-conflict" if conflicting else None, message,
                  tuple(marks))


@dataclass(frozen=True, slots=True)
class _Swapped:
    names: tuple[Name, Name]
    note: str


def _instead(name: Name, present: bool, ours: tuple[Name, ...], claim: Side, passage: Side) -> Name | None:
    """The name that stands in the passage where the claim has this one; None without strong ground.

    ``present``: the passage has the name as well, only elsewhere; then the other one may be a name of the claim too.
    """
    said, told = read(claim.text), read(passage.text)
    for clause in said.clauses:
        if not _within(name, clause) or clause.unreal or _listed(name, claim.text):
            continue
        rest = said.sentences[clause.sentence] - _stems(name.text)
        if present and any(len(rest & told.sentences[place.sentence]) >= SAME_ROLE * len(rest)
                           and any(same_name(name.text, n.text) for n in inside) for place, inside in _placed(passage.text)):
            continue  # the passage says it of the right one too
        for place, candidates in _placed(passage.text):
            if place.unreal or other_time(clause, place):
                continue
            for other in candidates:
                if comparable_names(name, other) and not _listed(other, passage.text) and not same_name(name.text, other.text) \
                        and (present or not any(same_name(other.text, o.text) for o in ours)) \
                        and _same_place(name, other, clause, place, claim.text, passage.text, rest, told.sentences[place.sentence]):
                    return other
    return None


@lru_cache(maxsize=1024)
def _placed(text: str) -> tuple[tuple[Clause, tuple[Name, ...]], ...]:
    """The clauses of a text that hold names, each with its names in order; no peoples."""
    found = tuple(n for n in names(text) if n.kind != DEMONYM)
    starts = [n.span.start for n in found]
    placed = []
    for clause in read(text).clauses:
        first = bisect_left(starts, clause.words[0].span.start)
        last = bisect_left(starts, clause.words[-1].span.end)
        inside = tuple(n for n in found[first:last] if n.span.end <= clause.words[-1].span.end)
        if inside:
            placed.append((clause, inside))
    return tuple(placed)


def _within(name: Name, clause: Clause) -> bool:
    return clause.words[0].span.start <= name.span.start and name.span.end <= clause.words[-1].span.end


def _listed(name: Name, text: str) -> bool:
    """Whether a name is one of several: a list may leave some out."""
    after = text[name.span.end : name.span.end + 5].lower()
    before = text[max(0, name.span.start - 5) : name.span.start].lower()
    return after.startswith((" and ", " or ", " & ")) or before.endswith((" and ", " or ", " & "))


def comparable_names(a: Name, b: Name) -> bool:
    """Whether one name could stand in the place of the other: of one sort, and not two forms of one name."""
    one, two = a.key.split(), b.key.split()
    if set(one) <= set(two) or set(two) <= set(one) or _skeleton(a.key) == _skeleton(b.key):
        return False  # "the National Assembly" of Guyana; "Beiji" in another spelling
    return b.kind != DEMONYM and (a.kind == b.kind or (NAME in (a.kind, b.kind) and PLACE not in (a.kind, b.kind)))


def _skeleton(key: str) -> str:
    return key[:1] + "".join(c for c in key[1:] if c not in "aeiouy ")


def _same_place(name: Name, other: Name, clause: Clause, place: Clause, claim: str, passage: str, said: frozenset[str],
                told: frozenset[str]) -> bool:
    """Whether two names stand at the same place of what is nearly the same statement, by clause or by sentence."""
    named = _name_stems(claim) | _name_stems(passage)
    role, other_role = _role(name, clause), _role(other, place)
    if role and role == other_role:
        shared = (clause.stems - _stems(name.text)) & place.stems
        return len(shared) >= SAME_ROLE * len(clause.stems - _stems(name.text)) and len(shared - named - role) >= LEAST_SHARED_ROLE
    if _beside(name, clause) != _beside(other, place) or _beside(name, clause) == ("", ""):
        return False
    return _nearly(clause.stems - _stems(name.text), place.stems - _stems(other.text), named) or _nearly(
        said, told - _stems(other.text), named)


def _nearly(rest: frozenset[str], held: frozenset[str], named: frozenset[str]) -> bool:
    shared = rest & held
    return len(shared - named) >= LEAST_SHARED and len(shared) >= SAME_STATEMENT * len(rest) and len(shared) >= SAME_ROLE * len(held)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(t.lower) for t in tokens(text))


@lru_cache(maxsize=1024)
def _name_stems(text: str) -> frozenset[str]:
    return frozenset(s for n in names(text) for s in _stems(n.text))


def _role(name: Name, clause: Clause) -> frozenset[str]:
    """The role that a name stands behind or before, if only one can hold it: "Captain X", "the captain, X,"."""
    words = name.role.split()
    if not words:
        before = [w for w in clause.words if w.span.end <= name.span.start]
        if before and 1 < name.span.start - before[-1].span.end < 4:
            words = [w.lower for w in before[-2:]]
    roles = frozenset(stem(w) for w in words if is_role(w))
    return roles if roles & _ONE_AT_A_TIME or len(roles) > 1 and stem("minister") in roles else frozenset()


def _beside(name: Name, clause: Clause) -> tuple[str, str]:
    """The stems of the words left and right of a name, with meaning or preposition, within the clause."""
    left = [w for w in clause.words if w.span.end <= name.span.start]
    right = [w for w in clause.words if w.span.start >= name.span.end]
    before = " ".join(w.stem for w in left[-2:]) if left else ""
    after = next((w.stem for w in right[:3] if w.content), "")
    return before, after


def _swap(claim: Side, passage: Side) -> _Swapped | None:
    """Two names around one verb that change places: "A sued B" in the claim, "B sued A" in the passage."""
    ours = tuple(_actions(claim.text))
    theirs = tuple(_actions(passage.text))
    for a in ours:
        alike = [b for b in theirs if b.verb == a.verb]
        if any(same_name(a.doer.text, b.doer.text) and same_name(a.other.text, b.other.text) for b in alike):
            continue
        for b in alike:
            if same_name(a.doer.text, b.other.text) and same_name(a.other.text, b.doer.text) \
                    and not same_name(a.doer.text, a.other.text):
                note = f"{a.doer.text} and {a.other.text} have changed places"
                return _Swapped((a.doer, a.other), note)
    return None


def same_action(claim: str, passage: str) -> bool:
    """Whether somewhere the passage lets the same one do the same to the same as the claim."""
    return any(a.verb == b.verb and same_name(a.doer.text, b.doer.text) and same_name(a.other.text, b.other.text)
               for a in _actions(claim) for b in _actions(passage))


@dataclass(frozen=True, slots=True)
class _Action:
    doer: Name
    verb: str
    other: Name


def _actions(text: str) -> Iterator[_Action]:
    """Neighbouring names of one clause with a verb between them that the one did to the other."""
    for clause, named in _placed(text):
        inside = [n for n in named if not _attributive(n, named, text)]
        for left, right in pairwise(inside):
            if text[left.span.end : left.span.end + 2] in ("'s", "’s") or _listed(left, text) or _listed(right, text):
                continue
            if _after_preposition(left, clause) or clause.unreal:
                continue
            between = [w for w in clause.words if left.span.end <= w.span.start and w.span.end <= right.span.start]
            action = _verb(between)
            if action is not None:
                verb, passive = action
                yield _Action(right, verb, left) if passive else _Action(left, verb, right)


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
