"""The cache: what was said is said again, and trouble with the disk is never trouble for the run."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.inference.cache import CachedEmbedder, CachedStanceModel, VectorCache, key_of
from checker.types import ModelInfo, StanceScores


class CountingEmbedder:
    info = ModelInfo("counting", "a" * 64)

    def __init__(self) -> None:
        self.seen: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        return np.array([[len(t), 1.0 / 3.0] for t in texts], dtype=np.float32)


class CountingStance:
    info = ModelInfo("counting", "b" * 64)
    max_tokens = 192

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[StanceScores, ...]:
        self.seen += pairs
        return tuple(StanceScores(0.123457, 0.654321, 0.222222) for _ in pairs)


def test_a_text_is_embedded_once(tmp_path: Path) -> None:
    inner = CountingEmbedder()
    first = CachedEmbedder(inner, VectorCache(tmp_path / "said.sqlite")).embed(["one", "three", "one"])
    again = CachedEmbedder(inner, VectorCache(tmp_path / "said.sqlite")).embed(["three", "one"])
    assert inner.seen == ["one", "three"]
    assert np.array_equal(first[[1, 0]], again)


def test_scores_come_back_as_they_were(tmp_path: Path) -> None:
    inner = CountingStance()
    model = CachedStanceModel(inner, VectorCache(tmp_path / "said.sqlite"))
    pair = ("a passage", "a claim")
    assert model.scores([pair]) == inner.scores([pair]) == model.scores([pair])


def test_another_model_has_another_key() -> None:
    assert key_of(CountingEmbedder.info, "x") != key_of(CountingStance.info, "x")


def test_borders_between_texts_count() -> None:
    info = CountingStance.info
    assert key_of(info, "ab", "c") != key_of(info, "a", "bc")


@pytest.mark.parametrize("content", [b"", b"this is no database" * 100])
def test_a_broken_cache_is_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "said.sqlite"
    path.write_bytes(content)
    inner = CountingEmbedder()
    CachedEmbedder(inner, VectorCache(path)).embed(["one"])
    CachedEmbedder(inner, VectorCache(path)).embed(["one"])
    assert inner.seen == ["one"]


def test_a_cache_that_cannot_be_opened_is_only_slower(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    inner = CountingEmbedder()
    model = CachedEmbedder(inner, VectorCache(tmp_path / "file" / "said.sqlite"))
    model.embed(["one"])
    model.embed(["one"])
    assert inner.seen == ["one", "one"]


def test_concurrent_runs_share_it(tmp_path: Path) -> None:
    path = tmp_path / "said.sqlite"

    def work(number: int) -> NDArray[np.float32]:
        texts = [f"text {i}" for i in range(number, number + 30)]
        return CachedEmbedder(CountingEmbedder(), VectorCache(path)).embed(texts)

    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(work, range(12)))
    assert all(r.shape == (30, 2) for r in results)
    inner = CountingEmbedder()
    CachedEmbedder(inner, VectorCache(path)).embed([f"text {i}" for i in range(41)])
    assert inner.seen == []


def test_a_file_that_another_run_is_just_making_is_shared(tmp_path: Path) -> None:
    path = tmp_path / "said.sqlite"
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("CREATE TABLE IF NOT EXISTS said (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.execute, ("COMMIT",))
    release.start()
    cache = VectorCache(path)
    cache.put([(b"key", (1.0,))])
    release.join()
    assert cache.get([b"key"]) == {b"key": (1.0,)}


def test_the_cache_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.inference.cache.MAX_ROWS", 50)
    cache = VectorCache(tmp_path / "said.sqlite")
    for start in range(0, 200, 20):
        cache.put((key_of(CountingEmbedder.info, str(i)), (float(i),)) for i in range(start, start + 20))
    kept = cache.get([key_of(CountingEmbedder.info, str(i)) for i in range(200)])
    assert len(kept) <= 70
    assert key_of(CountingEmbedder.info, "199") in kept
