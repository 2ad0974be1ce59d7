"""Words and forms that dates and clock times are written in: the patterns that :mod:`checker.text.dates` reads.

Every pattern starts at a word border and repeats only over single characters, so that reading stays linear in the
length of the text. Month and weekday names must be capitalised: "march" and "may" are verbs.
"""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTHS |= {name.upper(): number for name, number in MONTHS.items()}
WEEKDAYS = {
    name: number for number, name in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
}
ORDINALS = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=1,
    )
}
SMALL = {
    name: number
    for number, name in enumerate("a two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"an": 1, "one": 1}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL_MONTH = "|".join(
    sorted((m for m in MONTHS if len(m) > 3 and m != "Sept" and m[1].islower()), key=len, reverse=True)
)
_WEEKDAY = "|".join(WEEKDAYS)
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d|[-‐‑]\w*old)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_LEAD = rf"(?:(?P<weekday>{_WEEKDAY}),?[ \u00a0])?"
_SP = r"[ \u00a0\n]"
_TO = r"(?:[ ]?[-–][ ]?|[ ](?:to|and|until|through|or)[ ])"
_UNITS = "day|week|month|year|decade|quarter|century|weekend|summer|winter|spring|autumn|fall"

ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
SLASHED = re.compile(r"(?<![\w/.])(?P<one>\d{1,2})[/](?P<two>\d{1,2})[/](?P<year>\d{4})(?![\w/])")
DAY_MONTH = re.compile(
    rf"\b{_LEAD}(?:the{_SP})?(?P<day>{_DAY}){_TH}(?:{_TO}(?P<last>{_DAY}){_TH})?{_SP}(?:of{_SP})?(?P<month>{_MONTH})\b\.?"
    rf"(?:,?{_SP}(?P<year>{_YEAR}))?"
)
MONTH_DAY = re.compile(
    rf"\b{_LEAD}(?P<month>{_MONTH})\b\.?{_SP}(?:the{_SP})?(?P<day>{_DAY}){_TH}(?![\d:]|[.,]\d|{_SP}?(?:%|percent"
    rf"|per{_SP}cent))"
    rf"(?:{_TO}(?P<last>{_DAY}){_TH}(?![\d:%]))?(?:,?{_SP}(?P<year>{_YEAR}))?"
)
MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\b\.?,?{_SP}(?:of{_SP})?(?P<year>{_YEAR})\b")
MONTH = re.compile(rf"\b(?P<month>{_FULL_MONTH}|May)\b")
MONTH_IS_NAME = frozenset("May March April June August".split())
"""Months that are also names or verbs: alone they need a word before them that only a month has."""
MONTH_CUE = re.compile(
    r"(?:\b(?:in|since|last|next|this|by|until|till|early|late|mid|of|from|to|between|and|during|before|after|every"
    r"|through)"
    r"|\bmid-|\b(?:early|late)-)[ \u00a0]?$",
    re.IGNORECASE,
)
YEARS = re.compile(rf"(?<![\w$€£¥.,-])(?P<year>{_YEAR})(?:{_TO}(?P<last>(?:20|1[5-9])?\d\d)(?![\d.,]\d|\d))")
YEAR = re.compile(rf"(?<![\w$€£¥.,+/-])(?P<year>{_YEAR})(?![\w%])(?![-‐‑](?:\d|strong))")
YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|till|from|of|before|after|between|and|to|for|during|late|early|mid|through|circa|around"
    r"|the"
    r"|year|spring|summer|autumn|winter|fall|season)[ \u00a0]$|\bmid-$|\($",
    re.IGNORECASE,
)
NOT_A_YEAR = re.compile(
    r"[ \u00a0](?:(?:people|men|women|children|workers|jobs|homes|houses|troops|soldiers|passengers|residents"
    r"|students|patients"
    r"|employees|staff|km|kilomet|miles|met(?:er|re)|feet|tonnes|tons|euros?|dollars?|pounds|yen|yuan|times|votes"
    r"|points|hectares"
    r"|acres|megawatts?|MW|kg|percent|cases|deaths|others|more|years|days|hours|minutes|seconds|million|billion)\b"
    r"|per\b)"
)
"""What follows a four-digit number that counts something."""
COUNTED_NEXT = re.compile(r"[ \u00a0](?:[a-z]+[ \u00a0])?(?!was\b|is\b|has\b|its\b|this\b)[a-z]+[^s\W]s\b")
"""A plural, perhaps behind an adjective."""
DECADE = re.compile(r"(?<![\w])(?:(?P<year>(?:1[5-9]|20)\d0)|['’](?P<short>\d0))s\b")
CENTURY = re.compile(
    rf"\b(?:(?P<number>[12]?\d)(?:st|nd|rd|th)|(?P<word>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))"
    r"[ \u00a0-][Cc]entur(?:y|ies)\b(?P<bc>[ ]B\.?C)?"
)
PART_OF_YEAR = re.compile(
    rf"\b(?:[Tt]he[ ])?(?P<which>first|second|third|fourth|last|final)[ -](?P<part>quarter"
    rf"|half)\b(?:[ ](?:of[ ])?(?P<year>{_YEAR}))?"
)
QUARTER = re.compile(rf"\bQ(?P<which>[1-4])(?:[ ]?(?P<year>{_YEAR}))?\b")
WEEKDAY = re.compile(rf"\b(?:(?P<which>last|next|this|this coming)[ ])?(?P<weekday>{_WEEKDAY})s?\b")
RELATIVE = re.compile(
    rf"\b(?P<which>last|next|this|the previous|the following|the same|the coming|that"
    rf"|the past)[ ](?P<unit>{_UNITS})\b(?!['’])",
    re.IGNORECASE,
)
NEARBY = re.compile(r"\b(?P<word>yesterday|today|tomorrow|tonight|overnight)\b", re.IGNORECASE)
AGO = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(sorted(SMALL, key=len, reverse=True))})[ ]"
    r"(?P<unit>day|week|month|year|decade)s?[ ](?P<way>ago|earlier|before|previously|later)\b",
    re.IGNORECASE,
)
DAY_BESIDE = re.compile(
    r"\b(?:the[ ](?:(?P<near>previous|preceding|following|next)[ ]day|day[ ](?P<side>before|after)(?=[.,;:!?)”\"]|$|[ ](?:and|but|at|in|when)\b))"
    r"|(?:a|one)[ ]day[ ](?P<way>earlier|later|before|after)(?![ ](?:the|a|an|his|her|its|their)\b))",
    re.IGNORECASE,
)
"""A day counted from the one named before it. "The day before the vote" is counted from what follows, which is no date."""
YEAR_BESIDE = re.compile(
    rf"\b(?:the[ ](?:(?P<near>previous|preceding|following|next)[ ]year|year[ ](?P<side>before|after)(?=[.,;:!?)”\"]|$|[ ](?:and|but|at|in|when)\b))"
    rf"|(?P<number>\d{{1,3}}|{'|'.join(sorted(SMALL, key=len, reverse=True))})[ ]years?[ ]"
    r"(?P<way>earlier|before|previously|later|after)(?![ ](?:the|a|an|his|her|its|their|he|she|it|they|than|that|this|last)\b)(?![ ](?-i:[A-Z]|\d)))",
    re.IGNORECASE,
)
"""The same for a year; "two years earlier than planned", "a year before the vote" are counted from something else."""
EARLIER = frozenset("previous preceding before earlier previously".split())
DAY_ALONE = re.compile(
    r"\b[Oo]n[ ]the[ ](?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=[.,;:!?]|$|[ ](?:and|but|at|of this|of that)\b)"
)

