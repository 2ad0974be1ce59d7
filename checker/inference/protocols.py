"""What the pipeline asks of a model. Tests pass fakes; users pass their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from checker.types import ModelInfo, StanceScores

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into vectors whose dot product is their cosine similarity."""

    @property
    def info(self) -> ModelInfo: ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, shape (len(texts), dimensions), each of length 1. A text's row does not depend on the others."""
        ...


class StanceModel(Protocol):
    """Judges whether a passage supports a claim, contradicts it, or leaves it open."""

    @property
    def info(self) -> ModelInfo: ...

    @property
    def max_tokens(self) -> int:
        """How many tokens of passage and claim together are read; what is beyond is cut off the passage."""
        ...

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[StanceScores, ...]:
        """Scores of (passage, claim) pairs, in order. A pair's scores do not depend on the other pairs."""
        ...
