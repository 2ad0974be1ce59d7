"""Facts inside a clause: leading adjunct clauses, relative clauses, appositions, participles after a comma."""

from __future__ import annotations

import re

from checker.extract.claims import verbs
from checker.extract.claims.grammar import Reading, read
from checker.extract.claims.traced import Traced
from checker.extract.claims.verb_groups import Group, Verb
from checker.extract.claims.word_classes import (
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SAYING,
    SUBORDINATORS,
)
from checker.text.person_names import has_evidence, is_role, names

LONGEST_APPOSITION = 12
"""Words of an apposition; longer ones hold clauses of their own."""

_LEADING = frozenset("after although though since because while".split())
_OF_THE_WHOLE = frozenset("means meant makes made would could will may might brings brought leaves left puts put gives gave".split())
"""Verbs after ", which" that speak of the whole clause more often than of its last noun."""
_CASUALTIES = re.compile(
    r"(?P<verb>killing|injuring|wounding|displacing|stranding)\s+(?P<who>(?!(?:him|her|them|it)\b)(?:[^,;]|,(?=\d))+?)\s*[.]?$")
_LEFT = re.compile(
    r"leaving\s+(?P<who>(?!(?:him|her|them|it)\b)(?:[^,;]|,(?=\d))+?)\s+(?P<how>dead|injured|wounded|stranded|homeless|missing|unconscious|jobless|trapped|"
    r"unaccounted for|without (?:power|electricity|water|heating|shelter|work))\s*[.]?$")
_NOT_IN_DESCRIPTIONS = (
    verbs.AUXILIARIES | SUBORDINATORS | verbs.PAST_ONLY | verbs.LOOSE_THIRD_PERSON | SAYING | POSSESSIVES | {"and", "or", "but"})
_DID = {"killing": "killed", "injuring": "injured", "wounding": "wounded", "displacing": "displaced", "stranding": "stranded"}
_ONE = re.compile(
    r"(?:an?|one|the\s+\w+[^s\W])\b(?!\s+(?:dozen|hundred|thousand|million|number|few|third|quarter|score|couple))", re.IGNORECASE)
_RESULTS = frozenset(
    """forcing causing prompting triggering bringing destroying damaging cutting sparing ending raising lowering
    closing blocking flooding halting delaying making giving taking winning losing beating defeating scoring
    earning setting breaking becoming killing injuring wounding leaving ordering accusing blaming calling
    opening sending adding extending doubling tripling halving reducing increasing pushing driving wiping
    knocking sinking trapping stranding displacing disrupting suspending rejecting citing overturning paving""".split())
"""-ing forms after a comma whose subject is that of the clause and that tell a fact."""
_REPORTS = frozenset("saying adding arguing warning insisting claiming asserting stating alleging noting stressing".split())
_NOT_WHOLE_CLAUSE = frozenset("citing calling accusing blaming".split())


def leading_clause(piece: Traced) -> tuple[Traced, ...]:
    """ "After the talks failed, X resigned": "The talks failed", "X resigned"."""
    reading = read(piece.text)
    if reading.lower(0) not in _LEADING or len(reading.words) < 6 or reading.attributed_at_end():
        return (piece,)
    for i in range(2, len(reading.words) - 2):
        if reading.gap(i).strip() == "," and reading.opens_clause(i + 1) is not None:
            left = piece.cut(reading.words[1].span.start, reading.words[i].span.end)
            if re.search(r",(?!\d)", left.text) or not _is_clause(left.text):
                return (piece,)
            right = _with_subject_of(left.text, piece.cut(reading.words[i + 1].span.start))
            return (left, right) if right is not None else (piece,)
    return (piece,)


def _is_clause(text: str) -> bool:
    """Whether an adjunct without its conjunction has a subject and a verb that is no mere participle."""
    reading = read(text)
    verb = reading.opens_clause(0)
    return verb is not None and reading.main_verb() is not None


