"""Phrases that stand for one verb: "turned down" for rejected, "found guilty" for convicted.

Only what rarely means anything else where the words stand side by side is listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.text.words import Token

_TABLE = """
rejected: turned down, turns down, turn down, turning down, threw out, thrown out, throws out
cancelled: called off, calls off, call off
convicted: found guilty, finds guilty
acquitted: found not guilty, finds not guilty, found innocent
proceeded: went ahead, goes ahead, gone ahead
proceed: go ahead
rose: went up, gone up, goes up
rise: go up
fell: went down, gone down, goes down
fall: go down
closed: shut down, closed down, shuts down
delayed: put off, puts off, pushed back
hastened: brought forward
continued: carried on, carries on
continue: carry on
dismissed: laid off, lays off
overturned: struck down, strikes down
left: pulled out, pulls out, dropped out
sold: sold off
freed: set free
"""


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _TABLE.strip().splitlines():
        meant, said = line.split(": ")
        for phrase in said.split(", "):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, meant))
    return {first: tuple(sorted(some, key=lambda p: -len(p[0]))) for first, some in found.items()}


_PHRASES = _phrases()


def phrase_at(words: Sequence[Token], at: int) -> tuple[int, str]:
    """How many words the phrase that begins at a word has, and the verb it stands for; (1, "") where none does."""
    for phrase, meant in _PHRASES.get(words[at].lower, ()):
        if tuple(w.lower for w in words[at : at + len(phrase)]) == phrase:
            return len(phrase), meant
    return 1, ""
