"""Which words of a clause are negated, and by what.

A negation reaches the next word that carries meaning, and through "expected to", "able to" and their like the verb
behind them; refusals ("refused to pay", "ruled out a loan") reach it too. Two negations cancel out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checker.comparers.clauses import Clause, Word
from checker.text.words import stem

REACH = 5
"""Words between a negation and what it negates, at most: a phrase. Between 3 and 8 nothing changed on labelled pairs."""

_WORDS = frozenset("not never cannot nor neither without unable hardly nobody nothing none no too".split())
_SUBJECTS = frozenset("no nobody nothing none neither".split())
"""Negations that stand before a subject, and so negate the verb after it as well."""
_REFUSALS = frozenset(stem(w) for w in "refuse fail decline".split())
"""Stems of verbs that say, with "to", that what follows did not come about."""
_RULE = stem("rule")
_CHAINS = frozenset(
    stem(w) for w in """expect plan intend want go able allow agree likely decide willing ready seek try set manage need
    have permit require authorise authorize yet prepare begin start continue choose promise vow pledge order force ask
    tell urge vote hope aim due""".split())
"""Stems of words that hand a negation on over "to": "not expected to resign"."""
_ASSERTING = frozenset(
    stem(w) for w in """expect plan intend go able allow agree likely decide set manage permit begin start continue choose
    promise vow pledge order force due""".split())
"""Stems behind which "to" asserts that something is, or will be, so."""
_PROMISING = frozenset(stem(w) for w in "expect plan intend go likely decide set promise vow pledge due".split())
"""Those of them that say nothing of whether it came about: "had promised to prevent it" goes with "failed to prevent it"."""
_OWING = frozenset("must should ought needs".split())
"""What says that something is to be done, not that it was."""
_PASSIVE = frozenset("be been have".split())
"""Words between "to" or "must" and the verb that they speak of."""
_DONE = frozenset("did has have had".split())
"""Words before a negation that tell that something did not come about; a refusal tells it too."""
_OPINIONS = frozenset(stem(w) for w in "think believe consider deem feel suppose regard see mean suggest imply".split())
"""Behind these a "not" belongs to what is thought, somewhere in the rest of the clause."""
_WEAKENING = frozenset(
    """immediately yet always necessarily fully entirely merely simply exactly directly publicly only just even solely
    completely wholly all every everyone everything much many enough especially particularly very quite strictly
    initially originally previously really exclusively nearly as alone""".split())
"""Beside "not" these leave part of the whole standing: "did not immediately respond", "not all"."""
_NOT_AFTER_NO = frozenset("to doubt fewer less more later sooner matter one wonder".split())
"""Behind "no" these make it no denial of what follows: "no doubt", "no fewer than", "said no to two colleges"."""
_NOUN_ENDS = frozenset("of in on for with by at from about against to".split())
_PRONOUNS = frozenset("he she it they we you i him her them".split())
NOT_COMPARED = frozenset(stem(w) for w in "need way thing time case lot part number kind able yet plan".split())
"""Words that negations of all sorts reach and that carry no fact of their own."""


@dataclass(frozen=True, slots=True)
class Negation:
    """That a word is negated: ``weak`` where only in part or in somebody's opinion; ``by`` is the word that does it."""

    weak: bool
    by: Word


@lru_cache(maxsize=4096)
def negations(clause: Clause) -> tuple[tuple[Negation, ...], ...]:
    """For each word of the clause the negations that reach it; an even number of them cancels out."""
    words = clause.words
    negators = [at for at in range(len(words)) if _negates(words, at)]
    reached: list[list[Negation]] = [[] for _ in words]
    for at in negators:
        targets = _targets(words, at)
        # "could not rule out", "never fails to": what a negated negation reaches, both reach
        passed_on = [t for other in negators if at < other <= at + 2 for t in (other, *_targets(words, other))]
        weak = _weak(words, at, targets)
        opinion = any(words[t].stem in _OPINIONS for t in targets)
        if opinion:
            targets = [*targets, *(t for t in range(targets[-1] + 1, len(words)) if words[t].content)]
        for target in passed_on or targets:
            reached[target].append(Negation(weak or opinion, words[at]))
    return tuple(tuple(n) for n in reached)


