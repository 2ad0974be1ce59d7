"""The forms of a name: folding, and whether two names can be of the same person, body or place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from checker.text.person_names import ROLE_WORDS
from checker.text.places import COUNTRIES, DEMONYMS

BODIES = frozenset(
    """bank ministry department university college institute court church office bureau board council committee commission
    society association federation union league museum school hospital agency academy chamber fund party movement army
    parliament congress senate assembly inc ltd llc plc corp corporation company co group holdings airlines airways lines
    motors industries systems partners capital foundation trust service services police navy forces guard administration
    government treasury news times post press tribune journal gazette herald club team festival airport authority
    organization organisation network authority brigade bloc pact treaty act""".split())
"""Words that tell that a name is a body's."""
HONORIFICS = frozenset(
    """mr mrs ms mx miss dr prof sir dame lord lady rev hon st gen sen rep gov lt col capt sgt maj adm cmdr pres fr sr jr
    ii iii mme mlle herr frau monsieur madame señor señora""".split())
_GENERIC = frozenset(
    """new north south east west northern southern eastern western central upper lower great greater saint san los las el
    port mount lake fort united national international royal federal general first world""".split()) | BODIES
"""Words that many names share: alone they are no short form of one."""


_ALSO_CALLED = """fed = federal reserve = us federal reserve; vw = volkswagen; google = alphabet; facebook = meta = meta platforms
islamic state = isis = isil = daesh; met police = metropolitan police = scotland yard; tory = tories = conservatives = conservative party
hezbollah = hizbollah = hizbullah; medecins sans frontieres = doctors without borders = msf; kfw = kreditanstalt fur wiederaufbau
nato = north atlantic treaty organization = north atlantic treaty organisation = atlantic alliance
bp = british petroleum
bundestag = german parliament; knesset = israeli parliament; duma = state duma = russian parliament; sejm = polish parliament"""
"""Names that no rule makes of one another; one row a body, folded."""
_SECOND_NAMES = {name.strip(): row for row, line in enumerate(_ALSO_CALLED.replace("\n", ";").split(";")) for name in line.split("=")}


def fold(text: str) -> str:
    """Lower case without accents, dots, apostrophes, possessive endings and hyphens, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s\b|['’](?=\s|$)", "", plain.casefold())
    return " ".join(re.sub(r"[^\w\s]", lambda m: " " if m[0] in "-‐‑–—/&," else "", plain).split())


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two names can be of the same one: surname and full name, acronym and expansion, a country and its capital,
    people or seat of government, other accents, a possessive, an honorific. Two different full names are not."""
    one, two = _without_titles(fold(a)), _without_titles(fold(b))
    if not one or not two:
        return False
    if one == two or one.replace(" ", "") == two.replace(" ", ""):
        return True
    if one in _SECOND_NAMES and _SECOND_NAMES[one] == _SECOND_NAMES.get(two):
        return True
    here, there = _countries(one), _countries(two)
    if here or there:
        return bool(here & there)
    return _acronym_of(one, two) or _acronym_of(two, one) or _shorter(one.split(), two.split()) or _shorter(two.split(), one.split())


def _without_titles(key: str) -> str:
    parts = key.removeprefix("the ").split()
    while len(parts) > 1 and (parts[0] in HONORIFICS or parts[0] in ROLE_WORDS):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in ("jr", "sr", "ii", "iii", "inc", "ltd", "plc", "llc", "corp", "co", "ag", "sa", "nv"):
        parts = parts[:-1]
    return " ".join(parts)


def _countries(key: str) -> frozenset[str]:
    return COUNTRIES.get(key) or COUNTRIES.get(singular(key)) or COUNTRIES.get(key.removesuffix("s")) or frozenset()


def _acronym_of(short: str, long: str) -> bool:
    parts = long.split()
    if " " in short or len(parts) < 2 or not 2 <= len(short) <= 8:
        return False
    main = "".join(p[0] for p in parts if p not in ("of", "for", "the", "and", "de", "la", "du", "des"))
    return short in (main, "".join(p[0] for p in parts))


def _shorter(short: list[str], long: list[str]) -> bool:
    """Whether ``short`` is a short form of ``long``: a surname, the beginning of a body's name, initials for given names."""
    if len(short) > len(long) or all(p in _GENERIC for p in short):
        return False
    if len(short) == len(long):
        return all(_near(x, y) or len(short) > 1 and min(len(x), len(y)) == 1 and x[0] == y[0] for x, y in zip(short, long))
    rest = [p for p in long if p not in short]
    if "of" in long and "of" not in short or all(p in _GENERIC for p in rest) and not all(p in BODIES for p in rest):
        return False
    if len(short) == 1:
        return _near(short[0], long[-1]) or _near(short[0], long[0])
    if short == long[: len(short)] or short == long[-len(short) :]:
        return True
    # same family name, and the given names of the one among those of the other: "J. Smith", "John A. Smith"
    return _near(short[-1], long[-1]) and all(any(x == y or min(len(x), len(y)) == 1 and x[0] == y[0] for y in long[:-1])
                                              for x in short[:-1])


NEAR_FROM = 6
"""Letters from which two spellings that differ in one letter are one name ("Zelensky", "Zelenskyy"): shorter names one
letter apart are often two ("Brandt", "Brand")."""


def _near(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < NEAR_FROM or abs(len(a) - len(b)) > 1:
        return False
    if sorted(a) == sorted(b) and sum(x != y for x, y in zip(a, b)) == 2:
        return True  # "Center", "Centre"
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]


def singular(key: str) -> str:
    """A folded name of a people without the plural: "russians" gives "russian"."""
    return key if key in DEMONYMS else key.removesuffix("s")
