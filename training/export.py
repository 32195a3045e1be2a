"""Write a trained network as the package ships it: `python -m training.export RUN ENCODER OUT`.

The matrices become int8 with a scale per column, the piece embeddings int8 with a scale per row;
what is small and sensitive (arc scores, relations, position and shape embeddings) stays float.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.batches import Vocabulary
from training.labels import ENTITY_LABELS
from training.layout import with_fewer_copies
from training.network import Tagger
from training.runs import leaning, read_run

OUTPUTS = ("entities", "tags", "arcs", "below", "above")
OPSET = 17


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="folder of a training run")
    parser.add_argument("encoder", type=Path, help="folder of the encoder, for its vocabulary")
    parser.add_argument("out", type=Path)
    parser.add_argument("--float32", action="store_true", help="leave out the quantisation")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    model, vocabulary = load_run(given.run)
    export(model, given.out / "model.onnx", quantised=not given.float32)
    names = {
        "entities": list(ENTITY_LABELS),
        "tags": list(vocabulary.tags),
        "relations": list(vocabulary.labels),
    }
    text = json.dumps(names, indent=1, ensure_ascii=False)
    (given.out / "labels.json").write_text(text + "\n", encoding="utf-8")
    np.savez(
        given.out / "relations.npz",
        weight=model.label.weight.detach().numpy().T.astype(np.float32),
        bias=model.label.bias.detach().numpy(),
    )
    shutil.copyfile(given.encoder / "vocab.txt", given.out / "vocabulary.txt")


def load_run(folder: Path) -> tuple[Tagger, Vocabulary]:
    """Return the network of a run as it is shipped, and its tags and labels."""
    model, vocabulary = read_run(folder)
    with torch.no_grad():
        model.entity.bias += leaning()
    return model.eval(), vocabulary


def export(model: Tagger, path: Path, *, quantised: bool) -> None:
    """Write a network to an ONNX file."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _to_onnx(model, plain)
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        if quantised:
            whole = Path(folder) / "int8.onnx"
            quantize_dynamic(
                str(ready),
                str(whole),
                op_types_to_quantize=["MatMul"],
                nodes_to_exclude=_sensitive(onnx.load(str(ready))),
                per_channel=True,
                reduce_range=REDUCED_RANGE,
                weight_type=QuantType.QInt8,
            )
            proto = onnx.load(str(whole))
            _quantise_embedding(proto)
            onnx.save(proto, str(ready))
        _optimise(ready, path)
    if quantised:
        onnx.save(with_fewer_copies(onnx.load(str(path))), str(path))


REDUCED_RANGE = True
"""Seven bits instead of eight. Processors without VNNI add products in 16 bits, which eight would
overflow; so the figures are the same everywhere, for 0.1 points of LAS and no time."""


def _to_onnx(model: Tagger, path: Path) -> None:
    pieces = torch.randint(1000, 20000, (2, 12))
    firsts = torch.arange(9)[None].repeat(2, 1)
    axes = {"pieces": {0: "batch", 1: "pieces"}, "shapes": {0: "batch", 1: "pieces"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (pieces, torch.zeros_like(pieces), firsts),
            str(path),
            input_names=["pieces", "shapes", "firsts"],
            output_names=list(OUTPUTS),
            dynamic_axes={**axes, "firsts": {0: "batch", 1: "words"}},
            opset_version=OPSET,
            dynamo=False,
        )


def _sensitive(proto: onnx.ModelProto) -> list[str]:
    """Return the products that stay float: those without a constant side, and small last layers."""
    constants = {i.name: numpy_helper.to_array(i) for i in proto.graph.initializer}
    kept = []
    for node in proto.graph.node:
        if node.op_type == "MatMul":
            weight = constants.get(node.input[1])
            if weight is None or weight.shape[-1] < 100 or weight.shape[0] < 300:
                kept.append(node.name)
    return kept


def _quantise_embedding(proto: onnx.ModelProto) -> None:
    """Store the piece embeddings as int8 with one scale per row."""
    graph = proto.graph
    table = max(graph.initializer, key=lambda i: np.prod(i.dims) if len(i.dims) else 0)
    weights = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(weights).max(axis=1, keepdims=True), 1e-8) / 127
    small = np.rint(weights / scale).astype(np.int8)
    position, gather = next(
        (i, n)
        for i, n in enumerate(graph.node)
        if n.op_type == "Gather" and n.input[0] == table.name
    )
    rows, found = gather.input[1], gather.output[0]
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(small, "pieces.int8"))
    graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), "pieces.scale"))
    nodes = [
        helper.make_node("Gather", ["pieces.int8", rows], ["pieces.rows"]),
        helper.make_node("Cast", ["pieces.rows"], ["pieces.float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["pieces.scale", rows], ["pieces.scales"]),
        helper.make_node("Mul", ["pieces.float", "pieces.scales"], [found]),
    ]
    graph.node.remove(gather)
    for offset, node in enumerate(nodes):
        graph.node.insert(position + offset, node)


SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""The fused operation takes longer than an addition and a normalisation (51 and 46 ms a batch)."""


def _optimise(source: Path, path: Path) -> None:
    """Fuse operations once, here, so that loading need not."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(
        str(source),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=SLOW_FUSIONS,
    )


if __name__ == "__main__":
    main()
