"""Train the stance model: a cross-encoder (passage, claim) -> supports / contradicts / silent.

Stages follow each other (``mixture.toml``); each continues from the one before. A run that is stopped goes on
from its newest checkpoint when it is started again. `checker train` and ``python -m checker.training.stance`` run it.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from sentence_transformers.cross_encoder import CrossEncoder, CrossEncoderTrainer, CrossEncoderTrainingArguments
from sentence_transformers.cross_encoder.losses import CrossEntropyLoss
from transformers import PrinterCallback, TrainerCallback
from transformers.utils.logging import disable_progress_bar

from checker.evaluation.labelled import STANCES, Pair
from checker.training.batches import LengthBuckets, RivalBatches
from checker.training.four_bits import FourBitWeights, encoder_blocks
from checker.training.mixture import MIXTURE, Stage, read_mixture, stage_pairs
from checker.training.telling_apart import TellApartLoss

logger = logging.getLogger(__name__)

CHECKPOINT_STEPS = 200
MAX_TOKENS = 256
"""Tokens of passage and claim together that are read in training on a newsroom's own pairs."""

Tell = Callable[[str], None]


def as_dataset(pairs: list[Pair]) -> Dataset:
    return Dataset.from_dict({
        "passage": [p.evidence for p in pairs],
        "claim": [p.claim for p in pairs],
        "label": [STANCES.index(p.stance) for p in pairs],
    })


def load_base(base: Path, max_tokens: int, dropout: float = 0.1) -> CrossEncoder:
    """A cross-encoder with a fresh three-way head on ``base``, or with its own head where it already has ours.

    Attention is computed plainly and without dropout: on a CPU that trains twice as fast as the fused kernel with it
    (26 against 12 pairs a second at 160 tokens on two cores).
    """
    disable_progress_bar()  # type: ignore[no-untyped-call, unused-ignore]
    model = CrossEncoder(
        str(base), num_labels=len(STANCES), max_length=max_tokens, local_files_only=True,
        model_kwargs={"attn_implementation": "eager"},
        config_kwargs={"hidden_dropout_prob": dropout, "attention_probs_dropout_prob": 0.0})
    model.model.config.id2label = dict(enumerate(STANCES))
    model.model.config.label2id = {name: i for i, name in enumerate(STANCES)}
    return model  # type: ignore[no-any-return]


class _Progress(TrainerCallback):
    """Says how far a stage is, at every log step."""

    def __init__(self, name: str, tell: Tell) -> None:
        self._name, self._tell = name, tell

    def on_log(self, args: Any, state: Any, control: Any, logs: dict[str, float] | None = None, **_: Any) -> None:
        if logs and "loss" in logs:
            done = 100 * state.global_step / max(1, state.max_steps)
            self._tell(f"{self._name}: {done:.0f} %, loss {float(logs['loss']):.3f}")


def train_stage(model: CrossEncoder, stage: Stage, pairs: list[Pair], out: Path, seed: int, tell: Tell = logger.info) -> None:
    """One pass of the trainer over a stage; checkpoints under ``out``, picked up again when they exist."""
    arguments = CrossEncoderTrainingArguments(
        output_dir=str(out), num_train_epochs=stage.epochs, learning_rate=stage.learning_rate,
        per_device_train_batch_size=stage.batch_size, warmup_steps=0.06, weight_decay=0.01,
        bf16=True, use_cpu=not torch.cuda.is_available(), seed=seed, data_seed=seed,
        batch_sampler=RivalBatches if stage.tell_apart else LengthBuckets,
        save_strategy="steps", save_steps=CHECKPOINT_STEPS, save_total_limit=1, logging_steps=50, report_to="none", disable_tqdm=True,
    )
    loss = TellApartLoss(model, stage.tell_apart) if stage.tell_apart else CrossEntropyLoss(model)
    trainer = CrossEncoderTrainer(model=model, args=arguments, train_dataset=as_dataset(pairs), loss=loss,
                                  callbacks=[_Progress(stage.name, tell)])
    trainer.remove_callback(PrinterCallback)
    assert model.model is not None
    if stage.four_bits:
        trainer.add_callback(FourBitWeights(model.model))
    model.model.get_input_embeddings().weight.requires_grad_(not stage.freeze_words)
    if stage.freeze_layers:
        base: Any = model.model.base_model
        frozen = [p for block in encoder_blocks(model.model)[: stage.freeze_layers] for p in block.parameters()]
        for parameter in [*frozen, *base.embeddings.parameters()]:
            parameter.requires_grad_(False)
    checkpoints = sorted(out.glob("checkpoint-*"), key=lambda p: int(p.name.split("-")[1]))
    trainer.train(resume_from_checkpoint=str(checkpoints[-1]) if checkpoints else None)


def train(data: Path, base: Path, out: Path, mixture_path: Path = MIXTURE, tell: Tell = logger.info) -> Path:
    """Run every stage and return the folder of the last one. Finished stages are not run again."""
    mixture = read_mixture(mixture_path)
    folder = base
    for stage in mixture.stages:
        done = out / stage.name / "model"
        if not (done / "config.json").exists():
            pairs = stage_pairs(mixture, stage, data)
            tell(f"stage {stage.name}: {len(pairs)} pairs")
            model = load_base(folder, mixture.max_tokens, stage.dropout)
            train_stage(model, stage, pairs, out / stage.name, mixture.seed, tell)
            model.save_pretrained(str(done))
            (out / stage.name / "stage.json").write_text(json.dumps({"pairs": len(pairs), "epochs": stage.epochs}), encoding="utf-8")
        folder = done
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with train/, dev/ and stance_authored/")
    parser.add_argument("--base", type=Path, required=True, help="folder of the encoder to start from")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and the trained model go")
    parser.add_argument("--mixture", type=Path, default=MIXTURE)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    print(train(options.data, options.base, options.out, options.mixture))


if __name__ == "__main__":
    main()
