"""Articles with attributions that people marked: reading them, and what of a mark is asked of the checker."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.extract.outlets import Mention
from checker.types import Span

LONGEST_SOURCE = 60
"""Characters of a source that is an outlet's name and little else; longer ones are people and polls that mention one."""
ADDRESSEE = 60
"""Characters beside an attribution in which the corpus leaves whom the source spoke to: "In an interview with CNN, he …"."""
_REPORTING = re.compile(
    r"\b(?:according|sa(?:id|ys|ying)|report\w*|wr(?:ote|ites|itten)|tells|told|noted|notes|found|finds|reveal\w*|confirm\w*|as|per|detailed|learned|observed)\b",
    re.IGNORECASE,
)
"""Cues of reporting: the corpus marks opinions, questions and plans too."""
_OFFICER = re.compile(
    r"\b(?:(?:vice\s+)?(?:president|chair(?:man|woman)?)|editor|editor-in-chief|publisher|owner|founder|chief|ceo|spokes(?:man|woman|person)|director|former|ex)\b",
    re.IGNORECASE)
"""Words in a source that make it somebody who speaks for the house or has left it: no reporting of the outlet's."""
_STATEMENT = re.compile(r"\bstatements?\b", re.IGNORECASE)
"""In a cue: the outlet is in the news itself and answers for itself."""
_NAME_BEFORE = re.compile(r"[a-z,;] (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]+ (?:[A-Z]\. )?$")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_NAME_REACH = 40
"""Characters before a family name that can hold a first name and an initial."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as people marked it."""

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    content: tuple[Span, ...]
    cue: str

    @classmethod
    def of(cls, text: str, raw: dict[str, list[list[int]]]) -> Marked:
        sources, cues, content = (tuple(Span(*span) for span in raw.get(part, ())) for part in ("source", "cue", "content"))
        return cls(sources, cues, content, " ".join(cue.of(text) for cue in cues))

    @property
    def parts(self) -> tuple[Span, ...]:
        return (*self.sources, *self.cues, *self.content)

    @property
    def whole(self) -> Span:
        """From the first part to the last."""
        return Span(min(p.start for p in self.parts), max(p.end for p in self.parts))

    @property
    def reports(self) -> bool:
        return _REPORTING.search(self.cue) is not None

    def holds(self, span: Span) -> bool:
        """Whether a name stands in the attribution or right beside it, and not in its content."""
        near = Span(max(0, self.whole.start - ADDRESSEE), self.whole.end + ADDRESSEE)
        return near.overlaps(span) and not any(content.contains(span) for content in self.content)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its attributions: those that have a source and a cue."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def is_newsmaker(text: str, mention: Mention, source: Span, mark: Marked) -> bool:
    """Whether a source names no outlet as a witness: a person of that name ("Michael Bloomberg"), a title ("Vice President"),
    somebody who speaks for the house ("the publisher of Slate"), or the house itself in a statement."""
    if not mention.sure and (_NAME_AFTER.match(text, mention.span.end) or _is_person(text, mention.span.of(text))):
        return True
    return _OFFICER.search(text, source.start, source.end) is not None or _STATEMENT.search(mark.cue) is not None


def _is_person(text: str, name: str) -> bool:
    """Whether the text calls anybody by that name: a first name stands before it somewhere in mid-sentence."""
    return any(_NAME_BEFORE.search(text, max(0, found.start() - _NAME_REACH), found.start()) for found in re.finditer(rf"\b{re.escape(name)}\b", text))


def is_attributions(path: Path) -> bool:
    """Whether the first row of a file is an article with attributions. False for what cannot be read: its reader says why."""
    try:
        with _opened(path) as lines:
            first = next((line for line in lines if line.strip()), "")
        row = json.loads(first)
    except (OSError, EOFError, ValueError):
        return False
    return isinstance(row, dict) and "attributions" in row


def read_articles(path: Path) -> Iterator[Article]:
    """Every article of a file.

    Raises:
        InputError: the file cannot be read, or a line is malformed (with its number).
    """
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _article(line, f"{path}, line {number}")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise InputError(f"{path}: cannot be read ({type(error).__name__})") from None


def _opened(path: Path) -> Any:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def _article(line: str, where: str) -> Article:
    try:
        row = json.loads(line)
        text = row["text"]
        if not isinstance(text, str):
            raise TypeError
        marked = tuple(Marked.of(text, raw) for raw in row["attributions"] if raw["source"] and raw["cue"])
        if not all(0 <= part.start <= part.end <= len(text) for each in marked for part in each.parts):
            raise ValueError
        return Article(str(row["id"]), text, marked)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"{where}: needs id, text and attributions, whose source, cue and content are places in the text") from None
