"""The whole pipeline against expected verdicts: how often it is right, and where it is not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from checker.errors import InputError
from checker.evaluation.expected import Expected, ExpectedStory, find_stories
from checker.evaluation.measures import Labels, interval
from checker.extract.outlets import Registry, load_registry
from checker.inference.loading import models_for
from checker.pipeline import check
from checker.settings import Settings
from checker.types import ClaimResult, Report, Stance, Verdict

WORST = (Verdict.DIVERGENCE, Verdict.UNSUPPORTED, Verdict.AGREEMENT)
STANCE_RANK = (Stance.CONTRADICTS, Stance.SILENT, Stance.SUPPORTS, Stance.MISSING)
ALARMS = (Verdict.DIVERGENCE, Verdict.UNSUPPORTED)
QUOTE_REASONS = ("quote-altered", "quote-misattributed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expected sentence beside what was found. ``got`` is None where the sentence was not taken for a claim."""

    story: str
    expected: Expected
    got: Verdict | None
    credits: tuple[str, ...]
    stances: tuple[tuple[str, Stance, Stance | None], ...]
    rules: tuple[str, ...]

    @property
    def right(self) -> bool:
        return self.got is self.expected.verdict


@dataclass(frozen=True, slots=True)
class StoryScores:
    """Measures over all sentences; shares are 0..1."""

    sentences: int
    accuracy: float
    macro_f1: float
    alarm_precision: float
    alarm_recall: float
    credit_f1: float
    stance_accuracy: float
    quote_recall: float
    finding_recall: float
    outcomes: tuple[Outcome, ...]
    intervals: tuple[tuple[str, float, float], ...] = ()
    """95 % bootstrap intervals (name, low, high) of accuracy, macro_f1 and alarm_precision, sentences drawn one by one."""

    def as_json(self) -> str:
        numbers = {k: v for k, v in asdict(self).items() if k != "outcomes"}
        return json.dumps(numbers, indent=2) + "\n"

    def table(self) -> str:
        """Readable: the numbers, then by reason, then every sentence that came out wrong."""
        lines = [f"sentences        {self.sentences}"]
        for name in ("accuracy", "macro_f1", "alarm_precision", "alarm_recall", "credit_f1", "stance_accuracy", "quote_recall",
                     "finding_recall"):
            between = next((f"  ({low:.2f}-{high:.2f})" for n, low, high in self.intervals if n == name), "")
            lines.append(f"{name:<16} {getattr(self, name):.3f}{between}")
        lines.append("verdicts, expected -> found: " + ", ".join(
            f"{g}->{p or 'no claim'} {n}" for (g, p), n in sorted(
                Counter((o.expected.verdict.value, o.got.value if o.got else "") for o in self.outcomes).items())))
        reasons = sorted({o.expected.why for o in self.outcomes})
        lines.append("right by reason: " + ", ".join(
            f"{why} {sum(o.right for o in self.outcomes if o.expected.why == why)}/{sum(o.expected.why == why for o in self.outcomes)}"
            for why in reasons))
        for o in self.outcomes:
            if not o.right:
                lines.append(f"  {o.story}: expected {o.expected.verdict.value} ({o.expected.why}), found "
                             f"{o.got.value if o.got else 'no claim'} {list(o.rules)}: {o.expected.contains}")
        return "\n".join(lines)


def evaluate_stories(folders: Sequence[Path], settings: Settings, story: Path | None = None) -> StoryScores:
    """Run every story below the folders and compare with what is expected.

    Raises:
        InputError: a folder or an expected file cannot be used.
    """
    registry = load_registry(settings.outlets)
    models = models_for(settings)
    outcomes = [
        outcome
        for each in find_stories(folders, story)
        for outcome in compare_with(each, check(each.story, [each.coverage], settings=settings, models=models), registry)]
    return summarise(outcomes, registry)


