"""The facts of a sentence: clauses that stand alone, each with its subject filled in.

Each step cuts one construction (adjunct clauses, relative clauses, appositions, participles, coordinated clauses and
verbs) and leaves the sentence whole when it is not sure: an uncut sentence costs detail, a wrong cut a wrong alarm.
Quotations and conditional sentences are never cut, and what somebody is said to have said keeps its speaker.
The idea of rewriting by construction is that of Angeli, Johnson Premkumar and Manning, "Leveraging Linguistic
Structure for Open Domain Information Extraction" (ACL 2015), without their parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.extract.claims import adjuncts, coordination
from checker.extract.claims.grammar import read
from checker.extract.claims.references import resolve
from checker.extract.claims.traced import Traced, tidy
from checker.text.words import STOP_WORDS
from checker.types import Part, Span

LONGEST_CUT = 900
"""Characters up to which a sentence is cut; news sentences are under 500, longer ones are lists or lack their stops."""
MOST_PARTS = 6
"""A sentence that falls into more parts than this was misread."""
FEWEST_WORDS = 3
"""Words without which a part is no statement ("He left early")."""

_CONDITIONAL = re.compile(
    r"^(?:if|unless|whether|had\s+(?:he|she|they|it)|should\s+(?:he|she|they|it))\b|\b(?:if|unless|not only|either|neither|"
    r"the more|so that|in case|provided that)\b", re.IGNORECASE)

_JOINER = re.compile(r"(?:But|And|Yet|So)\s+(?=[^\W\d_])")

_STEPS: tuple[Callable[[Traced], tuple[Traced, ...]], ...] = (
    coordination.semicolons, adjuncts.leading_clause, coordination.clauses, adjuncts.apposition, adjuncts.relative_clause,
    adjuncts.participle, coordination.verbs_of_one_subject)


def clauses(text: str) -> tuple[Part, ...]:
    """The facts of one sentence in order; a sentence with one fact, or an unclear one, is its own only part.

    Spans are offsets into ``text``: where a part stands, without the words that were filled in.
    """
    return tuple(Part(piece.span() or Span(0, len(text)), piece.text) for piece in facts(Traced.of(text)))


def facts(sentence: Traced) -> tuple[Traced, ...]:
    """The same for a sentence that knows its places."""
    if len(sentence.text) > LONGEST_CUT or _CONDITIONAL.search(read(sentence.text).masked) or "?" in sentence.text \
            or "\0" in sentence.text:
        return (sentence,)
    pieces: tuple[Traced, ...] = (sentence,)
    for step in _STEPS:
        pieces = tuple(result for piece in pieces for result in _checked(step, piece))
    if not 1 < len(pieces) <= MOST_PARTS:
        return (sentence,)
    return _ordered(_with_referents(tuple(_without_joiner(piece) for piece in pieces)))


def _checked(step: Callable[[Traced], tuple[Traced, ...]], piece: Traced) -> tuple[Traced, ...]:
    """A step's result, or the piece as it was if one of the results is no sentence."""
    found = step(piece)
    if len(found) < 2:
        return (piece,)
    results = tuple(tidy(each) for each in found)
    return results if all(_stands_alone(each) for each in results) else (piece,)


def _stands_alone(piece: Traced) -> bool:
    reading = read(piece.text)
    verb = reading.main_verb()
    if len(reading.words) < FEWEST_WORDS or piece.span() is None:
        return False
    if all(word.lower in STOP_WORDS for word in reading.words):
        return False
    quoted = "\0" in reading.masked
    return quoted or verb is not None


def _without_joiner(piece: Traced) -> Traced:
    """ "But he resigned": what joins a sentence to the one before joins none of its parts."""
    joiner = _JOINER.match(piece.text)
    return tidy(piece.cut(joiner.end())) if joiner else piece


def _with_referents(pieces: tuple[Traced, ...]) -> tuple[Traced, ...]:
    """Pronouns at the start of a part resolved by the parts before it."""
    done: list[Traced] = []
    for piece in pieces:
        resolved = resolve(piece.text, tuple(p.text for p in done))
        if resolved != piece.text:
            kept = _common_end(resolved, piece.text)
            piece = Traced.filled_in(resolved[: len(resolved) - kept]) + piece.cut(len(piece.text) - kept)
        done.append(piece)
    return tuple(done)


def _common_end(one: str, other: str) -> int:
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    return same


def _ordered(pieces: tuple[Traced, ...]) -> tuple[Traced, ...]:
    return tuple(sorted(pieces, key=lambda piece: piece.span() or Span(0, 0)))
