"""Claims on one passage: in one batch, and told apart by the loss. Needs the extra ``train``."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("sentence_transformers")
batches_of = pytest.importorskip("checker.training.batches", exc_type=ImportError)
telling_apart = pytest.importorskip("checker.training.telling_apart", exc_type=ImportError)


def test_every_row_is_in_one_batch_and_rivals_stand_together() -> None:
    passages, claims = [f"passage {i % 40:02}" for i in range(240)], [f"claim {i:03}" for i in range(240)]
    batches = batches_of.rivals_together(passages, claims, 24, seed=1)
    assert sorted(row for batch in batches for row in batch) == list(range(240))
    assert all(len(batch) == 24 for batch in batches)
    assert all(len({passages[row] for row in batch}) == 4 for batch in batches)


def test_one_claim_on_two_passages_links_them() -> None:
    passages, claims = [f"p{i:02}" for i in range(40)], [f"c{i // 2:02}" for i in range(40)]
    batches = batches_of.rivals_together(passages, claims, 8, seed=2)
    assert all(len({claims[row] for row in batch}) == 4 for batch in batches)


def test_batches_are_the_same_for_a_seed_and_others_for_another() -> None:
    passages, claims = [f"passage {i // 3}" for i in range(90)], [f"claim {'x' * (i % 7)}{i}" for i in range(90)]
    first, again, other = (batches_of.rivals_together(passages, claims, 8, seed) for seed in (1, 1, 2))
    assert first == again != other
    assert len(other) == len(first) == 12


def test_texts_of_a_length_stand_together() -> None:
    claims = [f"{i:02}" + "x" * (90 * (i % 2)) for i in range(64)]
    batches = batches_of.rivals_together([f"p{i:02}" for i in range(64)], claims, 8, seed=3)
    assert all(len({len(claims[row]) for row in batch}) == 1 for batch in batches)


def loss(logits: list[list[float]], labels: list[int], passages: list[str], claims: list[str]) -> float:
    return float(telling_apart.apart_loss(torch.tensor(logits), torch.tensor(labels), passages, claims))


def test_two_claims_read_alike_cost_and_leaning_the_right_way_costs_less() -> None:
    alike = loss([[2.0, 1.0, 0.0], [2.0, 1.0, 0.0]], [0, 1], ["p", "p"], ["c", "d"])
    right = loss([[2.0, 1.0, 0.0], [1.0, 2.0, 0.0]], [0, 1], ["p", "p"], ["c", "d"])
    wrong = loss([[1.0, 2.0, 0.0], [2.0, 1.0, 0.0]], [0, 1], ["p", "p"], ["c", "d"])
    assert alike == pytest.approx(0.6931, abs=1e-3)
    assert right < alike < wrong


def test_one_claim_on_two_passages_is_told_apart_as_well() -> None:
    assert loss([[2.0, 1.0, 0.0], [2.0, 1.0, 0.0]], [0, 1], ["p", "q"], ["c", "c"]) > 0


@pytest.mark.parametrize(("labels", "passages"), [([0, 0], ["p", "p"]), ([0, 1], ["p", "q"])])
def test_claims_of_one_stance_or_of_two_passages_are_not_held_against_each_other(labels: list[int], passages: list[str]) -> None:
    assert loss([[1.0, 2.0, 0.0], [2.0, 1.0, 0.0]], labels, passages, ["c", "d"]) == 0.0
