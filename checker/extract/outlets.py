"""Outlets by every name they go by: the registry that names, credits and coverage are resolved with.

The names lie in ``data/outlets.toml``; a file of the user's own adds to them (see :func:`load_registry`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from checker.errors import InputError
from checker.extract.folding import fold, forms, hosts, keys_of
from checker.extract.matching import Matcher, Mention
from checker.extract.registry_file import Entry, extended, read_entries, read_shipped

__all__ = ["Mention", "Outlet", "Registry", "load_registry"]

MOST_NEAR = 3
"""Close names that are offered for one that is unknown."""
NEAR_ENOUGH = 75.0
"""Ratio of rapidfuzz (0..100) from which a name is called close: one or two letters wrong in a word of eight."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation.

    ``aliases`` are its other names, ``native`` those in its own script; ``ambiguous`` lists the names (``name`` and
    aliases) that are common words or acronyms as well: in running text they count only in exactly this case.
    ``country`` is ISO 3166-1, ``language`` ISO 639-1, both "" if not given.
    """

    name: str
    aliases: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    language: str = ""
    agency: bool = False
    ambiguous: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the canonical one first."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.native)))


class Registry:
    """All outlets that are known in a run, in the order of their names.

    Raises:
        InputError: two outlets claim one name or domain.
    """

    def __init__(self, outlets: Sequence[Outlet], source: str = "outlets") -> None:
        self._outlets = tuple(sorted(outlets, key=lambda outlet: (fold(outlet.name), outlet.name)))
        self._by_key: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        for outlet in self._outlets:
            for name in outlet.names:
                for key in keys_of(name):
                    self._claim(self._by_key, key, name, outlet, source)
            for domain in outlet.domains:
                self._claim(self._by_domain, domain.lower().removeprefix("www."), domain, outlet, source)
        self._matcher: Matcher | None = None

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets)

    def __len__(self) -> int:
        return len(self._outlets)

    def resolve(self, name: str) -> Outlet | None:
        """The outlet of a name, alias, native name, domain or URL, however it is written; None if there is none."""
        for host in hosts(name):
            if found := self._by_domain.get(host):
                return found
        if "/" in name and "." in name.partition("/")[0]:
            return None
        for form in forms(name):
            if found := self._by_key.get(form):
                return found
        return None

    def canonical(self, name: str) -> str | None:
        """The canonical name of what :meth:`resolve` finds."""
        found = self.resolve(name)
        return found.name if found else None

    def with_names(self, names: Iterable[str]) -> Registry:
        """This registry and, beside its outlets, one for every name that it does not know: those of coverage that was given.
        In running text such a name counts only as it is written, and where a credit can stand."""
        unknown: dict[str, str] = {}
        for name in sorted(set(names)):
            if self.resolve(name) is None and fold(name):
                unknown.setdefault(fold(name), name)
        return Registry((*self, *(Outlet(name, ambiguous=(name,)) for name in unknown.values()))) if unknown else self

    def near(self, name: str) -> tuple[str, ...]:
        """Canonical names of outlets with a name much like this one, best first; at most :data:`MOST_NEAR`."""
        from rapidfuzz import fuzz, process

        wanted = fold(name)
        if len(wanted) < 3:
            return ()
        found = process.extract(wanted, sorted(self._by_key), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=MOST_NEAR * 3)
        return tuple(dict.fromkeys(self._by_key[key].name for key, _, _ in found))[:MOST_NEAR]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every place where the text names an outlet, in order, the longest name at each; in one pass."""
        if self._matcher is None:
            self._matcher = Matcher((outlet.name, outlet.names, outlet.domains, outlet.ambiguous) for outlet in self._outlets)
        return self._matcher.mentions(text)

    @staticmethod
    def _claim(index: dict[str, Outlet], key: str, name: str, outlet: Outlet, source: str) -> None:
        other = index.setdefault(key, outlet)
        if other is not outlet:
            raise InputError(
                f"{source}: “{name}” is claimed by {other.name} and by {outlet.name}; take it out of one of them, "
                "or give the entry `replace = true` with the name of the outlet that it takes the place of"
            )


def load_registry(extra: Path | None = None) -> Registry:
    """The shipped outlets, with those of the user's own file.

    An entry of the user's file with the name of a shipped outlet adds its names and domains to it (other keys take the
    place of the shipped ones); with ``replace = true`` it takes the outlet's place. An ambiguous alias of a shipped
    outlet goes to the user's outlet that claims it.

    Raises:
        InputError: the file cannot be read, an entry is malformed, or two outlets claim one name.
    """
    if extra is None:
        return _shipped()
    entries = extended(read_shipped(), read_entries(Path(extra)))
    return Registry([_outlet(entry) for entry in entries], source=str(extra))


@lru_cache(maxsize=1)
def _shipped() -> Registry:
    return Registry([_outlet(entry) for entry in read_shipped()], source="outlets.toml")


def _outlet(entry: Entry) -> Outlet:
    return Outlet(entry.name, entry.aliases, entry.native, entry.domains, entry.country, entry.language, entry.agency, entry.ambiguous)
