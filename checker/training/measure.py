"""Measure what ships on every labelled set that it was not trained on; writes metrics and the card's tables.

    python -m checker.training.measure --data DIR --fast --out models/stance-MiniLM-L6-int8/metrics.json
    python -m checker.training.measure --data DIR --out models/stance-mpnet-L10-int4/metrics.json

The first measures the small model reading alone, the second what `checker score` does by default, with both.

At most --cap rows of a set, drawn with a fixed seed. The sets: newsroom pairs of writers kept apart, minimal pairs, public
three-way sets, binary sets of long documents. See ``checker.evaluation.pairs`` for what is measured.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from checker.evaluation.labelled import Pair, read_pairs, read_rows
from checker.evaluation.pairs import PairScores, capped, measure_rows
from checker.inference.loading import load_models, open_stance_model
from checker.settings import Depth
from checker.training.tuning import BINARY, MEASURED_ONLY, THREE_WAY, tuning_half

AUTHORED = "stance_authored/politics.jsonl"
APART = Path("tests/data/newsroom_apart/mixed_desk.jsonl")
MINIMAL = Path("tests/data/minimal_pairs/desk.jsonl")
ALL = 10**9
START, END = "<!-- measured: start -->", "<!-- measured: end -->"


def reporting_sets(data: Path, cap: int) -> Iterator[tuple[str, str, Sequence[Pair]]]:
    """(group, name, rows) of every set; nothing of them trained or tuned anything, except that the thresholds of some comparers
    were chosen with the held-apart writer's file in view."""
    authored = list(read_pairs(data / AUTHORED))
    tuned = {p.unit for p in tuning_half(authored)}
    yield "newsroom", "newsroom pairs, held-apart writer", [p for p in authored if p.unit not in tuned]
    yield "newsroom", "newsroom pairs, mixed desk", list(read_pairs(APART))
    yield "minimal", "minimal pairs", list(read_pairs(MINIMAL))
    for group, names in (("three-way", THREE_WAY), ("adversarial", MEASURED_ONLY), ("binary", BINARY)):
        for name in names:
            file = data / "dev" / f"{name}.jsonl.gz"
            if file.exists():
                rows = list(read_rows(file))
                tuned_rows = {p.key for p in tuning_half(rows)}
                yield group, name, capped([p for p in rows if p.key not in tuned_rows], cap, name)


def table(results: Sequence[tuple[str, PairScores]]) -> str:
    """The results as Markdown, one table a group, with means."""
    lines: list[str] = []
    for group in dict.fromkeys(g for g, _ in results):
        rows = [r for g, r in results if g == group]
        measure = rows[0].measure
        lines += [f"| {group} set | pairs | {measure} (95 %) | accuracy | supports P/R | contradicts P/R | silent P/R | calibration error | "
                  "model alone | " + " | ".join(n for n, _ in rows[0].baselines) + " |",
                  "|---|---|---|---|---|---|---|---|---|" + "---|" * len(rows[0].baselines)]
        for r in rows:
            labels = [f"{s.precision:.2f}/{s.recall:.2f}" for s in r.labels] if not r.binary else [
                f"{r.labels[0].precision:.2f}/{r.labels[0].recall:.2f}", "", ""]
            lines.append(f"| {r.name} | {r.rows} | {r.value:.3f} ({r.low:.3f}-{r.high:.3f}) | {r.accuracy:.3f} | " + " | ".join(labels)
                         + f" | {r.calibration_error:.3f} | {r.model_alone:.3f} | " + " | ".join(f"{v:.3f}" for _, v in r.baselines) + " |")
        mean = np.mean([r.value if rows[0].binary or group == "newsroom" else r.accuracy for r in rows])
        if len(rows) > 1:
            lines.append(f"\nMean {measure if rows[0].binary or group == 'newsroom' else 'accuracy'} {mean:.3f}; of the model alone "
                         f"{np.mean([r.model_alone if rows[0].binary or group == 'newsroom' else r.model_alone_accuracy for r in rows]):.3f}.")
        for r in rows:
            if r.kinds:
                lines += ["", f"Both claims of a minimal pair right: {r.both_right:.3f}, by kind: "
                          + ", ".join(f"{k.kind} {k.both_right:.2f} (of {k.pairs})" for k in r.kinds) + "."]
        lines.append("")
    three = [r for g, r in results if g == "three-way"]
    if three:
        lines += [f"Reliability of the three-way answers, all {sum(r.rows for r in three)} pairs together:", "", *diagram(three), ""]
    others = [(r.name, p) for _, r in results for p in r.published]
    if others:
        lines += ["Published by others, of other rows or splits, for orientation:", "", "| set | model | measure | value |", "|---|---|---|---|"]
        lines += [f"| {name} | {p.model} | {p.measure} | {p.value:.3f} |" for name, p in others]
    return "\n".join(lines).rstrip()


def diagram(results: Sequence[PairScores]) -> list[str]:
    """A reliability diagram in text: how sure, how often right, tenth by tenth."""
    lines = ["| confidence | pairs | mean confidence | right | |", "|---|---|---|---|---|"]
    for tenth in range(10):
        bins = [r.reliability[tenth] for r in results]
        count = sum(b.count for b in bins)
        if count:
            sure, right = (sum(b.count * v for b, v in zip(bins, values, strict=True)) / count
                           for values in ([b.confidence for b in bins], [b.right for b in bins]))
            lines.append(f"| {tenth / 10:.1f}-{(tenth + 1) / 10:.1f} | {count} | {sure:.2f} | {right:.2f} | {'█' * round(right * 20)} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--stance-model", default=None)
    parser.add_argument("--fast", action="store_true", help="without the larger stance model")
    parser.add_argument("--previous", default=None, help="another stance model, to stand among the baselines")
    parser.add_argument("--cap", type=int, default=600)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    models = load_models(stance_model=options.stance_model, depth=Depth.FAST if options.fast else Depth.USUAL)
    previous = open_stance_model(options.previous) if options.previous else None
    results = []
    for group, name, rows in reporting_sets(options.data, options.cap):
        results.append((group, measure_rows(name, rows, models, previous)))
        print(results[-1][1].table(), flush=True)
    options.out.write_text(json.dumps({"model": (models.larger or models.stance).info.sha256, "sets": [{"group": g, **asdict(r)} for g, r in results]},
                                      indent=1) + "\n", encoding="utf-8")
    card = options.out.with_name("README.md")
    if card.exists() and START in (text := card.read_text(encoding="utf-8")):
        before, rest = text.split(START, 1)
        card.write_text(before + START + "\n" + table(results) + "\n" + END + rest.split(END, 1)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
