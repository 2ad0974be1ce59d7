"""The quotations of a text: their words, who is said to have spoken them, and which are not speech at all.

A quotation's speaker is looked for in its own sentence, after it or before it as its last mark of punctuation tells;
a quotation that stands alone has the speaker of the one before it. Pronouns stand for the person named last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from checker.text import speakers
from checker.text.paragraphs import paragraph_spans
from checker.text.person_names import Name, has_evidence, last_name, names
from checker.text.quote_marks import QuotePair, quote_pairs
from checker.text.sentences import split
from checker.text.words import STOP_WORDS, tokens
from checker.types import Quotation, Span

SCARE_WORDS = 3
"""Words up to which quote marks without a verb of saying only keep a term at a distance."""
SCARE_TERM_WORDS, SCARE_TERM_CONTENT = 5, 2
"""A term with function words inside ("coalition of the willing") may be this long, with so many words of content."""
WORK_WORDS = 8
"""Longest title of a film, book or song that is told by its capitals."""
NEAR_VERB = 110
"""Characters before a quotation in which a verb of saying makes a word or two a partial quotation: about 18 words, so
that "called the gap between the manifest and the number of people aboard …" still counts."""
PRONOUN_REACH = 1500
"""Characters back to which a pronoun looks for the person it stands for: two or three paragraphs."""
ALONE_REACH = 400
"""Characters between a quotation that stands alone and the one whose speaker goes on: one sentence of attribution."""

_OF_THE_SPEAKER = re.compile(r"(?:He|She)\b")
_TITLED = re.compile(r"\b(?:sub|en)?titled,?\s*$")
"""What names a work, whatever its capitals."""
_SPEAKS_ON = re.compile(r"[,?!—–-]$")


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation with its speaker, by where it opens; those inside others come after them and have no speaker.

    Never raises: a mark that is never closed ends with its paragraph.
    """
    return _Reader(text).read()


