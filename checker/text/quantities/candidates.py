"""Which numbers are numbers of something: "one" the pronoun, "the second half" and "at first" are not."""

from __future__ import annotations

import re

from checker.text.quantities.numbers import Form, Number, numbers
from checker.text.quantities.units import SECONDS

_NO_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|some|the|this|that|each|which|another|a|an|only|last|first|right|wrong|number|day|square|big"
    r"|new|good|next|level|phase|grade|at)[ -]$",
    re.IGNORECASE,
)
_ONE_COUNTS = re.compile(
    r"[ ](?!of\b|another\b|day\b|thing\b|way\b|side\b|hand\b|time\b|last\b|point\b|by\b|such\b|and\b|or\b|is\b|was\b"
    r"|in\b|to\b|that\b|who\b|with\b|from\b|for\b|on\b|has\b"
    r"|can\b|could\b|would\b|should\b|will\b|must\b|may\b|at\b|as\b|after\b|where\b|which\b|if\b|when\b|nation\b"
    r"|direction\b|against\b|he\b|she\b|they\b|it\b|we\b|had\b)"
    r"[a-zA-Z]|-(?:year|month|week|day|hour|minute|mile|km|metre|meter)\b"
)
_FRACTION_AFTER = re.compile(
    r"[ ](?:of|in|since|from|to|by|compared|more|less|fewer|on|over|the|its|their|his|her|last|this|year|when|as|and"
    r"|or|during|at|after|dearer|cheaper|higher|lower|bigger|smaller|larger|longer|shorter|above|below|off)\b|[.,;:!?)]|$"
)
_SHARE_DOES = re.compile(r"[ ](?:is|are|was|were|has|have|had|will|would|do|did|said|say|live|lives|went|go|goes)\b")
_SHARE_DOES_BEFORE = re.compile(r"\bof (?:which|whom|them|these|those)[ ]$", re.IGNORECASE)
"""In "two were hurt and a third was killed" the third is nobody's share: before a verb it takes a plural, a quarter or "of whom"."""
_SHARE_BEFORE = re.compile(
    r"(?:^|[.!?:;,][ ]|[\"“‘][ ]?|\n|\b(?:that|than|and|but|nearly|almost|about|around|roughly|some|only|just|as many as)[ ])$", re.IGNORECASE
)
_SHARE_OF = re.compile(
    r"[ ](?!(?:days?|weeks?|months?|years?|hours?|minutes?|seasons?|nights?|games?|matches|starts?|attempts?|tests?|overs?|innings|sets?"
    r"|rounds?"
    r"|races|cities|places|countries|states|towns|attacks|incidents|crashes|hundred|thousand|million|billion|dozen)\b)[A-Za-z]"
)
"""In "one in three nurses" the nurses are shared out; "two in three days" and "nine in two attacks" are counts."""
_AND_A_HALF = re.compile(r"\band[ ]$", re.IGNORECASE)
_HALF_AFTER = re.compile(r"[ ](?:of\b|the\b|its\b|their\b|his\b|her\b|those\b|these\b|all\b|our\b|that\b|as\b|an?\b)")
_HALF_NOT_BEFORE = re.compile(
    r"(?:\b(?:first|second|other|opening|final|latter|better|early|last|each|one|top|bottom|time|the)[ -]"
    r"|and[ -]a[ -])$",
    re.IGNORECASE,
)
PART_OF_UNIT = re.compile(
    rf"[ -](?:of )?(?:an?[ -])?(?P<unit>percentage point|percent|per cent|{'|'.join(SECONDS)}|mile|tonne|ton|acre|met(?:er|re)|kilomet(?:er|re))\b",
    re.IGNORECASE,
)
_ORDINAL_NOUN = re.compile(
    r"[ -](?!(?:two|three|four|five|six|seven|eight|nine|ten|dozen|few)\b"
    r"|of\b|to\b|and\b|or\b|in\b|on\b|at\b|the\b|a\b|an\b|place\b|from\b|half\b|lady\b|hand\b|time\b|name\b"
    r"|aid\b|world\b|person\b|is\b|was\b)[a-zA-Z]{3,}"
)
_ORDINAL_BEFORE = re.compile(
    r"\b(?:the|a|an|his|her|its|their|our|this|for|country['’]s|\w+['’]s)[ ](?:very )?$", re.IGNORECASE
)


def candidates(text: str, mask: bytearray) -> list[Number]:
    """The numbers that may be quantities, in order, never overlapping. ``mask`` is 1 where a number is none."""
    chosen: list[Number] = []
    for number in sorted(numbers(text), key=lambda n: (n.span.start, -n.span.end)):
        if chosen and number.span.start < chosen[-1].span.end:
            continue
        if any(mask[number.span.start : number.span.end]) or not _is_number(text, number):
            continue
        chosen.append(number)
    return chosen


def _is_number(text: str, number: Number) -> bool:
    span, before = number.span, text[max(0, number.span.start - 16) : number.span.start]
    words = span.of(text).lower()
    if number.form is Form.FRACTION:
        if PART_OF_UNIT.match(text, span.end):
            return not _HALF_NOT_BEFORE.search(before)
        if words == "half" and before.endswith(" by "):
            return True
        if words == "half":
            return _HALF_AFTER.match(text, span.end) is not None and not _HALF_NOT_BEFORE.search(before)
        if words.startswith(("a ", "a-")) and _AND_A_HALF.search(before):
            return False
        if " in " in words or " out of " in words:
            clear = words.startswith("one ") or " out of " in words or " every " in words or _SHARE_BEFORE.search(before)
            if clear and _SHARE_OF.match(text, span.end):
                return True
        sure = words.endswith(("s", "quarter")) or _SHARE_DOES_BEFORE.search(before)
        return bool(_FRACTION_AFTER.match(text, span.end) or sure and _SHARE_DOES.match(text, span.end))
    if number.form is Form.ORDINAL:
        if (
            words == "second"
            and re.search(r"\b(?:a|per|one|each|every)[ -]$", before)
            and not _ORDINAL_NOUN.match(text, span.end)
        ):
            return False
        return _ORDINAL_NOUN.match(text, span.end) is not None and _ORDINAL_BEFORE.search(before) is not None
    if words == "one":
        return _ONE_COUNTS.match(text, span.end) is not None and not _NO_PRONOUN_BEFORE.search(before)
    return not (
        number.form is Form.WORDS and words in ("hundred", "thousand", "million", "billion", "dozen", "trillion")
    )
