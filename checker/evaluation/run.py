"""What `checker evaluate` does: stories in folders and pairs in files, each measured in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.errors import InputError
from checker.evaluation.pairs import PairScores, evaluate_pairs
from checker.evaluation.stories import StoryScores, evaluate_stories
from checker.inference.loading import models_for, open_stance_model
from checker.settings import Settings


def evaluate(paths: Sequence[Path], settings: Settings, *, story: Path | None = None, cap: int = 0,
             previous: str | None = None) -> Iterator[StoryScores | PairScores]:
    """The scores of all story folders together, then of every file of pairs, in the order given.

    Raises:
        InputError: a path is neither, or what it holds cannot be used; said before anything is measured where possible.
        ModelError: a model cannot be loaded.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such folder of stories or file of pairs")
    folders, files = [p for p in paths if p.is_dir()], [p for p in paths if not p.is_dir()]
    if folders:
        yield evaluate_stories(folders, settings, story)
    if files:
        models = models_for(settings)
        before = open_stance_model(previous) if previous else None
        for file in files:
            yield evaluate_pairs(file, models, cap, before)
