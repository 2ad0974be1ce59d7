"""Which pairs stand in one batch: texts of about one length, and, where a stage tells rivals apart, what shares a passage or a claim."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from datasets import Dataset
from sentence_transformers.base.sampler import DefaultBatchSampler

BUCKET_BATCHES = 50
"""Batches that are sorted by length together: enough to waste little padding, few enough to stay shuffled."""


class LengthBuckets(DefaultBatchSampler):
    """Batches of pairs of about the same length, in random order: half the padding of random batches."""

    def __init__(self, dataset: Dataset, batch_size: int, drop_last: bool, valid_label_columns: list[str] | None = None,
                 generator: torch.Generator | None = None, seed: int = 0, **_: object) -> None:
        super().__init__(dataset, batch_size=batch_size, drop_last=drop_last)
        self._lengths = [len(row["passage"]) + len(row["claim"]) for row in dataset]
        self._batch = batch_size
        self._seed = seed
        self._epoch = 0

    def set_epoch(self, epoch: int) -> None:
        self._epoch = epoch

    def __iter__(self) -> Iterator[list[int]]:
        random_order = torch.Generator().manual_seed(self._seed + self._epoch)
        order = torch.randperm(len(self._lengths), generator=random_order).tolist()
        size = self._batch * BUCKET_BATCHES
        batches = []
        for start in range(0, len(order), size):
            bucket = sorted(order[start : start + size], key=self._lengths.__getitem__)
            batches += [bucket[i : i + self._batch] for i in range(0, len(bucket), self._batch)]
        for i in torch.randperm(len(batches), generator=random_order).tolist():
            yield batches[i]

    def __len__(self) -> int:
        return -(-len(self._lengths) // self._batch)


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
