"""Dates and clock times of a claim against those of a passage.

A date is matched when the passage gives the same or a narrower one, conflicting when both know enough to rule each
other
out and stand with the same event, and absent otherwise. "On Thursday" beside "said" is the day of saying and is held
against other days of saying only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from checker.comparers.contrasts import event_before
from checker.comparers.numeric import Relation
from checker.comparers.side import Side
from checker.comparers.subjects import GENERIC, canon, clause_around, sentence_around, shared_event, topic
from checker.text.dates import DateKind, DateMention, dates
from checker.text.words import STOP_WORDS, stem, tokens
from checker.types import Mark, Signal, Span

NAME = "dates"
RULE = "date-conflict"

CLOCK_MATCH = 10
"""Minutes by which two statements of one moment differ; "shortly after" and "about" add as much as
:data:`CLOCK_ABOUT`."""
CLOCK_ABOUT = 30
CLOCK_APART = 60
"""Minutes from which two clock times cannot be one moment, whatever "about" means."""
MINUTES_A_DAY = 1440
SLIP = 2
"""Days between writing, dateline and publication."""
A_WEEK = 6
"""Days from Monday to Sunday: "last week" is said of the seven days before as well, "last month" keeps to the calendar."""
ONE_SEASON = 60
"""Days within which the year that an anchor gave to a day cannot be another."""
NEAR_WORDS = 7
"""Words on either side of a date that say what happened then: about one clause."""
FEWEST_NEAR = 1
"""Telling words that both dates must have next to them."""

FEWEST_SHARED = 3
"""Telling stems (names count twice) that the sentences must share besides. One more than for figures: lives and firms
are
full of years, and two events of one person share the person."""

_MOVED = re.compile(
    r"\b(?:delay\w*|moved (?:to|back|forward)|pushed|earlier than|later than|than (?:planned|expected)|(?:day|week"
    r"|month|year|hour)s? (?:after|before|later|earlier|early|late|ahead))\b",
    re.IGNORECASE,
)
"""Where a sentence moves a date or counts from it, the claim may hold the other end."""
_FIRST_MEANT = re.compile(
    r"\b(?:original(?:ly)?|brought forward|bringing (?:it )?forward|postpon\w+|reschedul\w+|meant to|had been (?:due"
    r"|planned|promised)|promised|instead of)\b",
    re.IGNORECASE,
)
"""A sentence with an old and a new date in mind; no other sentence's date is known to be the one or the other."""
_DATELINE = re.compile(r"^\s*[A-Z][A-Z'’-]+[A-Z][A-Za-z'’., /-]{0,40}$")
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|added|wrote|tweeted|posted|warned|confirmed|statement|interview"
    r"|briefing|conference|reporters|published|stood at)\b[^.;]{0,24}$"
    r"|\b(?:said|told)\b"
)
_SAYING_AFTER = re.compile(r"^[^.;,]{0,12}\b(?:said|told|that)\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """A date with its sentence, its clause, the telling words next to it, whether it is the day of saying, and what happened then."""

    mention: DateMention
    sentence: str
    near: frozenset[str]
    saying: bool
    event: str


@lru_cache(maxsize=4096)
def _found(text: str, anchor: date | None) -> tuple[_Found, ...]:
    result = []
    for mention in dates(text, anchor):
        span = sentence_around(text, mention.span)
        clause = clause_around(text, span, mention.span)
        before = text[clause.start : mention.span.start]
        after = text[mention.span.end : clause.end]
        saying = (
            bool(_DATELINE.match(text[span.start : mention.span.start]))
            or bool(_SAYING.search(before[-40:]))
            or bool(_SAYING_AFTER.match(after))
        )
        near = _telling(before, last=True) | _telling(after, last=False)
        result.append(_Found(mention, span.of(text), near, saying, event_before(before, after)))
    return tuple(result)


def _telling(text: str, last: bool) -> frozenset[str]:
    words = [t.lower for t in tokens(text)]
    words = words[-NEAR_WORDS:] if last else words[:NEAR_WORDS]
    stems = tuple(stem(w) for w in words if w not in STOP_WORDS and not w[0].isdigit())
    return canon(tuple(s for s in stems if s not in GENERIC))


def compare(claim: Side, passage: Side) -> Signal:
    """Hold every date of the claim against the passage. Relative dates that no anchor resolves are left out, unless the
    passage says the same words. Marks carry absolute offsets."""
    ours = tuple(f for f in _found(claim.text, claim.anchor))
    theirs = _found(passage.text, passage.anchor)
    marks: list[Mark] = []
    matched = conflicting = absent = 0
    message = ""
    same = tuple(tuple(t for t in theirs if date_relation(own.mention, t.mention) is Relation.SAME) for own in ours)
    spoken_for = frozenset(t.mention.span for some in same for t in some)
    for own, found in zip(ours, same, strict=True):
        place = own.mention.span.shifted(claim.base)
        if found:
            matched += 1
            best = max(found, key=lambda t: len(own.near & t.near))
            marks.append(Mark("date", place, best.mention.span.shifted(passage.base), False))
        elif not _telling_date(own.mention):
            continue
        elif (other := _conflict(own, theirs, spoken_for, passage)) is not None:
            conflicting += 1
            note = f'story: "{own.mention.text}"; coverage: "{other.text}"'
            message = message or note
            marks.append(Mark("date", place, other.span.shifted(passage.base), True, note))
        else:
            absent += 1
    return Signal(NAME, matched, conflicting, absent, RULE if conflicting else None, message, tuple(marks))


def rivals(claim: Side, sentence: Side, signals: Iterable[Signal]) -> tuple[Span, ...]:
    """Dates of a sentence that stand where a date of the claim should that none of the signals matched: they rule it out, and are the
    day of saying where it is. Too weak a hint to be called a conflict; spans are the sentence's own."""
    matched = {m.claim for s in signals if s.comparer == NAME for m in s.marks if not m.conflict}
    left_open = [f for f in _found(claim.text, claim.anchor) if f.mention.span.shifted(claim.base) not in matched and _telling_date(f.mention)]
    return tuple(
        other.mention.span for other in _found(sentence.text, sentence.anchor)
        if any(own.saying == other.saying and date_relation(own.mention, other.mention) is Relation.APART for own in left_open))


def _telling_date(mention: DateMention) -> bool:
    return mention.resolved or mention.kind is not DateKind.RELATIVE


def _conflict(
    own: _Found, theirs: tuple[_Found, ...], spoken_for: frozenset[Span], passage: Side
) -> DateMention | None:
    """The passage's date of the same event that rules the claim's out; None if there is none, or more than one."""
    rivals = []
    for other in theirs:
        if other.mention.span in spoken_for or other.saying != own.saying:
            continue
        verdict = date_relation(own.mention, other.mention)
        if verdict is None:
            continue
        if own.event and other.event and own.event != other.event:
            continue
        if _other_names(own, other) and _other_names(other, own):
            continue
        local = own.near & other.near
        if len(local) < FEWEST_NEAR or not shared_event(
            own.sentence, other.sentence, local, passage.text, False, FEWEST_SHARED
        ):
            continue
        if _FIRST_MEANT.search(own.sentence) or _FIRST_MEANT.search(other.sentence):
            continue
        if bool(_MOVED.search(own.sentence)) != bool(_MOVED.search(other.sentence)):
            continue
        rivals.append((verdict, len(local), other.mention))
    if not rivals or any(verdict is Relation.NEAR for verdict, _, _ in rivals):
        return None
    best = max(weight for _, weight, _ in rivals)
    closest = [mention for _, weight, mention in rivals if weight == best]
    return closest[0] if len(closest) == 1 else None


def _other_names(one: _Found, two: _Found) -> bool:
    """Whether a name next to one date is nowhere in the sentence of the other: one prize is not another."""
    return bool(one.near & topic(one.sentence).names - topic(two.sentence).stems)


def date_relation(claim: DateMention, passage: DateMention) -> Relation | None:
    """How two dates stand to each other; None where they cannot be held against each other."""
    if (claim.minutes is None) != (passage.minutes is None):
        return None
    alike = claim.kind is passage.kind and _words(claim) == _words(passage) and claim.earliest == passage.earliest
    if alike and (claim.part == passage.part or claim.bound):
        return Relation.SAME
    if claim.minutes is not None and passage.minutes is not None:
        return _clocks(claim, passage)
    if (
        claim.kind is DateKind.RELATIVE
        and not claim.resolved
        or passage.kind is DateKind.RELATIVE
        and not passage.resolved
    ):
        return Relation.SAME if _words(claim) == _words(passage) else None
    if DateKind.WEEKDAY in (claim.kind, passage.kind):
        return _weekdays(claim, passage)
    known = _explicit(claim, passage)
    if known is not None:
        return known
    if not (claim.resolved and passage.resolved):
        return None
    return _stretches(claim, passage)


def _words(mention: DateMention) -> str:
    return " ".join(mention.text.lower().split())


def _clocks(claim: DateMention, passage: DateMention) -> Relation | None:
    assert claim.minutes is not None and passage.minutes is not None
    if (
        claim.zone != passage.zone
        and claim.zone
        and passage.zone
        or {claim.zone, passage.zone} & {"UTC", "GMT"}
        and claim.zone != passage.zone
    ):
        return None
    cycle = MINUTES_A_DAY if claim.half_day and passage.half_day else MINUTES_A_DAY // 2
    gap = abs(claim.minutes - passage.minutes) % cycle
    gap = min(gap, cycle - gap)
    if gap <= (CLOCK_ABOUT if claim.approx or passage.approx else CLOCK_MATCH):
        return Relation.SAME
    if (
        gap < CLOCK_APART
        or cycle < MINUTES_A_DAY
        or claim.bound not in ("", passage.bound)
        or passage.bound not in ("", claim.bound)
    ):
        return Relation.NEAR
    return Relation.APART


def _weekdays(claim: DateMention, passage: DateMention) -> Relation | None:
    """A weekday against a weekday or a day; a weekday says nothing against a month or a year."""
    if claim.resolved and passage.resolved and DateKind.DAY in (claim.kind, passage.kind):
        # Days this close together were resolved in one season: the year is no guess, and the weekday of the day is right.
        gap = _gap(claim, passage)
        if SLIP < gap <= ONE_SEASON and claim.weekday is not None and passage.weekday is not None and claim.weekday != passage.weekday:
            return Relation.APART
    if claim.weekday is None or passage.weekday is None:
        if claim.resolved and passage.resolved:
            return Relation.SAME if _within(passage, claim) else Relation.NEAR
        return None
    if claim.weekday == passage.weekday:
        return Relation.SAME
    if passage.inferred and passage.kind is DateKind.DAY or claim.inferred and claim.kind is DateKind.DAY:
        return Relation.NEAR
    return Relation.APART


def _explicit(claim: DateMention, passage: DateMention) -> Relation | None:
    """Days and months on the fields that both say; None where other kinds must be held against each other as
    stretches."""
    kinds = (DateKind.DAY, DateKind.MONTH, DateKind.QUARTER, DateKind.YEAR)
    if (
        claim.kind not in kinds
        or passage.kind not in kinds
        or (claim.kind is DateKind.QUARTER) != (passage.kind is DateKind.QUARTER)
    ):
        return None
    both = [
        (one, two)
        for one, two in ((claim.year, passage.year), (claim.month, passage.month), (claim.day, passage.day))
        if one is not None and two is not None
    ]
    if not both:
        return None
    if any(one != two for one, two in both):
        unsure = claim.kind is DateKind.QUARTER and None in (claim.year, passage.year)
        if unsure or _bounded(claim, passage):
            return Relation.NEAR
        return Relation.APART
    parts = _parts(claim, passage)
    if parts is not None:
        return parts
    said = [(claim.year, passage.year), (claim.month, passage.month), (claim.day, passage.day)]
    if all(one is None or two is not None for one, two in said):
        return Relation.SAME
    # The claim says a year that the passage leaves to its date of publication.
    if claim.year is not None and passage.year is None and claim.day == passage.day and claim.month == passage.month:
        if claim.resolved and passage.resolved:
            return Relation.SAME if claim.earliest == passage.earliest else Relation.NEAR
        return Relation.SAME if claim.day is not None else Relation.NEAR
    return Relation.NEAR


PART_OF_MONTH = {"early": (1, 12), "mid": (9, 21), "late": (18, 31)}
PART_OF_YEAR = {"early": (1, 5), "mid": (4, 9), "late": (8, 12)}
"""First and last day of the month, or month of the year, that each may mean: as far as a desk would stretch the word."""
PART_MISSED = {"day": 6, "month": 3}
"""By how many days or months beyond that the other date must lie to rule it out."""


def _parts(claim: DateMention, passage: DateMention) -> Relation | None:
    """How "early June" stands to what the other side says of the same month or year; None where no part is named or it fits."""
    if claim.part == passage.part or claim.bound or passage.bound:
        return None
    if claim.part and passage.part:
        return Relation.APART if {claim.part, passage.part} == {"early", "late"} else Relation.NEAR
    vague, exact = (claim, passage) if claim.part else (passage, claim)
    of_month = vague.month is not None
    place = exact.day if of_month else exact.month
    if place is None:
        return Relation.NEAR if vague is claim else None
    first, last = (PART_OF_MONTH if of_month else PART_OF_YEAR)[vague.part]
    missed = max(first - place, place - last)
    if missed > PART_MISSED["day" if of_month else "month"]:
        return Relation.APART
    return Relation.NEAR if missed > 0 or vague is passage else None


def _gap(claim: DateMention, passage: DateMention) -> int:
    """Days between two resolved stretches; 0 where they touch or overlap."""
    assert claim.earliest and claim.latest and passage.earliest and passage.latest
    return max(0, (claim.earliest - passage.latest).days, (passage.earliest - claim.latest).days)


def _bounded(claim: DateMention, passage: DateMention) -> bool:
    """Whether "until", "by" or "before" on one side leave room for the other date."""
    ends = {"until", "till", "by", "before", "after", "through", "from"}
    return claim.bound != passage.bound and bool({claim.bound, passage.bound} & ends)


def _stretches(claim: DateMention, passage: DateMention) -> Relation:
    if _within(passage, claim):
        return Relation.SAME
    assert claim.earliest and claim.latest and passage.earliest and passage.latest
    if passage.earliest <= claim.latest and claim.earliest <= passage.latest or _bounded(claim, passage):
        return Relation.NEAR
    if claim.approx or passage.approx or claim.inferred or passage.inferred:
        # What an anchor resolved is off by the day of writing against the day of publication; "about" by as much as it spans.
        width = max(claim.latest - claim.earliest, passage.latest - passage.earliest).days
        loose = width if claim.approx or passage.approx or width <= A_WEEK else SLIP
        return Relation.NEAR if _gap(claim, passage) <= max(SLIP, loose) else Relation.APART
    return Relation.APART


def _within(inner: DateMention, outer: DateMention) -> bool:
    if not (inner.earliest and inner.latest and outer.earliest and outer.latest):
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest
