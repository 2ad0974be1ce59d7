"""From numbers to quantities: which unit, which kind, which bounds, what is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from checker.text.quantities.bounds import bound
from checker.text.quantities.candidates import PART_OF_UNIT, candidates
from checker.text.quantities.excluded import excluded
from checker.text.quantities.model import Kind, Quantity
from checker.text.quantities.nouns import Counted, counted
from checker.text.quantities.numbers import FRACTION_SHARE, FRACTION_SLACK, Form, Number
from checker.text.quantities.units import Unit, unit_after, unit_before
from checker.types import Span

_WORTH_READING = re.compile(
    r"\d|[½¼¾⅓⅔]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?"
    r"|thousands?|million|billion"
    r"|trillion|lakh|crore|half|third|quarter|fifth|second|first|fourth|\w+th|couple|scores|a|an)\b",
    re.IGNORECASE,
)
_NAME_COMMA = re.compile(r"\b[A-Z][\w'’-]+,[ ]$")
_ROLE_COMMA = re.compile(r"\b(?:the|an?|his|her|their)(?:[ ][a-z][a-z-]*){0,2}[ ][a-z-]*[a-rt-z],[ ]$", re.IGNORECASE)
"""One person before a comma: "the minister, 58,"; plurals are counted ("the victims, 12,")."""
_VOTES_TO = re.compile(r"(?:[ ]votes?)?(?:[ ](?:in favou?r|for))?,?[ ](?:to|and|against|with)[ ]")
_AGAINST = re.compile(r"(?:[ ]votes?)?[ ](?:against|opposed)\b")
_AGED = re.compile(r"\b(?:aged?|age of|turned|turning|turns)(?: just| only| about)?[ ]$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:is|was|were|still|only|just)[ ]$", re.IGNORECASE)
_WHEN = re.compile(r"[ ](?:when|at the time)\b")
_VOTE = re.compile(
    r"\b(?:votes?|voted|voting|ballot|passed|approved|rejected|senate|parliament|council|lawmakers|split|majority"
    r"|referendum|ruled|margin|motion|bill|chamber|adopted|carried|abstentions?|abstain(?:ed|ing))\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:won|wins?|winning|beat|beats|beating|lost|lose|loss|draw|drew|defeat(?:ed|s)?|victory|score[ds]?|goals?"
    r"|lead|led|tie|tied|match|games?|final|thrash(?:ed|ing)|comeback|down|up|edged)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:between|from|of)[ ](?:(?:about|around|roughly|some|an estimated)[ ])?(?:[A-Z]{0,3}[$€£¥])?$", re.IGNORECASE
)
_RISEN_BY = re.compile(r"\b(?:toll|number|total|count|tally)\b[^.;:]{0,30}\bby[ ]$", re.IGNORECASE)
""""The toll rose by ten to 54" is a step and a new total, where "prices rose by 10 to 15 percent" is a range."""
_SEPARATOR = re.compile(
    r"(?:%|[ ]?(?:per ?cent|km|kg|miles))?(?P<word>[ ]?[-–—][ ]?|[ ]to[ ]|[ ]and[ ]|[ ]or[ ])(?:[A-Z]{0,3}[$€£¥])?$"
)
_AN_UNIT = re.compile(
    r"\b(?:for|within|than|nearly|almost|about|over|under|took|takes|take|lasted|lasts|last|spent|in|after|around"
    r"|roughly|just|up to|least) (an?) (second|minute|hour|day|week|month|year|decade|century|fortnight)\b(?! (?:ago"
    r"|earlier|later|before))"
    r"|\b([Aa]n?) (?:(minute|hour|day|week|month|year|decade)(?= and a half\b)|(fortnight)\b(?! (?:ago|earlier|later|before)))"
)
_AND_A_HALF = re.compile(r"[ ]and[ ]a[ ]half\b(?![ ]of\b)")
_UNIT_LEFT_OUT = re.compile(
    r"[^.;:!?\n]{0,40}?\b(?:to|from|than|with|against|versus)[ ](?:(?:about|around|nearly|almost|roughly|some|just|only|over"
    r"|under|an estimated)[ ])?",
    re.IGNORECASE,
)
"""What stands between an amount with its currency and one without: "from 1.05 billion euros to 1.4 billion"."""
_BELOW_ZERO = re.compile(r"(?:\bminus |(?<![\w°%)])[-−])$", re.IGNORECASE)
_METRES_OR_MILLIONS = re.compile(r"\dm$")
MANY = 100_000
"""Behind an amount of money of at least this much "900m" is no length."""
_SCALED = re.compile(r"(?:\b|\d)(?:hundred|thousand|[kmb]|mn|bn|tn|million|billion|trillion|lakh|crore)$", re.IGNORECASE)

DEGREES = "°C"
"""The unit that all temperatures are read in: the only ones that go below zero."""
AGES = range(1, 116)
"""A number between commas after a name is an age if anybody ever was that old."""
_DATED = re.compile(r"\b(?:in|since|by|until|the|of|year|from|after|before)\s$", re.IGNORECASE)
LIKELY_YEAR = range(1900, 2101)
PAIR_REACH = 120
"""Characters around "31 to 27" in which a word of voting or playing tells what it is: a sentence, roughly."""


@lru_cache(maxsize=8192)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in order, never overlapping. Dates, clock times and names with numbers are none."""
    if not _WORTH_READING.search(text):
        return ()
    mask = excluded(text)
    chosen = candidates(text, mask)
    found: list[Quantity] = []
    i, free = 0, 0
    while i < len(chosen):
        quantity, used = _pair(text, chosen, i, free)
        if quantity is None:
            quantity, used = _single(text, chosen[i], free, _limit(text, chosen, i + 1)), 1
        if quantity is not None and quantity.span.start >= free:
            found.append(quantity)
            free = quantity.span.end
        i += used
    found = _with_units_left_out(text, _joined(text, found))
    found.extend(q for q in _indefinite(text, mask) if not any(q.span.overlaps(f.span) for f in found))
    return tuple(sorted(found, key=lambda q: q.span))


