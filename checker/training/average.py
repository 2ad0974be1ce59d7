"""Average the weights of models of one training run ("model soup", Wortsman et al. 2022): between stages, what one gained
and the other lost.

    python -m checker.training.average OUT MODEL MODEL [MODEL ...]
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

WEIGHTS = "model.safetensors"


def average(models: Sequence[Path], out: Path) -> Path:
    """Write a folder like the first model's with the mean of all models' weights. All must have one architecture.

    Raises:
        ValueError: the models do not hold the same tensors.
    """
    from safetensors.torch import load_file, save_file

    loaded = [load_file(str(m / WEIGHTS)) for m in models]
    if any({k: v.shape for k, v in one.items()} != {k: v.shape for k, v in loaded[0].items()} for one in loaded):
        raise ValueError("the models do not hold the same tensors")
    shutil.copytree(models[0], out, dirs_exist_ok=True)
    mean = {name: sum((one[name].float() for one in loaded[1:]), start=tensor.float()) / len(loaded) for name, tensor in loaded[0].items()}
    save_file(mean, str(out / WEIGHTS), metadata={"format": "pt"})
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    options = parser.parse_args()
    print(average(options.models, options.out))


if __name__ == "__main__":
    main()
