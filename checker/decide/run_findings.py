"""Findings of the whole run: what could not be checked at all, said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.decide.findings import make
from checker.types import Claim, Document, Finding, Span

NOWHERE = Span(0, 0)
LANGUAGES = {"fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
             "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "ru": "Russian", "ar": "Arabic", "he": "Hebrew",
             "hi": "Hindi", "el": "Greek", "th": "Thai"}


def run_findings(story: Document | None, claims: Sequence[Claim], documents: Sequence[Document],
                 covered: bool) -> tuple[Finding, ...]:
    """Findings that belong to no single claim, in a fixed order."""
    return (*_no_coverage(story, claims, covered), *_missing(claims, documents, covered), *_foreign(documents))


def _no_coverage(story: Document | None, claims: Sequence[Claim], covered: bool) -> Iterator[Finding]:
    if story is not None and not covered:
        yield make("nothing-checked", "No coverage was given: the claims were only compared with one another. "
                                      "Give the outlets' articles with --coverage.", NOWHERE)


def _missing(claims: Sequence[Claim], documents: Sequence[Document], covered: bool) -> Iterator[Finding]:
    if not covered:
        return
    given = {d.outlet for d in documents}
    wanted = Counter(outlet for claim in claims for outlet in claim.credited)
    for outlet in sorted(set(wanted) - given):
        claims_word = "1 claim" if wanted[outlet] == 1 else f"{wanted[outlet]} claims"
        yield make("coverage-missing", f"{outlet} is credited for {claims_word}, but none of its coverage was given.", NOWHERE, outlet)


def _foreign(documents: Sequence[Document]) -> Iterator[Finding]:
    for document in documents:
        if document.language in LANGUAGES:
            yield make("foreign-language", f"{document.path} is in {LANGUAGES[document.language]}: it cannot be compared.",
                       NOWHERE, document.outlet)
