"""What a model said before: embeddings and scores kept in the user's cache directory.

One SQLite file, so that concurrent runs are safe; keys are hashes of model and text, values plain numbers. A cache that
is broken, locked or on a read-only disk is a slower run, never an error.
"""

from __future__ import annotations

import hashlib
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from checker.inference.onnx_stance import SCORE_DIGITS
from checker.inference.protocols import Embedder, StanceModel
from checker.types import ModelInfo, StanceScores

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Item = TypeVar("Item")

MAX_ROWS = 400_000
"""About 650 MB of embeddings at most; the oldest tenth goes when it is reached."""
WAIT_SECONDS = 5.0
KEYS_A_QUERY = 500
SCHEMA = "CREATE TABLE IF NOT EXISTS said (key BLOB PRIMARY KEY, vector BLOB NOT NULL)"


def default_path() -> Path:
    """``checker/said.sqlite`` in the user's cache directory (honours XDG_CACHE_HOME)."""
    from platformdirs import user_cache_path

    return user_cache_path("fact-consistency-checker") / "said.sqlite"


class VectorCache:
    """Numbers by key, on disk. Every method is safe to call when the disk is not."""

    def __init__(self, path: Path) -> None:
        self._connection: sqlite3.Connection | None = None
        with suppress(OSError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connect(path)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, tuple[float, ...]]:
        """The vectors of those keys that are known."""
        found: dict[bytes, tuple[float, ...]] = {}
        if self._connection is None:
            return found
        with suppress(sqlite3.Error):
            for start in range(0, len(keys), KEYS_A_QUERY):
                some = keys[start : start + KEYS_A_QUERY]
                marks = ",".join("?" * len(some))
                for key, blob in self._connection.execute(f"SELECT key, vector FROM said WHERE key IN ({marks})", some):
                    vector = array("f")
                    vector.frombytes(blob)
                    found[key] = tuple(vector)
        return found

    def put(self, rows: Iterable[tuple[bytes, Sequence[float]]]) -> None:
        if self._connection is None:
            return
        with suppress(sqlite3.Error), self._connection:
            self._connection.executemany(
                "INSERT OR IGNORE INTO said VALUES (?, ?)", [(key, array("f", vector).tobytes()) for key, vector in rows])
            count = self._connection.execute("SELECT COUNT(*) FROM said").fetchone()[0]
            if count > MAX_ROWS:
                self._connection.execute(
                    "DELETE FROM said WHERE rowid IN (SELECT rowid FROM said ORDER BY rowid LIMIT ?)",
                    (count - MAX_ROWS + MAX_ROWS // 10,))


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):  # locked or unwritable: somebody else's, leave it
            raise
        path.unlink(missing_ok=True)  # not a database: ours to replace
        return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS)
    with suppress(sqlite3.OperationalError):  # another run is just setting it, and does not let us wait for that
        connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(SCHEMA)
    return connection


def key_of(model: ModelInfo, *texts: str) -> bytes:
    """Hash of a model's weights and the texts it read; lengths are hashed too, so borders cannot be confused."""
    digest = hashlib.blake2b(model.sha256.encode(), digest_size=20)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def _through(
    cache: VectorCache, items: Sequence[Item], key: Callable[[Item], bytes],
    compute: Callable[[list[Item]], Sequence[Sequence[float]]],
) -> list[Sequence[float]]:
    keys = [key(item) for item in items]
    known: dict[bytes, Sequence[float]] = dict(cache.get(list(dict.fromkeys(keys))))
    fresh = {k: item for k, item in zip(keys, items, strict=True) if k not in known}
    if fresh:
        rows = list(zip(fresh, compute(list(fresh.values())), strict=True))
        cache.put(rows)
        known.update(rows)
    return [known[k] for k in keys]


class CachedEmbedder:
    """An embedder that asks the cache first."""

    def __init__(self, embedder: Embedder, cache: VectorCache) -> None:
        self._embedder = embedder
        self._cache = cache

    @property
    def info(self) -> ModelInfo:
        return self._embedder.info

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        rows = _through(self._cache, texts, lambda text: key_of(self.info, text), lambda some: self._embedder.embed(some).tolist())
        return np.array(rows, dtype=np.float32)


class CachedStanceModel:
    """A stance model that asks the cache first."""

    def __init__(self, model: StanceModel, cache: VectorCache) -> None:
        self._model = model
        self._cache = cache

    @property
    def info(self) -> ModelInfo:
        return self._model.info

    @property
    def max_tokens(self) -> int:
        return self._model.max_tokens

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[StanceScores, ...]:
        rows = _through(
            self._cache, pairs, lambda pair: key_of(self.info, *pair),
            lambda some: [(s.supports, s.contradicts, s.silent) for s in self._model.scores(some)])
        return tuple(StanceScores(*(round(x, SCORE_DIGITS) for x in row)) for row in rows)
