"""Numbers that are no quantities: dates, names with numbers, labels, list markers, addresses of the web."""

from __future__ import annotations

import re

from checker.text.dates import dates
from checker.text.words import STOP_WORDS
from checker.types import Span

_LABELS = (
    "article|section|chapter|flight|channel|formula|highway|route|interstate|apollo|type|level|phase|category|page"
    "|pages|figure|table|room|gate|platform"
    "|terminal|grade|rule|resolution|proposition|precinct|stage|tier|version|paragraph|clause|amendment|protocol"
    "|windows|lane|exit|junction|episode|zone"
)
_CAPITAL_LABELS = (
    "Pier|Building|Block|Class|Act|Title|Bill|Prop|Ward|Round|Area|Division|Model|Order|Case|Unit|Line|Week|Day|Game"
    "|Lot|Item|Track|Season|Part|Volume"
    "|Band|Reactor|Question|Step|Studio|Pool|Court|Seat|Sector|Bus|District|Radio|Group|Fig|Hall|Pop|Catch"
)
_NAMED = (
    re.compile(r"(?:https?://|www\.)\S+"),
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,99}"),
    re.compile(r"(?m)^[ \t]*[(]?\d{1,3}[.)][ \t]"),
    re.compile(
        r"\b[Nn]o(?:s)?\.[ ]?\d+|\bNumber (?:\d+|one)\b|\b(?:ranked|world|seeded|line|train|bus) number (?:\d+"
        r"|one)\b|№ ?\d+|#\d+"
    ),
    re.compile(rf"\b(?:{_LABELS}) \d+[A-Za-z]?\b(?![.,]\d|[ -]?%|-\d)", re.IGNORECASE),
    re.compile(rf"\b(?:{_CAPITAL_LABELS})-? ?\d+[A-Za-z]?\b(?![.,]\d|[ -]?%|-\d)"),
    re.compile(
        r"\b(?:Boeing|Airbus|Embraer|Cessna|Antonov|Tupolev|Ilyushin|Bombardier|Sukhoi|Peugeot|Porsche|Leopard"
        r"|Apollo|Soyuz|iPhone|Falcon) \d+"
    ),
    re.compile(r"\b[^\W\d_]+-?\d+(?:[-.]\d+)*[^\W_]*"),
    re.compile(r"\b\d+(?:[A-Z](?![\w$])|s\b)"),
    re.compile(r"(?<![\w-])\d+(?:-\d+){2,}(?![\w-])"),
    re.compile(r"\b(?:9/11|24/7|7/7)\b"),
    re.compile(r"\(\d{1,2}\)"),
)
_CAPITAL_BEFORE = re.compile(
    r"(?<=[^.!?:;\n\"“—–-] )(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
    r"(?:day)?\b)(?P<word>[A-Z][\w'’-]*[A-Za-z]) (\d{1,4})(?![\d,.]\d|[\w%-])"
)
_COUNTS_ON = re.compile(
    r"[ ](?:(?!was\b|is\b|has\b|as\b|its\b|this\b|his\b|says\b|runs\b)[a-z-]+s\b|people|men\b|women|children"
    r"|[a-z-]+ (?!was\b|is\b|has\b|as\b|its\b|this\b|his\b)[a-z]+s\b|percent|per cent|million|billion"
    r"|hundred|thousand|km\b|kg\b|MW\b|more\b|to\b|more\b|of\b|dead\b|or\b)|[ ]?%"
)
"""What follows a number after a capitalised word when the number counts ("In Manitoba 137 cases") and is no name's."""

_MONEY_LETTERS = re.compile(r"(?:US|C|A|S|HK|NZ|NT|R|RM|Rs|Rp|USD|EUR|GBP|JPY|CNY|CAD|AUD|INR|CHF|RMB)-?\d")


def excluded(text: str) -> bytearray:
    """One byte a character, 1 where a number is no quantity."""
    mask = bytearray(len(text))

    def take(span: Span) -> None:
        mask[span.start : span.end] = b"\1" * len(span)

    for mention in dates(text):
        take(mention.span)
    for pattern in _NAMED:
        for found in pattern.finditer(text):
            if not _MONEY_LETTERS.match(found[0]):
                take(Span(*found.span()))
    for found in _CAPITAL_BEFORE.finditer(text):
        if not _COUNTS_ON.match(text, found.end()) and not _leads(
            found["word"], text[max(0, found.start() - 8) : found.start()]
        ):
            take(Span(found.start(2), found.end(2)))
    return mask


_LEADS = (
    frozenset(
        "some nearly almost around roughly approximately another usd eur gbp jpy cad aud inr cny chf rs rm rp"
        " rmb".split()
    )
    | STOP_WORDS
)


def _leads(word: str, before: str) -> bool:
    """Whether a capitalised word before a number only begins its sentence, or is a currency."""
    opens = not before.strip() or before.rstrip()[-1] in '.!?:;"“”'
    return word.lower() in _LEADS or opens and word.endswith(("ed", "ing", "ly"))
