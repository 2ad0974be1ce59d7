"""What is installed in the models folder, and whether it is what was shipped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from checker.errors import ModelError
from checker.inference.folders import CONFIG, WEIGHTS, sha256_of, shipped_models

CARD = "README.md"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """One model folder. ``verified``: its weights are those that the manifest names."""

    name: str
    kind: str
    megabytes: float
    sha256: str
    verified: bool
    card: Path


def installed() -> tuple[InstalledModel, ...]:
    """All shipped models, by name.

    Raises:
        ModelError: the models folder is missing.
    """
    root = shipped_models()
    try:
        expected: dict[str, str] = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        expected = {}
    found = []
    for folder in sorted(p.parent for p in root.glob(f"*/{WEIGHTS}")):
        digest = sha256_of(folder / WEIGHTS)
        kind = str(json.loads((folder / CONFIG).read_text(encoding="utf-8")).get("kind", "?"))
        size = (folder / WEIGHTS).stat().st_size / 1e6
        found.append(InstalledModel(folder.name, kind, size, digest, expected.get(folder.name) == digest, folder / CARD))
    return tuple(found)


def card_of(name: str) -> str:
    """The model card of an installed model.

    Raises:
        ModelError: no model of that name is installed.
    """
    models = {m.name: m for m in installed()}
    if name not in models:
        raise ModelError(f"{name}: no such model; installed: {', '.join(models)}")
    return models[name].card.read_text(encoding="utf-8")
