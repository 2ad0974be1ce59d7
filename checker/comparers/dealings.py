"""Who did what to whom, whichever of the two a sentence begins with: "A sold it to B" and "B bought it from A" are one dealing.

No parser: a dealing is a form of our own table between two parties (see ``parties.py``). Its first party must be free to act (behind no preposition, no
possessive, nothing else with a meaning between it and the verb); what cannot be told for sure is no dealing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checker.comparers.parties import DESCRIBED, parties, same_party
from checker.text.names import PLACE, Name
from checker.text.person_names import is_role
from checker.text.sentences import split
from checker.text.words import STOP_WORDS, Token, stem, tokens

_TABLE = """
sell: sell _ to; transfer _ to; supply _ to | buy _ from; purchase _ from; acquire _ from; get _ from
take over: buy; acquire; purchase; take over; snap up; swallow; absorb; bid for; bid _ for; make _ bid for; make _ offer for; pay _ for
lend: lend _ to; loan _ to; lend | borrow _ from; owe _ to; owe
give: pay; compensate; reimburse; refund; give _ to; donate _ to; pay _ to; award _ to; grant _ to | receive _ from; accept _ from; get _ from; collect _ from; win _ from
beat: beat; defeat; overcome; outplay; thrash; crush; edge; stun; upset; eliminate; overpower; topple; win over; win against; victory over;
  win _ over; win _ against; triumph over; see off; knock out; dispose of; brush aside | lose to; lose _ to; lose against; lose _ against;
  fall to; bow out to; go down to; go out to; go out _ to; succumb to; loss to; defeat to; defeat against; defeat by
sue: sue; take _ to court; take _ to court over; file _ against; bring _ case against; bring _ against; lodge _ against; lawsuit against;
  complaint against; go to court against; start _ against | face lawsuit from; face _ lawsuit from; face complaint from
accuse: accuse; blame; denounce; criticise; criticize; condemn; rebuke; attack
succeed: succeed; supersede; replace; take over from; take over _ from; follow; step into _ shoes of; take _ place of | precede; hand over to; give way to;
  make way for; hand _ to
hire: hire; employ; recruit; take on; appoint; engage | work for; sign for; join
fire: fire; sack; dismiss; lay off
save: save; rescue; pull; haul; drag; free
endorse: endorse; back; support; champion; vote for; campaign for; urge _ to vote for; call on _ to vote for; tell _ to vote for;
  throw _ behind; swing _ behind | win _ backing of; win _ endorsement of; win _ support of
reject: reject; spurn; rebuff; spurn _ from; rebuff _ from; turn down; turn down _ from; refuse _ from; reject _ from; decline _ from
order: order; instruct; tell _ to; direct; command
warn: warn
summon: summon; call in
overtake: overtake; pass; outsell; outperform; overhaul | fall behind; trail; lag behind; drop behind
outrank: lead; head
attack: attack; assault; hit; strike; stab; shoot; bomb; shell; invade; kill; injure; wound
arrest: arrest; detain; charge; convict; extradite; fine; jail
help: help; assist; train; coach; teach; mentor; treat
visit: visit; host; invite; welcome
name after: name _ after; call _ after
thank: thank; praise; congratulate; pay tribute to; honour; honor
part from: divorce; leave
"""
"""One dealing a line: the forms in which the doer stands first, and behind the bar those that begin with the other. ``_`` is up to
:data:`GAP` words that are no names. By our own reading of news; verbs that hold both ways round (meet, marry, play) are left out."""
_NOUNS = """
succeed: successor | predecessor
teacher: teacher mentor coach trainer tutor | pupil student protégé trainee apprentice
employer: employer boss | employee aide assistant deputy
owner: owner parent | subsidiary
landlord: landlord | tenant
supplier: supplier | customer client
"""
"""Nouns of which one makes the other: "A is B's successor" is "B is A's predecessor"."""

GAP = 9
"""Words between a verb and its preposition, at most: "sold its 64 petrol stations in the north of the country to"."""
OBJECT_REACH = 7
"""Words between a verb or preposition and the name, at most: "the qualifier", "its larger rival"."""
LONGEST = 100
"""Words of a sentence beyond which it is not read: news has none so long, and hostile text must not cost quadratic time."""
SUBJECT_REACH = 6
"""Words between the doer and the verb, at most, what stands between commas not counted."""

_BE = frozenset("be am is are was were been being get gets got getting".split())
_FREE = STOP_WORDS | frozenset("""has have had will would is are was were be been being also now then once again first finally later already agreed
    agree agrees decided decides decide wants wanted plans planned hopes hoped tried tries going due set has had who which that whom did does do
    to""".split())
"""Words that may stand between a doer and the verb."""
_CLOSED = frozenset("said says say told tells added adds announced but while although though because when where if unless whether as and or".split())
"""Words over which no doer reaches a verb and no verb a name."""
_PREPOSITIONS = frozenset("in at of from for on near with to by into over under against between among about as than via per after before".split())
_RELATIVE = frozenset("who which".split())
_SIDE_HEADS = frozenset("""republic city state town island kingdom port county district village people residents tenants government authorities
    ambassador envoy embassy army navy forces troops lawyers owners shareholders president parliament""".split())
"""Nouns that stand for whoever is named behind "of" or before "'s": "the republic of Toavu", "Estmark's ambassador"."""
_DEEDS = frozenset("victory win triumph loss defeat lawsuit complaint".split())
"""Nouns of the table whose doer is named before "'s"."""
_OFFERS = frozenset("bid offer approach proposal request demand appeal application".split())
_OWN = frozenset("his her its their".split())
_PRONOUNS = frozenset("him her them it".split())
_PAST = frozenset("""sold bought lent lost won beaten overcome taken given paid seen shot hit struck led taught left told thrown made held""".split())


@dataclass(frozen=True, slots=True)
class Dealing:
    """``doer`` did ``deal`` (a line of the table) to ``other``."""

    deal: str
    doer: Name
    other: Name


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a dealing: stems in order (None is the gap), and whether the other one stands first."""

    deal: str
    words: tuple[str | None, ...]
    turned: bool


