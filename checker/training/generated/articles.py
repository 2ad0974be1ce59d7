"""Pairs from real articles: a sentence of a passage, reworded or changed, against that passage.

Every change is made half the time to the claim and half the time to the passage, and each changed sentence is also
a supported claim of the passage that says so: nothing in a claim alone tells its label.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from checker.evaluation.labelled import Pair
from checker.text.sentences import split
from checker.text.words import content_stems
from checker.training.generated.edits import KINDS, Kind
from checker.training.generated.phrasing import reworded

MIN_WORDS, MAX_WORDS = 8, 42
"""A sentence outside these is no claim: a caption, or a list."""
WINDOWS = (1, 1, 2, 2, 3, 3, 4, 6)
"""Sentences of a passage, one drawn per pair: mostly as short as retrieved ones, sometimes a long stretch."""
EDITS_PER_ARTICLE = 3
OPENING = (2, 3, 4, 5)
"""Sentences of an article's opening that its headline is held against."""
TITLE_STATED = 0.6
"""Share of a headline's content stems that the opening must hold to count as stating it: below it, headlines comment or tease.
Set after reading forty."""
PART = 0.5
"""How often a joined claim has both halves from the passage (supports) and not only one (silent)."""
_PRONOUN = re.compile(r"^(?:He|She|It|They|This|That|These|Those|His|Her|Their|Its|We|I|You)\b")


def article_pairs(path: Path, seed: str) -> Iterator[Pair]:
    """Pairs of every article of a gzipped JSON Lines file of {"title", "text", ...}; the same for the same seed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            rng = random.Random(f"{seed}/{number}")
            yield from _of_article(article["text"], f"{path.stem}-{number}", rng)
            yield from _headline(article.get("title") or "", article["text"], f"{path.stem}-{number}", rng)


def _of_article(text: str, unit: str, rng: random.Random) -> Iterator[Pair]:
    sentences = [s.of(text).strip() for s in split(text)]
    usable = [i for i, s in enumerate(sentences) if _claimable(s)]
    if len(usable) < 4:
        return
    kinds = list(KINDS)
    rng.shuffle(kinds)
    made = 0
    for kind in kinds:
        at = rng.choice(usable)
        pairs = _edited(kind, sentences, at, unit, rng)
        yield from pairs
        made += bool(pairs)
        if made == EDITS_PER_ARTICLE:
            break
    yield from _absent(sentences, usable, unit, rng)
    yield from _joined(sentences, usable, unit, rng)


def _claimable(sentence: str) -> bool:
    return MIN_WORDS <= len(sentence.split()) <= MAX_WORDS and sentence[-1] in ".”\"" and sentence[0].isupper() and "?" not in sentence


def _window(sentences: list[str], at: int, rng: random.Random) -> tuple[int, int]:
    size = rng.choice(WINDOWS)
    first = max(0, at - rng.randrange(size))
    return first, min(len(sentences), first + size)


def _edited(kind: Kind, sentences: list[str], at: int, unit: str, rng: random.Random) -> list[Pair]:
    """The control and the changed pair, or nothing where the sentence offers nothing to change."""
    own = sentences[at]
    first, last = _window(sentences, at, rng)
    around = (sentences[first:at], sentences[at + 1 : last])
    passage = " ".join([*around[0], own, *around[1]])
    changed = kind.edit(own, " ".join(sentences), rng)
    if changed is None or changed == own or changed in passage:
        return []
    if kind.stance == "contradicts" and rng.random() < 0.5:
        # the passage says the changed thing, the claim the real one: the relation is the same both ways
        passage = " ".join([*around[0], changed, *around[1]])
        own, changed = changed, own
    return [Pair(passage, reworded(own, rng), "supports", unit), Pair(passage, reworded(changed, rng), kind.stance, unit)]


def _absent(sentences: list[str], usable: list[int], unit: str, rng: random.Random) -> list[Pair]:
    """A sentence of the same article that the passage does not hold: same people, same matter, not stated."""
    at = rng.choice(usable)
    first, last = _window(sentences, at, rng)
    outside = [i for i in usable if not first - 1 <= i <= last and not _PRONOUN.match(sentences[i])]
    if not outside:
        return []
    shared = {i: len(set(sentences[i].lower().split()) & set(" ".join(sentences[first:last]).lower().split())) for i in outside}
    nearest = max(outside, key=lambda i: (shared[i] / len(sentences[i].split()), -i))
    return [Pair(" ".join(sentences[first:last]), reworded(sentences[nearest], rng), "silent", unit)]


def _joined(sentences: list[str], usable: list[int], unit: str, rng: random.Random) -> list[Pair]:
    """Two statements in one claim: supported when the passage makes both, silent when it makes one."""
    plain = [i for i in usable if len(sentences[i].split()) <= 24 and not _PRONOUN.match(sentences[i]) and "“" not in sentences[i]
             and '"' not in sentences[i]]
    if len(plain) < 3:
        return []
    a, b = rng.sample(plain, 2)
    passage_at = [a, b] if rng.random() < PART else [a]
    first, last = min(passage_at), max(passage_at) + 1
    if last - first > max(WINDOWS):
        return []
    first, last = max(0, first - rng.choice((0, 0, 1))), min(len(sentences), last + rng.choice((0, 1, 2)))
    if len(passage_at) == 1 and first <= b < last:
        return []
    halves = [sentences[a], sentences[b]]
    rng.shuffle(halves)
    claim = f"{halves[0].rstrip('.')}, {rng.choice(('and', 'while', 'and'))} {_lowered(halves[1])}"
    return [Pair(" ".join(sentences[first:last]), claim, "supports" if len(passage_at) == 2 else "silent", unit)]


def _headline(title: str, text: str, unit: str, rng: random.Random) -> list[Pair]:
    """What a desk made of an article in few words, against its opening; and the same with one fact changed."""
    words = title.split()
    opening = [s.of(text).strip() for s in split(text)][: rng.choice(OPENING)]
    passage = " ".join(opening)
    stems = content_stems(title)
    if not 6 <= len(words) <= 20 or title[-1] in "?!…" or not stems or len(stems & content_stems(passage)) < TITLE_STATED * len(stems):
        return []
    found = [Pair(passage, title, "supports", unit)]
    kinds = [k for k in KINDS if k.stance == "contradicts"]
    rng.shuffle(kinds)
    for kind in kinds:
        changed = kind.edit(title, passage, rng)
        if changed and changed != title:
            found.append(Pair(passage, changed, kind.stance, unit))
            break
    return found


def _lowered(sentence: str) -> str:
    """Begins in lower case where the first word is an article or the like, not a name."""
    word = sentence.split(" ", 1)[0]
    return word.lower() + sentence[len(word) :] if word in ("The", "A", "An", "In", "On", "At", "There", "Some", "Many", "More") else sentence
