"""Markdown: the text as it is, and beside it the same text with the markup blanked out; front matter as a header."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.ingest.decode import decode
from checker.ingest.draft import Draft
from checker.ingest.header import Field, Header, key_field, set_field
from checker.ingest.mask import mask
from checker.ingest.outlet import cleaned

MAX_FRONT_LINES = 100
"""Lines that front matter can have; a rule with no second one near it is a rule."""

_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.+)$")


def read_markdown(data: bytes, where: str) -> Draft:
    """Raises:
    InputError: it is no text.
    """
    decoded = decode(data, where)
    text = decoded.text
    header = front_matter(text)
    masked = mask(text, header.end)
    if masked.heading is not None and header.title is None:
        title = mask(masked.heading.of(text)).plain
        header = replace(header, title=" ".join(title.split()) or None)
    return Draft(text, masked.plain, header, notes=(decoded.note,) if decoded.note else ())


def front_matter(text: str) -> Header:
    """What a ``---`` block of ``key: value`` lines at the top says; an empty header if there is none.

    Lists (``[a, b]``, or one ``- a`` a line) are read; anything deeper is passed over.
    """
    lines = text.split("\n", MAX_FRONT_LINES + 1)[: MAX_FRONT_LINES + 1]
    if lines[0].rstrip() != "---":
        return Header()
    close = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if close is None or not any(_KEY.match(line) for line in lines[1:close]):
        return Header()
    found = Header()
    for field, value in _pairs(lines[1:close]):
        found = set_field(field, value, value, found, _as_written) or found
    return replace(found, end=min(len(text), sum(len(line) + 1 for line in lines[: close + 1])))


def _pairs(lines: list[str]) -> list[tuple[Field, str]]:
    found: list[tuple[Field, str]] = []
    field: Field | None = None
    for line in lines:
        if (item := _ITEM.match(line)) and field is not None:
            found.append((field, _unquoted(item[1])))
        elif key := _KEY.match(line):
            field = key_field(key[1])
            value = (key[2] or "").strip()
            if field is not None and value:
                values = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
                found.extend((field, _unquoted(v)) for v in values if v.strip())
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.partition(" #")[0].rstrip()


def _as_written(name: str) -> str | None:
    """Front matter lists its names one by one: none is cut at an "and"."""
    return cleaned(name) if "," not in name else None
