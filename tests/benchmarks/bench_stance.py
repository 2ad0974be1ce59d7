"""The stance model as it ships, beside the same weights in PyTorch and beside a cross-encoder of RoBERTa-large's size.

All read the same pairs, each in a process of its own, one after the other in one run; the ratios are what counts.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.bench_check import run

PAIRS, LARGE_PAIRS = 192, 24

PREPARE = """
import json, sys, time
def megabytes():
    # not ru_maxrss: a child process inherits its parent's peak
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
pairs = [tuple(p) for p in json.load(open(sys.argv[1]))]
def report(judge):
    judge(pairs[:4])
    start = time.perf_counter(); judge(pairs); took = time.perf_counter() - start
    print(json.dumps({"pairs_a_second": len(pairs) / took, "megabytes": megabytes()}))
"""

OURS = PREPARE + """
from checker.inference.loading import open_stance_model
model = open_stance_model()
report(lambda some: model.scores(some))
"""

PYTORCH = PREPARE + """
from sentence_transformers.cross_encoder import CrossEncoder
model = CrossEncoder(sys.argv[2], max_length=256)
report(lambda some: model.predict(some, batch_size=32, show_progress_bar=False))
"""

LARGE = PREPARE + """
import torch
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification
tokenizer = AutoTokenizer.from_pretrained(sys.argv[2])
model = BertForSequenceClassification(BertConfig(vocab_size=50265, hidden_size=1024, num_hidden_layers=24, num_attention_heads=16,
                                                 intermediate_size=4096, num_labels=3)).eval()
pairs = pairs[: int(sys.argv[3])]
def judge(some):
    with torch.no_grad():
        for i in range(0, len(some), 8):
            part = some[i : i + 8]
            model(**tokenizer([a for a, _ in part], [b for _, b in part], padding=True, truncation=True, max_length=256, return_tensors="pt"))
report(judge)
"""


def bench_stance_model(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    pytest.importorskip("onnx")
    from checker.evaluation.labelled import read_pairs
    from checker.inference.folders import STANCE_MODEL, shipped_models
    from checker.training.mixture import OWN
    from checker.training.restore import restore

    pairs = [(p.evidence, p.claim) for p in list(read_pairs(OWN / "courts_disasters_money.jsonl"))[:PAIRS]]
    work = tmp_path / "pairs.json"
    work.write_text(json.dumps(pairs), encoding="utf-8")
    same = restore(shipped_models() / STANCE_MODEL, tmp_path / "float32")
    ours = run(OURS, str(work), cache_home=tmp_path)
    torch = run(PYTORCH, str(work), str(same), cache_home=tmp_path)
    large = run(LARGE, str(work), str(same), str(LARGE_PAIRS), cache_home=tmp_path)
    print(f"\n{len(pairs)} newsroom pairs (passages of 45 to 220 words)")
    for name, result in (("int8, as shipped", ours), ("the same in PyTorch float32", torch), ("RoBERTa-large's size, PyTorch float32", large)):
        print(f"  {name:40} {result['pairs_a_second']:7.1f} pairs/s, {result['megabytes']:5.0f} MB; "
              f"ours {ours['pairs_a_second'] / result['pairs_a_second']:.1f} times as fast")
