"""Pairs of the trade itself: sentences of stories beside the passages that retrieval finds for them in the articles.

An editor labels a sentence and an outlet, not a passage. Which of the passages found is meant is settled by a stance model trained before
(multiple-instance learning: the label of a bag goes to the instance that earns it most, Andrews et al. 2002): where the outlet supports
the sentence, the passage that supports it most; where it contradicts, the passage that leaves least open. Where it is silent every
passage is, and the one that tempts the model most is kept.

    python -m checker.training.story_passages STORIES --out checker/training/stories/passages.jsonl
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.evaluation.expected import ExpectedStory, find_stories
from checker.evaluation.labelled import Pair
from checker.extract.claims import claims as extract_claims
from checker.extract.credits import credits as extract_credits
from checker.extract.outlets import load_registry
from checker.inference.loading import Models, load_models
from checker.ingest import read_coverage, read_story
from checker.judge import TOP_PASSAGES
from checker.retrieve import Hit, Index
from checker.text.sentences import sentences
from checker.types import Stance, StanceScores

SILENT_OUTLETS = 2
"""Silent outlets that are kept for a sentence, in the order of coverage. Set by hand: with all of them, four pairs of five would be silent."""


def story_pairs(folders: Sequence[Path], models: Models) -> Iterator[Pair]:
    """The pairs of all stories in ``folders``, in order; a ``unit`` is one sentence with what all outlets say of it.

    Raises:
        InputError: a folder holds no story with expected verdicts, or its file is malformed.
    """
    for story in find_stories(folders):
        yield from _of_story(story, models)


def _of_story(each: ExpectedStory, models: Models) -> Iterator[Pair]:
    registry = load_registry()
    story = read_story(each.story)
    coverage = read_coverage([each.coverage], resolve=registry.canonical).documents
    spans = sentences(story)
    claims = extract_claims(story, spans, extract_credits(story, spans, registry)).claims
    index = Index(coverage, models.embedder)
    vectors = index.embed([c.statement for c in claims])
    model = models.larger or models.stance
    for number, expected in enumerate(each.claims):
        place = story.text.index(expected.contains)
        gold = {registry.canonical(name) or name: stance for name, stance in expected.outlets}
        for claim, vector in zip(claims, vectors, strict=True):
            if not claim.span.start <= place < claim.span.end:
                continue
            silent = 0
            for outlet in dict.fromkeys(d.outlet or "" for d in coverage):
                stance = gold.get(outlet, Stance.SILENT)
                silent += stance is Stance.SILENT
                if stance is Stance.SILENT and silent > SILENT_OUTLETS:
                    continue
                documents = frozenset(i for i, d in enumerate(coverage) if d.outlet == outlet)
                hits = index.search(claim.statement, vector, documents, TOP_PASSAGES)
                scores = model.scores([(h.passage.text, claim.statement) for h in hits])
                meant = _meant(stance, hits, scores)
                yield Pair(" ".join(meant.passage.text.split()), claim.statement, stance.value, f"{each.name}/{number}")


def _meant(stance: Stance, hits: Sequence[Hit], scores: Sequence[StanceScores]) -> Hit:
    """The passage that an outlet's stance speaks of; the first of those that earn it alike."""
    weights = [s.supports if stance is Stance.SUPPORTS else 1 - s.silent for s in scores]
    return hits[max(range(len(hits)), key=lambda i: (weights[i], -i))]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m checker.training.story_passages", description=__doc__.split("\n\n")[0])
    parser.add_argument("stories", nargs="+", type=Path, help="folders of stories with expected.yaml")
    parser.add_argument("--out", type=Path, required=True, help="JSON Lines of pairs")
    options = parser.parse_args()
    rows = [json.dumps({"evidence": p.evidence, "claim": p.claim, "label": p.stance, "group": p.unit}, ensure_ascii=False)
            for p in story_pairs(options.stories, load_models())]
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs")


if __name__ == "__main__":
    main()