def _limit(text: str, chosen: list[Number], i: int) -> int:
    return chosen[i].span.start if i < len(chosen) else len(text)


def _pair(text: str, chosen: list[Number], i: int, free: int) -> tuple[Quantity | None, int]:
    """A range, a score or a vote that begins with number ``i``, and how many numbers it takes."""
    if i + 1 >= len(chosen):
        return None, 0
    one, two = chosen[i], chosen[i + 1]
    plain = (Form.DIGITS, Form.WORDS)
    votes = _votes_apart(text, one, two)
    if votes is not None:
        return votes, 2
    gap = _SEPARATOR.fullmatch(text[one.span.end : two.span.start]) if two.span.start - one.span.end < 20 else None
    if gap is None or one.form not in plain or two.form not in plain:
        return None, 0
    word = gap["word"].strip()
    before = text[max(0, one.span.start - 40) : one.span.start]
    cue = _BETWEEN.search(before)
    cue_word = cue[0].split()[0].lower() if cue else ""
    if cue_word == "from" and word == "to" and (shared := unit_after(text, two.span.end, two.high, two.scaled)):
        return _with_unit(text, one, shared, one.span.start, one.span.end, free, two.span.start), 1
    if word == "to" and _RISEN_BY.search(before):
        return None, 0
    if word == "and" and cue_word != "between" or cue_word == "from" and word == "to":
        return None, 0
    unit = unit_after(text, two.span.end, two.high, two.scaled) or unit_before(text, one.span.start)
    if unit is None and word != "or" and word != "and":
        pair = _contest(text, one, two, word)
        if pair is not None:
            return pair, 2
    if two.scaled and not one.scaled and one.high < two.high / max(two.step, 1.0) * 1000 and one.high < 1000:
        scale = _scale_of(text, two)
        if one.high * scale < two.high:
            one = one.times(scale)
    if not one.high < two.high:
        return None, 0
    merged = Number(
        Span(one.span.start, two.span.end), one.low, two.high, min(one.step, two.step), one.form, two.scaled
    )
    return _single(text, merged, free, _limit(text, chosen, i + 2)), 2


def _votes_apart(text: str, one: Number, two: Number) -> Quantity | None:
    """A vote with its words between the sides: "214 votes to 198", "57 in favour and 41 against"."""
    between = text[one.span.end : two.span.start] if two.span.start - one.span.end < 30 else ""
    counts = " vote" in between and between.endswith((" to ", " against ")) or _AGAINST.match(text, two.span.end) and (
        " for" in between or " favo" in between)
    whole = all(n.form in (Form.DIGITS, Form.WORDS) and n.high == int(n.high) and not n.scaled for n in (one, two))
    if not counts or not whole or not _VOTES_TO.fullmatch(between):
        return None
    against = _AGAINST.match(text, two.span.end)
    span = Span(one.span.start, against.end() if against else two.span.end)
    low, high = sorted((one.high, two.high))
    return Quantity(span, low, high, Kind.VOTES, "", "", counted(text, span.start, span.end).nouns, False, span.of(text), high, 1.0)


