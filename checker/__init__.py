"""Does each credited outlet really say that? The multi-source fact-consistency checker.

    from checker import check, compare, score

    report = check("story.txt", ["coverage/"])
    report.passed, report.results[0].verdict

Names are loaded when they are first used: importing ``checker`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from checker.version import __version__

if TYPE_CHECKING:
    from checker.errors import CheckerError, InputError, MissingExtraError, ModelError, OutputError
    from checker.ingest import read_document, read_story
    from checker.pipeline import check, compare
    from checker.report import render
    from checker.scoring import ScoredPair, ScorePair, score
    from checker.settings import Settings
    from checker.types import Claim, Document, Finding, Report, Stance, Verdict

_HOMES = {
    "check": "checker.pipeline", "compare": "checker.pipeline", "score": "checker.scoring",
    "ScorePair": "checker.scoring", "ScoredPair": "checker.scoring", "Settings": "checker.settings",
    "read_document": "checker.ingest", "read_story": "checker.ingest", "render": "checker.report",
    "CheckerError": "checker.errors", "InputError": "checker.errors", "ModelError": "checker.errors",
    "MissingExtraError": "checker.errors", "OutputError": "checker.errors",
    "Claim": "checker.types", "Document": "checker.types", "Finding": "checker.types", "Report": "checker.types",
    "Stance": "checker.types", "Verdict": "checker.types",
}

__all__ = [
    "CheckerError", "Claim", "Document", "Finding", "InputError", "MissingExtraError", "ModelError", "OutputError",
    "Report", "ScorePair", "ScoredPair", "Settings", "Stance", "Verdict", "__version__", "check", "compare",
    "read_document", "read_story", "render", "score",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")
