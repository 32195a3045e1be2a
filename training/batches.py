"""Examples as tensors, in batches of sentences of about one length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from generator.language.pieces import LOWER, Pieces, shape
from training.corpora import Example
from training.labels import ANY, ENTITY_LABELS

NOT_KNOWN = -100
LENGTHS = (8, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 80, 96, 128, 192, 256)
"""Batches are padded to one of these lengths: few shapes, since oneDNN prepares each anew."""
PIECES_PER_BATCH = 1024

Table = NDArray[np.int32]
"""Sentences padded to one length: a layer for each field of `Encoded`, a row for each sentence."""


@dataclass(frozen=True)
class Vocabulary:
    """What numbers stand for."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Encoded:
    """One sentence as numbers; position 0 of every word list is the root."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    entities: list[int]
    tags: list[int]
    heads: list[int]
    labels: list[int]


@dataclass(frozen=True)
class Batch:
    """Sentences as tensors, padded."""

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    entities: Tensor
    tags: Tensor
    heads: Tensor
    labels: Tensor
    real: Tensor
    """Which word positions exist."""


def vocabulary_of(examples: Sequence[Example]) -> Vocabulary:
    """Collect the tags and labels of the training data."""
    tags = sorted({tag for example in examples for tag in example.tags})
    labels = sorted({label for example in examples for label in example.labels})
    return Vocabulary(tuple(tags), tuple(labels))


class Coder:
    """Turns examples into numbers."""

    def __init__(self, pieces: Pieces, vocabulary: Vocabulary) -> None:
        """Take the word pieces and the numbering of tags and labels."""
        self._pieces = pieces
        self._tags = {tag: index for index, tag in enumerate(vocabulary.tags)}
        self._labels = {label: index for index, label in enumerate(vocabulary.labels)}

    def encode(self, example: Example, words: Sequence[str]) -> Encoded:
        """Encode an example whose words may be capitalised otherwise."""
        pieces, shapes, firsts = [self._pieces.start], [LOWER], [0]
        for word in words:
            firsts.append(len(pieces))
            ids = self._pieces.of(word)
            pieces.extend(ids)
            shapes.extend([shape(word)] * len(ids))
        unknown = [NOT_KNOWN] * len(words)
        return Encoded(
            [*pieces, self._pieces.end],
            [*shapes, LOWER],
            firsts,
            [ANY, *example.entities],
            [NOT_KNOWN, *(self._tags.get(t, NOT_KNOWN) for t in example.tags or ())]
            if example.tags
            else [NOT_KNOWN, *unknown],
            [NOT_KNOWN, *(example.heads or unknown)],
            [NOT_KNOWN, *(self._labels.get(t, NOT_KNOWN) for t in example.labels)]
            if example.labels
            else [NOT_KNOWN, *unknown],
        )


def in_batches(
    encoded: Iterable[Encoded], random: Random, pieces: int = PIECES_PER_BATCH
) -> Iterator[Table]:
    """Yield batches in random order, each of sentences of about one length, all full.

    What does not fill a batch of its length goes with the next longer ones; the last few sentences,
    and those longer than all lengths, are left out.
    """
    by_length: dict[int, list[Encoded]] = {length: [] for length in LENGTHS}
    for one in encoded:
        fitting = next((length for length in LENGTHS if len(one.pieces) <= length), 0)
        if fitting:
            by_length[fitting].append(one)
    groups: list[tuple[int, list[Encoded]]] = []
    left: list[Encoded] = []
    for length, sentences in by_length.items():
        random.shuffle(sentences)
        waiting = left + sentences
        size = pieces // length
        full = len(waiting) // size * size
        groups += [(length, waiting[at : at + size]) for at in range(0, full, size)]
        left = waiting[full:]
    random.shuffle(groups)
    for length, group in groups:
        yield _table(group, length)


_FILLERS = {
    "pieces": 0,
    "shapes": LOWER,
    "firsts": -1,
    "entities": ANY,
    "tags": NOT_KNOWN,
    "heads": NOT_KNOWN,
    "labels": NOT_KNOWN,
}


def _table(group: Sequence[Encoded], length: int) -> Table:
    table = np.empty((len(_FILLERS), len(group), length), dtype=np.int32)
    for layer, (name, filler) in zip(table, _FILLERS.items(), strict=True):
        layer[:] = filler
        for row, one in zip(layer, group, strict=True):
            numbers = getattr(one, name)
            row[: len(numbers)] = numbers
    return table


def batch_of(table: Table, device: torch.device) -> Batch:
    """Return a table's sentences as tensors on a device."""
    fields = torch.from_numpy(table).to(device, non_blocking=True).long()
    pieces, shapes, firsts, entities, tags, heads, labels = fields
    bits = torch.arange(len(ENTITY_LABELS), device=device)
    allowed = (entities.unsqueeze(-1) >> bits) & 1 == 1
    return Batch(
        pieces, shapes, firsts.clamp(min=0), allowed, tags, heads, labels, real=firsts >= 0
    )
