"""A network with narrower inner layers: those inner units stay that its weights lean on most."""

from __future__ import annotations

from dataclasses import replace

import torch

from training.network import Tagger


@torch.no_grad()
def narrowed(model: Tagger, inner: int) -> Tagger:
    """Return the network with `inner` units in each inner layer, otherwise of the same weights.

    What a unit counts is the length of what it reads times the length of what it writes.
    """
    state = model.state_dict()
    for index, layer in enumerate(model.encoder.layers):
        reads, writes = layer.up.weight.norm(dim=1), layer.down.weight.norm(dim=0)
        kept = (reads * writes).topk(inner).indices.sort().values
        for name, axis in (("up.weight", 0), ("up.bias", 0), ("down.weight", 1)):
            whole = f"encoder.layers.{index}.{name}"
            state[whole] = state[whole].index_select(axis, kept)
    rates = model.encoder.dropout.rate, model.dropout.rate
    smaller = Tagger(replace(model.sizes, inner=inner), *rates)
    smaller.load_state_dict(state)
    return smaller
