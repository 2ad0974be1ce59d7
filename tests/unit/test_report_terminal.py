"""The terminal report: what stands where, at every width, with and without colour."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from checker.report.terminal import render_terminal
from checker.types import Report, Severity, Stance, Verdict
from tests.factories import (
    REUTERS,
    make_claim,
    make_comparison,
    make_document,
    make_evidence,
    make_finding,
    make_inside_report,
    make_report,
    make_result,
    make_stance,
)

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def plain(report: Report, width: int = 80, **options: object) -> str:
    return render_terminal(report, width, False, **options)


def flowing(text: str) -> str:
    """Without line breaks, so that a phrase is found wherever it was wrapped."""
    return " ".join(text.split())


def test_what_needs_a_look_comes_first_in_story_order() -> None:
    text = plain(make_report())
    heads = [line for line in text.splitlines() if re.match(r"[✓≠?] \d", line)]
    assert [head[:3] for head in heads] == ["≠ 2", "≠ 3", "? 4", "? 5", "✓ 1"]
    assert text.index("Story") < text.index("To look at") < text.index("Agreement")


def test_an_agreement_with_a_warning_needs_a_look() -> None:
    report = make_report()
    agreed = report.results[0]
    warned = replace(agreed, findings=(make_finding("credit-not-backed", Severity.WARNING, "AP is silent."),))
    noted = replace(agreed, findings=(make_finding("same-source", Severity.INFO, "One text."),))
    assert "✓ 1  AGREEMENT" in plain(replace(report, results=(warned,)))
    text = plain(replace(report, results=(noted,)))
    assert "To look at" not in text
    assert "same-source: One text." in text


@pytest.mark.parametrize(
    "phrase",
    [
        "Bridge over the Aldra reopens",
        "Credited from: AP",
        "Coverage: 3 documents of Reuters, AP, Le Monde; none of Dagens Nyheter",
        "coverage/reuters.txt (Reuters)",
        "info foreign-language: Part of the coverage of Le Monde is in French.",
        "[≠2 The work cost 62 million euros, Reuters reported.]",
        "≠ 2 DIVERGENCE 93% sure, line 4",
        "error number-conflict: Reuters: 62 million euros in the story, 26 million euros in the article.",
        "reports others as saying this: “The bill came to 26 million euros, the city said.”",
        "— “Aldra bridge open to traffic again”, line 3",
        "nearest: “The old ferries stay in service until spring, the port authority told Le Monde.”",
        "Not credited, and not settling it: Reuters, Dagens Nyheter",
        "5 claims: 1 agreement, 2 divergence, 2 unsupported; 2 errors, 1 warning, 2 info",
        "Not passed: errors and warnings count as failing",
    ],
)
def test_an_editor_reads(phrase: str) -> None:
    assert phrase in flowing(plain(make_report(), 200))


def test_an_agreement_takes_one_line_unless_all_is_asked_for() -> None:
    short, long = plain(make_report()), plain(make_report(), verbose=True)
    (line,) = [line for line in short.splitlines() if line.startswith("✓ 1 ")]
    assert "Reuters, AP, 97%" in line
    assert "✓ 1  AGREEMENT" in long
    assert "+2.40 the passage states the claim" in long and "+2.40" not in short
    assert "Nothing was said of the ferries." in flowing(long) and "Nothing was said" not in short


def test_the_outcome_closes_the_report() -> None:
    assert plain(make_report()).splitlines()[-1].startswith("Not passed")
    assert plain(make_report(results=(), findings=())).splitlines()[-1].startswith("Passed")


def test_nothing_checked_is_said() -> None:
    assert "No claim was checked. This is no pass" in plain(make_report(results=()))
    assert "No claim was checked" not in plain(make_report())


def test_a_comparison_says_where_each_claim_stands() -> None:
    text = flowing(plain(make_comparison(), 120))
    assert text.startswith("Comparison of 3 documents of 3 outlets")
    assert "line 2 of coverage/le-monde.txt" in text
    assert "credited" not in text


def test_a_story_without_coverage_is_said_plainly() -> None:
    text = flowing(plain(make_inside_report()))
    assert "No coverage was given: claims of the outlets inside the story were compared with each other." in text


@pytest.mark.parametrize("make", [make_report, make_comparison, make_inside_report])
@pytest.mark.parametrize("width", [1, 40, 63, 64, 80, 132, 300])
def test_no_line_is_wider_than_the_terminal(make, width: int) -> None:
    lines = plain(make(), width).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 40)
    assert all(line == line.rstrip() for line in lines)
    assert not any(a == b == "" for a, b in zip(lines, lines[1:], strict=False))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_words_stay_whole(width: int) -> None:
    words = set(re.findall(r"\w+", plain(make_report(), width)))
    assert words <= set(re.findall(r"\w+", plain(make_report(), 1000)))


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render_terminal(make_report(), 80, True)
    assert "\x1b[" in coloured
    without = [line.rstrip() for line in ESCAPES.sub("", coloured).splitlines()]
    assert without == plain(make_report()).splitlines()
    assert "\x1b" not in plain(make_report())


def test_the_environment_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = plain(make_report()), render_terminal(make_report(), 80, True)
    for name, value in (("FORCE_COLOR", "1"), ("NO_COLOR", "1"), ("COLUMNS", "30"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert (plain(make_report()), render_terminal(make_report(), 80, True)) == before


def test_a_poor_terminal_gets_plain_signs() -> None:
    text = plain(make_report(), encoding="ascii")
    assert text.isascii()
    assert "! 2  DIVERGENCE" in text and "+ 1  The Aldra" in text
    assert "\\u" not in text


@pytest.mark.parametrize("marked", ["[red]x[/red]", "[bold]", ":smile:", "[link=x]y[/link]", "[/]"])
def test_tags_inside_texts_are_text(marked: str) -> None:
    text = f"The toll {marked} rises."
    story = make_document(text, None, title=marked, path=f"{marked}.txt")
    source = f"They said {marked} twice."
    result = make_result(
        make_claim(text, text),
        Verdict.DIVERGENCE,
        outlets=(make_stance(marked, Stance.CONTRADICTS, evidence=(make_evidence(source, 0, source),)),),
        findings=(make_finding(message=marked),),
    )
    shown = plain(
        make_report(
            story=story, documents=(make_document(source, marked, title=marked),), results=(result,)
        ),
        160,
    )
    assert shown.count(marked) >= 8


def test_long_evidence_is_cut_at_a_word() -> None:
    source = f"A title {'word ' * 200}"
    result = make_result(
        make_claim("The toll will double next year."),
        Verdict.DIVERGENCE,
        outlets=(make_stance("AP", Stance.CONTRADICTS, evidence=(make_evidence(source.strip(), 0, source),)),),
    )
    report = make_report(results=(result,), documents=(make_document(source, "AP"),))
    assert flowing(plain(report)).count("word") < 100
    assert "word…”" in flowing(plain(report))
    assert flowing(plain(report, verbose=True)).count("word") > 200


def test_a_story_that_covers_itself_is_its_own_evidence() -> None:
    report = make_inside_report()
    stance = make_stance(
        "AP", Stance.CONTRADICTS, evidence=(make_evidence("The toll will double next year.", 0, report.story.text),)
    )
    result = replace(report.results[0], outlets=(stance,), findings=(make_finding("outlets-disagree", Severity.ERROR),))
    assert "“The toll will double next year.” — “Bridge over the Aldra reopens”, line 7" in flowing(
        plain(replace(report, results=(result,)), 120)
    )


def test_the_line_of_evidence_counts_from_one() -> None:
    first = make_evidence(REUTERS.split("\n")[0])
    result = make_result(
        make_claim("The toll will double next year."),
        Verdict.DIVERGENCE,
        outlets=(make_stance("AP", Stance.CONTRADICTS, evidence=(first,)),),
    )
    assert "line 1" in flowing(plain(make_report(results=(result,))))
