"""An article made ready for looking quotations up in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz

from checker.comparers.quote_alignment import Alignment, align
from checker.comparers.quote_speakers import fold
from checker.comparers.quote_word import Word, solid
from checker.comparers.quote_words import words_of
from checker.text.person_names import is_role, last_name, names
from checker.text.quotes import quotations
from checker.text.words import stem
from checker.types import Quotation, Span

CANDIDATE = 45.0
"""Least partial ratio (rapidfuzz, 0..100, over the characters) at which two quotations are laid side by side at all;
every altered quotation seen scored at least 55."""
LOOSE = 88.0
"""The same for running text, where only articles, fillers and contractions may differ."""
LONGEST_GAP = 400
"""Characters that an ellipsis may leave out: two or three sentences."""
LONGEST_ALIGNED = 400
"""Words beyond which quotations are not laid side by side: the time grows with the product of both."""
_SENTENCE_BORDER = re.compile(r"[.!?]['\"”’»]?\s+(?=['\"“‘«]?[A-Z])|\n")
_PERSON_AFTER = re.compile(r",\s(?:(?:who|whose|\d\d)\b|(?:an?|the)\s(?:[a-z0-9-]+\s){0,3}?(?P<role>[a-z-]+)(?:[,.]|\s(?:of|at|for|in|from|to)\b))")
"""What follows the name of a person, never of a company: "…, who milks 80 cows", "…, 77", "…, a deputy foreign minister"."""
_OWNER = re.compile(r"\b[A-Z][\w-]+\s(?P<last>[A-Z][\w-]+)['\u2019]s\b")
"""Somebody named in full whose something is spoken of: "Ana Lund's reign"."""
_STATED = re.compile(r"[,.!?'\"\u201d\u2019\u00bb\s]*(?:said|says|added|adds|wrote)\s(?:[a-z'\u2019-]+[\s,]+){0,8}")
"""What stands between a quotation and the name of its speaker where that name can be nobody else's: a verb and a role."""
_JOINED_BY_AND = re.compile(r"\sand\s[^.,;\n]{1,60}")
_NAME_AREA = 300
"""Characters on either side of a quotation in which the sentence of its attribution ends."""


