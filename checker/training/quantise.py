"""Weights as 8-bit whole numbers, arithmetic in float32.

Quantising the activations too (onnxruntime's dynamic quantisation) is twice as fast and turns round one answer in fifteen of
this small model, and not the same ones on every processor; keeping the arithmetic in float32 turns one in a hundred, in
the same 23 MB. Symmetric, one scale for each output channel of a layer and each row of an embedding; standard ONNX
operators (DequantizeLinear), which onnxruntime folds when it loads the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

INT8, SCALE, TRANSPOSED = ".int8", ".scale", ".transposed"
"""Endings of the tensors that stand for a parameter; a transposed one is stored as the graph multiplies by it."""
STEPS = 127
SMALLEST = 1e-8
LEAST_VALUES = 1024
"""Smaller tensors stay float32: they weigh nothing."""

Tensor = NDArray[np.float32]


def quantise_weights(source: Path, target: Path) -> None:
    """Read a float32 ONNX model, write it with its matrices as int8 and scales."""
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
        else:
            turned = node.op_type == "MatMul"
            stem = _parameter(node) + ".weight" + (TRANSPOSED if turned else "")
            whole, scale = _quantised(values, axis=int(turned))
            _keep(graph, stem, whole, scale)
            before.append(helper.make_node("DequantizeLinear", [stem + INT8, stem + SCALE], [name], name=stem, axis=int(turned)))
            nodes.append(node)
    del graph.node[:]
    graph.node.extend([*before, *nodes])
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
        elif not name.endswith(SCALE) and values.dtype == np.float32:
            yield name, values


def _quantised(values: Tensor, axis: int) -> tuple[NDArray[np.int8], Tensor]:
    """Whole numbers and one scale for each place along ``axis``."""
    scale = np.maximum(np.abs(values).max(axis=1 - axis) / STEPS, SMALLEST).astype(np.float32)
    spread = scale[:, None] if axis == 0 else scale[None, :]
    return np.clip(np.round(values / spread), -STEPS, STEPS).astype(np.int8), scale


def _keep(graph: onnx.GraphProto, stem: str, whole: NDArray[np.int8], scale: Tensor) -> None:
    graph.initializer.extend([numpy_helper.from_array(whole, stem + INT8), numpy_helper.from_array(scale, stem + SCALE)])


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
