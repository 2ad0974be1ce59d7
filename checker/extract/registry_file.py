"""Files of outlets: reading, checking each entry, and laying the user's file over the shipped one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from pathlib import Path

from checker.errors import InputError
from checker.extract.folding import MAX_NAME, fold

_LISTS = ("aliases", "native", "domains")
_TEXTS = ("country", "language")
_FLAGS = ("agency", "ambiguous", "replace")
_KEYS = ("name", *_LISTS, *_TEXTS, *_FLAGS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``[[outlets]]`` table. ``given`` are its keys; ``ambiguous`` names among ``name`` and ``aliases``."""

    name: str
    aliases: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    language: str = ""
    agency: bool = False
    ambiguous: tuple[str, ...] = ()
    replace: bool = False
    given: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def read_shipped() -> tuple[Entry, ...]:
    """The entries of the outlets that come with the package."""
    text = resources.files("checker.extract").joinpath("data/outlets.toml").read_text(encoding="utf-8")
    return tuple(_entries(tomllib.loads(text), "outlets.toml"))


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a user's file.

    Raises:
        InputError: it cannot be read, is no TOML, or an entry is malformed; the message names file and entry.
    """
    try:
        raw = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or type(error).__name__}); give a TOML file of outlets") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8 text; save the file as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{path}: not valid TOML: {' '.join(str(error).split())[:160]}; mend the line") from None
    if not isinstance(raw.get("outlets"), list) or set(raw) - {"outlets"}:
        odd = ", ".join(sorted(set(raw) - {"outlets"})[:3])
        raise InputError(f"{path}: needs tables [[outlets]] and nothing else{f' (found {odd})' if odd else ''}")
    entries = tuple(_entries(raw, str(path)))
    twice = next((e.name for n, e in enumerate(entries) if any(fold(e.name) == fold(o.name) for o in entries[:n])), None)
    if twice:
        raise InputError(f"{path}: two entries are named “{twice}”; make them one")
    return entries


def extended(shipped: Sequence[Entry], own: Sequence[Entry]) -> tuple[Entry, ...]:
    """The shipped entries with the user's laid over them."""
    by_name = {fold(entry.name): entry for entry in own}
    claimed = {fold(name): fold(entry.name) for entry in own for name in (entry.name, *entry.aliases, *entry.native)}
    known = {fold(entry.name) for entry in shipped}
    kept = [_merged(_ceding(entry, claimed), by_name.get(fold(entry.name))) for entry in shipped]
    return (*kept, *(entry for entry in own if fold(entry.name) not in known))


def _merged(entry: Entry, own: Entry | None) -> Entry:
    if own is None:
        return entry
    if own.replace:
        return own
    return replace(
        entry,
        name=own.name,
        aliases=tuple(dict.fromkeys((*entry.aliases, *own.aliases))),
        native=tuple(dict.fromkeys((*entry.native, *own.native))),
        domains=tuple(dict.fromkeys((*entry.domains, *own.domains))),
        country=own.country or entry.country,
        language=own.language or entry.language,
        agency=own.agency if "agency" in own.given else entry.agency,
        ambiguous=tuple(dict.fromkeys((*entry.ambiguous, *own.ambiguous))),
    )


def _ceding(entry: Entry, claimed: Mapping[str, str]) -> Entry:
    """The entry without the ambiguous aliases that another outlet of the user's claims."""
    def gone(name: str) -> bool:
        return name in entry.ambiguous and claimed.get(fold(name), fold(entry.name)) != fold(entry.name)

    return replace(entry, aliases=tuple(name for name in entry.aliases if not gone(name)))


def _entries(raw: Mapping[str, object], source: str) -> Iterator[Entry]:
    tables = raw["outlets"]
    assert isinstance(tables, list)  # checked by the caller, or shipped
    for number, table in enumerate(tables, 1):
        yield _entry(table, f"{source}: entry {number}")


def _entry(table: object, where: str) -> Entry:
    if not isinstance(table, dict):
        raise InputError(f"{where}: is no table; write [[outlets]] and below it name = \"…\"")
    name = table.get("name")
    if not isinstance(name, str) or not fold(name) or len(name) > MAX_NAME:
        raise InputError(f"{where}: has no name; write name = \"…\"")
    where = f"{where} ({name})"
    if odd := sorted(set(table) - set(_KEYS)):
        raise InputError(f"{where}: unknown key {odd[0]}; use {', '.join(_KEYS)}")
    for key in _FLAGS:
        if not isinstance(table.get(key, False), bool):
            raise InputError(f"{where}: {key} must be true or false, without quote marks")
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            raise InputError(f"{where}: {key} must be text in quote marks")
    lists = {key: table.get(key, []) for key in _LISTS}
    wrong = [key for key, value in lists.items() if not isinstance(value, list)]
    if wrong:
        raise InputError(f"{where}: {wrong[0]} must be a list, such as {wrong[0]} = [\"…\"]")
    aliases, ambiguous = _aliases(lists["aliases"], where)
    return Entry(
        name=name,
        aliases=aliases,
        native=_strings(lists["native"], "native", where),
        domains=_domains(_strings(lists["domains"], "domains", where), where),
        country=table.get("country", ""),
        language=table.get("language", ""),
        agency=table.get("agency", False),
        ambiguous=((name,) if table.get("ambiguous") else ()) + ambiguous,
        replace=table.get("replace", False),
        given=frozenset(table),
    )


def _aliases(values: list[object], where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All aliases, and those that are ambiguous."""
    names: list[object] = []
    ambiguous: list[str] = []
    for value in values:
        if isinstance(value, dict):
            name = value.get("name")
            if set(value) - {"name", "ambiguous"} or not isinstance(name, str) or not isinstance(value.get("ambiguous", False), bool):
                raise InputError(f'{where}: an alias is "…" or {{ name = "…", ambiguous = true }}')
            names.append(name)
            if value.get("ambiguous"):
                ambiguous.append(name)
        else:
            names.append(value)
    return _strings(names, "aliases", where), tuple(ambiguous)


def _strings(values: Sequence[object], key: str, where: str) -> tuple[str, ...]:
    found: list[str] = []
    for value in values:
        if not isinstance(value, str) or not fold(value) or len(value) > MAX_NAME:
            raise InputError(f"{where}: {key} holds {value!r:.40}; give names in quote marks")
        found.append(value)
    return tuple(found)


def _domains(values: tuple[str, ...], where: str) -> tuple[str, ...]:
    for value in values:
        if "." not in value or "/" in value or " " in value:
            raise InputError(f"{where}: “{value[:40]}” is no domain; write it as lemonde.fr, without https:// and path")
    return values
