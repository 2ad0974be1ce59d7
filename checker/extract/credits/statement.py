"""A sentence without its credit phrases, as an editor would write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.types import Span

_TIDY = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"\s+", " "),
        (r"(?:,?\s+(?:and|or|but|while))+(?=\s*[.!?…]?$)", ""),
        (r"\s+([,.;:!?…)\]])", r"\1"),
        (r"([(\[])\s+", r"\1"),
        (r"\(\s*\)|\[\s*\]", ""),
        (r",(?:\s*,)+", ","),
        (r"[,;:]+(?=[.!?])", ""),
        (r",([\"”’»])\s*,", r"\1,"),
        (r"[,;](\s*[—–])", r"\1"),
        (r",([\"”’»])(?=[.!?]?$)", r"\1"),
        (r"\s+", " "),
    )
)
_OPENING = re.compile(r"^[\s,;:.)\]—–-]+(?=\S)")
_HANGING = re.compile(r"[\s,;:—–]+(?:and|but|while|as)?$|[\s,;:—–-]+$")
_CLOSED = re.compile(r"[.!?…][\"”’'»)\]]*$")
_MARKS = "\"”’'»"


def statement(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """The text with every span of ``edits`` (none overlapping) replaced, on one line, with a capital and a full stop.

    Empty if nothing but punctuation is left.
    """
    pieces: list[str] = []
    position = 0
    for span, by in sorted(edits):
        pieces += [text[position : span.start], f" {by} " if by or _between_words(text, span) else ""]
        position = span.end
    said = "".join(pieces) + text[position:]
    for pattern, by in _TIDY:
        said = pattern.sub(by, said)
    said = _OPENING.sub("", said).strip()
    if not any(letter.isalnum() for letter in said):
        return ""
    return _capital(_ended(said))


def _between_words(text: str, span: Span) -> bool:
    return span.start > 0 and span.end < len(text) and (text[span.end].isalnum() or text[span.end] in "\"“‘'($€£")


def _ended(said: str) -> str:
    if _CLOSED.search(said):
        return said
    said = _HANGING.sub("", said)
    if said and said[-1] in _MARKS and said.count('"') % 2 == 0 and said[-2:-1].isalnum():
        return f"{said[:-1]}.{said[-1]}"
    return said + "."


def _capital(said: str) -> str:
    for at, letter in enumerate(said):
        if letter.isalnum():
            word = re.match(r"[\w’'-]+", said[at:])
            mixed = word is not None and any(c.isupper() for c in word[0])
            return said if mixed else said[:at] + letter.upper() + said[at + 1 :]
    return said
