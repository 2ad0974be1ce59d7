"""Text that remembers where each of its characters comes from, so that a rewritten clause still knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from checker.text.words import tokens
from checker.types import Span

NOWHERE = -1
"""The place of a character that was filled in."""

LONGEST_READ = 4000
"""Characters of a sentence that is read word by word at all: twenty times a usual one. What is longer lacks its stops, is
kept whole, and costs no more than its length."""
LONGEST_ALIGNED = 400
"""Words up to which a statement is aligned word by word (quadratic at worst); longer ones are never cut."""


@dataclass(frozen=True, slots=True)
class Traced:
    """``origin[i]`` is the offset that character ``i`` of ``text`` comes from, or :data:`NOWHERE`."""

    text: str
    origin: tuple[int, ...]

    @staticmethod
    def of(text: str, base: int = 0) -> Traced:
        """A text that stands as it is at offset ``base``."""
        return Traced(text, tuple(range(base, base + len(text))))

    @staticmethod
    def filled_in(text: str) -> Traced:
        """Words that stand elsewhere, or nowhere."""
        return Traced(text, (NOWHERE,) * len(text))

    def __add__(self, other: Traced) -> Traced:
        return Traced(self.text + other.text, self.origin + other.origin)

    def cut(self, start: int, end: int | None = None) -> Traced:
        """The characters from ``start`` up to ``end``."""
        return Traced(self.text[start:end], self.origin[start:end])

    def span(self) -> Span | None:
        """From the first to the last character that has a place; None if none has."""
        places = [place for place in self.origin if place != NOWHERE]
        return Span(min(places), max(places) + 1) if places else None


def joined(pieces: Iterable[Traced]) -> Traced:
    """Pieces in a row."""
    whole = Traced("", ())
    for piece in pieces:
        whole += piece
    return whole


def tidy(piece: Traced) -> Traced:
    """A clause as a sentence: trimmed of commas and semicolons, a capital at its start, a full stop at its end."""
    text = piece.text
    start, end = len(text) - len(text.lstrip(" ,;:–—-")), len(text.rstrip(" ,;:–—-"))
    piece = piece.cut(start, max(start, end))
    if not piece.text:
        return piece
    if re.search(r"\w,[\"”’»]$", piece.text):
        piece = Traced(piece.text[:-2] + "." + piece.text[-1], piece.origin)
    if not piece.text.endswith((".", "!", "?", "…")) and not re.search(r"[.!?…][\"”’»)]$", piece.text):
        piece += Traced.filled_in(".")
    # A lower-case word with a capital inside ("iPhone", "eBay") is a name.
    first = re.match(r"[^\W\d_]+", piece.text)
    if first and first[0].islower():
        piece = Traced(piece.text[0].upper() + piece.text[1:], piece.origin)
    return piece


def trace(statement: str, sentence: str, base: int, without: tuple[Span, ...] = ()) -> Traced:
    """Where the words of a statement stand in the sentence it was made from, which begins at offset ``base``.

    ``without`` are absolute spans (credit phrases) that the statement has no words from. Words that were put in have no
    place; neither have all words of a statement that is too long to be aligned.
    """
    if len(statement) > LONGEST_READ:
        return Traced.filled_in(statement)
    ours = tokens(statement)
    theirs = [t for t in tokens(sentence) if not any(t.span.shifted(base).overlaps(w) for w in without)]
    if max(len(ours), len(theirs)) > LONGEST_ALIGNED:
        return Traced.filled_in(statement)
    origin = [NOWHERE] * len(statement)
    matcher = SequenceMatcher(None, [t.lower for t in ours], [t.lower for t in theirs], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        for one, other in zip(ours[a : a + size], theirs[b : b + size], strict=True):
            # "Lee’s" and "Lee's" are one word of one length; a word whose length differs keeps what fits.
            for i in range(min(len(one.span), len(other.span))):
                origin[one.span.start + i] = base + other.span.start + i
    return Traced(statement, tuple(origin))
