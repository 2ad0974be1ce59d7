"""What became of one quotation in an article: the same words, other words, somebody else's words, or none of it.

The finders are tried from the surest on: the very words, the quotation of the article that this one must be, running text,
the same words in another order or with one exchanged, a word or two put into a quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from checker.comparers.quote_alignment import Alignment, Change, align
from checker.comparers.quote_search import Article, Place
from checker.comparers.quote_speakers import other_speaker, same_speaker
from checker.comparers.quote_word import Word, is_negation
from checker.comparers.quote_words import words_of
from checker.text.speakers import says_something
from checker.text.words import STOP_WORDS, stem, tokens
from checker.types import Quotation, Span

SAME_SPEAKER_LIKENESS, UNKNOWN_SPEAKER_LIKENESS, OTHER_SPEAKER_LIKENESS = 0.45, 0.62, 0.75
"""Share of the quotation's words (by weight) that a quotation of the article must share before it counts as the same
one, altered. Chosen on half of the hand-written quotation pairs of the training data, checked on the other half: the
less is known of the speaker, the more words must agree."""
LONGEST_SHARED = 3
"""Words in a row that both must share: two people use the same two words all the time."""
SHARED_CONTENT = 0.3
"""Share of the words of content that must agree: "we will not …" alone is no quotation."""
CONTENT_WORDS = 2
"""Words of content that must agree: "I asked for a …" is anybody's, "this is a … day for our …" a turn of speech. One
will do if the speaker is the same and it is half of the content."""
SHORT_CONTENT = 0.5
"""With half of the content and the speaker the same, two words in a row will do: "a drought of imagination". More than
half must agree where the speaker is not known to be the same and only the beginning or the end is shared."""
PARTIAL_WORDS = 3
"""Quotations up to this long are altered only by the same speaker in the same frame, never by likeness."""
SWAPPED_WORDS = 4
"""A longer quotation of the same speaker, all of it there but for one word inside, is that quotation even where the word was the only
one of content: "until Christmas if we must"."""
SHORT_SWAPPED = 3
"""From so many words on, up to :data:`SWAPPED_WORDS`, that holds if a word of content and one more are the same: "painful but unavoidable"
for "painful and unavoidable"."""
FRAME_REACH = 60
"""Characters before a partial quotation that are its frame ("called the protest …"): its verb and object."""
HIDDEN_WORDS = 3
"""Words up to which an omission with a negation in it turns the sentence round: "I … took the money" for "I never took
the money". A longer one, or one between commas, is a clause of its own."""
TRANSLATION_REACH = 120
"""Characters before and after a quotation in which its own sentence tells that it was translated."""

_CLAUSE_MARK = re.compile(r"[,;:.!?()—–]")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_TRANSLATED = re.compile(
    r"\b(?:translat(?:ed|ion|or)|interpreter)\b"
    r"|\bin\s(?:[A-Z]\w+(?:ish|ese|ian|ic)|French|German|Dutch|Greek|Korean|Catalan|Hindi|Urdu|Hebrew|Thai|Tamil|Swahili|"
    r"Pashto|Farsi|Mandarin|Cantonese|Czech|Welsh)\b"
)


class Outcome(StrEnum):
    """What became of one quotation of the claim."""

    EXACT = "exact"
    ALTERED = "altered"
    MISATTRIBUTED = "misattributed"
    ABSENT = "absent"


_TITLES = {"he": ("Mr", "Sir"), "she": ("Ms", "Mrs", "Miss", "Dame")}
"""What tells that "he" or "she" is meant where an article has no pronoun."""
LONGEST_TITLE = 6
"""Characters of the longest of them with a dot and a space."""


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """One quotation of the claim and its place in the article (absolute spans; None if absent).

    ``altered`` lists the changes of substance; ``real_speaker`` is who speaks the words in the article, if it is not
    the speaker that the claim names.
    """

    quotation: Quotation
    place: Span | None = None
    altered: tuple[Change, ...] = ()
    real_speaker: Quotation | None = None

    @property
    def outcome(self) -> Outcome:
        if self.altered:
            return Outcome.ALTERED
        if self.real_speaker is not None:
            return Outcome.MISATTRIBUTED
        return Outcome.EXACT if self.place is not None else Outcome.ABSENT


