"""What one outlet's coverage was found to say of one claim, before anything is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from checker.comparers import dates, hedges, names, polarity, quantities, quotes, who_to_whom
from checker.comparers.arithmetic import follows
from checker.comparers.figures import SOFT_KINDS, open_quantities, rivals, unmatched_figures
from checker.comparers.near_copies import NAME as NEAR_COPIES
from checker.comparers.near_copies import nearest_copy
from checker.comparers.placement import Misplaced, misplaced
from checker.comparers.side import Side
from checker.retrieve import Hit
from checker.text.quantities import quantities as quantities_of
from checker.types import Claim, Document, Mark, Signal, Span, StanceScores

Comparer = Callable[[Side, Side], Signal]

COMPARERS: tuple[Comparer, ...] = (
    quantities.compare, dates.compare, names.compare, who_to_whom.compare, polarity.compare, hedges.compare)
"""Run on every (claim, passage). Quotations are looked for in whole documents and so stand apart."""


@dataclass(frozen=True, slots=True)
class PassageReading:
    """One passage beside one claim: how it was found, what the stance model and the comparers say. ``again``: the scores are the
    larger model's."""

    hit: Hit
    scores: StanceScores
    signals: tuple[Signal, ...]
    again: bool = False

    def signal(self, comparer: str) -> Signal:
        return next((s for s in self.signals if s.comparer == comparer), Signal(comparer))

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for signal in self.signals for mark in signal.marks)


@dataclass(frozen=True, slots=True)
class PartReading:
    """How well one part of a claim (by its number) is supported by the best passage for that part, 0..1."""

    part: int
    supports: float
    contradicts: float
    hit: Hit | None


@dataclass(frozen=True, slots=True)
class OutletReading:
    """Everything that is known of one outlet and one claim. ``passages`` are best first. ``asked``: the claim is put to this outlet,
    because the story credits it or because there is no other."""

    outlet: str
    passages: tuple[PassageReading, ...]
    quotes: tuple[Signal, ...] = ()
    parts: tuple[PartReading, ...] = ()
    sentences: tuple[StanceScores, ...] = ()
    """What the stance models say of the most telling sentences, each read by itself."""
    figures_unmatched: int = 0
    rivals: tuple[str, ...] = ()
    """Other figures in the sentence most like the claim, where one of the claim's should stand."""
    date_rivals: tuple[str, ...] = ()
    """The same for dates."""
    reckoned: bool = False
    """Whether all figures that no passage states follow by arithmetic from figures of one passage."""
    asked: bool = True
    misplaced: Misplaced | None = None
    """What of the claim stands elsewhere in the passages, while another of its kind stands where the claim has it."""

    @property
    def altered(self) -> bool:
        """Whether the claim is a sentence of the coverage but for what makes it wrong."""
        return any(p.signal(NEAR_COPIES).conflicting for p in self.passages)

    def tally(self, comparer: str) -> Tally:
        """Items of the claim over all passages: matched anywhere beats conflicting anywhere beats absent."""
        signals = self.quotes if comparer == "quotes" else tuple(p.signal(comparer) for p in self.passages)
        return tally(signals)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a claim's items over several passages, and the signal that speaks for the conflict."""

    matched: float
    conflicting: float
    absent: float
    conflict: Signal | None = None

    @property
    def total(self) -> float:
        return self.matched + self.conflicting + self.absent

    @property
    def absent_share(self) -> float:
        return self.absent / self.total if self.total else 0.0


def tally(signals: Iterable[Signal]) -> Tally:
    """Add up one comparer's signals of several passages by the places in the claim that they speak of."""
    signals = tuple(signals)
    total = max((s.total for s in signals), default=0.0)
    if not total:
        return Tally(0.0, 0.0, 0.0)
    matched = _places(m for s in signals for m in s.marks if not m.conflict)
    open_conflicts = [
        (s, {place for place in _places(m for m in s.marks if m.conflict) if not any(place.overlaps(m) for m in matched)})
        for s in signals if s.conflicting]
    most_matched = max(max((s.matched for s in signals), default=0.0), float(len(matched)))
    conflicts = [(s, places) for s, places in open_conflicts if places]
    if not conflicts:
        found = min(most_matched, total)
        return Tally(found, 0.0, total - found)
    places = set().union(*(p for _, p in conflicts))
    found = min(most_matched, total - min(len(places), total))
    conflicting = min(float(len(places)), total - found)
    return Tally(found, conflicting, total - found - conflicting, conflicts[0][0])


