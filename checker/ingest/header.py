"""The lines above the prose: ``Credited from: LEMONDE``, ``Title: …``, ``Published: 2026-03-12``, a title, a byline.

Read on a document's ``plain`` text, so that Markdown's ``**Source:** AP`` counts too. A line that only looks like a
header line ("Sources: two dead in Paris") is prose, and stays prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from checker.ingest.outlet import Resolve, cleaned, domain_of
from checker.ingest.published import parse_date


class Field(Enum):
    """What a header line tells."""

    CREDITS = auto()
    SOURCES = auto()
    OUTLET = auto()
    TITLE = auto()
    PUBLISHED = auto()
    DATE = auto()
    URL = auto()
    OTHER = auto()


_KEYS = {
    key: field
    for field, keys in {
        Field.CREDITS: ("credited from", "credited to", "credit from"),
        Field.SOURCES: ("source", "sources", "credit", "credits", "via"),
        Field.OUTLET: ("outlet", "publisher", "publication", "newspaper", "site name"),
        Field.TITLE: ("title", "headline"),
        Field.PUBLISHED: ("published", "published on", "published at", "publication date", "date published"),
        Field.DATE: ("date", "updated", "last updated"),
        Field.URL: ("url", "link", "canonical url", "source url"),
        Field.OTHER: (
            "author",
            "authors",
            "byline",
            "by",
            "section",
            "category",
            "tags",
            "keywords",
            "language",
            "lang",
            "slug",
            "copyright",
            "description",
            "layout",
        ),
    }.items()
    for key in keys
}

MAX_LINES = 40
"""Lines a header can have, blank ones not counted: real ones have one to six."""
MAX_VALUE = 300
"""Characters of a header line; a paragraph that happens to start with a key is longer, or ends as a sentence does."""
MAX_TITLE = 120
"""Characters of a first line that is taken for a title: headlines have 40 to 100."""
MAX_KEY = 20
MAX_NAME_WORDS = 7
"""Words of an outlet's name after ``Source:``; "Australian Broadcasting Corporation News of the World" has seven."""

