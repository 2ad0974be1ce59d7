"""Which outlet a document belongs to: what the user says, else what the document says, else where it lies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

Resolve = Callable[[str], str | None]
"""The canonical name of an outlet from a name, alias or domain; None if it is unknown."""

MAX_NAME = 80
"""Characters of an outlet's name as written: the longest in use have about 50."""

_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_EDGE = " \t.,:;*_\"'“”‘’«»<>[]()|–—-"
_AROUND = re.compile(r"^\d[-_. \d]*[-_. ]|[-_. (][-_. ()\d]*$")
"""Numbers and dates around a file's stem: ``01-reuters``, ``reuters_2026-03-12``, ``reuters (2)``."""


@dataclass(frozen=True, slots=True)
class Clues:
    """All that may tell a document's outlet, in the order in which it is believed.

    The first three are a person's word and are taken even if the name is unknown. ``metadata`` (site name, publisher,
    domain of a web page, domain of a ``URL:`` line) is a machine's: an unknown name gives way to a known one below.
    """

    override: str | None = None
    header: str | None = None
    named: str | None = None
    metadata: tuple[str, ...] = ()
    folder_outlet: str | None = None
    folders: tuple[str, ...] = ()
    stem: str | None = None


NO_CLUES = Clues()


def outlet_of(clues: Clues, resolve: Resolve) -> str | None:
    """The outlet's canonical name, or its name as written if it is unknown; None if nothing tells."""
    for said in (clues.override, clues.header, clues.named):
        if said and cleaned(said):
            return canonical(said, resolve)
    for guess in (*(form for name in clues.metadata for form in _forms(name)),):
        if found := resolve(guess):
            return found
    if clues.folder_outlet and cleaned(clues.folder_outlet):
        return canonical(clues.folder_outlet, resolve)
    for name in (*clues.folders, clues.stem):
        for form in _file_forms(name or ""):
            if found := resolve(form):
                return found
    return next((cleaned(name) for name in clues.metadata if cleaned(name)), None)


def canonical(name: str, resolve: Resolve) -> str:
    """The canonical name, or the name as written, cleaned."""
    return resolve(cleaned(name)) or cleaned(name)


def cleaned(name: str) -> str:
    """A name as written, on one line, without quote marks, brackets and stops around it, cut at :data:`MAX_NAME`."""
    return " ".join(_UNPRINTED.sub(" ", name).split()).strip(_EDGE)[:MAX_NAME].rstrip()


def domain_of(url: str) -> str | None:
    """``www.lemonde.fr`` -> ``lemonde.fr`` for a URL or bare domain; None if it has none."""
    url = url.strip().strip("<>")
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        return None
    if not host or "." not in host or not re.fullmatch(r"[\w.-]+", host):
        return None
    return host.lower().strip(".").removeprefix("www.")


def _forms(name: str) -> Iterator[str]:
    """A name, and for a domain those it lies under: ``edition.cnn.com``, ``cnn.com``."""
    name = cleaned(name)
    if name:
        yield name
    if " " not in name:
        while name.count(".") >= 2:
            name = name.partition(".")[2]
            yield name


def _file_forms(name: str) -> Iterator[str]:
    bare = _AROUND.sub("", name)
    yield from dict.fromkeys(form for form in (name, bare, re.sub(r"[-_]+", " ", bare)) if cleaned(form))