def _negates(words: tuple[Word, ...], at: int) -> bool:
    lower = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    previous = words[at - 1].lower if at else ""
    match lower:
        case "no":
            return following not in _NOT_AFTER_NO and not following[:1].isdigit() and words[at + 1 : at + 2] != () \
                and not (words[at].capital and following[:1].isdigit())
        case "not":
            inverted = previous in _PRONOUNS and at > 1 and words[at - 2].lower == "had"
            return following not in ("only", "just", "least", "merely") and previous not in ("or", "if", "why", "whether") \
                and not inverted
        case "neither":
            return following != "side"
        case "yet":
            return following == "to" and previous in ("is", "are", "was", "were", "has", "have", "had", "be")
        case "out":
            return words[at - 1].stem == _RULE if at else False
        case "short":
            return following == "of" and at > 0 and words[at - 1].stem == "stop"
        case "free":
            return following == "of"
        case "too":
            return any(w.lower == "to" for w in words[at + 2 : at + 4])
    if lower.endswith("n't") or lower in _WORDS:
        return True
    if words[at].stem in _REFUSALS:
        return following == "to"
    return words[at].stem == stem("deny") and (following in ("that", "any", "having") or following in _PRONOUNS
                                               or following.endswith("ing")) or (
        words[at].stem == stem("refrain") and following == "from")


def _targets(words: tuple[Word, ...], at: int) -> list[int]:
    """The words that a negation reaches: the next with meaning, and what that hands it on to."""
    if words[at].lower == "too":
        after_to = next(i for i in range(at + 2, at + 4) if words[i].lower == "to") + 1
        return [after_to] if after_to < len(words) and words[after_to].content else []
    return list(_reached(words, at))


def _reached(words: tuple[Word, ...], at: int) -> Iterator[int]:
    # "free of new taxes" reaches as far as "no new taxes" does
    subject = words[at].lower in _SUBJECTS or words[at].lower == "free"
    found = 0
    for target in range(at + 1, min(len(words), at + 1 + REACH)):
        word = words[target]
        if word.span.start - words[target - 1].span.end > 1:
            return  # a comma: "some will eat and some will not, the study says"
        if word.lower in _WEAKENING or not word.content or not found and word.lower.endswith("ly"):
            if found and word.lower in _NOUN_ENDS and words[target - 1].stem not in _CHAINS:
                return
            continue
        yield target
        found += 1
        following = words[target + 1].lower if target + 1 < len(words) else ""
        hands_on = following in ("or", "nor") or following == "to" and word.stem in _CHAINS
        if not hands_on and (not subject or found == 2):
            return


def _weak(words: tuple[Word, ...], at: int, targets: list[int]) -> bool:
    last = targets[-1] if targets else at
    return (words[at].lower in ("hardly", "neither") or any(w.lower in _WEAKENING for w in words[at + 1 : last + 3])
            or any(w.lower == "until" for w in words[at + 1 :]))


def unasserted(clause: Clause, at: int) -> bool:
    """Whether a word is only aimed at, owed or waited for ("sold land to pay", "needed to ratify", "has to be approved", "must approve",
    "until it completes")."""
    words = clause.words
    if any(w.lower == "until" for w in words[:at]):
        return True
    while at and words[at - 1].lower in _PASSIVE:
        at -= 1
    if at and words[at - 1].lower in _OWING:
        return True
    return at > 0 and words[at - 1].lower == "to" and (at == 1 or words[at - 2].stem not in _ASSERTING | _REFUSALS)


def promised(clause: Clause, at: int) -> bool:
    """Whether a word is only promised, planned or expected: "had promised to prevent the spill"."""
    words = clause.words
    return at > 1 and words[at - 1].lower == "to" and words[at - 2].stem in _PROMISING


def of_the_past(clause: Clause, negation: Negation) -> bool:
    """Whether a negation says that something did not come about, rather than that it will not."""
    at = clause.words.index(negation.by)
    lower = negation.by.lower
    return (negation.by.stem in _REFUSALS or lower in ("didn't", "hasn't", "haven't", "hadn't")
            or at > 0 and clause.words[at - 1].lower in _DONE)
