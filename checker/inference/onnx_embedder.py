"""Sentence embeddings from an ONNX encoder: mean of the token vectors, scaled to length 1 (Reimers & Gurevych 2019)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from checker.inference.folders import open_folder
from checker.inference.onnx_session import OnnxSession
from checker.types import ModelInfo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class OnnxEmbedder:
    """The default :class:`~checker.inference.protocols.Embedder`."""

    def __init__(self, path: Path) -> None:
        self._folder = open_folder(path, "embedder")

    @property
    def info(self) -> ModelInfo:
        return self._folder.info

    @cached_property
    def _session(self) -> OnnxSession:
        return OnnxSession(self._folder)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack(self._session.map(texts, _pooled))


def _pooled(tokens: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    mean = tokens.mean(axis=0, dtype=np.float32)
    pooled: NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-12)
    return pooled
