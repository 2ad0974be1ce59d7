"""How well credits are found: outlets per sentence of stories with gold, and the counts that every measure of credits has.

    scores = credit_scores([Path("seeds")])
    scores.precision, scores.recall, scores.f1
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.evaluation.expected import find_stories
from checker.extract.credits import credits
from checker.extract.outlets import Registry, load_registry
from checker.ingest import read_story
from checker.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: the outlet, whether it was found (True) or wanted (False), and where."""

    outlet: str
    found: bool
    where: str


@dataclass(frozen=True, slots=True)
class CreditScores:
    """Counts of outlets credited: right, found but not wanted, wanted but not found; ``misses`` lists the latter two."""

    right: int
    extra: int
    missed: int
    misses: tuple[Miss, ...] = ()

    @property
    def numbers(self) -> dict[str, float]:
        """The three shares, by name."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}

    @property
    def precision(self) -> float:
        """Share of what is found that is right, 0..1; 1 if nothing is found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of what is wanted that is found, 0..1; 1 if nothing is wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0..1."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0


def credit_scores(folders: Sequence[Path], registry: Registry | None = None) -> CreditScores:
    """The outlets credited for each sentence of the stories in ``folders``, against those in their gold files.

    Raises:
        InputError: a folder holds no stories, or a gold file is malformed.
    """
    registry = registry or load_registry()
    right, misses = 0, []
    for each in find_stories(folders):
        story = read_story(each.story)
        spans = sentences(story)
        found = credits(story, spans, registry)
        for expected in each.claims:
            at = story.text.find(expected.contains)
            number = next((n for n, sentence in enumerate(spans) if sentence.span.start <= at < sentence.span.end), None)
            got = {c.outlet for c in found.of(number)} if number is not None else set()
            wanted = {registry.canonical(name) or name for name in expected.credits}
            where = f"{each.name}: {expected.contains}"
            right += len(got & wanted)
            misses += [Miss(o, True, where) for o in sorted(got - wanted)] + [Miss(o, False, where) for o in sorted(wanted - got)]
    return scores_of(right, misses)


def scores_of(right: int, misses: list[Miss]) -> CreditScores:
    """The counts of what came out right and of what did not."""
    extra = sum(miss.found for miss in misses)
    return CreditScores(right, extra, len(misses) - extra, tuple(misses))
