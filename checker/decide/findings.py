"""Findings of one claim: which rules apply, in words that say what and where.

Each rule is one small function ``(case) -> Iterator[Finding]``; the order of :data:`CLAIM_RULES` is the order in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.comparers.near_copies import NAME as NEAR_COPIES
from checker.comparers.reading import OutletReading
from checker.comparers.who_to_whom import NAME as WHO_TO_WHOM
from checker.decide.between_outlets import disagreements
from checker.decide.same_source import same_source
from checker.rules import rule
from checker.types import Claim, Document, Evidence, Finding, OutletStance, Signal, Span, Stance, Verdict

CONFLICT_COMPARERS = ("quotes", NEAR_COPIES, "quantities", "dates", WHO_TO_WHOM, "names", "polarity")
"""In the order in which they explain a contradiction: the most concrete first."""

EVEN_ODDS = 0.5
"""Support that the decision itself holds for less likely than not; it won only because the other two stances split the rest."""

PART_SUPPORTED = 0.5
"""A part of a claim counts as stated when the model's support for it is above even odds."""

TOLD_ELSEWHERE = 0.3
"""Share of a claim's words that must stand around another name, figure or date more than around its own for an editor to be told of it. Of
2,800 newsroom claims 6 % of the supported ones are above, 14 % of the others."""


@dataclass(frozen=True, slots=True)
class Case:
    """One judged claim with all that its findings are drawn from. ``readings`` are parallel to ``stances``."""

    claim: Claim
    verdict: Verdict
    stances: tuple[OutletStance, ...]
    readings: tuple[OutletReading | None, ...]
    documents: tuple[Document, ...]
    inside: bool = False
    """The claims come from the outlets themselves (a comparison, or a story without coverage)."""

    @property
    def credited(self) -> tuple[OutletStance, ...]:
        return tuple(s for s in self.stances if s.credited)

    def having(self, stance: Stance) -> tuple[OutletStance, ...]:
        return tuple(s for s in self.stances if s.stance is stance)

    def reading(self, outlet: str) -> OutletReading | None:
        return next((r for s, r in zip(self.stances, self.readings, strict=True) if s.outlet == outlet), None)


ClaimRule = Callable[[Case], Iterator[Finding]]


def findings_of(case: Case) -> tuple[Finding, ...]:
    """All findings of a claim, without doubles, in the order of :data:`CLAIM_RULES`."""
    found = [finding for claim_rule in CLAIM_RULES for finding in claim_rule(case)]
    return tuple(dict.fromkeys(found))


def make(name: str, message: str, span: Span, outlet: str | None = None, evidence: tuple[Evidence, ...] = ()) -> Finding:
    """A finding with its rule's severity."""
    return Finding(name, rule(name).severity, message, span, outlet, evidence)


def _listed(names: tuple[str, ...] | list[str]) -> str:
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def contradictions(case: Case) -> Iterator[Finding]:
    """One finding an outlet that contradicts: the concrete conflict where a comparer found one, else "contradicted"."""
    for stance in case.having(Stance.CONTRADICTS):
        reading = case.reading(stance.outlet)
        concrete = list(_concrete(case, stance, reading)) if reading else []
        if concrete:
            yield from concrete
        else:
            words = next((w for c in (NEAR_COPIES, "polarity") if (w := reading.tally(c).conflict) is not None), None) if reading else None
            if words is None and reading is not None and reading.rivals:  # too little for the comparer, but the stance bears it out
                yield make("number-conflict", f"{stance.outlet} says otherwise: it has “{reading.rivals[0]}” where the story has its figure.",
                           case.claim.span, stance.outlet, stance.evidence[:1])
                continue
            if words is None and reading is not None and (other := _elsewhere(reading)):
                yield make("contradicted", f"{stance.outlet} says otherwise: {other}.", case.claim.span, stance.outlet, stance.evidence[:1])
                continue
            reason = f": {words.message}" if words is not None and words.message else "."
            yield make("contradicted", f"{stance.outlet} says otherwise{reason}", case.claim.span, stance.outlet, stance.evidence[:1])


def _concrete(case: Case, stance: OutletStance, reading: OutletReading) -> Iterator[Finding]:
    told: set[str] = set()
    for comparer in CONFLICT_COMPARERS:
        conflict = reading.tally(comparer).conflict
        if conflict is None or conflict.rule in (None, "contradicted", *told):
            continue
        told.add(str(conflict.rule))
        place = next((m.claim for m in conflict.marks if m.conflict and m.claim is not None), case.claim.span)
        yield make(str(conflict.rule), f"{stance.outlet}: {conflict.message}", place, stance.outlet, stance.evidence[:1])


