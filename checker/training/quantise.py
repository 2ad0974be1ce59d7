"""Weights as whole numbers of 8 or 4 bits, arithmetic in float32.

Quantising the activations too (onnxruntime's dynamic quantisation) is twice as fast and turns round one answer in fifteen of
this small model, and not the same ones on every processor; keeping the arithmetic in float32 turns one in a hundred, in
the same 23 MB. Symmetric, one scale for each output channel of a layer and each row of an embedding; standard ONNX
operators (DequantizeLinear), which onnxruntime folds when it loads the model.

A model trained for it (``four_bits``) keeps the matrices of its encoder in four bits, one scale for each block of a row: half
the size, on disk and in memory. onnxruntime multiplies by them as they are (MatMulNBits), as fast as by float32. A correction of low
rank may stand beside such a matrix, in half precision: what it makes of the inputs is added (see ``gptq.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

INT8, INT4, SCALE, TRANSPOSED = ".int8", ".int4", ".scale", ".transposed"
"""Endings of the tensors that stand for a parameter; a transposed one is stored as the graph multiplies by it."""
LEFT, RIGHT = ".left", ".right"
"""Endings of the two sides of a correction."""
CORRECTIONS = "corrections.safetensors"
"""Beside the weights of a model that was rounded: the corrections that they hold."""
CONTRIB = "com.microsoft"
"""onnxruntime's own operators; MatMulNBits stands there."""
FLOAT32_ARITHMETIC = 1
"""What MatMulNBits calls the accuracy that we ask for."""
STEPS = 127
ZERO = 8
"""What stands for zero in four bits without a sign."""
SMALLEST = 1e-8
IN_ENCODER = ".encoder.layer."
LEAST_VALUES = 1024
"""Smaller tensors stay float32: they weigh nothing."""

Tensor = NDArray[np.float32]


def quantise_weights(source: Path, target: Path, *, four_bits: bool = False, corrections: Mapping[str, NDArray[np.float16]] | None = None) -> None:
    """Read a float32 ONNX model, write it with its matrices as int8 and scales, those of the encoder's layers as int4 if asked.

    ``corrections``: the sides of low-rank corrections by parameter and ending, which the matrices of ``source`` contain."""
    corrections = corrections or {}
    model = onnx.load(str(source))
    graph = model.graph
    floats = {i.name: i for i in graph.initializer if i.data_type == TensorProto.FLOAT and len(i.dims) == 2 and np.prod(i.dims) >= LEAST_VALUES}
    before: list[onnx.NodeProto] = []
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        name = next((i for i in node.input if i in floats), None)
        if name is None or node.op_type not in ("MatMul", "Gemm", "Gather"):
            nodes.append(node)
            continue
        values = numpy_helper.to_array(floats[name])
        graph.initializer.remove(floats.pop(name))
        if node.op_type == "Gather":
            whole, scale = _quantised(values, axis=0)
            _keep(graph, name, whole, scale[:, None])
            nodes += _gathered(node, name)
        elif four_bits and node.op_type == "MatMul" and IN_ENCODER in _parameter(node):
            nodes += _four_bit_product(graph, node, values, corrections)
        else:
            turned = node.op_type == "MatMul"
            stem = _parameter(node) + ".weight" + (TRANSPOSED if turned else "")
            whole, scale = _quantised(values, axis=int(turned))
            _keep(graph, stem, whole, scale)
            before.append(helper.make_node("DequantizeLinear", [stem + INT8, stem + SCALE], [name], name=stem, axis=int(turned)))
            nodes.append(node)
    del graph.node[:]
    graph.node.extend([*before, *nodes])
    if four_bits:
        model.opset_import.append(helper.make_opsetid(CONTRIB, 1))
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def parameters(path: Path) -> Iterator[tuple[str, Tensor]]:
    """Every parameter of a model that :func:`quantise_weights` wrote, by its name, as float32."""
    tensors = {i.name: numpy_helper.to_array(i) for i in onnx.load(str(path)).graph.initializer}
    for name, values in tensors.items():
        if name.endswith(INT8):
            stem = name.removesuffix(INT8)
            turned = stem.endswith(TRANSPOSED)
            scale = tensors[stem + SCALE]
            if scale.ndim == 1:
                scale = scale[None, :] if turned else scale[:, None]
            whole: Tensor = values.astype(np.float32) * scale
            yield stem.removesuffix(TRANSPOSED), whole.T if turned else whole
        elif name.endswith(INT4):
            stem = name.removesuffix(INT4)
            grid = _unpacked(values, tensors[stem + SCALE])
            yield stem, grid + (tensors[stem + RIGHT].astype(np.float32) @ tensors[stem + LEFT].astype(np.float32)).T if stem + LEFT in tensors else grid
        elif not name.endswith(SCALE) and values.dtype == np.float32:
            yield name, values


