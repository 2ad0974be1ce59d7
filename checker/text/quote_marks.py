"""Which quote marks of a text belong together.

Straight, typographic, German, French, Danish and Japanese marks, doubled and single; apostrophes and inches are told
from marks by what stands around them. Unclosed marks are pairs too: they end with their paragraph, or at the next
opening mark of their family. One pass with a stack, so a text of any kind and length is read in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from checker.text.paragraphs import paragraph_spans
from checker.types import Span

_MARK = re.compile(r"''|``|[\"＂“”„‟«»‹›「」『』‘’‚']")
_FAMILY = {
    **dict.fromkeys(('"', "＂", "“", "”", "„", "‟", "''", "``"), "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚'", "single"),
}
_GLYPHS = frozenset("\"＂“”„‟«»‹›「」『』‘’‚'`")
_BEFORE_OPENING = frozenset("([{—–-/:*_") | _GLYPHS
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/*_") | _GLYPHS
_CLOSES = {"”": "double", "」": "corner", "』": "white corner"}
MAX_DEPTH = 6
"""Quotations inside quotations: two are usual, three are rare; deeper marks are noise and are passed over."""
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d(?!\d)|tis|twas|til|em|cause|cos|bout|round|n)\b", re.IGNORECASE)
"""Apostrophes at the start of a word: the '90s, '24, 'tis."""


@dataclass(frozen=True, slots=True)
class QuotePair:
    """Two marks that belong together. ``inner`` lies between them; ``repeats`` are the marks, inside, with which later
    paragraphs of the same quotation open; ``depth`` is 0 unless the pair stands in another. An unclosed pair ends
    where its words end."""

    span: Span
    inner: Span
    closed: bool
    depth: int
    repeats: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Open:
    span: Span
    glyph: str
    family: str
    close_at: int = -1
    repeats: list[Span] = field(default_factory=list)


def quote_pairs(text: str, paragraphs: tuple[Span, ...] | None = None) -> tuple[QuotePair, ...]:
    """All pairs, by where they open. A mark that opens nothing and closes nothing is passed over."""
    paragraphs = paragraph_spans(text) if paragraphs is None else paragraphs
    found: list[QuotePair] = []
    carried: _Open | None = None
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        carried = _Reader(text, paragraph, carried, following, found).read()
    return tuple(sorted(found, key=lambda pair: (pair.span.start, -pair.span.end)))


