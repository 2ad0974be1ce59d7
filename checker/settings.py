"""What a user can set for a run. Defaults are what an editor should get."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.types import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """``outlets`` is the user's own registry file; model names are folders or hub names, None for the shipped ones."""

    fail_on: Severity = Severity.WARNING
    embedder: str | None = None
    stance_model: str | None = None
    outlets: Path | None = None
    cache: bool = True
