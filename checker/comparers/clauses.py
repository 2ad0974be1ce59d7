"""Sentences cut into clauses, and which word of a passage stands for which word of a claim.

No parser: a clause ends at strong punctuation and before a word that opens another one. That is rough, so whoever
compares by clauses asks for most of a claim's words in one clause and its sentence before speaking of a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from checker.comparers.phrases import phrase_at
from checker.text.sentences import split
from checker.text.words import STOP_WORDS, stem, tokens
from checker.types import Span

ENOUGH = 0.6
"""Share of the other content words of a claim's clause that a passage must hold before the two are said to speak of the
same thing. Swept 0.4..0.8 on 5,800 labelled pairs: from 0.5 to 0.6 false conflicts of polarity halve (15 to 7) and right ones
go from 70 to 61; at 0.7 they are 5 and 43."""
FAR = 0.7
"""What a word counts for that stands elsewhere in the sentence, or in the names its pronouns stand for. Swept 0.5..1 on the
same pairs: 54, 61, 64 right conflicts, 7, 7, 10 false ones."""
BACK = 0.34
"""Share of the content words around the passage's word that the claim must hold in turn (they limit it otherwise:
"did not testify to the committee"). Swept 0..0.5 on the same pairs: without it 17 false conflicts, with it 7."""
AROUND = 5
"""How many words to each side count as around: about a phrase."""
LONGEST_CLAUSE = 80
"""Words after which a clause is cut: news has none so long, and hostile text must not cost quadratic time."""
MOST_CANDIDATES = 50
"""Words of a passage that one word of a claim is laid beside, at most: a passage is three sentences."""

_OPENERS = frozenset(
    """but while although though whereas because which who whom whose when where if unless whether that""".split())
"""Words that open a clause of their own. "After", "before" and "until" are mostly prepositions in news."""
_GRANTING = frozenset(stem(w) for w in ("deny", "admit", "acknowledge", "concede", "confirm"))
_UNREAL = frozenset("if unless whether lest".split())
_REPORTING = frozenset(
    """say tell report announce add note write state accord ask claim explain argue describe comment spokesman spokeswoman
    spokesperson statement official source interview reporter journalist conference news agency newspaper article""".split())
"""Stems that tell how something became known, not what happened: no need to share them."""
_STRONG = re.compile(r"[;:()\[\]—–|]|\s--?\s|[\"“”„«»]|[,.?!]['’]|\s['‘]")
_COMMA_AND = frozenset("and or nor so".split())
_TIMES = frozenset(
    stem(word) for word in """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december spring summer autumn winter yesterday today tomorrow tonight""".split())
_WHEN = re.compile(r"\b(?:last|next|this|previous|following|past)\s+(?:year|month|week|quarter|season|decade|century|night|time)\b"
                   r"|\b(?:1[5-9]|20)\d\d\b", re.IGNORECASE)
_FIRST = frozenset(stem(w) for w in "first second third fourth fifth final last latest earlier later initially eventually".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause. ``content`` words carry what is said; ``stem`` is for matching."""

    span: Span
    lower: str
    stem: str
    content: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one clause. ``unreal``: under if, whether, unless, or a question. ``stems`` are those that have to be
    shared: of content words that do not only tell who said so."""

    words: tuple[Word, ...]
    sentence: int
    unreal: bool
    text: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in clauses. ``sentences`` holds the content stems of each sentence."""

    clauses: tuple[Clause, ...]
    sentences: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the claim beside the word of the passage that stands for it; ``overlap`` is 0..1."""

    claim: Word
    passage: Word
    claim_clause: Clause
    passage_clause: Clause
    overlap: float


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The clauses of a text, in order. Offsets are into the text."""
    clauses: list[Clause] = []
    stems: list[frozenset[str]] = []
    at = 0
    for line in text.split("\n"):
        for span in split(line):
            found = tuple(_clauses(span.of(line), at + span.start, len(stems)))
            clauses += found
            stems.append(frozenset().union(*(c.stems for c in found)))
        at += len(line) + 1
    return Reading(tuple(clauses), tuple(stems))


def _clauses(sentence: str, base: int, number: int) -> Iterator[Clause]:
    words = _words(sentence, base)
    question = sentence.rstrip("\"'”’ ").endswith("?")
    start = 0
    for position in [*_breaks(sentence, words, base), len(words)]:
        part = words[start:position]
        if part:
            unreal = question or part[0].lower in _UNREAL or any(w.lower in ("if", "whether") for w in part[:3]) or any(
                a.lower in ("would", "could", "might", "should") and b.lower == "have" for a, b in pairwise(part))
            yield Clause(tuple(part), number, unreal, sentence[part[0].span.start - base : part[-1].span.end - base],
                         frozenset(w.stem for w in part if w.content and w.stem not in _REPORTING))
        start = position