_APPROX = (
    r"(?:(?P<approx>about|around|roughly|shortly (?:after|before)|just (?:after|before)|nearly|almost"
    r"|some ?time after|past)[ ])?"
)
_ZONE = r"(?:[ ]?\(?(?P<zone>GMT|UTC|BST|CET|CEST|ET|EST|EDT|PT|PST|PDT|CT|CST|IST|JST|AEST|AEDT|local time)\b)?"
CLOCK = re.compile(
    rf"\b{_APPROX}(?<![\d:.,$€£])(?:"
    rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.h](?P<minute>[0-5]\d))?[ \u00a0]?(?P<half>[ap])(?:\.[ ]?m\.|m\b)"
    rf"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])(?!\.\d)"
    rf"|(?P<dotted>1[0-2]|[1-9])\.(?P<minute12>[0-5]\d)(?=[ ](?:in the (?:morning|afternoon|evening)|at night)\b)"
    rf"|(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?=[ ](?:UTC|GMT|hours)\b)"
    rf"|(?P<oclock>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ ]o['’]clock"
    rf"){_ZONE}"
)
NOON = re.compile(
    r"\b(?P<approx>around |about |shortly after |shortly before |before |after )?(?P<word>noon|midday|midnight)\b"
)
HOUR_OF_WEEKDAY = re.compile(
    rf"\b(?:at|around|about|by|until|before|after)[ ](?P<hour>1[0-2]|[1-9])[ ](?:on[ ](?:{_WEEKDAY})[ ]|(?:in[ ]the"
    rf"|at)[ ]|on[ ]the[ ])"
    r"(?P<part>night|evening|morning|afternoon)\b"
)
PART_OF_DAY = re.compile(
    r"^[ ](?:(?:in the|at|on|that|this|the)[ ]){0,2}(?:(?:\w+day|next)[ ])?(?P<part>morning|afternoon|evening|night)\b"
)

BOUND = re.compile(
    r"\b(?P<bound>since|until|till|before|after|by|from|through)[ \u00a0](?:the[ ])?(?:(?:end|start|beginning|middle"
    r"|spring|summer|"
    r"autumn|fall|winter|early|late|mid)[ -](?:of[ ])?)?$",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:(?P<early>early(?: in)?|(?:the )?(?:beginning|start) of)|(?P<mid>mid|(?:the )?middle of)|(?P<late>late(?: in)?|(?:the )?end of))"
    r"[ \u00a0-](?:the )?$", re.IGNORECASE,
)
WEEKEND = re.compile(r"\b(?:(?P<which>last|this|next)|(?:at|over|during) the|on the)[ ]weekend\b(?!['’])", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:will|['’]ll|would|shall|next|due|scheduled|set|plans?|planned|expected|to be|is to|are to|until|upcoming"
    r"|coming)\b"
)
"""Words that put a weekday or a month ahead of the day of publication."""
