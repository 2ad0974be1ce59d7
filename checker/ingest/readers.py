"""Which reader a file gets: a table of suffixes, and a look at the content for pages saved under another name."""

from __future__ import annotations

from pathlib import Path

from checker.errors import InputError
from checker.ingest.draft import Draft, Reader
from checker.ingest.files import shown
from checker.ingest.html import looks_like_html, read_html
from checker.ingest.markdown import read_markdown
from checker.ingest.plain import read_plain

READERS: dict[str, Reader] = {
    "": read_plain,
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
_NO_ARTICLE = {
    ".json": "JSON",
    ".jsonl": "JSON",
    ".toml": "TOML",
    ".yaml": "YAML",
    ".yml": "YAML",
    ".csv": "a table",
    ".tsv": "a table",
    ".xml": "XML",
    ".eml": "an e-mail",
    ".mht": "a web archive",
    ".mhtml": "a web archive",
    ".webarchive": "a web archive",
}
"""Text that could be decoded, and would then be taken for prose."""


def can_read(path: Path) -> bool:
    """Whether a file found in a folder is of a kind that holds articles."""
    return path.suffix.lower() in READERS


def read_draft(data: bytes, path: Path | None) -> Draft:
    """Read bytes by the path's suffix (None: standard input); a suffix we do not know is taken for plain text.

    Raises:
        InputError: it is no text, no article, or broken.
    """
    where = "<stdin>" if path is None else shown(path)
    suffix = "" if path is None else path.suffix.lower()
    if suffix in _NO_ARTICLE:
        raise InputError(f"{where}: {_NO_ARTICLE[suffix]}, not an article; save the article as text, Markdown or HTML")
    reader = READERS.get(suffix, read_plain)
    if reader is read_plain and looks_like_html(data):
        reader = read_html
    return reader(data, where)
