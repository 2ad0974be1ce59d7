"""A claim that is a sentence of the coverage but for a word or two: what differs decides, and not how alike they look.

Claim and sentence are aligned word by word (Levenshtein, by rapidfuzz). Where nearly all words stand, what was put in the
place of a figure, a date or a name, an added or lost "not", and a word turned into its opposite are errors of copying, even
where each of the words stands elsewhere in the coverage too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf, isinf

from rapidfuzz.distance import Levenshtein, Opcode

from checker.comparers.actions import SYMMETRIC, same_action
from checker.comparers.names import comparable_names
from checker.comparers.numeric import ROUNDING, Relation, comparable, relation
from checker.comparers.opposites import opposite
from checker.comparers.side import Side
from checker.text.date_words import MONTHS, ORDINALS, SMALL, WEEKDAYS
from checker.text.names import DEMONYM, Name, names, same_name
from checker.text.quantities import Kind, Quantity, quantities
from checker.text.sentences import split
from checker.text.words import STOP_WORDS, Token, stem, tokens
from checker.types import Mark, Signal, Span

NAME = "near-copies"
COPIED = 0.75
"""Share of the claim's words that must stand in one sentence, in order."""
LEAST_COPIED = 5
"""Words that must: below, "12 people died" is a copy of "14 people died" by chance."""
BESIDE = 2
"""Words on one side of a difference, and at least one on the other, that must be the same, or the end of the sentence."""
LONGEST = 4
"""Words of a difference: a longer one is another wording."""

_NEGATORS = frozenset("not never no cannot without neither nor".split())
_AUXILIARIES = frozenset("do does did is are was were be been being has have had will would can could shall should a an the any".split())
_LIMITS = frozenset("only just all always yet necessarily every everyone immediately merely".split())
"""Behind "not" these leave part of the matter standing."""
_OPPOSED = tuple(tuple(frozenset(pole.split()) for pole in row.split("|")) for row in (
    "before|after", "former ex|current incumbent", "least|most", "better|worse", "older|younger", "growth|decline fall", "early|late",
    "conservative|liberal", "over above|under below", "day|night", "morning|evening", "inside|outside", "with|without", "up|down",
    "all|none no", "always|never", "major|minor", "strong|weak", "strongest|weakest", "richest|poorest", "rich|poor", "true|false",
    "more|less fewer", "greater|smaller", "positive|negative", "urban|rural", "ahead|behind", "winning|losing", "popular|unpopular",
    "likely|unlikely", "able|unable", "for in_favour_of in_favor_of in_support_of|against opposed_to", "next|previous last"))
"""Opposites that are too common or too loose to be held against each other anywhere but in the same place of the same sentence."""
"""``_`` joins the words of a phrase."""
_OVERSTATED = tuple(tuple(frozenset(pole.split()) for pole in row.split("|")) for row in (
    "all every each both|some most many few several half", "most|few some"))
