"""Training weights that will ship as 4-bit numbers: every step is taken with the weights rounded as they will be.

Rounding a trained model's weights to four bits costs it one or two points; a model that meets its rounded weights while it
trains learns to do without what rounding takes away. The gradient found at the rounded weights moves the exact ones behind
them (the straight-through estimator: Bengio, Léonard and Courville, Estimating or Propagating Gradients Through Stochastic
Neurons for Conditional Computation, 2013).
"""

from __future__ import annotations

from typing import Any

import torch
from transformers import TrainerCallback

BLOCK = 64
"""Weights in a row that share a scale: with 32 the scales weigh twice as much (5 MB more), with 128 the rounding is coarser."""
LOWEST, HIGHEST = -8, 7
WITHIN = 0.98
"""Share of its cell that a weight is spread over: rounding errors of float32 must not carry it across the border."""
SMALLEST = 1e-8


def whole_and_scale(weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Whole numbers within -8..7, shape (outputs, blocks, BLOCK), and scales, shape (outputs, blocks), of a matrix
    (outputs, inputs); inputs must be a multiple of :data:`BLOCK`.

    The value farthest from zero is met exactly, as -8 times the scale: that uses all sixteen numbers.

    Raises:
        ValueError: the inputs do not divide into blocks.
    """
    if weight.shape[1] % BLOCK:
        raise ValueError(f"a matrix of {weight.shape[1]} inputs does not divide into blocks of {BLOCK}")
    blocks = weight.detach().float().reshape(weight.shape[0], -1, BLOCK)
    lowest, highest = blocks.amin(dim=-1, keepdim=True), blocks.amax(dim=-1, keepdim=True)
    scale = torch.where(-lowest > highest, lowest, highest) / LOWEST
    scale = torch.where(scale.abs() < SMALLEST, torch.full_like(scale, SMALLEST), scale)
    return torch.clamp(torch.round(blocks / scale), LOWEST, HIGHEST), scale.squeeze(-1)


def rounded(weight: torch.Tensor) -> torch.Tensor:
    """A matrix as its 4-bit form gives it back."""
    whole, scale = whole_and_scale(weight)
    return (whole * scale.unsqueeze(-1)).reshape(weight.shape).to(weight.dtype)


def spread(weight: torch.Tensor, seed: int = 0) -> torch.Tensor:
    """A matrix that stands on its four-bit numbers already (restored from a shipped model), spread evenly over what rounds to them; any
    other as it is. It rounds to the same numbers, but a step of training now moves a share of them: from the middle of its cell a
    weight would need hundreds of steps to reach the next number, and what was learnt would be rounded away."""
    whole, scale = whole_and_scale(weight)
    if not torch.allclose(rounded(weight), weight, atol=float(scale.abs().max()) / 100):
        return weight.clone()
    noise = torch.rand(whole.shape, generator=torch.Generator().manual_seed(seed)) - 0.5
    # the largest of a block sets its scale and stays
    noise[(whole == LOWEST) | (whole == HIGHEST)] = 0.0
    return ((whole + WITHIN * noise) * scale.unsqueeze(-1)).reshape(weight.shape).to(weight.dtype)


def encoder_matrices(model: torch.nn.Module) -> list[torch.Tensor]:
    """The weights that ship in four bits: the linear layers of an encoder's blocks. Embeddings and the head stay finer."""
    return [m.weight for m in encoder_blocks(model).modules() if isinstance(m, torch.nn.Linear)]


def encoder_blocks(model: torch.nn.Module) -> torch.nn.ModuleList:
    """The layers of an encoder, lowest first."""
    return next(layer for m in model.modules() if isinstance(layer := getattr(m, "layer", None), torch.nn.ModuleList))


class FourBitWeights(TrainerCallback):
    """Puts rounded weights in place before a step looks at them and the exact ones back before the optimiser moves them."""

    def __init__(self, model: torch.nn.Module) -> None:
        self._matrices = encoder_matrices(model)
        self._exact: list[torch.Tensor] = []
        with torch.no_grad():
            for number, w in enumerate(self._matrices):
                w.copy_(spread(w, number))

    def on_step_begin(self, *_: Any, **__: Any) -> None:
        with torch.no_grad():
            self._exact = [w.detach().clone() for w in self._matrices]
            for w in self._matrices:
                w.copy_(rounded(w))

    def on_pre_optimizer_step(self, *_: Any, **__: Any) -> None:
        with torch.no_grad():
            for w, exact in zip(self._matrices, self._exact, strict=True):
                w.copy_(exact)
        self._exact = []
