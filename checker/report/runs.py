"""A text cut where labelled spans begin and end: how marks that overlap become pieces that do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from checker.types import Span

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Run(Generic[Label]):
    """A piece of a text with the labels of all spans that cover it, the shortest span first."""

    span: Span
    text: str
    labels: tuple[Label, ...]


def cut(text: str, labelled: Iterable[tuple[Span, Label]], base: int = 0) -> tuple[Run[Label], ...]:
    """The whole text in runs, in order. ``base`` is the offset of the text's first character in the spans' terms.

    Spans may overlap and reach beyond the text; empty ones are left out.
    """
    whole = Span(base, base + len(text))
    inside = [
        (Span(max(s.start, whole.start), min(s.end, whole.end)), label) for s, label in labelled if s.overlaps(whole)
    ]
    inside = sorted((pair for pair in inside if len(pair[0])), key=lambda pair: pair[0].start)
    borders = sorted({whole.start, whole.end, *(s.start for s, _ in inside), *(s.end for s, _ in inside)})
    runs: list[Run[Label]] = []
    active: list[tuple[Span, Label]] = []
    upcoming = 0
    for start, end in zip(borders, borders[1:], strict=False):
        active = [pair for pair in active if pair[0].end > start]
        while upcoming < len(inside) and inside[upcoming][0].start <= start:
            active.append(inside[upcoming])
            upcoming += 1
        covering = sorted(active, key=lambda pair: len(pair[0]))
        runs.append(Run(Span(start, end), text[start - base : end - base], tuple(label for _, label in covering)))
    return tuple(runs)
