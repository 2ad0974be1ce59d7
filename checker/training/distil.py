"""Teach a small model what a large one knows: on labelled pairs, and on unlabelled pairs made from news texts.

    python -m checker.training.distil pack --data DIR --out pack.jsonl.xz
    python -m checker.training.distil teacher --pack FILE --base FOLDER --out FOLDER
    python -m checker.training.distil student --pack FILE --teacher FOLDER --base FOLDER --out FOLDER

``pack`` writes every labelled pair of the recipe and unlabelled pairs from the articles into one file, which is all that a
machine with an accelerator needs beside the base models. ``teacher`` fine-tunes a larger encoder on the labelled ones;
``--layers`` of ``student`` keeps every n-th layer of its base. The student learns the teacher's probabilities where there is
no label, and a mixture of both where there is one (Hinton, Vinyals and Dean, Distilling the Knowledge in a Neural Network,
2015; temperature and weight below).
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy, kl_div, log_softmax, softmax
from transformers import AutoModelForSequenceClassification, AutoTokenizer, get_linear_schedule_with_warmup

from checker.evaluation.labelled import STANCES, Pair
from checker.text.sentences import split
from checker.text.words import content_stems
from checker.training.mixture import MIXTURE, read_mixture, stage_pairs

logger = logging.getLogger(__name__)

TEMPERATURE = 2.0
"""Softens the teacher's probabilities; the value of the paper's middle range, not swept."""
LABEL_WEIGHT = 0.4
"""Share of the true label in the loss of a labelled pair. Set by hand, not swept."""
BATCH = 64
MAX_TOKENS = 256
CHECKPOINT_STEPS = 500
CLAIMS_PER_ARTICLE = 12
SEED = 20261123
TEACHER_RATE, STUDENT_RATE = 2e-5, 1e-4


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with its label's number, or -1 where it has none."""

    evidence: str
    claim: str
    label: int


def pack(data: Path, out: Path, mixture: Path = MIXTURE) -> int:
    """Write the rows of all stages, then unlabelled ones; returns how many."""
    recipe = read_mixture(mixture)
    labelled: dict[tuple[str, str], Pair] = {}
    for stage in recipe.stages:
        for pair in stage_pairs(recipe, stage, data):
            labelled.setdefault(pair.key, pair)
    count = 0
    with lzma.open(out, "wt", encoding="utf-8", preset=6) as file:
        for pair in labelled.values():
            file.write(json.dumps([pair.evidence, pair.claim, STANCES.index(pair.stance)], ensure_ascii=False) + "\n")
            count += 1
        for row in unlabelled(data / "news" / "articles_sample.jsonl.gz"):
            file.write(json.dumps([row.evidence, row.claim, row.label], ensure_ascii=False) + "\n")
            count += 1
    return count


def unlabelled(path: Path) -> Iterator[Row]:
    """A sentence of an article against the passage elsewhere that shares most words with it: in the same article, or the next
    one in the file. What such pairs say is for the teacher to tell."""
    generator = random.Random(SEED)
    before: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            sentences = [s.of(text).strip() for s in split(text)]
            usable = [i for i, s in enumerate(sentences) if 8 <= len(s.split()) <= 40]
            generator.shuffle(usable)
            for at in usable[:CLAIMS_PER_ARTICLE]:
                stems = content_stems(sentences[at])
                pool = [" ".join(sentences[i : i + 3]) for i in range(len(sentences) - 2) if not i <= at <= i + 2]
                pool += before if generator.random() < 0.2 else []
                if pool and stems:
                    yield Row(max(pool, key=lambda p: len(stems & content_stems(p))), sentences[at], -1)
            before = [" ".join(sentences[i : i + 3]) for i in range(0, max(1, len(sentences) - 2), 3)]


def read_pack(path: Path) -> list[Row]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [Row(*json.loads(line)) for line in lines]


