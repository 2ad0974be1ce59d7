"""Pairs of a passage of a few invented facts and a claim on one of them, put by another writer: which fact is meant, and is it so?

A frame (``frames_*.txt``) says one kind of fact in several ways (``-``) and has a second writer tell it in other words (``+``). A
passage puts two to four facts of one party, or one kind of fact of several parties, beside one another. Of each claim there is a twin
with another date, figure or place, mostly that of the neighbouring fact, or with the parties exchanged; what is silent tells a fact that
the passage lacks, or a detail of one that it leaves out. Nothing but finding the right fact and comparing it helps.

A frame may have another side, said (``~``) and told (``!``): that it came out the other way. Its facts fall on either, and a twin may
tell the wrong one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter

from checker.evaluation.labelled import Pair
from checker.training.generated.parties import DATES, date, party, place

PASSAGES = 4000
"""Passages that are made of a file of frames: more than a stage has drawn so far; a mixture's cap cuts them further."""
NEW_VALUE = 0.35
"""How often a twin's wrong value is one that stands nowhere, rather than that of another fact. Set by hand."""
CLAUSES = ("-", "+", "~", "!")
"""Marks of clauses: said, told, said of the other side, told of it."""
SURNAME = 0.5
"""How often the claims on a fact call people by their surname alone. Set by hand."""
PLAIN = 0.5
"""How often a claim is put as the passage or another newspaper would put it, rather than retold. Who did it to whom was not learnt from
retold claims alone: after thousands of pairs a model still leaned to "B sued A" nearly as far as to "A sued B" where the passage had just
these words with the parties the other way round."""
VALUES = ("T", "N", "P", "S")
"""Slots that a twin may have another value in: dates, figures, places, scores."""
CLASHING = (
    {"acquitted", "sentenced"}, {"firm-profit", "firm-loss"}, {"share-price", "share-price-fell"}, {"beat", "drew"},
    {"elected", "lost-election"}, {"strike-began", "strike-ended"}, {"born", "died", "graduated"}, {"moved", "born"},
    {"boss-appointed", "boss-left"}, {"firm-founded", "shop-opened", "firm-moved"})
