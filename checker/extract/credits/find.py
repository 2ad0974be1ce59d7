"""From a story to the credits of each of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.extract.credits import grammar as g
from checker.extract.credits.forms import form_of, led_by
from checker.extract.credits.header import dateline, header_credits, is_credit_line
from checker.extract.credits.listed import Listed
from checker.extract.credits.model import CreditMap, Found, Named, SentenceCredits
from checker.extract.credits.names import Naming
from checker.extract.credits.statement import statement
from checker.extract.credits.vague import vague_sources
from checker.extract.outlets import Registry
from checker.text.quote_marks import quote_pairs
from checker.types import Basis, Credit, Document, Sentence, Span


@dataclass(frozen=True, slots=True)
class _Read:
    """One sentence with what was found in it; offsets into the sentence."""

    sentence: Sentence
    text: str
    found: tuple[Found, ...] = ()
    lines: tuple[Named, ...] = ()
    """Names of a line that credits the story as a whole ("Sources: AP, Reuters"), or of a dateline."""
    line: Span | None = None

    @property
    def closing(self) -> tuple[Found, ...]:
        return tuple(found for found in self.found if found.closing)


def credits(story: Document, sentences: Sequence[Sentence], registry: Registry) -> CreditMap:
    """The credits of each sentence: its own, or else those of the credit that closes its paragraph.

    ``sentences`` are those of ``story``. A credit that closes a paragraph covers the sentences before it that have none
    of their own; nothing is carried forward. Names inside a quotation are no credits.
    """
    quoted = _quoted(story)
    naming = Naming(story, registry)
    read = [_read(story, sentence, naming, quoted, _alone(sentences, n)) for n, sentence in enumerate(sentences)]
    closed_by = _closings(read)
    found = tuple(_gathered(each, closed_by.get(each.sentence.paragraph), n, read, quoted) for n, each in enumerate(read))
    lines = tuple(
        Credit(name.outlet, Basis.HEADER, name.span.shifted(each.sentence.span.start), (each.line or name.span).shifted(each.sentence.span.start), name.known)
        for each in read
        for name in each.lines
    )
    return CreditMap(found, header_credits(story, registry, lines))


class _Quoted:
    """The closed quotations of a story, for asking whether a place stands in one."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def holds(self, span: Span) -> bool:
        at = bisect_left(self._starts, span.start + 1) - 1
        return at >= 0 and span.start < self._ends[at] and span.end <= self._ends[at]


def _quoted(story: Document) -> _Quoted:
    outer: list[Span] = []
    for pair in quote_pairs(story.plain):
        if pair.closed and pair.depth == 0 and (not outer or pair.span.start >= outer[-1].end):
            outer.append(pair.inner)
    return _Quoted(outer)


def _alone(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence is a paragraph of its own."""
    paragraph = sentences[number].paragraph
    before = number > 0 and sentences[number - 1].paragraph == paragraph
    after = number + 1 < len(sentences) and sentences[number + 1].paragraph == paragraph
    return not before and not after


def _read(story: Document, sentence: Sentence, naming: Naming, quoted: _Quoted, alone: bool) -> _Read:
    text = sentence.span.of(story.plain)
    names = [n for n in naming.names(sentence) if not quoted.holds(n.span.shifted(sentence.span.start))]
    if not names:
        return _Read(sentence, text)
    found: list[Found] = []
    lines: list[Named] = []
    line: Span | None = None
    for group in _groups(text, names, naming):
        listed = Listed(text, group)
        if start := dateline(listed):
            lines, line = [*lines, *group], start
        elif is_credit_line(listed):
            if alone:
                return _Read(sentence, text, lines=group, line=Span(0, len(text)))
            found.append(Found(group, Span(0, len(text)), closing=True))
        elif form := form_of(listed):
            found.append(form)
        else:
            found += _each(text, group)
    return _Read(sentence, text, _apart(found, line.end if line else 0), tuple(lines), line)


def _groups(text: str, names: Sequence[Named], naming: Naming) -> Iterator[tuple[Named, ...]]:
    """Names that stand side by side, with the single words between or beside them that a credited list makes outlets."""
    groups: list[list[Named]] = []
    for name in names:
        if groups and (between := text[groups[-1][-1].span.end : name.span.start]) and len(between) <= g.REACH and g.BETWEEN.fullmatch(between):
            groups[-1].append(name)
        else:
            groups.append([name])
    for group in groups:
        for part in _split(text, tuple(group)):
            yield naming.with_neighbours(text, part, led_by)


def _split(text: str, group: tuple[Named, ...]) -> Iterator[tuple[Named, ...]]:
    """A list cut where a comma begins a new clause: "according to Reuters, the BBC said no"."""
    if len(group) > 1 and not re.search(r"\b(?:and|or|as well as)\b|[&/-]", text[group[-2].span.end : group[-1].span.start]):
        last = Listed(text, group[-1:])
        if led_by(Listed(text, group[:-1])) and re.match(r"\s+[a-z]|['’]s?\s", last.after):
            yield from _split(text, group[:-1])
            yield group[-1:]
            return
    yield group


def _each(text: str, group: tuple[Named, ...]) -> Iterator[Found]:
    """The names of a list that is no credit as a whole, one by one: "the Guardian editor and Reuters reported that"."""
    if len(group) > 1:
        for name in group:
            if found := form_of(Listed(text, (name,))):
                yield found


def _apart(found: list[Found], end: int) -> tuple[Found, ...]:
    """In order; a phrase that reaches into another, or into the dateline that ends at ``end``, is cut back."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: f.names[0].span):
        place = each.replaced
        if place is not None and place.start < end:
            start = min(end, place.end)
            each = replace(each, phrase=Span(start, max(start, each.phrase.end if each.phrase else start)), edit=None)
            place = each.phrase
        kept.append(each)
        end = max(end, place.end if place else 0)
    return tuple(kept)


def _closings(read: Sequence[_Read]) -> dict[int, int]:
    """For each paragraph that a credit closes, the index of its last sentence."""
    last = {each.sentence.paragraph: n for n, each in enumerate(read)}
    return {paragraph: n for paragraph, n in last.items() if read[n].closing}


def _gathered(each: _Read, closing: int | None, number: int, read: Sequence[_Read], quoted: _Quoted) -> SentenceCredits:
    base = each.sentence.span.start
    edits = [(found.replaced, found.by) for found in each.found if found.replaced]
    phrases = [found.phrase for found in each.found if found.phrase and len(found.phrase)]
    if each.line is not None:
        edits.append((each.line, ""))
        phrases.append(each.line)
    own = tuple(_credits(each.found, Basis.SENTENCE, base))
    if not own and closing is not None and number < closing:
        own = tuple(_credits(read[closing].closing, Basis.PARAGRAPH, read[closing].sentence.span.start))
    return SentenceCredits(
        credits=own,
        phrases=tuple(phrase.shifted(base) for phrase in sorted(phrases)),
        vague=tuple(
            replace(v, span=v.span.shifted(base)) for v in vague_sources(each.text, bool(own)) if not quoted.holds(v.span.shifted(base))
        ),
        statement=statement(each.text, edits),
    )


def _credits(found: Sequence[Found], basis: Basis, base: int) -> Iterator[Credit]:
    seen: set[str] = set()
    for each in found:
        for name in each.names:
            if name.outlet not in seen:
                seen.add(name.outlet)
                span = name.span.shifted(base)
                yield Credit(name.outlet, basis, span, each.phrase.shifted(base) if each.phrase else span, name.known)
