"""The words of quotations, made ready to be laid side by side.

What a copy desk may change without changing what was said is levelled here: case, punctuation, quote marks, hyphens,
spelling of the two Englishes, figures for number words, the per cent sign. Contractions are kept: they are words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.text.words import Token, tokens
from checker.types import Span

_ELLIPSIS = re.compile(r"\.\s?\.\s?\.[.\s]*|…+|\[\s*(?:\.\s?\.\s?\.|…)\s*\]")
_SQUARE = re.compile(r"\[[^\[\]]{0,120}\]")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {word: str(10 * tens) for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ence", "ense"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("eller", "eler"),
    ("ogue", "og"),
    ("amme", "am"),
    ("ammes", "ams"),
    ("ourable", "orable"),
    ("ourite", "orite"),
)
_SAME = {
    "cheque": "check",
    "grey": "gray",
    "tyre": "tire",
    "kerb": "curb",
    "plough": "plow",
    "programme": "program",
    "ok": "okay",
    "&": "and",
    "whilst": "while",
    "towards": "toward",
    "afterwards": "afterward",
    "amongst": "among",
    "learnt": "learned",
    "burnt": "burned",
    "spelt": "spelled",
    "mum": "mom",
    "maths": "math",
    "aeroplane": "airplane",
}


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


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text, hyphenated ones taken apart; spans count from the start of ``text``."""
    end = len(text) if end is None else end
    part = text[start:end]
    squares = [found.span() for found in _SQUARE.finditer(part)]
    gaps = [found.start() for found in _ELLIPSIS.finditer(part)]
    made: list[Word] = []
    gap_at = square_at = 0
    for token in tokens(part):
        gap = False
        while gap_at < len(gaps) and gaps[gap_at] < token.span.start:
            gap, gap_at = True, gap_at + 1
        while square_at < len(squares) and squares[square_at][1] <= token.span.start:
            square_at += 1
        bracketed = square_at < len(squares) and squares[square_at][0] < token.span.start
        for piece, span in _pieces(token):
            made.append(Word(_key(piece), piece, span.shifted(start), bracketed, gap))
            gap = False
        if part[token.span.end : token.span.end + 1] == "%":
            made.append(Word("percent", "%", Span(token.span.end, token.span.end + 1).shifted(start), bracketed))
    return _per_cent(made)


def _pieces(token: Token) -> list[tuple[str, Span]]:
    if "-" not in token.lower:
        return [(token.text, token.span)]
    found, at = [], 0
    for piece in token.lower.split("-"):
        span = Span(token.span.start + at, token.span.start + at + len(piece))
        if piece:
            found.append((token.text[at : at + len(piece)], span))
        at += len(piece) + 1
    return found


def _per_cent(made: list[Word]) -> tuple[Word, ...]:
    found: list[Word] = []
    for word in made:
        if word.key == "cent" and found and found[-1].key == "per":
            per = found.pop()
            word = Word(
                "percent", f"{per.text} {word.text}", Span(per.span.start, word.span.end), per.bracketed, per.gap
            )
        found.append(word)
    return tuple(found)


def _key(word: str) -> str:
    lower = word.lower().replace("’", "'").replace(".", "" if not word[0].isdigit() else ".").replace(",", "")
    lower = _SAME.get(lower, _NUMBER_WORDS.get(lower, lower))
    if len(lower) > 5 and lower.isalpha():
        for british, american in _SPELLINGS:
            if lower.endswith(british):
                return lower[: -len(british)] + american
    return lower