def best_match(quotation: Quotation, claim: str, source: Article) -> QuoteMatch:
    """What became of one quotation of ``claim`` in an article."""
    words = words_of(claim, quotation.inner.start, quotation.inner.end)
    places = source.exact(words)
    if places and (hidden := _hidden_negation(words, places, source)):
        return QuoteMatch(quotation, places[0].span, (hidden,), _real_speaker(quotation, claim, places, source))
    if places:
        return QuoteMatch(quotation, places[0].span, (), _real_speaker(quotation, claim, places, source))
    near = _nearest(quotation, words, source)
    if near is not None:
        place, alignment = near
        real = _real_speaker(quotation, claim, (place,), source)
        changes = alignment.substantive
        if _is_translated(claim, quotation) or place.quotation and _is_translated(source.text, place.quotation):
            changes = tuple(change for change in changes if _turns_round(change))
        return QuoteMatch(quotation, place.span, changes, real)
    loose = source.loose(words)
    if loose is not None:
        return QuoteMatch(quotation, loose.span, (), _real_speaker(quotation, claim, (loose,), source))
    turned = _turned(quotation, words, source) or _swapped(quotation, words, source)
    if turned is not None:
        return turned
    partial = _partial(quotation, words, claim, source)
    return partial or QuoteMatch(quotation)


def _nearest(quotation: Quotation, words: tuple[Word, ...], source: Article) -> tuple[Place, Alignment] | None:
    """The quotation of the article that this one must be, with its words changed."""
    if len([word for word in words if not word.bracketed]) <= PARTIAL_WORDS:
        return None
    best: tuple[Place, Alignment] | None = None
    for place, alignment in source.near(words):
        speaker = place.quotation.speaker if place.quotation else None
        same, other = same_speaker(quotation.speaker, speaker), other_speaker(quotation.speaker, speaker)
        floor = SAME_SPEAKER_LIKENESS if same else OTHER_SPEAKER_LIKENESS if other else UNKNOWN_SPEAKER_LIKENESS
        run = LONGEST_SHARED - (same and alignment.content >= SHORT_CONTENT)
        fits = alignment.similarity >= floor and alignment.longest >= run and alignment.content >= SHARED_CONTENT
        fits = (
            fits
            and (alignment.content_words >= CONTENT_WORDS or same and alignment.content >= SHORT_CONTENT)
            and (alignment.whole or same or alignment.content > SHORT_CONTENT)
        )
        swapped = same and len(words) > SWAPPED_WORDS and alignment.whole and _one_word(alignment)
        if (fits or swapped) and (best is None or alignment.similarity > best[1].similarity):
            best = place, alignment
    return best


def _one_word(alignment: Alignment) -> bool:
    """Whether one word stands for another and all else is the same."""
    return [(len(c.claimed), len(c.found)) for c in alignment.changes] == [(1, 1)]


def _hidden_negation(words: tuple[Word, ...], places: tuple[Place, ...], source: Article) -> Change | None:
    """The negation that an ellipsis or bracket of the claim leaves out, if it does so in every place of the words."""
    if any(word.bracketed and is_negation(word) for word in words):
        return None
    hidden = [
        next((left for left in place.omitted if _is_hidden_negation(left, source.text)), None) for place in places
    ]
    return Change((), hidden[0], 0) if hidden[0] and all(hidden) else None


def _is_hidden_negation(omitted: tuple[Word, ...], text: str) -> bool:
    if not 0 < len(omitted) <= HIDDEN_WORDS or not any(map(is_negation, omitted)):
        return False
    return not _CLAUSE_MARK.search(text, max(0, omitted[0].span.start - 2), omitted[-1].span.end + 1)


