"""Rounding that makes up for its own errors."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from checker.training.four_bits import BLOCK, rounded  # noqa: E402
from checker.training.gptq import corrected, loss, round_model, rounded_along, split, stands_on_grid  # noqa: E402


def correlated(tokens: int, inputs: int) -> object:
    """Inputs that go together, as those of a trained layer do."""
    seed = torch.Generator().manual_seed(3)
    few = torch.randn(tokens, inputs // 8, generator=seed)
    return few @ torch.randn(inputs // 8, inputs, generator=seed) + 0.1 * torch.randn(tokens, inputs, generator=seed)


def test_answers_stay_closer_than_with_the_nearest_numbers() -> None:
    weight = torch.randn(24, 3 * BLOCK, generator=torch.Generator().manual_seed(1))
    x = correlated(600, 3 * BLOCK)
    along = rounded_along(weight, x.T @ x)
    assert (x @ (along - weight).T).pow(2).sum() < 0.5 * (x @ (rounded(weight) - weight).T).pow(2).sum()


def test_the_result_stands_on_the_grid() -> None:
    weight = torch.randn(24, 2 * BLOCK, generator=torch.Generator().manual_seed(1))
    x = correlated(300, 2 * BLOCK)
    along = rounded_along(weight, x.T @ x)
    assert not stands_on_grid(weight) and stands_on_grid(along)
    assert torch.allclose(rounded(along), along, atol=1e-5)


def test_inputs_that_never_come_and_rows_of_noughts_do_no_harm() -> None:
    weight = torch.zeros(3, BLOCK)
    weight[0] = torch.linspace(-1, 1, BLOCK)
    assert torch.isfinite(rounded_along(weight, torch.zeros(BLOCK, BLOCK))).all()


def test_layers_on_their_grid_stay_and_others_are_rounded() -> None:
    class Tiny(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layer = torch.nn.ModuleList([torch.nn.Linear(BLOCK, BLOCK), torch.nn.Linear(BLOCK, BLOCK)])

        def forward(self, x: object) -> object:
            return self.layer[1](torch.relu(self.layer[0](x)))

    torch.manual_seed(0)
    model = Tiny()
    with torch.no_grad():
        model.layer[0].weight.copy_(rounded(model.layer[0].weight))
    before = model.layer[0].weight.clone()
    corrections = round_model(model, [{"x": torch.randn(40, BLOCK)}])
    assert torch.equal(model.layer[0].weight, before)
    assert list(corrections) == ["layer.1.weight"]
    assert stands_on_grid(model.layer[1].weight - corrections["layer.1.weight"].matrix)


def test_a_correction_is_the_nearest_of_its_rank_by_the_outputs() -> None:
    x = correlated(400, BLOCK)
    inputs = x.T @ x
    low = torch.randn(20, 3, generator=torch.Generator().manual_seed(6)) @ torch.randn(3, BLOCK, generator=torch.Generator().manual_seed(7))
    found = corrected(low, inputs, rank=3)
    assert loss(low - found.matrix, inputs) < 1e-3 * loss(low, inputs)
    assert loss(low - corrected(low, inputs, rank=1).matrix, inputs) < loss(low, inputs)


def test_grid_and_correction_miss_less_than_the_grid_alone() -> None:
    weight = torch.randn(64, 2 * BLOCK, generator=torch.Generator().manual_seed(8))
    x = correlated(500, 2 * BLOCK)
    inputs = x.T @ x
    grid, correction = split(weight, inputs)
    assert torch.allclose(rounded(grid), grid, atol=1e-5)
    assert loss(weight - grid - correction.matrix, inputs) < loss(weight - rounded_along(weight, inputs), inputs)
