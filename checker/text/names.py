"""Names of people, bodies and places in running text.

No model: a name is a run of capitalised words, cut free of titles, sentence openers and the calendar. Small tables tell
peoples and countries; what is told by no table stays of the kind "name". Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.text.common_words import COMMON_WORDS
from checker.text.name_forms import BODIES, HONORIFICS, fold, same_name, singular
from checker.text.person_names import ROLE_WORDS, is_role
from checker.text.places import COUNTRIES, DEMONYMS, PLACES
from checker.text.words import STOP_WORDS, Token, tokens
from checker.types import Span

__all__ = ["BODY", "DEMONYM", "NAME", "PERSON", "PLACE", "Name", "fold", "names", "same_name"]

PERSON, BODY, PLACE, DEMONYM, NAME = "person", "body", "place", "demonym", "name"
"""Kinds of names; NAME where nothing tells."""

_HEADS = frozenset(
    """bank ministry department university college institute house court church bishop office bureau board council committee
    commission society association federation union league museum school hospital agency academy chamber bay gulf republic
    kingdom state city port isle cape strait sea lake university centre center fund bank order party movement front army
    secretary minister parliament congress city district county province school archdiocese diocese museum national
    confederation confederation board institute service guard""".split())
"""Words behind which "of" and "for" go on with a name: "Bank of England", "Ministry for the Environment"."""
_EVENTS = frozenset("open grand prix cup championship championships games league masters derby olympics olympic".split())
_PARTICLES = frozenset("de da do dos das del della di du des la le van von der den ter ten bin ibn al el abu y e af av zu".split())
_LINKS = frozenset("of for".split())
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun christmas easter
    ramadan eid gmt utc et est edt cet cest bst""".split())
_NOT_NAMES = frozenset(
    """ceo cfo coo cto gdp tv ai pm mp mps dna rna hiv aids vip ngo ngos pc it id ok am vat ipo dj mvp hq m a covid covid-19
    internet i q1 q2 q3 q4 photo image video read watch breaking exclusive update dear""".split())
_NO_FORMS = frozenset(
    """boeing sterling nanjing chongqing xining wyoming fleming harding browning kipling rowling manning golding spalding
    grayling redding beverly kimberly connolly donnelly kennelly farrelly connelly jinping xiaoping""".split())
"""Names of people, firms and places that end like "speaking" or "recently"."""
_ABBREVIATIONS = HONORIFICS | frozenset("det insp supt cpl brig sgt".split())
_ENDS_SENTENCE = re.compile(r"[.!?…:]['\"’”)\]]*\s*$|\n\s*$")
_OPENS_QUOTE = re.compile(r"[\"“‘«(\[]\s*$|(?:^|\s)['‘]$")
_DASH = re.compile(r"\s[-–—]+\s*$|—$")
_ATTRIBUTIVE = re.compile(r"^(.+?)[-‐‑](?:[a-z]+)$")
LONGEST_RUN = 8
"""Capitalised words beyond which a run is a headline, not a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its place and words without title, its kind, its folded ``key``, and the title or role that stood before it."""

    span: Span
    text: str
    kind: str
    key: str
    role: str = ""


@lru_cache(maxsize=1024)
def names(text: str) -> tuple[Name, ...]:
    """The names of a text, in order, without overlaps."""
    found = tokens(text)
    lowered = frozenset(t.lower for t in found if t.text.islower())
    return tuple(name for run in _runs(text, found, lowered) for name in _named(text, run))


@dataclass(frozen=True, slots=True)
class _Run:
    tokens: tuple[Token, ...]
    opens: bool
    role: str


def _runs(text: str, found: tuple[Token, ...], lowered: frozenset[str]) -> Iterator[_Run]:
    at = 0
    while at < len(found):
        if not _capital(found[at]):
            at += 1
            continue
        end = _end_of_run(text, found, at)
        run = found[at:end]
        opens = _opens_sentence(text, run[0].span.start)
        if opens:
            run = _without_opener(run, lowered)
        role = _role_before(found, at) if run and run[0] is found[at] else ""
        if run and len(run) <= LONGEST_RUN:
            yield _Run(run, opens, role)
        at = end


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and not token.text[:1].isdigit()


def _end_of_run(text: str, found: tuple[Token, ...], start: int) -> int:
    """The number of the token after the run of capitals that begins at ``start``."""
    end = start + 1
    while end < len(found):
        token, last = found[end], found[end - 1]
        between = text[last.span.end : token.span.start]
        if not _joins(between, last):
            break
        if _capital(token):
            end += 1
            continue
        ahead = _glued(text, found, start, end)
        if not ahead:
            break
        end = ahead
    return end


def _joins(between: str, last: Token) -> bool:
    if last.lower.endswith(("'s", "s'")) or _ATTRIBUTIVE.match(last.text) and not last.text.isupper():
        return False
    if between == "." or between.strip() == "." and "\n" not in between:
        return last.lower in _ABBREVIATIONS or len(last.text) == 1
    return between.strip() in ("", "&") and "\n" not in between and len(between) <= 3


