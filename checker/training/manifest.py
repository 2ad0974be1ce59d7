"""Write ``models/manifest.json``: which weights ship.

    python -m checker.training.manifest models
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from checker.inference.folders import WEIGHTS, sha256_of
from checker.inference.installed import MANIFEST


def write_manifest(models: Path) -> None:
    """The sha256 of each model folder's weights, by folder name."""
    digests = {p.parent.name: sha256_of(p) for p in sorted(models.glob(f"*/{WEIGHTS}"))}
    (models / MANIFEST).write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path)
    write_manifest(parser.parse_args().models)


if __name__ == "__main__":
    main()
