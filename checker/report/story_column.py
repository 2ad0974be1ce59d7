"""The left column of the HTML report: the story with its claims marked, or for a comparison the claims by document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from checker.report.elements import Element, el
from checker.report.filters import outlet_tokens
from checker.report.language import language_tag
from checker.report.runs import Run, cut
from checker.report.sanitize import one_line
from checker.report.view import SYMBOLS, Numbered, claim_document, story_paragraphs
from checker.types import Document, Report, Span


def story_column(report: Report, claims: Sequence[Numbered], outlets: Sequence[str]) -> Element:
    """The story, or where there is none the groups of claims, each claim linking to its card."""
    if report.story is None:
        return el(
            "section",
            el("h2", "Claims by document", id="story"),
            *_groups(report, claims, outlets),
            class_="story",
            aria_labelledby="story",
        )
    return el(
        "section",
        el("h2", "Story", id="story"),
        el("article", *_paragraphs(report.story, claims, outlets), lang=language_tag(report.story.language)),
        class_="story",
        aria_labelledby="story",
        tabindex=0,
    )


def _paragraphs(story: Document, claims: Sequence[Numbered], outlets: Sequence[str]) -> list[Element]:
    begun: set[int] = set()
    blocks = story_paragraphs(story)
    labelled: list[tuple[Span, Numbered | int]] = [(c.result.claim.span, c) for c in claims]
    labelled += [(span, i) for i, span in enumerate(blocks)]
    runs = cut(story.plain, labelled)
    in_blocks = [(label, run) for run in runs for label in run.labels if isinstance(label, int)]
    return [
        el(
            "p",
            *(_piece(run, begun, outlets) for _, run in group),
            class_="head" if blocks[i].end <= story.body.start else None,
        )
        for i, group in groupby(in_blocks, key=lambda pair: pair[0])
    ]


def _piece(run: Run[Numbered | int], begun: set[int], outlets: Sequence[str]) -> Element | str:
    claim = next((label for label in run.labels if isinstance(label, Numbered)), None)
    if claim is None:
        return run.text
    verdict = claim.result.verdict
    first = claim.number not in begun
    begun.add(claim.number)
    lead = (
        (
            el("span", f"{SYMBOLS[verdict]}{claim.number}", class_="symbol", aria_hidden="true"),
            el("span", f"Claim {claim.number}, {verdict}: ", class_="spoken"),
        )
        if first
        else ()
    )
    return el(
        "a",
        *lead,
        run.text,
        class_=f"claim {verdict}",
        id=f"story-{claim.number}" if first else None,
        href=f"#claim-{claim.number}",
        data_outlets=outlet_tokens(claim.result, outlets),
    )


def _groups(report: Report, claims: Sequence[Numbered], outlets: Sequence[str]) -> list[Element]:
    groups: list[Element] = []
    for index, group in groupby(claims, key=lambda c: claim_document(report, c.result)):
        document = report.documents[index] if index is not None else None
        heading = "Claims without evidence" if document is None else one_line(document.outlet or "") or "Unknown outlet"
        title = None if document is None else el("p", one_line(document.title or document.path), class_="meta")
        items = [el("li", _link(claim, outlets)) for claim in group]
        groups.append(el("section", el("h3", heading), title, el("ul", *items, class_="plain"), class_="group"))
    return groups


def _link(claim: Numbered, outlets: Sequence[str]) -> Element:
    verdict = claim.result.verdict
    return el(
        "a",
        el("span", f"{SYMBOLS[verdict]}{claim.number}", class_="symbol", aria_hidden="true"),
        el("span", f"Claim {claim.number}, {verdict}: ", class_="spoken"),
        one_line(claim.result.claim.text),
        class_=f"claim {verdict}",
        id=f"story-{claim.number}",
        href=f"#claim-{claim.number}",
        data_outlets=outlet_tokens(claim.result, outlets),
    )
