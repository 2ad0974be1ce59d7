"""The quality gate: what was reached is held. A floor may be raised, never lowered silently.

The measures are those of ``checker evaluate``, on stories that no model and no threshold was fitted on. ``floors.json`` pins
them together with the hash of the stories: whoever changes a story or a label must measure again, and says so by changing
the hash. ``python -m tests.quality.test_gate`` prints what there is now, in the form of ``floors.json``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from checker.evaluation.stories import StoryScores, evaluate_stories
from checker.settings import Settings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = {"seeds": ROOT / "seeds", "newsdesk": ROOT / "tests" / "data" / "newsdesk"}
MEASURES = ("accuracy", "macro_f1", "alarm_precision", "alarm_recall", "credit_f1", "stance_accuracy", "quote_recall", "finding_recall")
ONE_SENTENCE = 0.04
"""What one or two sentences of a set weigh: processors differ in how they round int8 products, and a sentence on the edge may fall
to either side. The floors themselves are what was reached."""


def corpus_hash(folder: Path) -> str:
    """One hash over all files of a set, names and contents, in sorted order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "README.md"):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def measured(folder: Path) -> StoryScores:
    return evaluate_stories([folder], Settings())


@pytest.fixture(scope="module")
def floors() -> dict[str, dict[str, object]]:
    return json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SETS)
def test_the_stories_are_those_that_the_floors_were_measured_on(name: str, floors: dict[str, dict[str, object]]) -> None:
    assert floors[name]["corpus"] == corpus_hash(SETS[name]), "the stories changed: measure again and say so in CHANGELOG.md"


@pytest.mark.parametrize("name", SETS)
def test_nothing_dropped(name: str, floors: dict[str, dict[str, object]]) -> None:
    scores = measured(SETS[name])
    dropped = {m: (getattr(scores, m), floors[name][m]) for m in MEASURES if getattr(scores, m) < float(str(floors[name][m])) - ONE_SENTENCE}
    assert not dropped, f"{name}: (now, floor) {dropped}\n{scores.table()}"


def current() -> dict[str, dict[str, object]]:
    return {name: {"corpus": corpus_hash(folder), **{m: round(getattr(scores, m), 3) for m in MEASURES}}
            for name, folder in SETS.items() for scores in [measured(folder)]}


if __name__ == "__main__":
    print(json.dumps(current(), indent=1))
