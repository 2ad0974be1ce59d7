"""Lays the words of a quotation beside those of an article, and tells what was changed.

Semi-global alignment (Needleman and Wunsch, 1970, with free ends in the article): every word of the quotation is
placed, the article may begin before it and go on after it. Small words count less than words of content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparers.quote_word import Word, solid
from checker.text.words import STOP_WORDS

FUNCTION_WEIGHT = 0.4
"""What a stop word weighs beside a word of content: "to the" in common is no likeness, "not" lost is still a change."""
_SWAP, _ADD, _SKIP = -0.6, -0.5, -0.35
"""Scores of a word for another, a word that is only in the quotation, and one that is only in the article. Skipping is
cheapest, so that a run with words left out in its middle stays one run; a swap costs less than adding and skipping."""
_BRACKETED_MATCH = 0.1
"""A word in brackets that the article has as well: just enough to be placed there."""
_PLACED, _ADDED, _SKIPPED = range(3)
_INSUBSTANTIAL = frozenset("a an the that well um uh er so and but oh just mr mrs ms".split())
_TURNS = ({"and"}, {"but"})
"""Between words, one for the other is no filler: "painful and unavoidable" makes of it what "painful but unavoidable" does not."""
_FILLERS = (" you know ", " i mean ")
"""Words that transcripts of the same speech, or the styles of two desks, differ in."""
_LIGHT = frozenset("think going know want get got see make thing things lot really".split())
"""Words that anybody's talk is full of: "I think it is going to …" is the beginning of many sentences."""
_SHORT = {
    "n't": ("not",),
    "'s": ("is", "has", "us"),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'d": ("would", "had"),
    "'m": ("am",),
}
_IRREGULAR = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "gonna": "going to",
    "wanna": "want to",
    "let's": "let us",
}


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the quotation that stand where the article has others; one side may be empty.

    ``at`` is the index, in the quotation, of the first word after the change.
    """

    claimed: tuple[Word, ...]
    found: tuple[Word, ...]
    at: int

    @property
    def substantive(self) -> bool:
        """Whether the change is more than an article, a filler, or a contraction written out."""
        if any(word.bracketed for word in self.claimed + self.found):
            return False
        mine, theirs = ({word.key for word in side} for side in (self.claimed, self.found))
        if mine != theirs and mine in _TURNS and theirs in _TURNS and self.at > 1:
            return True
        if not _substance(self.claimed) and not _substance(self.found):
            return False
        return not _same_written_out(self.claimed, self.found)


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation's words beside those of an article.

    ``similarity`` is the weight of the quotation's words that were found, 0..1; ``content`` the same for words of
    content alone, ``content_words`` their number; ``longest`` counts the words of the longest run that both share, and
    ``whole`` tells whether both the first and the last word of the quotation were found. ``first`` and ``last`` index
    the article's words, ``last`` included.
    """

    similarity: float
    content: float
    content_words: int
    longest: int
    whole: bool
    changes: tuple[Change, ...]
    first: int
    last: int

    @property
    def substantive(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.substantive)


def weight(word: Word) -> float:
    """How much a word counts: a desk's own words nothing, small words little."""
    if word.bracketed:
        return 0.0
    return FUNCTION_WEIGHT if word.key in STOP_WORDS or word.key in _LIGHT else 1.0


def align(claimed: Sequence[Word], found: Sequence[Word]) -> Alignment | None:
    """The best place of a quotation in an article's words; None if no word fits. Time grows with both lengths."""
    pairs = _best_path(claimed, found)
    matched = [(i, j) for i, j in pairs if i is not None and j is not None and claimed[i].key == found[j].key]
    if not matched:
        return None
    total = sum(map(weight, claimed)) or 1.0
    content = [word for word in claimed if weight(word) == 1.0]
    got = sum(weight(claimed[i]) for i, _ in matched)
    got_content = sum(weight(claimed[i]) == 1.0 for i, _ in matched)
    return Alignment(
        got / total,
        got_content / len(content) if content else got / total,
        got_content,
        _longest(matched),
        matched[0][0] == 0 and matched[-1][0] == len(claimed) - 1,
        _changes(claimed, found, _with_ends(claimed, found, pairs)),
        matched[0][1],
        matched[-1][1],
    )


