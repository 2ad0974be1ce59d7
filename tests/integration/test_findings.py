"""Every rule fires where it should and stays silent on a near miss. Small stories, the real models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker import check, compare
from checker.inference.loading import Models
from checker.rules import rule_names
from checker.types import Report, Verdict

Desk = Callable[..., Path]


@dataclass(frozen=True)
class Case:
    """A story, the outlets' coverage, and a rule that must be (or must not be) among the findings."""

    rule: str
    fires: bool
    story: str
    coverage: dict[str, str]
    verdict: Verdict | None = None


FERRY = "The ferry Anna Lund sank off Bergen on Monday, killing {n} people, according to {who}."
REUTERS_14 = ("Fourteen people died when the ferry Anna Lund sank off Bergen on Monday, the coast guard said. "
              "Rescuers searched the area through the night.")
AP_14 = "BERGEN, Norway (AP) — The sinking of the ferry Anna Lund near Bergen on Monday left 14 people dead, police said."
AP_17 = "BERGEN, Norway (AP) — The sinking of the ferry Anna Lund off Bergen on Monday killed 17 people, police said."
OTHER = "The central bank of Chile left its main interest rate unchanged on Wednesday, as most economists had expected."
QUOTE = ("\"We warned the owners twice about the bow doors,\" said Kari Moen, the chief inspector. "
         "The transport minister, Lars Vik, refused to comment on the sinking of the ferry Anna Lund.")

CASES = [
    Case("date-conflict", True, "Fourteen people died when the ferry Anna Lund sank off Bergen on Sunday, according to Reuters.",
         {"reuters": REUTERS_14}, Verdict.DIVERGENCE),
    Case("number-conflict", True, FERRY.format(n=41, who="Reuters"), {"reuters": REUTERS_14}, Verdict.DIVERGENCE),
    Case("number-conflict", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14}, Verdict.AGREEMENT),
    Case("number-conflict", False, FERRY.format(n="more than a dozen", who="Reuters"), {"reuters": REUTERS_14}),
    Case("outlets-disagree", True, FERRY.format(n=14, who="Reuters and AP"), {"reuters": REUTERS_14, "ap": AP_17}, Verdict.DIVERGENCE),
    Case("outlets-disagree", False, FERRY.format(n=14, who="Reuters and AP"), {"reuters": REUTERS_14, "ap": AP_14}, Verdict.AGREEMENT),
    Case("miscredited", True, FERRY.format(n=14, who="AP"), {"reuters": REUTERS_14, "ap": OTHER}, Verdict.UNSUPPORTED),
    Case("miscredited", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14, "ap": OTHER}, Verdict.AGREEMENT),
    Case("credit-not-backed", True, FERRY.format(n=14, who="Reuters and AP"), {"reuters": REUTERS_14, "ap": OTHER}, Verdict.AGREEMENT),
    Case("credit-not-backed", False, FERRY.format(n=14, who="Reuters and AP"), {"reuters": REUTERS_14, "ap": AP_14}),
    Case("coverage-missing", True, FERRY.format(n=14, who="Le Monde"), {"reuters": OTHER}, Verdict.UNSUPPORTED),
    Case("coverage-missing", False, FERRY.format(n=14, who="Reuters"), {"reuters": OTHER}, Verdict.UNSUPPORTED),
    Case("unsupported", True, FERRY.format(n=14, who="Reuters"), {"reuters": OTHER}, Verdict.UNSUPPORTED),
    Case("unsupported", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14}),
    Case("quote-altered", True, 'Kari Moen, the chief inspector, said: "We warned the owners once about the bow doors," Reuters reported.',
         {"reuters": QUOTE}, Verdict.DIVERGENCE),
    Case("quote-altered", False, 'Kari Moen, the chief inspector, said: "We warned the owners twice about the bow doors," Reuters reported.',
         {"reuters": QUOTE}),
    Case("quote-altered", False, 'Kari Moen, the chief inspector, said: "We warned the owners twice...," Reuters reported.',
         {"reuters": QUOTE}),
    Case("quote-misattributed", True,
         'Transport minister Lars Vik said: "We warned the owners twice about the bow doors," according to Reuters.',
         {"reuters": QUOTE}, Verdict.DIVERGENCE),
    Case("quote-misattributed", False,
         'Chief inspector Kari Moen said: "We warned the owners twice about the bow doors," according to Reuters.',
         {"reuters": QUOTE}),
    Case("quote-not-found", True, 'Kari Moen said the line had "learned nothing from a decade of near misses," according to Reuters.',
         {"reuters": QUOTE}),
    Case("quote-not-found", False, 'Kari Moen said: "We warned the owners twice about the bow doors," according to Reuters.',
         {"reuters": QUOTE}),
    Case("date-conflict", True, "The ferry Anna Lund sank off Bergen on Thursday, killing 14 people, according to Reuters.",
         {"reuters": REUTERS_14}),
    Case("date-conflict", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14}),
    Case("vague-credit", True, "Experts say the ferry Anna Lund should never have left the harbour of Bergen on Monday.",
         {"reuters": REUTERS_14}),
    Case("vague-credit", False, "The coast guard said fourteen people died when the ferry Anna Lund sank off Bergen on Monday.",
         {"reuters": REUTERS_14}),
    Case("uncredited", True, "The ferry Anna Lund sank off Bergen on Monday, killing 14 people.", {"reuters": REUTERS_14}, Verdict.AGREEMENT),
    Case("uncredited", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14}),
    Case("unknown-outlet", True, FERRY.format(n=14, who="the Harrowbeck Gazette"), {"reuters": REUTERS_14}),
    Case("unknown-outlet", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14}),
    Case("same-source", True, FERRY.format(n=14, who="Reuters and AP"), {"reuters": REUTERS_14, "ap": REUTERS_14}, Verdict.AGREEMENT),
    Case("same-source", False, FERRY.format(n=14, who="Reuters and AP"), {"reuters": REUTERS_14, "ap": AP_14}),
    Case("foreign-language", True, FERRY.format(n=14, who="Le Monde"),
         {"le-monde": "Quatorze personnes sont mortes lundi dans le naufrage du ferry Anna Lund au large de Bergen, a annoncé la "
                      "police. Les secours ont poursuivi leurs recherches pendant toute la nuit, mais sans espoir."}),
    Case("foreign-language", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14}),
    Case("hedge-dropped", True, "The operator will scrap its three oldest ferries before the summer, according to Reuters.",
         {"reuters": "The operator said on Tuesday that it was considering scrapping its three oldest ferries before the summer."}),
    Case("hedge-dropped", False, "The operator may scrap its three oldest ferries before the summer, according to Reuters.",
         {"reuters": "The operator said on Tuesday that it was considering scrapping its three oldest ferries before the summer."}),
    Case("partly-supported", True,
         "The ferry Anna Lund sank off Bergen on Monday and had been sold to a shipping company from Piraeus, according to Reuters.",
         {"reuters": REUTERS_14}, Verdict.UNSUPPORTED),
    Case("partly-supported", False, FERRY.format(n=14, who="Reuters"), {"reuters": REUTERS_14}),
    Case("name-conflict", True, "The ferry's captain, Odd Berge, drowned in his cabin, according to Reuters.",
         {"reuters": "The ferry's captain, Nils Aune, drowned in his cabin, police said."}, Verdict.DIVERGENCE),
    Case("name-conflict", False, "The ferry's captain, Nils Aune, drowned in his cabin, according to Reuters.",
         {"reuters": "The ferry's captain, Nils Aune, drowned in his cabin, police said."}, Verdict.AGREEMENT),
    Case("contradicted", True, "The owners of the Anna Lund refused to pay for the search, according to Reuters.",
         {"reuters": "The owners of the Anna Lund agreed to pay for the search, a spokeswoman said."}, Verdict.DIVERGENCE),
    Case("contradicted", False, "The owners of the Anna Lund agreed to pay for the search, according to Reuters.",
         {"reuters": "The owners of the Anna Lund agreed to pay for the search, a spokeswoman said."}, Verdict.AGREEMENT),
]