def _with_subject_of(first: str, second: Traced) -> Traced | None:
    """The second clause with its pronoun replaced by the first one's subject; None if it is not sure who is meant."""
    pronoun = re.match(r"(he|she|it|they)\b", second.text, re.IGNORECASE)
    if pronoun is None:
        return second
    reading = read(first)
    verb = reading.main_verb()
    subject = reading.subject(verb) if verb is not None else None
    if subject is None or verb is None or pronoun[1].lower() not in ("he", "she"):
        return None
    named = reading.name_before(verb.first)
    others = [w for w in reading.words[verb.last :] if w.text[0].isupper() or is_role(w.lower)]
    if named is None or others or first[subject[0] : subject[1]].startswith(("The ", "the ", "A ", "a ")):
        return None
    return Traced.filled_in(first[subject[0] : subject[1]]) + second.cut(pronoun.end())


def relative_clause(piece: Traced) -> tuple[Traced, ...]:
    """ "X, who did B, did A": "X did A", "X did B"."""
    reading = read(piece.text)
    for i in range(1, len(reading.words) - 2):
        who = reading.lower(i)
        if who not in ("who", "which") or reading.gap(i - 1).strip() != ",":
            continue
        verb = reading.skip_adverbs(i + 1)
        if not (_finite(reading, verb) and (who == "who" or reading.lower(verb) not in _OF_THE_WHOLE)):
            continue
        antecedent = _antecedent(reading, i)
        end = _end_of_relative(reading, i, verb)
        if antecedent is None or end is None:
            continue
        said = Traced.filled_in(antecedent + " ") + piece.cut(reading.words[i + 1].span.start, end)
        return _without(piece, reading.before(i), end), said
    return (piece,)


def _without(piece: Traced, start: int, end: int) -> Traced:
    """A clause without what stands from ``start`` to ``end`` between commas."""
    rest = piece.text[end:].lstrip(" ,")
    if not rest.strip(" ."):
        return piece.cut(0, start) + Traced.filled_in(".")
    space = ", " if re.match(r"(?:who|which|whose|an?|the)\b", rest) else " "
    return piece.cut(0, start) + Traced.filled_in(space) + piece.cut(len(piece.text) - len(rest))


def _finite(reading: Reading, i: int) -> bool:
    word = reading.lower(i)
    return reading.is_auxiliary(i) or verbs.is_past(word) or word in verbs.LOOSE_THIRD_PERSON


def _antecedent(reading: Reading, i: int) -> str | None:
    """The words that "who" or "which" at ``i`` stand for; None if there is a choice.

    "Who" is a person named right before it, or one in a role; "which" is taken for the subject or the object of the
    clause, never for the noun of a prepositional phrase, since half of those clauses are about the noun further back.
    """
    if reading.lower(i) == "who":
        named = next((n for n in names(reading.masked) if n.span.end == reading.words[i - 1].span.end), None)
        start = reading.name_before(i) if named is not None else reading.noun_phrase_before(i)
        if start is None or start > 0 and not reading.adjacent(start - 1) or _is_end_of_name(reading, start):
            return None
        if named is not None and not (named.titled or " " in named.text or has_evidence(reading.masked, named)):
            return None
        if named is None and not (reading.lower(start) in ("the", "a", "an") and is_role(reading.lower(i - 1))):
            return None
    else:
        start = reading.noun_phrase_before(i)
        if start is None or reading.lower(start) not in ("the", "a", "an") and not reading.is_capital(start):
            return None
        before = reading.lower(start - 1)
        if start > 0 and before not in verbs.BE and not (_finite(reading, start - 1) and reading.lower(start) in ("the", "a", "an")):
            return None
        if before not in verbs.BE and any(reading.lower(k) in PREPOSITIONS for k in range(start, i)):
            return None
    words = reading.text[reading.words[start].span.start : reading.words[i - 1].span.end]
    return None if reading.lower(start) in POSSESSIVES or "\0" in words else words


def _end_of_relative(reading: Reading, i: int, verb: int) -> int | None:
    """Where a relative clause ends in the text: before a comma that the main verb follows, or with the sentence."""
    main_before = reading.main_verb(0, i) is not None or "\0" in reading.masked[: reading.words[i].span.start]
    commas = [k for k in range(verb, len(reading.words) - 1) if "," in reading.gap(k)]
    for k in commas:
        after = reading.skip_adverbs(k + 1)
        if not main_before and _finite(reading, after):
            return reading.words[k].span.end
    if not main_before or commas or ";" in reading.masked[reading.words[i].span.start :]:
        return None
    return len(reading.text)


