"""Published encoders -> our encoder's sizes, word pieces and weights: BERT (MiniLM) and MPNet."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from generator.language.pieces import Pieces
from training.network import SHAPES

_PARTS = {
    "attention.output.dense": "merged",
    "attention.output.LayerNorm": "norm1",
    "attention.attn.o": "merged",
    "attention.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}
"""What BERT and MPNet call the parts of a layer, and what we call them."""
_SIDES = {
    "attention.self": ("query", "key", "value"),
    "attention.attn": ("q", "k", "v"),
}
_MARKS = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>"}
"""The marks of BERT and those that MPNet has in their place."""
_NEAR = "encoder.relative_attention_bias.weight"
_FIRST_POSITION = 2
"""Where MPNet's positions begin."""


def read_pieces(folder: Path) -> Pieces:
    """Read the word pieces of an encoder, in the order of BERT's vocabulary."""
    return Pieces([piece for piece in _lines(folder) if not _of_mpnet(piece)])


def read_encoder(folder: Path) -> tuple[dict[str, int], dict[str, Tensor]]:
    """Return the sizes of a published encoder and its weights by our names.

    Each word shape gets nearly the same start: the type of a first sentence, or nothing.
    """
    found = load_file(folder / "model.safetensors")
    pieces = found["embeddings.word_embeddings.weight"]
    positions = found["embeddings.position_embeddings.weight"]
    types = found.get("embeddings.token_type_embeddings.weight", torch.zeros(1, pieces.shape[1]))
    ours = {
        "pieces.weight": pieces,
        "positions.weight": positions,
        "shapes.weight": types[:1] + 0.02 * torch.randn(SHAPES, pieces.shape[1]),
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    if _NEAR in found:
        rows = {piece: row for row, piece in enumerate(_lines(folder))}
        order = [rows[_MARKS.get(piece, piece)] for piece in rows if not _of_mpnet(piece)]
        ours["pieces.weight"] = pieces[order]
        ours["positions.weight"] = positions[_FIRST_POSITION:]
        ours["near.weight"] = found[_NEAR]
    layers = 1 + max(int(name.split(".")[2]) for name in found if name.startswith("encoder.layer."))
    for index in range(layers):
        ours |= _layer(found, index)
    sizes = {
        "width": pieces.shape[1],
        "layers": layers,
        "inner": ours["layers.0.up.weight"].shape[0],
        "distances": len(found.get(_NEAR, ())),
    }
    return sizes, ours


def _layer(found: dict[str, Tensor], index: int) -> dict[str, Tensor]:
    theirs, made = f"encoder.layer.{index}", {}
    for kind in ("weight", "bias"):
        for place, sides in _SIDES.items():
            names = [f"{theirs}.{place}.{side}.{kind}" for side in sides]
            if names[0] in found:
                made[f"layers.{index}.sides.{kind}"] = torch.cat([found[name] for name in names])
        for part, name in _PARTS.items():
            if f"{theirs}.{part}.{kind}" in found:
                made[f"layers.{index}.{name}.{kind}"] = found[f"{theirs}.{part}.{kind}"]
    return made


def _lines(folder: Path) -> list[str]:
    return (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def _of_mpnet(piece: str) -> bool:
    return len(piece) > 2 and piece[0] == "<" and piece[-1] == ">"
