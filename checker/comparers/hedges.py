"""Is the story surer than its source? "Is considering" in the coverage, "will" in the story.

A dropped hedge is no contradiction: the coverage does not state the claim, it only holds it possible. So it counts as
absent, with a rule of its own.
"""

from __future__ import annotations

from itertools import groupby

from checker.comparers.clauses import Clause, Pair, Reading, Word, pairs, read
from checker.comparers.hedge_words import Hedge, hedges
from checker.comparers.negation import negations
from checker.comparers.opposites import alike
from checker.comparers.side import Side
from checker.types import Mark, Signal, Span

DROPPED = 0.35
"""How much further the coverage must hold back than the story. Swept 0.2..0.6 on 5,800 labelled pairs: up to 0.35 all 21
dropped hedges stay found, at 0.5 and 0.6 it is 19 and 17; supported pairs that fire are 8 up to 0.5, then 6."""
NEARLY = 0.15
"""A clause that states it plainly clears one that hedges when its overlap is at most this much smaller."""


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
        hedged = max((p for p in options if _held_back(p)), key=lambda p: p.overlap, default=None)
        if hedged is None:
            continue
        hedge = _held_back(hedged)
        assert hedge is not None
        plain = max((p.overlap for p in options if _held_back(p) is None), default=0.0)
        lost = plain < hedged.overlap - NEARLY and _claimed(hedged.claim_clause, ours) <= hedge.level - DROPPED
        note = ""
        if lost:
            dropped += 1
            note = f"“{_words(hedged, hedge)}” in the coverage, without it in the story"
            message = message or note
        first = hedged.passage_clause.words[hedge.first]
        place = Span(min(first.span.start, hedged.passage.span.start), max(
            hedged.passage_clause.words[hedge.last].span.end, hedged.passage.span.end))
        marks.append(Mark("hedge", hedged.claim.span.shifted(claim.base), place.shifted(passage.base), False, note))
    if dropped:
        marks = [m for m in marks if m.note]
        return Signal("hedges", 0.0, 0.0, float(dropped), "hedge-dropped", message, tuple(marks))
    return Signal("hedges", float(len(marks)), marks=tuple(marks))


def _candidates(ours: Reading, theirs: Reading, context: str) -> list[Pair]:
    return list(pairs(ours, theirs, context, lambda a, b: b.content and alike(a.stem, b.stem), lambda w: w.content))


def _held_back(pair: Pair) -> Hedge | None:
    """The hedge on the passage's word, if any; a negated word is the polarity comparer's."""
    if negations(pair.passage_clause)[pair.passage_clause.words.index(pair.passage)]:
        return None
    at = pair.passage_clause.words.index(pair.passage)
    return max((h for h in hedges(pair.passage_clause) if h.target == at), key=lambda h: h.level, default=None)


def _claimed(clause: Clause, ours: Reading) -> float:
    """How far the claim's own sentence holds back: a hedge anywhere in it is taken for the one in question."""
    sentence = [c for c in ours.clauses if c.sentence == clause.sentence]
    if any(c.unreal for c in sentence):
        return 1.0
    return max((h.level for c in sentence for h in hedges(c)), default=0.0)


def _words(pair: Pair, hedge: Hedge) -> str:
    words: tuple[Word, ...] = pair.passage_clause.words[hedge.first : hedge.last + 1]
    return " ".join(w.lower for w in words) + f" … {pair.passage.lower}"
