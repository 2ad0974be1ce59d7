"""Names of people, bodies and places in running text, and whether two of them name the same one.

No model: a name is a run of capitalised words, cut free of titles, sentence openers and the calendar. Small tables tell
peoples and countries; what is told by no table stays of the kind "name". Time is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.text.common_words import COMMON_WORDS
from checker.text.person_names import ROLE_WORDS, is_role
from checker.text.places import COUNTRIES, DEMONYMS, PLACES
from checker.text.words import STOP_WORDS, Token, tokens
from checker.types import Span

PERSON, BODY, PLACE, DEMONYM, NAME = "person", "body", "place", "demonym", "name"
"""Kinds of names; NAME where nothing tells."""

_HEADS = frozenset(
    """bank ministry department university college institute house court church bishop office bureau board council committee
    commission society association federation union league museum school hospital agency academy chamber bay gulf republic
    kingdom state city port isle cape strait sea lake university centre center fund bank order party movement front army
    secretary minister parliament congress city district county province school archdiocese diocese museum national
    confederation confederation board institute service guard""".split())
"""Words behind which "of" and "for" go on with a name: "Bank of England", "Ministry for the Environment"."""
_BODIES = frozenset(
    """bank ministry department university college institute court church office bureau board council committee commission
    society association federation union league museum school hospital agency academy chamber fund party movement army
    parliament congress senate assembly inc ltd llc plc corp corporation company co group holdings airlines airways lines
    motors industries systems partners capital foundation trust service services police navy forces guard administration
    government treasury news times post press tribune journal gazette herald club team festival airport authority
    organization organisation network authority brigade bloc pact treaty act""".split())
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
_HONORIFICS = frozenset(
    """mr mrs ms mx miss dr prof sir dame lord lady rev hon st gen sen rep gov lt col capt sgt maj adm cmdr pres fr sr jr
    ii iii mme mlle herr frau monsieur madame señor señora""".split())
_ABBREVIATIONS = _HONORIFICS | frozenset("det insp supt cpl brig sgt".split())
_GENERIC = frozenset(
    """new north south east west northern southern eastern western central upper lower great greater saint san los las el
    port mount lake fort united national international royal federal general first world""".split()) | _BODIES
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


def fold(text: str) -> str:
    """Lower case without accents, dots, apostrophes, possessive endings and hyphens, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s\b|['’](?=\s|$)", "", plain.casefold())
    return " ".join(re.sub(r"[^\w\s]", lambda m: " " if m[0] in "-‐‑–—/&," else "", plain).split())


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
    if words[0].lower in _LINKS and any(t.lower in _HEADS for t in found[start:at]):
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
    common = (first in STOP_WORDS or first in COMMON_WORDS or first in lowered or first.endswith(("ing", "ly")) and len(first) > 5)
    if not common or len(run) > 1 and (first in _HEADS or first in _HONORIFICS or is_role(first)):
        return run
    return run[1:]


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
        if token.lower in _CALENDAR and not (part and len(words) > 1 and token.lower in ("may", "march", "april", "june", "august")):
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
    body = any(_bare(t) in _BODIES for t in part)
    if not body or is_role(part[0].lower) or len(part) > 1 and fold(part[0].text) in DEMONYMS and is_role(part[1].lower):
        last_role = max((i for i, t in enumerate(part) if _is_title(part, i)), default=-1)
        titles, part = part[: last_role + 1], part[last_role + 1 :]
        if titles:
            role = " ".join([*([role] if role else []), *(t.lower for t in titles)])
            yield from (_name(text, [t], "") for t in titles if fold(t.text) in DEMONYMS or fold(t.text) in PLACES)
        body = any(_bare(t) in _BODIES for t in part)
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
    if lower in ROLE_WORDS or lower in _HONORIFICS:
        # the last word of a run is a family name ("Stephen King") or names an office that stands for its holder
        if at == len(part) - 1 and at and part[at - 1].lower in _HONORIFICS:
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
    if _singular(key) in DEMONYMS:
        return DEMONYM
    if key in PLACES:
        return PLACE
    parts = key.split()
    letters = words.replace(".", "").replace("-", "")
    if any(p in _BODIES for p in parts) or "&" in words or (len(parts) == 1 and 1 < len(letters) <= 6 and letters.isupper()):
        return BODY
    return PERSON if role else NAME


def _singular(key: str) -> str:
    return key if key in DEMONYMS else key.removesuffix("s")


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two names can be of the same one: surname and full name, acronym and expansion, a country and its capital,
    people or seat of government, other accents, a possessive, an honorific. Two different full names are not."""
    one, two = _without_titles(fold(a)), _without_titles(fold(b))
    if not one or not two:
        return False
    if one == two or one.replace(" ", "") == two.replace(" ", ""):
        return True
    here, there = _countries(one), _countries(two)
    if here or there:
        return bool(here & there)
    return _acronym_of(one, two) or _acronym_of(two, one) or _shorter(one.split(), two.split()) or _shorter(two.split(), one.split())


def _without_titles(key: str) -> str:
    parts = key.removeprefix("the ").split()
    while len(parts) > 1 and (parts[0] in _HONORIFICS or parts[0] in ROLE_WORDS):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in ("jr", "sr", "ii", "iii", "inc", "ltd", "plc", "llc", "corp", "co", "ag", "sa", "nv"):
        parts = parts[:-1]
    return " ".join(parts)


def _countries(key: str) -> frozenset[str]:
    return COUNTRIES.get(key) or COUNTRIES.get(_singular(key)) or COUNTRIES.get(key.removesuffix("s")) or frozenset()


def _acronym_of(short: str, long: str) -> bool:
    parts = long.split()
    if " " in short or len(parts) < 2 or not 2 <= len(short) <= 8:
        return False
    main = "".join(p[0] for p in parts if p not in ("of", "for", "the", "and", "de", "la", "du", "des"))
    return short in (main, "".join(p[0] for p in parts))


def _shorter(short: list[str], long: list[str]) -> bool:
    """Whether ``short`` is a short form of ``long``: a surname, the beginning of a body's name, initials for given names."""
    if len(short) > len(long) or all(p in _GENERIC for p in short):
        return False
    if len(short) == len(long):
        return all(_near(x, y) or len(short) > 1 and min(len(x), len(y)) == 1 and x[0] == y[0] for x, y in zip(short, long))
    rest = [p for p in long if p not in short]
    if "of" in long and "of" not in short or all(p in _GENERIC for p in rest) and not all(p in _BODIES for p in rest):
        return False
    if len(short) == 1:
        return _near(short[0], long[-1]) or _near(short[0], long[0])
    if short == long[: len(short)] or short == long[-len(short) :]:
        return True
    # same family name, and the given names of the one among those of the other: "J. Smith", "John A. Smith"
    return _near(short[-1], long[-1]) and all(any(x == y or min(len(x), len(y)) == 1 and x[0] == y[0] for y in long[:-1])
                                              for x in short[:-1])


NEAR_FROM = 6
"""Letters from which two spellings that differ in one letter are one name ("Zelensky", "Zelenskyy"): shorter names one
letter apart are often two ("Brandt", "Brand")."""


def _near(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < NEAR_FROM or abs(len(a) - len(b)) > 1:
        return False
    if sorted(a) == sorted(b) and sum(x != y for x, y in zip(a, b)) == 2:
        return True  # "Center", "Centre"
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]
