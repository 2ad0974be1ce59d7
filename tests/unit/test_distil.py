"""Distilling: what is packed, which layers are kept, what the loss weighs. Needs the extra ``train``."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
distil = pytest.importorskip("checker.training.distil", exc_type=ImportError)


def test_unlabelled_pairs_hold_a_claim_against_another_passage(tmp_path: Path) -> None:
    texts = [" ".join(f"The council of town {n}-{i} voted on the old bridge and its repair on a cold Monday evening." for i in range(12)) for n in "ab"]
    path = tmp_path / "n.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    rows = list(distil.unlabelled(path))
    assert rows and all(r.label == -1 and r.claim not in r.evidence for r in rows)
    assert rows == list(distil.unlabelled(path))


def test_every_second_layer_is_kept() -> None:
    from transformers import BertConfig, BertForSequenceClassification

    model = BertForSequenceClassification(BertConfig(
        vocab_size=50, hidden_size=16, num_hidden_layers=12, num_attention_heads=2, intermediate_size=16))
    before = list(model.bert.encoder.layer)
    distil.thinned(model, 2)
    assert [before.index(layer) for layer in model.bert.encoder.layer] == [0, 2, 4, 6, 8, 11]
    assert model.config.num_hidden_layers == 6


def test_a_row_without_label_learns_from_the_teacher_alone() -> None:
    logits, taught = torch.tensor([[2.0, 0.0, 0.0]]), torch.tensor([[2.0, 0.0, 0.0]])
    assert distil._loss(logits, torch.tensor([-1]), taught).item() == pytest.approx(0, abs=1e-6)
    assert distil._loss(logits, torch.tensor([1]), taught).item() > 0.5
    assert distil._loss(logits, torch.tensor([1]), None).item() > distil._loss(logits, torch.tensor([0]), None).item()