class Credit(Enum):
    """How an article attributes a quotation; the value is how many sentences before its own somebody else may still be the speaker in."""

    BY_NAME = 0
    """To a person by name, in the quotation's own sentence."""
    BY_PRONOUN = 1
    """To a person, but by a pronoun, which may have been read wrongly."""
    LOOSE = 2
    """From farther away, or against a speaker who may be a company or ministry, which others speak for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in the article, in which quotation of it, if in one, and what stands in the gaps between them."""

    span: Span
    quotation: Quotation | None
    omitted: tuple[tuple[Word, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of one quotation, or of several that one speaker goes on with over an attribution."""

    words: tuple[Word, ...]
    quotation: Quotation
    text: str


class Keys:
    """Words as one string of keys, so that a run of words is found by searching a string.

    Runs are looked for without the spaces between words: "cooperative" finds "co-operative", "e-mail" finds "email".
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.starts: list[int] = []
        at = 0
        for word in words:
            self.starts.append(at)
            at += len(word.key) + 1
        self.text = " " + " ".join(word.key for word in words) + " "
        self.solid, self.solid_starts = solid(words)
        self.solid_ends = [start + len(word.key) for start, word in zip(self.solid_starts, words)]

    def find(self, run: str, first: int = 0) -> tuple[int, int]:
        """Indices of the first and last word of the first such run from a word on; (-1, -1) if there is none."""
        at = self.solid_starts[first] if first < len(self.words) else len(self.solid) + 1
        while (at := self.solid.find(run, at)) >= 0:
            begin, end = bisect_left(self.solid_starts, at), bisect_left(self.solid_ends, at + len(run))
            if self.solid_starts[begin : begin + 1] == [at] and self.solid_ends[end : end + 1] == [at + len(run)]:
                return begin, end
            at += 1
        return -1, -1


class Article:
    """The words and quotations of one article. Built once for a text (see :func:`article`)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotations = tuple(quotations(text))
        self.outer = _outer(self.quotations)
        self.starts = [quotation.span.start for quotation in self.outer]
        self.words = words_of(text)
        self.stems = frozenset(stem(word.key) for word in self.words)
        self.keys = Keys(self.words)
        found = names(text)
        self.surnames = frozenset(fold(last_name(n.text)) for n in found if " " in n.text or n.titled) | frozenset(
            fold(m["last"]) for m in _OWNER.finditer(text))
        self.people = frozenset(
            fold(last_name(n.text)) for n in found if n.titled or _is_person_after(text, n.span.end)
        )
        self.streams = tuple(_streams(text, self.outer))
        self.stream_keys = tuple(Keys(stream.words) for stream in self.streams)

    def exact(self, words: Sequence[Word]) -> tuple[Place, ...]:
        """Every place where the words stand in their order; ellipses and brackets stand for other words."""
        pieces = _pieces(words)
        if not pieces:
            return ()
        found = [Place(span, self.quotation_at(span), omitted) for span, omitted in self._runs(self.keys, pieces)]
        for stream, keys in zip(self.streams, self.stream_keys):
            found.extend(
                Place(span, stream.quotation, omitted)
                for span, omitted in self._runs(keys, pieces)
                if not any(place.span == span for place in found)
            )
        return tuple(found)

    def near(self, words: Sequence[Word]) -> Iterator[tuple[Place, Alignment]]:
        """Quotations of the article that share much with these words, laid beside them."""
        if len(words) > LONGEST_ALIGNED:
            return
        text = " ".join(word.key for word in words)
        for stream in self.streams:
            if len(stream.words) > LONGEST_ALIGNED or fuzz.partial_ratio(text, stream.text) < CANDIDATE:
                continue
            alignment = align(words, stream.words)
            if alignment is not None:
                yield Place(_cover(stream.words[alignment.first : alignment.last + 1]), stream.quotation), alignment

    def loose(self, words: Sequence[Word]) -> Place | None:
        """Where the words stand but for articles, fillers and contractions, in quote marks or not."""
        if len(words) > LONGEST_ALIGNED or len(words) < 4:
            return None
        text = " ".join(word.key for word in words)
        best = fuzz.partial_ratio_alignment(text, self.keys.text, score_cutoff=LOOSE)
        if best is None:
            return None
        first = max(0, bisect_right(self.keys.starts, best.dest_start) - 3)
        window = self.words[first : bisect_right(self.keys.starts, best.dest_end) + 2]
        alignment = align(words, window)
        if alignment is None or alignment.substantive:
            return None
        span = _cover(window[alignment.first : alignment.last + 1])
        return Place(span, self.quotation_at(span))

    def quotation_at(self, span: Span) -> Quotation | None:
        """The outermost quotation that a span stands in."""
        at = bisect_right(self.starts, span.start) - 1
        return self.outer[at] if at >= 0 and self.outer[at].span.contains(span) else None

    def is_person(self, speaker: str) -> bool:
        """Whether a name is a whole one, or that of somebody whom the article names in full, by title or by what they are."""
        return " " in speaker or fold(speaker) in self.surnames | self.people

    def may_be_spoken_by(self, speaker: str, theirs: Quotation) -> bool:
        """Whether the article's own attribution names this speaker too, so that the quotation may be theirs after all."""
        credit = self._credit(theirs, fold(last_name(speaker)) in self.people)
        around = fold(self._before(theirs, credit) + " " + self._after(theirs, credit))
        return re.search(rf"\b{re.escape(fold(last_name(speaker)))}\b", around) is not None

    def _credit(self, theirs: Quotation, person: bool) -> Credit:
        """How far the article's attribution of a quotation can be taken at its word, against a speaker who is a person or may be none."""
        start, end = theirs.span.start, theirs.span.end
        direct = theirs.speaker_span is not None and not _SENTENCE_BORDER.search(
            self.text, min(theirs.speaker_span.end, end), max(theirs.speaker_span.start, start)
        )
        if not direct or not person:
            return Credit.LOOSE
        return Credit.BY_PRONOUN if theirs.pronoun else Credit.BY_NAME

    def _before(self, theirs: Quotation, credit: Credit) -> str:
        """The text before a quotation in which its speaker may be named."""
        start = theirs.span.start
        first = max(0, start - _NAME_AREA)
        if credit is Credit.BY_NAME:
            own = [found.end() for found in _SENTENCE_BORDER.finditer(self.text, first, start + 2) if found.end() <= start]
            return self.text[own[-1] if own else first : start]
        before = self.text[first:start]
        borders = [found.end() for found in _SENTENCE_BORDER.finditer(before)]
        return before[borders[-credit.value] :] if len(borders) >= credit.value else before

    def _after(self, theirs: Quotation, credit: Credit) -> str:
        """The text after a quotation in which its speaker may be named: the rest of its sentence."""
        start, end = theirs.span.start, theirs.span.end
        if credit is Credit.BY_NAME and theirs.speaker_span is not None and _STATED.fullmatch(self.text, end, max(end, theirs.speaker_span.start)):
            # "said the launch director, Kajiwara, bowing beside Amemori": only who is named with the speaker may have spoken too
            joined = _JOINED_BY_AND.match(self.text, theirs.speaker_span.end)
            return self.text[end : joined.end() if joined else theirs.speaker_span.end]
        if _SENTENCE_BORDER.match(self.text, max(start, end - 2)):
            return ""
        after = self.text[end : end + _NAME_AREA]
        border = _SENTENCE_BORDER.search(after)
        return after[: border.start()] if border else after

    def _runs(self, keys: Keys, pieces: list[str]) -> Iterator[tuple[Span, tuple[tuple[Word, ...], ...]]]:
        first, last = keys.find(pieces[0])
        while first >= 0:
            begin, omitted = first, []
            for piece in pieces[1:]:
                following, end = keys.find(piece, last + 1)
                if following < 0 or keys.words[following].span.start - keys.words[last].span.end > LONGEST_GAP:
                    break
                omitted.append(tuple(keys.words[last + 1 : following]))
                last = end
            else:
                yield Span(keys.words[begin].span.start, keys.words[last].span.end), tuple(omitted)
            first, last = keys.find(pieces[0], begin + 1)


def _is_person_after(text: str, at: int) -> bool:
    after = _PERSON_AFTER.match(text, at)
    return after is not None and (after["role"] is None or is_role(after["role"]))


@lru_cache(maxsize=64)
def article(text: str) -> Article:
    """The article of a text; the last ones asked for are kept, since every claim asks for the same few."""
    return Article(text)


def _outer(found: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    outer: list[Quotation] = []
    for quotation in found:
        if not outer or not outer[-1].span.contains(quotation.span):
            outer.append(quotation)
    return tuple(outer)


def _streams(text: str, outer: tuple[Quotation, ...]) -> Iterator[Stream]:
    """Every quotation, and with it those after it in which its speaker goes on."""
    run: list[Quotation] = []
    for quotation in outer:
        if run and not (
            quotation.speaker_span == run[-1].speaker_span is not None
            and "\n" not in text[run[-1].span.end : quotation.span.start]
        ):
            yield from _stream(text, run)
            run = []
        run.append(quotation)
    yield from _stream(text, run)


def _stream(text: str, run: list[Quotation]) -> Iterator[Stream]:
    words = tuple(word for quotation in run for word in words_of(text, quotation.inner.start, quotation.inner.end))
    if words and not all(quotation.scare for quotation in run):
        yield Stream(words, run[0], " ".join(word.key for word in words))


def _pieces(words: Sequence[Word]) -> list[str]:
    """The runs of words between ellipses and brackets, as keys without spaces."""
    pieces: list[list[Word]] = [[]]
    for word in words:
        if (word.gap or word.bracketed) and pieces[-1]:
            pieces.append([])
        if not word.bracketed:
            pieces[-1].append(word)
    return [solid(piece)[0] for piece in pieces if piece]


def _cover(words: Sequence[Word]) -> Span:
    return Span(min(word.span.start for word in words), max(word.span.end for word in words))
