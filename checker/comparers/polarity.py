"""Yes against no: a claim and a passage that say the same thing with opposite polarity or direction.

A "not" somewhere in a passage is no conflict. A word of the claim is laid beside the word of the passage that says the
same (or the opposite: rose, fell) where most of the words around the two are shared; only then their negations count.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from checker.comparers.clauses import Clause, Pair, Reading, Word, pairs, read
from checker.comparers.negation import NOT_COMPARED, Negation, negations, of_the_past, promised, unasserted
from checker.comparers.opposites import alike, has_opposite, opposite, sided
from checker.comparers.side import Side
from checker.text.words import stem
from checker.types import Mark, Signal, Span

NEARLY = 0.15
"""A clause that agrees clears one that conflicts when its overlap is at most this much smaller: it is probably the one
that the claim was written from. Between 0 and 0.3 nothing changed on labelled pairs; it stands for caution."""
_LIMITS = frozenset("only except unlike alone otherwise other others rather instead less fewer".split())
"""Words that leave part of the matter out; when one side alone has one, the two sides speak of different things."""
_EXCEPTIONS = frozenset("except unlike otherwise excluding barring".split())
"""Words that take something out of what a side asserts: the other side may deny it of just that."""
_TRUTH = frozenset("true untrue false wrong incorrect lie myth rumour rumor".split())
_WITHOUT = frozenset("no without".split())
"""Before a noun they say that there is none. That a passage has the noun does not say that there is one ("rumours of a wedding"):
on 32,000 newsroom pairs such conflicts were right 6 times and wrong 12."""
_BY_A_MARGIN = frozenset(stem(w) for w in "win lose".split())
"""Sided verbs behind which "by" tells by how much, not who did it."""
_DETERMINERS = frozenset("a an the any his her its their".split())
_TIMES = frozenset("before after since until till".split())
_PLEAS = frozenset(stem(w) for w in "plead maintain insist protest claim declare deny presume".split())
_OF_GUILT = frozenset(stem(w) for w in "guilty innocent".split())
"""What somebody pleads says nothing of what a court finds."""
_COUNTS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty
    hundred thousand half third quarter some most many several few all both each every""".split())


def compare(claim: Side, passage: Side) -> Signal:
    """Whether the passage says the opposite of something in the claim (rule ``contradicted``).

    Counts the claim's words whose polarity is at stake: negated on either side, or with an opposite. Never raises.
    """
    ours, theirs = read(claim.text), read(passage.text)
    marks: list[Mark] = []
    message = ""
    for _, group in groupby(_candidates(ours, theirs, passage.context), key=lambda p: p.claim.span):
        settled = _settle(tuple(group), ours, theirs)
        if settled is None:
            continue
        pair, conflict = settled
        note = _note(pair) if conflict else ""
        message = message or note
        marks.append(Mark("polarity", pair.claim.span.shifted(claim.base), _shown(pair, passage.base), conflict, note))
    conflicts = sum(m.conflict for m in marks)
    return Signal("polarity", float(len(marks) - conflicts), float(conflicts), 0.0, "contradicted" if conflicts else None,
                  message, tuple(marks))


def _candidates(ours: Reading, theirs: Reading, context: str) -> Iterator[Pair]:
    return pairs(ours, theirs, context, _comparable,
                 lambda word: word.content and word.stem not in NOT_COMPARED and not word.lower[:1].isdigit())


def _comparable(ours: Word, theirs: Word) -> bool:
    return theirs.content and (alike(ours.stem, theirs.stem) or opposite(ours.stem, theirs.stem))


def _of(clause: Clause, word: Word) -> tuple[Negation, ...]:
    return negations(clause)[clause.words.index(word)]


def _negated(pair: Pair) -> tuple[tuple[Negation, ...], tuple[Negation, ...]]:
    return _of(pair.claim_clause, pair.claim), _of(pair.passage_clause, pair.passage)


