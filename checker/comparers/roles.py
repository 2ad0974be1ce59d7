"""The part a figure plays in its sentence: a whole or a part, old or new, a change or a level, a fact or a wish.

Figures of different parts are never held against each other: "rose by 3 percent" is no rival of "rose to 3 percent".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checker.comparers.subjects import sentence_around
from checker.text.quantities import Kind, Quantity, quantities

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
_RATE = re.compile(r"^[ ]?(?:(?:an?|per|each|every)[ ]|/[ ]?)(?P<per>[a-z]+)")
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
class Figure:
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
def figures(text: str) -> tuple[Figure, ...]:
    """The quantities of a text in their sentences."""
    result = []
    for quantity in quantities(text):
        sentence = sentence_around(text, quantity.span)
        result.append(Figure(
            quantity, sentence.of(text), text[max(sentence.start, quantity.span.start - 40) : quantity.span.start],
            text[quantity.span.end : quantity.span.end + 40], text[max(sentence.start, quantity.span.start - LEAD) :
            quantity.span.start],
        ))  # fmt: skip
    return tuple(result)


def same_role(own: Figure, other: Figure) -> bool:
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
