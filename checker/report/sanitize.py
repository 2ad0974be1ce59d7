"""Untrusted text made safe to show: no character of a story or path may steer a terminal or reorder a line.

Sources: the control characters of Unicode general category Cc, and the explicit bidirectional formatting characters of
Unicode Standard Annex #9 (the "Trojan Source" attack, CVE-2021-42574).
"""

from __future__ import annotations

import unicodedata

UNSHOWABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that has no visible picture of its own."""

_CONTROL_PICTURES = 0x2400
"""Unicode's block of pictures of the C0 controls, in their order: ESC (0x1b) is shown as U+241B."""

_TABLE: dict[int, str] = {
    **{code: chr(_CONTROL_PICTURES + code) for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), UNSHOWABLE),  # C1 controls: 0x9b alone starts a terminal sequence
    **dict.fromkeys(range(0x202A, 0x202F), UNSHOWABLE),  # bidirectional embeddings and overrides
    **dict.fromkeys(range(0x2066, 0x206A), UNSHOWABLE),  # bidirectional isolates
    **dict.fromkeys(range(0xD800, 0xE000), UNSHOWABLE),  # lone surrogates cannot be encoded
    **dict.fromkeys(range(0xFFF9, 0xFFFC), UNSHOWABLE),  # interlinear annotation hides text
    0xFFFE: UNSHOWABLE,
    0xFFFF: UNSHOWABLE,
    0x2028: "\n",
    0x2029: "\n",
}

_PLAINER = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‹": "<",
        "›": ">",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "--",
        "…": "...",
        "·": "-",
        "•": "*",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)
"""Typographic characters of news text, in plain ASCII."""


def printable(text: str) -> str:
    """The text with every control character, bidirectional override and lone surrogate shown instead of obeyed.

    One character for one, so offsets into the text stay true. Line feeds and tabs stay; U+2028 and U+2029 become
    line feeds.
    """
    return text.translate(_TABLE)


def one_line(text: str) -> str:
    """:func:`printable`, with each run of white space made one space, and none at the ends."""
    return " ".join(printable(text).split())


def clipped(text: str, limit: int) -> str:
    """The text, cut at a word's end and closed by an ellipsis if it is longer than ``limit`` characters."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at_word = head.rsplit(" ", 1)[0].rstrip(" ,;:")
    return (at_word if len(at_word) > limit // 2 else head) + "…"


def encodable(text: str, encoding: str) -> str:
    """The text with each character that ``encoding`` lacks replaced by the plainest one it has, else escaped.

    An unknown encoding counts as ASCII.
    """
    try:
        text.encode(encoding)
    except LookupError:
        encoding = "ascii"
    except UnicodeEncodeError:
        pass
    else:
        return text
    return "".join(_plainest(character, encoding) for character in text)


def _plainest(character: str, encoding: str) -> str:
    for candidate in (character, character.translate(_PLAINER), _without_accents(character)):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return character.encode(encoding, "backslashreplace").decode(encoding)


def _without_accents(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)) or character
