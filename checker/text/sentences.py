"""Paragraphs and sentences of a document, with exact places.

Own rules for news English. sentencex 1.0, tried on the cases of the tests, gets 51 of 57 right: it splits after
"5 p.m." before a weekday and between a question in quote marks and its "Halvorsen asked", and an attribution that is
cut off costs a quotation its speaker. Every step looks at one candidate mark, so time is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.text.paragraphs import BULLET, paragraph_spans
from checker.text.quote_marks import QuotePair, quote_pairs
from checker.types import Document, Sentence, Span

LONGEST_WHOLE_QUOTE = 400
"""Characters up to which a quotation of several sentences stays in one: about four spoken sentences; a longer one is a
passage of its own, and as one sentence would drown what is compared with it."""
LONGEST_WHOLE_BRACKET = 200
"""The same for an aside in brackets."""

_END = re.compile(r"(?:[.!?…]+|(?:\s?\.){3,}|[。！？]+)(?:[\s\u00a0]?[»›])?[\"'”’“»›)\]」』＂*_]*(?:\[\d{1,3}\])*")
_BRACKET = re.compile(rf"\([^()]{{1,{LONGEST_WHOLE_BRACKET}}}\)")
_OPENERS = "\"'“‘«‹„‚([{「『＂*_—–-…. "
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_WORD_BEFORE = re.compile(r"[^\s\"'“‘«(\[—–-]{1,20}$")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]$")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?=[A-Z][a-z]* )")
_ITEM = re.compile(rf"\n{BULLET.pattern}")

_NEVER_LAST = frozenset(
    """mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt maj adm cmdr brig rev hon fr pres supt det insp mme mlle
    messrs ste mt ft vs v cf viz e.g i.e approx ca al messrs atty asst dep amb lieut pvt sec.-gen pp""".split()
)
"""Abbreviations that something always follows."""
_BEFORE_NUMBER = frozenset(
    "no nos art fig sec vol ch p pp para jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Abbreviations that a number follows; before anything else they are as good as the next kind."""
_MAY_BE_LAST = _BEFORE_NUMBER | frozenset(
    """inc corp ltd co jr sr bros ave blvd rd st est dept univ assn mfg intl etc plc llc gmbh mon tue tues wed thu thurs
    fri ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo ph.d s.p.a""".split()
)
"""Abbreviations after which a sentence may end: it does if the next word looks like a beginning."""
_BEGINNERS = frozenset(
    """the a an he she it they we i you in on at but and for as if when while after before since although though however
    this that these those there his her its their our my your both some many most several all no not none one two three
    what who why how where now then yet so still nor or meanwhile also under with without from by to last officials
    police according asked until unless instead earlier later nobody nearly about around over only even here each every
    another such during despite because once more less few critics experts analysts shares once asked today
    yesterday tomorrow nevertheless moreover further finally first second among between against through mr mrs ms
    dr""".split()
)
"""Words that begin sentences and rarely go on with a name or title after an abbreviation."""
_AFTER_CLOCK = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december et est edt ct cst cdt pt pst pdt gmt utc cet cest eastern pacific central
    mountain moscow beijing tokyo london paris kyiv""".split()
)
"""What goes on after "5 p.m." with a capital."""
_SPEECH = (
    "said|says|asked|asks|told|tells|wrote|writes|shouted|cried|replied|answered|added|wondered|demanded|yelled|"
    "exclaimed|joked|posted|tweeted|inquired|insisted|warned|called|recalled"
)
_NAMED_SPEECH = re.compile(
    rf"\s*(?:(?!(?:The|He|She|They|It|We|In|On|At|But|And|A|An)\b)[A-Z][\w.'’-]*\s+){{1,5}}(?:{_SPEECH})\b"
)
"""A name and a verb of saying right after the closing mark: the attribution of the question before it."""
_NAMES_WITH_MARK = frozenset({"yahoo!", "jeopardy!", "oklahoma!", "mamma mia!", "jeopardy!'s"})


def paragraphs(document: Document) -> tuple[Span, ...]:
    """The paragraphs of the document's body, in order, trimmed of white space."""
    return paragraph_spans(document.plain, document.body)


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the document's body, in order; none crosses a paragraph, none overlaps another."""
    return tuple(
        Sentence(span.shifted(paragraph.start), number)
        for number, paragraph in enumerate(paragraphs(document))
        for span in split(paragraph.of(document.plain))
    )


