"""The JSON report: its contract, its schema, and that one input gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from checker.report.json_report import render_json, schema_text
from checker.types import Report, Severity, Span, Stance
from tests.factories import (
    STORY,
    make_claim,
    make_comparison,
    make_document,
    make_evidence,
    make_inside_report,
    make_report,
    make_result,
    make_stance,
)

MODES = [make_report, make_comparison, make_inside_report]


def parsed(report: Report) -> dict:
    return json.loads(render_json(report))


@pytest.mark.parametrize("make", MODES)
def test_every_mode_fits_the_schema(make) -> None:
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(parsed(make()))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.pop("findings"),
        lambda r: r.update(mode="both"),
        lambda r: r.update(story=None),
        lambda r: r["claims"][0].update(verdict="true"),
        lambda r: r["claims"][0].update(confidence=1.2),
        lambda r: r["claims"][0]["outlets"][0].pop("reported"),
        lambda r: r["claims"][1]["outlets"][0]["evidence"][0]["marks"][0].update(story=[3]),
        lambda r: r["documents"][0].update(published="2 March 2026"),
        lambda r: r["summary"]["findings"].pop("info"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(spoil) -> None:
    report = parsed(make_report())
    spoil(report)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(schema_text())).validate(report)


def test_every_key_of_the_schema_is_described_or_written() -> None:
    """The schema names exactly the keys that are written: neither may be forgotten."""
    schema, report = json.loads(schema_text()), parsed(make_report())
    definitions = schema["$defs"]
    claim, outlet = report["claims"][1], report["claims"][1]["outlets"][0]
    written = {
        "story": report["story"],
        "document": report["documents"][0],
        "claim": claim,
        "credit": claim["credits"][0],
        "outlet": outlet,
        "evidence": outlet["evidence"][0],
        "finding": claim["findings"][0],
        "summary": report["summary"],
    }
    assert set(report) == set(schema["properties"]) == set(schema["required"])
    for name, value in written.items():
        assert set(value) == set(definitions[name]["properties"]) == set(definitions[name]["required"]), name


def test_offsets_quote_the_text_as_read() -> None:
    report = parsed(make_report())
    sources = [d.text for d in make_report().documents]
    for claim in report["claims"]:
        assert STORY[claim["start"] : claim["end"]] == claim["text"]
        for credit in claim["credits"]:
            assert STORY[credit["start"] : credit["end"]] == credit["outlet"]
        for evidence in (e for outlet in claim["outlets"] for e in outlet["evidence"]):
            assert sources[evidence["document"]][evidence["start"] : evidence["end"]] == evidence["text"]


def test_marks_and_reasons_come_along() -> None:
    outlet = parsed(make_report())["claims"][1]["outlets"][0]
    (mark,) = outlet["evidence"][0]["marks"]
    assert STORY[slice(*mark["story"])] == "62 million euros"
    assert (mark["kind"], mark["conflict"]) == ("quantity", True)
    assert outlet["why"][0] == {"signal": "quantities", "weight": 3.1, "note": "one number conflicts"}
    assert outlet["reported"] is True


def test_the_summary_counts_the_findings_of_the_run_too() -> None:
    summary = parsed(make_report())["summary"]
    assert summary == {
        "claims": 5,
        "agreement": 1,
        "divergence": 2,
        "unsupported": 2,
        "findings": {"error": 2, "warning": 1, "info": 2},
        "passed": False,
    }


@pytest.mark.parametrize(("fail_on", "passed"), [(Severity.WARNING, False), (Severity.ERROR, True)])
def test_what_fails_is_said(fail_on: Severity, passed: bool) -> None:
    report = make_report()
    only_a_warning = replace(report, results=report.results[3:4], findings=(), fail_on=fail_on)
    assert (parsed(only_a_warning)["fail_on"], parsed(only_a_warning)["summary"]["passed"]) == (fail_on.value, passed)


def test_claims_of_a_comparison_name_their_document() -> None:
    report = parsed(make_comparison())
    assert report["story"] is None
    assert [claim["document"] for claim in report["claims"]] == [0, 2]
    assert [claim["document"] for claim in parsed(make_report())["claims"]] == [None] * 5


def test_numbers_are_rounded_to_four_digits() -> None:
    result = make_result(
        make_claim("The toll will double next year."), confidence=1 / 3, outlets=(make_stance(confidence=2 / 3),)
    )
    claim = parsed(make_report(results=(result,)))["claims"][0]
    assert (claim["confidence"], claim["outlets"][0]["confidence"]) == (0.3333, 0.6667)


def test_not_a_number_is_never_written() -> None:
    result = make_result(make_claim("The toll will double next year."), confidence=float("nan"))
    with pytest.raises(ValueError):
        render_json(make_report(results=(result,)))


@pytest.mark.parametrize("make", MODES)
def test_the_same_report_gives_the_same_bytes(make) -> None:
    assert render_json(make()).encode() == render_json(make()).encode()


@pytest.mark.parametrize(
    "awkward", ["\u2028", "\u2029", "\x1b[31m", "\x9b", "\x7f", "\x00", "\ud800", "\u202e", "\u2066"]
)
def test_awkward_characters_are_escaped_and_come_back(awkward: str) -> None:
    text = f"The toll{awkward} rises."
    claim = replace(make_claim("The toll will double next year."), text=text, statement=text)
    story = make_document(text, None, title=text)
    evidence = replace(make_evidence("Nothing was said of the ferries."), text=text)
    result = make_result(
        replace(claim, span=Span(0, len(text))), outlets=(make_stance(stance=Stance.SUPPORTS, evidence=(evidence,)),)
    )
    written = render_json(make_report(story=story, results=(result,)))
    assert awkward not in written
    written.encode("utf-8")
    back = json.loads(written)["claims"][0]
    assert back["text"] == back["statement"] == back["outlets"][0]["evidence"][0]["text"] == text


def test_it_keeps_letters_readable_and_ends_with_a_newline() -> None:
    written = render_json(make_report(story=make_document("Žofie spoke.", None, title="Žofie")))
    assert '"Žofie"' in written
    assert written.endswith("}\n")
