"""What pairs about one passage teach together: which of two claims it supports, not only how each sounds alone.

A model may read "14 dead" and "41 dead" of one passage alike and still lose little on each. Here the claims on one passage stand in
one batch, and the loss asks besides that each leans to its own stance more than the other does: after the bundles of Dua, Dasigi,
Singh and Gardner, Learning with Instance Bundles for Reading Comprehension (2021), with a logistic loss on two claims at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from datasets import Dataset
from sentence_transformers.base.sampler import DefaultBatchSampler
from sentence_transformers.cross_encoder import CrossEncoder

BUCKET_BATCHES = 50
"""Batches that are sorted by length together: enough to waste little padding, few enough to stay shuffled."""
APART_SHARE = 0.5
"""Weight of the claims told apart beside that of each claim's own stance: half as much, for it says nothing of a lone claim. Not swept."""


def passages_together(passages: list[str], lengths: list[int], batch: int, seed: int) -> list[list[int]]:
    """Batches of row numbers: rows of one passage stand together (a passage may run over into the next batch), batches hold texts
    of about the same length, and both passages and batches come in random order. Every row is in exactly one batch; all but the
    last of a bucket are full, so the count of batches is the same for every seed."""
    order = torch.Generator().manual_seed(seed)
    groups: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        groups.setdefault(passage, []).append(row)
    shuffled = list(groups.values())
    rows = [row for i in torch.randperm(len(shuffled), generator=order).tolist() for row in shuffled[i]]
    place = {passages[row]: n for n, row in enumerate(rows)}
    longest = {passage: max(lengths[row] for row in members) for passage, members in groups.items()}
    batches = []
    for start in range(0, len(rows), batch * BUCKET_BATCHES):
        bucket = sorted(rows[start : start + batch * BUCKET_BATCHES], key=lambda row: (longest[passages[row]], place[passages[row]]))
        batches += [bucket[i : i + batch] for i in range(0, len(bucket), batch)]
    return [batches[i] for i in torch.randperm(len(batches), generator=order).tolist()]


class PassageBatches(DefaultBatchSampler):
    """:func:`passages_together` as the trainer asks for it: half the padding of random batches, and claims beside their rivals."""

    def __init__(self, dataset: Dataset, batch_size: int, drop_last: bool, valid_label_columns: list[str] | None = None,
                 generator: torch.Generator | None = None, seed: int = 0, **_: object) -> None:
        super().__init__(dataset, batch_size=batch_size, drop_last=drop_last)
        self._passages = [row["passage"] for row in dataset]
        self._lengths = [len(row["passage"]) + len(row["claim"]) for row in dataset]
        self._batch = batch_size
        self._seed = seed
        self._epoch = 0

    def set_epoch(self, epoch: int) -> None:
        self._epoch = epoch

    def __iter__(self) -> Iterator[list[int]]:
        yield from passages_together(self._passages, self._lengths, self._batch, self._seed + self._epoch)

    def __len__(self) -> int:
        return -(-len(self._lengths) // self._batch)


def apart_loss(logits: torch.Tensor, labels: torch.Tensor, passages: list[str]) -> torch.Tensor:
    """How badly claims on one passage with different stances are told apart; a scalar, 0 where a batch holds no such two.

    Args:
        logits: (pairs, stances).
        labels: (pairs,), numbers of stances.
        passages: one a pair.
    """
    numbers = {p: i for i, p in enumerate(dict.fromkeys(passages))}
    place = torch.tensor([numbers[p] for p in passages], device=labels.device)
    first, second = torch.nonzero(torch.triu((place[:, None] == place[None, :]) & (labels[:, None] != labels[None, :])), as_tuple=True)
    if not len(first):
        return logits.sum() * 0.0
    own, other = labels[first], labels[second]
    lean = (logits[first, own] - logits[first, other]) - (logits[second, own] - logits[second, other])
    return torch.nn.functional.softplus(-lean).mean()


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
        return torch.nn.functional.cross_entropy(logits, stances) + APART_SHARE * apart_loss(logits, stances, passages)
