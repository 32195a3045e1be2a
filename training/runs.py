"""Folders of training runs: their networks, and the shipped files made into such a folder again.

`python -m training.runs MODEL RUN` writes what is shipped as a run that training can go on from, as
exact as its integers are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import NodeProto, numpy_helper

from training.batches import Vocabulary
from training.labels import ENTITY_LABELS, LEANING
from training.network import Sizes, Tagger

Arrays = dict[str, NDArray[Any]]
_FEATURES = (*(f"/Split_output_{n}.plain" for n in range(4)), "below", "above")
"""What the shipped network calls the six parts of its features."""
_LAST = ("entity", "tag", "arc")


def main() -> None:
    """Write shipped files as a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder of the shipped files")
    parser.add_argument("run", type=Path)
    given = parser.parse_args()
    labels = json.loads((given.model / "labels.json").read_text(encoding="utf-8"))
    weights = dict(_weights(given.model))
    sizes = Sizes(
        len(labels["entities"]), len(labels["tags"]), len(labels["relations"]),
        inner=len(weights["encoder.layers.0.up.bias"]),
    )  # fmt: skip
    Tagger(sizes).load_state_dict(weights)
    vocabulary = {"tags": labels["tags"], "labels": labels["relations"]}
    given.run.mkdir(parents=True, exist_ok=True)
    description = json.dumps({"sizes": sizes.as_dict(), "vocabulary": vocabulary})
    (given.run / "description.json").write_text(description, encoding="utf-8")
    torch.save({"model": weights}, given.run / "checkpoint.pt")


def read_run(
    folder: Path, dropout: float = 0.1, head_dropout: float = 0.3
) -> tuple[Tagger, Vocabulary]:
    """Return the network of a training run's last checkpoint, and its tags and labels."""
    description = json.loads((folder / "description.json").read_text(encoding="utf-8"))
    model = Tagger(Sizes(**description["sizes"]), dropout, head_dropout)
    state = torch.load(folder / "checkpoint.pt", map_location="cpu", weights_only=True)
    model.load_state_dict(state["model"])
    tags, labels = description["vocabulary"]["tags"], description["vocabulary"]["labels"]
    return model, Vocabulary(tuple(tags), tuple(labels))


def leaning() -> torch.Tensor:
    """Return what is added to the scores of the entity labels."""
    return torch.tensor([LEANING.get(label.rpartition("-")[2], 0.0) for label in ENTITY_LABELS])


def _weights(folder: Path) -> Iterator[tuple[str, torch.Tensor]]:
    """Yield the weights of shipped files by their names in the network."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    arrays: Arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    makers = {name: node for node in graph.node for name in node.output}
    for name, array in arrays.items():
        if name.startswith("encoder."):
            yield name, _tensor(array)
    yield "encoder.pieces.weight", _tensor(arrays["pieces.int8"] * arrays["pieces.scale"])
    for index in range(sum(name.endswith(".norm1.bias") for name in arrays)):
        layer, theirs = f"encoder.layers.{index}", f"/encoder/layers.{index}"
        sides = [f"{theirs}.{name}" for name in ("query", "key", "value")]
        yield from _joined(arrays, sides, f"{layer}.sides")
        for part in ("merged", "up", "down"):
            weight, scale = makers[f"{theirs}/{part}/Add_output_0"].input[1:3]
            yield f"{layer}.{part}.weight", _tensor((arrays[weight] * arrays[scale]).T)
    yield from _joined(arrays, _FEATURES, "features")
    for name in _LAST:
        yield f"{name}.weight", _tensor(_constant(arrays, makers[f"/{name}/MatMul_output_0"]).T)
        bias = _tensor(arrays[f"{name}.bias"])
        yield f"{name}.bias", bias - leaning() if name == "entity" else bias
    relations = np.load(folder / "relations.npz")
    yield "label.weight", _tensor(relations["weight"].T)
    yield "label.bias", _tensor(relations["bias"])


def _joined(arrays: Arrays, parts: Sequence[str], name: str) -> Iterator[tuple[str, torch.Tensor]]:
    wide = [arrays[f"{part}.weight"] * arrays[f"{part}.scales"] for part in parts]
    yield f"{name}.weight", _tensor(np.concatenate(wide, axis=1).T)
    yield f"{name}.bias", _tensor(np.concatenate([arrays[f"{part}.bias"] for part in parts]))


def _constant(arrays: Arrays, node: NodeProto) -> NDArray[Any]:
    return next(arrays[name] for name in node.input if name in arrays)


def _tensor(array: NDArray[Any]) -> torch.Tensor:
    return torch.from_numpy(np.array(array, dtype=np.float32))


if __name__ == "__main__":
    sys.exit(main())
