"""What each comparer adds: the decision fitted without it, on data that nothing was fitted on.

    python -m checker.training.ablation READINGS.jsonl APART.jsonl --out models/ablations.md

The decision of ``check`` is fitted again for every comparer on readings in which that comparer found nothing (its vetoes included),
and both decisions are put to the same held-apart readings: stances of stories kept apart, and newsroom pairs kept apart. Both files come
from ``checker.training.readings``, the second with ``--whole`` and no ``--data``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from checker.decide.model import ORDER, DecisionModel
from checker.evaluation.measures import accuracy, macro_f1
from checker.training.decision import fit, fitted_on
from checker.training.readings import STORIES, Example, read

SILENCED: dict[str, tuple[str, ...]] = {
    "quantities": ("quantity_conflict", "quantity_absent", "quantity_rival", "figure_unmatched", "figure_reckoned"),
    "dates": ("date_conflict", "date_absent", "date_rival"),
    "names": ("name_conflict", "name_absent"),
    "who to whom": ("swapped",),
    "negation and opposites": ("polarity_conflict",),
    "hedges": ("hedge_dropped",),
    "quotations": ("quote_found", "quote_altered", "quote_misattributed", "quote_absent"),
    "placement": ("misplaced",),
    "near copies": ("altered",),
    "word for word": ("verbatim",),
    "parts of a claim": ("weakest_part",),
    "single sentences": ("sentence_supports", "sentence_contradicts"),
}
"""Comparer -> the features that are 0, as if it had found nothing, when it is left out."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Stances of held-apart stories and pairs, and how many of the alarms (contradicts) that stories got were right; shares 0..1."""

    stories: float
    pairs: float
    alarms: float


def silenced(example: Example, names: Sequence[str]) -> Example:
    values = dict.fromkeys(names, 0.0)
    return replace(example, features=replace(example.features, **values)) if values else example


def reached(model: DecisionModel, stories: Sequence[Example], pairs: Sequence[Example]) -> Reached:
    """Macro-F1 of the stances, and the precision of "contradicts" in stories."""
    def stances(examples: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
        gold = np.array([ORDER.index(e.stance) for e in examples])
        return gold, np.array([ORDER.index(model.decide(e.features, model.alarm_margin).stance) for e in examples])

    gold, found = stances(stories)
    alarms = found == 1
    return Reached(macro_f1(gold, found), macro_f1(*stances(pairs)),
                   accuracy(gold[alarms], found[alarms]) if alarms.any() else float("nan"))


def table(rows: Sequence[tuple[str, Reached]]) -> str:
    """Markdown; the first row is the whole, the others what changes without a comparer."""
    whole = rows[0][1]
    lines = ["| left out | stances in stories, macro-F1 | newsroom pairs, macro-F1 | alarms in stories that are right |", "|---|---|---|---|",
             f"| nothing | {whole.stories:.3f} | {whole.pairs:.3f} | {whole.alarms:.3f} |"]
    lines += [f"| {name} | {r.stories:.3f} ({r.stories - whole.stories:+.3f}) | {r.pairs:.3f} ({r.pairs - whole.pairs:+.3f}) "
              f"| {r.alarms:.3f} ({r.alarms - whole.alarms:+.3f}) |" for name, r in rows[1:]]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path, help="what the decision is fitted on")
    parser.add_argument("apart", type=Path, help="readings of the held-apart stories and pairs")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    fitted, apart = fitted_on("check", read(options.readings)), read(options.apart)
    stories, pairs = [e for e in apart if e.source == STORIES], [e for e in apart if e.source != STORIES]
    rows = []
    for name, features in {"nothing": (), **SILENCED}.items():
        model, _ = fit([silenced(e, features) for e in fitted])
        rows.append((name, reached(model, [silenced(e, features) for e in stories], [silenced(e, features) for e in pairs])))
    shown = table(rows)
    options.out.write_text(
        "# What each comparer adds\n\nMacro-F1 of stances with the decision of `check` fitted without a comparer, on data that nothing was fitted "
        f"on:\n{len(stories)} stances of outlets in held-apart stories, {len(pairs)} newsroom pairs. The alarm margin is chosen anew each time, which\n"
        "moves the last column by more than some comparers do. Printed by `python -m checker.training.ablation`.\n\n"
        + shown, encoding="utf-8")
    print(shown)


if __name__ == "__main__":
    main()
