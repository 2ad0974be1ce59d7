"""Dates and clock times of a text: where they stand, and what is known of them.

A date knows what it says: year, month, day, weekday, or a stretch of days. With the day of publication as an anchor,
"on Thursday" and "last month" are resolved as well; without it they keep what they know, so that a weekday can still be
held against a weekday. Spans and resolution are our own rules: general date searchers find "may" and miss "last week".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from checker.text import date_words as w
from checker.text.date_model import DateKind, DateMention
from checker.text.date_readers import READERS

__all__ = ["DateKind", "DateMention", "dateline", "dates"]

ANCHORS = range(1200, 9000)
"""Years of publication that relative dates can be counted from without leaving the calendar ("99 decades ago")."""


@lru_cache(maxsize=8192)
def dates(text: str, anchor: date | None = None) -> tuple[DateMention, ...]:
    """All dates and clock times of a text in order, never overlapping. ``anchor`` is the day of publication."""
    if anchor is not None and anchor.year not in ANCHORS:
        anchor = None
    taken = bytearray(len(text))
    found: list[DateMention] = []
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            mention = read(match, text, anchor)
            if mention is not None:
                taken[start:end] = b"\1" * (end - start)
                found.append(_bounded(mention, text))
    return _beside_resolved(sorted(found, key=lambda m: m.span), text)


BESIDE_REACH = 250
"""Characters back to the date that "the day before" is counted from: about two sentences."""


def _beside_resolved(found: list[DateMention], text: str) -> tuple[DateMention, ...]:
    """With every "the day before" and "a year later" counted from the last day or year that was named before it, if one was near."""
    result: list[DateMention] = []
    for mention in found:
        # at its place in the text: what follows tells "a year before" from "a year before the vote"
        day, year = (p.match(text, mention.span.start) if mention.kind is DateKind.RELATIVE else None for p in (w.DAY_BESIDE, w.YEAR_BESIDE))
        if day and day.end() == mention.span.end:
            result.append(_day_resolved(mention, day, result))
        elif year and year.end() == mention.span.end:
            result.append(_year_resolved(mention, year, result, text))
        else:
            result.append(mention)
    return tuple(result)


def _day_resolved(mention: DateMention, match: re.Match[str], before: list[DateMention]) -> DateMention:
    base = next((m for m in reversed(before) if m.weekday is not None or m.resolved and m.earliest == m.latest), None)
    if base is None or mention.span.start - base.span.end > BESIDE_REACH:
        return mention
    step = timedelta(-1 if {g.lower() for g in match.groups() if g} & w.EARLIER else 1)
    if base.resolved and base.earliest is not None and base.earliest == base.latest:
        day = base.earliest + step
        return replace(mention, earliest=day, latest=day, resolved=True, weekday=day.weekday(), inferred=base.inferred)
    return replace(mention, kind=DateKind.WEEKDAY, weekday=(base.weekday + step.days) % 7) if base.weekday is not None else mention


_SENTENCE_BORDER = re.compile(r"[.!?]['\"”’»]?\s|\n")


def _year_resolved(mention: DateMention, match: re.Match[str], before: list[DateMention], text: str) -> DateMention:
    """Counted from a year of its own sentence: comparisons "from a year earlier" leave the year of their own sentence unsaid otherwise."""
    base = next((m for m in reversed(before) if m.year is not None), None)
    if base is None or base.year is None or base.bound or _SENTENCE_BORDER.search(text, base.span.end, mention.span.start):
        return mention
    words = {g.lower() for g in match.groups() if g}
    number = match["number"] or "one"
    count = w.SMALL.get(number.lower()) or int(number)
    year = base.year - count if words & w.EARLIER else base.year + count
    if year not in ANCHORS:
        return mention
    return replace(mention, kind=DateKind.YEAR, earliest=date(year, 1, 1), latest=date(year, 12, 31), resolved=True, year=year, inferred=True)


_DATELINE_PLACE = re.compile(r"\s*(?:[A-Z][\w.'’-]*(?:[ ,/]{1,2}|(?=[(—–-]))){1,8}")


def dateline(text: str, anchor: date | None = None) -> date | None:
    """The day in an opening like ``MANILA, March 12 (Reuters) -``; None if it names none or no year is known.

    The year comes from the text or from the anchor (the year that brings the day nearest to it).
    """
    opening = text.lstrip()[:90].split("\n", 1)[0]
    place = _DATELINE_PLACE.match(opening)
    dash = re.search(r"[-–—]{1,2}(?:[ ]|$)|[—–]", opening)
    if place is None or dash is None or not opening[:3].isupper():
        return None
    for mention in dates(opening[: dash.start()], anchor):
        if mention.kind is DateKind.DAY and mention.resolved:
            return mention.earliest
    return None


PART_REACH = 20
"""Characters before a month or year in which "the beginning of the" may stand."""


def _parted(mention: DateMention, text: str) -> DateMention:
    """With the part of the month or year that the words before it name."""
    if mention.kind not in (DateKind.MONTH, DateKind.YEAR):
        return mention
    found = w.PART.search(text[max(0, mention.span.start - PART_REACH) : mention.span.start])
    return replace(mention, part=found.lastgroup or "") if found else mention


_NOT = re.compile(r"(?:\bnot|n['’]t|\bnever|\bonly)\b[^.;]{0,70}$")
"""What did not happen until five happened at five."""


def _bounded(mention: DateMention, text: str) -> DateMention:
    mention = _parted(mention, text)
    before = w.BOUND.search(text[max(0, mention.span.start - 24) : mention.span.start])
    if (
        before is None
        or before["bound"].lower() in ("until", "till")
        and _NOT.search(text[max(0, mention.span.start - 80) : mention.span.start])
    ):
        return mention
    return replace(mention, bound=before["bound"].lower())