def split(text: str) -> tuple[Span, ...]:
    """The sentences of one paragraph: trimmed, without the bullet of a list item, in order."""
    whole = _Whole(text)
    starts = [0]
    for found in _END.finditer(text):
        if found.end() < len(text) and not whole.holds(found.end()) and _ends(text, starts[-1], found):
            starts.append(found.end())
    starts.extend(found.start() for found in _ITEM.finditer(text))
    starts.extend(found.end() for found in _GLUED.finditer(text) if _begins_glued(text, found.end(), whole))
    borders = sorted(set(starts)) + [len(text)]
    spans = (_trimmed(text, start, end) for start, end in zip(borders, borders[1:]))
    return tuple(span for span in spans if len(span))


class _Whole:
    """The stretches of a paragraph in which no sentence ends: short closed quotations and asides in brackets."""

    def __init__(self, text: str) -> None:
        stretches = sorted(
            [
                *(pair.span for pair in quote_pairs(text, (Span(0, len(text)),)) if _is_whole(pair)),
                *(Span(found.start(), found.end()) for found in _BRACKET.finditer(text)),
            ]
        )
        self.starts: list[int] = []
        self.ends: list[int] = []
        for stretch in stretches:
            if self.ends and stretch.start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], stretch.end)
            else:
                self.starts.append(stretch.start)
                self.ends.append(stretch.end)

    def holds(self, position: int) -> bool:
        at = bisect_right(self.starts, position) - 1
        return at >= 0 and self.starts[at] < position < self.ends[at]


def _is_whole(pair: QuotePair) -> bool:
    return pair.closed and pair.depth == 0 and len(pair.span) <= LONGEST_WHOLE_QUOTE


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the mark found ends the sentence that began at ``start``."""
    end, mark = found.end(), found[0].rstrip("\"'”’“»›)]」』＂*_0123456789[")
    if mark[-1:] in "。！？" and mark:
        return True
    if not text[end].isspace():
        return False
    following = _following(text, end)
    word = _WORD.match(text, following)
    if word is None:
        return following >= len(text) or not text[following].islower()
    first = word[0]
    if first[0].islower() and not any(letter.isupper() for letter in first[1:2]):
        return False
    quoted = found[0] != mark and found[0].rstrip("*_")[-1:] in "\"'”’“»›」』＂"
    if mark == ".":
        return quoted or _full_stop(text, start, found.start(), following, first)
    if mark[0] not in "!?" and not quoted and text[found.start() - 1 : found.start()].isspace():
        return first.lower() in _BEGINNERS
    if mark == "!" and _before(text, found.start() + 1).lower() in _NAMES_WITH_MARK:
        return False
    return not (quoted and _NAMED_SPEECH.match(text, end, min(len(text), end + 120)))


def _full_stop(text: str, start: int, dot: int, following: int, first: str) -> bool:
    """Whether a single full stop outside quote marks is more than the dot of an abbreviation or initial."""
    before = _before(text, dot)
    lower = before.lower()
    if dot - start < 10 and _LIST_NUMBER.fullmatch(text[start : dot + 1].strip()):
        return False
    begins = first.lower() in _BEGINNERS and not _is_initial(text, following, first)
    if lower in _NEVER_LAST:
        return False
    if lower in ("a.m", "p.m"):
        return first.lower() not in _AFTER_CLOCK and not first[0].isdigit()
    if lower == "st" or (len(before) == 1 and before.isalpha() and before.isupper()):
        return begins
    if lower in _BEFORE_NUMBER and (first[0].isdigit() or lower == "no"):
        return not first[0].isdigit()
    if lower in _MAY_BE_LAST or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):
        return begins or lower == "etc"
    return True


def _is_initial(text: str, position: int, word: str) -> bool:
    return len(word) == 1 and text[position + 1 : position + 2] == "."


def _before(text: str, position: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, position - 20), position)
    return found[0] if found else ""


def _following(text: str, position: int) -> int:
    limit = min(len(text), position + 40)  # more marks in a row than that are no text
    while position < limit and (text[position].isspace() or text[position] in _OPENERS):
        position += 1
    return position


def _begins_glued(text: str, position: int, whole: _Whole) -> bool:
    """Whether a word that is glued to a full stop ("left.The") begins a sentence all the same."""
    word = _WORD.match(text, position)
    return word is not None and word[0].lower() in _BEGINNERS and not whole.holds(position)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    bullet = BULLET.match(text, start, end)
    if bullet and not _BULLET_IS_A_NUMBER.match(text, start, end):
        start = bullet.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


_BULLET_IS_A_NUMBER = re.compile(r"\d{1,2}[.)]\s+[a-z]|\([a-z]\)")
"""What only looks like a list number: a sentence cut so that it begins with one."""
