"""`checker evaluate` on pairs, and `checker train`, as their user meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from checker.inference.folders import LARGER_STANCE_MODEL, STANCE_MODEL, shipped_models
from checker.inference.loading import open_stance_model
from checker.training.mixture import OWN

Run = Callable[..., Result]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "corrected.jsonl"
    source = (OWN / "courts_disasters_money.jsonl").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(source[:4]) + "\n", encoding="utf-8")
    return path


def test_evaluate_measures_pairs(pairs: Path, run: Run, tmp_path: Path) -> None:
    result = run("evaluate", pairs, "-o", tmp_path / "scores.json")
    assert result.exit_code == 0, result.output
    assert "24 pairs" in result.stdout and "word overlap" in result.stdout
    assert json.loads((tmp_path / "scores.json").read_text())["rows"] == 24


def test_evaluate_takes_stories_and_pairs_together(pairs: Path, run: Run, tmp_path: Path) -> None:
    from tests.conftest import SEEDS

    result = run("evaluate", pairs, SEEDS / "harbour-bridge", "--cap", 6, "-o", tmp_path / "scores.json")
    assert result.exit_code == 0, result.output
    assert [("rows" in s) for s in json.loads((tmp_path / "scores.json").read_text())] == [False, True]


@pytest.mark.parametrize(("arguments", "says"), [
    (["evaluate", "nowhere.jsonl"], "no such"), (["train", "--out", "x"], "give PAIRS"), (["train", "nowhere.jsonl", "--out", "x"], "cannot be read"),
    (["train", "--data", ".", "--out", "x"], "lacks train/")])
def test_bad_input_is_one_line(arguments: list[str], says: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if arguments[0] == "train" and "--data" in arguments:
        pytest.importorskip("sentence_transformers")
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr and "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


def test_too_few_pairs_are_refused(pairs: Path, run: Run, tmp_path: Path) -> None:
    pairs.write_text(pairs.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    result = run("train", pairs, "--out", tmp_path / "model")
    assert result.exit_code == 2 and "at least" in result.stderr


def test_a_folder_in_use_is_left_alone(pairs: Path, run: Run) -> None:
    result = run("train", pairs, "--out", pairs.parent)
    assert result.exit_code == 2 and "there already" in result.stderr


def test_without_the_extra_the_error_names_it(pairs: Path, tmp_path: Path) -> None:
    code = ("import sys; sys.modules['datasets'] = sys.modules['sentence_transformers'] = None; from checker.cli import main; "
            f"main(['train', {str(pairs)!r}, '--out', {str(tmp_path / 'model')!r}])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "[train]" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [STANCE_MODEL, LARGER_STANCE_MODEL])
def test_int8_weights_come_back_as_a_model_that_can_be_trained(name: str, tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    pytest.importorskip("sentence_transformers")
    from checker.training.restore import restore

    restored = open_stance_model(str(restore(shipped_models() / name, tmp_path / "restored")))
    shipped = open_stance_model(str(shipped_models() / name))
    probes = [("The ferry sank off Bergen on Monday.", "A ferry sank on Monday."), ("It rained.", "The minister resigned.")]
    for a, b in zip(restored.scores(probes), shipped.scores(probes), strict=True):
        assert abs(a.supports - b.supports) < 0.15 and a.stance is b.stance
