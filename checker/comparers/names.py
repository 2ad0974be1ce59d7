"""Names: does the passage name whom the claim names?

A name that a passage does not mention proves nothing. It conflicts only where the passage states nearly the same thing
with another name in the same place.
"""

from __future__ import annotations

from functools import lru_cache

from checker.comparers.actions import listed, placed
from checker.comparers.clauses import Clause, other_time, read
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

_ONE_AT_A_TIME = frozenset(
    stem(w) for w in """captain skipper mayor governor president premier chancellor ceo chairman chairwoman chair coach king
    queen pope emperor founder owner commander""".split())


def compare(claim: Side, passage: Side) -> Signal:
    """Which names of the claim the passage has, lacks, or puts another in place of (rule ``name-conflict``). Never raises."""
    ours = tuple(n for n in names(claim.text) if n.kind != DEMONYM)
    if not ours:
        return Signal("names")
    theirs = names(passage.text)
    around = names(passage.context)
    folded = f" {fold(passage.text)} {fold(passage.context)} "
    marks: list[Mark] = []
    matched = absent = conflicting = 0
    message = ""
    for name in ours:
        twin = next((t for t in theirs if same_name(name.text, t.text)), None)
        span = name.span.shifted(claim.base)
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


def _instead(name: Name, present: bool, ours: tuple[Name, ...], claim: Side, passage: Side) -> Name | None:
    """The name that stands in the passage where the claim has this one; None without strong ground.

    ``present``: the passage has the name as well, only elsewhere; then the other one may be a name of the claim too.
    """
    said, told = read(claim.text), read(passage.text)
    for clause in said.clauses:
        if not _within(name, clause) or clause.unreal or listed(name, claim.text):
            continue
        rest = said.sentences[clause.sentence] - _stems(name.text)
        if present and any(len(rest & told.sentences[place.sentence]) >= SAME_ROLE * len(rest)
                           and any(same_name(name.text, n.text) for n in inside) for place, inside in placed(passage.text)):
            continue  # the passage says it of the right one too
        for place, candidates in placed(passage.text):
            if place.unreal or other_time(clause, place):
                continue
            for other in candidates:
                if comparable_names(name, other) and not listed(other, passage.text) and not same_name(name.text, other.text) \
                        and (present or not any(same_name(other.text, o.text) for o in ours)) \
                        and _same_place(name, other, clause, place, claim.text, passage.text, rest, told.sentences[place.sentence]):
                    return other
    return None


def _within(name: Name, clause: Clause) -> bool:
    return clause.words[0].span.start <= name.span.start and name.span.end <= clause.words[-1].span.end


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