def _words(sentence: str, base: int) -> list[Word]:
    """The words of a sentence; a phrase that stands for one verb ("turned down") is one."""
    found, words = tokens(sentence), list[Word]()
    at = 0
    while at < len(found):
        count, meant = phrase_at(found, at)
        first, last = found[at], found[at + count - 1]
        lower = meant or first.lower
        words.append(Word(Span(first.span.start, last.span.end).shifted(base), lower, stem(lower),
                          lower not in STOP_WORDS and lower not in ("said", "says"), first.text[:1].isupper()))
        at += count
    return words


def _breaks(sentence: str, words: list[Word], base: int) -> Iterator[int]:
    """The numbers of the words at which a clause begins, but for the first."""
    last = 0
    for number, word in enumerate(words):
        before = sentence[words[number - 1].span.end - base if number else 0 : word.span.start - base]
        if number and (_STRONG.search(before) or word.lower in _OPENERS and not _granted(words, number)
                       or "," in before and word.lower in _COMMA_AND or number - last >= LONGEST_CLAUSE):
            last = number
            yield number


def _granted(words: list[Word], number: int) -> bool:
    """"That" behind a verb that tells whether what follows is so: the two are one statement."""
    return words[number].lower == "that" and words[number - 1].stem in _GRANTING


def moments(clause: Clause) -> frozenset[str]:
    """Weekdays, months, years and phrases like "last year" that a clause names."""
    named = {w.stem for w in clause.words if w.stem in _TIMES or w.stem in _FIRST or w.lower == "may" and w.capital}
    return frozenset(named | {m[0].lower() for m in _WHEN.finditer(clause.text)})


def other_time(claim: Clause, passage: Clause) -> bool:
    """Whether both name a time, and not one in common."""
    a, b = moments(claim), moments(passage)
    return bool(a) and bool(b) and not a & b


def overlap(claim: Clause, word: Word, passage: Clause, other: Word, far: frozenset[str], skip: frozenset[str]) -> float:
    """How much of a claim's clause, without the word compared, a passage's clause states around its own word; 0..1.

    0.0 where it is about something else: too little to compare, another subject, another time.
    """
    rest = claim.stems - {word.stem, other.stem} - skip
    near = passage.stems - {other.stem} - skip
    shared = rest & near
    if len(rest) < 2 or not shared or other_time(claim, passage):
        return 0.0
    score = (len(shared) + FAR * len(rest & far - near)) / len(rest)
    at = passage.words.index(other)
    around = frozenset(
        w.stem for w in passage.words[max(0, at - AROUND) : at + AROUND + 1] if w.content and w.stem not in _REPORTING
    ) - {other.stem} - skip
    if around and len(around & (rest | {word.stem})) / len(around) < BACK:
        return 0.0
    before = [w.stem for w in claim.words if w.span.end <= word.span.start and w.stem in rest]
    named, other_named = _named_before(claim, word), _named_before(passage, other)
    if named and other_named and not any(s in near or s in far for s in named):
        return 0.0  # shares in another company
    return score if not before or any(s in near or s in far for s in before) else 0.0


def _named_before(clause: Clause, word: Word) -> list[str]:
    """Stems of the capitalised words before a word; the clause's first word may owe its capital to its place."""
    return [w.stem for w in clause.words[1:] if w.capital and w.content and w.span.end <= word.span.start]


def _alike(passage: Reading, word: Word, same: Callable[[Word, Word], bool]) -> Iterator[tuple[Clause, Word]]:
    return ((place, other) for place in passage.clauses for other in place.words if same(word, other))


def pairs(claim: Reading, passage: Reading, context: str, same: Callable[[Word, Word], bool],
          wanted: Callable[[Word], bool], skip: frozenset[str] = frozenset()) -> Iterator[Pair]:
    """For each wanted word of the claim the words of the passage that say the same or the opposite, best overlap first."""
    named = frozenset(stem(t.lower) for t in tokens(context) if t.lower not in STOP_WORDS)
    for clause in claim.clauses:
        for word in clause.words:
            if not wanted(word):
                continue
            found = [
                Pair(word, other, clause, place, overlap(clause, word, place, other, passage.sentences[place.sentence] | named, skip))
                for place, other in islice(_alike(passage, word, same), MOST_CANDIDATES)]
            yield from sorted((p for p in found if p.overlap >= ENOUGH), key=lambda p: -p.overlap)
