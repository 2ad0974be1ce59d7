"""A story without coverage: what it credits to one outlet against what it credits to the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.judge import Panel
from checker.types import Claim, Document


def inside_documents(story: Document, claims: Sequence[Claim]) -> tuple[Document, ...]:
    """For each credited outlet a document that holds only what the story credits to it, at the same offsets."""
    outlets = sorted({outlet for claim in claims for outlet in claim.credited})
    return tuple(replace(story, outlet=outlet, plain=_only(story, outlet, claims)) for outlet in outlets)


def inside_panels(claim: Claim, documents: Sequence[Document]) -> tuple[Panel, ...]:
    """The claim's own outlets have no coverage; the others are judged by what the story takes from them alone."""
    own = tuple(Panel(outlet, frozenset(), given=False) for outlet in claim.credited)
    others = tuple(Panel(d.outlet, frozenset({i})) for i, d in enumerate(documents) if d.outlet and d.outlet not in claim.credited)
    return own + others


def _only(story: Document, outlet: str, claims: Sequence[Claim]) -> str:
    kept = ["\n" if character == "\n" else " " for character in story.plain]
    for claim in claims:
        if outlet in claim.credited:
            kept[claim.span.start : claim.span.end] = story.plain[claim.span.start : claim.span.end]
    return "".join(kept)
