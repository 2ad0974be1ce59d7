"""The command as its user meets it: formats, exit status, what is imported, what is printed where."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from checker.rules import rule_names
from tests.conftest import ROOT, SEEDS

Run = Callable[..., Result]
STORY, COVERAGE = SEEDS / "harbour-bridge" / "story.txt", SEEDS / "harbour-bridge" / "coverage"
GOOD = "The ferry Anna Lund sank off Bergen on Monday, killing 14 people, according to Reuters.\n"
ARTICLE = "Fourteen people died when the ferry Anna Lund sank off Bergen on Monday, the coast guard said."


@pytest.fixture
def good(desk: Callable[..., Path]) -> Path:
    return desk(GOOD, reuters=ARTICLE)


def test_a_clean_story_passes(good: Path, run: Run) -> None:
    result = run("check", good, "-c", good.parent / "coverage")
    assert result.exit_code == 0, result.output
    assert "1 agreement" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_failing_severity(fail_on: str, status: int, desk: Callable[..., Path], run: Run) -> None:
    story = desk(GOOD.replace("Reuters", "Le Monde"), reuters="The central bank of Chile left its main interest rate unchanged on Friday.")
    assert run("check", story, "-c", story.parent / "coverage", "--fail-on", fail_on).exit_code == status


def test_json_is_the_contract(run: Run) -> None:
    result = run("check", STORY, "-c", COVERAGE, "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    jsonschema.validate(report, json.loads(run("schema").stdout))
    text = STORY.read_text(encoding="utf-8")
    for claim in report["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]
    assert report["summary"]["claims"] == len(report["claims"]) == 15
    assert report["summary"]["passed"] is False
    assert set(report["models"]) == {"all-MiniLM-L6-v2-int8", "stance-MiniLM-L6-int8", "stance-mpnet-L10-int4"}


@pytest.mark.parametrize(("name", "start"), [("r.html", "<!doctype html"), ("r.json", "{"), ("r.md", "#"), ("r.txt", "")])
def test_the_suffix_chooses_the_format(name: str, start: str, good: Path, run: Run) -> None:
    out = good.parent / name
    result = run("check", good, "-c", good.parent / "coverage", "-o", out)
    assert result.exit_code == 0, result.output
    assert out.read_text(encoding="utf-8").lower().startswith(start)
    assert result.stdout == "" and str(out) in result.stderr


def test_standard_input(good: Path, run: Run) -> None:
    result = run("check", "-", "-c", good.parent / "coverage", "--format", "json", stdin=good.read_bytes())
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["claims"][0]["verdict"] == "agreement"


def test_coverage_may_name_its_outlet(good: Path, run: Run) -> None:
    moved = good.parent / "article 17.txt"
    (good.parent / "coverage" / "reuters.txt").rename(moved)
    assert run("check", good, "-c", f"Reuters={moved}").exit_code == 0


def test_compare(run: Run) -> None:
    result = run("compare", COVERAGE, "--format", "json")
    report = json.loads(result.stdout)
    assert report["story"] is None and report["mode"] == "compare"
    assert {c["verdict"] for c in report["claims"]} >= {"agreement", "unsupported"}
    for claim in report["claims"]:
        assert len({o["outlet"] for o in claim["outlets"]}) == 4
    jsonschema.validate(report, json.loads(run("schema").stdout))


def test_inside_a_story(desk: Callable[..., Path], run: Run) -> None:
    story = desk("The fire in Valmora destroyed 40 homes on Sunday, Reuters reported. The fire in Valmora destroyed 90 homes on "
                 "Sunday, according to AP. The mayor resigned on Tuesday, El País said.\n")
    result = run("check", story, "--format", "json")
    report = json.loads(result.stdout)
    assert report["mode"] == "inside"
    assert [c["verdict"] for c in report["claims"]][:2] == ["divergence", "divergence"]
    assert "nothing-checked" in {f["rule"] for f in report["findings"]}
    assert result.exit_code == 1


def test_score_streams_in_order(tmp_path: Path, run: Run) -> None:
    rows = [{"id": str(i), "claim": f"The fire destroyed {40 + i % 2} homes in Valmora.",
             "evidence": "" if i == 5 else "The fire destroyed 40 homes in Valmora, the mayor said. " * (1 + 40 * (i == 7))} for i in range(9)]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    result = run("score", path)
    scored = [json.loads(line) for line in result.stdout.splitlines()]
    assert [s["id"] for s in scored] == [r["id"] for r in rows]
    for s in scored:
        assert s["supports"] + s["contradicts"] + s["silent"] == pytest.approx(1.0)
    assert [s["stance"] for s in scored[:5]] == ["supports", "contradicts", "supports", "contradicts", "supports"]
    assert scored[5] == {"id": "5", "stance": "silent", "supports": 0.0, "contradicts": 0.0, "silent": 1.0}
    out = tmp_path / "scored.jsonl"
    assert run("score", path, "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == result.stdout


def test_explain_lists_every_rule_and_explains_each(run: Run) -> None:
    listed = run("explain").stdout
    for name in rule_names():
        assert name in listed
        assert name in run("explain", name).stdout


@pytest.mark.parametrize(("name", "canonical"), [
    ("LEMONDE", "Le Monde"), ("lemonde.fr", "Le Monde"), ("SCMP", "South China Morning Post"), ("LA Times", "Los Angeles Times"),
    ("AP", "Associated Press"), ("日経", "Nikkei"), ("EL PAIS", "El País")])
def test_outlets(name: str, canonical: str, run: Run) -> None:
    assert run("outlets", name).stdout.splitlines()[0] == canonical


def test_own_outlets(tmp_path: Path, run: Run) -> None:
    own = tmp_path / "mine.toml"
    own.write_text('[[outlets]]\nname = "Harrowbeck Gazette"\naliases = ["HG Online"]\n', encoding="utf-8")
    assert run("outlets", "hg online", "--outlets", own).stdout.startswith("Harrowbeck Gazette")


def test_fast_is_the_small_model_alone(run: Run, good: Path) -> None:
    def models(*options: str) -> set[str]:
        return set(json.loads(run("check", good, "-c", good.parent / "coverage", "--format", "json", *options).stdout)["models"])

    assert models("--fast") == {"all-MiniLM-L6-v2-int8", "stance-MiniLM-L6-int8"}
    assert models("--thorough") == models() == {*models("--fast"), "stance-mpnet-L10-int4"}


def test_models_and_their_cards(run: Run) -> None:
    listed = run("models").stdout
    assert "stance-MiniLM-L6-int8" in listed and "verified: yes" in listed and "NO" not in listed
    assert "sha256" in run("models", "--card", "stance-MiniLM-L6-int8").stdout


@pytest.mark.parametrize("command", ["", "check", "compare", "score", "explain", "schema", "outlets", "models", "evaluate"])
def test_help_has_an_example(command: str, run: Run) -> None:
    result = run(*([command] if command else []), "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout


HEAVY = {"torch", "sentence_transformers", "transformers"}


@pytest.mark.parametrize(("arguments", "forbidden"), [
    (["--help"], HEAVY | {"sklearn", "onnxruntime", "numpy", "trafilatura", "rich"}),
    (["explain"], HEAVY | {"sklearn", "onnxruntime"}),
    (["check", str(STORY), "-c", str(COVERAGE), "--fail-on", "never"], HEAVY | {"sklearn"}),
], ids=["help", "explain", "check"])
def test_what_is_not_imported(arguments: list[str], forbidden: set[str]) -> None:
    code = ("import sys\nfrom checker.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit as e:\n    status = e.code\n"
            f"print('LOADED', sorted(set({sorted(forbidden)!r}) & set(sys.modules)))\nsys.exit(status)")
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_a_pipe_is_plain_text() -> None:
    done = subprocess.run([sys.executable, "-m", "checker", "check", str(STORY), "-c", str(COVERAGE)], capture_output=True, text=True,
                          cwd=ROOT, check=False)
    assert done.returncode == 1 and done.stderr == ""
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
