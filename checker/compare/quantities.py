"""Figures of a claim against the figures of a passage.

A figure is matched when the passage states it (in other words, units or rounding, or as its parts), conflicting when
the
passage gives another figure for the same thing, and absent otherwise. What is matched anywhere never conflicts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checker.compare.numeric import Relation, comparable, relation
from checker.compare.parts import difference_match, parts_conflict, parts_match
from checker.compare.side import Side
from checker.compare.subjects import NEARLY_ONE_SENTENCE, sentence_around, shared_event, shared_share, telling, topic
from checker.text.quantities import Kind, Quantity, quantities
from checker.text.quantities.nouns import kind_of
from checker.types import Mark, Signal, Span

NAME = "quantities"
RULE = "number-conflict"

_SUBSET_BEFORE = re.compile(
    r"\b(?:including|among (?:them|those)|of whom|of which|(?:out )?of (?:them|its|their|the|all|his|her)|another"
    r"|additional|other|further|extra|plus|just|only one of|one of|at one|alone|each)[ ]"
    r"(?:at least |about |some |the )?$",
    re.IGNORECASE,
)
_SUBSET_WITHIN = re.compile(
    r"\bof (?:the|them|those|these|whom|its|their|his|her|[A-Z])|\b(?:more|fewer|less|other|additional"
    r"|further) (?!than\b)[a-z]"
)
_SUBSET_AFTER = re.compile(
    r"^[ ](?:[a-z]+[ ]){0,3}?(?:others?\b|of (?:the|them|those|these|whom|its|their|his|her)\b|additional\b"
    r"|further\b|each\b|apiece\b|among\b"
    r"|in (?:all|total)\b|on average\b|altogether\b|combined\b"
    r"|(?:more|fewer|less|smaller|larger|bigger|higher|lower|longer|shorter|later|earlier|older|younger|cheaper"
    r"|ahead|behind|short)\b)",
    re.IGNORECASE,
)
_OLD_BEFORE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|than|versus|after|initial(?:ly)?|original(?:ly)?|earlier"
    r"|previous(?:ly)?|record|targets?|instead of|rather than|not|had been|once"
    r"|propos(?:ed|es|ing|al)|sought|seeking|demand(?:ed|s|ing)|request(?:ed|s|ing)|asked for|wanted|planned"
    r"|promised|offered|suggested|forecasts?|predicted|projected"
    r"|estimates?|expect(?:ed|ations?))[ ](?:(?:an?|the|for|of|to|at)[ ])?(?:[a-z]+[ ])?$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(within|for|in|after|over|of|by|to|from|until|during|every|since|before|past|next|last|first)[ ](?:the )?$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:asked (?:for|that)|had asked|wants?|wanted|sought|seeks?|proposed|proposes|demanded|requested|recommended"
    r"|called for|calls for|could|might|may|would"
    r"|faces?|forecasts?|predicts?|predicted|promised|offered|hoped)\b", re.IGNORECASE,
)  # fmt: skip
"""What somebody wants or may happen is not what was decided or did happen."""
_ARITHMETIC = re.compile(
    r"\b(?:half|twice|doubl(?:e|ed|ing)|tripl(?:e|ed|ing)|times (?:the|as|more)|rather than|the rest|remaining"
    r"|short of)\b",
    re.IGNORECASE,
)
"""Where a sentence does sums with its figure, the claim may hold the result."""
_RATE = re.compile(r"^[ ]?(?:an?|per|each|every|/)[ ]?(?P<per>[a-z]+)")
_CHANGE_BY = re.compile(
    r"\b(?:by|up|down|rise|rises|rising|rose|risen|fell|fall|falls|falling|fallen|gained|lost|drop|drops|dropped"
    r"|dropping|increased?|decreased?|decline[ds]?|climbed|jumped|slipped|surged|plunged|slumped"
    r"|grew|grow|shed|added|cut|raised|lowered|reduced)[ ](?:by |about |nearly |almost |more than |some |around "
    r"|an? |of |as much as )*$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|at)[ ](?:about |nearly |almost |more than |some |around |a |just )?$")


LEAD = 90
"""Characters before a figure in which a verb of wishing speaks of it: about one clause."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity with its sentence and the words right before and after it."""

    quantity: Quantity
    sentence: str
    before: str
    after: str
    lead: str

    @property
    def subset(self) -> bool:
        within = _SUBSET_WITHIN.search(self.quantity.text)
        return bool(within or _SUBSET_BEFORE.search(self.before) or _SUBSET_AFTER.match(self.after))

    @property
    def old(self) -> bool:
        return _OLD_BEFORE.search(self.before) is not None

    @property
    def rate(self) -> str:
        found = _RATE.match(self.after)
        return found["per"] if found else ""

    @property
    def preposition(self) -> str:
        found = _PREPOSITION.search(self.before)
        return found[1].lower() if found else ""

    @property
    def sums(self) -> bool:
        return _ARITHMETIC.search(self.sentence) is not None

    @property
    def wish(self) -> bool:
        return _WISH.search(self.lead) is not None

    @property
    def change(self) -> bool:
        return _CHANGE_BY.search(self.before) is not None and not _TO.search(self.before)


