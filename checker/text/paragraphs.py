"""Where the paragraphs of a text stand."""

from __future__ import annotations

import re

from checker.types import Span

WRAP_WIDTHS = range(50, 101)
"""Widths of a line that an editor or a mail program broke: 72 and 80 columns, some slack to either side."""
WRAPPED_SHARE = 0.6
"""Share of the lines inside blocks that must be that wide before a text counts as hard-wrapped: most, not all."""

_BLANK = re.compile(r"\n[^\S\n]*(?=\n)")
BULLET = re.compile(r"[^\S\n]*(?:[-*•‣◦▪·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n]+(?=\S)")
"""The mark of a list item at the start of a line, with the white space around it."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


def paragraph_spans(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Paragraphs in order, trimmed of white space.

    Every line that is not empty is a paragraph, except in a hard-wrapped text: there a block between blank lines is
    one, and an item of a list starts one of its own.
    """
    within = within or Span(0, len(text))
    blocks = [[line for line in block if line.of(text).strip()] for block in _blocks(text, within)]
    wrapped = len(blocks) > 1 and _is_wrapped([[line.of(text) for line in block] for block in blocks])
    found: list[Span] = []
    for block in blocks:
        if wrapped and _block_is_wrapped([line.of(text) for line in block]):
            found.extend(_items(text, block))
        else:
            found.extend(block)
    return tuple(_trimmed(text, span) for span in found if span.of(text).strip())


def _blocks(text: str, within: Span) -> list[list[Span]]:
    """Lines, grouped by the blank lines between them."""
    blocks: list[list[Span]] = [[]]
    start = within.start
    while start < within.end:
        end = text.find("\n", start, within.end)
        end = within.end if end < 0 else end
        if text[start:end].strip():
            blocks[-1].append(Span(start, end))
        elif blocks[-1]:
            blocks.append([])
        start = end + 1
    return [block for block in blocks if block]


def _is_wrapped(blocks: list[list[str]]) -> bool:
    inner = [line for block in blocks for line in block[:-1]]
    fitting = sum(len(line.rstrip()) in WRAP_WIDTHS for line in inner)
    return bool(inner) and fitting >= WRAPPED_SHARE * len(inner)


def _block_is_wrapped(lines: list[str]) -> bool:
    """Whether lines run on into one another: none is longer than a wrapped line, and they do not all end a sentence."""
    if len(lines) < 2 or any(len(line.rstrip()) >= WRAP_WIDTHS.stop for line in lines):
        return False
    return not all(_SENTENCE_END.search(line.rstrip()) for line in lines[:-1]) or len(lines) == 2


def _items(text: str, block: list[Span]) -> list[Span]:
    found = [block[0]]
    for line in block[1:]:
        if BULLET.match(text, line.start, line.end):
            found.append(line)
        else:
            found[-1] = Span(found[-1].start, line.end)
    return found


def _trimmed(text: str, span: Span) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))