def broken_quotes(case: Case) -> Iterator[Finding]:
    """A quotation that was altered or misattributed is a finding whatever the outlet's stance."""
    for stance, reading in zip(case.stances, case.readings, strict=True):
        if reading is None or stance.stance is Stance.CONTRADICTS:
            continue
        for signal in quote_conflicts(reading):
            place = next((m.claim for m in signal.marks if m.conflict and m.claim is not None), case.claim.span)
            yield make(str(signal.rule), f"{stance.outlet}: {signal.message}", place, stance.outlet, stance.evidence[:1])


def quote_conflicts(reading: OutletReading) -> tuple[Signal, ...]:
    """The quote signals of a reading that say "altered" or "misattributed" and that no other document of it clears."""
    conflict = reading.tally("quotes").conflict
    return (conflict,) if conflict is not None and conflict.rule in ("quote-altered", "quote-misattributed") else ()


def disagreement(case: Case) -> Iterator[Finding]:
    supporting, contradicting = case.having(Stance.SUPPORTS), case.having(Stance.CONTRADICTS)
    if supporting and contradicting:
        yield make(
            "outlets-disagree",
            f"{_listed([s.outlet for s in supporting])} {_say(supporting)} so, {_listed([s.outlet for s in contradicting])} "
            f"{_say(contradicting)} otherwise.",
            case.claim.span, None, supporting[0].evidence[:1] + contradicting[0].evidence[:1])
    for between in disagreements(case.stances):
        yield make("outlets-disagree", between.message, between.place, None, (between.first[2], between.second[2]))


def _say(stances: tuple[OutletStance, ...]) -> str:
    return "says" if len(stances) == 1 else "say"


def missing_quotes(case: Case) -> Iterator[Finding]:
    """A quotation whose words stand in no outlet's coverage."""
    if case.inside:
        return  # what an outlet quotes alone is an exclusive
    readings = [r for r in case.readings if r is not None and r.quotes]
    tallies = [r.tally("quotes") for r in readings]
    if tallies and all(t.total and t.absent == t.total for t in tallies):
        place = next((m.claim for r in readings for s in r.quotes for m in s.marks if m.claim is not None), case.claim.span)
        yield make("quote-not-found", "These quoted words stand in none of the coverage that was given.", place)


def unsupported(case: Case) -> Iterator[Finding]:
    """Why nobody credited states it: another outlet does, part of it is stated, it is hedged, or nothing is there."""
    if case.verdict is not Verdict.UNSUPPORTED:
        return
    span = case.claim.span
    others = tuple(s for s in case.having(Stance.SUPPORTS) if not s.credited)
    credited = case.credited
    if case.inside:
        return  # no coverage was given: said once for the run, not for every claim
    absent = [s.outlet for s in credited if s.stance is Stance.MISSING]
    if credited and others:
        yield make("miscredited", f"Credited to {_listed([s.outlet for s in credited])}, but only "
                                  f"{_listed([s.outlet for s in others])} {_say(others)} it.", span, others[0].outlet,
                   others[0].evidence[:1])
        return
    if credited and len(absent) == len(credited):
        yield make("coverage-missing", f"No coverage of {_listed(absent)} was given, so this credit could not be checked.", span)
        return
    concerned = credited or case.stances
    hedged = [s for s in concerned if _hedge_dropped(case, s)]
    parts = [s for s in concerned if _stated_parts(case, s)]
    if hedged:
        yield make("hedge-dropped", f"The story is surer than {hedged[0].outlet}{_hedge(case, hedged[0])}.", span,
                   hedged[0].outlet, hedged[0].evidence[:1])
    elif parts:
        best = parts[0]
        lacking = _unstated(case, best).rstrip(".")
        yield make("partly-supported", f"{best.outlet} states part of this, but not: “{lacking}”.", span, best.outlet,
                   best.evidence[:1])
    elif credited:
        present = [s.outlet for s in credited if s.stance is not Stance.MISSING]
        yield make("unsupported", f"Not stated by {_listed(present)}{_rival(case)}.", span)
    else:
        yield make("unsupported", "No outlet's coverage states this.", span)


