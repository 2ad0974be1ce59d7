"""A word of a quotation, ready to be laid beside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.types import Span

NEGATIONS = frozenset("not no never nor neither nobody nothing none cannot hardly without".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quotation or document: ``key`` is what is compared, ``span`` where it stands.

    ``bracketed`` words were put in by a desk; ``gap`` means that words may have been left out right before this one.
    """

    key: str
    text: str
    span: Span
    bracketed: bool = False
    gap: bool = False


def adjacent(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but a space or a hyphen stands between two words, and both are the speaker's or both the desk's."""
    between = text[left.span.end : right.span.start]
    return (
        between.strip(" \u00a0-‐‑") == "" and len(between) <= 2 and left.bracketed == right.bracketed and not right.gap
    )


def is_negation(word: Word) -> bool:
    """Whether a word turns a sentence round; "n't" counts."""
    return word.key in NEGATIONS or word.key.endswith("n't")


def solid(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The words without the spaces between them, so that "health care" is "healthcare", and where each begins.

    Figures are kept apart: "1 5" is not "15".
    """
    starts: list[int] = []
    pieces: list[str] = []
    at = 0
    for number, word in enumerate(words):
        if number and word.key[:1].isdigit() and words[number - 1].key[-1:].isdigit():
            pieces.append(" ")
            at += 1
        starts.append(at)
        pieces.append(word.key)
        at += len(word.key)
    return "".join(pieces), starts
