"""The outlets that a sentence names, known and unknown, with what the rest of the story tells about a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from checker.extract.credits import grammar as g
from checker.extract.credits.listed import Listed
from checker.extract.credits.model import Named
from checker.extract.credits.unknown import may_be_listed, unknown_names
from checker.extract.outlets import Mention, Registry
from checker.text.person_names import is_role
from checker.text.words import STOP_WORDS
from checker.types import Document, Sentence, Span

_SHORT = re.compile(r"(?<![\w-])[Tt]he\s+(Times|Post|Journal|Tribune|Herald|Globe|Chronicle|Star|Telegraph|Mail|News|Inquirer|Courier|Gazette|Observer|Independent|Standard|Mirror|Sun|Express|Register|Examiner)(?!\w|\s+[A-Z])")
"""What a story calls an outlet after naming it in full: "the Times" for The New York Times."""
_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)[ \t]$")
_PERSON = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Mayor|Senator|Judge|Prof|Professor|Governor|Minister|General|Justice)\.?[ \t]+|\b[A-ZÀ-Þ][a-zà-ÿ]+[ \t]+(?:[A-Z]\.[ \t]+)?)([A-ZÀ-Þ][\w’-]+)")
_ADJECTIVES = frozenset(
    """french german british american spanish italian russian chinese japanese indian israeli turkish polish dutch swiss austrian belgian swedish danish norwegian finnish greek
    portuguese brazilian mexican canadian australian korean qatari saudi egyptian lebanese iranian iraqi pakistani ukrainian hungarian czech irish scottish welsh singaporean
    malaysian indonesian filipino thai vietnamese nigerian kenyan south north african latin arab u.s us uk u.k european asian western state public national local when while but
    and if as for from with by in on at per via citing quoting told tells says said according meanwhile however also then today yesterday earlier later reported both""".split()
)
_LED = re.compile(r"\b(?:to|per|by|told|via|citing|and)\s+(?:the\s+)?$|[,(]\s*(?:the\s+)?$", re.IGNORECASE)
_CALENDAR = re.compile(rf"^(?:{g.DAY}|{g.MONTH})$")
_BESIDE = r"[A-ZÀ-ÖØ-Þ][\w’'-]{2,30}"
_AFTER_LIST = re.compile(rf"(?:,?\s+(?:and|as\s+well\s+as)|\s*&)\s+(?:the\s+)?({_BESIDE})(?=[\s.,;)\]\"”]|$)(?!\s+[A-Z]|['’]s)")
_BEFORE_LIST = re.compile(rf"({_BESIDE})(?:(?P<comma>,\s+)|,\s+and\s+|\s+(?:and|as\s+well\s+as)\s+|\s*&\s*)(?:the\s+)?$")
_VERB_NEXT = re.compile(r"\s+(?:said|says|was|were|is|are|has|have|had|will|would|did|does)\b")


class Naming:
    """Which outlets are named where in one story."""

    def __init__(self, story: Document, registry: Registry) -> None:
        self._text = story.plain
        self._mentions = _resolved(self._text, registry)
        self._starts = [mention.span.start for mention in self._mentions]
        self._evident = _evident(self._text, self._mentions)
        self._people = _people(self._text, self._mentions)

    def names(self, sentence: Sentence) -> tuple[Named, ...]:
        """The names in a sentence in order, offsets into it; unknown ones where a word of the trade is in them."""
        base, text = sentence.span.start, sentence.span.of(self._text)
        known: list[Named] = []
        at = bisect_left(self._starts, base)
        while at < len(self._mentions) and self._mentions[at].span.end <= sentence.span.end:
            mention = self._mentions[at]
            if not self._embedded(mention, sentence.span.start):
                known.append(Named(mention.span.shifted(-base), mention.outlet, True, mention.sure or mention.outlet in self._evident))
            at += 1
        return tuple(sorted((*known, *unknown_names(text, known)), key=lambda name: name.span))

    def with_neighbours(self, text: str, group: tuple[Named, ...], led_by: Callable[[Listed], bool]) -> tuple[Named, ...]:
        """The list with single capitalised words beside it, where words of crediting lead it: "according to Reuters and Kestrel"."""
        listed = Listed(text, group)
        if not any(name.known for name in group):
            return group
        if led_by(listed) and (after := _AFTER_LIST.match(listed.after)):
            span = Span(after.start(1), after.end(1)).shifted(listed.span.end)
            if self._may_be_outlet(text, span) and not _VERB_NEXT.match(text, span.end):
                return (*group, Named(span, span.of(text), known=False))
        before = _BEFORE_LIST.search(listed.before)
        if before and not (before["comma"] and _VERB_NEXT.match(listed.after)):  # "According to Kestrel, Reuters has won": a new clause
            span = Span(before.start(1), before.end(1)).shifted(listed.at)
            first = Named(span, span.of(text), known=False)
            if self._may_be_outlet(text, span) and led_by(Listed(text, (first, *group))):
                return (first, *group)
        return group

    def _may_be_outlet(self, text: str, span: Span) -> bool:
        name = span.of(text)
        return name not in self._people and name.lower() not in STOP_WORDS and may_be_listed(text, span, name)

    def _embedded(self, mention: Mention, start: int) -> bool:
        """Whether a name is the end of a longer one: "Michael Bloomberg", "Kalamazoo Daily Express"."""
        name = mention.span.of(self._text)
        if " " not in name and not mention.sure and not name.isupper() and name in self._people:
            return True
        before = _BEFORE.search(self._text, max(start, mention.span.start - 32), mention.span.start)
        if before is None or not before[1][0].isupper():
            return False
        word = before[1]
        if word.endswith(("'s", "’s", "s'", "s’", ",")) or "-" in word and word.rpartition("-")[2].islower():
            return False
        lower = word.lower().rstrip(".")
        return not (lower in _ADJECTIVES or lower in STOP_WORDS or _CALENDAR.match(word) or lower == "the" or mention.sure and is_role(word))


def _evident(text: str, mentions: list[Mention]) -> frozenset[str]:
    """Outlets that the story names in mid-sentence, in full or after a word of crediting: there a capital is no accident."""
    return frozenset(m.outlet for m in mentions if m.sure or _LED.search(text, max(0, m.span.start - 24), m.span.start))


def _people(text: str, mentions: list[Mention]) -> frozenset[str]:
    """Family names in the story: the last word after a title or first name, outside the names of outlets."""
    ends = {mention.span.end for mention in mentions if " " in mention.span.of(text)}
    return frozenset(
        found[1] for found in _PERSON.finditer(text) if found.end() not in ends and found[0].split()[0].lower() not in STOP_WORDS | _ADJECTIVES
    )


def _resolved(text: str, registry: Registry) -> list[Mention]:
    """All mentions, with short forms ("the Times") read as the outlet that the story last named in full."""
    mentions = {mention.span.end: mention for mention in registry.mentions(text)}
    shorts = {found.end(1): found for found in _SHORT.finditer(text)}
    full: dict[str, str] = {}
    found: list[Mention] = []
    for end in sorted(mentions.keys() | shorts.keys()):
        short, mention = shorts.get(end), mentions.get(end)
        if short is not None and short[1] in full and (mention is None or not mention.sure):
            found.append(Mention(Span(short.start(1), end), full[short[1]], sure=False))
        elif mention is not None:
            found.append(mention)
            if " " in mention.span.of(text).removeprefix("The "):
                full[mention.outlet.split()[-1]] = mention.outlet
    return found