@dataclass(frozen=True, slots=True)
class _Speech:
    """Who speaks a quotation; ``said`` tells whether a verb of saying goes with it."""

    speaker: str | None = None
    span: Span | None = None
    said: bool = False
    pronoun: str = ""


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        paragraphs = paragraph_spans(text)
        self.pairs = quote_pairs(text, paragraphs)
        self.outer = [pair for pair in self.pairs if pair.depth == 0]
        self.blank = _blanked(text, self.outer)
        self.sentences = [s.shifted(p.start) for p in paragraphs for s in split(p.of(text))]
        self.starts = [sentence.start for sentence in self.sentences]
        self.persons: dict[int, tuple[Name, ...]] = {}
        self.spoke: dict[int, Span] = {}
        self.known = frozenset(
            part for name in names(self.blank) if " " in name.text or name.titled for part in name.text.split()
        )

    def read(self) -> tuple[Quotation, ...]:
        speech: dict[Span, _Speech] = {}
        last: tuple[QuotePair, _Speech] | None = None
        for number, pair in enumerate(self.outer):
            following = self.outer[number + 1] if number + 1 < len(self.outer) else None
            speech[pair.span] = found = self._speech(pair, last, following)
            last = pair, found
        read = (self._quotation(pair, speech.get(pair.span) if pair.depth == 0 else None) for pair in self.pairs)
        return tuple(quotation for quotation in read if quotation.words)

    def _quotation(self, pair: QuotePair, speech: _Speech | None) -> Quotation:
        words = _words(self.text, pair)
        named = _TITLED.search(self.text, max(0, pair.span.start - 20), pair.span.start) is not None
        scare = named or _is_scare(words, speech is not None and speech.said)
        speech = speech or _Speech()
        return Quotation(pair.span, pair.inner, words, speech.speaker, speech.span, scare, speech.pronoun)

    def _sentence(self, position: int) -> int:
        return max(0, bisect_right(self.starts, position) - 1)

    def _speech(self, pair: QuotePair, last: tuple[QuotePair, _Speech] | None, following: QuotePair | None) -> _Speech:
        number = self._sentence(pair.span.start)
        sentence, closing = (
            self.sentences[number],
            self.sentences[self._sentence(max(pair.span.start, pair.span.end - 1))],
        )
        opens, closes = pair.span.start, pair.span.end
        tail = min(max(closing.end, closes), following.span.start if following else closing.end)
        before_found = speakers.before(self.blank, sentence.start, opens)
        after_found = speakers.after(self.blank, opens, closes, tail) if tail > closes else None
        lead = self.blank[max(sentence.start, opens - 2) : opens].rstrip()
        led = before_found is not None and lead.endswith((":", ",")) and before_found.who
        trails = (
            bool(_SPEAKS_ON.search(self.text[pair.inner.start : pair.inner.end]))
            or self.text[closes : closes + 1] == ","
        )
        final, outside = self.text[pair.inner.end - 1], self.text[closes : closes + 1]
        trails = trails or final not in ".…" and outside not in (".", "")
        joined = (
            last is not None
            and last[0].span.end >= sentence.start
            and speakers.goes_on(self.blank, last[0].span.end, opens)
        )
        if joined and last is not None and not (trails and after_found and after_found.who):
            return last[1]
        if (
            last is not None
            and last[1].said
            and last[0].span.end >= sentence.start
            and lead.endswith(",")
            and speakers.is_break(self.blank, last[0].span.end, opens)
        ):
            return last[1]
        order = (before_found, after_found) if led or not trails else (after_found, before_found)
        for found in order:
            if found is not None and found.who:
                return self._resolved(found, number, opens)
        if before_found is not None or after_found is not None:
            return _Speech(said=self._said(sentence.start, opens) or after_found is not None)
        return self._alone(pair, sentence, closing, number, last)

    def _said(self, start: int, opens: int) -> bool:
        return speakers.says_something(self.blank, max(start, opens - NEAR_VERB), opens)

    def _alone(
        self, pair: QuotePair, sentence: Span, closing: Span, number: int, last: tuple[QuotePair, _Speech] | None
    ) -> _Speech:
        """The speaker of a quotation that is a sentence, or a paragraph, of its own."""
        around = self.blank[sentence.start : pair.span.start] + self.blank[pair.span.end : closing.end]
        if any(letter.isalnum() for letter in around):
            return _Speech()
        if number and self.blank[max(0, sentence.start - 4) : sentence.start].rstrip().endswith(":"):
            previous = self.sentences[number - 1]
            found = speakers.before(self.blank, previous.start, previous.end)
            if found is not None and found.who:
                return self._resolved(found, number - 1, previous.end)
        if last is not None and last[1].speaker and self._goes_on(last[0].span.end, sentence.start, number):
            return _Speech(last[1].speaker, last[1].span, True)
        return _Speech()

    def _goes_on(self, end: int, start: int, number: int) -> bool:
        """Whether a quotation that begins at ``start`` is the same speaker's as the one that ended at ``end``."""
        if not 0 <= start - end <= ALONE_REACH or "\n" in self.text[end:start]:
            return False
        between = range(self._sentence(end - 1) + 1, number)
        return (
            all(_OF_THE_SPEAKER.match(self.blank, self.sentences[n].start) for n in between[:2]) and len(between) <= 1
        )

    def _resolved(self, found: speakers.Found, number: int, opens: int) -> _Speech:
        if found.name:
            self.spoke[number] = found.name
            return _Speech(found.name.of(self.text), found.name, True)
        if found.pronoun:
            person = self._last_person(number, opens, found.pronoun)
            if person is None:
                return _Speech(said=True, pronoun=found.pronoun)
            self.spoke[number] = person
            return _Speech(person.of(self.text), person, True, found.pronoun)
        role = found.role or Span(opens, opens)
        return _Speech(role.of(self.text) or None, role if len(role) else None, True)

    def _last_person(self, number: int, opens: int, pronoun: str) -> Span | None:
        """The person named last before a quotation; "they" is only taken for one when nobody else is named near it."""
        for back in range(number, -1, -1):
            sentence = self.sentences[back]
            if opens - sentence.end > PRONOUN_REACH:
                return None
            found = [name for name in self._persons(back) if name.span.end <= opens]
            if back in self.spoke and back < number:
                return self.spoke[back]
            full = [name for name in found if " " in name.text or name.titled or name.text in self.known]
            if full:
                alone = len({last_name(name.text) for name in full}) == 1
                return full[-1].span if pronoun != "they" or alone else None
        return None

    def _persons(self, number: int) -> tuple[Name, ...]:
        if number not in self.persons:
            sentence = self.sentences[number]
            found = names(self.blank, sentence.start, sentence.end)
            self.persons[number] = tuple(name for name in found if has_evidence(self.blank, name))
        return self.persons[number]


def _blanked(text: str, pairs: list[QuotePair]) -> str:
    pieces, at = [], 0
    for pair in pairs:
        pieces.append(text[at : pair.span.start])
        pieces.append("".join("\n" if c == "\n" else " " for c in text[max(at, pair.span.start) : pair.span.end]))
        at = max(at, pair.span.end)
    return "".join(pieces) + text[at:]


def _words(text: str, pair: QuotePair) -> str:
    """The words of a quotation: without the marks its later paragraphs open with, white space collapsed."""
    pieces, at = [], pair.inner.start
    for repeat in pair.repeats:
        pieces.append(text[at : repeat.start])
        at = repeat.end
    pieces.append(text[at : pair.inner.end])
    return " ".join(" ".join(pieces).split())


def _is_scare(words: str, said: bool) -> bool:
    found = tokens(words)
    if not found:
        return True
    content = [token for token in found if token.lower not in STOP_WORDS]
    is_work = (
        2 <= len(found) <= WORK_WORDS
        and not words.endswith((",", ".", "?", "!"))
        and len(content) >= 2
        and all(token.text[0].isupper() or token.text[0].isdigit() for token in content)
    )
    if is_work:
        return True
    return not said and (
        len(found) <= SCARE_WORDS or len(found) <= SCARE_TERM_WORDS and len(content) <= SCARE_TERM_CONTENT
    )
