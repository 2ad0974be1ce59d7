"""Claims against outlets: find passages, read them with the models and the comparers, decide a stance for each outlet.

All pairs of a run go through the stance model together, so that it can keep the cores busy; a pair's result does not
depend on the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.comparers.reading import OutletReading, PartReading, PassageReading, claim_side, read_outlet, read_passage
from checker.decide.features import features, judged_passages, near_passages, stands_in, word_for_word
from checker.decide.model import Decision, DecisionModel
from checker.inference.loading import Models
from checker.inference.protocols import StanceModel
from checker.retrieve import Hit, Index
from checker.text.attribution import is_reported
from checker.types import SILENT_SCORES, Claim, Document, Evidence, OutletStance, Span, Stance, StanceScores

TOP_PASSAGES = 4
"""Passages read for each claim and outlet, a long stretch and windows: what the time for one check allows on two cores."""

PART_PASSAGES = 2

WORTH_READING = 0.30
"""Passages with a lower retrieval score are not read by the stance model: silent. Low enough that only texts on another
subject fall under it; it saves their time."""

SHOWN_PASSAGES = 3
MATCH_SHOWN = 0.05
"""What a matched name, figure or date is worth when it is chosen which passage to show first; decides nothing else."""
NOT_COMPARED = 0.5
"""Confidence of "silent" where the coverage could not be read: nothing is known either way."""
WORD_FOR_WORD = StanceScores(0.98, 0.01, 0.01)
"""What a part of a claim is worth that stands in the coverage word for word, whatever the stance model feels."""
PLAINLY_SILENT = 0.9
"""Where every near passage of an outlet that is not credited is silent to the smaller model at least this surely, the larger one
is not asked. Set by hand for speed: most outlets have nothing to say of most claims."""
LARGER_SHARE = 0.8
"""Weight of the larger stance model where both have read. Swept at 0.65, 0.8, 0.9 and 1 on tuning rows with the two sets of weights whose mean
ships, the decisions fitted anew each time; cross-validated log loss of pairs 0.850, 0.848, 0.849, 0.854 and 0.848, 0.844, 0.847, 0.853,
of stories 0.724, 0.714, 0.711, 0.711 and 0.724, 0.722, 0.723, 0.725."""
LEAST_PROBABILITY = 1e-4
"""Keeps a stance that one model rules out from being ruled out for both."""
SENTENCES_READ = 4
"""Sentences of an outlet's passages that are read by themselves by all models, those that leave least open to the smaller one. In a passage
that holds the claim's figure for one thing and another figure for the thing that the claim is about the model takes the one for the other;
sentence by sentence it does so less. On asked outlets of tuning stories support was told from contradiction with an AUC of 0.764 without such
readings, of 0.802, 0.815, 0.817 and 0.819 with the best 2, 3, 4 and 5, and of 0.825 with all (about 12), which take too long."""
LEAST_WORDS = 4
"""Shorter sentences ("He paused.") say nothing by themselves."""
PART_WORTH = 0.6
"""Parts are read on their own only when the whole claim is supported less than this."""


@dataclass(frozen=True, slots=True)
class Panel:
    """An outlet and the numbers of the documents it is judged by. ``given`` tells coverage that cannot be compared
    (another language: no documents, but given) from coverage that is missing, ``asked`` an outlet that the claim is put to from one
    that is only looked through for something else."""

    outlet: str
    documents: frozenset[int]
    given: bool = True
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim's stances, with the readings they come from (None where coverage is missing)."""

    claim: Claim
    stances: tuple[OutletStance, ...]
    readings: tuple[OutletReading | None, ...]


Progress = Callable[[str, int, int], None]
"""Called with the step's name, how many are done, and how many there are."""


def no_progress(step: str, done: int, total: int) -> None:
    """Tell nobody."""


class Judge:
    """Reads claims against an index of coverage and decides."""

    def __init__(self, index: Index, documents: Sequence[Document], models: Models, decision: DecisionModel,
                 progress: Progress = no_progress) -> None:
        self._index = index
        self._documents = tuple(documents)
        self._models = models
        self._decision = decision
        self._progress = progress

    def judge(self, sources: Sequence[Document], claims: Sequence[Claim],
              panels: Sequence[tuple[Panel, ...]]) -> tuple[Judged, ...]:
        """One result a claim. ``sources`` holds the text that each claim was taken from, ``panels`` the outlets to judge
        it by, in the order they are reported."""
        readings = self.read(sources, claims, panels)
        return tuple(
            Judged(claim, tuple(self._stance(claim, panel, reading) for panel, reading in zip(row, some, strict=True)), some)
            for claim, row, some in zip(claims, panels, readings, strict=True))

    def read(self, sources: Sequence[Document], claims: Sequence[Claim],
             panels: Sequence[tuple[Panel, ...]]) -> tuple[tuple[OutletReading | None, ...], ...]:
        """The readings behind the stances, for judging and for fitting."""
        found = self._search([c.statement for c in claims], panels, TOP_PASSAGES)
        scores = self._score((hit, claim.statement) for claim, row in zip(claims, found, strict=True) for hits in row for hit in hits)
        whole: list[list[OutletReading | None]] = []
        for number, (source, claim, row, hits_row) in enumerate(zip(sources, claims, panels, found, strict=True)):
            side = claim_side(claim, source)
            self._progress("comparing", number, len(claims))
            whole.append([
                replace(read_outlet(
                    panel.outlet, side,
                    tuple(read_passage(side, hit, self._documents[hit.passage.document], _look(scores, hit, claim.statement))
                          for hit in hits),
                    {i: self._documents[i] for i in sorted(panel.documents)}), asked=panel.asked)
                if panel.documents else None
                for panel, hits in zip(row, hits_row, strict=True)])
        self._progress("comparing", len(claims), len(claims))
        if self._models.larger is not None:
            whole = self._again(self._models.larger, claims, panels, whole)
        return self._with_parts(claims, panels, self._with_sentences(claims, panels, whole))

    def decide(self, claim: Claim, reading: OutletReading) -> Decision:
        """The most probable stance of one reading, with the probabilities of all three; no margin for alarms."""
        return self._decision.decide(features(claim.statement, reading))

    def _again(self, larger: StanceModel, claims: Sequence[Claim], panels: Sequence[tuple[Panel, ...]],
               whole: list[list[OutletReading | None]]) -> list[list[OutletReading | None]]:
        """The passages that a verdict hangs on, read by the larger model too; what both say counts together."""
        chosen = [
            [() if reading is None else reading.passages if self._models.thorough else hanging(claim.statement, panel, reading)
             for panel, reading in zip(panel_row, row, strict=True)]
            for claim, panel_row, row in zip(claims, panels, whole, strict=True)]
        scores = self._score(
            ((p.hit, claim.statement) for claim, row in zip(claims, chosen, strict=True) for some in row for p in some), larger)
        return [
            [None if reading is None else replace(reading, passages=tuple(
                replace(p, scores=together(p.scores, _look(scores, p.hit, claim.statement)), again=True) if p in some else p
                for p in reading.passages))
             for reading, some in zip(row, chosen_row, strict=True)]
            for claim, row, chosen_row in zip(claims, whole, chosen, strict=True)]

    def _with_sentences(self, claims: Sequence[Claim], panels: Sequence[tuple[Panel, ...]],
                        whole: list[list[OutletReading | None]]) -> list[list[OutletReading | None]]:
        """Where a verdict hangs on what an asked outlet says, the sentences of its passages read one by one as well."""
        texts = [
            [self._sentences(reading) if panel.asked and reading is not None and hanging(claim.statement, panel, reading) else ()
             for panel, reading in zip(panel_row, row, strict=True)]
            for claim, panel_row, row in zip(claims, panels, whole, strict=True)]
        # a passage of one sentence has been read already
        known = {(_read_text(p.hit), claim.statement): p.scores for claim, row in zip(claims, whole, strict=True)
                 for reading in row if reading is not None for p in reading.passages if p.again or self._models.larger is None}
        wanted = [(text, claim.statement) for claim, row in zip(claims, texts, strict=True) for some in row for text in some]
        judged = self._score_texts(pair for pair in wanted if pair not in known) | known
        telling = [
            [sorted(some, key=lambda text: (judged[text, claim.statement].silent, text))[:SENTENCES_READ] for some in row]
            for claim, row in zip(claims, texts, strict=True)]
        if self._models.larger is not None:
            best = [(text, claim.statement) for claim, row in zip(claims, telling, strict=True) for some in row for text in some]
            again = self._score_texts((pair for pair in best if pair not in known), self._models.larger)
            judged |= {pair: together(judged[pair], scores) for pair, scores in again.items()}
        return [
            [None if reading is None else replace(reading, sentences=tuple(judged[text, claim.statement] for text in some))
             for reading, some in zip(row, telling_row, strict=True)]
            for claim, row, telling_row in zip(claims, whole, telling, strict=True)]

    def _sentences(self, reading: OutletReading) -> tuple[str, ...]:
        """The sentences that an outlet's passages hold, each once."""
        spans = {(p.hit.passage.document, p.hit.passage.span) for p in reading.passages}
        return tuple(dict.fromkeys(
            s.text for s in self._index.sentences
            if len(s.text.split()) >= LEAST_WORDS and any(s.document == document and span.contains(s.span) for document, span in spans)))

    def _with_parts(self, claims: Sequence[Claim], panels: Sequence[tuple[Panel, ...]],
                    whole: list[list[OutletReading | None]]) -> tuple[tuple[OutletReading | None, ...], ...]:
        """Claims of several parts that are not plainly supported as a whole are read part by part."""
        wanted = [
            (c, o, k)
            for c, claim in enumerate(claims) if len(claim.parts) > 1
            for o, reading in enumerate(whole[c])
            if reading is not None and reading.passages and max(p.scores.supports for p in judged_passages(reading.passages)) < PART_WORTH
            for k in range(len(claim.parts))]
        texts = [claims[c].parts[k].text for c, _, k in wanted]
        found = self._search(texts, [(panels[c][o],) for c, o, _ in wanted], PART_PASSAGES)
        scores = self._score((hit, text) for text, row in zip(texts, found, strict=True) for hit in row[0])
        places = [max(row[0], key=lambda hit: _look(scores, hit, text).supports, default=None)
                  for text, row in zip(texts, found, strict=True)]
        again = {} if self._models.larger is None else self._score(
            ((best, text) for text, best in zip(texts, places, strict=True) if best), self._models.larger)
        parts: dict[tuple[int, int], list[PartReading]] = {}
        for (c, o, k), text, best in zip(wanted, texts, places, strict=True):
            judged = _look(scores, best, text) if best else SILENT_SCORES
            if best is not None and again:
                judged = together(judged, _look(again, best, text))
            if best is not None and word_for_word(text, best.passage.text):
                judged = WORD_FOR_WORD
            parts.setdefault((c, o), []).append(PartReading(k, judged.supports, judged.contradicts, best))
        return tuple(
            tuple(
                replace(r, parts=tuple(parts.get((c, o), ()))) if r is not None else None
                for o, r in enumerate(row))
            for c, row in enumerate(whole))

    def _search(self, texts: Sequence[str], panels: Sequence[tuple[Panel, ...]], top: int) -> list[list[tuple[Hit, ...]]]:
        if not texts:
            return []
        vectors = self._index.embed(texts)
        return [
            [tuple(h for h in self._index.search(text, vector, panel.documents, top) if h.score >= WORTH_READING)
             for panel in row]
            for text, vector, row in zip(texts, vectors, panels, strict=True)]

    def _score(self, wanted: Iterable[tuple[Hit, str]], model: StanceModel | None = None) -> Mapping[tuple[str, str], StanceScores]:
        """What the smaller stance model says of passages, or the one that is given."""
        return self._score_texts(((_read_text(hit), text) for hit, text in wanted), model)

    def _score_texts(self, wanted: Iterable[tuple[str, str]], model: StanceModel | None = None) -> dict[tuple[str, str], StanceScores]:
        pairs = list(dict.fromkeys(wanted))
        step = "judging" if model is None else "reading closely"
        self._progress(step, 0, len(pairs))
        scores = dict(zip(pairs, (model or self._models.stance).scores(pairs), strict=True))
        self._progress(step, len(pairs), len(pairs))
        return scores

    def _stance(self, claim: Claim, panel: Panel, reading: OutletReading | None) -> OutletStance:
        credited = panel.outlet in claim.credited
        if reading is None:
            stance, confidence = (Stance.SILENT, NOT_COMPARED) if panel.given else (Stance.MISSING, 1.0)
            return OutletStance(panel.outlet, credited, stance, confidence)
        decision = self._decision.decide(features(claim.statement, reading), self._decision.alarm_margin)
        ranked = sorted(reading.passages, key=lambda p: -_worth(p, decision.stance))
        evidence = tuple(self._shown(p) for p in ranked[:SHOWN_PASSAGES])
        best = ranked[0].hit if ranked and decision.stance in (Stance.SUPPORTS, Stance.CONTRADICTS) else None
        reported = best is not None and is_reported(
            best.passage.text, Span(best.key_sentence.start - best.passage.span.start, best.key_sentence.end - best.passage.span.start))
        return OutletStance(panel.outlet, credited, decision.stance, decision.confidence, evidence, reported, decision.why, decision.doubted)

    def _shown(self, reading: PassageReading) -> Evidence:
        """The sentences that matter of a passage: the one most like the claim, those that conflict with it, and those that state
        its figures and dates."""
        passage = reading.hit.passage
        telling = (m.passage for m in reading.marks if m.passage is not None and (m.conflict or m.kind in ("quantity", "date")))
        places = [reading.hit.key_sentence, *telling]
        inside = [s.span for s in self._index.sentences if s.document == passage.document and passage.span.contains(s.span)]
        wanted = [s for s in inside if any(s.overlaps(place) for place in places)] or [passage.span]
        span = Span(wanted[0].start, wanted[-1].end)
        return Evidence(passage.document, span, span.of(self._documents[passage.document].text), reading.hit.similarity,
                        reading.scores, reading.marks)


