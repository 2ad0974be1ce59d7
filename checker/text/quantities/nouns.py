"""What a number counts: the words next to it, and the class of a toll ("dead", "hurt", "missing", ...).

There is no parser here. News English puts a counted noun in the plural within a few words of its number, and the
predicate of a toll either right behind it ("31 people dead") or before it ("killed 31 people").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.text.words import STOP_WORDS, Token, stem, tokens

_CLASSES = {
    "dead": "dead die died death deaths killed killing kill kills killer fatality fatalities bodies corpses toll"
    " drowned perished "
    "slain murdered executed",
    "hurt": "injured injuring injuries injury wounded wounding hurt hospitalised hospitalized burned",
    "missing": "missing unaccounted disappeared vanished",
    "held": "arrested arresting arrest arrests detained detaining detention held jailed custody apprehended",
    "rescued": "rescued rescuing saved survived survivors alive",
    "moved": "evacuated evacuating evacuees displaced displacing homeless fled",
    "charged": "charged indicted convicted accused sentenced",
    "infected": "infected infections cases hospitalizations",
}
_CLASS = {stem(word): name for name, words in _CLASSES.items() for word in words.split()}
_KINDS = {
    "job": "jobs positions posts employees workers staff employ employed workforce redundancies layoffs employers",
    "home": "homes houses dwellings properties households residences",
    "person": "people person persons others individuals civilians residents souls citizens inhabitants victims",
    "aircraft": "aircraft planes plane jets airplanes airliners aeroplanes",
    "item": "items objects pieces works treasures artefacts artifacts",
    "vote": "votes vote ballots",
    "traveller": "travellers travelers passengers passenger",
    "lawmaker": "lawmakers legislators mps deputies senators representatives",
    "troop": "troops soldiers servicemen",
    "child": "children kids child minors",
}
_KIND = {stem(word): name for name, words in _KINDS.items() for word in words.split()}
_PERSONS = frozenset(
    stem(w)
    for w in (
        "people person men women children child man woman boys girls passengers crew workers employees staff residents "
        "villagers soldiers troops police officers students pupils teachers patients victims survivors protesters "
        "demonstrators travellers travelers migrants refugees civilians fighters militants members others individuals "
        "doctors nurses miners hostages prisoners inmates citizens tourists fans voters lawmakers"
    ).split()
)
_PLURALS = frozenset(
    "people men women children police crew staff feet teeth dead missing injured wounded mice geese aircraft"
    " personnel cattle sheep fish euro".split()
)
_STOPS = frozenset(
    "and or but while as after when because although though who which that where if than then since until is are was"
    " were be been being has have had "
    "do does did will would can could may might must should to".split()
)
_PREPOSITIONS = frozenset(
    "of in on at from by for with into over under near outside inside between among across during against about"
    " through without within "
    "aboard off around per each every worth".split()
)
_CONJUNCTIONS = frozenset("and or but while as because although though than plus versus vs".split())
_NUMBERISH = re.compile(
    r"\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?"
    r"|hundreds?|thousands?|million|billion|half)$"
)
_BREAK = re.compile(r"[.;:!?()\[\]\n\"“”—,]|--| [-–] ")
_NOT_PLURAL = frozenset(
    "this his its was is has does as us yes less across plus versus perhaps always towards besides thus".split()
)

_OF_THE = re.compile(
    r"[ ](?:(?:out )?of(?: the| its| their| his| her| all)?)[ ](?:\d[\d,]*|[a-z]+(?=[ ](?:[a-z]+s|people|men"
    r"|women)\b)(?<=two|ree|our|ive|six|ven|ght|ine|ten|lve|nty|een|rty))(?=[ ])"
)
"""In "11 of the 14 counts" the counts are counted twice."""

REACH = 90
"""Characters looked at on either side: about fifteen words."""
RIGHT_WORDS, LEFT_WORDS = 7, 6
"""Words taken from either side; beyond that a word of the clause seldom speaks of the number."""
NOUN_WITHIN = 4
"""The counted noun stands within this many words of its number."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts. ``end`` is where the counted noun ends in the text (where the number ends if unknown)."""

    noun: str
    modifiers: tuple[str, ...]
    nouns: tuple[str, ...]
    topic: str
    person: bool
    end: int