def checked(case: Case, desk: Desk, models: Models) -> Report:
    story = desk(case.story + "\n", **case.coverage)
    return check(story, [story.parent / "coverage"], models=models)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.rule}-{'fires' if c.fires else 'silent'}")
def test_rule(case: Case, desk: Desk, models: Models) -> None:
    report = checked(case, desk, models)
    rules = {f.rule for f in report.all_findings}
    assert (case.rule in rules) is case.fires, sorted(rules)
    if case.verdict is not None:
        assert report.results[0].verdict is case.verdict


def test_every_rule_has_both_kinds_of_case() -> None:
    elsewhere = {"nothing-checked", "single-source", "duplicate-document", "read-note", "weak-evidence",
                 "may-contradict"}  # below, with the readers, in the unit tests
    for fires in (True, False):
        assert {c.rule for c in CASES if c.fires is fires} >= set(rule_names()) - elsewhere


def test_nothing_checked_without_coverage(desk: Desk, models: Models) -> None:
    story = desk(FERRY.format(n=14, who="Reuters") + "\n", reuters=REUTERS_14)
    assert "nothing-checked" in {f.rule for f in check(story, models=models).all_findings}
    assert "nothing-checked" not in {f.rule for f in check(story, [story.parent / "coverage"], models=models).all_findings}


def test_single_source(desk: Desk, models: Models) -> None:
    story = desk("", reuters=f"{REUTERS_14} The owners had bought the ship in Gdansk in 2011.", ap=AP_14)
    report = compare([story.parent / "coverage"], models=models)
    by_text = {r.claim.text: r for r in report.results}
    alone = next(r for text, r in by_text.items() if "Gdansk" in text)
    both = next(r for text, r in by_text.items() if "Anna Lund" in text)
    assert alone.verdict is Verdict.UNSUPPORTED and "single-source" in {f.rule for f in alone.findings}
    assert both.verdict is Verdict.AGREEMENT and "single-source" not in {f.rule for f in both.findings}


def test_a_credit_to_an_outlet_that_only_the_coverage_names(desk: Desk, models: Models) -> None:
    story = desk("Fourteen people died when the ferry Anna Lund sank off Bergen on Monday, according to HBW.\n", notes=REUTERS_14)
    report = check(story, [f"HBW={story.parent / 'coverage' / 'notes.txt'}"], models=models)
    (result,) = report.results
    assert result.claim.credited == ("HBW",) and result.verdict is Verdict.AGREEMENT
    assert not [f for f in result.findings if f.rule in ("uncredited", "unknown-outlet")]
