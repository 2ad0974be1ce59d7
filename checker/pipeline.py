"""The steps in order. Start reading here.

    story -> sentences -> credits -> claims      the story's side
    coverage -> passages, indexed                the outlets' side
    (claim, outlet) -> reading -> stance         judge
    stances -> verdict, findings                 decide
    -> Report

Three ways through: :func:`check` with coverage, :func:`check` without (the claims inside a story against one another), and
:func:`compare` (no story: the outlets against one another).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checker.decide.between_outlets import disagreements
from checker.decide.findings import Case, findings_of, quote_conflicts
from checker.decide.model import load_decision
from checker.decide.run_findings import run_findings
from checker.decide.verdict import confidence_of, verdict_of
from checker.errors import InputError
from checker.extract.claims import claims as extract_claims
from checker.extract.credits import credits as extract_credits
from checker.extract.outlets import Registry, load_registry
from checker.group import grouped
from checker.inference.loading import Models, models_for
from checker.ingest import Coverage, ReadResult, read_coverage, read_file
from checker.inside import inside_documents, inside_panels
from checker.judge import Judge, Judged, Panel, Progress, no_progress
from checker.retrieve import Index
from checker.settings import Settings
from checker.text.sentences import sentences
from checker.types import Claim, ClaimResult, Document, ModelInfo, Report
from checker.version import __version__

COMPARABLE = frozenset({"en", "und"})
"""Languages that the models read; coverage in another one is a finding, not evidence."""

Coverages = Sequence[str | Path | Document]
"""Paths of files and folders, ``OUTLET=PATH``, or documents that were read already."""


def check(story: str | Path | Document, coverage: Coverages = (), *, settings: Settings | None = None,
          models: Models | None = None, progress: Progress = no_progress) -> Report:
    """Check every claim of a story against the outlets' coverage.

    Without coverage, the claims credited to different outlets inside the story are compared with one another.

    Raises:
        InputError: something cannot be read, or the story holds no claim.
        ModelError: a model folder is missing or broken.
    """
    settings = settings or Settings()
    registry = load_registry(settings.outlets)
    told = ReadResult(story, ()) if isinstance(story, Document) else read_file(story, resolve=registry.canonical)
    text = _with_canonical_header(told.document, registry)
    read = _coverage(coverage, registry, text) if coverage else Coverage((), ())
    registry = registry.with_names(d.outlet for d in read.documents if d.outlet)
    models = models or models_for(settings)
    story_sentences = sentences(text)
    credited = extract_credits(text, story_sentences, registry)
    claims = extract_claims(text, story_sentences, credited).claims
    if not claims:
        raise InputError(f"{text.path}: no checkable claim found in the story; is this the right file?")
    if coverage:
        documents = read.documents
        panels = tuple(_panels(claim, documents) for claim in claims)
    else:
        documents = inside_documents(text, claims)
        panels = tuple(inside_panels(claim, documents) for claim in claims)
    judge = Judge(Index(documents, models.embedder), documents, models, load_decision(fast=models.larger is None), progress)
    judged = judge.judge([text] * len(claims), claims, panels)
    results = tuple(_result(j, documents, inside=not coverage) for j in judged)
    return Report(
        story=text, documents=documents, results=results,
        findings=told.findings + read.findings + run_findings(text, claims, documents, bool(coverage)),
        models=_infos(models), checker_version=__version__, mode="check" if coverage else "inside", fail_on=settings.fail_on)


def compare(documents: Coverages, *, settings: Settings | None = None, models: Models | None = None,
            progress: Progress = no_progress) -> Report:
    """Compare the outlets' coverage with one another: who says what, and who says otherwise.

    Raises:
        InputError: something cannot be read, or fewer than two outlets are there to be compared.
        ModelError: a model folder is missing or broken.
    """
    settings = settings or Settings()
    registry = load_registry(settings.outlets)
    read = _coverage(documents, registry)
    models = models or models_for(settings)
    coverage = read.documents
    if len({d.outlet for d in coverage}) < 2:
        raise InputError("compare needs documents of two outlets at least; only "
                         f"{coverage[0].outlet} was given" if coverage else "compare needs documents of two outlets")
    results = grouped(coverage, models, load_decision(fast=models.larger is None), registry, progress)
    return Report(
        story=None, documents=coverage, results=results,
        findings=read.findings + run_findings(None, tuple(r.claim for r in results), coverage, True),
        models=_infos(models), checker_version=__version__, mode="compare", fail_on=settings.fail_on)


def _coverage(given: Coverages, registry: Registry, story: Document | None = None) -> Coverage:
    """Read what is a path; canonical outlet names for all of it; a fixed order, whatever order was given."""
    paths = [item for item in given if not isinstance(item, Document)]
    read = read_coverage(paths, resolve=registry.canonical, story=story) if paths else Coverage((), ())
    ready = [item for item in given if isinstance(item, Document)]
    for document in ready:
        if not document.outlet:
            raise InputError(f"{document.path}: a coverage document needs an outlet")
    named = [replace(d, outlet=registry.canonical(d.outlet or "") or d.outlet) for d in (*read.documents, *ready)]
    return Coverage(tuple(sorted(named, key=lambda d: (d.outlet or "", d.path, d.sha256))), read.findings)


def _with_canonical_header(story: Document, registry: Registry) -> Document:
    return replace(story, header_credits=tuple(registry.canonical(name) or name for name in story.header_credits))


def _panels(claim: Claim, documents: Sequence[Document]) -> tuple[Panel, ...]:
    """The credited outlets first, in the order of the credits, then the others that coverage was given of."""
    given = dict.fromkeys(d.outlet for d in documents if d.outlet)
    return tuple(
        Panel(outlet, frozenset(i for i, d in enumerate(documents) if d.outlet == outlet and d.language in COMPARABLE),
              outlet in given, outlet in claim.credited)
        for outlet in dict.fromkeys((*claim.credited, *given)))


def _result(judged: Judged, documents: tuple[Document, ...], *, inside: bool) -> ClaimResult:
    broken = any(quote_conflicts(r) for r in judged.readings if r is not None)
    verdict = verdict_of(judged.stances, quote_broken=broken, outlets_conflict=bool(disagreements(judged.stances)))
    case = Case(judged.claim, verdict, judged.stances, judged.readings, documents, inside)
    return ClaimResult(judged.claim, verdict, confidence_of(verdict, judged.stances), judged.stances, findings_of(case))


def _infos(models: Models) -> tuple[ModelInfo, ...]:
    return (models.embedder.info, models.stance.info, *((models.larger.info,) if models.larger else ()))