def kind_of(noun: str) -> str:
    """The class of things a noun's stem belongs to ("job" for workers and positions), or the stem itself."""
    return _KIND.get(noun, noun)


def counted(text: str, start: int, end: int, one: bool = False) -> Counted:
    """What the number from ``start`` to ``end`` counts. ``one`` lets a singular be the counted noun."""
    right, left = _right(text, end), _left(text, start)
    head, modifiers = _head(right, one)
    right_stems, left_stems = _stems(right), _stems(left)
    topic = _topic(right_stems) or _topic(left_stems) or (_only_topic(text, start, end))
    noun = stem(head.lower) if head else ""
    near = tuple(dict.fromkeys(s for s in ((noun,) if noun else ()) + right_stems + left_stems))
    inside = not _OF_THE.match(text, end)
    return Counted(
        noun, tuple(stem(m.lower) for m in modifiers), near, topic, noun in _PERSONS or bool(topic) and not noun,
        end + head.span.end if head and inside else end,
    )  # fmt: skip


def _right(text: str, end: int) -> list[Token]:
    whole = _OF_THE.match(text, end)
    end = whole.end() if whole else end
    cut = _BREAK.split(text[end : end + REACH], maxsplit=1)[0]
    taken: list[Token] = []
    for i, token in enumerate(found := tokens(cut)):
        if _NUMBERISH.search(token.lower) or token.lower in _CONJUNCTIONS and not _joins_people(found, i):
            break
        taken.append(token)
        if len(taken) == RIGHT_WORDS:
            break
    return taken


def _joins_people(found: tuple[Token, ...], i: int) -> bool:
    """Whether "and" at ``i`` joins two counted nouns ("passengers and crew were picked up")."""
    return 0 < i < len(found) - 1 and all(stem(found[j].lower) in _PERSONS for j in (i - 1, i + 1))


def _left(text: str, start: int) -> list[Token]:
    cut = _BREAK.split(text[max(0, start - REACH) : start])[-1]
    taken: list[Token] = []
    found = tokens(cut)
    if len(found) and start > REACH and not text[start - REACH - 1].isspace():
        found = found[1:]
    for token in reversed(found):
        if _NUMBERISH.search(token.lower) or token.lower in ("but", "while", "although", "though", "because"):
            break
        taken.append(token)
        if len(taken) == LEFT_WORDS:
            break
    return taken


def _head(right: list[Token], one: bool) -> tuple[Token | None, list[Token]]:
    words = right
    while words and words[0].lower in (
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "those",
        "these",
        "more",
        "other",
        "additional",
        "such",
    ):
        words = words[1:]
    phrase: list[Token] = []
    for token in words[:NOUN_WITHIN]:
        if token.lower in _STOPS or token.lower in _PREPOSITIONS:
            break
        phrase.append(token)
        if _plural(token.lower) and not one:
            return token, phrase[:-1]
    if not phrase or not one and phrase[0].lower.endswith("ed"):
        return None, []
    if one:
        return phrase[-1], phrase[:-1]
    return None, []


def _plural(word: str) -> bool:
    return (
        word in _PLURALS
        or len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in _NOT_PLURAL
    )


def _stems(words: list[Token]) -> tuple[str, ...]:
    return tuple(stem(t.lower) for t in words if t.lower not in STOP_WORDS and not t.lower[0].isdigit())


def _topic(stems: tuple[str, ...]) -> str:
    return next((_CLASS[s] for s in stems if s in _CLASS), "")


_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])|\n")


def _only_topic(text: str, start: int, end: int) -> str:
    """The class of the sentence, where it has no more than one."""
    before = _SENTENCE_END.split(text[max(0, start - 3 * REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + 3 * REACH], maxsplit=1)[0]
    topics = {_CLASS[s] for t in tokens(before + " " + after) if (s := stem(t.lower)) in _CLASS}
    return topics.pop() if len(topics) == 1 else ""