def _forms() -> dict[str, tuple[_Form, ...]]:
    found: dict[str, list[_Form]] = {}
    for line in _TABLE.replace("\n  ", " ").strip().splitlines():
        deal, _, sides = line.partition(": ")
        for turned, side in enumerate(sides.split(" | ")):
            for form in side.split(";"):
                words = tuple(None if w == "_" else stem(w) for w in form.split())
                assert words[0] is not None
                found.setdefault(words[0], []).append(_Form(deal, words, bool(turned)))
    # the longest first: "take over from" before "take over"
    return {key: tuple(sorted(forms, key=lambda f: (-len(f.words), f.deal))) for key, forms in found.items()}


_FORMS = _forms()
_TURNED_NOUN = {
    stem(word): (line.partition(": ")[0], bool(turned))
    for line in _NOUNS.strip().splitlines() for turned, side in enumerate(line.partition(": ")[2].split(" | ")) for word in side.split()}


@lru_cache(maxsize=2048)
def dealings(text: str) -> tuple[Dealing, ...]:
    """The dealings of a text: those between two names in order, then those that take a party without a name in. Never raises."""
    there = parties(text)
    named = _read(text, tuple(n for n in there if n.kind != DESCRIBED))
    described = _read(text, there) if len(there) > 1 and any(n.kind == DESCRIBED for n in there) else ()
    return (*named, *(d for d in described if DESCRIBED in (d.doer.kind, d.other.kind)))


def _read(text: str, named: tuple[Name, ...]) -> tuple[Dealing, ...]:
    """What the sentences of a text tell of some parties."""
    found: list[Dealing] = []
    before: tuple[Name, ...] = ()
    for span in split(text):
        inside = tuple(n for n in named if span.start <= n.span.start and n.span.end <= span.end)
        words = tokens(span.of(text)) if inside else ()
        if inside and len(words) <= LONGEST:
            sentence = _Sentence(text, words, span.start, inside, before)
            found += sentence.dealings()
            before = sentence.free_names()
    return tuple(found)


