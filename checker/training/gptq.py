"""Round a trained model to four bits so that its layers answer as they did, not so that each weight is nearest.

    python -m checker.training.gptq FOLDER OUT --data DATA

The error of every rounded weight is made up for by those of its row that are not rounded yet, by how their inputs go together on
calibration pairs (Frantar, Ashkboos, Hoefler and Alistarh, GPTQ: Accurate Post-Training Quantization for Generative Pre-trained
Transformers, 2022). What a short training moved by less than a step of the grid, nearest rounding takes away whole. Layers that stand
on their grid already stay as they are.

What the grid cannot hold, a correction of low rank beside each matrix does (Yao, Wu, Li, Youn and He, ZeroQuant-V2: Exploring
Post-training Quantization in LLMs from Comprehensive Study to Low Rank Compensation, 2023), chosen by what it changes in the outputs.
OUT is a folder like FOLDER whose weights are grid and correction together; ``corrections.safetensors`` there holds the latter, and
``export --four-bits`` gives back both exactly.
"""

from __future__ import annotations

import argparse
import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from checker.evaluation.labelled import Pair
from checker.training.four_bits import BLOCK, HIGHEST, LOWEST, encoder_blocks, rounded, whole_and_scale
from checker.training.mixture import read_mixture, stage_pairs
from checker.training.quantise import CORRECTIONS, LEFT, RIGHT

logger = logging.getLogger(__name__)

DAMPING = 0.01
"""Share of the mean square input that is added to every input's own: keeps the inverse in bounds. The paper's value."""
RANK = 16
"""Of the corrections: what fits into 70 MB beside ten layers (4.4 MB)."""
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


@dataclass(frozen=True, slots=True)
class Correction:
    """A matrix of low rank, ``left`` (outputs, rank) times ``right`` (rank, inputs), in half precision."""

    left: torch.Tensor
    right: torch.Tensor

    @property
    def matrix(self) -> torch.Tensor:
        return self.left.float() @ self.right.float()


def corrected(missing: torch.Tensor, inputs: torch.Tensor, rank: int = RANK) -> Correction:
    """The correction of at most ``rank`` that comes nearest to a matrix (outputs, inputs) by what both make of their inputs; ``inputs`` as
    for :func:`rounded_along`. The best there is: singular vectors of the matrix times a root of ``inputs``."""
    together = inputs.double().clone()
    together.diagonal().add_(DAMPING * together.diagonal().mean().clamp_min(1e-12))
    exact = missing.detach().double()
    told = exact @ torch.linalg.cholesky(together)
    # directions of the outputs, from the smaller of both Gram matrices
    if exact.shape[0] <= exact.shape[1]:
        left = torch.linalg.eigh(told @ told.T).eigenvectors[:, -rank:]
    else:
        left = torch.linalg.qr(told @ torch.linalg.eigh(told.T @ told).eigenvectors[:, -rank:]).Q
    right = left.T @ exact
    # both sides of one size, so that half precision holds them
    size = (left.abs().amax(dim=0) / right.abs().amax(dim=1).clamp_min(1e-12)).sqrt()
    return Correction((left / size).half(), (right * size[:, None]).half())


def split(weight: torch.Tensor, inputs: torch.Tensor) -> tuple[torch.Tensor, Correction]:
    """A matrix as one on its four-bit grid and a correction. The correction is found twice: before rounding, so that rounding has less to
    make up for, and after it, when what is missing is known."""
    first = corrected(weight - rounded(weight), inputs)
    grid = rounded_along(weight - first.matrix, inputs)
    return grid, corrected(weight - grid, inputs)


def loss(missing: torch.Tensor, inputs: torch.Tensor) -> float:
    """What a matrix makes of its inputs, squared and added up."""
    return float(((missing.double() @ inputs.double()) * missing.double()).sum())


def round_model(model: torch.nn.Module, batches: Sequence[dict[str, torch.Tensor]]) -> dict[str, Correction]:
    """Round the linear layers of an encoder's blocks in place, from the lowest up: each sees the inputs that the rounded ones below give.
    Weights are grid and correction together afterwards; returns the corrections by the names of their parameters."""
    names = {id(m): name for name, m in model.named_modules()}
    corrections: dict[str, Correction] = {}
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
            left = nearest = 0.0
            for m, total in zip(linear, sums, strict=True):
                exact = m.weight.detach().clone()
                grid, correction = split(exact, total)
                m.weight.copy_(grid + correction.matrix)
                corrections[f"{names[id(m)]}.weight"] = correction
                left += loss(exact - m.weight, total)
                nearest += loss(exact - rounded(exact), total)
        logger.info("layer %d rounded: %.3f of the squared error that nearest rounding makes", number, left / max(nearest, 1e-30))
    return corrections


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
    corrections = round_model(model, calibration(tokenizer, pairs, mixture.max_tokens))
    shutil.copytree(options.folder, options.out, dirs_exist_ok=True)
    model.save_pretrained(str(options.out), safe_serialization=True)
    save_file({f"{name}{side}": getattr(c, side.strip(".")).contiguous() for name, c in corrections.items() for side in (LEFT, RIGHT)},
              str(options.out / CORRECTIONS))


if __name__ == "__main__":
    main()
