"""Every rule has a page that an editor can act on."""

from __future__ import annotations

import re

import pytest

from checker.errors import CheckerError
from checker.rules import RULES, SECTIONS, Rule, rule, rule_names
from checker.types import Severity

ERRORS = {"contradicted", "outlets-disagree", "number-conflict", "date-conflict", "name-conflict", "quote-altered",
          "quote-misattributed", "miscredited", "nothing-checked"}
WARNINGS = {"unsupported", "partly-supported", "coverage-missing", "hedge-dropped", "quote-not-found", "foreign-language",
            "same-source", "may-contradict"}
NOTES = {"credit-not-backed", "vague-credit", "uncredited", "unknown-outlet", "single-source", "duplicate-document", "read-note", "weak-evidence"}


def test_the_list_of_rules_is_complete() -> None:
    assert set(rule_names()) == ERRORS | WARNINGS | NOTES
    assert len(rule_names()) == len(RULES) == 25


@pytest.mark.parametrize(("names", "severity"), [(ERRORS, Severity.ERROR), (WARNINGS, Severity.WARNING), (NOTES, Severity.INFO)])
def test_severities(names: set[str], severity: Severity) -> None:
    assert {r.name for r in RULES if r.severity is severity} == names


def test_the_worst_come_first() -> None:
    order = [list(Severity).index(r.severity) for r in RULES]
    assert order == sorted(order)


@pytest.mark.parametrize("each", RULES, ids=rule_names())
def test_a_page_has_all_sections_with_something_in_them(each: Rule) -> None:
    headings = re.findall(r"^## (.+)$", each.page, re.MULTILINE)
    assert tuple(headings) == SECTIONS
    bodies = re.split(r"^## .+$", each.page, flags=re.MULTILINE)[1:]
    assert all(len(body.split()) >= 4 for body in bodies)
    assert each.page.startswith(f"# {each.name}\n")
    assert not each.page.startswith("---")


@pytest.mark.parametrize("each", RULES, ids=rule_names())
def test_an_example_shows_story_and_coverage(each: Rule) -> None:
    for section in ("An example that fires", "A near miss that stays silent"):
        body = each.page.split(f"## {section}\n")[1].split("\n## ")[0]
        assert "- Story: " in body and "- Coverage: " in body


@pytest.mark.parametrize("each", RULES, ids=rule_names())
def test_name_and_summary_have_the_form(each: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", each.name)
    assert 10 <= len(each.summary) <= 100
    assert each.summary.endswith(".") and "\n" not in each.summary
    assert each.summary in each.page and f"Severity: {each.severity.value}." in each.page


@pytest.mark.parametrize("each", RULES, ids=rule_names())
def test_a_page_refers_only_to_rules_that_exist(each: Rule) -> None:
    for name in re.findall(r"see `([a-z-]+)`", each.page):
        assert name in rule_names()


@pytest.mark.parametrize(("misspelt", "meant"), [
    ("quote-alterd", "quote-altered"), ("hedge_dropped", "hedge-dropped"), ("Contradicted", "contradicted")])
def test_a_misspelt_name_brings_close_ones(misspelt: str, meant: str) -> None:
    with pytest.raises(CheckerError, match=meant):
        rule(misspelt)


def test_a_name_like_no_other_says_where_to_look() -> None:
    with pytest.raises(CheckerError, match="checker explain"):
        rule("zzzzzz")


def test_a_rule_by_its_name() -> None:
    assert rule("same-source").severity is Severity.WARNING