def together(smaller: StanceScores, larger: StanceScores) -> StanceScores:
    """What the two stance models say between them: the weighted geometric mean of their probabilities, summing to 1."""
    a, b = (np.clip((s.supports, s.contradicts, s.silent), LEAST_PROBABILITY, 1.0) for s in (smaller, larger))
    mixed = a ** (1 - LARGER_SHARE) * b**LARGER_SHARE
    supports, contradicts, silent = (mixed / mixed.sum()).tolist()
    return StanceScores(supports, contradicts, silent)


def hanging(statement: str, panel: Panel, reading: OutletReading) -> tuple[PassageReading, ...]:
    """The passages on which an outlet's stance hangs: the one that says most for or against the claim and, of an outlet that is
    asked, the long stretch. None where the claim stands word for word or but for a word that makes it wrong, or where an outlet that
    is not asked is plainly silent."""
    if not reading.passages or reading.altered or any(stands_in(statement, p.hit.passage.text) for p in reading.passages):
        return ()
    near = near_passages(reading)
    if not panel.asked and min(p.scores.silent for p in near) >= PLAINLY_SILENT:
        return ()
    telling = max(near, key=lambda p: max(p.scores.supports, p.scores.contradicts))
    return tuple(p for p in reading.passages if p is telling or p.hit.stretch and panel.asked)


def _worth(passage: PassageReading, stance: Stance) -> float:
    """How well a passage shows the stance that was decided."""
    if stance is Stance.SUPPORTS:
        found = len({m.claim for m in passage.marks if not m.conflict})
        return passage.scores.supports * passage.hit.score + MATCH_SHOWN * found
    if stance is Stance.CONTRADICTS:
        # what a comparer can put its finger on shows more than what the model only feels
        return passage.scores.contradicts * passage.hit.score + sum(s.conflicting > 0 for s in passage.signals)
    return passage.hit.score


def _read_text(hit: Hit) -> str:
    """What the stance model reads of a passage: its text on one line."""
    return " ".join(hit.passage.text.split())


def _look(scores: Mapping[tuple[str, str], StanceScores], hit: Hit, text: str) -> StanceScores:
    return scores[_read_text(hit), text]