def compare_with(story: ExpectedStory, report: Report, registry: Registry) -> Iterator[Outcome]:
    """An outcome for each expected sentence, from the claims that the sentence was turned into."""
    from checker.text.sentences import sentences

    assert report.story is not None
    text = report.story.text
    spans = [s.span for s in sentences(report.story)]
    for expected in story.claims:
        if text.count(expected.contains) != 1:
            raise InputError(f"{story.story}: {expected.contains!r} stands {text.count(expected.contains)} times in it, not once")
        place = text.index(expected.contains)
        span = next((s for s in spans if s.start <= place < s.end), None)
        results = [r for r in report.results if span is not None and r.claim.span.overlaps(span)]
        got = min((r.verdict for r in results), key=WORST.index, default=None)
        stances = tuple((name, wanted, _stance(results, registry.canonical(name) or name)) for name, wanted in expected.outlets)
        yield Outcome(
            story.name, expected, got, tuple(dict.fromkeys(o for r in results for o in r.claim.credited)), stances,
            tuple(dict.fromkeys(f.rule for r in results for f in r.findings)))


def _stance(results: Sequence[ClaimResult], outlet: str) -> Stance | None:
    return min((s.stance for r in results for s in r.outlets if s.outlet == outlet), key=STANCE_RANK.index, default=None)


def summarise(outcomes: Sequence[Outcome], registry: Registry) -> StoryScores:
    """Add outcomes up. A sentence that was not taken for a claim counts as wrong everywhere."""
    pairs = [(o.expected.verdict, o.got) for o in outcomes]
    right = missed = extra = 0
    for o in outcomes:
        wanted = {registry.canonical(c) or c for c in o.expected.credits}
        right += len(wanted & set(o.credits))
        missed += len(wanted - set(o.credits))
        extra += len(set(o.credits) - wanted)
    stances = [(w, g) for o in outcomes for _, w, g in o.stances]
    quoted = [o for o in outcomes if o.expected.why in QUOTE_REASONS]
    findings = [(rule in o.rules) for o in outcomes for rule in o.expected.findings]
    return StoryScores(
        sentences=len(outcomes),
        accuracy=_accuracy(pairs),
        macro_f1=_macro(pairs),
        alarm_precision=_alarm_precision(pairs),
        alarm_recall=_share(g in ALARMS for w, g in pairs if w in ALARMS),
        credit_f1=2 * right / max(1, 2 * right + missed + extra),
        stance_accuracy=_share(w is g for w, g in stances),
        quote_recall=_share(any(r.startswith("quote-") for r in o.rules) for o in quoted),
        finding_recall=_share(findings),
        outcomes=tuple(outcomes),
        intervals=_intervals(pairs))


def _intervals(pairs: Sequence[tuple[Verdict, Verdict | None]]) -> tuple[tuple[str, float, float], ...]:
    """Of the three measures that matter most; a sentence that was taken for no claim is a label of its own."""
    if not pairs:
        return ()
    order = (*Verdict, None)
    gold, found = (np.array([order.index(v) for v in column]) for column in zip(*pairs, strict=True))

    def again(measure: Callable[[list[tuple[Verdict, Verdict | None]]], float]) -> Callable[[Labels, Labels], float]:
        return lambda g, f: measure([(tuple(Verdict)[a], order[b]) for a, b in zip(g.tolist(), f.tolist(), strict=True)])

    return tuple((name, *interval(again(measure), gold, found)) for name, measure in MEASURED_AGAIN)


def _macro(pairs: Sequence[tuple[Verdict, Verdict | None]]) -> float:
    return sum(_f1(pairs, v) for v in Verdict) / len(Verdict)


def _accuracy(pairs: Sequence[tuple[Verdict, Verdict | None]]) -> float:
    return _share(w is g for w, g in pairs)


def _alarm_precision(pairs: Sequence[tuple[Verdict, Verdict | None]]) -> float:
    return _share(w in ALARMS for w, g in pairs if g in ALARMS)


def _share(flags: Iterable[bool]) -> float:
    some = list(flags)
    return round(sum(some) / len(some), 4) if some else 0.0


def _f1(pairs: Sequence[tuple[Verdict, Verdict | None]], verdict: Verdict) -> float:
    true = sum(w is verdict and g is verdict for w, g in pairs)
    found, wanted = sum(g is verdict for _, g in pairs), sum(w is verdict for w, _ in pairs)
    return 2 * true / max(1, found + wanted)


MEASURED_AGAIN = (("accuracy", _accuracy), ("macro_f1", _macro), ("alarm_precision", _alarm_precision))
