"""Whom a sentence's first pronoun stands for, where the sentences before it leave no doubt.

A wrong name is worse than a pronoun: every rule here asks for one single candidate, and "the company" or "the minister"
are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.extract.claims import verbs
from checker.extract.claims.genders import pronoun_of
from checker.extract.claims.grammar import Reading, read
from checker.extract.claims.word_classes import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    is_ly,
)
from checker.text.person_names import Name, has_evidence, is_role, last_name, names

MOST_PREVIOUS = 4
"""Sentences back to which a pronoun reaches; farther away writers name the person again."""
LONGEST_SENTENCE = 1500
"""Characters; a longer "sentence" is a list or a table, in which nothing is resolved."""
MOST_NAMES = 8
"""Names that :func:`context_names` gives at most."""

_PRONOUN = re.compile(r"(?P<word>He|She|They|It|His|Her)\b(?!['’])(?P<rest>\s)")
_HER_OBJECT = re.compile(r"Her\s+(?:and|or|to|in|on|at)\b")
_GROUPS = frozenset(
    """survivors thieves police prosecutors villagers residents witnesses rescuers protesters demonstrators
    gunmen militants rebels soldiers troops voters lawmakers senators ministers families relatives parents
    patients passengers workers employees unions detectives investigators researchers scientists doctors
    nurses teachers students pupils farmers fishermen firefighters campaigners activists migrants refugees
    hostages customers creditors investors shareholders lawyers officers authorities opponents supporters
    organisers organizers jurors robbers burglars hackers smugglers players fans leaders diplomats divers drivers pilots
    sailors experts analysts officials critics economists pacifists muslims christians jews""".split())
"""Plurals of people; "they" after one of them as the subject is those people."""
_ORGANISATIONS = frozenset(
    """company tribunal government party bank ministry agency court airline group union commission committee
    council parliament department firm carrier operator club university hospital regulator watchdog board jury
    panel army navy federation association league team maker retailer manufacturer developer insurer
    broadcaster""".split())
_IN_NAMES = frozenset("corp inc ltd group airways airlines".split())
_ACTS = frozenset(
    """said says found ruled accepted rejected announced told added warned ordered agreed denied owes owed
    employs employed sold bought plans planned filed asked urged called fined convicted acquitted""".split())
"""What an organisation does and an event does not, so that "it" is no weather, time or clause."""
_AFTER_PRONOUN = re.compile(r"\s+(?:has\s+|had\s+|also\s+|later\s+|then\s+|[a-z]+ly\s+){0,3}(?P<act>[a-z]+)")


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody named: the fullest name, and the number of the last sentence that names them."""

    name: str
    sentence: int
    evident: bool
    leads: bool
    """Whether that sentence is about them: they come before its verb, or speak it."""


def resolve(sentence_text: str, previous: tuple[str, ...]) -> str:
    """The sentence with its first pronoun (He, She, They, It, His, Her) replaced by the name it stands for.

    ``previous`` are the sentences before it in the same and the previous paragraph, in order, the nearest last. The
    sentence comes back unchanged unless exactly one candidate fits.
    """
    found = _PRONOUN.match(sentence_text)
    near = tuple(text for text in previous[-MOST_PREVIOUS:] if text.strip())
    if found is None or not near or any(len(text) > LONGEST_SENTENCE for text in (sentence_text, *near)):
        return sentence_text
    if any(_half_quoted(text) for text in (sentence_text, near[-1])):
        return sentence_text
    word = found["word"]
    if word in ("He", "She", "His", "Her"):
        if word == "Her" and _HER_OBJECT.match(sentence_text):
            return sentence_text
        name = _person({"He": "he", "His": "he", "She": "she", "Her": "she"}[word], near, sentence_text)
        name = f"{name}'s" if name and word in ("His", "Her") else name
    elif word == "They":
        name = _group(near[-1])
    else:
        name = _organisation(near, sentence_text[found.end("word") :])
    if not name:
        return sentence_text
    return name[0].upper() + name[1:] + sentence_text[found.end("word") :]


def context_names(previous: tuple[str, ...]) -> str:
    """The names in the sentences before a passage, nearest first, joined with commas: what its pronouns may stand for."""
    found: dict[str, str] = {}
    for text in reversed(previous[-MOST_PREVIOUS:]):
        if len(text) > LONGEST_SENTENCE:
            continue
        for name in _runs(read(text)):
            key = last_name(name).lower()
            if key not in found or len(name) > len(found[key]) and name.endswith(found[key]):
                found[key] = name
    return ", ".join(list(found.values())[:MOST_NAMES])