def apposition(piece: Traced) -> tuple[Traced, ...]:
    """ "Name, the mayor of X, did A": "Name did A", "Name is the mayor of X"."""
    reading = read(piece.text)
    for i in range(1, len(reading.words) - 1):
        if reading.gap(i - 1).strip() != ",":
            continue
        end = next((k for k in range(i, len(reading.words)) if not reading.adjacent(k)), len(reading.words) - 1)
        closed = end == len(reading.words) - 1 or reading.gap(end).strip() == ","
        if end - i + 1 > LONGEST_APPOSITION or not closed:
            continue
        found = _name_then_role(piece, reading, i, end) or _role_then_name(piece, reading, i, end)
        if found:
            return found
    return (piece,)


def _name_then_role(piece: Traced, reading: Reading, i: int, end: int) -> tuple[Traced, ...] | None:
    start = reading.name_before(i)
    if start is None or _is_end_of_name(reading, start):
        return None
    if not _is_description(reading, i, end) or not _may_be_described(reading, start, end):
        return None
    name = reading.text[reading.words[start].span.start : reading.words[i - 1].span.end]
    article = "The " if reading.lower(start - 1) == "the" else ""
    fact = Traced.filled_in(f"{article}{name} is ") + piece.cut(reading.words[i].span.start, reading.words[end].span.end)
    return _without(piece, reading.before(i), reading.words[end].span.end), fact


def _is_end_of_name(reading: Reading, start: int) -> bool:
    """Whether a run of capitals goes on to the left: "Housing and Urban Development Secretary ...", "Rifle & Pistol ..."."""
    return start > 1 and (reading.lower(start - 1) in CONJUNCTIONS and reading.is_capital(start - 2) or "&" in reading.gap(start - 1))


def _is_description(reading: Reading, i: int, end: int) -> bool:
    """ "the mayor of X", "Canada's third-largest carrier": a noun phrase with a noun in small letters and no verb."""
    words = range(i, end + 1)
    first, second = reading.lower(i), reading.lower(i + 1)
    owned = first.endswith("'s") or first in DETERMINERS and second.endswith("'s")
    if not (owned or first in ("the", "a", "an")) or end == i + 1 and not owned:
        return False
    if any(reading.lower(k) in _NOT_IN_DESCRIPTIONS for k in words):
        return False
    head = next((k for k in range(i + 1, end + 1) if reading.lower(k) in PREPOSITIONS), end + 1) - 1
    return head > i and reading.words[head].text[0].islower() and not reading.lower(head).endswith("ly") and \
        not verbs.can_be_participle(reading.lower(head))


def _may_be_described(reading: Reading, start: int, end: int) -> bool:
    """Whether the clause goes on as it does after an apposition, and the name is no place or day at its start."""
    before = reading.lower(start - 1)
    if start == 0 or before in ("the",) and start == 1:
        return end < len(reading.words) - 1 and (_finite(reading, reading.skip_adverbs(end + 1)) or reading.lower(end + 1) == "who")
    if before in PREPOSITIONS and start == 1:
        return False
    if before in SAYING or before == "is":
        return True
    if end == len(reading.words) - 1:
        return before in PREPOSITIONS - {"on", "by", "than"} and end - start < LONGEST_APPOSITION
    return _finite(reading, reading.skip_adverbs(end + 1)) and reading.main_verb(0, start) is None and before not in ("and", "or")