def _is_translated(text: str, quotation: Quotation) -> bool:
    """Whether the sentence of a quotation says that it is a translation, so that another desk has other words for it."""
    start, end = quotation.span.start, quotation.span.end
    before = _SENTENCE_END.split(text[max(0, start - TRANSLATION_REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + TRANSLATION_REACH], maxsplit=1)[0]
    return _TRANSLATED.search(before) is not None or _TRANSLATED.search(after) is not None


def _turns_round(change: Change) -> bool:
    """Whether a change is one that no translation makes: a negation more or less, another figure."""
    mine, theirs = (
        {word.key if word.key.isdigit() else "not" for word in side if word.key.isdigit() or is_negation(word)}
        for side in (change.claimed, change.found)
    )
    return mine != theirs


def over_breaks(matches: tuple[QuoteMatch, ...], claim: str, source: Article) -> tuple[QuoteMatch, ...]:
    """With the parts that are too short to be known alone read together with the part of their speaker next to them."""
    found = list(matches)
    for number, match in enumerate(matches):
        if match.outcome is not Outcome.ABSENT:
            continue
        for other in (*matches[max(0, number - 1) : number], *matches[number + 1 : number + 2]):
            if other.outcome is Outcome.EXACT and (read := _beside(match.quotation, other, claim, source)):
                found[number] = read
                break
    return tuple(found)


def _beside(quotation: Quotation, other: QuoteMatch, claim: str, source: Article) -> QuoteMatch | None:
    """The part of a broken quotation whose words were changed, if the two parts stand in one quotation of the article."""
    if quotation.speaker_span is None or quotation.speaker_span != other.quotation.speaker_span:
        return None
    mine, theirs = quotation.inner, other.quotation.inner
    first, second = sorted((mine, theirs), key=lambda span: span.start)
    words = words_of(claim, first.start, first.end) + words_of(claim, second.start, second.end)
    near = _nearest(quotation, words, source)
    if near is None or other.place is None or not near[0].span.contains(other.place):
        return None
    changes = tuple(c for c in near[1].substantive if c.claimed and all(mine.contains(w.span) for w in c.claimed))
    return QuoteMatch(quotation, near[0].span, changes) if changes else None


def _turned(quotation: Quotation, words: tuple[Word, ...], source: Article) -> QuoteMatch | None:
    """The same speaker's words in another order: "a gap, not a cliff" for "a cliff, not a gap"."""
    if len(words) < PARTIAL_WORDS:
        return None
    claimed = Counter(word.key for word in words)
    for stream in source.streams:
        if not same_speaker(quotation.speaker, stream.quotation.speaker):
            continue
        for start in range(len(stream.words) - len(words) + 1):
            window = stream.words[start : start + len(words)]
            if (
                window[0].key in claimed
                and window[-1].key in claimed
                and Counter(word.key for word in window) == claimed
            ):
                span = Span(window[0].span.start, window[-1].span.end)
                return QuoteMatch(quotation, span, (Change(words, window, 0),))
    return None


def _swapped(quotation: Quotation, words: tuple[Word, ...], source: Article) -> QuoteMatch | None:
    """A few words of the same speaker of which one is another: "painful but unavoidable" for "painful and unavoidable"."""
    if not SHORT_SWAPPED <= len(words) <= SWAPPED_WORDS or any(word.bracketed or word.gap for word in words):
        return None
    for stream in source.streams:
        if not same_speaker(quotation.speaker, stream.quotation.speaker):
            continue
        for start in range(len(stream.words) - len(words) + 1):
            window = stream.words[start : start + len(words)]
            other = [i for i, (mine, theirs) in enumerate(zip(words, window, strict=True)) if mine.key != theirs.key]
            kept = sum(i not in other and word.key not in STOP_WORDS for i, word in enumerate(words))
            least = CONTENT_WORDS if len(other) == 1 and words[other[0]].key in STOP_WORDS else 1
            if len(other) == 1 and kept >= least and (change := Change((words[other[0]],), (window[other[0]],), other[0] + 1)).substantive:
                return QuoteMatch(quotation, Span(window[0].span.start, window[-1].span.end), (change,))
    return None


def _partial(quotation: Quotation, words: tuple[Word, ...], claim: str, source: Article) -> QuoteMatch | None:
    """A word or two put into a quotation of the same speaker about the same thing, beside a word that is there."""
    content = [word for word in words if word.key not in STOP_WORDS and not word.bracketed]
    if len(content) < 2 or len(words) > PARTIAL_WORDS + 1:
        return None
    frame = _frame(claim, quotation)
    for stretch in source.streams:
        if not same_speaker(quotation.speaker, stretch.quotation.speaker):
            continue
        said = {stem(word.key) for word in stretch.words}
        kept = [word for word in content if stem(word.key) in said]
        lost = tuple(word for word in content if stem(word.key) not in said)
        if not kept or not frame & (said | _frame(source.text, stretch.quotation)):
            continue
        if (
            len(stretch.words) <= len(words) + 2
            and (alignment := align(words, stretch.words))
            and alignment.substantive
        ):
            return QuoteMatch(quotation, stretch.quotation.inner, alignment.substantive)
        if lost and not any(stem(word.key) in source.stems for word in lost):
            at = next(word for word in stretch.words if stem(word.key) == stem(kept[0].key))
            return QuoteMatch(quotation, at.span, (Change(lost, (), 0),))
    return None


def _frame(text: str, quotation: Quotation) -> set[str]:
    """What is spoken of: the stems of the words before a quotation, without names and verbs of saying."""
    lead = text[max(0, quotation.span.start - FRAME_REACH) : quotation.span.start]
    lead = lead[lead.rfind("\n") + 1 :]
    return {
        stem(token.lower)
        for token in tokens(lead)
        if token.lower not in STOP_WORDS
        and not token.text[0].isupper()
        and not says_something(lead, token.span.start, token.span.end)
    }


def _real_speaker(quotation: Quotation, claim: str, places: tuple[Place, ...], source: Article) -> Quotation | None:
    """Who speaks the words in the article, if that is certainly not the speaker of the claim in any of the places."""
    found: Quotation | None = None
    for place in places:
        theirs = place.quotation
        if theirs is not None and not theirs.scare and _other_sex(quotation, theirs, source.text):
            found = found or theirs
            continue
        if theirs is None or theirs.scare or not other_speaker(quotation.speaker, theirs.speaker):
            return None
        words = words_of(quotation.words)
        content = [word for word in words if word.key not in STOP_WORDS]
        if len(words) <= PARTIAL_WORDS and (
            len(content) < CONTENT_WORDS or len(words_of(theirs.words)) - 1 > PARTIAL_WORDS
        ):
            return None  # "Never again", or a word or two out of another's longer sentence, may be anybody's own
        if not (source.is_person(quotation.speaker or "") and source.is_person(theirs.speaker or "")):
            return None
        if source.may_be_spoken_by(quotation.speaker or "", theirs) or _named_in(
            claim, quotation, theirs.speaker or ""
        ):
            return None
        found = found or theirs
    return found


def _other_sex(mine: Quotation, theirs: Quotation, text: str) -> bool:
    """Whether the claim only says "she said" of words that "he" or "Mr Lund" says in the article, or the other way round."""
    if mine.speaker is not None or mine.pronoun not in _TITLES or len(words_of(mine.words)) <= PARTIAL_WORDS:
        return False
    (other,) = (p for p in _TITLES if p != mine.pronoun)
    if theirs.pronoun or theirs.speaker_span is None:
        return theirs.pronoun == other and theirs.speaker is not None
    title = text[max(0, theirs.speaker_span.start - LONGEST_TITLE) : theirs.speaker_span.start].split()[-1:]
    return bool(title) and title[0].rstrip(".") in _TITLES[other]


def _named_in(claim: str, quotation: Quotation, speaker: str) -> bool:
    """Whether the claim names the real speaker too, outside the quotation: then it may have been read wrongly."""
    around = claim[: quotation.span.start] + " " + claim[quotation.span.end :]
    last = speaker.split()[-1].lower()
    return any(token.lower.removesuffix("'s") == last for token in tokens(around))
