"""The language of a text, as HTML names it."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def language_tag(language: str) -> str | None:
    """The code if it is shaped like a BCP 47 tag, else None: a wrong one makes a screen reader mispronounce."""
    return language if _TAG.fullmatch(language) else None
