"""A newsroom's pile of coverage: files and folders to documents, each with its outlet, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.errors import InputError
from checker.ingest.files import shown, status
from checker.ingest.folder import articles
from checker.ingest.language import UNKNOWN, is_long_enough
from checker.ingest.manifest import Entry, Manifest, load_manifest
from checker.ingest.outlet import Resolve, cleaned, outlet_of
from checker.ingest.reading import NOWHERE, ReadResult, know_nothing, read_file
from checker.types import Document, Finding, Severity


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read, sorted by outlet, path and content, and the problems that did not stop the reading."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """One file to read. ``root`` is the folder it was found in; None for a file that was named itself."""

    path: Path
    override: str | None = None
    root: Path | None = None


def read_coverage(
    paths: Sequence[str | Path], *, resolve: Resolve = know_nothing, story: Document | None = None
) -> Coverage:
    """The documents of files, folders (with the folders in them) and ``OUTLET=PATH`` items.

    The order of ``paths`` does not matter, except that of two equal documents the first is kept. A file with the
    content of ``story`` is left out with a finding: no story may be its own evidence.

    Raises:
        InputError: something named cannot be read, a document has no outlet, or no document was found at all.
    """
    sources, findings = _sources(paths)
    manifests: dict[Path, Manifest | None] = {}
    documents: dict[tuple[str, str], Document] = {}
    places: set[tuple[str, str]] = set()
    for source in sources:
        try:
            result = read_file(source.path, resolve=resolve)
        except InputError as error:
            if source.root is None:
                raise
            findings.append(Finding("nothing-checked", Severity.WARNING, f"Left out: {error}.", NOWHERE))
            continue
        if story is not None and result.document.sha256 == story.sha256:
            findings.append(
                Finding(
                    "duplicate-document",
                    Severity.WARNING,
                    f"{shown(source.path)} is the story itself; it was left out of the coverage.",
                    NOWHERE,
                )
            )
            continue
        document = _document(result, source, _manifests_of(source, manifests), resolve)
        outlet = document.outlet or ""
        place = (os.path.realpath(source.path), outlet)
        twin = documents.get((document.sha256, outlet))
        if twin is not None:
            findings.append(_duplicate(document, twin, same_file=place in places))
            continue
        places.add(place)
        documents[document.sha256, outlet] = document
        findings.extend(
            replace(f, outlet=outlet)
            for f in (*result.findings, *_several(result, source, outlet), *_language_notes(document))
        )
    findings.extend(_absent(manifests))
    if not documents:
        raise InputError(_nothing(paths, findings))
    ordered = sorted(documents.values(), key=lambda d: (d.outlet or "", d.path, d.sha256))
    return Coverage(tuple(ordered), tuple(sorted(findings, key=lambda f: (f.rule, f.message))))


def _sources(paths: Sequence[str | Path]) -> tuple[list[_Source], list[Finding]]:
    sources: list[_Source] = []
    findings: list[Finding] = []
    for given in paths:
        path, override = _split(given)
        if not path.is_dir():
            sources.append(_Source(path, override))
            continue
        inside = articles(path)
        sources.extend(_Source(file, override, path) for file in inside)
        if not inside:
            findings.append(
                Finding(
                    "nothing-checked",
                    Severity.WARNING,
                    f"{shown(path)}: no article in this folder (.txt, .md, .html).",
                    NOWHERE,
                )
            )
    return sources, findings


def _split(given: str | Path) -> tuple[Path, str | None]:
    """``OUTLET=PATH`` where that is no path of its own but PATH is one.

    Raises:
        InputError: there is no such file, or it is standard input.
    """
    written = os.fspath(given)
    if written in ("", "-"):
        raise InputError(
            f"{written or '(empty)'}: coverage must be a file or folder; only the story can come from standard input"
        )
    name, equals, rest = written.partition("=")
    if equals and not os.path.lexists(written.replace("\x00", "")):
        if rest == "-":
            raise InputError(
                f"{shown(written)}: coverage must be a file or folder; only the story can come from standard input"
            )
        status(rest or written)
        if not cleaned(name):
            raise InputError(f"{shown(written)}: no outlet before the =")
        return Path(rest), name
    status(written)
    return Path(written), None


def _manifests_of(source: _Source, loaded: dict[Path, Manifest | None]) -> tuple[Manifest, ...]:
    """The manifests that may speak of a file, nearest first: its folder's, and those above up to the folder given."""
    found = []
    for folder in _folders(source):
        if folder not in loaded:
            loaded[folder] = load_manifest(folder)
        if (manifest := loaded[folder]) is not None:
            found.append(manifest)
    return tuple(found)


