"""Tag and parse segments with the neural model beside this file; the only user of onnxruntime."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from generator.language.decode import Spans, best_tree
from generator.language.pieces import LOWER, Pieces, shapes
from generator.language.tree import Entity, Sentence, Token
from generator.model import Segment

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL = Path(__file__).parent / "model"

LONGEST = 240
"""Word pieces read at once; few sentences are longer, and training saw none longer than 256."""
CONTEXT = 40
"""Word pieces of a long sentence shown on each side of the part that is being read."""
BATCH = 384
"""Word pieces of a batch, padding included: larger batches leave the cache and are slower."""
RUN = 12
"""Word pieces that are read in the time which a batch takes beside its pieces, about 0.6 ms."""

Part = tuple[int, int, int, int]
"""Words of a sentence: first and last that are shown, first and last that are read (exclusive)."""


@dataclass(frozen=True, slots=True)
class _Window:
    """A sentence, or a part of a long one, as the model reads it."""

    sentence: int
    part: Part
    pieces: list[int]
    shapes: list[int]
    firsts: list[int]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the model says of the words that a window was made for; heads count from its first."""

    first: int
    tags: list[str]
    heads: list[int]
    labels: list[str]
    names: list[tuple[int, int, str]]


class Tagger:
    """The model, its word pieces and its labels."""

    def __init__(self, session: InferenceSession, folder: Path) -> None:
        """Read the vocabulary and labels that belong to a session's model."""
        vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8")
        self._pieces = Pieces(vocabulary.rstrip("\n").split("\n"))
        names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._tags: list[str] = names["tags"]
        self._labels: list[str] = names["relations"]
        self._spans = Spans(names["entities"])
        with np.load(folder / "relations.npz", allow_pickle=False) as arrays:
            self._relation = arrays["weight"].astype(np.float32)
            self._relation_bias = arrays["bias"].astype(np.float32)
        self._relation_bias[self._labels.index("root")] = -np.inf  # which the tree decides
        self._session = session

    def parse(self, segments: Sequence[Segment], text: str) -> tuple[Sentence, ...]:
        """Return one parsed sentence per segment, in order."""
        words = [[text[w.start : w.end] for w in segment.words] for segment in segments]
        windows = [
            w for index, sentence in enumerate(words) for w in self._windows(index, sentence)
        ]
        readings: list[list[_Reading]] = [[] for _ in segments]
        for batch in _batches(windows):
            for window, reading in zip(batch, self._read(batch), strict=True):
                readings[window.sentence].append(reading)
        return tuple(
            _sentence(index, segment, words[index], readings[index])
            for index, segment in enumerate(segments)
        )

    def _windows(self, index: int, words: Sequence[str]) -> Iterator[_Window]:
        pieces = [self._pieces.of(word) for word in words]
        capitals = shapes(words)
        for part in _parts([len(p) for p in pieces]):
            shown = range(part[0], part[1])
            firsts = [0, *accumulate((len(pieces[i]) for i in shown), initial=1)][: len(shown) + 1]
            yield _Window(
                index,
                part,
                [self._pieces.start, *(p for i in shown for p in pieces[i]), self._pieces.end],
                [LOWER, *(capitals[i] for i in shown for _ in pieces[i]), LOWER],
                firsts,
            )

    def _read(self, windows: Sequence[_Window]) -> Iterator[_Reading]:
        inputs = {
            "pieces": _padded([w.pieces for w in windows]),
            "shapes": _padded([w.shapes for w in windows]),
            "firsts": _padded([w.firsts for w in windows]),
        }
        outputs: Sequence[Any] = self._session.run(
            ["entities", "tags", "arcs", "below", "above"], inputs
        )
        for row, window in enumerate(windows):
            yield self._decode(window, [output[row] for output in outputs])

    def _decode(self, window: _Window, scores: Sequence[NDArray[np.float32]]) -> _Reading:
        entities, tags, arcs, below, above = scores
        shown_from, _, first, last = window.part
        start, end = first - shown_from + 1, last - shown_from + 1
        columns = np.arange(start - 1, end)
        columns[0] = 0
        heads = best_tree(arcs[start:end, columns])
        heads_at = columns[np.array(heads) + 1]
        sums = np.maximum(below[start:end] + above[heads_at], 0) @ self._relation
        sums += self._relation_bias
        labels = [self._labels[number] for number in sums.argmax(axis=1).tolist()]
        labels[heads.index(-1)] = "root"
        return _Reading(
            first,
            [self._tags[number] for number in tags[start:end].argmax(axis=1).tolist()],
            heads,
            labels,
            self._spans.read(entities[start:end]),
        )


@cache
def load() -> Tagger:
    """Load the model; once per process, on one thread, since processes share the cores."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Whatever helps was done when the model was exported, and some of what is done here hurts.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(MODEL / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )
    return Tagger(session, MODEL)


def _parts(lengths: Sequence[int]) -> Iterator[Part]:
    """Yield the parts in which a sentence is read, given the number of pieces of each word."""
    if not lengths:
        return
    if sum(lengths) <= LONGEST:
        yield (0, len(lengths), 0, len(lengths))
        return
    first = 0
    while first < len(lengths):
        last = _reach(lengths, first, LONGEST - 2 * CONTEXT, 1)
        yield (
            _reach(lengths, first - 1, CONTEXT, -1) + 1,
            _reach(lengths, last, CONTEXT, 1),
            first,
            last,
        )
        first = last


def _reach(lengths: Sequence[int], start: int, pieces: int, step: int) -> int:
    """Return the word before which a walk from `start` has used up a number of pieces."""
    at = start
    while 0 <= at < len(lengths) and lengths[at] <= pieces:
        pieces -= lengths[at]
        at += step
    return at


def _batches(windows: Iterable[_Window]) -> Iterator[list[_Window]]:
    """Group windows of about one length, so that padding and batches together cost the least."""
    ordered = sorted(windows, key=lambda w: len(w.pieces))
    costs, firsts = [0], [0]
    for end, window in enumerate(ordered, start=1):
        length = len(window.pieces)
        nearest = max(0, end - max(1, BATCH // length))
        cost, first = min((costs[at] + (end - at) * length, at) for at in range(nearest, end))
        costs.append(cost + RUN)
        firsts.append(first)
    end = len(ordered)
    while end:
        yield ordered[firsts[end] : end]
        end = firsts[end]


def _padded(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    filled = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for row, numbers in zip(filled, rows, strict=True):
        row[: len(numbers)] = numbers
    return filled


def _sentence(
    index: int, segment: Segment, words: Sequence[str], readings: Iterable[_Reading]
) -> Sentence:
    """Join the readings of one sentence; the roots of later parts hang on the first."""
    tokens: list[Token] = []
    names: list[Entity] = []
    top = -1
    for reading in sorted(readings, key=lambda r: r.first):
        for tag, head, label in zip(reading.tags, reading.heads, reading.labels, strict=True):
            position = len(tokens)
            span = segment.words[position]
            above = head + reading.first if head >= 0 else top
            kept = "parataxis" if head < 0 <= top else label
            tokens.append(Token(position, words[position], span.start, span.end, tag, above, kept))
        if top < 0:
            top = reading.heads.index(-1)
        names += [
            Entity(a + reading.first, b + reading.first, kind) for a, b, kind in reading.names
        ]
    return Sentence(
        index,
        segment.start,
        segment.end,
        segment.paragraph,
        tuple(tokens),
        tuple(names),
        segment.heading,
    )
