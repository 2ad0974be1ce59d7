"""The same-subject test: do a figure of the claim and a figure of the passage speak of the same thing?

Two figures that differ prove nothing by themselves; most figures of an article are about something else. A conflict
needs
the words next to the figures to agree, and the sentences to share enough of what they are about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checker.text.sentences import split
from checker.text.words import STOP_WORDS, stem, tokens
from checker.types import Span

_GENERIC_WORDS = """
say said tell told report reported accord official officials statement announce add people person man woman year years
month months week
weeks day days time today yesterday tomorrow last next first second new make take put get go come become see include
including also another
percent per cent million billion trillion thousand hundred dozen dollar euro pound yen number figure figures total
amount monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august september october november
december morning
evening night afternoon one two three four five six seven eight nine ten reuters afp ap bbc mr mrs ms dr around about
nearly almost roughly
a.m. p.m. am pm least some expected early late past earlier later ago still already part end begin began start set
follow show shows part group
"""
GENERIC = frozenset(stem(w) for w in _GENERIC_WORDS.split())
"""Stems that any two sentences of news may share."""

_CHANGE_WORDS = """
rise rose risen increase grow grew climb jump surge soar gain up higher high fall fell drop decline decrease plunge
slump tumble down lower
low lose lost cut slip slide dip shrink reach hit stand stood reduce raise double half worth cost value price more
less fewer over under
compare average estimate approximately early previous previously initially originally rate level pay paid win won
"""
CHANGE = frozenset(stem(w) for w in _CHANGE_WORDS.split())
"""Stems next to figures that say how they moved or that they are figures, not what they are figures of."""

_SYNONYMS = """
profit earnings income, sales revenue turnover, stake shareholding, cost price bill tag, fine penalty, salary wage pay,
aid assistance help, plant factory fab facility, ship vessel boat ferry, jet plane aircraft airliner, film movie,
quake earthquake tremor, blast explosion bomb, ban suspension, budget budgetary, sentence jail prison, car vehicle,
company firm, storm hurricane typhoon cyclone, fire blaze wildfire, vote ballot, deficit shortfall, grant award subsidy,
stock share, attack assault, crash accident collision, output production, reward bounty, loan lending, reopen open
"""
"""Words that news uses for one another; each row meets in its first."""
_CANON = {
    stem(word): stem(row.split()[0])
    for row in reversed(_SYNONYMS.replace("\n", " ").split(","))
    for word in row.split()
}


def canon(stems: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    """Stems with near synonyms brought together."""
    return frozenset(_CANON.get(s, s) for s in stems)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about: its telling stems, those of its names, and the years it mentions."""

    stems: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    past: bool
    weekdays: frozenset[str]
    months: frozenset[str]
    quarters: frozenset[str]