class _Sentence:
    """One sentence as a row of words, each plain or part of a name."""

    def __init__(self, text: str, words: tuple[Token, ...], base: int, inside: tuple[Name, ...], before: tuple[Name, ...]) -> None:
        self._text, self._names, self._before = text, inside, before
        self._words = words
        self._at = [(w.span.start + base, w.span.end + base) for w in words]
        self._name: list[Name | None] = [
            next((n for n in inside if n.span.start <= start and end <= n.span.end or n.span.start <= start < n.span.end), None)
            for start, end in self._at]
        self._taken: set[int] = set()

    def free_names(self) -> tuple[Name, ...]:
        """Those behind no preposition and before no "'s"."""
        return tuple(n for n in self._names if not self._possessive(n) and not self._behind_preposition(self._first(n)))

    def _first(self, name: Name) -> int:
        return next(i for i, n in enumerate(self._name) if n is name)

    def dealings(self) -> Iterator[Dealing]:
        for at, word in enumerate(self._words):
            if self._name[at] is None:
                yield from self._noun(at)
                for form in _FORMS.get(stem(word.lower), ()):
                    found = self._read(at, form)
                    if found is not None:
                        yield found
                        break

    def _read(self, at: int, form: _Form) -> Dealing | None:
        end = self._matched(at, form)
        if end is None or self._negated(at):
            return None
        passive = self._passive(at)
        if passive:
            by = self._by(end)
            doer, other = (self._object(by), self._subject(at) or self._offering(at)) if by is not None and form.words[-1] not in ("to", "from") else (None, None)
        else:
            doer, other = self._subject(at), self._within(at, end, form) or self._object(end)
            if other is None and doer is not None:
                other = self._meant(end, doer)
            if other is not None:
                self._taken.add(other.span.start)
        if doer is None or other is None or doer is other:
            return None
        return Dealing(form.deal, other, doer) if form.turned else Dealing(form.deal, doer, other)

    def _within(self, at: int, end: int, form: _Form) -> Name | None:
        """The one in the gap of a form that leads to nobody behind it: "took A to court"."""
        if None not in form.words or form.words[-1] in _PREPOSITIONS:
            return None
        inside = [name for name in self._name[at + 1 : end] if name is not None]
        return inside[0] if inside and all(n is inside[0] for n in inside) and not self._possessive(inside[0]) else None

    def _matched(self, at: int, form: _Form) -> int | None:
        """The number of the word behind a form that begins here."""
        position = at + 1
        for number, wanted in enumerate(form.words[1:], 1):
            if wanted is None:
                continue
            reach = GAP if form.words[number - 1] is None else 0
            for step in range(reach + 1):
                here = position + step
                if here >= len(self._words) or self._name[here] is not None and wanted != "from" and wanted != "to":
                    return None
                if self._words[here].lower in _CLOSED:
                    return None
                if self._name[here] is None and stem(self._words[here].lower) == wanted:
                    position = here + 1
                    break
            else:
                return None
        return position

    def _passive(self, at: int) -> bool:
        word = self._words[at].lower
        before = [self._words[i].lower for i in range(max(0, at - 3), at) if self._name[i] is None]
        return (word.endswith("ed") or word in _PAST) and any(w in _BE for w in before)

    def _negated(self, at: int) -> bool:
        return any(self._words[i].lower in ("not", "never", "no") or self._words[i].lower.endswith("n't") for i in range(max(0, at - 4), at))

    def _by(self, start: int) -> int | None:
        for here in range(start, min(len(self._words), start + GAP)):
            name = self._name[here]
            if self._words[here].lower in _CLOSED or name is not None and not self._behind_preposition(self._first(name)):
                return None
            if self._words[here].lower == "by":
                return here + 1
        return None

    def _meant(self, start: int, doer: Name) -> Name | None:
        """The one whom "him" or "it" behind a verb stands for, if only one was named that it could be."""
        if start >= len(self._words) or self._words[start].lower not in _PRONOUNS or self._words[start - 1].span.end + 1 < self._words[start].span.start:
            return None
        # "her house" is no "her"
        following = self._words[start + 1].lower if start + 1 < len(self._words) else ""
        if self._words[start].lower == "her" and following and following not in _PREPOSITIONS and following not in STOP_WORDS:
            return None
        place = self._at[start][0]
        before = [n for n in (*self._before, *self.free_names()) if n.span.end <= place and n.kind != PLACE and not same_party(n, doer)]
        return before[0] if before and all(same_party(before[0], n) for n in before) else None

    def _object(self, start: int) -> Name | None:
        """The name that a verb or preposition leads to; a comma may stand right before it, behind its role."""
        for here in range(start, min(len(self._words), start + OBJECT_REACH)):
            name = self._name[here]
            gap = self._text[self._at[here - 1][1] : self._at[here][0]]
            if name is not None:
                if self._possessive(name) and not self._side_behind(here) or ("," in gap and not is_role(self._words[here - 1].lower)):
                    return None
                return name
            if here > start and any(c in gap for c in ",;:()–—\"“”"):
                return None
            word = self._words[here].lower
            if word == "of" and here > start and self._words[here - 1].lower in _SIDE_HEADS:
                continue
            if word in _PREPOSITIONS or word in _CLOSED:
                # "the chief executive of Gerlach" is not Gerlach
                return None
        return None

    def _offering(self, at: int) -> Name | None:
        """Whose bid it is that was turned down: "a bid made by Cobalt Range has been spurned"."""
        named = [i for i in range(at) if self._name[i] is not None]
        if not named or not _OFFERS & {self._words[i].lower for i in range(at)}:
            return None
        name = self._name[named[-1]]
        assert name is not None
        first = self._first(name)
        owned = self._possessive(name) and named[-1] + 1 < at and self._words[named[-1] + 1].lower in _OFFERS
        by = first > 0 and self._words[first - 1].lower in ("by", "from") and at - named[-1] <= SUBJECT_REACH
        return name if owned or by else None

    def _side_behind(self, at: int) -> bool:
        """Whether what a possessive name owns stands for the name: "Estmark's ambassador"."""
        name = self._name[at]
        last = max(i for i, n in enumerate(self._name) if n is name)
        return last + 1 < len(self._words) and self._words[last + 1].lower in _SIDE_HEADS

    def _subject(self, at: int) -> Name | None:
        """The nearest name before a verb that is free to act."""
        before = self._name[at - 1] if at else None
        if before is not None and self._possessive(before) and self._words[at].lower in _DEEDS:
            return before  # "Soto's victory over"
        between: list[str] = []
        skipping = False
        for here in range(at - 1, -1, -1):
            gap = self._text[self._at[here][1] : self._at[here + 1][0]]
            if any(c in gap for c in ";:()–—\"“”"):
                return None
            if "," in gap:
                skipping = not skipping
            name = self._name[here]
            word = self._words[here].lower
            if name is not None:
                first = self._first(name)
                related = bool(between) and between[-1] in _RELATIVE
                free = related or (not self._possessive(name) or self._side_behind(first)) and not self._behind_preposition(first)
                acted_on = name.span.start in self._taken and not related
                if free and not acted_on and len(between) <= SUBJECT_REACH:
                    return name
                if free and not acted_on:
                    return None
                continue
            if word in _CLOSED and not skipping:
                return None
            if not skipping and not self._follows_name_phrase(here):
                sided = word in _SIDE_HEADS and here and self._name[here - 1] is not None
                if word not in _FREE and not word.endswith("ly") and not word.endswith("day") and not sided:
                    return None
                between.append(word)
        return None

    def _follows_name_phrase(self, here: int) -> bool:
        """Whether a word is a preposition right before a name, or stands between two words of one: "of" in "mayor of Aldra"."""
        return self._words[here].lower in _PREPOSITIONS and here + 1 < len(self._words) and self._name[here + 1] is not None

    def _possessive(self, name: Name) -> bool:
        return self._text[name.span.end : name.span.end + 2] in ("'s", "’s") or self._text[max(0, name.span.end - 2) : name.span.end] in ("'s", "’s")

    def _behind_preposition(self, first: int) -> bool:
        for here in range(first - 1, max(-1, first - 4), -1):
            if self._name[here] is not None:
                return False
            gap = self._text[self._at[here][1] : self._at[here + 1][0]]
            if "," in gap:
                return False
            if self._words[here].lower in _PREPOSITIONS:
                return not (self._words[here].lower == "of" and here and self._words[here - 1].lower in _SIDE_HEADS)
        return False

    def _noun(self, at: int) -> Iterator[Dealing]:
        """ "A is B's successor", "B's successor is A", "A, a former pupil of B"."""
        known = _TURNED_NOUN.get(stem(self._words[at].lower))
        if known is None:
            return
        deal, turned = known
        if at > 1 and {self._words[at - 1].lower, self._words[at - 2].lower} & _OWN and (holder := self._object(at + 1)) is not None:
            # "her former teacher, Ernst Wallin": hers who is named before
            earlier = [n for n in self.free_names() if n.span.end <= self._at[at][0]]
            if len(earlier) == 1 and earlier[0] is not holder:
                yield Dealing(deal, earlier[0], holder) if turned else Dealing(deal, holder, earlier[0])
            return
        owner = self._name[at - 1] if at and (n := self._name[at - 1]) is not None and self._possessive(n) else None
        if owner is None and at + 2 < len(self._words) and self._words[at + 1].lower in ("of", "to"):
            owner = self._object(at + 2)
            holder = self._copula_before(at)
        elif owner is not None:
            first = self._first(owner)
            holder = self._copula_before(first) or self._copula_behind(at)
        else:
            return
        if owner is not None and holder is not None and holder is not owner:
            yield Dealing(deal, owner, holder) if turned else Dealing(deal, holder, owner)

    def _copula_before(self, first: int) -> Name | None:
        """A in "A is the former …"."""
        here = first - 1
        while here >= 0 and self._name[here] is None and self._words[here].lower not in _BE and first - here < 5:
            if self._words[here].lower in _PREPOSITIONS or self._words[here].lower in _CLOSED:
                return None
            here -= 1
        if here < 1 or self._words[here].lower not in _BE:
            return None
        return self._subject(here)

    def _copula_behind(self, at: int) -> Name | None:
        """A in "B's successor at the head of the observatory is A"."""
        for here in range(at + 1, min(len(self._words), at + 1 + GAP)):
            if self._words[here].lower in ("is", "was", "becomes", "became") and here + 1 < len(self._words):
                return self._object(here + 1)
            if self._words[here].lower in _CLOSED - {"as"}:
                return None
        return None
