"""Any sentence-transformers model a user names, behind the same protocols. Needs the extra ``torch``.

Only safetensors weights are loaded (no pickle). A name that is not a folder is fetched from the model hub by
sentence-transformers; that is the only way anything here reaches the network, and only because the user asked for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import MissingExtraError, ModelError
from checker.inference.folders import sha256_of, stance_labels
from checker.inference.onnx_stance import scores_of
from checker.types import ModelInfo, StanceScores

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH = 32


def _library() -> Any:
    try:
        import sentence_transformers
    except ImportError:
        raise MissingExtraError(
            "this model needs sentence-transformers: install it with: pip install 'fact-consistency-checker[torch]'") from None
    return sentence_transformers


def _load(kind: str, name: str) -> Any:
    library = _library()
    folder = Path(name)
    if folder.is_dir() and not any(folder.rglob("*.safetensors")):
        raise ModelError(f"{name}: holds no .safetensors weights; weights in pickle files are not loaded")
    try:
        return getattr(library, kind)(name, device=None, trust_remote_code=False, local_files_only=folder.is_dir(),
                                      model_kwargs={"use_safetensors": True})
    except Exception as error:  # hub, configuration and weight errors share no base class
        reason = " ".join(str(error).split())[:160]
        raise ModelError(f"{name}: cannot be loaded as a {kind} ({type(error).__name__}: {reason})") from None


def _info(name: str) -> ModelInfo:
    folder = Path(name)
    if folder.is_dir():
        weights = sorted(folder.rglob("*.safetensors"))
        digests = "".join(sha256_of(file) for file in weights)
        digest = digests if len(weights) == 1 else hashlib.sha256(digests.encode()).hexdigest()
        return ModelInfo(folder.name, digest)
    return ModelInfo(name, "unknown")


class TorchEmbedder:
    """A SentenceTransformer as :class:`~checker.inference.protocols.Embedder`."""

    def __init__(self, name: str) -> None:
        self._model = _load("SentenceTransformer", name)
        self._info = _info(name)

    @property
    def info(self) -> ModelInfo:
        return self._info

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors: NDArray[np.float32] = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return vectors


class TorchStanceModel:
    """A CrossEncoder with three named labels as :class:`~checker.inference.protocols.StanceModel`.

    Raises:
        ModelError: the model's config does not name the three labels (a plain embedding model loads as a
            CrossEncoder with a random head, without any error: it is refused here).
    """

    def __init__(self, name: str) -> None:
        self._model = _load("CrossEncoder", name)
        raw = {str(k): v for k, v in self._model.model.config.id2label.items()}
        self._labels = stance_labels({"id2label": raw}, Path(name))
        self._info = _info(name)

    @property
    def info(self) -> ModelInfo:
        return self._info

    @property
    def max_tokens(self) -> int:
        return int(self._model.max_length or 512)

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[StanceScores, ...]:
        if not pairs:
            return ()
        logits = self._model.predict(list(pairs), batch_size=BATCH, show_progress_bar=False,
                                     activation_fn=_same, convert_to_numpy=True)
        return tuple(scores_of([float(x) for x in row], self._labels) for row in logits)


def _same(logits: Any) -> Any:
    """Logits as they are: the softmax is ours, in double precision, for every kind of model alike."""
    return logits