_YEAR = re.compile(
    r"(?<![\d$€£¥.,])(?:19|20)\d\d(?![\d,.]\d|\d)|\b(?:last|next|previous) (?:year|season|fall|autumn|spring|summer"
    r"|winter|month|week|quarter)\b"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\b(?:in|since|early|late|of) May\b")
_QUARTER = re.compile(r"\b(?:first|second|third|fourth|last|final)(?=[ -](?:quarter|half)\b)|\bQ[1-4]\b")
_PAST = re.compile(
    r"\b(?:earlier (?:death )?(?:counts?|tolls?|tally|tallies|figures?|estimates?|reports?)|(?:said|reported) earlier"
    r"|(?:preliminary|provisional|initial) (?:death )?(?:counts?|tolls?|tally|figures?|estimates?)|initially"
    r"|last year|a year (?:earlier|ago|before)|previous(?:ly)?|years? ago|decades? ago|years earlier|at the time"
    r"|the last (?:such|time)|historic|in comparison|by contrast"
    r"|similar|another|elsewhere|unrelated|separate(?:ly)?)\b",
    re.IGNORECASE,
)


_QUARTERS = {"first": "Q1", "second": "Q2", "third": "Q3", "fourth": "Q4", "final": "last"}


@lru_cache(maxsize=8192)
def topic(sentence: str) -> Topic:
    """What a sentence is about."""
    stems, names = set(), set()
    first = True
    for token in tokens(sentence):
        if token.lower in STOP_WORDS or token.lower[0].isdigit():
            first = False
            continue
        root = stem(token.lower)
        if root in GENERIC:
            first = False
            continue
        stems.add(root)
        if token.text[0].isupper() and not first:
            names.add(root)
        first = False
    years = frozenset(_YEAR.findall(sentence))
    return Topic(
        canon(frozenset(stems)), canon(frozenset(names)), years, _PAST.search(sentence) is not None,
        frozenset(_WEEKDAY.findall(sentence)), frozenset(_MONTH.findall(sentence)),
        frozenset(_QUARTERS.get(q, q) for q in _QUARTER.findall(sentence)),
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        spans.extend(s.shifted(at) for s in split(line))
        at += len(line) + 1
    return tuple(spans)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence of a passage in which a span begins (the whole text if none does)."""
    return next((s for s in _sentences(text) if s.start <= span.start < s.end), Span(0, len(text)))


_CLAUSE_END = re.compile(r"[,;:()–—]|\b(?:but|while|although|though|when|after|before|where|which|who)\b")


def clause_around(text: str, sentence: Span, span: Span) -> Span:
    """The clause of a sentence in which a span stands: between commas, dashes and the words that open a clause."""
    start, end = sentence.start, max(sentence.end, span.end)
    for found in _CLAUSE_END.finditer(text, sentence.start, end):
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            end = found.start()
            break
    return Span(start, end)


_SPEAKER = re.compile(
    r"^[^,.;:\"“”]{2,70}?\b(?:said|says|told|announced|added|reported)\b(?: (?:on|in) (?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day)?(?: that\b)?"
    r"|,? (?:[A-Z][^,.;:\"“”]{1,60} )(?:said|says|told|added|reported)\b[^,.;:\"“”]{0,40}(?=[.,]?$)"
    r"|,? according to [^,.;]{2,60}"
)


@lru_cache(maxsize=4096)
def unspoken(sentence: str) -> str:
    """A sentence without who said it: the speaker is no part of what is said."""
    left = _SPEAKER.sub(" ", sentence)
    return left if len(left) * 2 >= len(sentence) else sentence


COVERAGE = 0.34
"""Share of the shorter sentence's telling stems that both must hold. Set by hand on the tuning stories and on edited
sentences: below a third, background figures of the same article begin to conflict."""
FEWEST_SHARED = 2
"""Telling stems that both sentences must hold at least, besides the words next to the figures."""
NEARLY_ONE_SENTENCE = 0.6
"""From this share on, two sentences say the same thing in the same words, whatever else differs."""
NAME_WEIGHT = 1
"""What a shared name counts on top of being a shared stem."""


def shared_event(
    claim: str, passage: str, local: frozenset[str], context: str = "", dated: bool = True, fewest: int = FEWEST_SHARED
) -> bool:
    """Whether two sentences are about one event, going by what they share besides ``local``, the figures' own words.

    ``context`` is text around the passage's sentence: a name shared with it counts where the sentence has no other
    name.
    ``dated`` asks that they do not speak of different years as well (not where the dates themselves are compared).
    """
    one, two = topic(unspoken(claim)), topic(unspoken(passage))
    shared = (one.stems & two.stems) - local
    smaller = min(len(one.stems), len(two.stems)) or 1
    coverage = len(one.stems & two.stems) / smaller
    longer = shared_share(claim, passage)
    if dated and (one.past != two.past or _other_time(one, two)):
        return False
    if longer >= NEARLY_ONE_SENTENCE:
        return True
    if (
        dated
        and one.years != two.years
        and not one.years & two.years
        and (two.years or any(not y.isdigit() for y in one.years))
    ):
        return False
    foreign = two.names - one.names
    common = one.names & two.stems | two.names & one.stems
    if foreign and one.names - two.stems and not common:
        return False
    weight = len(shared) + max(0, len(local & one.stems & two.stems) - 1) + NAME_WEIGHT * len(common)
    if not foreign and not common and one.names & topic(context).stems:
        weight += NAME_WEIGHT
    return weight >= fewest and coverage >= COVERAGE or weight >= fewest - 1 and coverage >= NEARLY_ONE_SENTENCE


def _other_time(one: Topic, two: Topic) -> bool:
    """Whether both name years, quarters, months or weekdays, and not one in common."""
    years = tuple(frozenset(y for y in t.years if y.isdigit()) for t in (one, two))
    return any(a and b and not a & b for a, b in (years, (one.months, two.months), (one.weekdays, two.weekdays), (one.quarters, two.quarters)))


def shared_share(claim: str, passage: str) -> float:
    """Share of the telling stems of the longer sentence that the other holds too, 0..1."""
    one, two = topic(unspoken(claim)).stems, topic(unspoken(passage)).stems
    return len(one & two) / (max(len(one), len(two)) or 1)


def telling(stems: tuple[str, ...]) -> frozenset[str]:
    """Stems next to a figure that say what it is a figure of."""
    return canon(tuple(s for s in stems if s not in GENERIC and s not in CHANGE and s not in STOP_WORDS))
