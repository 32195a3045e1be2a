"""Turn the model's scores into one tree and one set of names per sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

NEVER = -1e9
ROOTS_TRIED = 3
"""How many words are tried as the root where the best heads alone make no tree."""


def best_tree(scores: Scores) -> list[int]:
    """Return the head of each word, -1 for the root, from scores of (word, root and words).

    Row `i` holds the scores of the heads of word `i`: column 0 for being the root, column `j + 1`
    for hanging on word `j`. The best heads are taken where they make a tree, as they nearly always
    do; else the tree of the highest score is sought.
    """
    ordered = np.array(scores, order="C")
    ordered.ravel()[1 :: len(scores) + 2] = NEVER  # a word on itself
    heads: list[int] = (ordered.argmax(axis=1) - 1).tolist()
    if is_tree(heads):
        return heads
    weights = ordered.astype(np.float64)
    weights -= weights.max(axis=1, keepdims=True)
    weights -= np.log(np.exp(weights).sum(axis=1, keepdims=True))
    tried = np.argsort(-weights[:, 0], kind="stable")[:ROOTS_TRIED]
    trees = [_tree_from(weights, int(root)) for root in tried]
    return max(trees, key=lambda tree: sum(weights[i, head + 1] for i, head in enumerate(tree)))


def is_tree(heads: Sequence[int]) -> bool:
    """Tell whether heads lead every word to a single root."""
    reaches = [head < 0 for head in heads]
    if sum(reaches) != 1:
        return False
    for word in range(len(heads)):
        path = []
        while not reaches[word]:
            path.append(word)
            reaches[word] = True
            word = heads[word]
            if word in path:
                return False
    return True


def _tree_from(weights: NDArray[np.float64], root: int) -> list[int]:
    """Return the best tree with a given root."""
    into = np.ascontiguousarray(weights[:, 1:].T)
    np.fill_diagonal(into, NEVER)
    heads = _arborescence(into, root)
    heads[root] = -1
    return heads


def _arborescence(weights: NDArray[np.float64], root: int) -> list[int]:
    """Return the heads of the heaviest tree (Chu-Liu/Edmonds) of weights[head, word]."""
    count = len(weights)
    best = weights.argmax(axis=0)
    best[root] = root
    cycle = _cycle(best.tolist(), root)
    if not cycle:
        return [int(head) for head in best]
    rest = [word for word in range(count) if word not in set(cycle)]
    inside = weights[best[cycle], cycle]
    merged = len(rest)
    smaller = np.full((merged + 1, merged + 1), NEVER)
    smaller[:merged, :merged] = weights[np.ix_(rest, rest)]
    entering = weights[np.ix_(rest, cycle)] - inside
    smaller[:merged, merged] = entering.max(axis=1)
    leaving = weights[np.ix_(cycle, rest)]
    smaller[merged, :merged] = leaving.max(axis=0)
    found = _arborescence(smaller, rest.index(root))
    heads = [int(head) for head in best]
    for position, word in enumerate(rest):
        head = found[position]
        heads[word] = cycle[int(leaving[:, position].argmax())] if head == merged else rest[head]
    enters_from = found[merged]
    entered = cycle[int(entering[enters_from].argmax())]
    heads[entered] = rest[enters_from]
    heads[root] = root
    return heads


def _cycle(heads: Sequence[int], root: int) -> list[int]:
    """Return the words of some cycle among the heads, or nothing."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path = []
        word = start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word]
        if state[word] == 1:
            return path[path.index(word) :]
        for passed in path:
            state[passed] = 2
    return []


class Spans:
    """Reads names out of BIO label scores, never an I without its B."""

    def __init__(self, labels: Sequence[str]) -> None:
        """Work out which label may follow which."""
        self._labels = tuple(labels)
        may = [[_may_follow(after, before) for after in labels] for before in labels]
        self._allowed = {(b, a) for b, row in enumerate(may) for a, well in enumerate(row) if well}
        self._follow = np.where(np.array(may), 0.0, NEVER).astype(np.float32)
        self._first = np.array(
            [NEVER if label[0] == "I" else 0.0 for label in labels], dtype=np.float32
        )

    def read(self, scores: Scores) -> list[tuple[int, int, str]]:
        """Return the names (first word, last word exclusive, type) of the best allowed labels."""
        best = scores.argmax(axis=1).tolist()
        if not any(best):
            return []
        allowed = self._first[best[0]] == 0 and self._allowed.issuperset(pairwise(best))
        return self._names(best if allowed else self._best_path(scores))

    def _best_path(self, scores: Scores) -> list[int]:
        logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
        total = logs[0] + self._first
        back = []
        for row in logs[1:]:
            step = total[:, None] + self._follow
            back.append(step.argmax(axis=0))
            total = step.max(axis=0) + row
        path = [int(total.argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return path[::-1]

    def _names(self, path: Sequence[int]) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        for index, number in enumerate(path):
            label = self._labels[number]
            if label[0] == "B":
                found.append((index, index + 1, label[2:]))
            elif label[0] == "I":
                first, _, kind = found[-1]
                found[-1] = (first, index + 1, kind)
        return found


def _may_follow(after: str, before: str) -> bool:
    return after[0] != "I" or before[2:] == after[2:]