_URL = re.compile(r"https?://[^\s<>\"')\]]{3,2000}", re.IGNORECASE)
_ENDS_A_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_NO_TITLE_ENDS = (".", "…", ",", ";", ":", "—", "–", "-", ".”", '."', ".’", ".)")
_COMMAS = re.compile(r"\s*[,;、，؛/|]\s*(?:and\s+|&\s*)?")
_ANDS = re.compile(r"\s+(?:and|&|\+)\s+", re.IGNORECASE)
_SMALL = frozenset(
    "a an the of and for in on to & de du des la le les el los las der die das den van von di il lo da e y et".split()
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}"
_BYLINE = re.compile(rf"(?:By|BY)[ ]{_NAME}(?:,?[ ](?:and[ ]|in[ ]|for[ ]|of[ ]|de[ ]|van[ ]|von[ ])?{_NAME}){{1,11}}$")
_TIMES = re.compile(
    r"(?:By|BY)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September"
    r"|October|November|December)\b"
)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the prose. ``end`` is where the prose starts; names are as written."""

    end: int = 0
    credits: tuple[str, ...] = ()
    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def outlet_name(self) -> str | None:
        """The one outlet that a document of coverage belongs to by its header."""
        return self.outlet or (self.credits[0] if self.credits else None)

    @property
    def domain(self) -> str | None:
        return domain_of(self.url) if self.url else None


NO_HEADER = Header()


def read_header(text: str, plain: str, resolve: Resolve, known: Header = NO_HEADER, *, titled: bool = False) -> Header:
    """Read the lines from ``known.end`` on; ``known`` is what front matter or a page's metadata said already.

    With ``titled`` the document has its title elsewhere: a short first line is one only if it repeats it. Where
    nothing would be left below, the title is prose.
    """
    found = known
    position, taken, title_at = known.end, 0, -1
    while position < len(plain) and taken < MAX_LINES:
        end = _line_end(plain, position)
        line = plain[position:end].strip()
        if line:
            more = read_line(line, text[position:end], found, resolve)
            if more is None and title_at < 0 and _is_title(line, plain, end, found.title, titled, resolve):
                title_at, more = position, replace(found, title=found.title or line)
            if more is None and not (_BYLINE.match(line) and not _TIMES.match(line)):
                break
            found, taken = more or found, taken + 1
        position = min(end + 1, len(plain))
    if title_at >= 0 and not plain[position:].strip():
        found, position = replace(found, title=known.title), title_at
    return replace(found, end=position)


def read_line(line: str, raw: str, found: Header, resolve: Resolve) -> Header | None:
    """``found`` with what one header line adds; None if the line is none. ``raw`` is the line with its markup."""
    key, colon, value = line[: MAX_VALUE + MAX_KEY].replace("：", ":", 1).partition(":")
    field = (
        _KEYS.get(" ".join(key.replace("_", " ").replace("-", " ").lower().split())) if len(key) <= MAX_KEY else None
    )
    value = value.strip()
    if not colon or field is None or len(line) > MAX_VALUE and field is not Field.URL:
        return None
    return set_field(field, value, raw, found, resolve)


def set_field(field: Field, value: str, raw: str, found: Header, resolve: Resolve) -> Header | None:
    """``found`` with one value, the first of its kind counting; None if no such field can have such a value."""
    if field in (Field.CREDITS, Field.SOURCES):
        return _with_credits(field, value, raw, found, resolve)
    if field is Field.OUTLET:
        return (
            None
            if not value or _ENDS_A_SENTENCE.search(value) and len(value) > MAX_TITLE
            else replace(found, outlet=found.outlet or cleaned(value))
        )
    if field is Field.TITLE:
        return replace(found, title=found.title or value.strip("\"'") or None)
    if field is Field.PUBLISHED or field is Field.DATE:
        return _with_date(field, value, found)
    if field is Field.URL:
        link = _URL.search(raw)
        url = link[0] if link else value if domain_of(value) and " " not in value else None
        return replace(found, url=found.url or url) if url else None
    return None if _ENDS_A_SENTENCE.search(value) and len(value.split()) > MAX_NAME_WORDS else found


def key_field(key: str) -> Field | None:
    """The field of a key, however it is written: ``Credited from``, ``credited_from``."""
    return _KEYS.get(" ".join(key.replace("_", " ").replace("-", " ").lower().split()))


def names_in(written: str, resolve: Resolve) -> tuple[str, ...]:
    """Names of a list ("SCMP, Le Monde and LA Times"), as written, in order, each once. A known name is never cut."""
    found: list[str] = []
    for piece in _cut(written, _COMMAS, resolve):
        found.extend(cleaned(name) for name in _cut(piece, _ANDS, resolve))
    return tuple(dict.fromkeys(name for name in found if name))


def _cut(written: str, at: re.Pattern[str], resolve: Resolve) -> tuple[str, ...]:
    return (written,) if resolve(cleaned(written)) else tuple(at.split(written))


def _with_credits(field: Field, value: str, raw: str, found: Header, resolve: Resolve) -> Header | None:
    link = _URL.search(raw)
    if link and (value.startswith("http") or not value):
        return replace(found, url=found.url or link[0])
    if not value and field is Field.CREDITS:
        return replace(found, notes=(*found.notes, "a header line names no outlet"))
    names = names_in(value, resolve)
    if not names or field is Field.SOURCES and not all(_may_be_name(name, resolve) for name in names):
        return None
    return replace(
        found, credits=tuple(dict.fromkeys((*found.credits, *names))), url=found.url or (link[0] if link else None)
    )


def _may_be_name(name: str, resolve: Resolve) -> bool:
    if resolve(name):
        return True
    words = name.split()
    if len(words) == 1:
        return True
    return len(words) <= MAX_NAME_WORDS and all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words)


def _with_date(field: Field, value: str, found: Header) -> Header | None:
    when = parse_date(value)
    if when is None:
        if field is Field.DATE and not re.fullmatch(r"[\d\s./:,-]{6,30}|.{0,40}\b\d{4}\b.{0,20}", value):
            return None
        note = f'no publication date in "{cleaned(value)}"; write it as 2026-03-12'
        return replace(found, notes=(*found.notes, note)) if value else found
    return replace(found, published=found.published or when)


def _is_title(line: str, plain: str, end: int, title: str | None, titled: bool, resolve: Resolve) -> bool:
    if title is not None and _same(line, title):
        return True
    if titled or title is not None or len(line) > MAX_TITLE or line.endswith(_NO_TITLE_ENDS):
        return False
    following = plain[end + 1 : _line_end(plain, end + 1)].strip()
    return not following or read_line(following, following, NO_HEADER, resolve) is not None


def _same(line: str, title: str) -> bool:
    return " ".join(line.split()).casefold() == " ".join(title.split()).casefold()


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
