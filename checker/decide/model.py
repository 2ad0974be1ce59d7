"""The fitted decision: features -> stance, with what each feature contributed. Plain numbers in a JSON file.

A multinomial logistic regression (fitted with scikit-learn by ``checker.training.decision``) needs nothing but a sum
when it is applied, so applying it is ours and its weights are readable.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from math import exp, inf
from pathlib import Path

from checker.decide.features import Features, Veto, feature_names
from checker.decide.reasons import in_words
from checker.errors import ModelError
from checker.inference.folders import shipped_models
from checker.types import Contribution, Stance

CHECK, SCORE = "decision.json", "score.json"
"""What judges outlets in stories, and what judges single pairs: the same features, fitted on other data."""
VERBATIM_ODDS = 8.0
"""Log-odds that a verbatim statement is worth: more than all other features together can take away."""
REMOTE = 0.35
"""Coverage whose best passage has neither this much similarity nor this share of the claim's words is about another matter: of 351 claims
of tuning stories and newsroom pairs that are supported three lie below, of 260 that nobody states nine."""
REMOTE_ODDS = 3.0
"""By how much (log-odds) saying nothing then gains on support and contradiction: enough to turn all but the surest."""
ALTERED_ODDS = 5.0
"""Log-odds of contradiction that an altered copy is worth. Set by hand: of 28 such claims among 10,950 newsroom pairs that the comparer
was written on 26 were contradicted, 2 silent, none supported."""
SWAPPED_ODDS = 3.0
"""The same for two parties that have changed places. Set by hand: of 19 such claims among 13,080 newsroom pairs all were contradicted, and of
9,100 pairs of public sets none was called so."""
ORDER = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT)


@dataclass(frozen=True, slots=True)
class Decision:
    """A stance, how sure (0..1, the probability of that stance), and why."""

    stance: Stance
    confidence: float
    probabilities: tuple[float, float, float]
    why: tuple[Contribution, ...]
    doubted: bool = False
    """Contradiction is the likeliest stance and was not chosen, because it does not lead by the margin."""


@dataclass(frozen=True, slots=True)
class DecisionModel:
    """Weights for each stance in the order of :data:`ORDER`; features are centred and scaled first."""

    names: tuple[str, ...]
    centres: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    intercepts: tuple[float, ...]
    alarm_margin: float = 0.0
    """By how much a contradiction must lead in a report (0..1), where a wrong alarm costs more than a missed one."""
    veto: Veto = Veto.FULL

    def decide(self, features: Features, margin: float = 0.0) -> Decision:
        """The stance with the highest probability; a contradiction that no comparer can point at only if it leads by ``margin``.

        Four rules stand above the fit: a claim that the coverage states in the same words is supported; one whose figure
        is contradicted, stated nowhere, or given otherwise in the sentence most like the claim is not; nor is one that the
        coverage only holds possible; one that is a sentence of the coverage but for what makes it wrong, or that has two parties the
        other way round, is contradicted.
        """
        values = features.values()
        scaled = tuple((v - c) / s for v, c, s in zip(values, self.centres, self.scales, strict=True))
        logits = [
            sum(w * x for w, x in zip(row, scaled, strict=True)) + b
            for row, b in zip(self.weights, self.intercepts, strict=True)
        ]
        if features.vetoed(self.veto):
            logits[0] = -inf
            logits[1] += ALTERED_ODDS * features.altered + SWAPPED_ODDS * features.swapped
        elif features.verbatim:
            logits[1:] = [x - VERBATIM_ODDS for x in logits[1:]]
        if self.veto is Veto.FULL and max(features.similarity, features.overlap) < REMOTE:
            logits[:2] = [x - REMOTE_ODDS for x in logits[:2]]
        top = max(logits)
        raised = [exp(x - top) for x in logits]
        supports, contradicts, silent = (x / sum(raised) for x in raised)
        # an alarm that rests on the stance model's feeling alone must win clearly
        lead = 0.0 if features.concrete else margin
        chosen = max(range(3), key=lambda i: (supports, contradicts, silent)[i] - (lead if i == 1 else 0.0))
        doubted = chosen != 1 and contradicts > max(supports, silent)
        rest = [i for i in range(3) if i != chosen]
        why = sorted(
            (Contribution(name, (self.weights[chosen][k] - sum(self.weights[i][k] for i in rest) / 2) * scaled[k], in_words(name, values[k]))
             for k, name in enumerate(self.names)),
            key=lambda c: (-abs(c.weight), c.name))
        probabilities = (supports, contradicts, silent)
        return Decision(ORDER[chosen], probabilities[chosen], probabilities, tuple(why), doubted)


def load_decision(name: str = CHECK, *, fast: bool = False) -> DecisionModel:
    """A shipped decision model: :data:`CHECK` or :data:`SCORE`, fitted on what both stance models say or, ``fast``, on what the
    smaller one says alone.

    Raises:
        ModelError: the file is missing, broken, or was fitted on other features.
    """
    return _read(shipped_models() / (f"fast-{name}" if fast else name))


@lru_cache(maxsize=4)
def _read(path: Path) -> DecisionModel:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        model = DecisionModel(
            tuple(raw["features"]), tuple(raw["centres"]), tuple(raw["scales"]), tuple(tuple(raw["weights"][s]) for s in ORDER),
            tuple(raw["intercepts"][s] for s in ORDER), raw["alarm_margin"], Veto(raw["veto"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: not a decision model ({type(error).__name__})") from None
    if model.names != feature_names():
        raise ModelError(f"{path}: was fitted on other features; fit it again with python -m checker.training.decision")
    return model