def _half_quoted(text: str) -> bool:
    """Whether a quotation begins or ends in the middle: what stands in it is somebody else's "he"."""
    return text.count("\"") % 2 == 1 or text.count("“") != text.count("”")


def _person(pronoun: str, near: tuple[str, ...], sentence: str) -> str:
    """The only person of the sentences before that a pronoun can stand for; "" if there is none, or more than one."""
    people = _people(near)
    around = " ".join(near)
    told = {key: pronoun_of(p.name, around) for key, p in people.items()}
    fitting = [p for key, p in people.items() if told[key] in ("", pronoun)]
    if len(fitting) != 1 or "both" in told.values() or last_name(fitting[0].name) in sentence:
        return ""
    chosen = fitting[0]
    if not chosen.leads or not chosen.evident and pronoun_of(chosen.name, around) != pronoun and not _told_of(chosen, pronoun, near):
        return ""
    if any(_other_person(near[n], chosen.name, n > chosen.sentence) for n in range(chosen.sentence, len(near))):
        return ""
    return chosen.name


def _told_of(person: _Person, pronoun: str, near: tuple[str, ...]) -> bool:
    """Whether the sentence that begins with somebody goes on with a form of the pronoun ("Vlasek ... her")."""
    own = {"he": r"\b(?:his|him|himself)\b", "she": r"\b(?:her|hers|herself)\b"}[pronoun]
    found = re.match(rf"(?:\S+\s){{0,4}}{re.escape(last_name(person.name))}\b", near[person.sentence])
    return found is not None and re.search(own, near[person.sentence][found.end() :]) is not None


def _people(near: tuple[str, ...]) -> dict[str, _Person]:
    people: dict[str, _Person] = {}
    for number, text in enumerate(near):
        reading = read(text)
        verb = reading.main_verb()
        verb_at = reading.words[verb.first].span.start if verb is not None else 0
        for name in names(reading.masked):
            words = _cleaned(name)
            before = reading.masked[: name.span.start].split()
            if not words or " " not in words and not name.titled and before and before[-1].lower() in _LOCATIVE:
                continue
            key = last_name(words).lower()
            known = people.get(key)
            speaks = _is_speaker(reading.masked, name)
            evident = has_evidence(reading.masked, name) or speaks
            leads = speaks or name.span.start < verb_at and not (before and before[-1].lower() in PREPOSITIONS)
            if known is not None and known.sentence == number:
                leads = leads or known.leads
            fullest = max((known.name, words), key=len) if known else words
            # A lone capital without evidence is a place, a firm or a person. It competes, but cannot win.
            people[key] = _Person(fullest, number, evident or bool(known and known.evident), leads)
    return people


def _cleaned(name: Name) -> str:
    """A name without the shouted word or the imperative that a sentence began with; "" if it is a place."""
    words = name.text.split()
    while len(words) > 1 and len(words[0]) > 3 and words[0].isupper() and not words[-1].isupper():
        words = words[1:]
    if words[0].lower() in FUNCTION_WORDS | {"throughout", "besides", "unlike"}:
        words = words[1:]
    if not words:
        return ""
    if name.span.start == 0 and len(words) > 2 and words[0].lower() in verbs.LOOSE_BASES:
        words = words[1:]
    alone = words[0].lower() if len(words) == 1 else ""
    return "" if alone in _GROUPS or words[-1].lower() in _PLACES or is_ly(words[0].lower()) else " ".join(words)


_LOCATIVE = frozenset("in near at outside inside across around into".split())
_PLACES = frozenset("hill house street park city county square avenue road valley beach hotel stadium airport square coast islands".split())
"""Last words of places that look like the names of people."""


def _is_speaker(text: str, name: Name) -> bool:
    before = text[max(0, name.span.start - 14) : name.span.start]
    return re.search(r"\b(?:said|says|told|asked|wrote|added)\s+(?:the\s+)?$", before) is not None


def _other_person(text: str, name: str, later: bool) -> bool:
    """Whether a sentence tells of somebody without a name: "the chief engineer", "his brother"."""
    reading = read(text)
    last = last_name(name)
    for i, word in enumerate(reading.words):
        if not is_role(word.lower) or word.lower.endswith("s") and is_role(word.lower[:-1]) or reading.is_capital(i) and i > 0:
            continue
        start = i
        while start > 0 and reading.adjacent(start - 1) and reading.lower(start) not in DETERMINERS and i - start < 6:
            start -= 1
        if reading.lower(start) not in DETERMINERS:
            continue
        if reading.lower(start) in POSSESSIVES and later or not _same_person(text, last, reading.words[start].span.start, word.span.end):
            return True
    return False


