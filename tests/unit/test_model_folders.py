"""Broken and foreign model folders: one clear line each, before anything heavy is imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.errors import ModelError
from checker.inference.folders import open_folder, shipped_models, stance_labels
from checker.inference.loading import open_embedder, open_stance_model

GOOD = {"kind": "stance", "max_tokens": 192, "id2label": {"0": "supports", "1": "contradicts", "2": "silent"}}


def folder(tmp_path: Path, config: object = GOOD, names: tuple[str, ...] = ("model.onnx", "tokenizer.json")) -> Path:
    path = tmp_path / "model"
    path.mkdir()
    if config is not None:
        (path / "config.json").write_text(config if isinstance(config, str) else json.dumps(config), encoding="utf-8")
    for name in names:
        (path / name).write_bytes(b"not a model")
    return path


@pytest.mark.parametrize(("config", "names", "says"), [
    (None, ("model.onnx", "tokenizer.json"), "no config.json"),
    ("{", ("model.onnx", "tokenizer.json"), "JSON"),
    ("[]", ("model.onnx", "tokenizer.json"), "not a JSON object"),
    (GOOD, ("tokenizer.json",), "no model.onnx"),
    (GOOD, ("model.onnx",), "no tokenizer.json"),
    ({"kind": "embedder"}, ("model.onnx", "tokenizer.json"), "kind embedder"),
    ({**GOOD, "max_tokens": "many"}, ("model.onnx", "tokenizer.json"), "max_tokens"),
    ({"kind": "stance", "id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}}, ("model.onnx", "tokenizer.json"), "id2label"),
    ({"kind": "stance"}, ("model.onnx", "tokenizer.json"), "id2label"),
])
def test_what_is_wrong_is_said(tmp_path: Path, config: object, names: tuple[str, ...], says: str) -> None:
    with pytest.raises(ModelError, match=says):
        open_folder(folder(tmp_path, config, names), "stance")


def test_weights_that_are_no_model_are_an_error_when_they_are_used(tmp_path: Path) -> None:
    model = open_stance_model(str(folder(tmp_path)))
    with pytest.raises(ModelError, match="model.onnx"):
        model.scores([("a", "b")])


@pytest.mark.parametrize("name", ["./nowhere", "/nowhere/at/all", "a/b/c"])
def test_a_folder_that_is_not_there(name: str) -> None:
    with pytest.raises(ModelError, match="no such model folder"):
        open_embedder(name)


def test_pickled_weights_are_not_loaded(tmp_path: Path) -> None:
    path = folder(tmp_path, {"architectures": ["BertModel"]}, ("pytorch_model.bin",))
    with pytest.raises(ModelError, match="neither"):
        open_embedder(str(path))


def test_an_embedding_folder_is_no_stance_model(tmp_path: Path) -> None:
    path = folder(tmp_path, {"architectures": ["BertModel"]}, ("model.safetensors",))
    with pytest.raises(ModelError, match="id2label"):
        open_stance_model(str(path))


@pytest.mark.parametrize(("labels", "order"), [
    ({"0": "contradiction", "1": "entailment", "2": "neutral"}, ("contradicts", "supports", "silent")),
    ({"0": "ENTAILMENT", "1": "NEUTRAL", "2": "CONTRADICTION"}, ("supports", "silent", "contradicts")),
    ({"2": "REFUTES", "0": "SUPPORTED", "1": "NOT ENOUGH INFO"}, ("supports", "silent", "contradicts")),
])
def test_label_order_is_read(labels: dict[str, str], order: tuple[str, ...]) -> None:
    assert stance_labels({"id2label": labels}, Path("x")) == order


def test_shipped_folders_are_complete() -> None:
    root = shipped_models()
    assert open_folder(root / "all-MiniLM-L6-v2-int8", "embedder").info.sha256