def _rival(case: Case) -> str:
    """What a credited outlet gives where the claim's figure or name should stand: too little for a conflict, enough for a hint."""
    for stance in case.credited:
        reading = case.reading(stance.outlet)
        if reading is not None and reading.rivals:
            return f"; where the story has a figure, {stance.outlet} has “{reading.rivals[0]}”"
        if reading is not None and (other := _elsewhere(reading)):
            return f"; in {stance.outlet} {other}"
    return ""


def _elsewhere(reading: OutletReading) -> str:
    """What the coverage has where the claim has something else, if that is out of place by enough to be told."""
    found = reading.misplaced
    return f"“{found.other}” stands where the story has “{found.thing}”" if found is not None and found.by >= TOLD_ELSEWHERE else ""


def _hedge_dropped(case: Case, stance: OutletStance) -> bool:
    reading = case.reading(stance.outlet)
    return reading is not None and any(
        p.signal("hedges").rule == "hedge-dropped" for p in reading.passages[:2])


def _hedge(case: Case, stance: OutletStance) -> str:
    """The words that hold back, as the comparer found them."""
    reading = case.reading(stance.outlet)
    messages = [p.signal("hedges").message for p in reading.passages if p.signal("hedges").rule == "hedge-dropped"] if reading else []
    return f": {messages[0]}" if messages and messages[0] else ", which only says it may be so"


def _stated_parts(case: Case, stance: OutletStance) -> bool:
    reading = case.reading(stance.outlet)
    if reading is None or len(reading.parts) < 2:
        return False
    stated = sum(p.supports > PART_SUPPORTED for p in reading.parts)
    return 0 < stated < len(reading.parts)


def _unstated(case: Case, stance: OutletStance) -> str:
    reading = case.reading(stance.outlet)
    assert reading is not None
    weakest = min(reading.parts, key=lambda p: p.supports)
    return case.claim.parts[weakest.part].text


def backing(case: Case) -> Iterator[Finding]:
    """Credited outlets that do not back a claim that others of the credited ones do."""
    if case.verdict is not Verdict.AGREEMENT:
        return
    for stance in case.credited:
        if stance.stance is Stance.SILENT:
            yield make("credit-not-backed", f"{stance.outlet} is credited too, but its coverage does not state this.",
                       case.claim.span, stance.outlet, stance.evidence[:1])


def weak(case: Case) -> Iterator[Finding]:
    """Agreement that is less likely than not must not look like any other, and what may well be a contradiction must not pass."""
    if case.verdict is Verdict.AGREEMENT and not case.inside:
        deciding = [s for s in (case.credited or case.stances) if s.stance is Stance.SUPPORTS]
        best = max(deciding, key=lambda s: s.confidence, default=None)
        if best is not None and best.doubted:
            yield make("may-contradict", f"{best.outlet} may well say otherwise: compare the passage with the claim.", case.claim.span,
                       best.outlet, best.evidence[:1])
        elif best is not None and best.confidence < EVEN_ODDS:
            yield make("weak-evidence", f"Only weakly supported by {best.outlet}: read the evidence before you rely on it.",
                       case.claim.span, best.outlet, best.evidence[:1])


def copies(case: Case) -> Iterator[Finding]:
    """Outlets that agree because they carry one text."""
    if case.verdict is Verdict.AGREEMENT:
        supporting = tuple(s for s in case.having(Stance.SUPPORTS) if s.evidence)
        for group in same_source(supporting):
            yield make("same-source", f"{_listed(group)} carry the same text: one source, not {len(group)}.", case.claim.span,
                       group[0])


def crediting(case: Case) -> Iterator[Finding]:
    """Vague, unknown and absent credits."""
    for vague in case.claim.vague:
        yield make("vague-credit", f"“{vague.source}” cannot be looked up; name who says it.", vague.span)
    for credit in case.claim.credits:
        if not credit.known:
            yield make("unknown-outlet", f"“{credit.outlet}” is not in the list of outlets; add it with --outlets.", credit.span,
                       credit.outlet)
    if not case.claim.credited and not case.claim.vague:
        supporting = case.having(Stance.SUPPORTS)
        hint = f" {supporting[0].outlet} says it." if supporting else ""
        yield make("uncredited", f"This is credited to no outlet.{hint}", case.claim.span, None,
                   supporting[0].evidence[:1] if supporting else ())


CLAIM_RULES: tuple[ClaimRule, ...] = (
    contradictions, broken_quotes, disagreement, unsupported, missing_quotes, weak, backing, copies, crediting)
