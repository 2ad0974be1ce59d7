"""Round a trained model to four bits so that its layers answer as they did, not so that each weight is nearest.

    python -m checker.training.gptq FOLDER OUT --data DATA

The error of every rounded weight is made up for by those of its row that are not rounded yet, by how their inputs go together on
calibration pairs (Frantar, Ashkboos, Hoefler and Alistarh, GPTQ: Accurate Post-Training Quantization for Generative Pre-trained
Transformers, 2022). What a short training moved by less than a step of the grid, nearest rounding takes away whole. Layers that stand
on their grid already stay as they are. OUT is a folder like FOLDER with weights that ``export --four-bits`` gives back exactly.
"""

from __future__ import annotations

import argparse
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from checker.evaluation.labelled import Pair
from checker.training.four_bits import BLOCK, HIGHEST, LOWEST, encoder_blocks, rounded, whole_and_scale
from checker.training.mixture import read_mixture, stage_pairs

logger = logging.getLogger(__name__)

DAMPING = 0.01
"""Share of the mean square input that is added to every input's own: keeps the inverse in bounds. The paper's value."""
CALIBRATION_PAIRS = Path(__file__).with_name("calibration.toml")
CALIBRATION = 256
"""Pairs that the inputs are taken from."""
BATCH = 32


def rounded_along(weight: torch.Tensor, inputs: torch.Tensor) -> torch.Tensor:
    """A matrix (outputs, inputs) on its four-bit grid. ``inputs``: the sum of products of its inputs over calibration tokens, shape
    (inputs, inputs). Rounding the result again changes nothing."""
    left = weight.detach().double().clone()
    together = inputs.double().clone()
    together.diagonal().add_(DAMPING * together.diagonal().mean().clamp_min(1e-12))
    inverse = torch.cholesky_inverse(torch.linalg.cholesky(together))
    upper = torch.linalg.cholesky((inverse + inverse.T) / 2, upper=True)
    result = torch.empty_like(left)
    for start in range(0, left.shape[1], BLOCK):
        block = left[:, start : start + BLOCK].clone()
        scale = whole_and_scale(block.float())[1].double().squeeze(-1)
        # the farthest from zero sets the scale and stays the farthest
        farthest = block.abs().argmax(dim=1)
        errors = torch.zeros_like(block)
        for at in range(BLOCK):
            place = start + at
            column = block[:, at]
            whole = torch.clamp(torch.round(column / scale), LOWEST, HIGHEST)
            whole = torch.where(farthest == at, torch.full_like(whole, LOWEST), whole)
            result[:, place] = whole * scale
            errors[:, at] = (column - result[:, place]) / upper[place, place]
            block[:, at + 1 :] -= errors[:, at : at + 1] * upper[place, place + 1 : start + BLOCK]
        left[:, start + BLOCK :] -= errors @ upper[start : start + BLOCK, start + BLOCK :]
    return result.to(weight.dtype)


def stands_on_grid(weight: torch.Tensor) -> bool:
    """Whether rounding to four bits leaves a matrix as it is."""
    return torch.allclose(rounded(weight), weight, atol=float(weight.detach().abs().max()) / 1000)


def round_model(model: torch.nn.Module, batches: Sequence[dict[str, torch.Tensor]]) -> None:
    """Round the linear layers of an encoder's blocks in place, from the lowest up: each sees the inputs that the rounded ones below give."""
    for number, block in enumerate(encoder_blocks(model)):
        linear = [m for m in block.modules() if isinstance(m, torch.nn.Linear)]
        if all(stands_on_grid(m.weight) for m in linear):
            continue
        sums = [torch.zeros(m.in_features, m.in_features) for m in linear]
        hooks = [m.register_forward_hook(_adding(total)) for m, total in zip(linear, sums, strict=True)]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            for batch in batches:
                model(**batch)
        for hook in hooks:
            hook.remove()
        with torch.no_grad():
            for m, total in zip(linear, sums, strict=True):
                m.weight.copy_(rounded_along(m.weight, total))
        logger.info("layer %d rounded", number)


def _adding(total: torch.Tensor) -> Any:
    def add(_module: torch.nn.Module, inputs: tuple[torch.Tensor, ...], _output: torch.Tensor) -> None:
        # in full precision: rounded sums are no longer those of any inputs
        with torch.autocast("cpu", enabled=False):
            rows = inputs[0].float().reshape(-1, total.shape[0])
            total.add_(rows.T @ rows)

    return add


def calibration(tokenizer: Any, pairs: Sequence[Pair], max_tokens: int) -> list[dict[str, torch.Tensor]]:
    """Batches of pairs as the model reads them, texts of about one length together so that little of them is padding."""
    ordered = sorted(pairs, key=lambda p: (len(p.evidence) + len(p.claim), p.key))
    return [
        dict(tokenizer([p.evidence for p in some], [p.claim for p in some], padding=True, truncation=True, max_length=max_tokens,
                       return_tensors="pt"))
        for some in (ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH))]


def main() -> None:
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with train/, dev/ and stance_authored/")
    parser.add_argument("--mixture", type=Path, default=CALIBRATION_PAIRS, help="its last stage gives the pairs")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    mixture = read_mixture(options.mixture)
    pairs = stage_pairs(mixture, mixture.stages[-1], options.data)[:CALIBRATION]
    model = AutoModelForSequenceClassification.from_pretrained(str(options.folder), local_files_only=True, use_safetensors=True,
                                                               attn_implementation="eager").eval()
    tokenizer = AutoTokenizer.from_pretrained(str(options.folder), local_files_only=True)
    round_model(model, calibration(tokenizer, pairs, mixture.max_tokens))
    shutil.copytree(options.folder, options.out, dirs_exist_ok=True)
    model.save_pretrained(str(options.out), safe_serialization=True)


if __name__ == "__main__":
    main()
