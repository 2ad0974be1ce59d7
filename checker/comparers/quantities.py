"""Figures of a claim against the figures of a passage.

A figure is matched when the passage states it (in other words, units or rounding, or as its parts), conflicting when
the
passage gives another figure for the same thing, and absent otherwise. What is matched anywhere never conflicts.
"""

from __future__ import annotations

import re

from checker.comparers.contrasts import bodies_contrast, figures_contrast, levels_contrast, places_contrast
from checker.comparers.numeric import Relation, comparable, relation
from checker.comparers.parts import difference_match, parts_conflict, parts_match
from checker.comparers.roles import Figure, figures, same_role
from checker.comparers.side import Side
from checker.comparers.subjects import NEARLY_ONE_SENTENCE, shared_event, shared_share, telling, topic
from checker.text.quantities import Kind, Quantity, quantities
from checker.text.quantities.nouns import kind_of
from checker.types import Mark, Signal, Span

NAME = "quantities"
RULE = "number-conflict"


def compare(claim: Side, passage: Side) -> Signal:
    """Hold every quantity of the claim against the passage. Counts are whole numbers; marks carry absolute offsets."""
    ours = figures(claim.text)
    if not ours:
        return Signal(NAME)
    theirs = figures(passage.text)
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


def _match(own: Figure, theirs: tuple[Figure, ...], claim: str) -> tuple[Span, ...]:
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
    plain = tuple(t.quantity for t in theirs)
    return parts_match(own.quantity, plain) or difference_match(own.quantity, claim, plain)


def _may_be_one(own: Figure, other: Figure) -> bool:
    """Whether equal figures may be one figure: tolls of different classes and ordinals of different things are not."""
    one, two = own.quantity, other.quantity
    if one.kind is Kind.ORDINAL:
        return kind_of(one.noun) == kind_of(two.noun) or bool(set(one.nouns) & set(two.nouns))
    return not (one.topic and two.topic and one.topic != two.topic and one.kind is Kind.COUNT)


def _conflict(
    own: Figure, theirs: tuple[Figure, ...], spoken_for: frozenset[Span], claim: Side, passage: Side
) -> Quantity | None:
    """The passage's figure for the same thing that cannot be true together with the claim's; None if there is none."""
    rivals = []
    for other in theirs:
        if other.quantity.span in spoken_for or not comparable(own.quantity, other.quantity):
            continue
        if not same_role(own, other) or _contrasted(own, other):
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


def _contrasted(own: Figure, other: Figure) -> bool:
    """Whether the words around two figures say that they are figures of different things."""
    one, two = own.quantity, other.quantity
    if one.pair and bodies_contrast(own.sentence, other.sentence):
        return True
    bare = one.kind in (Kind.COUNT, Kind.MONEY) and not one.topic
    if bare and levels_contrast(own.before, other.before):
        return True
    if bare and one.kind is Kind.COUNT and places_contrast(own.after, other.after, own.sentence, other.sentence):
        return True
    return figures_contrast(own.sentence, other.sentence, frozenset(one.nouns), frozenset(two.nouns), own.lead, other.lead)


def _local(own: Figure, other: Figure) -> frozenset[str] | None:
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
    if one.kind is Kind.AGE and not _one_person(one, two):
        return None
    return shared or None


def _one_person(one: Quantity, two: Quantity) -> bool:
    """Whether the word that a bare age stands behind ("his daughter, 12,") is near the other age too."""
    return all(not a.text.isdigit() or bool(set(a.nouns[:1]) & set(b.nouns)) for a, b in ((one, two), (two, one)))


SCALES = (1e3, 1e6, 1e9)


def _misplaced(one: Quantity, two: Quantity) -> bool:
    """Whether million was written for billion: the same telling digits beside another scale are one figure gone
    wrong."""
    ratio = max(one.figure, two.figure) / (min(one.figure, two.figure) or 1)
    digits = one.figure / one.step
    return one.kind in (Kind.MONEY, Kind.MEASURE) and digits >= 11 and any(abs(ratio - s) < s * 1e-9 for s in SCALES)


def _alone(own: Figure, other: Figure) -> bool:
    """Whether each sentence has just one score or vote."""
    return all(sum(q.pair for q in quantities(f.sentence)) == 1 for f in (own, other))


_ANY_PERSON = frozenset(("person", "", "dead", "victim"))


def _counted_alike(own: Figure, other: Figure, shared: frozenset[str]) -> frozenset[str] | None:
    one, two = own.quantity, other.quantity
    if one.topic != two.topic:
        return None
    heads = tuple("" if q.topic and q.noun in q.nouns and _is_toll(q) else kind_of(q.noun) for q in (one, two))
    if one.topic:
        if heads[0] != heads[1] and not set(heads) <= _ANY_PERSON:
            return None
        return shared | {one.topic} if _modifiers_agree(own, other) else None
    if not one.noun and not two.noun:
        # "The population fell to 5.1 million" counts nothing that is named: then the sentences must be one.
        return shared if shared_share(own.sentence, other.sentence) >= NEARLY_ONE_SENTENCE else None
    if not one.noun or not two.noun or heads[0] != heads[1]:
        return None
    if heads[0] == "person":
        beyond = {s for s in shared if kind_of(s) != "person"}
        return shared if beyond and _modifiers_agree(own, other) else None
    return (shared | {one.noun}) if _modifiers_agree(own, other) else None


def _is_toll(quantity: Quantity) -> bool:
    return kind_of(quantity.noun) in ("dead", "death", "fatality", "injury", "case", "arrest", "victim", "bodi", "body")


def _modifiers_agree(own: Figure, other: Figure) -> bool:
    """Whether what stands between number and noun ("construction workers") does not tell the nouns apart."""
    one, two = set(own.quantity.modifiers), set(other.quantity.modifiers)
    if one and two:
        return bool(one & two)
    return not two or bool(two & topic(own.sentence).stems)
