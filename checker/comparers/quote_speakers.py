"""Are two names of speakers those of one person?"""

from __future__ import annotations

import unicodedata

from rapidfuzz import fuzz

from checker.text.person_names import is_articled, is_role, last_name

_SHORTEST_PART = 3
"""Letters that a part of a name must have to tell two people are one: initials and particles do not."""
_SPELT_ALIKE, _SHORTEST_SPELT = 80.0, 5
"""Likeness (rapidfuzz ratio) and letters from which two last names may be one, written by two rules: Zelensky, Zelenskyy
(94), Gaddafi, Qaddafi (86); Hansen and Jensen (67) are two."""


def is_named(speaker: str | None) -> bool:
    """Whether a speaker is a name rather than a role ("the ministry", "a spokesman for Vossberg AG")."""
    words = (speaker or "").split()
    if not words or not (words[0][0].isupper() or is_articled(words[0])) or words[0] in ("The", "A", "An", "One", "His", "Her", "Its", "Their"):
        return False
    return not is_role(words[-1]) or len(words) > 1


def same_speaker(left: str | None, right: str | None) -> bool:
    """Whether both are names, and share the last name or another part ("Xi" and "Xi Jinping")."""
    return is_named(left) and is_named(right) and _share(left or "", right or "")


def other_speaker(left: str | None, right: str | None) -> bool:
    """Whether both are names, and certainly not of one person."""
    return (
        is_named(left)
        and is_named(right)
        and not _share(left or "", right or "")
        and not _alike(left or "", right or "")
    )


def fold(name: str) -> str:
    """Without accents and case: "Hélène" and "Helene" are one."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("’", "'").removesuffix("'s")


def _share(left: str, right: str) -> bool:
    return fold(last_name(left)) == fold(last_name(right)) or bool(_parts(left) & _parts(right))


def _alike(left: str, right: str) -> bool:
    mine, theirs = fold(last_name(left)), fold(last_name(right))
    return min(len(mine), len(theirs)) >= _SHORTEST_SPELT and fuzz.ratio(mine, theirs) >= _SPELT_ALIKE


def _parts(name: str) -> set[str]:
    return {part for word in name.replace("-", " ").split() if len(part := fold(word).strip(".")) >= _SHORTEST_PART}
