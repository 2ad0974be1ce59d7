"""What keeps two figures, or two dates, apart although the words around them are alike.

Net profit beside operating profit, a vote of one chamber beside that of the other, one family's share beside the whole
sum, the day of an arrest beside the day of a trial. Only ever a reason to see no conflict.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.comparers.subjects import GENERIC, canon
from checker.text.words import STOP_WORDS, stem, tokens


def _classes(rows: str) -> dict[str, str]:
    """The class of each stem: rows of words, each row a class that its first word names."""
    return {stem(word): row.split()[0] for row in rows.split(",") for word in row.split()}


_EITHER = tuple(_classes(rows) for rows in (
    "profit profits earnings income, revenue revenues sales turnover, loss losses, debt debts liabilities, dividend dividends,"
    "budget, investment investments, salary salaries wage wages pay, tax taxes",
    "average mean typical, longest, shortest, highest, lowest, biggest largest, smallest, maximum, minimum",
    "annual yearly, quarterly quarter, monthly, weekly, daily, hourly",
))
"""Words next to a figure of which one rules the others out, where both figures have one."""
_ONE_SIDED = frozenset(stem(w) for w in "core headline net operating gross pre-tax underlying adjusted youth median seasonally".split())
"""Words next to a figure that make it another figure where the other one lacks them."""
_BODIES = _classes(
    "senate senators senator, house, commons, lords, committee committees panel subcommittee, council councillors, cabinet, court judges,"
    "jury jurors, assembly, board directors, shareholders, parliament, bundestag, bundesrat, duma, knesset, congress, union members")
"""Bodies that vote. "The lower house" and "the upper house" are told apart by the word before."""
_CHAMBER = re.compile(r"\b(?P<which>upper|lower) (?:house|chamber)\b", re.IGNORECASE)
_CLAIMANTS = _classes(
    "police authorities authority government ministry officials, organisers organizers union unions activists campaigners opposition rebels")
"""Two that count one crowd or one toll each in its own way."""
_BIDS = _classes(
    "demand demands demanded demanding want wants wanted seek seeks sought ask asked claim claimed request requested,"
    "offer offers offered offering propose proposes proposed")
"""What the one side asks for and what the other side offers."""

_WIDE = re.compile(
    r"\b(?:worldwide|global(?:ly)?|nationwide|nationally|across the (?:country|world|continent)|around the (?:country|world)|overall|combined"
    r"|in (?:all|total)|altogether|elsewhere)\b", re.IGNORECASE)
_APIECE = re.compile(r"\b(?:each|every|apiece|per (?!cent\b)[a-z]+|a head|individual(?:ly)?)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:(?:year|quarter|month)[ -](?:on|over)[ -](?:year|quarter|month)|annuali[sz]ed|(?:from|than) (?:a year|the previous (?:month|quarter)))\b",
    re.IGNORECASE)
"""What a change is measured against: growth on the year is not growth on the quarter."""
_ROOM = re.compile(r"\b(?:can|capacity|room for|space for|enough for|certified|designed|able to)\b", re.IGNORECASE)
"""What there is room for is not what there is."""
_PLACE_AFTER = re.compile(r"^[^,.;:]{0,24}?\b(?:in|at|across|throughout) (?:the )?(?!(?:January|February|March|April|May|June|July|August"
                          r"|September|October|November|December)\b|[A-Z][a-z]{2,5}day\b)(?P<name>[A-Z][\w'’-]+)")
_LEVEL = re.compile(
    r"\b(?:has|have|had|having|there (?:are|were)|owns?|owned|operates?|operated|runs?|employs?|employed)[ ](?:an? total of |around |about "
    r"|some |nearly |almost |more than |at least )?$", re.IGNORECASE)
"""Right before a figure: what somebody has, which is not what is closed, built or bought."""
_AHEAD = re.compile(r"\b(?:will|plans? to|is to|are to|(?:set|due|going|expected|scheduled) to|would|shall)\b")
_DONE = re.compile(r"\b(?:has|have|had)(?: (?:already|so far|now|since|been))*(?: [a-z]{3,20}ed| [a-z]{3,20}n| built| cut| made| shut| sold| left)\b")


def figures_contrast(one: str, two: str, near: frozenset[str], others_near: frozenset[str], lead: str, others_lead: str) -> bool:
    """Whether two figures are of different things by the sentences ``one`` and ``two`` they stand in, the stems near them and the words
    before them."""
    return (
        any(_apart(near, others_near, classes) for classes in _EITHER)
        or bool(near & _ONE_SIDED - _stems(two) or others_near & _ONE_SIDED - _stems(one))
        or _apart(_stems(one), _stems(two), _CLAIMANTS)
        or _apart(_stems(lead), _stems(others_lead), _BIDS)
        or bool(_WIDE.search(one)) != bool(_WIDE.search(two))
        or bool(_APIECE.search(one)) != bool(_APIECE.search(two))
        or bool(_SINCE.search(one)) != bool(_SINCE.search(two))
        or bool(_ROOM.search(lead)) != bool(_ROOM.search(others_lead))
        or _ahead_of(lead, others_lead) or _ahead_of(others_lead, lead)
    )


def levels_contrast(before: str, others_before: str) -> bool:
    """Whether one figure is what somebody has and the other what is done, by the words right before them."""
    return bool(_LEVEL.search(before)) != bool(_LEVEL.search(others_before))


def places_contrast(after: str, others_after: str, one: str, two: str) -> bool:
    """Whether one count is of a place, named right behind it, that the other's sentence does not name."""
    return _elsewhere(after, two) or _elsewhere(others_after, one)


