"""Facts side by side: "A; B", "A, while B", "A and B" with subjects of their own, and "X did A and did B"."""

from __future__ import annotations

import re

from checker.extract.claims import verbs
from checker.extract.claims.grammar import Reading, read
from checker.extract.claims.traced import Traced
from checker.extract.claims.verb_groups import Group, Verb
from checker.extract.claims.word_classes import (
    ADVERBS,
    CONJUNCTIONS,
    NOMINATIVES,
    PREPOSITIONS,
    SAYING,
    SUBORDINATORS,
    TEMPORAL,
    is_ly,
)

FIRST_WORDS = 4
"""Words after a bare "and" within which the verb of its own clause must come; further away it is often another's."""

_JOINERS = frozenset("and but while whereas though although yet".split())
_OWN_SUBJECT = frozenset("he she they it we there the a an his its their".split())
_OF_TWO_OBJECTS = frozenset("fined awarded given paid told charged granted handed offered shown sentenced asked sent".split())
"""Have a passive with an object: "was sentenced to two years and fined 5,000 euros"."""
_OBJECT_STARTS = frozenset("a an the his her its their him them it".split())
_SHARED = frozenset("both between either neither".split())


def semicolons(piece: Traced) -> tuple[Traced, ...]:
    """ "A; B" where both are clauses."""
    reading = read(piece.text)
    borders = [found.start() for found in re.finditer(";", reading.masked)]
    if not borders or reading.attributed_at_end():
        return (piece,)
    starts = [0, *(border + 1 for border in borders)]
    pieces = tuple(piece.cut(a, b) for a, b in zip(starts, [*borders, len(piece.text)], strict=True))
    if all(_surely_a_clause(read(p.text.strip())) for p in pieces) and reading.frame() is None:
        return pieces
    return (piece,)


def _surely_a_clause(reading: Reading) -> bool:
    verb = reading.main_verb()
    if verb is None:
        return False
    word = reading.lower(verb.first)
    sure = word in verbs.AUXILIARIES or word in verbs.PAST_ONLY or word in verbs.THIRD_PERSON or word in SAYING
    return sure or reading.opens_clause(0) is not None


def clauses(piece: Traced) -> tuple[Traced, ...]:
    """ "A, while B" and "A and B", each with its own subject; reported statements keep their frame."""
    reading = read(piece.text)
    first = reading.main_verb()
    if first is None or reading.opens_adjunct() or reading.attributed_at_end():
        return (piece,)
    frame = reading.frame()
    for i in range(first.last + 1, len(reading.words) - 2):
        if reading.lower(i) not in _JOINERS:
            continue
        after_comma = "," in reading.gap(i - 1)
        if frame is not None:
            found = _reported(piece, reading, frame, i, after_comma)
        else:
            found = _plain(piece, reading, first, i, after_comma)
        if found:
            return (found[0], *clauses(found[1]))
    return (piece,)


def _plain(piece: Traced, reading: Reading, first: Verb, i: int, after_comma: bool) -> tuple[Traced, Traced] | None:
    start = i + 1
    own = reading.opens_clause(start)
    if own is None or reading.lower(start) in _SHARED:
        return None
    between = range(first.last + 1, i)
    contrast = reading.lower(i) in ("while", "whereas", "though", "although")
    if not after_comma:
        subject = reading.lower(start) in _OWN_SUBJECT
        if reading.lower(i - 1) in NOMINATIVES or any(":" in reading.gap(k) for k in between):
            return None
        if contrast or not subject or own - start > FIRST_WORDS or any(reading.lower(k) in SUBORDINATORS | TEMPORAL for k in between):
            return None
        # "on the budget and the debt is": after a preposition's noun the verb may belong to both nouns
        # "the war and the methods Bush chose": a relative clause without its "that"
        if any(reading.lower(k) in PREPOSITIONS or k > start + 1 and reading.is_capital(k) and not reading.is_capital(k - 1)
               for k in range(start, own)):
            return None
    elif not contrast and _opens_statement(reading, between):
        return None
    return _halves(piece, reading, i)


