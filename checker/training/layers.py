"""A shorter encoder: the first layers of a larger one, with its word embeddings.

    python -m checker.training.layers FOLDER OUT --keep 6
    python -m checker.training.layers FOLDER OUT --keep 10 --taught SIX

``--taught`` puts a stance model that was trained from fewer layers of the same encoder in their place, its head on top: training
moves weights by two or three hundredths of their size, so that the untouched layers above still understand what comes from below.
What an encoder knows of words and of how they hang together sits in its lower layers; the upper ones serve what it was trained
for last (Sajjad, Dalvi, Durrani and Nakov, On the Effect of Dropping Layers of Pre-trained Transformer Models, 2023: dropping
the upper half costs least).
"""

from __future__ import annotations

import argparse
from pathlib import Path


def first_layers(folder: Path, out: Path, keep: int) -> Path:
    """Write the encoder in ``folder`` with its first ``keep`` layers alone to ``out`` and return it.

    Raises:
        ValueError: the encoder has fewer layers.
    """
    from transformers import AutoConfig, AutoModel, AutoTokenizer

    layers = AutoConfig.from_pretrained(str(folder), local_files_only=True).num_hidden_layers
    if not 1 <= keep <= layers:
        raise ValueError(f"{folder}: has {layers} layers; {keep} cannot be kept")
    model = AutoModel.from_pretrained(str(folder), local_files_only=True, use_safetensors=True, num_hidden_layers=keep, add_pooling_layer=False)
    model.save_pretrained(str(out), safe_serialization=True)
    AutoTokenizer.from_pretrained(str(folder), local_files_only=True).save_pretrained(str(out))
    return out


def with_taught(folder: Path, taught: Path, out: Path) -> Path:
    """Write the encoder in ``folder`` as a stance model whose lower layers, embeddings and head are those of ``taught``.

    Raises:
        ValueError: ``taught`` has parameters that the encoder has no place for.
    """
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    lower = AutoModelForSequenceClassification.from_pretrained(str(taught), local_files_only=True, use_safetensors=True)
    whole = AutoModelForSequenceClassification.from_pretrained(
        str(folder), local_files_only=True, use_safetensors=True, num_labels=lower.config.num_labels)
    own, known = whole.state_dict(), lower.state_dict()
    strange = sorted(name for name, values in known.items() if name not in own or own[name].shape != values.shape)
    if strange:
        raise ValueError(f"{taught}: {folder} has no place for {strange[0]}")
    whole.load_state_dict({**own, **known})
    whole.config.id2label, whole.config.label2id = lower.config.id2label, lower.config.label2id
    whole.save_pretrained(str(out), safe_serialization=True)
    AutoTokenizer.from_pretrained(str(folder), local_files_only=True).save_pretrained(str(out))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--keep", type=int, default=6)
    parser.add_argument("--taught", type=Path, metavar="SIX", help="a stance model trained from fewer layers of the same encoder")
    options = parser.parse_args()
    first_layers(options.folder, options.out, options.keep)
    if options.taught:
        with_taught(options.out, options.taught, options.out)
    print(options.out)


if __name__ == "__main__":
    main()