def _places(marks: Iterable[Mark]) -> set[Span]:
    return {mark.claim for mark in marks if mark.claim is not None}


def claim_side(claim: Claim, story: Document) -> Side:
    """The claim as comparers read it: its own text with the credit phrases blanked out."""
    text = list(claim.span.of(story.plain))
    for credit in claim.credits:
        for position in range(max(credit.phrase.start, claim.span.start), min(credit.phrase.end, claim.span.end)):
            text[position - claim.span.start] = " "
    return Side("".join(text), claim.span.start, story.published)


def passage_side(hit: Hit, document: Document) -> Side:
    span = hit.passage.span
    return Side(span.of(document.plain), span.start, document.published, hit.passage.context, document.plain)


def key_sentence(hit: Hit, document: Document) -> Side:
    """The sentence that a passage was found by."""
    return Side(hit.key_sentence.of(document.plain), hit.key_sentence.start, document.published, "", document.plain)


def read_passage(claim: Side, hit: Hit, document: Document, scores: StanceScores) -> PassageReading:
    """Run every comparer on one passage."""
    passage = passage_side(hit, document)
    return PassageReading(hit, scores, tuple(compare(claim, passage) for compare in COMPARERS))


def read_outlet(outlet: str, claim: Side, passages: tuple[PassageReading, ...], documents: Mapping[int, Document]) -> OutletReading:
    """Put one outlet's passages together with what its whole documents (by their numbers) say of the claim's quotations and figures."""
    signals = tuple(p.signal("quantities") for p in passages)
    left_open = open_quantities(claim, signals)
    best = max(passages, key=lambda p: p.hit.score, default=None)
    key = key_sentence(best.hit, documents[best.hit.passage.document]) if best else Side("")
    reckoned = [any(follows(q, quantities_of(p.hit.passage.text), claim.text) for p in passages)
                for q in left_open if q.kind not in SOFT_KINDS]
    passages = with_nearest_copy(claim, passages, documents)
    return OutletReading(outlet, passages, read_quotes(claim, documents.values()), (), (), len(unmatched_figures(claim, signals)),
                         tuple(span.of(key.text) for span in rivals(claim, left_open, key.text)),
                         tuple(span.of(key.text) for span in dates.rivals(claim, key, (p.signal(dates.NAME) for p in passages))),
                         bool(reckoned) and all(reckoned), misplaced=misplaced(claim, (passage_side(p.hit, documents[p.hit.passage.document]) for p in passages)))


def with_nearest_copy(claim: Side, passages: tuple[PassageReading, ...], documents: Mapping[int, Document]) -> tuple[PassageReading, ...]:
    """The passages, that with the sentence most nearly the claim carrying what differs from it. Only the nearest one counts: where
    the coverage has the claim's very words, a sentence like it is about something else."""
    copies = [nearest_copy(claim, passage_side(p.hit, documents[p.hit.passage.document])) for p in passages]
    nearest = max((c for c in copies if c is not None), key=lambda c: c.share, default=None)
    if nearest is None:
        return passages
    first = copies.index(nearest)
    return tuple(replace(p, signals=(*p.signals, nearest.signal)) if at == first else p for at, p in enumerate(passages))


def read_quotes(claim: Side, documents: Iterable[Document]) -> tuple[Signal, ...]:
    """Look for the claim's quotations in whole documents, one signal each."""
    return tuple(
        quotes.compare(claim, Side(d.plain, 0, d.published, "", d.plain)) for d in documents)
