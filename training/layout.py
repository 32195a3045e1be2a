"""An optimised network -> the same sums with fewer copies on the way, to the same bits.

The first pieces of all sentences come first, then the second ones: so attention reads its sides
where they stand. A wide product that had to be cut up becomes a product for each part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, helper, numpy_helper

HEADS = 12
OURS = "com.microsoft"
"""The domain of the runtime's own operations."""
_ATTENTION = ("MatMul", "MatMul_1", "Transpose_2", "Reshape_1")
"""What a layer calls its scores, and what it has seen: by head, by piece, and as one vector."""


def with_fewer_copies(proto: ModelProto) -> ModelProto:
    """Return a network with another layout of what passes between its layers."""
    changed = ModelProto()
    changed.CopyFrom(proto)
    graph = changed.graph
    del graph.value_info[:]
    _turn_inputs(graph)
    for wide in [n for n in graph.node if n.output[0].endswith("/sides/Add_output_0")]:
        _read_in_place(graph, wide)
    _pick_words(graph)
    _part_features(graph)
    _leave_needed(graph)
    return changed


def _turn_inputs(graph: GraphProto) -> None:
    """Let pieces and shapes come by their place in a sentence; positions are the same for all."""
    for name in ("pieces", "shapes"):
        for node in (n for n in _users(graph, name) if n.op_type == "Gather"):
            node.input[1] = f"{name}.turned"
        _add(graph, "Transpose", [name], [f"{name}.turned"], perm=[1, 0])
    positions = "/encoder/Slice_output_0"
    (both,) = _users(graph, positions)
    both.input[1] = "positions.each"
    _add(graph, "Unsqueeze", [positions, _constant(graph, [1])], ["positions.each"])


def _read_in_place(graph: GraphProto, wide: NodeProto) -> None:
    """Let attention take queries, keys and values as their products leave them."""
    layer = wide.output[0].removesuffix("/sides/Add_output_0")
    old = {name: _made(graph, f"{layer}/{name}_output_0") for name in _ATTENTION}
    parts = [f"{layer}.{name}" for name in ("query", "key", "value")]
    _part(graph, wide, parts)
    narrow = _array(graph, f"{parts[0]}.bias").size // HEADS
    for part in parts:
        _add(graph, "Reshape", [part, _constant(graph, [0, 0, HEADS, narrow])], [f"{part}.heads"])
    query, key, value = (f"{part}.heads" for part in parts)
    scores, seen, turned, flat = (old[name].output[0] for name in _ATTENTION)
    weights = old["MatMul_1"].input[0]
    for node in old.values():
        graph.node.remove(node)
    alpha = narrow**-0.5
    both, second = {"transBatchA": 1, "transBatchB": 1}, {"transBatchA": 0, "transBatchB": 1}
    _add(graph, "FusedMatMul", [query, key], [scores], OURS, alpha=alpha, transB=1, **both)
    _add(graph, "FusedMatMul", [weights, value], [seen], OURS, alpha=1.0, transB=0, **second)
    _add(graph, "Transpose", [seen], [turned], perm=[2, 0, 1, 3])
    _add(graph, "Reshape", [turned, _constant(graph, [0, 0, -1])], [flat])


def _pick_words(graph: GraphProto) -> None:
    """Pick the first piece of each word by its number among all pieces."""
    old = next(n for n in graph.node if n.op_type == "GatherElements")
    zero, one = _constant(graph, 0), _constant(graph, 1)
    width = _array(graph, "encoder.positions.weight").shape[1]
    _add(graph, "Shape", ["firsts"], ["words.shape"])
    _add(graph, "Gather", ["words.shape", zero], ["words.sentences"], axis=0)
    _add(graph, "Range", [zero, "words.sentences", one], ["words.sentence"])
    _add(graph, "Unsqueeze", ["words.sentence", _constant(graph, [1])], ["words.column"])
    _add(graph, "Mul", ["firsts", "words.sentences"], ["words.row"])
    _add(graph, "Add", ["words.row", "words.column"], ["words.number"])
    _add(graph, "Reshape", [old.input[0], _constant(graph, [-1, width])], ["pieces.all"])
    _add(graph, "Gather", ["pieces.all", "words.number"], [old.output[0]], axis=0)
    graph.node.remove(old)


def _part_features(graph: GraphProto) -> None:
    """Make the features of each head by a product of its own."""
    wide = next(n for n in graph.node if n.input and n.input[-1] == "features.bias")
    (cut,) = _users(graph, wide.output[0])
    ((gelu,), (sides,)) = (_users(graph, name) for name in cut.output)
    (heads,) = _users(graph, gelu.output[0])
    _part(graph, wide, [*(f"{name}.plain" for name in heads.output), *sides.output])
    for name in heads.output:
        _add(graph, "Gelu", [f"{name}.plain"], [name], gelu.domain)
    for node in (cut, gelu, heads, sides):
        graph.node.remove(node)


def _part(graph: GraphProto, wide: NodeProto, parts: Sequence[str]) -> None:
    """Replace a product by equally wide ones of the same quantised side, one for each part."""
    source, *others = wide.input
    columns = [np.split(_array(graph, name), len(parts), axis=-1) for name in others]
    quantised = [f"{wide.output[0]}.{name}" for name in ("small", "scale", "zero")]
    _add(graph, "DynamicQuantizeLinear", [source], quantised)
    small, scale, zero = quantised
    for number, part in enumerate(parts):
        names = [f"{part}.{name}" for name in ("weight", "scales", "zeros", "bias")]
        for name, arrays in zip(names, columns, strict=True):
            graph.initializer.append(numpy_helper.from_array(arrays[number].copy(), name))
        weight, scales, zeros, bias = names
        given = [small, weight, scale, scales, zero, zeros, bias]
        _add(graph, "MatMulIntegerToFloat", given, [part], OURS)
    graph.node.remove(wide)


def _users(graph: GraphProto, name: str) -> list[NodeProto]:
    return [node for node in graph.node if name in node.input]


def _made(graph: GraphProto, name: str) -> NodeProto:
    return next(node for node in graph.node if name in node.output)


def _array(graph: GraphProto, name: str) -> NDArray[Any]:
    return numpy_helper.to_array(next(i for i in graph.initializer if i.name == name))


def _constant(graph: GraphProto, value: int | list[int]) -> str:
    name = f"layout.{value}"
    if all(i.name != name for i in graph.initializer):
        graph.initializer.append(numpy_helper.from_array(np.array(value, dtype=np.int64), name))
    return name


def _add(
    graph: GraphProto, kind: str, given: list[str], made: list[str], domain: str = "", **told: Any
) -> None:
    graph.node.append(helper.make_node(kind, given, made, made[0], domain=domain, **told))


def _leave_needed(graph: GraphProto) -> None:
    """Leave the nodes and arrays that the outputs need, each node behind what it takes."""
    makers = {name: node for node in graph.node for name in node.output}
    ordered: dict[str, NodeProto] = {}

    def need(name: str) -> None:
        node = makers.get(name)
        if node is not None and node.output[0] not in ordered:
            for given in node.input:
                need(given)
            ordered[node.output[0]] = node

    for output in graph.output:
        need(output.name)
    nodes = [NodeProto.FromString(node.SerializeToString()) for node in ordered.values()]
    used = {name for node in nodes for name in node.input}
    kept = [i for i in graph.initializer if i.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
