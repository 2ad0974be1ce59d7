"""What a user can set for a run. Defaults are what an editor should get."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from checker.types import Severity


class Depth(StrEnum):
    """How much the larger stance model reads: nothing, the passages that a verdict hangs on, or all that were found."""

    FAST = "fast"
    USUAL = "usual"
    THOROUGH = "thorough"


@dataclass(frozen=True, slots=True)
class Settings:
    """``outlets`` is the user's own registry file; model names are folders or hub names, None for the shipped ones. A stance model
    of the user's own reads alone, at every depth."""

    fail_on: Severity = Severity.WARNING
    embedder: str | None = None
    stance_model: str | None = None
    depth: Depth = Depth.USUAL
    outlets: Path | None = None
    cache: bool = True