@lru_cache(maxsize=4096)
def _found(text: str) -> tuple[_Found, ...]:
    """The quantities of a text in their sentences."""
    result = []
    for quantity in quantities(text):
        sentence = sentence_around(text, quantity.span)
        result.append(_Found(
            quantity, sentence.of(text), text[max(sentence.start, quantity.span.start - 40) : quantity.span.start],
            text[quantity.span.end : quantity.span.end + 40], text[max(sentence.start, quantity.span.start - LEAD) :
            quantity.span.start],
        ))  # fmt: skip
    return tuple(result)


def compare(claim: Side, passage: Side) -> Signal:
    """Hold every quantity of the claim against the passage. Counts are whole numbers; marks carry absolute offsets."""
    ours = _found(claim.text)
    if not ours:
        return Signal(NAME)
    theirs = _found(passage.text)
    matches = tuple(_match(own, theirs, claim.text) for own in ours)
    spoken_for = frozenset(span for spans in matches if spans for span in spans)
    marks: list[Mark] = []
    message, conflicting = "", 0
    for own, spans in zip(ours, matches, strict=True):
        place = own.quantity.span.shifted(claim.base)
        if spans:
            marks.extend(Mark("quantity", place, s.shifted(passage.base), False) for s in spans)
            continue
        other = _conflict(own, theirs, spoken_for, claim, passage) or parts_conflict(
            own.quantity, claim.text, passage.text
        )
        if other is not None:
            conflicting += 1
            note = f'story: "{_shown(own.quantity, claim.text)}"; coverage: "{_shown(other, passage.text)}"'
            message = message or note
            marks.append(Mark("quantity", place, other.span.shifted(passage.base), True, note))
    matched = sum(bool(spans) for spans in matches)
    return Signal(
        NAME,
        matched,
        conflicting,
        len(ours) - matched - conflicting,
        RULE if conflicting else None,
        message,
        tuple(marks),
    )


def _shown(quantity: Quantity, text: str) -> str:
    """The quantity with the words that tell what it counts."""
    tail = re.match(r"(?:[ ][^\W\d_]+){1,3}", text[quantity.span.end : quantity.span.end + 40])
    words = quantity.text + (tail[0] if tail and quantity.kind is Kind.COUNT else "")
    return " ".join(words.split())


def _match(own: _Found, theirs: tuple[_Found, ...], claim: str) -> tuple[Span, ...]:
    """Where the passage states the quantity; () if nowhere."""
    whole = [
        t
        for t in theirs
        if comparable(own.quantity, t.quantity) and relation(own.quantity, t.quantity) is Relation.SAME
    ]
    fitting = [t for t in whole if _may_be_one(own, t)]
    if fitting:
        best = max(fitting, key=lambda t: len(telling(own.quantity.nouns) & telling(t.quantity.nouns)))
        return (best.quantity.span,)
    figures = tuple(t.quantity for t in theirs)
    return parts_match(own.quantity, figures) or difference_match(own.quantity, claim, figures)


def _may_be_one(own: _Found, other: _Found) -> bool:
    """Whether equal figures may be one figure: tolls of different classes and ordinals of different things are not."""
    one, two = own.quantity, other.quantity
    if one.kind is Kind.ORDINAL:
        return kind_of(one.noun) == kind_of(two.noun) or bool(set(one.nouns) & set(two.nouns))
    return not (one.topic and two.topic and one.topic != two.topic and one.kind is Kind.COUNT)