def _settle(group: tuple[Pair, ...], ours: Reading, theirs: Reading) -> tuple[Pair, bool] | None:
    """The best pair of one word of the claim, and whether it conflicts; None where polarity is not at stake."""
    at_stake = [p for p in group if any(_negated(p)) or has_opposite(p.claim.stem) and not p.claim.capital]
    if not at_stake:
        return None
    agreeing = max((p for p in group if not _opposed(p)), key=lambda p: p.overlap, default=None)
    opposed = max((p for p in at_stake if _opposed(p)), key=lambda p: p.overlap, default=None)
    if opposed is None or agreeing is not None and agreeing.overlap >= opposed.overlap - NEARLY:
        return (agreeing, False) if agreeing is not None else None
    return (opposed, True) if _sound(opposed, ours, theirs) else None


def _opposed(pair: Pair) -> bool:
    ours, theirs = _negated(pair)
    return (len(ours) % 2 != len(theirs) % 2) != opposite(pair.claim.stem, pair.passage.stem)


def _sound(pair: Pair, ours: Reading, theirs: Reading) -> bool:
    """Whether an opposition is one of facts about one thing: nothing hypothetical, partial, or of another time."""
    a, b = pair.claim_clause, pair.passage_clause
    if a.unreal or b.unreal or any(n.weak for side in _negated(pair) for n in side):
        return False
    if _pleaded(a, pair.claim) or _pleaded(b, pair.passage):
        return False
    if _disputed(a, ours) or _disputed(b, theirs) or _other_counts(pair) or _is_name(a, pair.claim) or _is_name(b, pair.passage):
        return False
    if opposite(pair.claim.stem, pair.passage.stem):
        return _sound_opposites(pair, ours, theirs)
    return _sound_negation(pair, ours)


def _pleaded(clause: Clause, word: Word) -> bool:
    """Whether a word of guilt is only what somebody pleads or says of himself."""
    return word.stem in _OF_GUILT and any(w.stem in _PLEAS for w in clause.words if w.span.end <= word.span.start)


def _disputed(clause: Clause, reading: Reading) -> bool:
    """Whether the clause before says whether this one is so: "it is not true that …"."""
    at = reading.clauses.index(clause)
    before = reading.clauses[at - 1] if at and clause.words[0].lower == "that" else None
    return before is not None and before.sentence == clause.sentence and before.words[-1].lower in _TRUTH


def _limits(clause: Clause) -> frozenset[str]:
    words = frozenset(w.lower for w in clause.words)
    return (words & _LIMITS) | (words & _TIMES)


def _other_counts(pair: Pair) -> bool:
    """Whether both name how many did it, and not the same number: "three of the mills", "eleven of the mills"."""
    a, b = (
        {w.lower for w in clause.words if w.span.end <= word.span.start and (w.lower in _COUNTS or w.lower[:1].isdigit())}
        for clause, word in ((pair.claim_clause, pair.claim), (pair.passage_clause, pair.passage)))
    return bool(a) and bool(b) and not a & b


def _sound_opposites(pair: Pair, ours: Reading, theirs: Reading) -> bool:
    a, b = pair.claim_clause, pair.passage_clause
    if _limits(a) != _limits(b):
        return False
    if pair.claim.capital and pair.passage.capital:
        return False
    if any(alike(pair.claim.stem, s) for s in theirs.sentences[b.sentence]):
        return False
    if any(alike(pair.passage.stem, s) for s in ours.sentences[a.sentence]):
        return False
    before, after = ([[w.stem for w in c.words if w.content and (w.span.end <= at.span.start if first else w.span.start >= at.span.end)]
                      for c, at in ((a, pair.claim), (b, pair.passage))] for first in (True, False))
    if any(w.lower == "than" for c in (a, b) for w in c.words):
        return set(before[0]) == set(before[1])  # "A is larger than B", "B is smaller than A"
    if sided(pair.claim.stem, pair.passage.stem):
        return bool(before[0] and before[1]) and before[0][-1] == before[1][-1] and not _passive(a, pair.claim) and not _passive(
            b, pair.passage)
    if _passive(a, pair.claim) != _passive(b, pair.passage):
        # what one side acts on, the other side has it happen to
        acted_on = (after[0], before[1]) if _passive(b, pair.passage) else (before[0], after[1])
        if set(acted_on[0]) & set(acted_on[1]):
            return True
    return not before[0] or not before[1] or bool(set(before[0]) & set(before[1]))