"""Frames of which one lets the other be doubted: never told of a party whose passage has the other."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of fact. ``first`` and ``second`` are types of parties ("" for none), ``unit``, ``low`` and ``high`` its figure;
    ``both``: the parties may change places. ``otherwise_said`` and ``otherwise_told``: its other side, empty where it has none."""

    name: str
    first: str
    second: str
    unit: str
    low: int
    high: int
    both: bool
    said: tuple[str, ...]
    told: tuple[str, ...]
    otherwise_said: tuple[str, ...] = ()
    otherwise_told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A frame with its slots filled, and the words of the passage that state it. ``otherwise``: they state its other side."""

    frame: Frame
    slots: dict[str, str]
    said: str
    otherwise: bool = False

    @property
    def stated(self) -> frozenset[str]:
        return slots_of(self.said)

    @property
    def told(self) -> tuple[str, ...]:
        """How another writer tells it."""
        return self.frame.otherwise_told if self.otherwise else self.frame.told

    @property
    def plain(self) -> tuple[str, ...]:
        """How a newspaper says it."""
        return self.frame.otherwise_said if self.otherwise else self.frame.said

    @property
    def denied(self) -> tuple[str, ...]:
        """What would be told if it had come out the other way; empty for a frame with one side."""
        return self.frame.told if self.otherwise else self.frame.otherwise_told

    def clause(self) -> str:
        return fill(self.said, self.slots)


def read_frames(path: Path) -> tuple[Frame, ...]:
    """The frames of a file (see its head for the form).

    Raises:
        ValueError: a line that is none of the form.
    """
    frames: list[Frame] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, text = line[:1], line[1:].strip()
        if not text or mark == "#":
            continue
        if mark == "=":
            name, *rest = (x.strip() for x in text.split(";"))
            known = dict(x.split("=", 1) for x in rest if "=" in x)
            unit, low, high = known.get("N", "x 2 9").split()
            frames.append(Frame(name, known["A"], known.get("B", ""), unit.replace("_", " "), int(low), int(high), "both" in rest, (), ()))
        elif mark in CLAUSES and frames:
            frames[-1] = _with_clause(frames[-1], mark, text)
        else:
            raise ValueError(f"{path}: line {number}: neither a frame (=) nor one of its clauses ({', '.join(CLAUSES)})")
    return tuple(frames)


def _with_clause(frame: Frame, mark: str, text: str) -> Frame:
    match mark:
        case "-":
            return replace(frame, said=(*frame.said, text))
        case "+":
            return replace(frame, told=(*frame.told, text))
        case "~":
            return replace(frame, otherwise_said=(*frame.otherwise_said, text))
        case _:
            return replace(frame, otherwise_told=(*frame.otherwise_told, text))


def fact_pairs(path: Path, seed: str) -> Iterator[Pair]:
    """Pairs from :data:`PASSAGES` passages, those of one passage under one unit."""
    frames = read_frames(path)
    for number in range(PASSAGES):
        rng = random.Random(f"{seed}/{number}")
        facts = _facts(frames, rng)
        passage = " ".join(_sentence(f.clause()) for f in facts)
        short = _surnames(facts)
        passage = _with_surnames(passage, short, skip=1)
        made: dict[str, str] = {}
        for fact in rng.sample(facts, 2):
            called = short if rng.random() < SURNAME else {}
            for claim, stance in _claims(fact, facts, frames, rng):
                made.setdefault(_with_surnames(claim, called, skip=0), stance)
        if set(made.values()) >= {"supports", "contradicts"}:
            for claim, stance in made.items():
                yield Pair(passage, claim, stance, f"facts-{path.stem}-{number}")


def _surnames(facts: list[Fact]) -> dict[str, str]:
    """The surname of every person of a passage who shares it with none of the others."""
    people = {f.slots[slot] for f in facts for slot, kind in (("A", f.frame.first), ("B", f.frame.second)) if kind == "person"}
    surnames = [name.split()[-1] for name in people]
    return {name: name.split()[-1] for name in sorted(people) if surnames.count(name.split()[-1]) == 1}


def _with_surnames(text: str, surnames: dict[str, str], skip: int) -> str:
    """People called by their surname, but for the first ``skip`` times each is named."""
    for name, surname in surnames.items():
        parts = text.split(name)
        text = name.join(parts[: skip + 1]) + "".join(surname + part for part in parts[skip + 1 :])
    return text


def _facts(frames: tuple[Frame, ...], rng: random.Random) -> list[Fact]:
    """Two to four facts: of one party, or one kind of fact of several parties."""
    style = rng.choice(DATES)
    used: set[str] = set()
    count = rng.choice((2, 3, 3, 4))
    lead = rng.choice(frames)
    alike = [f for f in frames if f.first == lead.first and f.name != lead.name and not _clash(f, lead)]
    chosen = [lead, *rng.sample(alike, min(count - 1, len(alike)))]
    chosen = [f for i, f in enumerate(chosen) if not any(_clash(f, g) for g in chosen[:i])]
    several = rng.random() < 0.4 or len(chosen) < 2
    main = party(lead.first, rng, used)
    if several:
        chosen = [lead] * (2 + (rng.random() < 0.3)) + (chosen[1:2] if rng.random() < 0.4 else [])
    facts = []
    for i, frame in enumerate(chosen):
        first = party(frame.first, rng, used) if several and i and frame is lead else main
        facts.append(_filled(frame, first, style, rng, used))
    rng.shuffle(facts)
    return facts


def _clash(one: Frame, two: Frame) -> bool:
    return any(one.name in group and two.name in group for group in CLASHING) and one.name != two.name


def _filled(frame: Frame, first: str, style: str, rng: random.Random, used: set[str]) -> Fact:
    slots = {"A": first, "B": party(frame.second, rng, used) if frame.second else "", "P": place(rng, used)}
    when = date(style, rng, used)
    slots |= {"T": when.phrase, "T0": when.bare, "style": style} | _figure(frame, rng, used) | _score(rng)
    later = date("day", rng, used).bare
    slots |= {"P0": later, "P1": later}
    otherwise = bool(frame.otherwise_said) and rng.random() < 0.5
    return Fact(frame, slots, rng.choice(frame.otherwise_said if otherwise else frame.said), otherwise)


def _figure(frame: Frame, rng: random.Random, used: set[str]) -> dict[str, str]:
    while True:
        number = round(rng.uniform(frame.low, frame.high))
        if number > 1000:
            number = round(number, -1 if number < 10000 else -2)
        plain = f"{number:,}"
        if plain not in used:
            used.add(plain)
            return {"N0": plain, "N": f"{plain} {frame.unit}"}


def _score(rng: random.Random) -> dict[str, str]:
    high = rng.randint(1, 5)
    low = rng.randint(0, high - 1)
    return {"S": f"{high}-{low}", "S0": f"{low}-{high}", "D": f"{low}-{low}"}


def _claims(fact: Fact, facts: list[Fact], frames: tuple[Frame, ...], rng: random.Random) -> Iterator[tuple[str, str]]:
    """A supported claim on the fact with its twins, and what the passage does not settle."""
    frame = fact.frame
    open_ = [t for t in (fact.plain if rng.random() < PLAIN else fact.told) if slots_of(t) <= fact.stated]
    twinned = [t for t in open_ if set(VALUES) & slots_of(t) or frame.second or fact.denied]
    if twinned:
        told = rng.choice(twinned)
        twin = _twin(told, fact, facts, rng)
        if twin:
            yield _sentence(fill(told, fact.slots)), "supports"
            yield _sentence(twin), "contradicts"
    unstated = [t for t in fact.told if slots_of(t) - fact.stated and {"A", "B"} & slots_of(t)]
    others = [f for f in frames if f.first == frame.first and f.name not in {x.frame.name for x in facts}
              and not any(_clash(f, x.frame) for x in facts)]
    if unstated and rng.random() < 0.5:
        yield _sentence(fill(rng.choice(unstated), fact.slots)), "silent"
    elif others:
        other = rng.choice(others)
        # with the values of the passage: only what is told of them is new
        slots = fact.slots | ({"B": party(other.second, rng, set())} if other.second and other.second != frame.second else {})
        slots |= {"N": f"{fact.slots['N0']} {other.unit}"}
        yield _sentence(fill(rng.choice(other.told + other.otherwise_told), slots)), "silent"


def _twin(told: str, fact: Fact, facts: list[Fact], rng: random.Random) -> str:
    """The claim with one thing wrong; empty where nothing can be made wrong for certain."""
    frame, slots = fact.frame, dict(fact.slots)
    kinds = [k for k in VALUES if k in slots_of(told)]
    if frame.second and {"A", "B"} <= slots_of(told):
        if frame.second == frame.first and not frame.both:
            kinds += ["exchange", "exchange"]
        elif not kinds:
            kinds.append("party")
    denied = [t for t in fact.denied if slots_of(t) <= fact.stated]
    if denied:
        kinds += ["outcome"] * (len(kinds) + 1)
    if not kinds:
        return ""
    kind = rng.choice(kinds)
    if kind == "outcome":
        return fill(rng.choice(denied), slots)
    if kind == "exchange":
        return fill(told, slots | {"A": slots["B"], "B": slots["A"]})
    if kind == "party":
        used = {fact.slots["A"], fact.slots["B"]}
        rivals = [f.slots["B"] for f in facts if f.frame.second == frame.second and f.slots["B"] not in used]
        return fill(told, slots | {"B": rng.choice(rivals) if rivals else party(frame.second, rng, used)})
    family = {"T": ("T", "T0"), "N": ("N", "N0"), "P": ("P", "P0", "P1"), "S": ("S", "S0", "D")}[kind]
    others = [f for f in facts if f is not fact and family[0] in slots_of(f.said) and (kind != "N" or f.frame.unit == frame.unit)]
    if others and rng.random() > NEW_VALUE:
        other = rng.choice(others)
        return fill(told, slots | {k: other.slots[k] for k in family})
    fresh = _filled(frame, slots["A"], slots["style"], rng, {*slots.values()})
    return fill(told, slots | {k: fresh.slots[k] for k in family})


def slots_of(clause: str) -> frozenset[str]:
    """The names of a clause's slots, "T" for "T0"; "P0" and "P1" are no places but deadlines."""
    return frozenset(name if name in ("P0", "P1") else name[0] for _, name, _, _ in Formatter().parse(clause) if name)


def fill(clause: str, slots: dict[str, str]) -> str:
    return clause.format(**slots)


def _sentence(clause: str) -> str:
    return clause[0].upper() + clause[1:] + "."

