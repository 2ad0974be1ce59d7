"""Words that hold a statement back: from "due to" (almost certain) to "may" (merely possible)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.comparers.clauses import Clause
from checker.text.words import stem

_TABLE = """
0.85 might
0.8  may; rumour; rumor; rule out; consider; weigh; mull; ponder; contemplate; toy with; option of; possibility
0.75 could; conceivably; possibly; possible; perhaps; maybe
0.7  hope; call for; urge; explore; discuss; theory that; working theory; risk of; potentially; potential
0.65 fear; in talks; talks on; suspect; want; wish; demand; ask for; asked to; appeal for; press for; push for; study; examine
0.6  propose; proposal; threaten; recommend; suggest; speculate; speculation; conditional on; depend on; subject to
0.55 should; ought; apparently; seem; appear to; appear that; presumably; seek to; offer to; intend; aim
0.5  likely; reportedly; allegedly; alleged; supposedly; purportedly; purported; accuse of; charge with; try to; attempt to
0.5  believed to; thought to; understood to; said to; suspicion; unconfirmed; preliminary; tentative; tentatively; probably
0.45 plan to; planned to; plans for; planning; plan
0.4  expect; expected to; prepare to; look set; poised to; on track to
0.3  would; predict; forecast; project; promise; pledge; vow
0.15 set to; due to; schedule
"""
"""How far each holds back, 0..1, by our own reading of how news uses them; only the order (may, likely, planned, expected,
due) and which of them stand above ``hedges.DROPPED`` matter."""

_NOUNS = frozenset(stem(w) for w in "plan proposal possibility potential demand suspicion option talks risk fear hope study aim wish".split())
"""Entries that as nouns only hedge what follows "to", "of", "for" or "that": "plans to sell", not "the plan was passed"."""
_AFTER_NOUN = frozenset("to of for that on".split())
_ARTICLES = frozenset("the a an this that its his her their our these those no any some new".split())
_HEARSAY = frozenset(stem(w) for w in "reportedly allegedly alleged supposedly purportedly purported accuse".split())
"""Stems of hedges that a story keeps where it names who says so: "police said"."""
_SUSPECT = stem("suspect")
"""Behind an article a person under suspicion: no hedge."""
_FORMS_ONLY = frozenset("may might could should would ought maybe perhaps".split())
_PASSED_ON = frozenset(stem(w) for w in "able willing ready free allow".split())
"""Words between a hedge and its verb that carry no fact: "may be able to offer"."""
OPEN_QUESTION = 0.9
"""How far "whether" holds back what follows it."""
REACH = 7
"""Words between a hedge and the verb or thing held back, at most: room for "could, officials said, be closed"."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge in a clause: its words by number (``last`` included), how far it holds back, the word held back, and whether
    it only says that somebody else says so."""

    first: int
    last: int
    level: float
    target: int | None
    hearsay: bool = False


def _entries() -> dict[str, tuple[tuple[tuple[str, ...], float], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for line in _TABLE.strip().splitlines():
        level, _, phrases = line.partition(" ")
        for phrase in phrases.split(";"):
            first, *rest = phrase.split()
            key = first if first in _FORMS_ONLY else stem(first)
            found.setdefault(key, []).append((tuple(rest), float(level)))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[0]))) for key, entries in found.items()}


_ENTRIES = _entries()


def hedges(clause: Clause) -> Iterator[Hedge]:
    """The hedges of a clause, in order."""
    words = clause.words
    if any(w.lower == "whether" for w in words[:3]):
        first = next(n for n, w in enumerate(words) if w.lower == "whether")
        yield from (Hedge(first, first, OPEN_QUESTION, n) for n in range(first + 1, len(words)) if words[n].content)
        return
    at = 0
    while at < len(words):
        found = _match(clause, at)
        if found is None:
            at += 1
            continue
        last, level = found
        yield Hedge(at, last, level, _target(clause, at, last), words[at].stem in _HEARSAY)
        at = last + 1


def _match(clause: Clause, at: int) -> tuple[int, float] | None:
    words = clause.words
    word = words[at]
    if word.capital and at:
        return None  # a month, or a name
    for rest, level in _ENTRIES.get(word.lower if word.lower in _FORMS_ONLY else word.stem, ()):
        following = tuple(w.lower for w in words[at + 1 : at + 1 + len(rest)])
        if following != rest or word.lower in ("planner", "plans") and rest == () and not _leads(clause, at):
            continue
        if not rest and word.stem in _NOUNS and _is_noun(clause, at) and not _leads(clause, at):
            return None
        if word.stem == _SUSPECT and at and words[at - 1].lower in _ARTICLES:
            return None
        if word.lower in ("could", "may", "might", "would") and at + 1 < len(words) and words[at + 1].lower == "not":
            return None
        return at + len(rest), level
    return None


def _leads(clause: Clause, at: int) -> bool:
    return at + 1 < len(clause.words) and clause.words[at + 1].lower in _AFTER_NOUN


def _is_noun(clause: Clause, at: int) -> bool:
    return at == 0 or clause.words[at - 1].lower in _ARTICLES or clause.words[at - 1].content


def _target(clause: Clause, first: int, last: int) -> int | None:
    """The word held back: the next with meaning, that is no hedge itself; behind the last word, the one before."""
    words = clause.words
    for at in range(last + 1, min(len(words), last + 1 + REACH)):
        word = words[at]
        if word.content and not word.lower.endswith("ly") and word.stem not in _PASSED_ON and _match(clause, at) is None:
            return at
    return next((at for at in range(first - 1, -1, -1) if words[at].content), None)