def _quantised(values: Tensor, axis: int) -> tuple[NDArray[np.int8], Tensor]:
    """Whole numbers and one scale for each place along ``axis``."""
    scale = np.maximum(np.abs(values).max(axis=1 - axis) / STEPS, SMALLEST).astype(np.float32)
    spread = scale[:, None] if axis == 0 else scale[None, :]
    return np.clip(np.round(values / spread), -STEPS, STEPS).astype(np.int8), scale


def _keep(graph: onnx.GraphProto, stem: str, whole: NDArray[np.int8], scale: Tensor) -> None:
    graph.initializer.extend([numpy_helper.from_array(whole, stem + INT8), numpy_helper.from_array(scale, stem + SCALE)])


def _four_bit_product(graph: onnx.GraphProto, node: onnx.NodeProto, values: Tensor,
                      corrections: Mapping[str, NDArray[np.float16]]) -> list[onnx.NodeProto]:
    """The nodes that multiply by a matrix (inputs, outputs) in its 4-bit form, and add what its correction makes of the inputs. Two
    numbers a byte, the first in the low half; 8 stands for zero."""
    import torch

    from checker.training.four_bits import BLOCK, whole_and_scale

    stem = _parameter(node) + ".weight"
    matrix = np.ascontiguousarray(values.T)
    has_correction = stem + LEFT in corrections
    if has_correction:
        matrix = matrix - _product(corrections, stem)
    whole, scale = (t.numpy() for t in whole_and_scale(torch.from_numpy(matrix)))
    raised = (whole + ZERO).astype(np.uint8)
    graph.initializer.extend([
        numpy_helper.from_array(raised[..., 0::2] | raised[..., 1::2] << 4, stem + INT4),
        numpy_helper.from_array(scale.astype(np.float32).reshape(-1), stem + SCALE)])
    inputs, outputs = values.shape
    source, target = node.input[0], node.output[0]
    made = stem + INT4 + ".out" if has_correction else target
    product = helper.make_node(
        "MatMulNBits", [source, stem + INT4, stem + SCALE], [made], name=node.name, domain=CONTRIB,
        K=inputs, N=outputs, bits=4, block_size=BLOCK, accuracy_level=FLOAT32_ARITHMETIC)
    if not has_correction:
        return [product]
    graph.initializer.extend([numpy_helper.from_array(np.ascontiguousarray(corrections[stem + side].T), stem + side) for side in (LEFT, RIGHT)])
    return [
        product,
        *(helper.make_node("Cast", [stem + side], [stem + side + ".float"], name=stem + side, to=TensorProto.FLOAT) for side in (LEFT, RIGHT)),
        helper.make_node("MatMul", [source, stem + RIGHT + ".float"], [stem + RIGHT + ".out"], name=node.name + RIGHT),
        helper.make_node("MatMul", [stem + RIGHT + ".out", stem + LEFT + ".float"], [stem + LEFT + ".out"], name=node.name + LEFT),
        helper.make_node("Add", [made, stem + LEFT + ".out"], [target], name=node.name + ".corrected")]


def _product(sides: Mapping[str, NDArray[Any]], stem: str) -> Tensor:
    """A correction as a matrix (outputs, inputs)."""
    left, right = (sides[stem + side].astype(np.float32) for side in (LEFT, RIGHT))
    whole: Tensor = left @ right
    return whole


def _unpacked(packed: NDArray[np.uint8], scale: Tensor) -> Tensor:
    """A 4-bit matrix as float32, shape (outputs, inputs)."""
    pairs = np.stack([packed & 15, packed >> 4], axis=-1)
    blocks = pairs.reshape(*packed.shape[:2], -1).astype(np.float32) - ZERO
    unpacked: Tensor = (blocks * scale.reshape(packed.shape[0], -1, 1)).reshape(packed.shape[0], -1)
    return unpacked


def _gathered(node: onnx.NodeProto, stem: str) -> list[onnx.NodeProto]:
    """An embedding's rows, picked as whole numbers and multiplied out: the table itself stays int8 in memory."""
    index, out = node.input[1], node.output[0]
    return [
        helper.make_node("Gather", [stem + INT8, index], [out + INT8], name=node.name + INT8),
        helper.make_node("Gather", [stem + SCALE, index], [out + SCALE], name=node.name + SCALE),
        helper.make_node("Cast", [out + INT8], [out + ".float"], name=node.name + ".float", to=TensorProto.FLOAT),
        helper.make_node("Mul", [out + ".float", out + SCALE], [out], name=node.name)]


def _parameter(node: onnx.NodeProto) -> str:
    """Nodes are named after the modules that they come from: "/model/bert/pooler/dense/Gemm"."""
    return node.name.rsplit("/", 1)[0].strip("/").replace("/", ".")
