"""One change to a sentence, of one kind: what is stated becomes something else.

Every edit takes the sentence, the passage it stands in (where the false value is borrowed from if it can be: that is how
real errors look) and a seeded random source, and returns the changed sentence or None where nothing can be changed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.text.names import Name, names
from checker.text.quote_marks import quote_pairs
from checker.training.generated.opposites import DIRECTED, NEGATABLE, OPPOSITES, SURER, WEAKER

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty eighty ninety".split()
ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_FIGURE = re.compile(r"(?<![\w.,/:-])\d[\d,]*(?:\.\d+)?(?![\w/:]|[.,-]\d|-[a-z])(?=%?)|(?<![\w.,])\d[\d,]*(?:\.\d+)?(?=(?:m|bn|mn|k|km|st|nd|rd|th)\b|-(?:year|point|day|month))")
_NUMBER_WORD = re.compile(r"\b(" + "|".join(NUMBER_WORDS) + r")\b", re.I)
_ORDINAL = re.compile(r"\b(" + "|".join(ORDINALS) + r")\b")
_SCALE = re.compile(r"(?<=\d )(million|billion|trillion|thousand)\b")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
BORROWED = 0.6
"""How often a false value is one that stands elsewhere in the passage, where there is one. Set by hand."""
SCALED = 0.15
"""How often a false number is the scale exchanged (million for billion) where a scale is named. Set by hand."""

Edit = Callable[[str, str, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of edit and the stance that an unchanged passage takes on the changed sentence."""

    name: str
    stance: str
    edit: Edit


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _cased(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _choose(own: str, same_kind: list[str], pool: list[str], rng: random.Random) -> str | None:
    """Another value: mostly one of the passage."""
    near = sorted({v for v in same_kind if v.lower() != own.lower()})
    far = [v for v in pool if v.lower() != own.lower()]
    if near and (not far or rng.random() < BORROWED):
        return rng.choice(near)
    return rng.choice(far) if far else None


def number(sentence: str, passage: str, rng: random.Random) -> str | None:
    """Another figure, number word, ordinal or scale."""
    scales = list(_SCALE.finditer(sentence))
    if scales and rng.random() < SCALED:
        found = rng.choice(scales)
        return _put(sentence, *found.span(), {"million": "billion", "billion": "million", "trillion": "billion", "thousand": "million"}[found[0]])
    places = [*_FIGURE.finditer(sentence), *_NUMBER_WORD.finditer(sentence), *_ORDINAL.finditer(sentence)]
    if not places:
        return None
    found = rng.choice(places)
    own = found[0]
    if own[0].isdigit():
        others = [m[0] for m in _FIGURE.finditer(passage) if _like(m[0], own)]
        new = _choose(own, others, _near_figures(own, rng), rng)
    elif own.lower() in NUMBER_WORDS:
        new = _choose(own, [m[0].lower() for m in _NUMBER_WORD.finditer(passage)], NUMBER_WORDS, rng)
    else:
        new = _choose(own, [m[0] for m in _ORDINAL.finditer(passage)], ORDINALS, rng)
    return None if new is None else _put(sentence, *found.span(), _cased(new, own))


def _like(a: str, b: str) -> bool:
    """Figures that could stand in each other's place: both years or neither, within a factor of 30."""
    x, y = (float(v.replace(",", "").rstrip(".")) for v in (a, b))
    return _year(a) == _year(b) and x != y and max(x, y) <= 30 * max(min(x, y), 0.1)


def _year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdigit() and 1800 <= int(figure) <= 2100


def _near_figures(own: str, rng: random.Random) -> list[str]:
    plain = own.replace(",", "")
    if _year(own):
        return [str(int(own) + d) for d in (-10, -3, -2, -1, 1, 2, 3, 10)]
    if "." in plain:
        decimals = len(plain.split(".")[1])
        value = float(plain)
        return [f"{v:.{decimals}f}" for v in (value * 2, value / 2, value + 1, abs(value - 1), value * 1.3, value * 0.7)
                if f"{v:.{decimals}f}" != plain]
    value = int(plain)
    made = {value + 1, value + 2, max(1, value - 1), value * 2, max(1, value // 2), value * 10, max(1, round(value * 1.3)), max(1, round(value * 0.7))}
    if len(plain) > 1:
        made.add(int(plain[::-1].lstrip("0") or "1"))
        middle = rng.randrange(len(plain) - 1)
        made.add(int(plain[:middle] + plain[middle + 1] + plain[middle] + plain[middle + 2 :]))
    made.discard(value)
    return [f"{v:,}" if "," in own else str(v) for v in sorted(made)]


def date(sentence: str, passage: str, rng: random.Random) -> str | None:
    """Another weekday or month."""
    places = [(m, pool) for pool in (WEEKDAYS, MONTHS) for m in re.finditer(rf"\b(?:{'|'.join(pool)})\b", sentence)]
    if not places:
        return None
    found, pool = rng.choice(places)
    new = _choose(found[0], [w for w in pool if re.search(rf"\b{w}\b", passage)], pool, rng)
    return None if new is None else _put(sentence, *found.span(), new)


def name(sentence: str, passage: str, rng: random.Random) -> str | None:
    """Another name of the passage in the place of one."""
    own = names(sentence)
    keys = {n.key for n in own}
    places = [n for n in own if n.span.start > 0 or len(n.text.split()) > 1]
    rng.shuffle(places)
    for chosen in places:
        others = [n for n in names(passage) if _takes_place(n, chosen) and n.key not in keys]
        if others:
            other = rng.choice(sorted(others, key=lambda n: n.key))
            return _put(sentence, chosen.span.start, chosen.span.end, other.text)
    return None


def _takes_place(other: Name, own: Name) -> bool:
    a, b = set(other.key.split()), set(own.key.split())
    return other.kind == own.kind and not a & b and len(a) == len(b) and other.text.isupper() == own.text.isupper()


def role(sentence: str, passage: str, rng: random.Random) -> str | None:
    """Subject and object of a directed verb change places."""
    found = names(sentence)
    for left, right in zip(found, found[1:], strict=False):
        between = _WORD.findall(sentence[left.span.end : right.span.start])
        if left.kind == right.kind and 1 <= len(between) <= 4 and any(w.lower() in DIRECTED for w in between) and left.key != right.key:
            swapped = _put(sentence, right.span.start, right.span.end, left.text)
            return _put(swapped, left.span.start, left.span.end, right.text)
    return None


def negation(sentence: str, passage: str, rng: random.Random) -> str | None:
    """A "not" put in or taken out after an auxiliary."""
    words = list(_WORD.finditer(sentence))
    for word, following in zip(words, words[1:], strict=False):
        if word[0].lower() in NEGATABLE and following[0] == "not":
            return _put(sentence, word.end(), following.end(), "")
    places = [w for w, after in zip(words, words[1:], strict=False) if w[0] in NEGATABLE
              and sentence[w.end() : after.start()] == " " and after[0][0].islower() and after[0] not in ("only", "to", "no", "not")
              and (w[0] not in ("have", "has", "had") or after[0] == "been" or after[0].endswith(("ed", "en")))]
    if not places or "?" in sentence:
        return None
    chosen = rng.choice(places)
    return _put(sentence, chosen.end(), chosen.end(), "not" if chosen[0] == "can" else " not")


def opposite(sentence: str, passage: str, rng: random.Random) -> str | None:
    """A word exchanged for one that says the opposite."""
    places = [m for m in _WORD.finditer(sentence) if m[0].lower() in OPPOSITES and (m[0].islower() or m.start() == 0)]
    if not places:
        return None
    found = rng.choice(places)
    return _put(sentence, *found.span(), _cased(rng.choice(OPPOSITES[found[0].lower()]), found[0]))


def quotation(sentence: str, passage: str, rng: random.Random) -> str | None:
    """One word inside a direct quotation changed."""
    places = []
    for pair in quote_pairs(sentence):
        start, end = pair.inner.start, pair.inner.end
        places += [m for m in _WORD.finditer(sentence, start, end) if m[0].lower() in OPPOSITES]
        places += list(_NUMBER_WORD.finditer(sentence, start, end))
    if not places:
        return None
    found = rng.choice(places)
    own = found[0].lower()
    new = rng.choice(OPPOSITES[own]) if own in OPPOSITES else rng.choice([w for w in NUMBER_WORDS if w != own])
    return _put(sentence, *found.span(), _cased(new, found[0]))


def surer(sentence: str, passage: str, rng: random.Random) -> str | None:
    """A hedge dropped, or some made all."""
    return _table(sentence, SURER, rng)


def weaker(sentence: str, passage: str, rng: random.Random) -> str | None:
    """A firm statement made careful."""
    return _table(sentence, WEAKER, rng)


def _table(sentence: str, table: Mapping[str, tuple[str, ...]], rng: random.Random) -> str | None:
    places = [(m, phrase) for phrase in table for m in re.finditer(rf"\b{phrase}\b", sentence) if " not" not in sentence[m.start() : m.end() + 5]]
    if not places:
        return None
    found, phrase = rng.choice(places)
    new = rng.choice(table[phrase])
    return re.sub(r"  +", " ", _put(sentence, *found.span(), new)).strip()


KINDS = (
    Kind("number", "contradicts", number), Kind("date", "contradicts", date), Kind("name", "contradicts", name),
    Kind("role", "contradicts", role), Kind("negation", "contradicts", negation), Kind("opposite", "contradicts", opposite),
    Kind("quote", "contradicts", quotation), Kind("hedge-dropped", "silent", surer), Kind("weaker", "supports", weaker),
)
