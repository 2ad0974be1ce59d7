"""What pairs with one passage, or one claim, teach together: which of two claims it supports, not only how each sounds alone.

A model may read "14 dead" and "41 dead" of one passage alike and still lose little on each. Here such pairs stand in one batch, and
the loss asks besides that each leans to its own stance more than the other does: after the bundles of Dua, Dasigi,
Singh and Gardner, Learning with Instance Bundles for Reading Comprehension (2021), with a logistic loss on two pairs at a time.
"""

from __future__ import annotations

import torch
from sentence_transformers.cross_encoder import CrossEncoder


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
    """Cross-entropy of each pair's stance, and ``share`` times :func:`apart_loss`."""

    def __init__(self, model: CrossEncoder, share: float) -> None:
        super().__init__()
        self.model = model
        self.share = share

    def forward(self, inputs: list[list[str]], labels: torch.Tensor, prompt: str | None = None, task: str | None = None) -> torch.Tensor:
        passages, claims = inputs
        tokens = self.model.preprocess(list(zip(passages, claims, strict=True)), prompt=prompt, task=task)
        logits = self.model({name: t.to(self.model.device) for name, t in tokens.items() if isinstance(t, torch.Tensor)})["scores"].float()
        stances = labels.view(-1)
        return torch.nn.functional.cross_entropy(logits, stances) + self.share * apart_loss(logits, stances, passages, claims)