def _glued(text: str, found: tuple[Token, ...], start: int, at: int) -> int:
    """Where a run goes on over lower-case words: particles, "of the" behind a body's head; 0 where it does not."""
    words = found[at : at + 3]
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise(words)]
    if any(gap.strip() for gap in gaps[:1]) or len(words) < 2:
        return 0
    if words[0].lower in _PARTICLES:
        if _capital(words[1]):
            return at + 2
        return at + 3 if len(words) == 3 and words[1].lower in _PARTICLES and _capital(words[2]) and not gaps[1].strip() else 0
    if words[0].lower in _LINKS and any(t.lower in _HEADS for t in found[max(start, at - LONGEST_RUN) : at]):
        if _capital(words[1]):
            return at + 2
        if len(words) == 3 and words[1].lower == "the" and _capital(words[2]) and not gaps[1].strip():
            return at + 3
    return 0


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    return not before.strip() or bool(
        _ENDS_SENTENCE.search(before) or _OPENS_QUOTE.search(before) or _DASH.search(before))


def _without_opener(run: tuple[Token, ...], lowered: frozenset[str]) -> tuple[Token, ...]:
    first = run[0].lower
    common = (first in STOP_WORDS or first in COMMON_WORDS or first in lowered or _looks_inflected(first))
    if not common or len(run) > 1 and (first in _HEADS or first in HONORIFICS or is_role(first)):
        return run
    return run[1:]


def _looks_inflected(first: str) -> bool:
    """Whether a sentence's first word looks like "Speaking" or "Recently" and is no name that ends so."""
    return first.endswith(("ing", "ly")) and len(first) > 5 and first not in _NO_FORMS and first not in PLACES


def _role_before(found: tuple[Token, ...], at: int) -> str:
    """A role in lower case right before a name: "chief engineer" of "chief engineer Arnel Dizon"."""
    start = at
    while start and at - start < 3 and found[start - 1].text.islower() and is_role(found[start - 1].lower) \
            and found[start].span.start - found[start - 1].span.end == 1:
        start -= 1
    return " ".join(t.lower for t in found[start:at])


def _named(text: str, run: _Run) -> Iterator[Name]:
    """The names in a run: peoples and titles split off, calendar words dropped."""
    words = list(run.tokens)
    role = run.role
    part: list[Token] = []
    for token in words:
        if _bare(token) in _CALENDAR and not (part and len(words) > 1 and _bare(token) in ("may", "march", "april", "june", "august")):
            yield from _one(text, part, role)
            part, role = [], ""
        else:
            part.append(token)
    yield from _one(text, part, role)


def _one(text: str, part: list[Token], role: str) -> Iterator[Name]:
    while part and (part[0].lower in STOP_WORDS and len(part[0].text) > 1 and part[0].lower not in ("us",) or part[0].lower == "the"):
        part = part[1:]
    while part and part[-1].lower in _NOT_NAMES:
        part = part[:-1]
    if not part:
        return
    body = any(_bare(t) in BODIES for t in part)
    if not body or is_role(part[0].lower) or len(part) > 1 and fold(part[0].text) in DEMONYMS and is_role(part[1].lower):
        last_role = max((i for i, t in enumerate(part) if _is_title(part, i)), default=-1)
        titles, part = part[: last_role + 1], part[last_role + 1 :]
        if titles:
            role = " ".join([*([role] if role else []), *(t.lower for t in titles)])
            yield from (_name(text, [t], "") for t in titles if fold(t.text) in DEMONYMS or fold(t.text) in PLACES)
        body = any(_bare(t) in BODIES for t in part)
    # "Czech Katarina Vlasek", "Frenchman Roux": the people in front is a name of its own; "the Australian Open" is one
    split = len(part) > 2 or len(part) == 2 and part[0].lower.endswith("man")
    if split and fold(part[0].text) in DEMONYMS and not body and not any(t.lower in _EVENTS for t in part) \
            and fold(_joined(text, part)) not in COUNTRIES:
        yield _name(text, part[:1], "")
        part = part[1:]
    if part and (len(part) > 1 or part[0].lower not in _NOT_NAMES) and len(_joined(text, part)) > 1:
        yield _name(text, part, role)


def _bare(token: Token) -> str:
    return token.lower.removesuffix("'s").removesuffix("'")


def _is_title(part: list[Token], at: int) -> bool:
    lower = part[at].lower
    if lower in ROLE_WORDS or lower in HONORIFICS:
        # the last word of a run is a family name ("Stephen King") or names an office that stands for its holder
        if at == len(part) - 1 and at and part[at - 1].lower in HONORIFICS:
            return False
        return at < len(part) - 1 or at == 0 or all(p.lower in ROLE_WORDS for p in part[:at])
    return False


def _joined(text: str, part: list[Token]) -> str:
    return text[part[0].span.start : part[-1].span.end]


def _name(text: str, part: list[Token], role: str) -> Name:
    start, end = part[0].span.start, part[-1].span.end
    words = text[start:end]
    cut = _ATTRIBUTIVE.match(words) if len(part) == 1 else None
    if cut and not words.isupper():
        end = start + len(cut[1])
    elif words.lower().endswith(("'s", "’s")):
        end -= 2
    elif words.endswith(("'", "’")):
        end -= 1
    words = text[start:end]
    key = fold(words)
    return Name(Span(start, end), words, _kind(words, key, role), key, role)


def _kind(words: str, key: str, role: str) -> str:
    if singular(key) in DEMONYMS:
        return DEMONYM
    if key in PLACES:
        return PLACE
    parts = key.split()
    letters = words.replace(".", "").replace("-", "")
    if any(p in BODIES for p in parts) or "&" in words or (len(parts) == 1 and 1 < len(letters) <= 6 and letters.isupper()):
        return BODY
    return PERSON if role else NAME
