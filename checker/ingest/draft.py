"""What every reader of a format hands back, before it is known whose text it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checker.ingest.header import NO_HEADER, Header


@dataclass(frozen=True, slots=True)
class Draft:
    """``text`` as read; ``plain`` of the same length, markup blanked by spaces. ``header`` is what front matter or
    metadata said, its ``end`` where header lines may start; ``names`` are a web page's site name and domain."""

    text: str
    plain: str
    header: Header = NO_HEADER
    names: tuple[str, ...] = ()
    language: str | None = None
    notes: tuple[str, ...] = ()


Reader = Callable[[bytes, str], Draft]
"""Bytes and the file's name for messages -> draft. Raises InputError."""
