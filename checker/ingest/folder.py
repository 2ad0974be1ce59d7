"""A folder of coverage: which of its files hold articles. Hidden ones and other kinds are passed over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from checker.errors import InputError
from checker.ingest.files import problem, shown
from checker.ingest.readers import can_read

MAX_FILES = 5_000
"""Articles of one folder. More than that is a home folder named by mistake: reading them would take minutes."""

_ABOUT = frozenset({"readme", "license", "licence", "copying", "makefile", "dockerfile", "authors", "changelog"})
"""Stems of files that lie in folders and are no article."""


def articles(folder: Path) -> tuple[Path, ...]:
    """The files of a folder and the folders in it that may hold articles, sorted; linked folders are followed once.

    Raises:
        InputError: the folder may not be read, or holds more than :data:`MAX_FILES` of them.
    """
    found: list[Path] = []
    for path in _walk(folder):
        found.append(path)
        if len(found) > MAX_FILES:
            raise InputError(
                f"{shown(folder)}: more than {MAX_FILES:,} articles; name a folder that holds only coverage"
            )
    return tuple(sorted(found, key=lambda p: p.as_posix()))


def _walk(top: Path) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda e: e.name)
        except OSError as error:
            raise problem(folder, error) from None
        for entry in inside:
            path = folder / entry.name
            if entry.name.startswith("."):
                continue
            if _is(path.is_dir):
                waiting.append(path)
            elif can_read(path) and path.stem.lower() not in _ABOUT and (_is(path.is_file) or path.is_symlink()):
                yield path  # a broken link is reported when it is read


def _is(test: object) -> bool:
    try:
        return bool(test())  # type: ignore[operator]
    except OSError:
        return False
