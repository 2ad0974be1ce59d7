"""The two sides of a comparison, as every comparer gets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Side:
    """A claim or a passage, ready to be compared.

    ``text`` is raw text with credit phrases blanked out by spaces, so that its offsets plus ``base`` are offsets into
    the story or document. ``anchor`` is the publication date that relative dates count from. ``context`` holds the names
    that pronouns in ``text`` may stand for. ``document`` is the whole text that a passage was cut from ("" for a claim).
    """

    text: str
    base: int = 0
    anchor: date | None = None
    context: str = ""
    document: str = ""
