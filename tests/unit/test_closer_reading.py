"""Which passages the larger stance model reads, and that its word counts where it has read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparers.reading import OutletReading, PassageReading
from checker.decide.features import features, judged_passages
from checker.decide.model import load_decision
from checker.inference.loading import Models
from checker.judge import PLAINLY_SILENT, SENTENCES_READ, Judge, Panel, hanging, together
from checker.retrieve import Hit, Index
from checker.scoring import as_claim, as_document
from checker.types import Document, ModelInfo, Passage, Span, StanceScores

LONG = " ".join(f"Sentence number {n} tells of bridge {n} and its keeper." for n in range(30))
CLAIM = "The keeper of bridge 7 was praised."
SUPPORTS, SILENT = StanceScores(0.9, 0.05, 0.05), StanceScores(0.02, 0.02, 0.96)


@dataclass
class Says:
    """Always the same; remembers what it was asked."""

    answer: StanceScores
    asked: list[tuple[str, str]] = field(default_factory=list)
    info: ModelInfo = field(default_factory=lambda: ModelInfo("says", "0"))
    max_tokens: int = 256

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[StanceScores, ...]:
        self.asked += pairs
        return (self.answer,) * len(pairs)


class Letters:
    info = ModelInfo("letters", "0")

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.array([[t.lower().count(c) + 0.1 for c in "abcdefghijklmnopqrstuvwxyz0123456789"] for t in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def read(models: Models, text: str, *, asked: bool = True) -> OutletReading:
    documents: tuple[Document, ...] = (as_document(text),)
    judge = Judge(Index(documents, models.embedder), documents, models, load_decision(fast=True))
    reading = judge.read([as_document(CLAIM)], [as_claim(CLAIM)], [(Panel("AP", frozenset({0}), asked=asked),)])[0][0]
    assert reading is not None
    return reading


def passage(scores: StanceScores, *, score: float = 1.0, stretch: bool = False, again: bool = False, text: str = "A text.") -> PassageReading:
    span = Span(0, len(text))
    return PassageReading(Hit(Passage(0, span, text, ()), 0.5, score, span, stretch), scores, (), again)


def test_the_larger_model_reads_some_passages_and_all_when_thorough() -> None:
    usual, thorough, small = Says(SUPPORTS), Says(SUPPORTS), Says(StanceScores(0.3, 0.3, 0.4))
    some = read(Models(Letters(), small, usual), LONG)
    whole = read(Models(Letters(), small, thorough, thorough=True), LONG)
    assert 1 <= sum(p.again for p in some.passages) <= 2 < len(some.passages)
    assert all(p.again for p in whole.passages)
    assert len(usual.asked) < len(thorough.asked)


def test_the_most_telling_sentences_are_read_by_themselves() -> None:
    small, larger = Says(StanceScores(0.3, 0.3, 0.4)), Says(SUPPORTS)
    reading = read(Models(Letters(), small, larger), LONG)
    alone = {text for text, _ in larger.asked if text.count(".") == 1}
    assert len(alone) == len(reading.sentences) == SENTENCES_READ
    assert all(text in LONG for text in alone)
    assert set(reading.sentences) == {together(small.answer, SUPPORTS)}
    assert read(Models(Letters(), Says(SILENT), Says(SUPPORTS)), LONG, asked=False).sentences == ()
    assert len(read(Models(Letters(), small), LONG).sentences) == SENTENCES_READ


def test_a_passage_of_one_sentence_is_read_once() -> None:
    small, larger = Says(StanceScores(0.3, 0.3, 0.4)), Says(SUPPORTS)
    reading = read(Models(Letters(), small, larger), "The keeper of bridge 7 was blamed by all.")
    assert len(small.asked) == len(larger.asked) == 1
    assert reading.sentences == (reading.passages[0].scores,)


def test_a_sentence_that_supports_where_its_passage_does_not_shows() -> None:
    whole = passage(SILENT, text="A text.")
    found = features(CLAIM, OutletReading("AP", (whole,), sentences=(SUPPORTS, SILENT)))
    assert found.sentence_supports > found.supports
    without = features(CLAIM, OutletReading("AP", (whole,)))
    assert (without.sentence_supports, without.sentence_contradicts) == (without.supports, without.contradicts)


def test_where_both_have_read_both_count() -> None:
    reading = read(Models(Letters(), Says(SILENT), Says(SUPPORTS)), LONG)
    assert {p.scores for p in reading.passages if p.again} == {together(SILENT, SUPPORTS)}
    alone = read(Models(Letters(), Says(SILENT)), LONG)
    assert not any(p.again for p in alone.passages)
    assert features(CLAIM, alone).supports < features(CLAIM, reading).supports


@given(*(st.tuples(*[st.floats(0.0, 1.0)] * 3).filter(lambda x: sum(x) > 0.01) for _ in range(2)))
def test_two_opinions_make_probabilities_between_them(a: tuple[float, float, float], b: tuple[float, float, float]) -> None:
    one, other = (StanceScores(*(x / sum(s) for x in s)) for s in (a, b))
    both = together(one, other)
    assert both.supports + both.contradicts + both.silent == pytest.approx(1)
    assert together(one, one).supports == pytest.approx(one.supports, abs=2e-3)
    if one.stance is other.stance:
        assert both.stance is one.stance or max(both.supports, both.contradicts, both.silent) < 0.5


def test_an_outlet_that_is_not_asked_and_plainly_silent_is_left_alone() -> None:
    larger = Says(SUPPORTS)
    assert not any(p.again for p in read(Models(Letters(), Says(SILENT), larger), LONG, asked=False).passages)
    assert larger.asked == []
    assert any(p.again for p in read(Models(Letters(), Says(replace(SILENT, silent=PLAINLY_SILENT - 0.1)), larger), LONG, asked=False).passages)


def test_nothing_hangs_where_the_claim_stands_word_for_word() -> None:
    said = passage(SUPPORTS, text=CLAIM)
    assert hanging(CLAIM, Panel("AP", frozenset({0})), OutletReading("AP", (said,))) == ()


def test_the_stretch_and_the_most_telling_passage_are_what_hangs() -> None:
    stretch, quiet = passage(SILENT, stretch=True, text="A stretch."), passage(SILENT, text="Quiet.")
    telling, far = passage(SUPPORTS, text="Telling."), passage(SUPPORTS, score=0.1, text="Far off.")
    chosen = hanging(CLAIM, Panel("AP", frozenset({0})), OutletReading("AP", (stretch, quiet, telling, far)))
    assert chosen == (stretch, telling)
    aside = hanging(CLAIM, Panel("AP", frozenset({0}), asked=False), OutletReading("AP", (stretch, quiet, telling, far)))
    assert aside == (telling,)


def test_a_stretch_that_only_the_smaller_model_read_keeps_what_it_said() -> None:
    stretch, telling = passage(SUPPORTS, stretch=True, text="A stretch."), passage(SILENT, again=True, text="Telling.")
    found = features(CLAIM, OutletReading("AP", (stretch, telling)))
    assert found.stretch_supports > found.supports


def test_what_the_smaller_model_felt_counts_only_where_the_larger_read_nothing() -> None:
    small, again = passage(SUPPORTS), passage(SILENT, again=True)
    assert judged_passages((small, again)) == (again,)
    assert judged_passages((small,)) == (small,)
