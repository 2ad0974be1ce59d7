"""Who can act in news: names, and those that are told by what they are ("the union", "police officers", "a farmer").

Two descriptions mean one party when their nouns are the same; a description is never held against a name.
"""

from __future__ import annotations

from functools import lru_cache

from checker.text.names import DEMONYM, Name, names, same_name
from checker.text.person_names import is_role
from checker.text.words import STOP_WORDS, Token, stem, tokens
from checker.types import Span

DESCRIBED = "described"
"""The kind of a party without a name."""

_ACTORS = frozenset("""union ministry government council court company firm bank police army navy regulator watchdog agency authority commission committee
    parliament senate board club team side party opposition coalition cabinet hospital university school airline supplier contractor developer
    landlord tenant buyer seller owner parent subsidiary bidder publisher newspaper broadcaster charity church tribe rebel militia gang smuggler
    farmer worker striker driver passenger patient nurse doctor surgeon teacher pupil student parent mother father son daughter brother sister
    husband wife neighbour neighbor resident villager protester demonstrator prosecutor defendant plaintiff victim suspect witness lawyer judge
    jury juror officer soldier sailor pilot captain skipper coach striker goalkeeper defender referee player champion challenger incumbent
    candidate mayor governor senator minister president premier chancellor king queen prince princess pope bishop priest author editor
    director producer actor singer manager employer employee apprentice investor shareholder creditor lender borrower insurer client customer
    supermarket retailer brewer manufacturer maker carrier operator utility railway federation association league museum gallery town city state
    province region country island municipality""".split())
"""Nouns of those who act on one another in news; what ``is_role`` knows comes on top. By our own reading."""
_BEFORE = frozenset("a an the its his her their our this that two three four several some many most all both".split())
_THINGS = frozenset("""station car cars van chief report statement decision headquarters box line shares share bond bonds stock price prices meeting office
    offices building law bill rule rules plan plans budget debt cut cuts ban deal bid offer contract figures data""".split())
"""Nouns that make a party before them a description: "police station", "government bond"."""
MOST_WORDS = 3
"""Words between article and noun, at most: "the country's largest dairy farmer" is read from "largest"."""


@lru_cache(maxsize=2048)
def parties(text: str) -> tuple[Name, ...]:
    """The parties of a text in order, without overlaps; peoples are left out. Never raises."""
    named = tuple(n for n in names(text) if n.kind != DEMONYM)
    words = tokens(text)
    found = list(named)
    # places that a name, or any party, holds: looked up, for hostile text must not cost quadratic time
    in_name, taken = bytearray(len(text)), bytearray(len(text))
    for name in named:
        in_name[name.span.start : name.span.end] = taken[name.span.start : name.span.end] = b"\1" * (name.span.end - name.span.start)
    for at, word in enumerate(words):
        if not _acts(word.lower, word.text) or any(in_name[word.span.start : word.span.end]) or _goes_on(text, words, at, in_name):
            continue
        start = at
        while start and at - start < MOST_WORDS and text[words[start - 1].span.end : word.span.start].count(",") == 0 and _belongs(words[start - 1]):
            start -= 1
            if words[start].lower in _BEFORE:
                break
        end = word.span.end - (len(word.text) - len(_bare(word.lower)))
        span = Span(words[start].span.start, end)
        if any(taken[span.start : span.end]):
            span = Span(word.span.start, end)
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
        found.append(Name(span, span.of(text), DESCRIBED, stem(_bare(word.lower))))
    return tuple(sorted(found, key=lambda n: n.span.start))


def same_party(one: Name, two: Name) -> bool:
    """Whether two parties may be one: names by their forms, descriptions by their nouns."""
    if DESCRIBED in (one.kind, two.kind):
        return one.kind == two.kind and one.key == two.key
    return same_name(one.text, two.text)


def _acts(lower: str, written: str) -> bool:
    if lower != written:
        return False
    noun = _bare(lower)
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun)
    return any(form in _ACTORS for form in forms) or is_role(noun)


def _bare(lower: str) -> str:
    """Without "'s"."""
    return lower[:-2] if lower.endswith(("'s", "’s")) else lower


def _goes_on(text: str, words: tuple[Token, ...], at: int, in_name: bytearray) -> bool:
    """Whether a noun only describes the next word ("police station", "minister Hana Okoye") or stands for a name ("the government of
    Toavu", "Toavu's government")."""
    before = words[at - 1] if at else None
    if before is not None and before.lower.endswith(("'s", "’s")) and in_name[before.span.start]:
        return True
    if words[at].lower.endswith(("'s", "’s")) or at + 1 == len(words) or text[words[at].span.end : words[at + 1].span.start] != " ":
        return False
    following = words[at + 1]
    if following.lower == "of" and at + 2 < len(words):
        following = words[at + 2]
    if in_name[following.span.start]:
        return True
    return following is words[at + 1] and (following.lower in _THINGS or _acts(following.lower, following.text))


def _belongs(word: Token) -> bool:
    if word.lower in _BEFORE:
        return True
    plain = word.text == word.lower and word.text.isalpha() and word.lower not in STOP_WORDS
    return plain and not word.lower.endswith(("ed", "ing", "ly"))
