"""Which pairs stand in one batch: texts of about one length, and, where a stage tells rivals apart, what shares a passage or a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import torch
from datasets import Dataset
from sentence_transformers.base.sampler import DefaultBatchSampler

BUCKET_BATCHES = 50
"""Batches that are sorted by length together: enough to waste little padding, few enough to stay shuffled."""


class _Batches(DefaultBatchSampler):
    """As the trainer asks for them; the order of an epoch is drawn with seed + epoch."""

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

    def __len__(self) -> int:
        return -(-len(self._claims) // self._batch)


class LengthBuckets(_Batches):
    """Batches of pairs of about the same length, in random order: half the padding of random batches."""

    def __iter__(self) -> Iterator[list[int]]:
        lengths = [len(p) + len(c) for p, c in zip(self._passages, self._claims, strict=True)]
        order = torch.Generator().manual_seed(self._seed + self._epoch)
        yield from _bucketed(torch.randperm(len(lengths), generator=order).tolist(), lengths.__getitem__, self._batch, order)


class RivalBatches(_Batches):
    """:func:`rivals_together`: the same, and claims beside their rivals."""

    def __iter__(self) -> Iterator[list[int]]:
        yield from rivals_together(self._passages, self._claims, self._batch, self._seed + self._epoch)


def rivals_together(passages: list[str], claims: list[str], batch: int, seed: int) -> list[list[int]]:
    """Batches of row numbers: rows that share a passage or a claim stand together (many may run over into the next batch), batches
    hold texts of about the same length, and both come in random order. Every row is in exactly one batch; all but the last of a
    bucket are full, so the count of batches is the same for every seed."""
    order = torch.Generator().manual_seed(seed)
    groups = _linked(passages, claims)
    rows = [row for i in torch.randperm(len(groups), generator=order).tolist() for row in groups[i]]
    length = {row: (max(len(passages[r]) + len(claims[r]) for r in group), group[0]) for group in groups for row in group}
    return _bucketed(rows, length.__getitem__, batch, order)


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


def _bucketed(rows: list[int], key: Callable[[int], Any], batch: int, order: torch.Generator) -> list[list[int]]:
    """Batches of rows that are sorted by ``key`` within buckets, in random order."""
    batches = []
    for start in range(0, len(rows), batch * BUCKET_BATCHES):
        bucket = sorted(rows[start : start + batch * BUCKET_BATCHES], key=key)
        batches += [bucket[i : i + batch] for i in range(0, len(bucket), batch)]
    return [batches[i] for i in torch.randperm(len(batches), generator=order).tolist()]
