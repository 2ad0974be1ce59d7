"""Whether a passage states something itself, or reports somebody as saying it ("the ministry said 12 had died")."""

from __future__ import annotations

import re

from checker.text.quotes import quotations
from checker.text.sentences import split
from checker.types import Span

SAYING = re.compile(
    r"\b(?:said|says|say|told|tells|added|adds|announced|announces|claimed|claims|stated|states|reported|warned|warns|argued|argues|"
    r"insisted|insists|acknowledged|admitted|confirmed|denied|testified|wrote|estimated|estimates|put\s+the|according\s+to|"
    r"in\s+the\s+words\s+of|as\s+per)\b", re.IGNORECASE)


def is_reported(text: str, place: Span) -> bool:
    """Whether the sentence of ``text`` that ``place`` begins in is attributed: a verb of saying in it, outside quotation marks,
    or a quotation that holds most of it."""
    sentence = next((s for s in split(text) if s.start <= place.start < s.end), Span(0, len(text)))
    words = sentence.of(text)
    quoted = quotations(words)
    if 2 * sum(len(q.span) for q in quoted if not q.scare) > len(words):
        return True
    return any(not any(q.span.overlaps(Span(*m.span())) for q in quoted) for m in SAYING.finditer(words))
