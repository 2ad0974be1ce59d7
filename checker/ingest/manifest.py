"""``coverage.toml``: what the user says about the articles of a folder.

outlet = "Le Monde"                     # of every article here that does not say otherwise

[files]
"ferry.txt" = "Reuters"
"wire/2.html" = { outlet = "AP", published = 2026-03-12, title = "Ferry sinks" }
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from checker.errors import InputError
from checker.ingest.files import problem, shown
from checker.ingest.published import parse_date

NAME = "coverage.toml"
MAX_BYTES = 1_000_000
"""Bytes of a manifest: one line for each of ten thousand articles."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one file; None for what is not."""

    outlet: str | None = None
    published: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The file's own path, the outlet of the whole folder, and the entries by path relative to the folder."""

    path: Path
    outlet: str | None = None
    files: tuple[tuple[str, Entry], ...] = ()

    def entry(self, file: Path) -> Entry:
        """What is said of a file below the manifest's folder."""
        relative = file.relative_to(self.path.parent).as_posix()
        return next((entry for name, entry in self.files if name == relative), Entry())

    def absent(self) -> tuple[str, ...]:
        """Names under [files] where there is no such file."""
        return tuple(name for name, _ in self.files if not (self.path.parent / name).exists())


def load_manifest(folder: Path) -> Manifest | None:
    """The folder's manifest; None if it has none.

    Raises:
        InputError: it cannot be read, is no TOML, or has keys or values that mean nothing here.
    """
    path = folder / NAME
    try:
        if not path.is_file():
            return None
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{shown(path)}: too large")
        raw = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        raise problem(path, error) from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{shown(path)}: not valid TOML ({' '.join(str(error).split())[:120]})") from None
    _only(raw, ("outlet", "files"), path, "")
    files = raw.get("files", {})
    if not isinstance(files, dict):
        raise InputError(f'{shown(path)}: [files] must be a table of "name.txt" = "Outlet"')
    return Manifest(
        path,
        _text(raw, "outlet", path, ""),
        tuple(
            (PurePosixPath(name.replace("\\", "/")).as_posix(), _entry(value, path, name))
            for name, value in sorted(files.items())
        ),
    )


def _entry(value: object, path: Path, name: str) -> Entry:
    where = f" of {shown(name)}"
    if isinstance(value, str):
        value = {"outlet": value}
    if not isinstance(value, dict):
        raise InputError(f'{shown(path)}: the entry{where} must be "Outlet" or {{ outlet = "Outlet" }}')
    _only(value, ("outlet", "published", "title"), path, where)
    published = value.get("published")
    if isinstance(published, datetime):
        published = published.date()
    elif isinstance(published, str):
        published = parse_date(published)
    if "published" in value and not isinstance(published, date):
        raise InputError(f"{shown(path)}: published{where} must be a date such as 2026-03-12")
    return Entry(_text(value, "outlet", path, where), published, _text(value, "title", path, where))


def _text(table: dict[str, object], key: str, path: Path, where: str) -> str | None:
    value = table.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise InputError(f"{shown(path)}: {key}{where} must be a name in quotes")
    return value


def _only(table: dict[str, object], known: tuple[str, ...], path: Path, where: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(known)}"
            raise InputError(f'{shown(path)}: "{shown(key)}"{where} means nothing here{hint}')