def _scale_of(text: str, number: Number) -> float:
    words = number.span.of(text).lower()
    for name, scale in (
        ("trillion", 1e12),
        ("tn", 1e12),
        ("billion", 1e9),
        ("bn", 1e9),
        ("million", 1e6),
        ("mn", 1e6),
        ("thousand", 1e3),
        ("hundred", 100.0),
    ):
        if words.endswith(name):
            return scale
    return {"m": 1e6, "k": 1e3, "b": 1e9}.get(words[-1], 12.0 if words.endswith("dozen") else 1.0)


def _contest(text: str, one: Number, two: Number, word: str) -> Quantity | None:
    """A score or a vote: two whole numbers side by side where people vote or play."""
    around = text[max(0, one.span.start - PAIR_REACH) : two.span.end + PAIR_REACH]
    ascending = one.high < two.high
    if one.high != int(one.high) or two.high != int(two.high) or one.scaled or two.scaled:
        return None
    near = text[max(0, one.span.start - 40) : two.span.end + 26] if ascending else around
    votes, score = _VOTE.search(near), _SCORE.search(near)
    if not votes and not score or ascending and counted(text, two.span.start, two.span.end).noun:
        return None
    if word == "to" and not votes and not ascending and not score:
        return None
    kind = Kind.VOTES if votes else Kind.SCORE
    span = Span(one.span.start, two.span.end)
    about = counted(text, span.start, span.end)
    low, high = sorted((one.high, two.high))
    return Quantity(span, low, high, kind, "", "", about.nouns, False, span.of(text), high, 1.0)


def _single(text: str, number: Number, free: int, limit: int) -> Quantity | None:
    """The quantity of one number (or range) that may begin at ``free`` and must end by ``limit``."""
    start, end = number.span.start, number.span.end
    if number.form is Form.ORDINAL:
        about = counted(text, start, end, one=True)
        return _made(
            text, Span(start, min(about.end, limit)), number, (number.low, number.high), Kind.ORDINAL, "", about
        )
    if number.form is Form.FRACTION:
        return _fraction(text, number, limit)
    before, before_text = unit_before(text, start), text[max(0, start - 40) : start]
    after = None if before else unit_after(text, end, number.high, number.scaled)
    unit = before or after
    if before:
        start = before.end
    if after:
        end = after.end
        sign = _BELOW_ZERO.search(before_text) if after.kind is Kind.MEASURE and after.name == DEGREES else None
        if sign:
            start -= len(sign[0])
            number = replace(number, low=-number.high, high=-number.low)
    if unit is None and _is_age(text, number, before_text):
        unit = Unit(Kind.AGE, "year")
    if unit is None and number.form is Form.DIGITS and not number.scaled and _year_like(text, number):
        return None
    return _with_unit(text, number, unit, start, end, free, limit)


def _with_unit(text: str, number: Number, unit: Unit | None, start: int, end: int, free: int, limit: int) -> Quantity:
    hedge = bound(text, start, end)
    low, high = hedge.widened(number.low, number.high)
    # An age between commas belongs to whoever stands before the first of them.
    behind = hedge.start - 2 if unit and unit.kind is Kind.AGE and end == number.span.end and text[start - 2 : start] == ", " else hedge.start
    about = counted(text, behind, hedge.end, one=number.high == 1 or bool(unit and unit.attributive))
    half = _AND_A_HALF.match(text, end) if unit and unit.kind is Kind.DURATION else None
    if half:
        number = replace(number, low=number.low + 0.5, high=number.high + 0.5, step=0.5)
        low, high, end = low + 0.5, high + 0.5, half.end()
    whole = Span(max(hedge.start, free), max(hedge.end, end))
    vague = number.form is Form.VAGUE
    if unit is None:
        if about.end > end and about.end <= limit:
            whole = Span(whole.start, max(whole.end, about.end))
        return _made(
            text, whole, number, (low, high), Kind.COUNT, "person" if about.person else "", about, hedge.approx or vague
        )
    bounds = (low * unit.factor + unit.offset, high * unit.factor + unit.offset)
    return _made(text, whole, number, bounds, unit.kind, unit.name, about, hedge.approx or vague, unit)


def _made(
    text: str, span: Span, number: Number, bounds: tuple[float, float], kind: Kind, unit_name: str, about: Counted,
    approx: bool = False, unit: Unit | None = None,
) -> Quantity:  # fmt: skip
    factor, offset = (unit.factor, unit.offset) if unit else (1.0, 0.0)
    return Quantity(
        span, bounds[0], bounds[1], kind, unit_name, about.noun, about.nouns, approx, span.of(text), number.high *
        factor + offset,
        number.step * factor, about.modifiers, about.topic if kind is Kind.COUNT else "", bool(unit and unit.vague),
    )  # fmt: skip