def thinned(model: torch.nn.Module, keep: int) -> None:
    """Keep every ``keep``-th layer of an encoder, in place; the first and the last stay."""
    encoder = next(m for m in model.modules() if isinstance(getattr(m, "layer", None), torch.nn.ModuleList))
    layers: torch.nn.ModuleList = encoder.layer  # type: ignore[assignment]
    chosen = sorted({*range(0, len(layers), keep), len(layers) - 1}) if keep > 1 else list(range(len(layers)))
    if len(chosen) > -(-len(layers) // keep):
        chosen.pop(-2)
    encoder.layer = torch.nn.ModuleList(layers[i] for i in chosen)  # type: ignore[assignment, unused-ignore]
    model.config.num_hidden_layers = len(chosen)  # type: ignore[union-attr]


def train(rows: Sequence[Row], base: Path, out: Path, *, teacher: Path | None = None, keep: int = 1, epochs: int = 1,
          rate: float = STUDENT_RATE) -> Path:
    """Train on labels alone, or on labels and a teacher. Goes on from ``out``/checkpoint.pt where a run was stopped."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(SEED)
    tokenizer = AutoTokenizer.from_pretrained(str(base), local_files_only=True)
    model = AutoModelForSequenceClassification.from_pretrained(str(base), local_files_only=True, num_labels=len(STANCES), use_safetensors=True)
    model.config.id2label, model.config.label2id = dict(enumerate(STANCES)), {s: i for i, s in enumerate(STANCES)}
    thinned(model, keep)
    model.to(device).train()
    guide = None
    if teacher is not None:
        guide = AutoModelForSequenceClassification.from_pretrained(str(teacher), local_files_only=True, use_safetensors=True).to(device).eval()
        rows = list(rows)
    else:
        rows = [r for r in rows if r.label >= 0]
    batches = list(_batches(rows, epochs))
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    schedule = get_linear_schedule_with_warmup(  # type: ignore[no-untyped-call, unused-ignore]
        optimizer, len(batches) // 16, len(batches))
    out.mkdir(parents=True, exist_ok=True)
    saved = out / "checkpoint.pt"
    first = 0
    if saved.exists():
        state = torch.load(saved, map_location=device, weights_only=True)  # plain tensors only, no pickled code
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        first = state["step"]
    for step in range(first, len(batches)):
        some = batches[step]
        encoded = tokenizer([r.evidence for r in some], [r.claim for r in some], truncation="longest_first", max_length=MAX_TOKENS,
                            padding=True, return_tensors="pt").to(device)
        labels = torch.tensor([r.label for r in some], device=device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            logits = model(**encoded).logits.float()
            if guide is not None:
                with torch.no_grad():
                    taught = guide(**encoded).logits.float()
        loss = _loss(logits, labels, taught if guide is not None else None)
        loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if step % 50 == 0:
            logger.info("%d of %d, loss %.3f", step, len(batches), loss.item())
        if (step + 1) % CHECKPOINT_STEPS == 0:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
                        "step": step + 1}, saved)
    model.save_pretrained(str(out), safe_serialization=True)
    tokenizer.save_pretrained(str(out))
    saved.unlink(missing_ok=True)
    return out


def _loss(logits: torch.Tensor, labels: torch.Tensor, taught: torch.Tensor | None) -> torch.Tensor:
    if taught is None:
        return cross_entropy(logits, labels)
    soft = kl_div(log_softmax(logits / TEMPERATURE, -1), softmax(taught / TEMPERATURE, -1), reduction="none").sum(-1) * TEMPERATURE**2
    known = labels >= 0
    hard = cross_entropy(logits, labels.clamp(min=0), reduction="none")
    return torch.where(known, LABEL_WEIGHT * hard + (1 - LABEL_WEIGHT) * soft, soft).mean()


def _batches(rows: Sequence[Row], epochs: int) -> Iterator[list[Row]]:
    """Rows of about the same length together, in random order."""
    for epoch in range(epochs):
        generator = random.Random(SEED + epoch)
        order = list(rows)
        generator.shuffle(order)
        size = BATCH * 100
        batches = []
        for start in range(0, len(order), size):
            bucket = sorted(order[start : start + size], key=lambda r: len(r.evidence) + len(r.claim))
            batches += [bucket[i : i + BATCH] for i in range(0, len(bucket), BATCH)]
        generator.shuffle(batches)
        yield from batches


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    packing = commands.add_parser("pack")
    packing.add_argument("--data", type=Path, required=True)
    packing.add_argument("--out", type=Path, required=True)
    for name in ("teacher", "student"):
        training = commands.add_parser(name)
        training.add_argument("--pack", type=Path, required=True)
        training.add_argument("--base", type=Path, required=True)
        training.add_argument("--out", type=Path, required=True)
        training.add_argument("--epochs", type=int, default=1 if name == "student" else 2)
        if name == "student":
            training.add_argument("--teacher", type=Path, required=True)
            training.add_argument("--layers", type=int, default=1, help="keep every n-th layer of the base")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.command == "pack":
        print(f"{options.out}: {pack(options.data, options.out)} rows")
    elif options.command == "teacher":
        print(train(read_pack(options.pack), options.base, options.out, epochs=options.epochs, rate=TEACHER_RATE))
    else:
        print(train(read_pack(options.pack), options.base, options.out, teacher=options.teacher, keep=options.layers, epochs=options.epochs))


if __name__ == "__main__":
    main()
