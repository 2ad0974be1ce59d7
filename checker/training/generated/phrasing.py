"""Changes that leave a statement what it is: the other wording that a rewrite desk would give it."""

from __future__ import annotations

import random
import re

from checker.training.generated.opposites import EXCHANGEABLE

_SPELLED = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve"}
_FIGURES = {word: str(value) for value, word in _SPELLED.items() if value > 1}
_PARENTHESIS = re.compile(r"\s*\([^()]{3,80}\)")
_OPENING = re.compile(r"^(?:However|Meanwhile|But|And|Moreover|Also|In addition|Furthermore|So|Still|Instead|Indeed|Now|Then|Yet),?\s+(?=\w)")
_SAID = re.compile(r",\s+(?:he|she|they|it|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}|(?:the |an? )?[a-z]+(?: [a-z]+){0,2})\s+(?:said|says|added|told [a-z]+|according to [^,.]{3,40})\.$")
_ASIDE = re.compile(r",\s+(?:who|which)\s+[^,.;“”\"]{5,90},")
_LEADING_TIME = re.compile(r"^((?:On|In|Last|By|Since|During)\s+(?:[A-Z]\w+|\d{4}|week|month|year)(?:\s+\d{1,2}(?:, \d{4})?)?),\s+(\w)")
_WORD = re.compile(r"\b[a-z]+\b")
_DIGIT = re.compile(r"(?<![\w.,$£€¥/-])(\d{1,2})(?=\s+[a-z])")
_PERCENT = re.compile(r"(?<=\d)(?:%| per ?cent)")
_SCALED = re.compile(r"(?<=[$£€])(\d[\d.]*)\s(million|billion)\b")
EXCHANGE_SHARE = 0.5
"""How often each exchangeable word is exchanged. Set by hand."""


def reworded(sentence: str, rng: random.Random) -> str:
    """The sentence with some of the changes below; sometimes as it stands."""
    changes = [_without_opening, _without_parenthesis, _without_attribution, _without_aside, _time_last, _exchanged, _numbers]
    rng.shuffle(changes)
    for change in changes[: rng.choice((0, 2, 4, 7))]:
        sentence = change(sentence, rng)
    return sentence[:1].upper() + sentence[1:]


def _without_opening(sentence: str, rng: random.Random) -> str:
    return _OPENING.sub("", sentence)


def _without_parenthesis(sentence: str, rng: random.Random) -> str:
    return _PARENTHESIS.sub("", sentence)


def _without_attribution(sentence: str, rng: random.Random) -> str:
    return sentence if "“" in sentence or '"' in sentence else _SAID.sub(".", sentence)


def _without_aside(sentence: str, rng: random.Random) -> str:
    return _ASIDE.sub("", sentence, count=1)


def _time_last(sentence: str, rng: random.Random) -> str:
    found = _LEADING_TIME.match(sentence)
    if not found or not sentence.endswith(".") or "“" in sentence or '"' in sentence:
        return sentence
    return f"{found[2].upper()}{sentence[found.end() : -1]} {found[1][0].lower()}{found[1][1:]}."


def _exchanged(sentence: str, rng: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        options = EXCHANGEABLE.get(found[0])
        return rng.choice(options).replace("-", " ") if options and rng.random() < EXCHANGE_SHARE else found[0]

    return _WORD.sub(other, sentence) if "“" not in sentence and '"' not in sentence else sentence


def _numbers(sentence: str, rng: random.Random) -> str:
    """Figures spelled out and words as figures; percent signs and money written the other way."""
    if "“" in sentence or '"' in sentence:
        return sentence
    if rng.random() < 0.5:
        sentence = _DIGIT.sub(lambda m: _SPELLED.get(int(m[1]), m[1]), sentence)
    else:
        sentence = _WORD.sub(lambda m: _FIGURES.get(m[0], m[0]), sentence)
    sentence = _PERCENT.sub(lambda m: " percent" if m[0] == "%" else "%", sentence)
    return _SCALED.sub(lambda m: f"{m[1]}{'m' if m[2] == 'million' else 'bn'}", sentence)