def _conflict(
    own: _Found, theirs: tuple[_Found, ...], spoken_for: frozenset[Span], claim: Side, passage: Side
) -> Quantity | None:
    """The passage's figure for the same thing that cannot be true together with the claim's; None if there is none."""
    rivals = []
    for other in theirs:
        if other.quantity.span in spoken_for or not comparable(own.quantity, other.quantity):
            continue
        if not _same_role(own, other):
            continue
        local = frozenset() if _misplaced(own.quantity, other.quantity) else _local(own, other)
        if local is None or not shared_event(own.sentence, other.sentence, local, passage.text + " " + passage.context):
            continue
        rivals.append((len(local), other))
    if not rivals:
        return None
    best = max(weight for weight, _ in rivals)
    closest = [other for weight, other in rivals if weight == best]
    # One that fits, or two that fit equally well, leave open which figure the claim should have had.
    if any(relation(own.quantity, other.quantity) is not Relation.APART for _, other in rivals):
        return None
    return closest[0].quantity if len(closest) == 1 else None


def _same_role(own: _Found, other: _Found) -> bool:
    """Neither is a part of another figure, an old value or a change, unless both are; both are per the same thing."""
    return (
        own.subset == other.subset
        and own.old == other.old
        and own.rate == other.rate
        and own.change == other.change
        and own.wish == other.wish
        and own.sums == other.sums
        and (own.quantity.kind is not Kind.DURATION or own.preposition == other.preposition)
    )


def _local(own: _Found, other: _Found) -> frozenset[str] | None:
    """The words that both figures have next to them; None if they are figures of different things."""
    one, two = own.quantity, other.quantity
    shared = telling(one.nouns) & telling(two.nouns)
    if one.kind is Kind.COUNT:
        return _counted_alike(own, other, shared)
    if one.kind is Kind.ORDINAL:
        alike = shared_share(own.sentence, other.sentence) >= NEARLY_ONE_SENTENCE
        return shared if alike and one.noun == two.noun and one.modifiers == two.modifiers else None
    if one.pair:
        return shared if shared or _alone(own, other) else None
    if one.noun and two.noun and kind_of(one.noun) != kind_of(two.noun):
        return None
    return shared or None


SCALES = (1e3, 1e6, 1e9)


def _misplaced(one: Quantity, two: Quantity) -> bool:
    """Whether million was written for billion: the same telling digits beside another scale are one figure gone
    wrong."""
    ratio = max(one.figure, two.figure) / (min(one.figure, two.figure) or 1)
    digits = one.figure / one.step
    return one.kind in (Kind.MONEY, Kind.MEASURE) and digits >= 11 and any(abs(ratio - s) < s * 1e-9 for s in SCALES)


def _alone(own: _Found, other: _Found) -> bool:
    """Whether each sentence has just one score or vote."""
    return all(sum(q.pair for q in quantities(f.sentence)) == 1 for f in (own, other))


_ANY_PERSON = frozenset(("person", "", "dead", "victim"))


def _counted_alike(own: _Found, other: _Found, shared: frozenset[str]) -> frozenset[str] | None:
    one, two = own.quantity, other.quantity
    if one.topic != two.topic:
        return None
    heads = tuple("" if q.topic and q.noun in q.nouns and _is_toll(q) else kind_of(q.noun) for q in (one, two))
    if one.topic:
        if heads[0] != heads[1] and not set(heads) <= _ANY_PERSON:
            return None
        return shared | {one.topic} if _modifiers_agree(own, other) else None
    if not one.noun or not two.noun or heads[0] != heads[1]:
        return None
    if heads[0] == "person":
        beyond = {s for s in shared if kind_of(s) != "person"}
        return shared if beyond and _modifiers_agree(own, other) else None
    return (shared | {one.noun}) if _modifiers_agree(own, other) else None


def _is_toll(quantity: Quantity) -> bool:
    return kind_of(quantity.noun) in ("dead", "death", "fatality", "injury", "case", "arrest", "victim", "bodi", "body")


def _modifiers_agree(own: _Found, other: _Found) -> bool:
    """Whether what stands between number and noun ("construction workers") does not tell the nouns apart."""
    one, two = set(own.quantity.modifiers), set(other.quantity.modifiers)
    if one and two:
        return bool(one & two)
    return not two or bool(two & topic(own.sentence).stems)
