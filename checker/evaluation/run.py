"""What `checker evaluate` does: stories in folders, pairs and attributions in files, each measured in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.errors import InputError
from checker.evaluation.attributions import AttributionScores, evaluate_attributions
from checker.evaluation.marked import is_attributions
from checker.evaluation.pairs import PairScores, evaluate_pairs
from checker.evaluation.stories import StoryScores, evaluate_stories
from checker.extract.outlets import load_registry
from checker.inference.loading import models_for, open_stance_model
from checker.settings import Settings


def evaluate(paths: Sequence[Path], settings: Settings, *, story: Path | None = None, cap: int = 0,
             previous: str | None = None) -> Iterator[StoryScores | PairScores | AttributionScores]:
    """The scores of all story folders together, then of every file, in the order given: of attributions where its first row
    has any, otherwise of labelled pairs. No model is loaded for attributions.

    Raises:
        InputError: a path is neither, or what it holds cannot be used; said before anything is measured where possible.
        ModelError: a model cannot be loaded.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such folder of stories or file of pairs or attributions")
    folders, files = [p for p in paths if p.is_dir()], [p for p in paths if not p.is_dir()]
    attributed = [is_attributions(file) for file in files]
    if folders:
        yield evaluate_stories(folders, settings, story)
    models = models_for(settings) if not all(attributed) else None
    before = open_stance_model(previous) if previous and models is not None else None
    registry = load_registry(settings.outlets) if any(attributed) else None
    for file, has in zip(files, attributed):
        yield evaluate_attributions(file, registry, cap) if has or models is None else evaluate_pairs(file, models, cap, before)
