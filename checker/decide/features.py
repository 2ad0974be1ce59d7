"""The numbers a stance is decided on: one outlet's reading of one claim, boiled down to named features."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from math import log

from checker.comparers.reading import OutletReading, PassageReading
from checker.comparers.who_to_whom import NAME as WHO_TO_WHOM
from checker.text.sentences import split as sentences_of
from checker.text.words import content_stems, tokens

CLIP = 1e-3
"""Probabilities nearer to 0 or 1 than this say no more: the stance model's own calibration ends there."""

RUN = 3
"""Words that must follow one another as they do in the claim."""

LITTLE_ELSE = 1.6
"""How much longer than the claim its source sentence may be: room for an attribution, not for another statement around it."""

TURNED = frozenset("not never no denied deny denies false falsely wrongly untrue rejected dismissed refuted if unless claimed claims "
                   "alleged allegedly reportedly rumours rumors".split())
"""Words that, in the source sentence and not in the claim, may turn its own words around."""

NOT_WEIGHED = frozenset({"altered", "swapped"})
"""Features that rules look at and no weights are fitted for."""

NEAR = 0.12
"""A passage counts as being about the same matter as the best one when its retrieval score is within this. Set by hand on the
tuning stories: wider lets contradictions of other matters in, narrower loses updates."""


class Veto(Enum):
    """What forbids support outright, whatever the weights say. The fit of ``score`` chooses one of the last two; a report always has
    the first."""

    FULL = "full"
    """For reports: a figure, date or name contradicted, two parties exchanged, a word turned round, a hedge dropped, a sentence of the
    coverage altered; a figure that no passage states, or that another one stands in the place of, unless it follows by arithmetic from
    those that one does."""
    RECKONING = "reckoning"
    """For single pairs: the same without names and hedges, of which these hold many that are none."""
    ALTERED = "altered"
    """An altered sentence and exchanged parties alone; everything else is weighed."""


@dataclass(frozen=True, slots=True)
class Features:
    """All in plain numbers; shares are 0..1, flags 0 or 1, log-odds within about -7..7."""

    supports: float
    """Log-odds of support, best passage."""
    contradicts: float
    """Log-odds of contradiction, best of the passages near the top."""
    stretch_supports: float
    """Log-odds of support by the long stretch of the coverage, where facts that a claim combines stand together."""
    stretch_contradicts: float
    sentence_supports: float
    """Log-odds of support by one sentence read by itself; as ``supports`` where none was."""
    sentence_contradicts: float
    silent: float
    """Log-odds of silence by the passage that is the least silent."""
    verbatim: float
    """A sentence of the coverage says it in the same words: such a claim is always supported (see ``model.py``)."""
    similarity: float
    overlap: float
    """Share of the claim's content stems in its best passage."""
    weakest_part: float
    """How much less the least supported part of the claim is supported than the whole (difference of log-odds, at most 0)."""
    quantity_conflict: float
    quantity_absent: float
    quantity_rival: float
    """Another figure of the same kind stands in the sentence most like the claim."""
    figure_unmatched: float
    """A figure in digits that no passage states: unless it follows from others such a claim is never supported (see ``model.py``)."""
    date_conflict: float
    date_absent: float
    name_conflict: float
    name_absent: float
    polarity_conflict: float
    hedge_dropped: float
    quote_found: float
    quote_altered: float
    quote_misattributed: float
    quote_absent: float
    misplaced: float = 0.0
    """How far what the claim names stands out of place (share of the claim's words; see ``comparers/placement.py``)."""
    date_rival: float = 0.0
    """Another date stands in the sentence most like the claim, where one of the claim's should."""
    asked: float = 1.0
    """The story credits the outlet with the claim (1 for a single pair): others seldom have anything to say of it."""
    figure_reckoned: float = 0.0
    """The figures that no passage states follow by arithmetic from those that one does. It lifts a veto as well."""

    altered: float = 0.0
    """The claim is a sentence of the coverage but for a figure, a date, a name or a turned word. Not weighed: it decides (see ``model.py``)."""

    swapped: float = 0.0
    """Two parties of the claim have changed places: the passage lets the other one do it. Not weighed: it decides (see ``model.py``)."""

    @property
    def concrete(self) -> bool:
        """Whether a comparer can put its finger on a conflict: a figure, a date, a name, a turned word, a quotation."""
        return any((self.quantity_conflict, self.date_conflict, self.name_conflict, self.polarity_conflict,
                    self.quote_altered, self.quote_misattributed, self.altered, self.swapped))

    def vetoed(self, veto: Veto) -> bool:
        """Whether a comparer found what support cannot live with, as far as ``veto`` goes."""
        if veto is Veto.ALTERED:
            return bool(self.altered or self.swapped)
        conflict = bool(self.quantity_conflict or self.date_conflict or self.polarity_conflict or self.altered or self.swapped)
        unstated = bool(self.figure_unmatched or self.quantity_rival) and not self.figure_reckoned
        return conflict or unstated or veto is Veto.FULL and bool(self.name_conflict or self.hedge_dropped)

    def values(self) -> tuple[float, ...]:
        """In the order of :func:`feature_names`."""
        return tuple(getattr(self, name) for name in feature_names())