"""How much of it the claim speaks of, and how much less the coverage does. The other way round the claim is only the weaker."""
_NOBODY = (("nobody",), ("none",), ("no", "one"))
_LEVEL = frozenset("and or nor as with like versus v against alongside plus both".split())
"""Words between two names or things that leave neither before the other."""
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR_LIKE = re.compile(r"(?:1[5-9]|20)\d\d")
_CALENDAR = frozenset(w.lower() for w in (*MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True)
class NearCopy:
    """A sentence (its place in the passage's text) that is nearly the claim: the ``share`` of the claim's words that stand in it
    (0..1), and what differs as a signal."""

    share: float
    sentence: Span
    signal: Signal


@dataclass(frozen=True, slots=True)
class _Slot:
    """What stands in one place: words of the claim and words of the sentence, either of which may be none."""

    ours: tuple[Token, ...]
    theirs: tuple[Token, ...]


def nearest_copy(claim: Side, passage: Side) -> NearCopy | None:
    """The sentence of a passage that is most nearly the claim; None if none is. Never raises."""
    own = tokens(claim.text)
    best: NearCopy | None = None
    for span in split(passage.text):
        found = _held_against(claim, own, passage, span)
        if found is not None and (best is None or found.share > best.share):
            best = found
    return best


def _held_against(claim: Side, own: Sequence[Token], passage: Side, span: Span) -> NearCopy | None:
    theirs = tuple(t for t in tokens(span.of(passage.text)))
    words, there = [t.lower for t in own], [t.lower for t in theirs]
    most = len(set(words) & set(there))
    if len(words) < LEAST_COPIED or most < LEAST_COPIED or most < COPIED * len(set(words)) - 1:
        return None
    blocks = Levenshtein.opcodes(words, there)
    equal = sum(b.src_end - b.src_start for b in blocks if b.tag == "equal")
    if equal < LEAST_COPIED or equal < COPIED * len(words):
        return None
    slots = tuple(_slots(own, theirs, blocks))
    marks = tuple(_marks(claim, slots, Side(span.of(passage.text), passage.base + span.start)))
    if not same_action(claim.text, passage.text):
        marks += tuple(_exchanged(claim, slots, Side(span.of(passage.text), passage.base + span.start)))
    if {m.kind for m in marks} >= {"date", "quantity"}:
        marks = ()  # another figure of another time is another fact
    conflict = marks[0] if marks else None
    return NearCopy(equal / len(words), span, Signal(
        NAME, float(not marks), float(len(marks)), 0.0, _RULES[conflict.kind] if conflict else None,
        conflict.note if conflict else "", marks))


_RULES = {"quantity": "number-conflict", "date": "date-conflict", "name": "name-conflict", "polarity": "contradicted"}


def _slots(own: Sequence[Token], theirs: Sequence[Token], blocks: Iterable[Opcode]) -> Iterator[_Slot]:
    """The differences that stand between words that are the same."""
    ops = [(b.tag, b.src_start, b.src_end, b.dest_start, b.dest_end) for b in blocks]
    merged: list[tuple[bool, int, int, int, int]] = []
    for tag, a, b, c, d in ops:
        same = tag == "equal"
        if merged and not same and not merged[-1][0]:
            merged[-1] = (False, merged[-1][1], b, merged[-1][3], d)
        else:
            merged.append((same, a, b, c, d))
    for at, (same, a, b, c, d) in enumerate(merged):
        if same or b - a > LONGEST or d - c > LONGEST:
            continue
        before = merged[at - 1][2] - merged[at - 1][1] if at else (BESIDE if c == 0 else 0)
        after = merged[at + 1][2] - merged[at + 1][1] if at + 1 < len(merged) else (BESIDE if d == len(theirs) else 0)
        if min(before, after) >= 1 and max(before, after) >= BESIDE:
            yield _Slot(tuple(own[a:b]), tuple(theirs[c:d]))


def _marks(claim: Side, slots: Sequence[_Slot], sentence: Side) -> Iterator[Mark]:
    for slot in slots:
        for judge in (_turned, _dated, _counted, _named):
            mark = judge(claim, slot, sentence)
            if mark is not None:
                yield mark
                break


def _place(found: Sequence[Token], base: int) -> Span | None:
    return Span(found[0].span.start, found[-1].span.end).shifted(base) if found else None


def _mark(kind: str, claim: Side, slot: _Slot, sentence: Side, note: str) -> Mark:
    return Mark(kind, _place(slot.ours, claim.base), _place(slot.theirs, sentence.base), True, note)


def _note(ours: str, theirs: str) -> str:
    return f'story: "{" ".join(ours.split())}"; coverage: "{" ".join(theirs.split())}"'


def _words(found: Sequence[Token], text: str) -> str:
    return text[found[0].span.start : found[-1].span.end] if found else ""


def _turned(claim: Side, slot: _Slot, sentence: Side) -> Mark | None:
    """A negation on one side alone, or a word and its opposite."""
    ours, theirs = ([t.lower for t in side] for side in (slot.ours, slot.theirs))
    negated = [sum(w in _NEGATORS or w.endswith("n't") for w in side) for side in (ours, theirs)]
    rest = [sorted(stem(w) for w in side if w not in _NEGATORS and w not in _AUXILIARIES and not w.endswith("n't")) for side in (ours, theirs)]
    if negated[0] % 2 != negated[1] % 2 and rest[0] == rest[1] and not _limited(claim, slot.ours) and not _limited(sentence, slot.theirs):
        return _mark("polarity", claim, slot, sentence, _note(_words(slot.ours, claim.text) or "…", _words(slot.theirs, sentence.text) or "…"))
    if _nobody(slot.ours, slot.theirs):
        return _mark("polarity", claim, slot, sentence, _note(_words(slot.ours, claim.text), _words(slot.theirs, sentence.text)))
    if not any(negated) and (len(rest[0]) == len(rest[1]) == 1 and opposite(rest[0][0], rest[1][0]) or _opposed(ours, theirs)):
        return _mark("polarity", claim, slot, sentence, _note(_words(slot.ours, claim.text), _words(slot.theirs, sentence.text)))
    return None


def _nobody(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether one side says nobody where the other counts some."""
    return any(tuple(t.lower for t in a if t.lower in ("no", "one") or t.lower not in _AUXILIARIES) in _NOBODY
               and bool(_digits(b)) and not any(t.lower in _NEGATORS for t in b) for a, b in ((ours, theirs), (theirs, ours)))


def _opposed(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one word or phrase stands where its opposite should, or more is claimed than is told."""
    one, two = "_".join(ours), "_".join(theirs)
    return any(one in row[side] and two in row[1 - side] for row in _OPPOSED for side in (0, 1)) or any(
        one in more and two in less for more, less in _OVERSTATED)


def _limited(side: Side, found: Sequence[Token]) -> bool:
    """Whether the word behind a negation leaves part of the matter standing: "not only", "not yet"."""
    end = found[-1].span.end if found else 0
    following = tokens(side.text[end : end + 20])
    return bool(following) and following[0].lower in _LIMITS or any(t.lower in _LIMITS for t in found)


def _dated(claim: Side, slot: _Slot, sentence: Side) -> Mark | None:
    """Another weekday, month, day of a month or year."""
    ours, theirs = _calendar(claim.text, slot.ours), _calendar(sentence.text, slot.theirs)
    if not ours or not theirs or ours == theirs or {k for k, _ in ours} != {k for k, _ in theirs}:
        return None
    kept = {t.lower for t in slot.theirs}
    if all(any(t.lower == o.lower and t.lower not in kept for t in tokens(sentence.text)) for o in slot.ours):
        return None  # the sentence has the date too, only elsewhere: "In 1944 it was returned", "it was returned in 1944"
    return _mark("date", claim, slot, sentence, _note(_words(slot.ours, claim.text), _words(slot.theirs, sentence.text)))


def _calendar(text: str, found: Sequence[Token]) -> frozenset[tuple[str, str]]:
    """What a stretch says of the calendar: ("weekday", "monday"), ("month", "5"), ("day", "12"), ("year", "2019")."""
    said = set()
    for token in found:
        word = token.text.removesuffix("'s").removesuffix("’s").rstrip(".")
        name = word.capitalize()
        if name in WEEKDAYS:
            said.add(("weekday", name))
        elif name in MONTHS and word[:1].isupper():
            said.add(("month", str(MONTHS[name])))
        elif re.fullmatch(r"(?:1[5-9]|20)\d\d", word) and not _counts(text, token):
            said.add(("year", word))
        elif (day := re.fullmatch(r"([0-3]?\d)(?:st|nd|rd|th)?", word)) and _by_month(text, token):
            said.add(("day", day[1]))
    return frozenset(said)


def _counts(text: str, token: Token) -> bool:
    """Whether what looks like a year is a figure: money, a share, or a count of something."""
    return text[token.span.start - 1 : token.span.start] in tuple("$€£¥") and token.span.start > 0 or any(
        q.span.overlaps(token.span) and (q.kind is not Kind.COUNT or q.noun) for q in quantities(text))


def _by_month(text: str, token: Token) -> bool:
    around = [t.text.rstrip(".").capitalize() for t in tokens(text[max(0, token.span.start - 12) : token.span.end + 14])]
    at = next((n for n, t in enumerate(around) if t == token.text.capitalize()), 0)
    return any(n in MONTHS for n in around[max(0, at - 1) : at + 2])


def _counted(claim: Side, slot: _Slot, sentence: Side) -> Mark | None:
    """Another figure: in a copy even one close by is an error, unless the claim's is the rounder one."""
    if _calendar(claim.text, slot.ours) and _calendar(sentence.text, slot.theirs):
        return None
    ours, theirs = _figures(claim.text, slot.ours), _figures(sentence.text, slot.theirs)
    if any(comparable(a, b) for a in ours for b in theirs):
        if any(comparable(a, b) and _stands_for(a, b) for a in ours for b in theirs):
            return None
        return _mark("quantity", claim, slot, sentence, _note(ours[0].text, theirs[0].text))
    one, two = (_digits(side) for side in (slot.ours, slot.theirs))
    if one and two and one != two and len(slot.ours) == len(slot.theirs) and not _rounded_year(one, two):
        return _mark("quantity", claim, slot, sentence, _note(_words(slot.ours, claim.text), _words(slot.theirs, sentence.text)))
    return None


def _figures(text: str, found: Sequence[Token]) -> tuple[Quantity, ...]:
    place = _place(found, 0)
    return tuple(q for q in quantities(text) if q.span.overlaps(place)) if place else ()


def _digits(found: Sequence[Token]) -> tuple[str, ...]:
    """The numbers of a stretch, in figures, whatever they number: "seat 12", "the third time", "two"."""
    words = {**{w: n for w, n in SMALL.items() if len(w) > 2}, **ORDINALS}
    return tuple(number for t in found for number in (
        [str(words[t.lower])] if t.lower in words else [m[0].replace(",", "") for m in _DIGITS.finditer(t.text)]))


def _rounded_year(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the claim's number looks like a year, so that no quantity was read, and is the other one rounded: "1500 flats"."""
    if len(ours) != 1 or len(theirs) != 1 or not _YEAR_LIKE.fullmatch(ours[0]) or not theirs[0].isdigit():
        return False
    zeros, others = (len(n) - len(n.rstrip("0")) for n in (ours[0], theirs[0]))
    gap = abs(int(ours[0]) - int(theirs[0]))
    return zeros > others and gap <= min(10**zeros / 2, ROUNDING * int(ours[0]))


def _stands_for(own: Quantity, other: Quantity) -> bool:
    """Whether the claim may say its figure where the sentence has the other one: the same, or rounder, or rightly vaguer."""
    if 0 < own.low < own.high < inf and 0 < other.low < other.high < inf and not own.approx:
        return (own.low, own.high) == (other.low, other.high)
    if own.figure == other.figure:
        return True
    if isinf(own.high) and isinf(other.high) and own.low > other.low:
        return False  # "at least 210" is no rounder way of saying "at least 208"
    alike = isinf(own.high) and isinf(other.high) or own.approx and other.approx
    if (own.approx or isinf(own.high)) and not alike and own.low <= other.figure <= own.high:
        return relation(own, other) is not Relation.APART
    return relation(own, other) is Relation.SAME and (own.step > other.step or own.approx and not other.approx)


def _named(claim: Side, slot: _Slot, sentence: Side) -> Mark | None:
    """Another name of the same sort, or another people, that is no other form of the first."""
    ours, theirs = _names(claim.text, slot.ours), _names(sentence.text, slot.theirs)
    if len(ours) != 1 or len(theirs) != 1 or not _only_name(slot.ours, ours[0]) or not _only_name(slot.theirs, theirs[0]):
        return None
    one, two = ours[0], theirs[0]
    peoples = one.kind == two.kind == DEMONYM and not same_name(one.text, two.text) and stem(one.key) != stem(two.key)
    if _elsewhere(one, sentence.text, slot.theirs) and _elsewhere(two, claim.text, slot.ours):
        return None  # both sides have both names: who did it to whom is told by the exchange, or by the comparer of names
    if not peoples and (same_name(one.text, two.text) or not comparable_names(one, two)):
        return None
    return _mark("name", claim, slot, sentence, _note(one.text, two.text))


def _elsewhere(name: Name, text: str, slot: Sequence[Token]) -> bool:
    place = _place(slot, 0)
    return any(same_name(name.text, n.text) for n in names(text) if place is None or not n.span.overlaps(place))


def _exchanged(claim: Side, slots: Sequence[_Slot], sentence: Side) -> Iterator[Mark]:
    """Two names or things that have changed places around what the one did to the other."""
    for left, right in combinations(slots, 2):
        ours, theirs, ours_right, theirs_right = (
            [t.lower for t in side] for side in (left.ours, left.theirs, right.ours, right.theirs))
        if not ours or not theirs or ours != theirs_right or theirs != ours_right:
            continue
        between = claim.text[left.ours[-1].span.end : right.ours[0].span.start]
        if between == sentence.text[left.theirs[-1].span.end : right.theirs[0].span.start] and _directed(
                between, all(_one_name(claim.text, side) for side in (left.ours, right.ours))):
            whole = _Slot((*left.ours, *right.ours), (*left.theirs, *right.theirs))
            yield _mark("name", claim, whole, sentence, _note(_words(whole.ours, claim.text), _words(whole.theirs, sentence.text)))


def _directed(between: str, named: bool) -> bool:
    """Whether words tell which of two comes first: a verb, "to", "than"; between things that bear no name only a verb."""
    words = tokens(between)
    told = [w for w in words if w.lower not in STOP_WORDS]
    return bool(words) and (bool(told) or named) and not any(c in between for c in ",;:") and not any(
        w.lower in _LEVEL or stem(w.lower) in SYMMETRIC for w in words)


def _one_name(text: str, found: Sequence[Token]) -> bool:
    inside = _names(text, found)
    return len(inside) == 1 and _only_name(found, inside[0])


def _names(text: str, found: Sequence[Token]) -> tuple[Name, ...]:
    place = _place(found, 0)
    return tuple(n for n in names(text) if n.span.overlaps(place)) if place else ()


def _only_name(found: Sequence[Token], name: Name) -> bool:
    """Whether nothing but the name stands there, small words aside, and all of the name."""
    inside = [t for t in found if name.span.overlaps(t.span)]  # a possessive's ending is no part of the name
    attributive = any("-" in t.lower[name.span.end - t.span.start :] for t in inside)  # "Frankfurt-based"
    return bool(inside) and not attributive and all(t in inside or t.lower in STOP_WORDS for t in found)