def _elsewhere(after: str, sentence: str) -> bool:
    found = _PLACE_AFTER.match(after)
    return found is not None and stem(found["name"]) not in _stems(sentence)


def bodies_contrast(one: str, two: str) -> bool:
    """Whether two sentences tell of votes of two different bodies."""
    return bool((a := _bodies(one)) and (b := _bodies(two)) and not a & b)


def _bodies(sentence: str) -> frozenset[str]:
    named = frozenset(_BODIES[s] for s in _stems(sentence) if s in _BODIES)
    chambers = frozenset(found["which"].lower() for found in _CHAMBER.finditer(sentence))
    return named - {"house"} | chambers if chambers else named


def _ahead_of(one: str, two: str) -> bool:
    """Whether what will be done stands beside what has been done up to now."""
    return bool(_AHEAD.search(one) and not _AHEAD.search(two) and _DONE.search(two))


def _apart(one: frozenset[str], two: frozenset[str], classes: dict[str, str]) -> bool:
    a, b = ({classes[s] for s in stems if s in classes} for stems in (one, two))
    return bool(a and b and not a & b)


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(t.lower) for t in tokens(text))


_EVENTS = frozenset(stem(w) for w in (
    "open opens close closes shut shuts begin begins start starts end ends finish sign leave leaves join joins enter exit sink sinks reach arrest "
    "charge convict sentence release jail free strike strikes hit hits burn win wins lose loses marry die dies bear born kill build built "
    "buy buys sell sells found launch list merge meet meets elect appoint resign retire return returns quit quits fall falls rise rises collapse "
    "crash explode land depart arrive run runs hold held become becomes vote votes pass passes reject approve adopt ban lift expire renew take "
    "break set move moves dissolve disappear vanish discover find date"
).split()) - GENERIC | frozenset(stem(w) for w in "begin start end follow take".split())
"""Stems of what happens on a date in news. A word in -ed that is not a name is one as well."""
_SAME_EVENT = _classes(
    "found establish create, open inaugurate reopen, die kill perish, begin start, end finish conclude, arrest detain seize, close shut,"
    "strike hit, elect become appoint, leave quit exit depart, discover find, collapse fall, sink capsize, build erect construct, reach arrive,"
    "vote election, hold meet run, pass approve adopt")


_MERELY_AHEAD = frozenset("expected scheduled supposed slated planned used".split())
"""Who "applied to join" has not joined, but what is "expected to open" opens."""


def event_before(before: str, after: str) -> str:
    """The class of what happened on the date between the two stretches of one clause: the nearest event word before it, else the first
    behind; "" if there is none."""
    found = (*tokens(before)[::-1], *tokens(after))
    led = len(tokens(before))
    for at, token in enumerate(found):
        root = stem(token.lower)
        if at + 2 < led and found[at + 1].lower == "to" and found[at + 2].lower.endswith("ed") and found[at + 2].lower not in _MERELY_AHEAD:
            return stem(found[at + 2].lower)
        if not token.text[0].isupper() and token.lower not in STOP_WORDS and (root in _EVENTS or token.lower.endswith("ed")):
            return _SAME_EVENT.get(root, next(iter(canon((root,)))))
    return ""
