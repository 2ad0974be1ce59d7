"""What pairs with one passage, or one claim, teach together: which of two claims it supports, not only how each sounds alone.

A model may read "14 dead" and "41 dead" of one passage alike and still lose little on each. Here such pairs stand in one batch, and
the loss asks besides that each leans to its own stance more than the other does: after the bundles of Dua, Dasigi,
Singh and Gardner, Learning with Instance Bundles for Reading Comprehension (2021), with a logistic loss on two pairs at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from datasets import Dataset
from sentence_transformers.base.sampler import DefaultBatchSampler
from sentence_transformers.cross_encoder import CrossEncoder

BUCKET_BATCHES = 50
"""Batches that are sorted by length together: enough to waste little padding, few enough to stay shuffled."""
APART_SHARE = 1.0
"""Weight of what is told apart beside that of each pair's own stance. Not swept."""


def rivals_together(passages: list[str], claims: list[str], batch: int, seed: int) -> list[list[int]]:
    """Batches of row numbers: rows that share a passage or a claim stand together (many may run over into the next batch), batches
    hold texts of about the same length, and both come in random order. Every row is in exactly one batch; all but the last of a
    bucket are full, so the count of batches is the same for every seed."""
    order = torch.Generator().manual_seed(seed)
    groups = _linked(passages, claims)
    rows = [row for i in torch.randperm(len(groups), generator=order).tolist() for row in groups[i]]
    length = {row: (max(len(passages[r]) + len(claims[r]) for r in group), group[0]) for group in groups for row in group}
    batches = []
    for start in range(0, len(rows), batch * BUCKET_BATCHES):
        bucket = sorted(rows[start : start + batch * BUCKET_BATCHES], key=length.__getitem__)
        batches += [bucket[i : i + batch] for i in range(0, len(bucket), batch)]
    return [batches[i] for i in torch.randperm(len(batches), generator=order).tolist()]


def _linked(passages: list[str], claims: list[str]) -> list[list[int]]:
    """Rows in groups: those that share a passage or a claim, and what these share one with, and so on."""
    leader = list(range(len(passages)))

    def head(row: int) -> int:
        while leader[row] != row:
            leader[row] = leader[leader[row]]
            row = leader[row]
        return row

    first: dict[tuple[str, str], int] = {}
    for row, (passage, claim) in enumerate(zip(passages, claims, strict=True)):
        for key in (("passage", passage), ("claim", claim)):
            one, other = sorted((head(first.setdefault(key, row)), head(row)))
            leader[other] = one
    groups: dict[int, list[int]] = {}
    for row in range(len(passages)):
        groups.setdefault(head(row), []).append(row)
    return list(groups.values())


class RivalBatches(DefaultBatchSampler):
    """`rivals_together` as the trainer asks for it: half the padding of random batches, and claims beside their rivals."""

    def __init__(self, dataset: Dataset, batch_size: int, drop_last: bool, valid_label_columns: list[str] | None = None,
                 generator: torch.Generator | None = None, seed: int = 0, **_: object) -> None:
        super().__init__(dataset, batch_size=batch_size, drop_last=drop_last)
        self._passages = [row["passage"] for row in dataset]
        self._claims = [row["claim"] for row in dataset]
        self._batch = batch_size
        self._seed = seed
        self._epoch = 0

    def set_epoch(self, epoch: int) -> None:
        self._epoch = epoch

    def __iter__(self) -> Iterator[list[int]]:
        yield from rivals_together(self._passages, self._claims, self._batch, self._seed + self._epoch)

    def __len__(self) -> int:
        return -(-len(self._claims) // self._batch)


def apart_loss(logits: torch.Tensor, labels: torch.Tensor, passages: list[str], claims: list[str]) -> torch.Tensor:
    """How badly pairs with one passage or one claim and different stances are told apart; a scalar, 0 where a batch holds no such two.

    Args:
        logits: (pairs, stances).
        labels: (pairs,), numbers of stances.
        passages, claims: one a pair.
    """
    linked = _same(passages).logical_or(_same(claims)).to(labels.device)
    first, second = torch.nonzero(torch.triu(linked & (labels[:, None] != labels[None, :])), as_tuple=True)
    if not len(first):
        return logits.sum() * 0.0
    own, other = labels[first], labels[second]
    lean = (logits[first, own] - logits[first, other]) - (logits[second, own] - logits[second, other])
    return torch.nn.functional.softplus(-lean).mean()


def _same(texts: list[str]) -> torch.Tensor:
    numbers = {text: i for i, text in enumerate(dict.fromkeys(texts))}
    place = torch.tensor([numbers[text] for text in texts])
    return place[:, None] == place[None, :]


class TellApartLoss(torch.nn.Module):
    """Cross-entropy of each pair's stance, and :data:`APART_SHARE` times :func:`apart_loss`."""

    def __init__(self, model: CrossEncoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, inputs: list[list[str]], labels: torch.Tensor, prompt: str | None = None, task: str | None = None) -> torch.Tensor:
        passages, claims = inputs
        tokens = self.model.preprocess(list(zip(passages, claims, strict=True)), prompt=prompt, task=task)
        logits = self.model({name: t.to(self.model.device) for name, t in tokens.items() if isinstance(t, torch.Tensor)})["scores"].float()
        stances = labels.view(-1)
        return torch.nn.functional.cross_entropy(logits, stances) + APART_SHARE * apart_loss(logits, stances, passages, claims)
