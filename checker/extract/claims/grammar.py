"""A clause as words with the little grammar that cutting it needs: main verb, subject, noun phrase before a comma.

Every question has the answer None for "not sure", and who asks then leaves the sentence whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checker.extract.claims import verbs
from checker.extract.claims.verb_groups import Group, Verb, group_of
from checker.extract.claims.word_classes import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    INDEFINITES,
    NOMINATIVES,
    NUMBERISH,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SAYING,
    SUBORDINATORS,
    TEMPORAL,
    is_ly,
)
from checker.text.quotes import quotations
from checker.text.words import Token, tokens

LONGEST_SUBJECT = 24
"""Words before a main verb; news subjects with titles and places stay under it, and a longer run was misread."""


@lru_cache(maxsize=512)
def read(text: str) -> Reading:
    """The words of a text outside quote marks and brackets."""
    hidden = list(text)
    for quotation in quotations(text):
        hidden[quotation.span.start : quotation.span.end] = "\0" * len(quotation.span)
    for bracket in re.finditer(r"\([^()]{0,300}\)", "".join(hidden)):
        hidden[bracket.start() : bracket.end()] = "\0" * (bracket.end() - bracket.start())
    masked = "".join(hidden)
    return Reading(text, masked, tokens(masked))


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause with its words; ``masked`` is the text with quotations and brackets blotted out."""

    text: str
    masked: str
    words: tuple[Token, ...]

    def lower(self, i: int) -> str:
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next."""
        if not 0 <= i < len(self.words) - 1:
            return ""
        return self.masked[self.words[i].span.end : self.words[i + 1].span.start]

    def adjacent(self, i: int) -> bool:
        """Whether only space, or the stop of a title or an initial, stands between word ``i`` and the next."""
        gap = self.gap(i)
        return gap.isspace() or gap == ". " and (self.lower(i) in _ABBREVIATED or len(self.lower(i)) == 1 or "." in self.lower(i))

    def is_capital(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.words[i].text[0].isupper()

    def is_auxiliary(self, i: int) -> bool:
        """Whether word ``i`` is an auxiliary, and not the month of May or somebody called Will."""
        return self.lower(i) in verbs.AUXILIARIES and not (i > 0 and self.is_capital(i))

    def skip_adverbs(self, i: int) -> int:
        """The first word from ``i`` on that is no adverb."""
        while self.adjacent(i) and (self.lower(i) in ADVERBS or is_ly(self.lower(i))):
            i += 1
        return i

    def main_verb(self, start: int = 0, end: int | None = None) -> Verb | None:
        """The finite verb of the clause whose subject starts at word ``start``."""
        end = len(self.words) if end is None else end
        doubtful: int | None = None
        skip_clause = reduced = False
        for i in range(start, end):
            word, previous = self.lower(i), self.lower(i - 1)
            if word in SUBORDINATORS and i > start:
                if doubtful is not None:
                    return group_of(self, doubtful)
                if word == "that" and not skip_clause and i - 1 > start:
                    return None
                skip_clause = True
                continue
            if not self._finite(i, start) or self._after_one_comma(i, start):
                continue
            if skip_clause:
                # The verb of a relative clause; the next one may be the main verb.
                skip_clause = False
                continue
            sure = word in verbs.AUXILIARIES or word in verbs.PAST_ONLY or word in verbs.THIRD_PERSON or word in SAYING
            if sure and not (doubtful is not None and previous in NOMINATIVES | {"to"}):
                if doubtful is not None and self._has_break(doubtful, i):
                    return group_of(self, doubtful)
                return group_of(self, i)
            if self._is_passive_adjective(i):
                reduced = True
                continue
            if reduced and previous in CONJUNCTIONS:
                continue
            if doubtful is None:
                if not self._looks_reduced(i):
                    return group_of(self, i)
                doubtful = i
        return group_of(self, doubtful) if doubtful is not None else None

    def _finite(self, i: int, start: int) -> bool:
        word, previous = self.lower(i), self.lower(i - 1)
        if i == start and word not in verbs.AUXILIARIES:
            return False
        if previous == "to" or previous in NUMBERISH and self.lower(i - 2) in DETERMINERS and word not in verbs.AUXILIARIES:
            return False
        if previous in DETERMINERS and word not in verbs.AUXILIARIES and previous not in ("that", "all", "both", "some"):
            return False
        if word in verbs.AUXILIARIES:
            return not (self.words[i].text[0].isupper() and i > 0)
        if self.words[i].text[0].isupper():
            return False
        if verbs.is_past(word):
            return previous not in PREPOSITIONS and not (word in verbs.UNCHANGED and previous in verbs.MODALS)
        if word in verbs.THIRD_PERSON:
            return previous not in PREPOSITIONS and previous not in CONJUNCTIONS
        return word in ("say", "expect", "believe", "fear", "think", "want", "know", "hope", "argue", "insist", "warn") \
            and previous not in PREPOSITIONS | CONJUNCTIONS

    def _after_one_comma(self, i: int, start: int) -> bool:
        """ "In a letter, obtained by ...": a participle right after the first comma."""
        return i > start and "," in self.gap(i - 1) and verbs.can_be_participle(self.lower(i)) and \
            sum("," in self.gap(k) for k in range(start, i)) == 1 and self.lower(i) not in SAYING

    def _looks_reduced(self, i: int) -> bool:
        """Whether an -ed form may only describe the noun before it: "a report handed to the city"."""
        if self.lower(i) in SAYING:
            return False
        if self._is_passive_adjective(i):
            return True
        after = self.skip_adverbs(i + 1)
        if not self.adjacent(i) or self.lower(i) in verbs.INTRANSITIVE:
            return False
        return self.lower(after) in PREPOSITIONS or verbs.is_past(self.lower(i + 1))

    def _is_passive_adjective(self, i: int) -> bool:
        """ "posted by the union", "being haggled over": hardly ever a finite verb."""
        return self.lower(i - 1) == "being" or any(self.lower(k) == "by" and self.adjacent(k - 1) for k in (i + 1, i + 2))

    def _has_break(self, i: int, j: int) -> bool:
        """Whether the words between two verbs show that the second is that of another clause."""
        between = [self.lower(k) for k in range(i + 1, j)]
        return any("," in self.gap(k) or ";" in self.gap(k) for k in range(i, j)) or \
            any(w in NOMINATIVES or w in ("and", "but") for w in between)

    def opens_clause(self, i: int, reach: int = 14) -> int | None:
        """The finite verb of a clause with a subject of its own that starts at word ``i``; None if there is none near."""
        word = self.lower(i)
        if not word or word in PREPOSITIONS - {"about", "around", "over", "at"} or word in SUBORDINATORS or word in CONJUNCTIONS:
            return None
        starts = word in NOMINATIVES | INDEFINITES | DETERMINERS | NUMBERISH or self.is_capital(i) or word[0].isdigit() \
            or word.endswith("s") and word not in ADVERBS | verbs.AUXILIARIES | verbs.THIRD_PERSON
        if not starts:
            return None
        for j in range(i + 1, min(i + reach, len(self.words))):
            lower = self.lower(j)
            if not self.adjacent(j - 1) or lower in SUBORDINATORS or lower in NOMINATIVES or lower in ("and", "or", "but"):
                return None
            if self.is_auxiliary(j) or lower in verbs.PAST_ONLY or lower in verbs.THIRD_PERSON:
                return j if self._finite(j, i) else None
            if verbs.is_past(lower) and self._finite(j, i):
                return None if self._looks_reduced(j) and word not in NOMINATIVES else j
        return None

    def attributed_at_end(self) -> bool:
        """Whether the sentence ends with who said it: what is cut off before would lose its speaker."""
        return _ATTRIBUTION.search(self.masked[-LONGEST_ATTRIBUTION:]) is not None

    def before(self, i: int) -> int:
        """Where the text before word ``i`` ends, without the comma and the space."""
        return len(self.text[: self.words[i].span.start].rstrip(" ,;"))

    def takes_object(self, i: int) -> bool:
        """Whether what follows word ``i`` shows that it is a verb, not an adjective before its noun."""
        if not self.adjacent(i):
            return True
        word = self.lower(i + 1)
        return word in DETERMINERS or word in NUMBERISH or word in OBJECT_PRONOUNS or word[0].isdigit() or word in PREPOSITIONS \
            or self.is_capital(i + 1) or word in ("that", "out", "up", "down", "off", "back", "away") or is_ly(word) or word == "to"

    def noun_phrase_before(self, end: int) -> int | None:
        """The first word of the noun phrase whose last word is ``end - 1``."""
        i = end - 1
        if i < 0:
            return None
        while i > 0 and self.adjacent(i - 1):
            word, previous = self.lower(i), self.lower(i - 1)
            if word in DETERMINERS and previous != "of":
                break
            if previous in verbs.AUXILIARIES or previous in verbs.PAST_ONLY or previous in CONJUNCTIONS or previous in SUBORDINATORS:
                break
            if previous in PREPOSITIONS and previous != "of" or previous in ADVERBS or previous in verbs.THIRD_PERSON:
                break
            if (verbs.can_be_participle(previous) or previous in SAYING) and self.lower(i - 2) not in DETERMINERS:
                break
            i -= 1
        word = self.lower(i)
        whole = word in DETERMINERS and word not in ("that", "this") or self.is_capital(i) or word[0].isdigit() or word.endswith("'s")
        return i if whole and word not in PREPOSITIONS else None

    def name_before(self, end: int) -> int | None:
        """The first word of the run of capitals whose last word is ``end - 1``."""
        i = end
        while i > 0 and self.is_capital(i - 1) and not (i == 1 and self.lower(0) in FUNCTION_WORDS) and \
                (i == end or self.adjacent(i - 1)) and \
                not (i < end and self.words[i - 1].lower.endswith("'s")):
            i -= 1
            particle = i - 1
            while particle > 0 and self.adjacent(particle) and self.lower(particle) in _PARTICLES:
                particle -= 1
            if particle < i - 1 and particle >= 0 and self.is_capital(particle) and self.adjacent(particle):
                i = particle + 1
        return i if i < end else None

    def subject(self, verb: Verb, start: int = 0) -> tuple[int, int] | None:
        """Places in the text of the subject of a clause whose first word is ``start``; the words before its verb."""
        if verb.first <= start or verb.first - start > LONGEST_SUBJECT:
            return None
        breaks = [i for i in range(start, verb.first - 1) if "," in self.gap(i)]
        if len(breaks) == 1 and (self.lower(start) in PREPOSITIONS | ADVERBS or is_ly(self.lower(start)) or self.lower(start) in _OPENERS):
            start = breaks[0] + 1
        elif breaks:
            return None
        span = range(start, verb.first)
        if not span or any(self.lower(i) in SUBORDINATORS for i in span[1:]) or self.opens_adjunct(start):
            return None
        # "deals appear to let ... stalled": the verb before was not known, and this is none
        if any(self.lower(i) in verbs.BASES and not self.is_capital(i) or self.lower(i) == "to" and self.lower(i + 1) in verbs.LOOSE_BASES
               for i in span):
            return None
        if any(not self.adjacent(i) for i in range(start, verb.first - 1)):
            return None
        last = verb.first
        while last - 1 > start and (self.lower(last - 1) in ADVERBS or is_ly(self.lower(last - 1))):
            last -= 1
        return self.words[start].span.start, self.words[last - 1].span.end

    def opens_adjunct(self, start: int = 0) -> bool:
        """Whether the sentence begins with a clause of time, reason or condition: its first verb is not the main one."""
        word = self.lower(start)
        return word in SUBORDINATORS - {"that"} or word in TEMPORAL and (
            self.lower(start + 1) in NOMINATIVES or self.opens_clause(start + 1) is not None)

    def frame(self) -> int | None:
        """The word after "The minister said (that)" at the start of a sentence; None if it has no such frame."""
        verb = self.main_verb()
        if verb is None or self.lower(verb.last) not in SAYING or verb.group is Group.PASSIVE:
            return None
        after = verb.last + 1
        return after + (self.lower(after) == "that")


LONGEST_ATTRIBUTION = 160
"""Characters at the end of a sentence in which it may be said whose words it is."""
_ATTRIBUTION = re.compile(
    r"[,\u2013\u2014]\s*(?:(?:said|says|according to)\s[^\0]*|[^,;\0]{2,80}\s(?:said|says|say|told [^,;\0]{2,40}|warned|added|wrote)"
    r"(?:\s[^,;\0]{0,40})?)[.!]?\s*$")
_ABBREVIATED = frozenset("mr mrs ms dr prof gen sen rep gov lt col capt sgt maj adm rev hon st jr sr lt.gov".split())
_PARTICLES = frozenset("de da do dos das del della di du la le van von der den bin ibn al el of the y".split())
_OPENERS = frozenset("meanwhile however yesterday today earlier later separately elsewhere overall nevertheless moreover".split())