def _fraction(text: str, number: Number, limit: int) -> Quantity:
    start, end = number.span.start, number.span.end
    part = PART_OF_UNIT.match(text, end)
    if part:
        word = part["unit"].lower()
        unit = unit_after(" " + word, 0, 1.0, False)
        if unit is not None:
            amount = Number(number.span, number.low / 100, number.high / 100, number.high / 100, Form.WORDS)
            return _with_unit(text, amount, unit, start, part.end(), 0, limit)
    hedge = bound(text, start, end)
    low, high = hedge.widened(number.low, number.high)
    about = counted(text, hedge.start, hedge.end)
    slack = min(FRACTION_SLACK, FRACTION_SHARE * high) if not hedge.name or hedge.approx else 0.0
    bounds = (max(0.0, low - slack), min(100.0, high + slack) if high <= 100 else high)
    return _made(text, Span(hedge.start, hedge.end), number, bounds, Kind.PERCENT, "%", about, True)


def _is_age(text: str, number: Number, before: str) -> bool:
    if number.high not in AGES or number.form is not Form.DIGITS or number.low != number.high:
        return False
    if _AGED.search(before) or _WAS.search(before) and _WHEN.match(text, number.span.end):
        return True
    return (_NAME_COMMA.search(before) or _ROLE_COMMA.search(before)) is not None and text[number.span.end : number.span.end + 1] in (
        ",",
        ".",
        ";",
        ")",
    )


def _year_like(text: str, number: Number) -> bool:
    digits = number.span.of(text)
    if len(digits) != 4 or not digits.isdigit() or int(digits) not in LIKELY_YEAR:
        return False
    about = counted(text, number.span.start, number.span.end)
    # "2000 homes" are counted, "the 2000 election" and "in 2000 floods" are dated
    if int(digits) % 100 == 0 and about.end > number.span.end and not _DATED.search(text[max(0, number.span.start - 8) : number.span.start]):
        return False
    return not (about.person or bound(text, number.span.start, number.span.end).name)


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "Four minutes and 20 seconds" is one duration."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind is quantity.kind is Kind.DURATION
            and last.step > quantity.figure
            and text[last.span.end : quantity.span.start] in (" and ", " ", ", ")
        ):
            span = Span(last.span.start, quantity.span.end)
            joined[-1] = replace(
                quantity, span=span, low=last.low + quantity.low, high=last.high + quantity.high, text=span.of(text),
                figure=last.figure + quantity.figure, nouns=last.nouns + quantity.nouns, approx=last.approx or
                quantity.approx,
            )  # fmt: skip
        else:
            joined.append(quantity)
    return joined


def _with_units_left_out(text: str, found: list[Quantity]) -> list[Quantity]:
    """A scaled figure that counts nothing, behind an amount of money: it is of the same currency."""
    full: list[Quantity] = []
    for quantity in found:
        last = full[-1] if full else None
        if (
            last is not None
            and last.kind is Kind.MONEY
            and not quantity.noun
            and _UNIT_LEFT_OUT.fullmatch(text[last.span.end : quantity.span.start])
        ):
            if quantity.kind is Kind.MEASURE and last.figure >= MANY and _METRES_OR_MILLIONS.search(quantity.text):
                quantity = replace(quantity, kind=Kind.COUNT, unit="", low=quantity.low * 1e6, high=quantity.high * 1e6,
                                   figure=quantity.figure * 1e6, step=quantity.step * 1e6)
            if quantity.kind is Kind.COUNT and not quantity.unit and _SCALED.search(quantity.text):
                quantity = replace(quantity, kind=Kind.MONEY, unit=last.unit, vague_unit=last.vague_unit, topic="")
        full.append(quantity)
    return full


def _indefinite(text: str, mask: bytearray) -> list[Quantity]:
    """ "for a year", "within an hour": one of a unit of time, where the words before show that a stretch is meant."""
    found = []
    for match in _AN_UNIT.finditer(text):
        group = 1 if match[1] else 3
        start, end = match.start(group), match.end()
        if any(mask[start:end]):
            continue
        unit = unit_after(" " + (match[2] or match[4] or match[5]), 0, 1.0, False)
        if unit is not None:
            one = Number(Span(start, match.end(group)), 1, 1, 1, Form.WORDS)
            found.append(_with_unit(text, one, unit, start, end, 0, len(text)))
    return found
