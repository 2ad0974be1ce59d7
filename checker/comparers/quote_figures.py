"""Numbers, sums and days as one desk's style: figures for words, the currency after the sum, the day before the month."""

from __future__ import annotations

from checker.comparers.quote_spelling import NUMBER_WORDS, ORDINAL_WORDS
from checker.comparers.quote_word import Word, adjacent
from checker.types import Span

_SCALES = {"hundred": 100, "thousand": 1000}
"""Words that a figure swallows; "million" and above stand after figures as well ("5 million")."""
_MAGNITUDES = frozenset("hundred thousand million billion trillion".split())
_CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_LAST_DAY = 31


def in_figures(text: str, words: list[Word]) -> list[Word]:
    """Numbers in words as one word each: "two hundred and fifty", "twenty-first", "a thousand", "three point five"."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        end, key = _number(text, words, at)
        found.append(words[at] if end == at + 1 else joined(text, words[at:end], key))
        at = end
    return found


def priced(text: str, words: list[Word]) -> list[Word]:
    """With a word for the currency sign, where it is spoken: after the sum and its magnitude."""
    found: list[Word] = []
    due = ""
    for number, word in enumerate(words):
        found.append(word)
        sign = text[word.span.start - 1 : word.span.start] if word.key[:1].isdigit() else ""
        due = sign if sign in _CURRENCIES else due
        following = words[number + 1] if number + 1 < len(words) else None
        if due and not (following and following.key in _MAGNITUDES and adjacent(text, word, following)):
            found.append(Word(_CURRENCIES[due], due, word.span, word.bracketed))
            due = ""
    return found


def days_first(text: str, words: list[Word]) -> list[Word]:
    """Puts "May 4th" and "4 May" alike; both words get the place of the whole day, so that places stay in order."""
    found = list(words)
    for at, (left, right) in enumerate(zip(words, words[1:])):
        if not adjacent(text, left, right):
            continue
        if _is_month(left) and (day := _day(right)):
            span = Span(left.span.start, right.span.end)
            found[at] = Word(day, right.text, span, left.bracketed, left.gap)
            found[at + 1] = Word(left.key, left.text, span, right.bracketed)
        elif _is_month(right) and found[at] is left and (day := _day(left)):
            found[at] = Word(day, left.text, left.span, left.bracketed, left.gap)
    return found


def joined(text: str, words: list[Word], key: str) -> Word:
    """Several words as one."""
    span = Span(words[0].span.start, words[-1].span.end)
    return Word(key, span.of(text), span, words[0].bracketed, words[0].gap)


def _number(text: str, words: list[Word], at: int) -> tuple[int, str]:
    """Where the number that begins at a word ends, and its figure; the word itself if there is none."""
    total = current = 0
    end, key, before = at, words[at].key, ""
    while end < len(words) and (end == at or adjacent(text, words[end - 1], words[end])):
        kind, value, ending = _kind(words[end])
        if kind == "a" and end == at or kind == "and" and before == "scale":
            following = _kind(words[end + 1])[0] if end + 1 < len(words) else ""
            if following not in (("scale",) if kind == "a" else ("ones", "tens")):
                break
        elif kind in ("ones", "tens") and before in (
            ("", "scale", "and", "tens") if kind == "ones" else ("", "scale", "and")
        ):
            if before == "tens" and not 0 < value < 10:
                break
            current += value
        elif kind == "figure" and end == at:
            current = value
        elif (
            kind == "scale"
            and before not in ("", "and")
            and (value > current > 0 or before == "a")
            and (value == 100 or not total)
        ):
            total, current = (total, max(1, current) * value) if value == 100 else (max(1, current) * value, 0)
        else:
            break
        end, before = end + 1, kind
        if kind not in ("a", "and"):
            key = f"{total + current}{ending}" if end > at + 1 else key
        if ending:
            return end, key
    end -= before in ("a", "and")
    return _decimals(text, words, max(end, at + 1), key)


def _decimals(text: str, words: list[Word], end: int, key: str) -> tuple[int, str]:
    if end < len(words) and key.isdigit() and words[end].key == "point":
        digits = ""
        at = end + 1
        while at < len(words) and adjacent(text, words[at - 1], words[at]) and words[at].key in "0123456789":
            digits, at = digits + words[at].key, at + 1
        if digits:
            return at, f"{key}.{digits}"
    return end, key


def _kind(word: Word) -> tuple[str, int, str]:
    """What a word is to a number, its value, and its ending if it is an ordinal."""
    lower = word.text.lower()
    if lower in NUMBER_WORDS or lower in ORDINAL_WORDS:
        key = NUMBER_WORDS.get(lower) or ORDINAL_WORDS[lower]
        figure = key.rstrip("dhnrst")
        return "tens" if int(figure) >= 20 else "ones", int(figure), key[len(figure) :]
    if lower in _SCALES:
        return "scale", _SCALES[lower], ""
    if lower in ("a", "and"):
        return lower, 0, ""
    # a figure of more digits than these needs no scale after it
    return (
        ("figure", int(word.key), "")
        if word.key.isascii() and word.key.isdigit() and len(word.key) <= 3
        else ("", 0, "")
    )


def _is_month(word: Word) -> bool:
    return word.text[0].isupper() and word.key in _MONTHS


def _day(word: Word) -> str:
    day = word.key.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return day if day.isascii() and day.isdigit() and len(day) <= 2 and 0 < int(day) <= _LAST_DAY else ""
