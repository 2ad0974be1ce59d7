"""Markdown's markup replaced by spaces, one for one: offsets into the masked text are offsets into the text.

What is prose stays where it stands: link texts, emphasised words, list items, cells, quoted blocks. What is not is
blanked: the marks, targets of links, images, HTML tags and comments, headings. Written after the CommonMark
specification (0.31) for what news texts use of it; where markup is doubtful (``5 * 3``, ``[sic]``) it is prose.
Every step is one pass over the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.types import Span

MAX_TAG = 1_000
"""Characters of an HTML tag or link target: longer ones are not written by hand and are left as they are."""
MAX_SETEXT = 120
"""Characters of a line that a line of dashes below makes a heading: headlines are shorter, paragraphs longer."""

_COMMENT = re.compile(r"<!--")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_ATX = re.compile(r"[ ]{0,3}(#{1,6})(?=[ \t]|$)")
_SETEXT = re.compile(r"[ ]{0,3}(?:={2,}|-{2,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = re.compile(r"[ ]{0,3}>[ \t]?")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
_DEFINITION = re.compile(r"[ ]{0,3}\[([^\[\]\n]{1,200})\]:[ \t]*(?=\S)")
_TABLE_RULE = re.compile(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
_TOKEN = re.compile(
    rf"""(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<code>`+)
    |(?P<tag></?[A-Za-z][^<>\n]{{0,{MAX_TAG}}}>)
    |(?P<nbsp>&nbsp;)
    |(?P<footnote>\[\^[^\[\]\s]{{1,50}}\])
    |(?P<open>!?\[)
    |(?P<close>\])
    |(?P<run>\*+|_+|~~+)""",
    re.VERBOSE,
)
_TARGET = re.compile(
    rf"""\(\s{{0,10}}
    (?:<[^<>\n]{{0,{MAX_TAG}}}>|[^\s()<>]{{0,{MAX_TAG}}}(?:\([^\s()<>]{{0,{MAX_TAG}}}\)[^\s()<>]{{0,{MAX_TAG}}}){{0,5}})
    (?:\s{{1,10}}(?:"[^"\n]{{0,{MAX_TAG}}}"|'[^'\n]{{0,{MAX_TAG}}}'))?\s{{0,10}}\)""",
    re.VERBOSE,
)
_TICKS = re.compile("`+")
_LABEL = re.compile(r"\[([^\[\]\n]{0,200})\]")


@dataclass(frozen=True, slots=True)
class Masked:
    """``plain`` has the length of the text; ``heading`` covers the words of the first heading, ``level`` 1 to 6."""

    plain: str
    heading: Span | None = None


def mask(text: str, start: int = 0) -> Masked:
    """The text with its markup, and all before ``start``, replaced by spaces. Line feeds stay where they are."""
    canvas = _Canvas(text)
    canvas.blank(0, start)
    canvas.comments(start)
    lines = _lines(text, start)
    labels = frozenset(_label(found[1]) for s, e in lines if (found := _DEFINITION.match(text, s, e)))
    heading: Span | None = None
    blocks: list[list[Span]] = [[]]
    fence = ""
    for index, (begin, end) in enumerate(lines):
        line = text[begin:end]
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
                canvas.blank(begin, end)
            continue
        if mark and ("`" not in line[mark.end() :] or mark[1][0] == "~"):
            fence = mark[1]
            canvas.blank(begin, end)
            blocks.append([])
            continue
        before = text[slice(*lines[index - 1])] if index else ""
        after = text[slice(*lines[index + 1])] if index + 1 < len(lines) else ""
        if words := _heading(line, before, after):
            heading = heading or words.shifted(begin)
            canvas.blank(begin, end)
            blocks.append([])
        elif not line.strip() or _RULE.match(line) or _SETEXT.match(line) or "|" in line and _TABLE_RULE.match(line):
            canvas.blank(begin, end)
            if not line.strip():
                blocks.append([])
        else:
            inner, item = _block_marks(line, before)
            definition = _DEFINITION.match(line, inner)
            if definition and not definition[1].startswith("^"):
                canvas.blank(begin, end)
                continue
            if definition:
                inner = definition.end()
            canvas.blank(begin, begin + inner)
            if _is_row(line, before, after):
                canvas.pipes(begin, end)
            if item:
                blocks.append([])
            blocks[-1].append(Span(begin + inner, end))
    for block in blocks:
        if block:
            _inline(text, Span(block[0].start, block[-1].end), canvas, labels)
    return Masked(canvas.text(), heading)


class _Canvas:
    """The characters of a text, to be blanked; line feeds never are."""

    def __init__(self, text: str) -> None:
        self._source = text
        self._characters = list(text)

    def blank(self, start: int, end: int) -> None:
        for at in range(start, end):
            if self._characters[at] != "\n":
                self._characters[at] = " "

    def pipes(self, start: int, end: int) -> None:
        for at in range(start, end):
            if self._source[at] == "|" and self._source[at - 1 : at] != "\\":
                self._characters[at] = " "

    def comments(self, start: int) -> None:
        """HTML comments, with what they hide, across lines; one that is never closed is prose."""
        position = start
        while (found := _COMMENT.search(self._source, position)) is not None:
            end = self._source.find("-->", found.end())
            if end < 0:
                return
            self.blank(found.start(), end + 3)
            position = end + 3

    def text(self) -> str:
        return "".join(self._characters)


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    found = []
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.append((start, end))
        start = end + 1
    return found


def _heading(line: str, before: str, after: str) -> Span | None:
    """The words of a heading, as offsets into its line; None for other lines."""
    if atx := _ATX.match(line):
        words = line[atx.end() :].strip()
        words = re.sub(r"(?:^|[ \t])#+$", "", words).strip()
        begin = line.find(words, atx.end()) if words else atx.end()
        return Span(begin, begin + len(words))
    if (
        _SETEXT.match(after)
        and not before.strip()
        and 0 < len(line.strip()) <= MAX_SETEXT
        and not line.rstrip().endswith((".", "|"))
        and not _BULLET.match(line)
        and not _SETEXT.match(line)
        and not line.startswith((" " * 4, ">", "|"))
    ):
        begin = len(line) - len(line.lstrip())
        return Span(begin, begin + len(line.strip()))
    return None


def _block_marks(line: str, before: str) -> tuple[int, bool]:
    """How much of a line's start is quote and list marks, and whether it starts an item of a list."""
    at, item, quoted = 0, False, False
    while quote := _QUOTE.match(line, at):
        at, quoted = quote.end(), True
    while bullet := _BULLET.match(line, at):
        at, item = bullet.end(), True
    number = _NUMBER.match(line, at)
    # "14. Then …" in the middle of a paragraph is the end of a sentence that was wrapped there.
    if number and (item or quoted or number[1] == "1" or not before.strip() or _NUMBER.match(before)):
        at, item = number.end(), True
    return at, item


def _is_row(line: str, before: str, after: str) -> bool:
    if "|" not in line:
        return False
    return line.lstrip().startswith("|") or any("|" in near and _TABLE_RULE.match(near) for near in (before, after))


def _label(written: str) -> str:
    return " ".join(written.split()).casefold()


def _inline(text: str, block: Span, canvas: _Canvas, labels: frozenset[str]) -> None:
    """Marks within one block: escapes, code, tags, links, images, footnotes, emphasis."""
    closers = _code_closers(text, block)
    brackets: list[tuple[int, int]] = []
    runs: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
    position = block.start
    while (token := _TOKEN.search(text, position, block.end)) is not None:
        start, end = token.span()
        position = end
        match token.lastgroup:
            case "escape":
                canvas.blank(start, start + 1)
            case "tag" | "nbsp" | "footnote":
                canvas.blank(start, end)
            case "code":
                if (closing := closers.get(start)) is not None:
                    canvas.blank(start, end)
                    canvas.blank(closing, closing + end - start)
                    position = closing + end - start
            case "open":
                brackets.append((start, end))
            case "close" if brackets:
                opened = brackets.pop()
                if (target := _link_end(text, opened, start, end, block.end, labels)) is not None:
                    image = text[opened[0]] == "!"
                    canvas.blank(opened[0], target if image else opened[1])
                    canvas.blank(start, target)
                    position = target
            case "run":
                _emphasis(text, Span(start, end), runs[text[start]], canvas, block)


def _code_closers(text: str, block: Span) -> dict[int, int]:
    """For each run of back quotes the next one of the same length, in one pass."""
    last: dict[int, int] = {}
    closers: dict[int, int] = {}
    for found in reversed(list(_TICKS.finditer(text, block.start, block.end))):
        length = found.end() - found.start()
        if length in last:
            closers[found.start()] = last[length]
        last[length] = found.start()
    return closers


def _link_end(
    text: str, opened: tuple[int, int], start: int, end: int, limit: int, labels: frozenset[str]
) -> int | None:
    """Where the link or image ends whose text stands between the brackets; None if they are only brackets."""
    if target := _TARGET.match(text, end, limit):
        return target.end()
    reference = _LABEL.match(text, end, limit)
    label = reference[1] if reference and reference[1] else text[opened[1] : min(start, opened[1] + 200)]
    if labels and _label(label) in labels:
        return reference.end() if reference else end
    return None


def _emphasis(text: str, run: Span, open_runs: list[tuple[int, int]], canvas: _Canvas, block: Span) -> None:
    """Close open runs with this one as far as it goes; what is left of it may open."""
    before = text[run.start - 1] if run.start > block.start else " "
    after = text[run.end] if run.end < block.end else " "
    if text[run.start] == "_" and before.isalnum() and after.isalnum() or before.isdigit() and after.isdigit():
        return  # snake_case, 2*3*4
    at = run.start
    while at < run.end and not before.isspace() and open_runs and open_runs[-1][1] != run.start:
        start, end = open_runs.pop()
        length = min(end - start, run.end - at)
        canvas.blank(end - length, end)
        canvas.blank(at, at + length)
        at += length
        if end - start > length:
            open_runs.append((start, end - length))
    if at < run.end and not after.isspace():
        open_runs.append((at, run.end))
