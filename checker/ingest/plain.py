"""Plain text: what was written is what is read."""

from __future__ import annotations

from checker.ingest.decode import decode
from checker.ingest.draft import Draft


def read_plain(data: bytes, where: str) -> Draft:
    """Raises:
    InputError: it is no text.
    """
    decoded = decode(data, where)
    return Draft(decoded.text, decoded.text, notes=(decoded.note,) if decoded.note else ())
