"""Is the story surer than its source? "Is considering" in the coverage, "will" in the story.

A dropped hedge is no contradiction: the coverage does not state the claim, it only holds it possible. So it counts as
absent, with a rule of its own.
"""

from __future__ import annotations

from itertools import groupby

from checker.comparers.clauses import Clause, Pair, Reading, Word, other_time, pairs, read
from checker.comparers.hedge_words import Hedge, hedges
from checker.comparers.negation import negations
from checker.comparers.opposites import alike
from checker.comparers.side import Side
from checker.text.words import stem
from checker.types import Mark, Signal, Span

DROPPED = 0.35
"""How much further the coverage must hold back than the story. Swept 0.2..0.6 on 5,800 labelled pairs: up to 0.35 all 21
dropped hedges stay found, at 0.5 and 0.6 it is 19 and 17; supported pairs that fire are 8 up to 0.5, then 6."""
NEARLY = 0.15
"""A clause that states it plainly clears one that hedges when its overlap is at most this much smaller."""

CARRIED_OUT = 0.5
"""Share of the other content words of the claim's clause that a later sentence must hold to say that the plan came about; its
subject is often a pronoun. Set by hand at half, to err on the side of silence."""
LEAST_SHARED = 2
"""And how many of them, at least: one word is shared by chance."""
_SAYING = frozenset(stem(w) for w in "say tell claim report allege accuse accord state charge".split())


def strength(text: str) -> float:
    """How far a text holds back, by its strongest hedge: 0.0 states, 0.85 holds barely possible."""
    return max((h.level for clause in read(text).clauses for h in hedges(clause)), default=0.0)


def compare(claim: Side, passage: Side) -> Signal:
    """Whether the passage only holds possible what the claim states (rule ``hedge-dropped``).

    Counts the claim's words that the passage states (matched) or hedges (absent); never conflicting. Never raises.
    """
    ours, theirs = read(claim.text), read(passage.text)
    if not any(True for clause in theirs.clauses for _ in hedges(clause)):
        return Signal("hedges")
    marks: list[Mark] = []
    dropped = 0
    message = ""
    for _, group in groupby(_candidates(ours, theirs, passage.context), key=lambda p: p.claim.span):
        options = tuple(group)
        if len(negations(options[0].claim_clause)[options[0].claim_clause.words.index(options[0].claim)]) % 2:
            continue  # "did not find it", "had hoped to find it": yes or no is the polarity comparer's
        hedged = max((p for p in options if _held_back(p, theirs)), key=lambda p: p.overlap, default=None)
        if hedged is None:
            continue
        hedge = _held_back(hedged, theirs)
        assert hedge is not None
        plain = max((p.overlap for p in options if _held_back(p, theirs) is None), default=0.0)
        lost = (plain < hedged.overlap - NEARLY and _claimed(hedged.claim_clause, ours) <= hedge.level - DROPPED
                and not (hedge.hearsay and _attributed(hedged.claim_clause, ours)) and not _carried_out(hedged, theirs))
        note = ""
        if lost:
            dropped += 1
            note = f"“{_words(hedged, hedge, theirs)}” in the coverage, without it in the story"
            message = message or note
        by = _by(hedged, hedge, theirs)
        place = Span(min(by[0].span.start, hedged.passage.span.start), max(by[-1].span.end, hedged.passage.span.end))
        marks.append(Mark("hedge", hedged.claim.span.shifted(claim.base), place.shifted(passage.base), False, note))
    if dropped:
        marks = [m for m in marks if m.note]
        return Signal("hedges", 0.0, 0.0, float(dropped), "hedge-dropped", message, tuple(marks))
    return Signal("hedges", float(len(marks)), marks=tuple(marks))


def _candidates(ours: Reading, theirs: Reading, context: str) -> list[Pair]:
    return list(pairs(ours, theirs, context, lambda a, b: b.content and alike(a.stem, b.stem), lambda w: w.content))


def _held_back(pair: Pair, theirs: Reading) -> Hedge | None:
    """The hedge on the passage's word, if any; a negated word is the polarity comparer's."""
    at = pair.passage_clause.words.index(pair.passage)
    if len(negations(pair.passage_clause)[at]) % 2:
        return None
    found = max((h for h in hedges(pair.passage_clause) if h.target == at), key=lambda h: h.level, default=None)
    return found or (None if pair.passage.capital else _opened(pair.passage_clause, theirs))


def _opened(clause: Clause, theirs: Reading) -> Hedge | None:
    """The hedge that opens the clause and holds all of it back: "it is possible that …", "police suspect that …"."""
    before = _before(clause, theirs)
    if clause.words[0].lower != "that" or before is None:
        return None
    last = len(before.words) - 1
    if any(negations(before)[last]):
        return None
    return next((h for h in hedges(before) if h.last == last), None)


def _before(clause: Clause, theirs: Reading) -> Clause | None:
    at = theirs.clauses.index(clause)
    before = theirs.clauses[at - 1] if at else None
    return before if before is not None and before.sentence == clause.sentence else None


def _carried_out(pair: Pair, theirs: Reading) -> bool:
    """Whether a later sentence of the passage says that what was planned or held possible came about."""
    rest = pair.claim_clause.stems - {pair.claim.stem}
    for clause in theirs.clauses:
        if clause.sentence <= pair.passage_clause.sentence or clause.unreal or other_time(pair.claim_clause, clause):
            continue
        reached, held = negations(clause), {h.target for h in hedges(clause)}
        done = any(alike(w.stem, pair.claim.stem) and not reached[at] and at not in held and clause.words[at - 1].lower != "to"
                   for at, w in enumerate(clause.words))
        if done and len(rest & clause.stems) >= max(LEAST_SHARED, CARRIED_OUT * len(rest)):
            return True
    return False


def _attributed(clause: Clause, ours: Reading) -> bool:
    """Whether the claim's sentence names who says so."""
    return any(w.stem in _SAYING for c in ours.clauses if c.sentence == clause.sentence for w in c.words)


def _claimed(clause: Clause, ours: Reading) -> float:
    """How far the claim's own sentence holds back: a hedge anywhere in it is taken for the one in question."""
    sentence = [c for c in ours.clauses if c.sentence == clause.sentence]
    if any(c.unreal for c in sentence):
        return 1.0
    return max((h.level for c in sentence for h in hedges(c)), default=0.0)


def _by(pair: Pair, hedge: Hedge, theirs: Reading) -> tuple[Word, ...]:
    """The words of a hedge, that may stand in the clause before."""
    own = hedge in tuple(hedges(pair.passage_clause))
    clause = pair.passage_clause if own else _before(pair.passage_clause, theirs) or pair.passage_clause
    return clause.words[hedge.first : hedge.last + 1]


def _words(pair: Pair, hedge: Hedge, theirs: Reading) -> str:
    words = _by(pair, hedge, theirs)
    return " ".join(w.lower for w in words) + f" … {pair.passage.lower}"