def _opens_statement(reading: Reading, between: range) -> bool:
    """Whether a clause opened with "that" or the like is still open: what follows may be part of it."""
    return any(reading.lower(k) in ("that", "whether", "how", "why", "what", "because") and reading.opens_clause(k + 1) is not None
               for k in between)


def _reported(piece: Traced, reading: Reading, frame: int, i: int, after_comma: bool) -> tuple[Traced, Traced] | None:
    """ "The minister said A and that B", "The minister said A and B": both with the minister."""
    if reading.lower(i) not in ("and", "but") or i <= frame + 1:
        return None
    told = read(piece.text[reading.words[frame].span.start :])
    inner = told.main_verb()
    if inner is None:
        return None
    has_that = reading.lower(i + 1) == "that"
    start = i + 1 + has_that
    own = reading.opens_clause(start)
    if own is None:
        return None
    between = range(frame + inner.last + 1, i)
    sure = has_that or not after_comma and reading.lower(start) in _OWN_SUBJECT and own - start <= FIRST_WORDS and \
        reading.lower(own) in verbs.AUXILIARIES and not any(reading.lower(k) in SUBORDINATORS | TEMPORAL for k in between)
    if not sure:
        return None
    head = piece.text[: reading.words[frame].span.start].rstrip()
    second = Traced.filled_in(head + " ") + piece.cut(reading.words[start].span.start)
    return piece.cut(0, reading.before(i)), second


def _halves(piece: Traced, reading: Reading, i: int) -> tuple[Traced, Traced]:
    return piece.cut(0, reading.before(i)), piece.cut(reading.words[i + 1].span.start)


def verbs_of_one_subject(piece: Traced) -> tuple[Traced, ...]:
    """ "X did A and did B": "X did A", "X did B"; auxiliaries that the verbs share are filled in."""
    reading = read(piece.text)
    first = reading.main_verb()
    subject = reading.subject(first) if first is not None else None
    if first is None or subject is None or piece.text[:1] in "\"“‘'«" or reading.attributed_at_end():
        return (piece,)
    frame = reading.frame()
    for i in range(first.last + 1, len(reading.words) - 1):
        if reading.lower(i) in ("and", "but") and _open(reading, first, i):
            verb = i + 1
            while reading.adjacent(verb) and reading.lower(verb) in ADVERBS | {"so"} and not _finite_like(reading.lower(verb)):
                verb += 1
            lead = _lead(reading, first, verb, i) if frame is None else None
            if lead is None:
                continue
            filled = Traced.filled_in(piece.text[: subject[1]] + " " + lead)
            earlier = _listed(reading, first, verb, i)
            borders = [*earlier, i + 1]
            ends = [reading.before(b) for b in (*earlier, i)]
            pieces = [piece.cut(0, ends[0])]
            for number, border in enumerate(borders):
                stop = ends[number + 1] if number + 1 < len(ends) else len(piece.text)
                pieces.append(filled + piece.cut(reading.words[border].span.start, stop))
            last = pieces.pop()
            more = verbs_of_one_subject(last)
            return (*pieces, *more)
    return (piece,)


def _finite_like(word: str) -> bool:
    return word in verbs.AUXILIARIES or word in verbs.THIRD_PERSON or verbs.is_past(word) or word in verbs.BASES


def _open(reading: Reading, first: Verb, i: int) -> bool:
    """Whether nothing between the main verb and the conjunction ``i`` could be what the second verb belongs to."""
    for k in range(first.last + 1, i):
        word = reading.lower(k)
        if any(mark in reading.gap(k - 1) for mark in ":;—–") or "--" in reading.gap(k - 1):
            return False
        if word in SUBORDINATORS or word in SAYING and not _noun_like(reading, k):
            return False
        if word in TEMPORAL and any(_finite_like(reading.lower(j)) and reading.lower(j) not in verbs.BASES for j in range(k + 1, i)):
            return False
        if word in _SHARED or word == "to" and reading.lower(k + 1) in verbs.LOOSE_BASES and not _has_own_time(reading, first, i):
            return False
        if word in NOMINATIVES and word != "it" and word != "you":
            return False
        if reading.is_auxiliary(k):
            return False
    return True


