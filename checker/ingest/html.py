"""Web pages: the article's text and what the page says of itself, by trafilatura (Barbaresi, ACL 2021). Never fetched.

``text`` is the article, one paragraph a line; headings stay in ``text`` and are blank in ``plain``.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from checker.errors import InputError
from checker.ingest.decode import decode
from checker.ingest.draft import Draft
from checker.ingest.header import Header
from checker.ingest.plain import read_plain
from checker.ingest.published import parse_date

MAX_DEPTH = 200
"""Elements inside one another. Pages of news sites have 20 to 60; libxml2 gives a page up at 256."""
MAX_TAGS = 50_000
"""Opening tags of a page. Pages of news sites have 1,000 to 10,000; extraction takes some 3 s at this many."""
SNIFFED = 2_000
"""Bytes in which a page must show that it is one."""
DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2199-12-31",
}
"""Only what the page declares, and no limit at today: the same page must give the same date on any day."""
SHORT = 1_000
"""Characters of extracted text below which the page's own paragraphs are looked at: under some 250, trafilatura runs
all there is into one paragraph, headline included."""
PARAGRAPH_WORDS = 5
"""Words from which a paragraph of such a page is kept: shorter ones are labels and buttons."""

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^>]{0,1000}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")
_OPENING = re.compile(r"<(?:(!--)|(/?)([A-Za-z][A-Za-z0-9-]*))")
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[A-Za-z!]")
_NEVER_HOLD = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSE_THEMSELVES = frozenset("p li dt dd td th tr tbody thead tfoot option optgroup rp rt colgroup".split())
"""Elements whose end tag may be left out (HTML Standard, 13.1.2.4): a thousand of them open are not a thousand deep."""
_FRAME = ("nav", "header", "footer", "aside", "form", "button", "figure", "table", "noscript", "template")
_RAW = ("script", "style", "textarea", "title", "noscript")
_BLOCKS = frozenset("p head item quote code list row cell table div section".split())


def looks_like_html(data: bytes) -> bool:
    """Whether the content begins as a web page does, whatever the file is called."""
    head = data[: 2 * SNIFFED].replace(b"\x00", b"")[:SNIFFED]  # also in UTF-16
    return _HTML_START.match(re.sub(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", head)) is not None


def read_html(data: bytes, where: str) -> Draft:
    """Raises:
    InputError: it is no text, holds no article, or is nested or tagged beyond what any page is.
    """
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, where, declared[1].decode("ascii") if declared else None)
    if not _ANY_TAG.search(decoded.text):
        return read_plain(data, where)
    _refuse_monsters(decoded.text, where)
    page = (
        _XML_DECLARATION.sub("", decoded.text, count=1)
        if decoded.text[:1000].lstrip().startswith("<?xml")
        else decoded.text
    )
    found = _extract(page, where)
    paragraphs = _paragraphs(found.body) if found is not None and found.body is not None else []
    if len(paragraphs) == 1 and len(paragraphs[0][0]) < SHORT:
        paragraphs = _own_paragraphs(page) or paragraphs
    text = "\n".join(words for words, _ in paragraphs)
    plain = "\n".join(" " * len(words) if heading else words for words, heading in paragraphs)
    if not plain.strip():
        raise InputError(f"{where}: no article text found in this page; save the article's text as a .txt file")
    language = _LANGUAGE.search(page[:10_000])
    return Draft(
        text,
        plain,
        header=Header(
            title=" ".join(found.title.split()) if found.title else None,
            published=parse_date(found.date or ""),
            url=found.url or None,
        ),
        names=tuple(name for name in (found.sitename, found.hostname) if name),
        language=language[1] if language else None,
        notes=(decoded.note,) if decoded.note else (),
    )


def _refuse_monsters(page: str, where: str) -> None:
    """One linear pass over the tags, before a recursive parser sees them."""
    open_tags: list[str] = []
    counts: dict[str, int] = {}
    tags = position = 0
    while (match := _OPENING.search(page, position)) is not None:
        if match[1]:
            end = page.find("-->", match.end())
            if end < 0:
                return
            position = end + 3
            continue
        name = match[3].lower()
        end = page.find(">", match.end())
        if end < 0:
            return
        position = end + 1
        if name in _NEVER_HOLD or name in _CLOSE_THEMSELVES:
            tags += 1
        elif match[2]:
            if counts.get(name):
                while (last := open_tags.pop()) != name:
                    counts[last] -= 1
                counts[name] -= 1
        else:
            tags += 1
            if name in _RAW:
                closing = re.compile(f"</{name}", re.IGNORECASE).search(page, position)
                if closing is None:
                    return
                position = closing.start()
            if page[end - 1] != "/":
                open_tags.append(name)
                counts[name] = counts.get(name, 0) + 1
        if len(open_tags) > MAX_DEPTH:
            raise InputError(f"{where}: HTML nested more than {MAX_DEPTH} deep; save the article's text as a .txt file")
        if tags > MAX_TAGS:
            raise InputError(f"{where}: HTML with more than {MAX_TAGS:,} tags; save the article's text as a .txt file")


def _extract(page: str, where: str) -> Any:
    """What trafilatura finds; for a page too short for it, all paragraphs with the same metadata. None: nothing."""
    from trafilatura import bare_extraction

    if not _WHOLE.search(page):
        page = f"<html><body><div>{page}</div></body></html>"  # trafilatura refuses fragments
    with _quiet("trafilatura", "htmldate", "courlan", "readability", "justext"):
        try:
            return bare_extraction(
                page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=DATES
            )
        except (RecursionError, MemoryError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
            # A page that trafilatura stumbles over is the user's to mend, and must not end in a traceback.
            raise InputError(
                f"{where}: this page cannot be read ({type(error).__name__}); save the article's text as a .txt file"
            ) from None


def _own_paragraphs(page: str) -> list[tuple[str, bool]]:
    """All paragraphs and list items of a short page that are not in its frame; none of them is a heading."""
    from lxml import html

    tree = html.document_fromstring(page)
    for br in tree.iter("br"):
        br.tail = f" {br.tail or ''}"
    found = (
        " ".join(e.text_content().split())
        for e in tree.iter("p", "li")
        if not any(a.tag in _FRAME or a.tag in ("p", "li") for a in e.iterancestors())
    )
    return [(words, False) for words in found if len(words.split()) >= PARAGRAPH_WORDS]


def _paragraphs(body: Any) -> list[tuple[str, bool]]:
    """The paragraphs of the extracted body, in order, and whether each is a heading. Without recursion."""
    found: list[tuple[str, bool]] = []
    pieces: list[str] = []
    heading = 0

    def flush() -> None:
        words = " ".join("".join(pieces).split())
        pieces.clear()
        if words:
            found.append((words, heading > 0))

    stack: list[tuple[Any, bool]] = [(body, False)]
    while stack:
        element, closing = stack.pop()
        block = element.tag in _BLOCKS or element is body
        if closing:
            if block:
                flush()
            heading -= element.tag == "head"
            if element is not body:
                pieces.append(element.tail or "")
            continue
        if block or element.tag == "lb":
            flush()
        heading += element.tag == "head"
        pieces.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    flush()
    return found


@contextmanager
def _quiet(*names: str) -> Iterator[None]:
    """Libraries log what they cannot parse; the user gets one line from us instead."""
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
