"""How far a network's scores are from what the corpora know, and from what other networks say."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import NOT_KNOWN, Batch


def known_losses(batch: Batch, scores: Sequence[Tensor], labels: Tensor) -> Tensor:
    """Return the loss of each task against the corpora: a mean over known words."""
    entity = scores[0].float()
    allowed = entity.masked_fill(~batch.entities, -1e4).logsumexp(-1)
    known = ~batch.entities.all(-1)
    per_word = (entity.logsumexp(-1) - allowed) * known
    return torch.stack(
        [
            per_word.sum() / known.sum().clamp(min=1),
            _cross_entropy(scores[1].float(), batch.tags),
            _cross_entropy(real_arcs(scores[2], batch), batch.heads),
            _cross_entropy(labels.float(), batch.labels),
        ]
    )


def real_arcs(arcs: Tensor, batch: Batch) -> Tensor:
    """Return the scores of heads, of which only words that exist can be any."""
    return arcs.float().masked_fill(~batch.real[:, None, :], -1e4)


def divergence(scores: Tensor, wanted: Tensor, words: Tensor) -> Tensor:
    """Return how far scores are from probabilities (Kullback-Leibler), the mean over the words."""
    known = wanted.clamp(min=1e-7)
    apart = (wanted * (known.log() - scores.log_softmax(-1))).sum(-1)
    return (apart * words).sum() / words.sum().clamp(min=1)


def _cross_entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    lost = functional.cross_entropy(
        scores.transpose(1, 2), wanted, ignore_index=NOT_KNOWN, reduction="sum"
    )
    return lost / (wanted != NOT_KNOWN).sum().clamp(min=1)
