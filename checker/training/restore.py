"""From shipped int8 or int4 weights back to a model that can be trained on.

    python -m checker.training.restore models/stance-mpnet-L10-int4 FOLDER

An exported stance model keeps every weight as whole numbers with a scale for each output channel; multiplying them out gives
the float32 weights up to half a step of those numbers.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelError
from checker.inference.folders import CONFIG, TOKENIZER, WEIGHTS, open_folder

PREFIX = "model."
"""What the export puts before every parameter's name (see ``export._FirstOutput``)."""
HEADS = 12
"""Attention heads of the encoders that ours grew from; the graph does not name them."""
DROPOUT = 0.1


@dataclass(frozen=True, slots=True)
class _Family:
    """What transformers has to be told of a family of encoders and the weights do not say."""

    name: str
    class_name: str
    norm_eps: float
    start: str
    end: str
    mask: str
    pad: str
    inputs: tuple[str, ...]


FAMILIES = (
    _Family("bert", "Bert", 1e-12, "[CLS]", "[SEP]", "[MASK]", "[PAD]", ("input_ids", "token_type_ids", "attention_mask")),
    _Family("mpnet", "MPNet", 1e-5, "<s>", "</s>", "<mask>", "<pad>", ("input_ids", "attention_mask")),
)
"""Of the small and of the larger stance model."""


def restore(folder: Path, out: Path) -> Path:
    """Write an exported stance model of ours as a folder that transformers and sentence-transformers load, and return it.

    Raises:
        ModelError: the folder is not such a model, or parameters are missing.
    """
    import transformers
    from tokenizers import Tokenizer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call, unused-ignore]
    opened = open_folder(folder, "stance")
    weights = _weights(folder / WEIGHTS)
    family = next((f for f in FAMILIES if f"{f.name}.embeddings.word_embeddings.weight" in weights), None)
    try:
        if family is None:
            raise KeyError
        words = weights[f"{family.name}.embeddings.word_embeddings.weight"]
        positions = weights[f"{family.name}.embeddings.position_embeddings.weight"]
        inner = weights[f"{family.name}.encoder.layer.0.intermediate.dense.weight"]
    except KeyError:
        raise ModelError(f"{folder}: not a stance model of ours; train from a folder with .safetensors weights") from None
    layers = 1 + max(int(name.split(".")[3]) for name in weights if name.startswith(f"{family.name}.encoder.layer."))
    config = getattr(transformers, f"{family.class_name}Config")(
        vocab_size=words.shape[0], hidden_size=words.shape[1], num_hidden_layers=layers, num_attention_heads=HEADS,
        intermediate_size=inner.shape[0], max_position_embeddings=positions.shape[0], layer_norm_eps=family.norm_eps,
        hidden_dropout_prob=DROPOUT)
    config.id2label = dict(enumerate(opened.labels))
    config.label2id = {name: i for i, name in enumerate(opened.labels)}
    model = getattr(transformers, f"{family.class_name}ForSequenceClassification")(config)
    wanted = model.state_dict()
    missing = sorted(set(wanted) - set(weights) - {f"{family.name}.embeddings.position_ids"})
    if missing:
        raise ModelError(f"{folder}: {len(missing)} parameters are not in its weights, among them {missing[0]}")
    import torch

    model.load_state_dict({name: torch.from_numpy(weights[name].astype(np.float32)) for name in wanted})
    model.save_pretrained(str(out), safe_serialization=True)
    tokenizer = transformers.PreTrainedTokenizerFast(  # type: ignore[no-untyped-call, unused-ignore]
        tokenizer_object=Tokenizer.from_file(str(folder / TOKENIZER)), model_max_length=opened.max_tokens,
        unk_token="[UNK]", sep_token=family.end, pad_token=family.pad, cls_token=family.start, mask_token=family.mask,
        model_input_names=list(family.inputs))
    tokenizer.save_pretrained(str(out))
    (out / "restored.json").write_text(json.dumps({"from": opened.info.sha256, "config": CONFIG}) + "\n", encoding="utf-8")
    return out


def _weights(path: Path) -> dict[str, NDArray[np.float32]]:
    """Parameters by their name in the model."""
    from checker.training.quantise import parameters

    try:
        return {name.removeprefix(PREFIX): values for name, values in parameters(path)}
    except Exception as error:  # protobuf's errors share no public base class
        raise ModelError(f"{path}: cannot be read as an ONNX model of ours ({type(error).__name__})") from None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    print(restore(options.folder, options.out))


if __name__ == "__main__":
    main()
