"""Which passages of an outlet's coverage could settle a claim: hybrid search, dense and lexical.

Scores depend on the claim and the sentence alone, never on what else was read, so that coverage of another event or
another outlet changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.extract.claims import context_names
from checker.inference.protocols import Embedder
from checker.text.sentences import sentences
from checker.text.words import content_stems
from checker.types import Document, Passage, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEXICAL_WEIGHT = 0.5
"""Share of the claim's content stems that a sentence holds, added to its cosine: names and figures, which embeddings blur,
then count about as much as half the meaning. Set by hand, not swept."""

NEIGHBOURS = 1
"""Sentences on either side that a passage takes along: pronouns and datelines stand in the sentence before."""

LOOK_BACK = 3
"""Sentences before a passage that are looked through for the names it leans on."""

MAX_PASSAGE_CHARACTERS = 700
"""A window longer than this drops neighbours."""

STRETCH_CHARACTERS = 900
"""A stretch of a document is up to this long: with a claim of usual length it is what the stance model reads (256 tokens)."""

STRETCH_OVERLAP = 2
"""Sentences that neighbouring stretches share, so that what belongs together stands in one of them."""


@dataclass(frozen=True, slots=True)
class IndexedSentence:
    """A sentence of the coverage: where it stands and its content stems."""

    document: int
    span: Span
    text: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a claim; ``similarity`` is the cosine of its best sentence, ``score`` what it was ranked by."""

    passage: Passage
    similarity: float
    score: float
    key_sentence: Span
    stretch: bool = False
    """Whether the passage is a long stretch of its document, read for facts that a claim combines, not a sentence's window."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Rows ``first`` to ``last`` of the indexed sentences, both included, of one document."""

    document: int
    first: int
    last: int
    stems: frozenset[str]


class Index:
    """The coverage's sentences, embedded, ready to be searched per outlet."""

    def __init__(self, documents: Sequence[Document], embedder: Embedder) -> None:
        self._documents = tuple(documents)
        self._embedder = embedder
        self._sentences: tuple[IndexedSentence, ...] = tuple(
            IndexedSentence(number, s.span, text, content_stems(text))
            for number, document in enumerate(self._documents)
            for s in sentences(document)
            if (text := " ".join(s.span.of(document.plain).split()))
        )
        self._stretches = tuple(self._cut())
        self._vectors = embedder.embed([s.text for s in self._sentences])

    @property
    def sentences(self) -> tuple[IndexedSentence, ...]:
        return self._sentences

    @property
    def vectors(self) -> NDArray[np.float32]:
        """Shape (sentences, dimensions), rows of length 1, in the order of :attr:`sentences`."""
        return self._vectors

    def embed(self, statements: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of claims, one row each, to be given to :meth:`search`."""
        return self._embedder.embed(statements)

    def search(self, statement: str, vector: NDArray[np.float32], documents: frozenset[int], top: int) -> tuple[Hit, ...]:
        """The best stretch of some documents for a claim, then windows around the best sentences, ``top`` passages in all; ties
        in reading order. A text of a stretch's length is thus read whole.

        Windows do not overlap by more than their borders: a sentence that is the heart of one is not that of another.
        """
        rows = [i for i, s in enumerate(self._sentences) if s.document in documents]
        if not rows:
            return ()
        stems = content_stems(statement)
        cosines = self._vectors[rows] @ vector
        scored = []
        for row, cosine in zip(rows, cosines.tolist(), strict=True):
            held = len(stems & self._sentences[row].stems) / len(stems) if stems else 0.0
            scored.append((cosine + LEXICAL_WEIGHT * held, -row, cosine))
        scored.sort(reverse=True)
        hits = [self._best_stretch(stems, scored, documents)]
        taken: set[int] = set()
        for score, negative, cosine in scored:
            row = -negative
            if row in taken or len(rows) <= 2 * NEIGHBOURS + 1:
                continue
            passage = self._window(row)
            hits.append(Hit(passage, cosine, score, self._sentences[row].span))
            if len(hits) == top:
                break
            taken.add(row)
        return tuple(hits)

    def _cut(self) -> Iterator[_Stretch]:
        """Every document in stretches of whole sentences, as long as they may be, each overlapping the one before."""
        first = 0
        while first < len(self._sentences):
            last = first
            while self._joins(last + 1, self._sentences[first]) and self._length(first, last + 1) <= STRETCH_CHARACTERS:
                last += 1
            stems = frozenset().union(*(s.stems for s in self._sentences[first : last + 1]))
            yield _Stretch(self._sentences[first].document, first, last, stems)
            ends = not self._joins(last + 1, self._sentences[first])
            first = last + 1 if ends else max(first + 1, last + 1 - STRETCH_OVERLAP)

    def _best_stretch(self, stems: frozenset[str], scored: Sequence[tuple[float, int, float]], documents: frozenset[int]) -> Hit:
        """The stretch that holds the best sentences and most of the claim's stems."""
        by_row = {-negative: (score, cosine) for score, negative, cosine in scored}

        def worth(stretch: _Stretch) -> float:
            held = len(stems & stretch.stems) / len(stems) if stems else 0.0
            return max(by_row[r][0] for r in range(stretch.first, stretch.last + 1)) + LEXICAL_WEIGHT * held

        chosen = max((s for s in self._stretches if s.document in documents), key=lambda s: (worth(s), -s.first))
        row = max(range(chosen.first, chosen.last + 1), key=lambda r: (by_row[r][0], -r))
        span = Span(self._sentences[chosen.first].span.start, self._sentences[chosen.last].span.end)
        before = () if chosen.last - chosen.first + 1 == len(by_row) else self._before(chosen.first)
        passage = Passage(chosen.document, span, span.of(self._documents[chosen.document].text), context_names(before))
        return Hit(passage, by_row[row][1], by_row[row][0], self._sentences[row].span, stretch=True)

    def _window(self, row: int) -> Passage:
        """The sentence with its neighbours, as far as they fit."""
        heart = self._sentences[row]
        first = last = row
        for step in range(1, NEIGHBOURS + 1):
            if self._joins(row - step, heart) and self._length(row - step, last) <= MAX_PASSAGE_CHARACTERS:
                first = row - step
            if self._joins(row + step, heart) and self._length(first, row + step) <= MAX_PASSAGE_CHARACTERS:
                last = row + step
        span = Span(self._sentences[first].span.start, self._sentences[last].span.end)
        document = self._documents[heart.document]
        return Passage(heart.document, span, span.of(document.text), context_names(self._before(first)))

    def _before(self, row: int) -> tuple[str, ...]:
        """The sentences that a passage follows: where the names stand that its pronouns mean."""
        document = self._sentences[row].document
        return tuple(s.text for s in self._sentences[max(0, row - LOOK_BACK) : row] if s.document == document)

    def _joins(self, row: int, heart: IndexedSentence) -> bool:
        return 0 <= row < len(self._sentences) and self._sentences[row].document == heart.document

    def _length(self, first: int, last: int) -> int:
        return self._sentences[last].span.end - self._sentences[first].span.start