def _same_person(text: str, last: str, start: int, end: int) -> bool:
    """Whether a role stands beside a name: "the mayor, Ona Brandt", "Brandt, the mayor", "Brandt is the mayor"."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    name = re.escape(last)
    named_before = re.search(
        rf"\b{name}(?:,\s*(?:\d+,\s*)?|\s+(?:is|was|became|as|has been)\s+)(?:[^,.;]{{0,20}}\s)?$", before)
    named_after = re.match(rf"[^;.]{{0,40}}?,?\s+(?:[A-Z][\w.'’-]*\s+){{0,3}}{name}\b", after)
    acts_between = re.match(r"[^,]{0,40}\b(?:said|told|met|was|is)\b", after)
    return named_before is not None or named_after is not None and acts_between is None


def _group(text: str) -> str:
    """The people that the sentence before begins with: "Survivors said ..."."""
    reading = read(text)
    verb = reading.main_verb()
    subject = reading.subject(verb) if verb is not None else None
    if subject is None or verb is None:
        return ""
    heads = [w for w in reading.words[: verb.first] if w.lower in _GROUPS]
    others = [w for w in reading.words[verb.last :] if w.lower in _GROUPS or w.lower in ("people", "men", "women", "children")]
    words = text[subject[0] : subject[1]]
    if len(heads) != 1 or others or " and " in words or not words[0].isupper() or reading.lower(0) in CONJUNCTIONS | POSSESSIVES:
        return ""
    at = reading.words.index(heads[0])
    before = reading.words[:at]
    if at + 1 < verb.first and reading.lower(at + 1) not in PREPOSITIONS and heads[0].span.end != subject[1]:
        return ""
    if len(before) > 3 or any(w.lower in PREPOSITIONS for w in before):
        return ""
    return words[0].lower() + words[1:] if reading.lower(0) in DETERMINERS else words


def _organisation(near: tuple[str, ...], rest: str) -> str:
    """The body that the sentence before is about, where the pronoun does what only a body does."""
    acting = _AFTER_PRONOUN.match(rest)
    reading = read(near[-1])
    verb = reading.main_verb()
    subject = reading.subject(verb) if verb is not None else None
    if acting is None or acting["act"] not in _ACTS or subject is None or verb is None:
        return ""
    words = near[-1][subject[0] : subject[1]]
    own = [w for w in reading.words[: verb.first] if w.span.start >= subject[0]]
    if any(w.lower in PREPOSITIONS or w.lower in ("and", "or") for w in own) or own[0].lower in POSSESSIVES:
        return ""
    if own[-1].lower not in _ORGANISATIONS and (len(own) < 2 or own[-1].lower not in _IN_NAMES):
        return ""
    # Any other body or name in the sentence could be meant as well.
    others = [w for w in reading.words[verb.last :] if w.lower in _ORGANISATIONS]
    people = {p.name for p in _people(near[-1:]).values() if p.evident}
    runs = [run for run in _runs(reading) if run not in words and not any(run in p or p in run for p in people)]
    unsure = [run for run in runs if not any(last_name(p) == last_name(run) for p in people) and not _is_person_elsewhere(run, near)]
    return "" if others or unsure else words


def _is_person_elsewhere(run: str, near: tuple[str, ...]) -> bool:
    return any(p.evident and last_name(p.name) == last_name(run) for p in _people(near).values())


_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split())


def _runs(reading: Reading) -> tuple[str, ...]:
    """Runs of capitals that are names; the first word of the sentence only when another capital follows it."""
    found = []
    end = len(reading.words)
    while end > 0:
        start = reading.name_before(end)
        if start is None:
            end -= 1
            continue
        first = start
        while first < end and (reading.lower(first) in DETERMINERS | PREPOSITIONS | _CALENDAR | verbs.AUXILIARIES
                               or reading.lower(first) in ("he", "she", "it", "they", "but", "and", "we", "i", "when", "there")):
            first += 1
        alone = first == 0 and end - first == 1
        if first < end and not (alone and not _name_like(reading)) and reading.lower(end - 1) not in _CALENDAR:
            run = reading.text[reading.words[first].span.start : reading.words[end - 1].span.end]
            found.append(re.sub(r"['’]s$", "", run))
        end = start
    return tuple(reversed(found))


def _name_like(reading: Reading) -> bool:
    """Whether a sentence's first word, alone, is a name: a verb follows it and it is no plural."""
    word = reading.lower(0)
    return not word.endswith("s") and (reading.lower(1) in verbs.AUXILIARIES or verbs.is_past(reading.lower(1)))