def _folders(source: _Source) -> Iterator[Path]:
    """The folders a file lies in, innermost first, up to the one that was given."""
    for folder in source.path.parents:
        yield folder
        if source.root is None or folder == source.root:
            return


def _document(result: ReadResult, source: _Source, manifests: tuple[Manifest, ...], resolve: Resolve) -> Document:
    entries = tuple(manifest.entry(source.path) for manifest in manifests)
    clues = replace(
        result.clues,
        override=source.override,
        named=_first(e.outlet for e in entries),
        folder_outlet=_first(m.outlet for m in manifests),
        folders=tuple(folder.name or folder.resolve().name for folder in _folders(source)),
        stem=source.path.stem,
    )
    outlet = outlet_of(clues, resolve)
    if outlet is None:
        raise InputError(
            f'{shown(source.path)}: no outlet; add a first line "Credited from: OUTLET", or name it in coverage.toml, '
            "or pass OUTLET=PATH"
        )
    dated: Entry = next((e for e in entries if e.published), Entry())
    return replace(
        result.document,
        outlet=outlet,
        header_credits=(),
        published=dated.published or result.document.published,
        title=_first(e.title for e in entries) or result.document.title,
    )


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _duplicate(document: Document, twin: Document, *, same_file: bool) -> Finding:
    path, other = shown(document.path), shown(twin.path)
    message = (
        f"{path} was given twice; it was read once."
        if same_file
        else f"{path} is the same as {other}; it was read once."
    )
    return Finding("duplicate-document", Severity.INFO, message, NOWHERE, document.outlet)


def _several(result: ReadResult, source: _Source, outlet: str) -> Iterator[Finding]:
    credits = result.document.header_credits
    if len(credits) > 1 and source.override is None and result.clues.header == credits[0]:
        yield Finding(
            "read-note",
            Severity.INFO,
            f"{shown(source.path)}: its header names {len(credits)} outlets; it is taken for coverage of {outlet}.",
            NOWHERE,
        )


def _language_notes(document: Document) -> Iterator[Finding]:
    """A text long enough to tell its language by, in none that we know, is probably none that can be compared."""
    if document.language == UNKNOWN and is_long_enough(document.body.of(document.plain)):
        yield Finding(
            "foreign-language",
            Severity.WARNING,
            f"{shown(document.path)}: its language could not be told; if it is not English, it cannot be compared.",
            NOWHERE,
        )


def _absent(manifests: dict[Path, Manifest | None]) -> Iterator[Finding]:
    for manifest in filter(None, manifests.values()):
        for name in manifest.absent():
            message = f"{shown(manifest.path)} names {shown(name)}, which is not there."
            yield Finding("nothing-checked", Severity.WARNING, message, NOWHERE)


def _nothing(paths: Sequence[str | Path], findings: Sequence[Finding]) -> str:
    names = ", ".join(shown(p) for p in paths[:3]) + (" …" if len(paths) > 3 else "")
    reasons = [f.message for f in findings if f.rule in ("nothing-checked", "duplicate-document")]
    if not names:
        return "no coverage was given; name the outlets' articles"
    return f"{names}: no readable coverage" + (
        f" ({reasons[0].rstrip('.')})" if reasons else "; give .txt, .md or .html files"
    )
