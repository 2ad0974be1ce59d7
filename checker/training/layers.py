"""A shorter encoder: the first layers of a larger one, with its word embeddings.

    python -m checker.training.layers FOLDER OUT --keep 6

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--keep", type=int, default=6)
    options = parser.parse_args()
    print(first_layers(options.folder, options.out, options.keep))


if __name__ == "__main__":
    main()
