"""Weights in four bits: what rounding keeps, what is packed, and that training moves the exact weights. Needs the extra ``train``."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("onnx")
four_bits = pytest.importorskip("checker.training.four_bits", exc_type=ImportError)
quantise = pytest.importorskip("checker.training.quantise", exc_type=ImportError)

WIDTH = 2 * four_bits.BLOCK


def matrix(rows: int = 6, seed: int = 3) -> torch.Tensor:
    return torch.randn(rows, WIDTH, generator=torch.Generator().manual_seed(seed)) * 0.05


def test_rounding_stays_within_one_step_and_settles() -> None:
    weight = matrix()
    once = four_bits.rounded(weight)
    whole, scale = four_bits.whole_and_scale(weight)
    assert whole.min() >= -8 and whole.max() <= 7
    # the farthest value on the other side may be cut off by up to one step
    assert ((once - weight).abs().reshape(6, -1, four_bits.BLOCK) <= scale.abs().unsqueeze(-1) * 1.0001).all()
    assert torch.allclose(four_bits.rounded(once), once, atol=1e-7)


def test_weights_on_the_grid_are_spread_within_their_cells_and_others_left() -> None:
    on_grid = four_bits.rounded(matrix(64))
    moved = four_bits.spread(on_grid)
    assert torch.allclose(four_bits.rounded(moved), on_grid, atol=1e-6)
    assert ((moved - on_grid).abs() > 1e-5).float().mean() > 0.8
    assert torch.equal(four_bits.spread(matrix(64)), matrix(64))


def test_a_small_step_moves_a_share_of_spread_weights() -> None:
    on_grid = four_bits.rounded(matrix(64))
    step = float(four_bits.whole_and_scale(on_grid)[1].abs().mean()) / 10
    stuck = (four_bits.rounded(on_grid + step) - on_grid).abs() > step
    freed = (four_bits.rounded(four_bits.spread(on_grid) + step) - on_grid).abs() > step
    assert stuck.float().mean() < 0.05 < freed.float().mean() < 0.25


def test_a_block_of_zeros_stays_zero() -> None:
    assert not four_bits.rounded(torch.zeros(2, WIDTH)).any()


def test_a_width_that_does_not_divide_is_refused() -> None:
    with pytest.raises(ValueError, match="does not divide"):
        four_bits.rounded(torch.zeros(2, four_bits.BLOCK + 1))


def test_packed_numbers_come_back_as_they_were_rounded() -> None:
    weight = matrix()
    whole, scale = (t.numpy() for t in four_bits.whole_and_scale(weight))
    raised = (whole + quantise.ZERO).astype(np.uint8)
    packed = raised[..., 0::2] | raised[..., 1::2] << 4
    assert np.allclose(quantise._unpacked(packed, scale.astype(np.float32).reshape(-1)), four_bits.rounded(weight).numpy())


def tiny() -> torch.nn.Module:
    from transformers import MPNetConfig, MPNetForSequenceClassification

    torch.manual_seed(5)
    config = MPNetConfig(vocab_size=60, hidden_size=four_bits.BLOCK, num_hidden_layers=2, num_attention_heads=2, intermediate_size=WIDTH, num_labels=3)
    return MPNetForSequenceClassification._from_config(config, attn_implementation="eager").eval()  # as `export` loads it


def test_a_step_looks_at_rounded_weights_and_moves_exact_ones() -> None:
    model = tiny()
    matrices = four_bits.encoder_matrices(model)
    before = [w.detach().clone() for w in matrices]
    assert len(matrices) == 2 * 6
    step = four_bits.FourBitWeights(model)
    step.on_step_begin()
    assert all(torch.equal(w, four_bits.rounded(b)) and not torch.equal(w, b) for w, b in zip(matrices, before, strict=True))
    step.on_pre_optimizer_step()
    assert all(torch.equal(w, b) for w, b in zip(matrices, before, strict=True))


def test_a_model_exported_in_four_bits_says_what_the_rounded_model_says(tmp_path: Path) -> None:
    import onnxruntime

    from checker.training.export import _FirstOutput

    model = tiny()
    ids, mask = torch.randint(5, 60, (1, 9), generator=torch.Generator().manual_seed(1)), torch.ones(1, 9, dtype=torch.long)
    names = ["input_ids", "attention_mask"]
    torch.onnx.export(_FirstOutput(model, tuple(names)), (ids, mask), str(tmp_path / "full.onnx"), input_names=names,
                      output_names=["output"], opset_version=17, dynamo=False)
    quantise.quantise_weights(tmp_path / "full.onnx", tmp_path / "small.onnx", four_bits=True)
    for weight in four_bits.encoder_matrices(model):
        weight.data = four_bits.rounded(weight.data)
    model.eval()  # exporting leaves it in training
    with torch.no_grad():
        expected = model(input_ids=ids, attention_mask=mask).logits.numpy()
    session = onnxruntime.InferenceSession(str(tmp_path / "small.onnx"), providers=["CPUExecutionProvider"])
    found = session.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})[0]
    assert np.abs(found - expected).max() < 0.01  # the head and the embeddings are int8
    kept = dict(quantise.parameters(tmp_path / "small.onnx"))
    name = next(n for n in kept if n.endswith("encoder.layer.1.output.dense.weight"))
    assert np.allclose(kept[name], model.mpnet.encoder.layer[1].output.dense.weight.detach().numpy(), atol=1e-6)


def test_a_correction_is_added_to_what_the_grid_holds(tmp_path: Path) -> None:
    import onnxruntime
    from safetensors.numpy import load_file
    from safetensors.torch import save_file

    from checker.training.export import _FirstOutput
    from checker.training.gptq import round_model
    from checker.training.restore import PREFIX

    model = tiny()
    generator = torch.Generator().manual_seed(2)
    batches = [{"input_ids": torch.randint(5, 60, (4, 12), generator=generator), "attention_mask": torch.ones(4, 12, dtype=torch.long)}]
    corrections = round_model(model, batches)
    assert len(corrections) == 2 * 6
    save_file({f"{name}.{side}": getattr(c, side).contiguous() for name, c in corrections.items() for side in ("left", "right")},
              str(tmp_path / "c.safetensors"))
    model.eval()
    names, batch = ["input_ids", "attention_mask"], batches[0]
    with torch.no_grad():
        expected = model(**batch).logits.numpy()
        torch.onnx.export(_FirstOutput(model, tuple(names)), tuple(batch.values()), str(tmp_path / "full.onnx"), input_names=names,
                          output_names=["output"], opset_version=17, dynamo=False)
    sides = {f"{PREFIX}{name}": values for name, values in load_file(str(tmp_path / "c.safetensors")).items()}
    quantise.quantise_weights(tmp_path / "full.onnx", tmp_path / "small.onnx", four_bits=True, corrections=sides)
    session = onnxruntime.InferenceSession(str(tmp_path / "small.onnx"), providers=["CPUExecutionProvider"])
    found = session.run(None, {name: t.numpy() for name, t in batch.items()})[0]
    assert np.abs(found - expected).max() < 0.01
    model.eval()
    kept = dict(quantise.parameters(tmp_path / "small.onnx"))
    for name, values in model.state_dict().items():
        if ".layer." in name and values.dim() == 2:
            assert np.allclose(kept[f"{PREFIX}{name}"], values.numpy(), atol=1e-4)