def _role_then_name(piece: Traced, reading: Reading, i: int, end: int) -> tuple[Traced, ...] | None:
    """ "The ship's captain, Jan Kos, did A": the clause, and "Jan Kos is the ship's captain"."""
    if end == len(reading.words) - 1 or reading.name_before(end + 1) != i or end == i:
        return None
    start = reading.noun_phrase_before(i)
    if start is None or i - start < 3 and not reading.words[start].lower.endswith("'s") or any(
            reading.lower(k) in POSSESSIVES for k in range(start, i)) or not any(is_role(reading.lower(k)) for k in range(start, i)):
        return None
    if reading.is_capital(i - 1) or not _finite(reading, reading.skip_adverbs(end + 1)) or start > 0 and reading.adjacent(start - 1):
        return None
    role = reading.text[reading.words[start].span.start : reading.words[i - 1].span.end]
    if start == 0 and reading.lower(0) in DETERMINERS:
        role = role[0].lower() + role[1:]
    name = piece.cut(reading.words[i].span.start, reading.words[end].span.end)
    rest = piece.cut(reading.words[end + 1].span.start)
    return piece.cut(0, reading.words[start].span.start) + name + Traced.filled_in(" ") + rest, name + Traced.filled_in(f" is {role}")


def participle(piece: Traced) -> tuple[Traced, ...]:
    """ "X sank, leaving 31 people dead": "X sank", "31 people were left dead"."""
    reading = read(piece.text)
    verb = reading.main_verb()
    if verb is None or reading.frame() is not None or reading.attributed_at_end():
        return (piece,)
    for i in range(verb.last + 1, len(reading.words) - 1):
        doing = reading.lower(i)
        if reading.gap(i - 1).strip() != "," or doing not in _RESULTS | _REPORTS:
            continue
        if any("," in reading.gap(k) and (_finite(reading, reading.skip_adverbs(k + 1)) or reading.lower(k + 1) in ("and", "but", "while"))
               for k in range(i, len(reading.words) - 1)):
            return (piece,)
        told = _told(piece, reading, verb, i)
        return (piece.cut(0, reading.before(i)), *told) if told else (piece,)
    return (piece,)


def _told(piece: Traced, reading: Reading, verb: Verb, i: int) -> tuple[Traced, ...]:
    """The facts of "leaving A and forcing B", each as a sentence; () if one of them is unclear."""
    starts = [i, *(k for k in range(i + 2, len(reading.words) - 1)
                   if reading.lower(k) in _RESULTS and reading.lower(k - 1) == "and" and reading.adjacent(k - 1))]
    ends = [*(reading.before(k - 1) for k in starts[1:]), len(piece.text)]
    found = [_casualties(piece.cut(reading.words[k].span.start, end)) or _done(piece, reading, verb, k, end)
             for k, end in zip(starts, ends, strict=True)]
    return tuple(each for each in found if each is not None) if None not in found else ()


def _casualties(tail: Traced) -> Traced | None:
    """ "leaving 31 people dead": "31 people were left dead"."""
    left, hit = _LEFT.match(tail.text), _CASUALTIES.match(tail.text)
    found = left or hit
    if found is None or re.search(r"\b(?:and|while|who|which)\b", found["who"]):
        return None
    who = tail.cut(found.start("who"), found.end("who"))
    were = "was" if _ONE.match(who.text) else "were"
    if left:
        return who + Traced.filled_in(f" {were} left ") + tail.cut(left.start("how"), left.end("how"))
    return who + Traced.filled_in(f" {were} {_DID[found['verb']]}")


def _done(piece: Traced, reading: Reading, verb: Verb, i: int, end: int) -> Traced | None:
    """ "X passed the budget, sparing Y an election": "X spared Y an election"."""
    subject = reading.subject(verb)
    doing = reading.lower(i)
    groups = (Group.PAST, Group.PERFECT, Group.PRESENT) if doing in _REPORTS else (Group.PAST, Group.PERFECT)
    if subject is None or doing in _NOT_WHOLE_CLAUSE or verb.negated or verb.group not in groups:
        return None
    between = range(verb.last + 1, i)
    if any(reading.lower(k) in SUBORDINATORS | {"as", "with", "and", "but"} or reading.lower(k) in verbs.AUXILIARIES for k in between):
        return None
    if doing in _REPORTS and (any("," in reading.gap(k) for k in range(verb.last, i - 1)) or
                              reading.lower(i + 1) != "that" and reading.opens_clause(i + 1) is None):
        return None
    return Traced.filled_in(f"{piece.text[: subject[1]]} {verbs.past_of_participle(doing)}") + piece.cut(reading.words[i].span.end, end)
