"""Model folders: where the shipped ones are, what a folder must hold, and the errors that say what is wrong."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from checker.errors import ModelError
from checker.types import ModelInfo, Stance

EMBEDDER = "all-MiniLM-L6-v2-int8"
STANCE_MODEL = "stance-MiniLM-L6-int8"
LARGER_STANCE_MODEL = "stance-mpnet-L10-int4"
CONFIG = "config.json"
WEIGHTS = "model.onnx"
TOKENIZER = "tokenizer.json"

LABEL_NAMES = {
    "supports": Stance.SUPPORTS, "supported": Stance.SUPPORTS, "entailment": Stance.SUPPORTS,
    "contradicts": Stance.CONTRADICTS, "contradiction": Stance.CONTRADICTS, "refuted": Stance.CONTRADICTS,
    "refutes": Stance.CONTRADICTS,
    "silent": Stance.SILENT, "neutral": Stance.SILENT, "not enough info": Stance.SILENT, "not_enough_info": Stance.SILENT,
}
"""What other people's models call the three stances. Order is never assumed, it is read from ``id2label``."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder with ``config.json``, ``model.onnx`` and ``tokenizer.json`` that was checked for being complete."""

    path: Path
    kind: str
    max_tokens: int
    labels: tuple[str, ...]

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(self.path.name, sha256_of(self.path / WEIGHTS))


def shipped_models() -> Path:
    """The folder of the shipped models: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "models", package.parent / "models"):
        if (candidate / EMBEDDER).is_dir():
            return candidate
    raise ModelError(f"the shipped models are missing beside {package}; install the package again")


@lru_cache(maxsize=32)
def _digest(path: str, size: int, modified: int) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of(path: Path) -> str:
    """Hex digest of a file, computed once a run."""
    status = path.stat()
    return _digest(str(path), status.st_size, status.st_mtime_ns)


def is_onnx_folder(path: Path) -> bool:
    return (path / WEIGHTS).is_file() and (path / TOKENIZER).is_file()


def read_config(path: Path) -> dict[str, object]:
    """The folder's ``config.json``.

    Raises:
        ModelError: the folder or the file is missing, or it is not a JSON object.
    """
    if not path.is_dir():
        raise ModelError(f"{path}: no such model folder; give a folder with {CONFIG}, or leave the option out")
    try:
        config = json.loads((path / CONFIG).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{path}: not a model folder: it has no {CONFIG}") from None
    except (OSError, ValueError) as error:
        raise ModelError(f"{path / CONFIG}: cannot be read as JSON ({type(error).__name__})") from None
    if not isinstance(config, dict):
        raise ModelError(f"{path / CONFIG}: not a JSON object")
    return config


def open_folder(path: Path, kind: str) -> ModelFolder:
    """Check an ONNX model folder of ``kind`` ("embedder" or "stance").

    Raises:
        ModelError: something is missing, or the folder holds a model of the other kind.
    """
    config = read_config(path)
    for name in (WEIGHTS, TOKENIZER):
        if not (path / name).is_file():
            raise ModelError(f"{path}: not a complete model folder: it has no {name}")
    found = config.get("kind", "stance" if config.get("id2label") else None)
    if found != kind:
        raise ModelError(f"{path}: holds {'no known kind of model' if found is None else f'a model of kind {found}'}, "
                         f"but {kind} is asked for")
    max_tokens = config.get("max_tokens", 256)
    if not isinstance(max_tokens, int) or not 8 <= max_tokens <= 8192:
        raise ModelError(f"{path / CONFIG}: max_tokens must be a whole number between 8 and 8192")
    labels = stance_labels(config, path) if kind == "stance" else ()
    return ModelFolder(path, kind, max_tokens, labels)


def stance_labels(config: dict[str, object], path: Path) -> tuple[str, ...]:
    """The model's output order as stance names, read from ``id2label``.

    Raises:
        ModelError: the labels are not three that mean supports, contradicts and silent.
    """
    raw = config.get("id2label")
    named: tuple[str, ...] = ()
    if isinstance(raw, dict) and all(str(key).isdigit() for key in raw):
        ordered = [str(raw[key]) for key in sorted(raw, key=lambda key: int(key))]
        named = tuple(LABEL_NAMES[name.lower()].value for name in ordered if name.lower() in LABEL_NAMES)
    if sorted(named) != ["contradicts", "silent", "supports"]:
        raise ModelError(f"{path / CONFIG}: id2label does not name the three stances (supports, contradicts, silent, or "
                         "entailment, contradiction, neutral); this is not a stance model")
    return named