def feature_names() -> tuple[str, ...]:
    return tuple(f.name for f in fields(Features) if f.name not in NOT_WEIGHED)


def log_odds(probability: float) -> float:
    """Natural log of p / (1 - p), with p kept within [CLIP, 1 - CLIP]."""
    p = min(max(probability, CLIP), 1 - CLIP)
    return log(p / (1 - p))


def judged_passages(passages: tuple[PassageReading, ...]) -> tuple[PassageReading, ...]:
    """Those that the larger model read, if it read any: what the smaller one felt about the others counts no more."""
    return tuple(p for p in passages if p.again) or passages


def near_passages(reading: OutletReading) -> tuple[PassageReading, ...]:
    """The passages that are about as close to the claim as the closest one."""
    if not reading.passages:
        return ()
    best = max(p.hit.score for p in reading.passages)
    return tuple(p for p in reading.passages if p.hit.score >= best - NEAR)


def stands_in(statement: str, text: str) -> bool:
    """Whether a sentence of a text says a statement in its very words and little else, and turns none of it around."""
    words = [t.lower for t in tokens(statement)]
    runs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    if not runs:
        return False
    for span in sentences_of(text):
        there = [t.lower for t in tokens(span.of(text))]
        plain = len(there) <= LITTLE_ELSE * len(words) + RUN and not TURNED & (set(there) - set(words))
        if plain and runs <= {tuple(there[i : i + RUN]) for i in range(len(there) - RUN + 1)}:
            return True
    return False


def word_for_word(part: str, text: str) -> bool:
    """Whether a sentence of a text holds the words of a claim's part one after the other, and turns none of them around."""
    words = [t.lower for t in tokens(part)]
    if len(words) <= RUN:
        return False
    for span in sentences_of(text):
        there = [t.lower for t in tokens(span.of(text))]
        if not TURNED & (set(there) - set(words)) and any(there[i : i + len(words)] == words for i in range(len(there) - len(words) + 1)):
            return True
    return False


def features(statement: str, reading: OutletReading) -> Features:
    """Features of a reading. One without passages is as silent as can be."""
    passages = reading.passages
    near = near_passages(reading)
    stems = content_stems(statement)
    quantities, dates, names, polarity, quotes = (
        reading.tally(c) for c in ("quantities", "dates", "names", "polarity", "quotes"))
    judged, near_judged = judged_passages(passages), judged_passages(near)
    stretches, near_stretches = (judged_passages(tuple(p for p in some if p.hit.stretch)) for some in (passages, near))
    supports = max((p.scores.supports for p in judged), default=0.0)
    overlap = max((len(stems & content_stems(p.hit.passage.text)) / len(stems) for p in passages), default=0.0) if stems else 0.0
    contradicts = max((p.scores.contradicts for p in near_judged), default=0.0)
    quote_rules = {s.rule for s in reading.quotes if s.conflicting}
    return Features(
        supports=log_odds(supports),
        contradicts=log_odds(contradicts),
        stretch_supports=log_odds(max((p.scores.supports for p in stretches), default=supports)),
        stretch_contradicts=log_odds(max((p.scores.contradicts for p in near_stretches), default=0.0)),
        sentence_supports=log_odds(max((s.supports for s in reading.sentences), default=supports)),
        sentence_contradicts=log_odds(max((s.contradicts for s in reading.sentences), default=contradicts)),
        silent=log_odds(min((p.scores.silent for p in near_judged), default=1.0)),
        verbatim=float(any(stands_in(statement, p.hit.passage.text) for p in passages)),
        similarity=max((p.hit.similarity for p in passages), default=0.0),
        overlap=overlap,
        weakest_part=min(0.0, log_odds(min((p.supports for p in reading.parts), default=supports)) - log_odds(supports)),
        quantity_conflict=float(quantities.conflicting > 0),
        quantity_absent=quantities.absent_share,
        quantity_rival=float(bool(reading.rivals)),
        misplaced=reading.misplaced.by if reading.misplaced is not None else 0.0,
        date_rival=float(bool(reading.date_rivals)),
        asked=float(reading.asked),
        figure_unmatched=float(reading.figures_unmatched > 0),
        figure_reckoned=float(reading.reckoned),
        altered=float(reading.altered),
        swapped=float(reading.tally(WHO_TO_WHOM).conflicting > 0),
        date_conflict=float(dates.conflicting > 0),
        date_absent=dates.absent_share,
        name_conflict=float(names.conflicting > 0),
        name_absent=names.absent_share,
        polarity_conflict=float(polarity.conflicting > 0),
        hedge_dropped=float(any(p.signal("hedges").rule == "hedge-dropped" for p in near)),
        quote_found=float(quotes.matched > 0 and not quotes.absent and not quotes.conflicting),
        quote_altered=float("quote-altered" in quote_rules),
        quote_misattributed=float("quote-misattributed" in quote_rules),
        quote_absent=quotes.absent_share,
    )
