"""From a model's name or folder to a model. Nothing is loaded before it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from checker.errors import ModelError
from checker.inference.cache import CachedEmbedder, CachedStanceModel, VectorCache, default_path
from checker.inference.folders import (
    EMBEDDER,
    LARGER_STANCE_MODEL,
    STANCE_MODEL,
    is_onnx_folder,
    read_config,
    shipped_models,
    stance_labels,
)
from checker.inference.protocols import Embedder, StanceModel
from checker.settings import Depth, Settings

Model = TypeVar("Model")


@dataclass(frozen=True, slots=True)
class Models:
    """The models that a run needs.

    ``stance`` reads every passage that is found; ``larger``, where there is one, reads again those that a verdict hangs on,
    or all of them when ``thorough``.
    """

    embedder: Embedder
    stance: StanceModel
    larger: StanceModel | None = None
    thorough: bool = False


def models_for(settings: Settings) -> Models:
    """The models that the settings name; errors as :func:`load_models`."""
    return load_models(settings.embedder, settings.stance_model, depth=settings.depth, cache=settings.cache)


def load_models(embedder: str | None = None, stance_model: str | None = None, *, depth: Depth = Depth.USUAL, cache: bool = True) -> Models:
    """The shipped models, or the ones named by a folder or hub name. A stance model that is named reads alone.

    Raises:
        ModelError: a folder is missing, broken, or of another kind.
        MissingExtraError: a model needs sentence-transformers, which is not installed.
    """
    alone = stance_model is not None or depth is Depth.FAST
    larger = None if alone else open_stance_model(str(shipped_models() / LARGER_STANCE_MODEL))
    found = Models(open_embedder(embedder), open_stance_model(stance_model), larger, depth is Depth.THOROUGH)
    if not cache:
        return found
    store = VectorCache(default_path())
    return replace(found, embedder=CachedEmbedder(found.embedder, store), stance=CachedStanceModel(found.stance, store),
                   larger=CachedStanceModel(larger, store) if larger else None)


def open_embedder(name: str | None = None) -> Embedder:
    def onnx(path: Path) -> Embedder:
        from checker.inference.onnx_embedder import OnnxEmbedder

        return OnnxEmbedder(path)

    def torch(given: str) -> Embedder:
        from checker.inference.torch_models import TorchEmbedder

        return TorchEmbedder(given)

    return _open(name, EMBEDDER, onnx, torch)


def open_stance_model(name: str | None = None) -> StanceModel:
    def onnx(path: Path) -> StanceModel:
        from checker.inference.onnx_stance import OnnxStanceModel

        return OnnxStanceModel(path)

    def torch(given: str) -> StanceModel:
        if Path(given).is_dir():
            # before the seconds that the library takes: an embedding folder is refused at once
            stance_labels(read_config(Path(given)), Path(given))
        from checker.inference.torch_models import TorchStanceModel

        return TorchStanceModel(given)

    return _open(name, STANCE_MODEL, onnx, torch)


def _open(
    name: str | None, default: str, onnx: Callable[[Path], Model], torch: Callable[[str], Model],
) -> Model:
    if name is None:
        return onnx(shipped_models() / default)
    path = Path(name)
    if path.is_dir():
        if is_onnx_folder(path):
            return onnx(path)
        read_config(path)
        if not any(path.rglob("*.safetensors")):
            raise ModelError(f"{name}: holds neither model.onnx with tokenizer.json nor .safetensors weights")
        return torch(name)
    if path.exists() or name.startswith((".", "/", "~")) or name.count("/") > 1:
        raise ModelError(f"{name}: no such model folder")
    return torch(name)
