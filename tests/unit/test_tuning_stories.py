"""The stories written for tuning: each sentence has one entry, and its verdict follows from what the outlets say."""

from __future__ import annotations

import pytest

from checker.decide.verdict import verdict_of
from checker.evaluation.expected import ExpectedStory, find_stories
from checker.extract.outlets import load_registry
from checker.ingest import read_coverage, read_story
from checker.text.sentences import sentences
from checker.types import OutletStance, Stance
from tests.conftest import ROOT

STORIES = find_stories([ROOT / "checker" / "training" / "stories"])
APART = tuple(p.name for name in ("newsdesk", "evening_edition", "late_edition") for p in (ROOT / "tests" / "data" / name).iterdir())


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_every_sentence_has_one_entry(story: ExpectedStory) -> None:
    read = read_story(story.story)
    spans = [s.span for s in sentences(read)]
    at = [read.text.index(claim.contains) for claim in story.claims]
    assert all(read.text.count(claim.contains) == 1 for claim in story.claims)
    assert [sum(span.start <= place < span.end for place in at) for span in spans] == [1] * len(spans)


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_verdicts_follow_from_stances(story: ExpectedStory) -> None:
    registry = load_registry()
    given = {d.outlet for d in read_coverage([story.coverage], resolve=registry.canonical).documents}
    for claim in story.claims:
        outlets = dict(claim.outlets)
        assert set(claim.credits) <= set(outlets), claim.contains
        stances = [OutletStance(name, name in claim.credits, stance, 1.0) for name, stance in claim.outlets]
        assert verdict_of(stances) is claim.verdict, claim.contains
        for name, stance in outlets.items():
            assert (registry.canonical(name) in given) is (stance is not Stance.MISSING), (claim.contains, name)


def test_none_is_among_those_kept_apart() -> None:
    assert not {s.name for s in STORIES} & set(APART)
