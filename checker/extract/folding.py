"""Names of outlets as keys: without case, accents, spaces, punctuation, article, edition or web address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i"}
)
"""Letters that Unicode does not take apart into a plain letter and an accent."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_FIRST_COMBINING_OF_OTHER_SCRIPTS = 0x0370
"""Marks from here on belong to scripts in which they are letters of their own (Hindi vowels); those before are accents."""
_THE = re.compile(r"^\s*the[\s_-]+", re.IGNORECASE)
_NOT_IN_KEYS = re.compile(r"[\W_]")
_EDITION = re.compile(
    r"[\s(\[,|:–—-]+(?:(?:in\s+)?english(?:\s+(?:edition|service|version|language))?|online|digital|web|website|newspaper|print|"
    r"(?:international|global|u\.?s\.?|uk|european|asia|sunday|weekend|print|digital|online)\s+edition|news|opinion|editorial|"
    r"(?:web|online|digital)\s+news|international|homepage|live|app)[\s)\]]*$",
    re.IGNORECASE,
)
"""What sites and feeds add to a name: an edition, a section, the medium."""
_TOP_LEVEL = re.compile(r"(?<=\w\w)\.(?:com|org|net|co|news|info|tv|media|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^\s/@]*@)?((?:[^\s./:?#]{1,63}\.){1,8}[^\W\d_]{2,24})(?::\d+)?(?:[/?#]\S*)?$", re.IGNORECASE)
MAX_NAME = 300
"""Characters of a name or address that are looked at; a longer one is no name."""
MOST_EDITIONS = 2
"""Edition words that are taken off one after another: "New York Times - News (Online)"."""


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Letters and digits only, lower case, without accents and without a leading "The"."""
    return _NOT_IN_KEYS.sub("", unaccented(_THE.sub("", name[:MAX_NAME])).casefold())


def unaccented(name: str) -> str:
    """Latin letters without accents; other scripts are only normalised."""
    if name.isascii():
        return name
    apart = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    kept = "".join(c for c in apart if not (unicodedata.combining(c) and ord(c) < _FIRST_COMBINING_OF_OTHER_SCRIPTS))
    return unicodedata.normalize("NFC", kept)


def keys_of(name: str) -> tuple[str, ...]:
    """The keys under which a name is kept: folded, and with ä, ö, ü written as ae, oe, ue."""
    return tuple(key for key in dict.fromkeys((fold(name), fold(name.translate(_UMLAUTS)))) if key)


def forms(name: str) -> Iterator[str]:
    """Keys to look a name up by, the most faithful first: as it is, without an edition, without its domain's
    ending, and without an article that is run together with it ("THEHINDU")."""
    bare = name.strip()
    yield fold(bare)
    for _ in range(MOST_EDITIONS):
        shorter = _EDITION.sub("", bare)
        if shorter == bare or not shorter:
            break
        bare = shorter
        yield fold(bare)
    if shorter := _TOP_LEVEL.sub("", bare):
        yield fold(shorter)
    if fold(bare).startswith("the"):
        yield fold(bare)[len("the") :]


def hosts(address: str) -> Iterator[str]:
    """The host of a URL or bare domain, then the domains it lies under: ``edition.cnn.com``, ``cnn.com``."""
    found = _HOST.match(address.strip()[:MAX_NAME])
    host = found[1].lower() if found else ""
    while "." in host:
        yield host
        host = host.partition(".")[2]
