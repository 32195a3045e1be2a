"""The network: a BERT encoder, and on each word its entity, tag, head and relation scores."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

POOL = 1 << 22
"""Random numbers that dropout cuts its masks from; drawing each afresh took a sixth of the time."""
HIDDEN = -60.0
"""Added to what attention gives to padding: e^-60 is lost in any sum with a word's own share, and
yet no number so small that processors take their slow way. With -1e4 padding cost a tenth more."""
SHAPES = 4
"""Word shapes fed through the token-type embedding: lower, Title, UPPER, other."""
FAR = 128
"""Pieces apart from which on all distances are one to an encoder that leans on distances."""


@dataclass(frozen=True)
class Sizes:
    """What fixes the shape of the network."""

    entities: int
    tags: int
    labels: int
    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 256
    relation: int = 256
    head: int = 256
    distances: int = 0
    """Classes of distance between pieces that attention leans on, as in MPNet; 0: none."""

    def as_dict(self) -> dict[str, int]:
        """Return the sizes for a checkpoint."""
        return asdict(self)


class Dropout(nn.Module):
    """Dropout whose masks are cut at random places from one long random mask."""

    def __init__(self, rate: float) -> None:
        """Draw the long mask."""
        super().__init__()
        self.rate = rate
        self._pools: dict[torch.dtype, Tensor] = {}

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` with some of its numbers dropped while training."""
        if not self.training or not self.rate:
            return x
        if x.is_cuda or x.numel() >= POOL:
            return functional.dropout(x, self.rate)
        pool = self._pools.get(x.dtype)
        if pool is None:
            kept = torch.rand(POOL) >= self.rate
            pool = self._pools[x.dtype] = (kept / (1 - self.rate)).to(x.dtype)
        start = int(torch.randint(POOL - x.numel(), ()))
        return x * pool[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        """Make a layer with fresh weights."""
        super().__init__()
        self.sides = nn.Linear(sizes.width, 3 * sizes.width)
        self.merged = nn.Linear(sizes.width, sizes.width)
        self.norm1 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.up = nn.Linear(sizes.width, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.heads, self.width = sizes.attention_heads, sizes.width
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the new vectors; `mask` is added to the attention scores."""
        batch, length = x.shape[0], x.shape[1]
        narrow = self.width // self.heads
        sides = self.sides(x).view(batch, length, 3, self.heads, narrow)
        query, key, value = sides.permute(2, 0, 3, 1, 4).unbind(0)
        weights = ((query * narrow**-0.5) @ key.transpose(-1, -2) + mask).softmax(-1)
        seen = (self.dropout(weights) @ value).transpose(1, 2).reshape(batch, length, self.width)
        x = self.norm1(x + self.dropout(self.merged(seen)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT without a pooler; the token types carry word shapes."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        """Make an encoder with fresh weights."""
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(SHAPES, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        self.near = (
            nn.Embedding(sizes.distances, sizes.attention_heads) if sizes.distances else None
        )

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """Return a vector per piece; piece 0 is padding."""
        mask = (pieces == 0).to(torch.float32)[:, None, None, :] * HIDDEN
        if self.near is not None:
            classes = distance_classes(pieces.shape[1], self.near.num_embeddings)
            mask = mask + self.near(classes.to(pieces.device)).permute(2, 0, 1)
        x = self.pieces(pieces) + self.shapes(shapes) + self.positions.weight[: pieces.shape[1]]
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask.to(x.dtype))
        return x


def distance_classes(length: int, classes: int) -> Tensor:
    """Return the class of distance of every two pieces: each near one its own, far ones together.

    Half of the classes are for what stands before, half for what stands behind.
    """
    places = torch.arange(length)
    away = places[None, :] - places[:, None]
    side = classes // 2
    single = side // 2
    ratio = (away.abs().clamp(min=1) / single).log() / math.log(FAR / single)
    far = (single + (ratio * (side - single)).long()).clamp(max=side - 1)
    near = torch.where(away.abs() < single, away.abs(), far)
    return near + side * (away > 0)


class Tagger(nn.Module):
    """The encoder with its three heads."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.3) -> None:
        """Make a network with fresh weights."""
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes, dropout)
        self.dropout = Dropout(head_dropout)
        self.parts = [sizes.head] * 2 + [sizes.arc] * 2 + [sizes.relation] * 2
        self.features = nn.Linear(sizes.width, sum(self.parts))
        self.entity = nn.Linear(sizes.head, sizes.entities)
        self.tag = nn.Linear(sizes.head, sizes.tags)
        self.arc = nn.Linear(sizes.arc, sizes.arc)
        self.label = nn.Linear(sizes.relation, sizes.labels)
        nn.init.normal_(self.arc.weight, std=0.01)

    def forward(
        self, pieces: Tensor, shapes: Tensor, firsts: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return scores of entities, tags and arcs, and the two sides of the relations.

        `firsts` are the positions of each word's first piece, with position 0 (the start mark,
        which stands for the root) before them.
        """
        seen = self.encoder(pieces, shapes)
        words = seen.gather(1, firsts.unsqueeze(-1).expand(-1, -1, seen.shape[-1]))
        features = self.features(self.dropout(words))
        most = sum(self.parts[:4])
        entity, tag, below, above = self.dropout(functional.gelu(features[..., :most])).split(
            self.parts[:4], dim=-1
        )
        left, right = features[..., most:].split(self.parts[4:], dim=-1)
        arcs = self.arc(below) @ above.transpose(1, 2)
        return self.entity(entity), self.tag(tag), arcs, left, right

    def label_scores(self, left: Tensor, right: Tensor, heads: Tensor) -> Tensor:
        """Score every label of each word's relation to the given head."""
        heads = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, right.shape[-1])
        return self.label(self.dropout(functional.relu(left + right.gather(1, heads))))
