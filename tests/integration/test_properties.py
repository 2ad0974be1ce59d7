"""What always holds, on the example stories and on small ones, with the real models."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import check, render
from checker.extract.outlets import load_registry
from checker.inference.loading import Models
from checker.ingest import read_coverage, read_story
from checker.types import Report, Stance, Verdict
from tests.conftest import SEEDS

EXAMPLE = SEEDS / "harbour-bridge"
UNRELATED = ("Credited from: Kyodo News\n\nThe prefectural assembly in Tottori passed a supplementary budget on Friday that sets aside "
             "money for sand dune conservation. Members of two parties abstained. Pear growers welcomed the decision.\n")
QUIET = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


def verdicts(report: Report) -> list[tuple[str, Verdict]]:
    return [(r.claim.id, r.verdict) for r in report.results]


@pytest.fixture(scope="module")
def example(models: Models) -> Report:
    return check(EXAMPLE / "story.txt", [EXAMPLE / "coverage"], models=models)


def test_the_same_input_gives_the_same_bytes(example: Report, models: Models) -> None:
    again = check(EXAMPLE / "story.txt", [EXAMPLE / "coverage"], models=models)
    for format_ in ("json", "markdown", "html", "terminal"):
        assert render(example, format_) == render(again, format_)


@given(order=st.permutations(sorted((EXAMPLE / "coverage").iterdir())))
@QUIET
def test_order_of_coverage_changes_nothing(order: list[Path], example: Report, models: Models) -> None:
    assert check(EXAMPLE / "story.txt", order, models=models).results == example.results


def test_unrelated_coverage_changes_no_verdict(example: Report, models: Models, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "coverage", tmp_path / "coverage")
    (tmp_path / "coverage" / "kyodo.txt").write_text(UNRELATED, encoding="utf-8")
    more = check(EXAMPLE / "story.txt", [tmp_path / "coverage"], models=models)
    assert verdicts(more) == verdicts(example)
    assert {s.stance for r in more.results for s in r.outlets if s.outlet == "Kyodo News"} == {Stance.SILENT}


def test_offsets_are_those_of_the_texts(example: Report) -> None:
    assert example.story is not None
    for result in example.results:
        assert result.claim.span.of(example.story.text) == result.claim.text
        assert example.story.text.count("\n", 0, result.claim.span.start) + 1 == result.claim.line
        for stance in result.outlets:
            for evidence in stance.evidence:
                assert evidence.span.of(example.documents[evidence.document].text) == evidence.text


COPIED = sorted({
    sentence
    for path in (EXAMPLE / "coverage").glob("*.txt")
    for sentence in re.findall(r"(?<=[.] )[A-Z][^.\"“”?!\n]{60,160}\.(?= )", path.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("sentence", COPIED, ids=lambda s: s[:30])
def test_a_verbatim_copy_in_a_credited_outlets_coverage_is_agreement(sentence: str, models: Models, tmp_path: Path) -> None:
    documents = read_coverage([EXAMPLE / "coverage"], resolve=load_registry().canonical).documents
    outlet = next(d.outlet for d in documents if sentence in d.text)
    (tmp_path / "story.txt").write_text(f"{sentence[:-1]}, according to {outlet}.\n", encoding="utf-8")
    story = read_story(tmp_path / "story.txt")
    own = [d for d in documents if d.outlet == outlet]
    assert check(story, own, models=models).results[0].verdict is Verdict.AGREEMENT


NUMBERED = [
    "The fire destroyed {n} homes in the Valmora district on Sunday night, the mayor said",
    "Kestrel Foods will invest {n} million euros in a plant near Ghent over the next two years",
    "Turnout in the second round reached {n} percent, the electoral commission said",
    "Police arrested {n} people after the march through the centre of Lusaka",
]


@given(template=st.sampled_from(NUMBERED), told=st.integers(4, 98), stated=st.integers(4, 98))
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_changing_the_number_of_a_supported_claim_never_leaves_it_in_agreement(
        template: str, told: int, stated: int, desk: Callable[..., Path], models: Models) -> None:
    coverage = f"{template.format(n=stated)}. Officials gave no further details of what had happened."
    story = desk(f"{template.format(n=told)}, according to Reuters.\n", reuters=coverage)
    verdict = check(story, [story.parent / "coverage"], models=models).results[0].verdict
    assert (verdict is Verdict.AGREEMENT) == (told == stated)
