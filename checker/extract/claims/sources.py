"""Clauses of one sentence that are credited to different outlets: one claim each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.extract.claims.grammar import read
from checker.extract.claims.traced import LONGEST_READ, NOWHERE, Traced, tidy
from checker.types import Basis, Credit, Span, VagueCredit

_BORDER = re.compile(
    r";\s*(?:(?:while|whereas|but|and|although|though)\s+)?|,\s+(?:while|whereas|but|and|although|though|yet)\s+"
    r"|\s+(?:while|whereas|but)\s+", re.IGNORECASE)
_JOINER = re.compile(r"^(?:while|whereas|but|and|although|though|yet)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or a clause of it, with its statement and its own credits."""

    span: Span
    statement: Traced
    credits: tuple[Credit, ...]
    vague: tuple[VagueCredit, ...]


def stretches(sentence: Span, text: str, statement: Traced, credits: tuple[Credit, ...],
              vague: tuple[VagueCredit, ...]) -> tuple[Stretch, ...]:
    """The sentence (``text`` at ``sentence``) whole, or cut where its clauses name different outlets.

    A clause without a credit goes with the credit after it when that credit closes its clause ("A, and B, Reuters said"),
    otherwise with the one before. A cut is made only if each side keeps a statement with a verb.
    """
    whole = (Stretch(sentence, statement, credits, vague),)
    own = tuple(c for c in credits if c.basis is Basis.SENTENCE)
    if len({c.outlet for c in own}) < 2 or len(own) != len(credits) or len(text) > LONGEST_READ:
        return whole
    borders = _borders(text, sentence.start, own)
    groups = _grouped(sentence, borders, own)
    if len(groups) < 2:
        return whole
    found = []
    for span, named in groups:
        said = _said(statement, span)
        if said is None or read(said.text).main_verb() is None and "\0" not in read(said.text).masked:
            return whole
        found.append(Stretch(span, said, named, tuple(v for v in vague if span.contains(v.span))))
    return tuple(found)


def _borders(text: str, base: int, credits: tuple[Credit, ...]) -> list[int]:
    """Offsets into the story at which another clause may begin, its conjunction included."""
    borders = []
    for found in _BORDER.finditer(read(text).masked):
        joiner = re.search(r"\w", found[0])
        at = base + found.start() + (joiner.start() if joiner else len(found[0]))
        if base < at < base + len(text) and not any(c.phrase.start < at < c.phrase.end for c in credits):
            borders.append(at)
    return borders


def _grouped(sentence: Span, borders: list[int], credits: tuple[Credit, ...]) -> list[tuple[Span, tuple[Credit, ...]]]:
    """Neighbouring clauses put together until each group has credits, and different ones from the group before."""
    edges = [sentence.start, *sorted(set(borders)), sentence.end]
    spans = [Span(a, b) for a, b in zip(edges, edges[1:])]
    # A phrase before its border's conjunction belongs to the clause it starts in.
    named = [tuple(c for c in credits if span.start <= c.span.start < span.end) for span in spans]
    if any(c.phrase.start < span.start or c.phrase.end > span.end for span, some in zip(spans, named) for c in some):
        return []
    groups: list[tuple[Span, tuple[Credit, ...]]] = []
    waiting: int | None = None
    for span, some in zip(spans, named):
        if not some:
            if groups and waiting is None and not _closes_next(span, spans, named):
                groups[-1] = (Span(groups[-1][0].start, span.end), groups[-1][1])
            else:
                waiting = span.start if waiting is None else waiting
            continue
        start = span.start if waiting is None else waiting
        waiting = None
        if groups and {c.outlet for c in groups[-1][1]} == {c.outlet for c in some}:
            groups[-1] = (Span(groups[-1][0].start, span.end), (*groups[-1][1], *some))
        else:
            groups.append((Span(start, span.end), some))
    if waiting is not None and groups:
        groups[-1] = (Span(groups[-1][0].start, sentence.end), groups[-1][1])
    return groups


def _closes_next(span: Span, spans: list[Span], named: list[tuple[Credit, ...]]) -> bool:
    """Whether the next clause with credits ends with them."""
    for later, some in zip(spans, named):
        if later.start >= span.end and some:
            last = max(c.phrase.end for c in some)
            return last >= later.end - 4 and min(c.phrase.start for c in some) > later.start + 4
    return False


def _said(statement: Traced, span: Span) -> Traced | None:
    """The statement's words that stand in a span, as a sentence."""
    inside = [i for i, place in enumerate(statement.origin) if place != NOWHERE and span.start <= place < span.end]
    if not inside:
        return None
    start, end = min(inside), max(inside) + 1
    if any(place != NOWHERE and not span.start <= place < span.end for place in statement.origin[start:end]):
        return None
    # Marks around words have no place of their own: a quotation's marks go with it.
    while start > 0 and statement.origin[start - 1] == NOWHERE and statement.text[start - 1] in "\"“‘'«$€£(":
        start -= 1
    while end < len(statement.text) and statement.origin[end] == NOWHERE and statement.text[end] in "\"”’'».!?%)":
        end += 1
    piece = statement.cut(start, end)
    joiner = _JOINER.match(piece.text)
    return tidy(piece.cut(joiner.end()) if joiner else piece)