def _noun_like(reading: Reading, k: int) -> bool:
    return reading.lower(k - 1) in PREPOSITIONS or reading.lower(k - 1) in ("a", "an", "the", "its", "his", "her", "their")


def _has_own_time(reading: Reading, first: Verb, i: int) -> bool:
    """Whether the verb after the conjunction has a tense of its own, so that it cannot go on with "to pay ..."."""
    word = reading.lower(reading.skip_adverbs(i + 1))
    return word in verbs.AUXILIARIES - {"have", "do"} or word in verbs.THIRD_PERSON or verbs.is_past(word) and word not in verbs.UNCHANGED


def _lead(reading: Reading, first: Verb, verb: int, i: int) -> str | None:
    """The auxiliaries to fill in before a second verb; None if it is none of the same subject."""
    word = reading.lower(verb)
    if not word or not all(reading.adjacent(k) for k in range(i, verb)) or reading.is_capital(verb):
        return None
    if reading.is_auxiliary(verb):
        bare = word in ("have", "do") and first.group in (Group.MODAL, Group.OTHER)
        return None if bare or reading.lower(verb + 1) in CONJUNCTIONS else ""
    if not reading.takes_object(verb):
        return None
    if first.group is Group.PAST:
        if word in verbs.PAST_ONLY:
            return ""
        if verbs.is_past(word):
            return None if _participles(reading, first, i) and not _transitive(reading, verb) else ""
        return "" if word in verbs.THIRD_PERSON else None
    if first.negated:
        return "" if word in verbs.PAST_ONLY else None
    if word in verbs.PAST_ONLY:
        return ""
    active = word in verbs.INTRANSITIVE or _transitive(reading, verb) and word not in _OF_TWO_OBJECTS
    if first.group is Group.PASSIVE and verbs.is_past(word) and active:
        return ""
    if first.group in (Group.PASSIVE, Group.PERFECT) and verbs.can_be_participle(word):
        words = [w for w in range(first.first, first.last) if reading.lower(w) not in ADVERBS and not is_ly(reading.lower(w))]
        return " ".join(reading.words[w].text for w in words) + " "
    if first.group is Group.MODAL and word in verbs.LOOSE_BASES:
        sure = word in verbs.BASES or _transitive(reading, verb)
        return reading.words[first.first].text + " " if sure else None
    if word in verbs.THIRD_PERSON and first.group in (Group.PRESENT, Group.BE, Group.PASSIVE, Group.PROGRESSIVE, Group.PERFECT):
        return ""
    return None


def _participles(reading: Reading, first: Verb, i: int) -> bool:
    """Whether a participle stands in between that the second verb may be coordinated with."""
    return any(verbs.can_be_participle(reading.lower(k)) and reading.lower(k + 1) in PREPOSITIONS | CONJUNCTIONS
               for k in range(first.last + 1, i))


def _transitive(reading: Reading, verb: int) -> bool:
    after = reading.lower(verb + 1)
    return reading.adjacent(verb) and (after in _OBJECT_STARTS or after[:1].isdigit())


def _listed(reading: Reading, first: Verb, verb: int, i: int) -> list[int]:
    """Further verbs in a list before the conjunction: "X did A, did B and did C"."""
    found = []
    same = _kind(reading.lower(verb))
    for k in range(first.last + 2, i - 1):
        if reading.gap(k - 1).strip() == "," and _kind(reading.lower(k)) & same and reading.takes_object(k) \
                and _lead(reading, first, k, k) is not None:
            found.append(k)
    return found


def _kind(word: str) -> frozenset[str]:
    kinds = {
        "aux": word in verbs.AUXILIARIES, "past": verbs.is_past(word), "third": word in verbs.THIRD_PERSON,
        "base": word in verbs.BASES, "done": verbs.can_be_participle(word)}
    return frozenset(kind for kind, is_so in kinds.items() if is_so)