def _is_name(clause: Clause, word: Word) -> bool:
    """Whether a word is part of a name: "North Korea", "the First Minister"."""
    return word.capital and word is not clause.words[0]


def _passive(clause: Clause, word: Word) -> bool:
    """Whether something is done to the subject: "was beaten", "Nweke, beaten by Odum"; "lost by a length" is no passive."""
    at = clause.words.index(word)
    by = any(w.lower == "by" for w in clause.words[at + 1 : at + 2]) and word.stem not in _BY_A_MARGIN
    return by or any(w.lower in ("was", "were", "been", "being", "be", "is", "are") for w in clause.words[max(0, at - 2) : at])


def _sound_negation(pair: Pair, ours: Reading) -> bool:
    a, b = pair.claim_clause, pair.passage_clause
    ours_negated, theirs_negated = _negated(pair)
    # the side that asserts must assert: not an aim, and no other "not" on what both speak of
    asserting, word, other = (b, pair.passage, a) if len(ours_negated) % 2 else (a, pair.claim, b)
    if _partial(other) or _limits(other) - _limits(asserting) or unasserted(asserting, asserting.words.index(word)):
        return False
    if any(w.lower in _EXCEPTIONS for w in asserting.words):
        return False
    by = ours_negated or theirs_negated
    if any(n.by.lower in _WITHOUT and _in_its_phrase(a, n.by, pair.claim) for n in ours_negated):
        return False
    if promised(asserting, asserting.words.index(word)) and any(of_the_past(other, n) for n in by):
        return False
    # "denied wrongdoing", "did not admit wrongdoing": the two verbs are held against each other themselves
    if any(opposite(n.by.stem, w.stem) for n in by for w in asserting.words):
        return False
    shared = other.stems
    own = {n.by for n in _of(asserting, word)}
    if any(len(n) % 2 for w, n in zip(asserting.words, negations(asserting), strict=True) if w.stem in shared and w not in own):
        return False
    return sum(w.stem == pair.claim.stem for c in ours.clauses for w in c.words) == 1


def _in_its_phrase(clause: Clause, by: Word, word: Word) -> bool:
    """Whether only adjectives, nouns and what opens a noun phrase stand between two words: no verb's auxiliary, no "longer"."""
    between = [w for w in clause.words if by.span.end <= w.span.start < word.span.start]
    return all(w.content or w.lower in _DETERMINERS for w in between) and not any(w.lower == "longer" for w in between)


def _partial(clause: Clause) -> bool:
    """Whether a clause speaks of some among many: "seven of the students were not released"."""
    return any(a.lower in _COUNTS or a.lower[:1].isdigit() for a, b in pairwise(clause.words) if b.lower == "of")


def _shown(pair: Pair, base: int) -> Span:
    """The passage's word with its negation."""
    word = pair.passage
    return Span(min([word.span.start, *(n.by.span.start for n in _negated(pair)[1])]), word.span.end).shifted(base)


def _note(pair: Pair) -> str:
    ours, theirs = _negated(pair)
    return f"{_phrase(pair.claim, ours)} in the story, {_phrase(pair.passage, theirs)} in the coverage"


def _phrase(word: Word, by: tuple[Negation, ...]) -> str:
    return f"“{by[0].by.lower} … {word.lower}”" if by else f"“{word.lower}”"
