"""The words of quotations, made ready to be laid side by side.

What a copy desk may change without changing what was said is levelled here: case, punctuation, quote marks, hyphens,
spelling, figures for number words, signs for per cent and money, a word said twice. Contractions are kept: they are words.
"""

from __future__ import annotations

import re

from checker.comparers.quote_figures import days_first, in_figures, joined, priced
from checker.comparers.quote_spelling import spelling_key
from checker.comparers.quote_word import Word
from checker.text.words import Token, tokens
from checker.types import Span

__all__ = ["Word", "words_of"]

_ELLIPSIS = re.compile(r"\.\s?\.\s?\.[.\s]*|…+|\[\s*(?:\.\s?\.\s?\.|…)\s*\]")
_PUT_IN = re.compile(r"\[[^\[\]]{0,120}\]|\([^()\n]{1,60}\)|(?<![\w*])\w+\*{2,}\w*(?![\w*])")
"""What a desk put in or masked: brackets, short round ones too ("he (the mayor) left"), and a word with stars in it."""
_UNITS = {
    "ft": "feet",
    "km": "kilometers",
    "cm": "centimeters",
    "mm": "millimeters",
    "kg": "kilograms",
    "lb": "pounds",
    "lbs": "pounds",
    "bn": "billion",
    "tn": "trillion",
}
"""Units written on to their figure, and how another desk spells them out."""
_FIGURE_AND_UNIT = re.compile(rf"(\d+(?:[.,:]\d+)*)({'|'.join(sorted(_UNITS, key=len, reverse=True))})")


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text, hyphenated ones taken apart; spans count from the start of ``text``. No key is empty."""
    end = len(text) if end is None else end
    part = text[start:end]
    put_in = [found.span() for found in _PUT_IN.finditer(part)]
    gaps = [found.start() for found in _ELLIPSIS.finditer(part)]
    made: list[Word] = []
    gap_at = put_in_at = 0
    for token in tokens(part):
        gap = False
        while gap_at < len(gaps) and gaps[gap_at] < token.span.start:
            gap, gap_at = True, gap_at + 1
        while put_in_at < len(put_in) and put_in[put_in_at][1] <= token.span.start:
            put_in_at += 1
        bracketed = put_in_at < len(put_in) and put_in[put_in_at][0] <= token.span.start
        for piece, span in _pieces(token):
            # a lone accent has no key: as a word of no length it would be found everywhere, without end
            if key := _key(piece, made):
                made.append(Word(key, piece, span.shifted(start), bracketed, gap))
                gap = False
        if part[token.span.end : token.span.end + 1] == "%":
            made.append(Word("percent", "%", Span(token.span.end, token.span.end + 1).shifted(start), bracketed))
    return _said_once(text, days_first(text, priced(text, in_figures(text, _per_cent(text, made)))))


def _pieces(token: Token) -> list[tuple[str, Span]]:
    if measured := _FIGURE_AND_UNIT.fullmatch(token.lower):
        cut = token.span.start + len(measured[1])
        return [(measured[1], Span(token.span.start, cut)), (measured[2], Span(cut, token.span.end))]
    if "-" not in token.lower:
        return [(token.text, token.span)]
    found, at = [], 0
    for piece in token.lower.split("-"):
        span = Span(token.span.start + at, token.span.start + at + len(piece))
        if piece:
            found.append((token.text[at : at + len(piece)], span))
        at += len(piece) + 1
    return found


def _key(piece: str, before: list[Word]) -> str:
    measures = piece in _UNITS and before and before[-1].key[:1].isdigit()
    return spelling_key(_UNITS[piece] if measures else piece)


def _per_cent(text: str, made: list[Word]) -> list[Word]:
    found: list[Word] = []
    for word in made:
        if word.key == "cent" and found and found[-1].key == "per":
            word = joined(text, [found.pop(), word], "percent")
        found.append(word)
    return found


def _said_once(text: str, made: list[Word]) -> tuple[Word, ...]:
    """Without a word said twice in a row: a stutter, or "very, very"."""
    return tuple(word for before, word in zip([None, *made], made) if not (before and _again(text, before, word)))


def _again(text: str, before: Word, word: Word) -> bool:
    if before.key != word.key or not word.key.isalpha() or word.gap or before.bracketed != word.bracketed:
        return False
    return text[before.span.end : word.span.start].strip(" ,") == ""