def _best_path(claimed: Sequence[Word], found: Sequence[Word]) -> list[tuple[int | None, int | None]]:
    width = len(found) + 1
    row = [0.0] * width
    steps: list[bytearray] = []
    for i, word in enumerate(claimed):
        worth, add = weight(word) or _BRACKETED_MATCH, 0.0 if word.bracketed else _ADD
        following = claimed[i + 1] if i + 1 < len(claimed) else None
        # an ellipsis, or words that a desk put in, stand for words of the article: passing over those is free
        skip = 0.0 if word.bracketed or following is not None and (following.gap or following.bracketed) else _SKIP
        step, new = bytearray(width), [row[0] + add] + [0.0] * len(found)
        step[0] = _ADDED
        for j in range(1, width):
            placed = row[j - 1] + (worth if word.key == found[j - 1].key else _SWAP)
            added, skipped = row[j] + add, new[j - 1] + skip
            new[j] = best = max(placed, added, skipped)
            step[j] = _PLACED if best == placed else _ADDED if best == added else _SKIPPED
        steps.append(step)
        row = new
    i, j = len(claimed), max(range(width), key=row.__getitem__)
    pairs: list[tuple[int | None, int | None]] = []
    while i > 0:
        step_here = steps[i - 1][j]
        i, j = i - (step_here != _SKIPPED), j - (step_here != _ADDED)
        pairs.append((None if step_here == _SKIPPED else i, None if step_here == _ADDED else j))
    return pairs[::-1]


def _with_ends(
    claimed: Sequence[Word], found: Sequence[Word], pairs: list[tuple[int | None, int | None]]
) -> list[tuple[int | None, int | None]]:
    """With the article's words that stand where the quotation's first or last words should: free ends omit them."""
    placed = [number for number, (i, j) in enumerate(pairs) if i is not None and j is not None]
    if not placed:
        return pairs
    first, last = placed[0], placed[-1]
    begin, end = pairs[first][1] or 0, (pairs[last][1] or 0) + 1
    lead = [i for i, j in pairs[:first] if i is not None and j is None]
    tail = [i for i, j in pairs[last + 1 :] if i is not None and j is None]
    before = _as_many([claimed[i] for i in lead], found[max(0, begin - len(lead)) : begin][::-1])
    after = _as_many([claimed[i] for i in tail], found[end : end + len(tail)])
    return [
        *((None, begin - 1 - k) for k in reversed(range(before))),
        *pairs,
        *((None, end + k) for k in range(after)),
    ]


def _as_many(mine: Sequence[Word], theirs: Sequence[Word]) -> int:
    """How many of the article's words, outward from the shared ones, stand for the quotation's: fewer if those are
    the same words as a contraction."""
    for count in range(1, len(theirs)):
        if any(_same_written_out(mine, stretch) for stretch in (theirs[:count], theirs[:count][::-1])):
            return count
    return len(theirs) if mine else 0


def _longest(matched: list[tuple[int, int]]) -> int:
    best = run = 1
    for (i, j), (k, m) in zip(matched, matched[1:]):
        run = run + 1 if (k, m) == (i + 1, j + 1) else 1
        best = max(best, run)
    return best


def _changes(
    claimed: Sequence[Word], found: Sequence[Word], pairs: list[tuple[int | None, int | None]]
) -> tuple[Change, ...]:
    changes: list[Change] = []
    mine: list[Word] = []
    theirs: list[Word] = []
    at = 0
    for i, j in pairs:
        if i is not None and j is not None and claimed[i].key == found[j].key:
            _add(changes, mine, theirs, i, claimed[i].gap)
            mine, theirs = [], []
        else:
            mine += [] if i is None else [claimed[i]]
            theirs += [] if j is None else [found[j]]
        at = at if i is None else i + 1
    _add(changes, mine, theirs, at, False)
    return tuple(changes)


def _add(changes: list[Change], mine: list[Word], theirs: list[Word], at: int, gap: bool) -> None:
    if mine or theirs and not gap:
        changes.append(Change(tuple(mine), tuple(theirs), at))


def _same_written_out(claimed: Sequence[Word], found: Sequence[Word]) -> bool:
    """Whether two stretches differ in contractions or spaces alone: "it's" and "it is", "health care" in one word."""
    if solid(claimed)[0] == solid(found)[0]:
        return True
    left, right = _written_out(claimed), _written_out(found)
    return len(left) == len(right) and all(a & b for a, b in zip(left, right))


def _substance(words: Sequence[Word]) -> list[str]:
    """What is left of words without articles and fillers."""
    keys = f" {' '.join(word.key for word in words)} "
    for filler in _FILLERS:
        keys = keys.replace(filler, " ")
    return [key for key in keys.split() if key not in _INSUBSTANTIAL]


def _written_out(words: Sequence[Word]) -> list[frozenset[str]]:
    made: list[frozenset[str]] = []
    for word in words:
        key = _IRREGULAR.get(word.key, word.key)
        for ending, meant in _SHORT.items():
            if key.endswith(ending) and len(key) > len(ending) and key not in _IRREGULAR:
                made += [frozenset({key.removesuffix(ending)}), frozenset(meant)]
                break
        else:
            made += [frozenset({part}) for part in key.split()]
    return made