class _Reader:
    """Reads one paragraph; ``carried`` is the quotation that the paragraph before left open, if this one goes on."""

    def __init__(
        self, text: str, paragraph: Span, carried: _Open | None, following: Span | None, found: list[QuotePair]
    ) -> None:
        self.text, self.paragraph, self.following, self.found = text, paragraph, following, found
        self.stack: list[_Open] = [carried] if carried else []
        self.marks = [m.span() for m in _MARK.finditer(text, paragraph.start, paragraph.end)]
        self.singles = _Singles(self, [m for m in self.marks if _FAMILY[text[slice(*m)]] == "single"])

    def read(self) -> _Open | None:
        """Find the pairs that end here; returns what the next paragraph goes on with."""
        marks = iter(self.marks)
        if self.stack:
            self.stack[0].repeats.append(Span(*next(marks)))
        for start, end in marks:
            glyph = self.text[start:end]
            if _FAMILY[glyph] == "single":
                self._single(start, end, glyph)
            elif glyph in "「『":
                self._push(start, end, glyph)
            elif _FAMILY[glyph] == "double":
                self._double(start, end, glyph)
            else:
                self._other(start, end, glyph)
        return self._finish()

    def opening(self, start: int, end: int) -> bool:
        before, after = self._around(start, end)
        return (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()

    def closing(self, start: int, end: int) -> bool:
        before, after = self._around(start, end)
        return (not after or after.isspace() or after in _AFTER_CLOSING) and bool(before) and not before.isspace()

    def _around(self, start: int, end: int) -> tuple[str, str]:
        before = self.text[start - 1] if start > self.paragraph.start else ""
        return before, self.text[end] if end < self.paragraph.end else ""

    def _double(self, start: int, end: int, glyph: str) -> None:
        entry = self._open_of("double")
        opens, closes = self.opening(start, end), self.closing(start, end)
        if glyph in ("„", "``", "‟"):
            self._push(start, end, glyph)
        elif entry is None:
            inch = start > self.paragraph.start and self.text[start - 1].isdigit() and glyph in ('"', "''")
            if opens and not inch or glyph == "“":
                self._push(start, end, glyph)
        elif glyph == "“" and entry.glyph != "„" and not (closes and not opens) or glyph in ('"', "''", "＂") and opens and not closes and entry.glyph != "„":
            self._push(start, end, glyph)
        else:
            self._close(entry, start, end)

    def _other(self, start: int, end: int, glyph: str) -> None:
        family = _FAMILY[glyph]
        entry = self._open_of(family)
        if glyph in _CLOSES:
            if entry is not None:
                self._close(entry, start, end)
        elif entry is not None and entry.glyph != glyph:
            self._close(entry, start, end)
        elif glyph in "«‹" or self.opening(start, end):
            self._push(start, end, glyph)

    def _single(self, start: int, end: int, glyph: str) -> None:
        due = next((entry for entry in reversed(self.stack) if entry.close_at == start), None)
        if due is not None:
            if self.stack[-1] is due:
                self._close(due, start, end)
            else:  # a doubled mark opened inside and is still open: the single ones were not a pair
                self.stack.remove(due)
        elif self.stack and self.stack[0].family == "single" and self.stack[0].close_at < 0 and glyph in "’'":
            if self.closing(start, end) and len(self.stack) == 1 and not self.singles.possessive(start):
                self._close(self.stack[0], start, end)
        elif self.singles.opens(start, end):
            close_at = self.singles.close_of(start)
            if close_at >= 0:
                self._push(start, end, glyph, close_at)
            elif not self.stack and start == self.paragraph.start and self._goes_on(glyph):
                self._push(start, end, glyph)

    def _push(self, start: int, end: int, glyph: str, close_at: int = -1) -> None:
        family = _FAMILY[glyph]
        if family == "double" and (entry := self._open_of("double")) is not None:
            self._give_up(entry, start)
        if len(self.stack) >= MAX_DEPTH:
            return
        self.stack.append(_Open(Span(start, end), glyph, family, close_at))

    def _open_of(self, family: str) -> _Open | None:
        return next((entry for entry in reversed(self.stack) if entry.family == family), None)

    def _close(self, entry: _Open, start: int, end: int) -> None:
        depth = self.stack.index(entry)
        del self.stack[depth:]
        self._add(entry, depth, start, end, True)

    def _give_up(self, entry: _Open, end: int) -> None:
        """An unclosed mark: its words end at ``end``, or before the white space there."""
        depth = self.stack.index(entry)
        del self.stack[depth:]
        end = entry.span.end + len(self.text[entry.span.end : end].rstrip())
        self._add(entry, depth, end, end, False)

    def _add(self, entry: _Open, depth: int, inner_end: int, end: int, closed: bool) -> None:
        words = self.text[entry.span.end : inner_end]
        if words.strip():
            start = entry.span.end + len(words) - len(words.lstrip())
            inner = Span(start, start + len(words.strip()))
            self.found.append(QuotePair(Span(entry.span.start, end), inner, closed, depth, tuple(entry.repeats)))

    def _finish(self) -> _Open | None:
        first = self.stack[0] if self.stack else None
        for entry in reversed(self.stack[1:]):
            if entry.family != "single":
                self._give_up(entry, self.paragraph.end)
        del self.stack[1:]
        if first is None or first.close_at >= 0:
            return None
        if self._goes_on(first.glyph):
            return first
        if first.family != "single" or first.repeats:
            self._give_up(first, self.paragraph.end)
        return None

    def _goes_on(self, glyph: str) -> bool:
        """Whether the next paragraph opens with the same mark (or the closing guillemet, as French papers do)."""
        if self.following is None:
            return False
        same = {"«": "«»", "»": "»«"}.get(glyph, glyph)
        return self.text[self.following.start : self.following.start + len(glyph)] in (glyph, *same)


class _Singles:
    """Tells single quote marks from apostrophes, for one paragraph."""

    def __init__(self, reader: _Reader, marks: list[tuple[int, int]]) -> None:
        self.reader, text = reader, reader.text
        self.openers = [s for s, e in marks if self.opens(s, e)]
        closers = [s for s, e in marks if text[s] in "’'‘" and reader.closing(s, e) and not reader.opening(s, e)]
        self.sure = [s for s in closers if not self.possessive(s)]
        self.unsure = [s for s in closers if self.possessive(s)]

    def opens(self, start: int, end: int) -> bool:
        glyph = self.reader.text[start]
        if glyph == "’" or not self.reader.opening(start, end):
            return False
        return glyph == "‚" or not _ELISION.match(self.reader.text, start)

    def possessive(self, start: int) -> bool:
        """Whether a mark may be that of "the workers' pay": after an s, before white space and a small letter."""
        after = self.reader.text[start + 1 : start + 3]
        return self.reader.text[start - 1 : start] in ("s", "S") and after[:1].isspace() and after[1:].islower()

    def close_of(self, start: int) -> int:
        """Where the mark that closes the one at ``start`` stands; -1 if none does."""
        sure, unsure = _next(self.sure, start), _next(self.unsure, start)
        opener = _next(self.openers, start)
        if unsure >= 0 and (sure < 0 or 0 <= opener < sure):
            return unsure if sure < 0 or unsure < sure else sure
        return sure


def _next(positions: list[int], after: int) -> int:
    at = bisect_right(positions, after)
    return positions[at] if at < len(positions) else -1
