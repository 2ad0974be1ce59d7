"""The stance model as an ONNX cross-encoder: (passage, claim) in, three logits out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from checker.inference.folders import open_folder
from checker.inference.onnx_session import OnnxSession
from checker.types import ModelInfo, StanceScores

SCORE_DIGITS = 6
"""Scores are rounded to what single precision keeps, so that a score from the cache is the score that was computed."""


class OnnxStanceModel:
    """The default :class:`~checker.inference.protocols.StanceModel`. Label order is the config's."""

    def __init__(self, path: Path) -> None:
        self._folder = open_folder(path, "stance")

    @property
    def info(self) -> ModelInfo:
        return self._folder.info

    @property
    def max_tokens(self) -> int:
        return self._folder.max_tokens

    @cached_property
    def _session(self) -> OnnxSession:
        return OnnxSession(self._folder)

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[StanceScores, ...]:
        if not pairs:
            return ()
        return tuple(scores_of(logits.tolist(), self._folder.labels) for logits in self._session.map(pairs, lambda x: x))


def scores_of(logits: Sequence[float], labels: tuple[str, ...]) -> StanceScores:
    """Softmax of three logits, put in the order of :class:`StanceScores`."""
    from math import exp

    top = max(logits)
    weights = [exp(x - top) for x in logits]
    total = sum(weights)
    named = dict(zip(labels, (round(w / total, SCORE_DIGITS) for w in weights), strict=True))
    return StanceScores(named["supports"], named["contradicts"], named["silent"])
