"""One file to one document, with what is to be said about the reading."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checker.errors import InputError
from checker.ingest.draft import Draft
from checker.ingest.files import STDIN, read_bytes, read_stdin, recorded, shown
from checker.ingest.header import Header, read_header
from checker.ingest.language import language_of
from checker.ingest.outlet import NO_CLUES, Clues, Resolve, outlet_of
from checker.ingest.published import dateline_date
from checker.ingest.readers import read_draft
from checker.types import Document, Finding, Severity, Span

NOWHERE = Span(0, 0)
READ_NOTE = "read-note"


def know_nothing(name: str) -> str | None:
    """The :data:`Resolve` of a program without a list of outlets: names stay as written."""
    return None


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A document and how it was read. ``clues`` are what the document itself says of its outlet."""

    document: Document
    findings: tuple[Finding, ...] = ()
    clues: Clues = NO_CLUES


def read_story(path: str | Path, *, resolve: Resolve = know_nothing) -> Document:
    """The story under check; "-" is standard input. ``header_credits`` are the names of its header lines, as written.

    Raises:
        InputError: it cannot be read, is no text, or holds nothing but a header.
    """
    return read_file(path, resolve=resolve).document


def read_document(path: str | Path, *, outlet: str | None = None, resolve: Resolve = know_nothing) -> Document:
    """One article. ``outlet`` overrides what it says itself; None at the end if nothing tells.

    Raises:
        InputError: it cannot be read, is no text, or holds nothing but a header.
    """
    result = read_file(path, resolve=resolve)
    clues = replace(result.clues, override=outlet, folders=(Path(path).resolve().parent.name,), stem=Path(path).stem)
    return replace(result.document, outlet=outlet_of(clues, resolve), header_credits=())


def read_file(path: str | Path, *, resolve: Resolve = know_nothing) -> ReadResult:
    """One file, or standard input for "-", whatever it is for; the outlet is left open.

    Raises:
        InputError: it cannot be read, is no text, or holds nothing but a header.
    """
    if os.fspath(path) == "-":
        return _result(read_stdin(), None, STDIN, resolve)
    return _result(read_bytes(path), Path(path), recorded(path), resolve)


def _result(data: bytes, path: Path | None, recorded_as: str, resolve: Resolve) -> ReadResult:
    where = shown(recorded_as)
    if not data.strip():
        raise InputError(f"{where}: the file is empty")
    draft = read_draft(data, path)
    header = read_header(draft.text, draft.plain, resolve, draft.header, titled=draft.header.title is not None)
    prose = draft.plain[header.end :]
    if not any(c.isalnum() for c in prose):
        raise InputError(
            f"{where}: empty but for its header; the article's text is missing"
            if header.end
            else f"{where}: the file is empty"
        )
    document = Document(
        path=recorded_as,
        text=draft.text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=header.title,
        published=header.published or _dateline(prose),
        header_credits=header.credits,
        body=Span(header.end, len(draft.text)),
        plain=draft.plain,
        language=language_of(prose, draft.language),
    )
    return ReadResult(document, _notes((*draft.notes, *header.notes), where), _clues(header, draft))


def _clues(header: Header, draft: Draft) -> Clues:
    return Clues(header=header.outlet_name, metadata=tuple(n for n in (*draft.names, header.domain) if n))


def _dateline(prose: str) -> date | None:
    return dateline_date(prose.lstrip().partition("\n")[0])


def _notes(notes: tuple[str, ...], where: str) -> tuple[Finding, ...]:
    return tuple(Finding(READ_NOTE, Severity.INFO, f"{where}: {note}.", NOWHERE) for note in notes)
