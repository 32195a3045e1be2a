"""Scores become trees and names, whatever the scores."""

import itertools

import numpy as np
import pytest

from generator.language.decode import Spans, best_tree, is_tree

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


def table(heads: list[int], strength: float = 5.0) -> np.ndarray:
    scores = np.zeros((len(heads), len(heads) + 1), dtype=np.float32)
    for word, head in enumerate(heads):
        scores[word, head + 1] = strength
    return scores


@pytest.mark.parametrize("heads", [[-1], [1, -1], [1, -1, 1], [1, 2, -1, 4, 2]])
def test_best_heads_that_make_a_tree_are_kept(heads: list[int]) -> None:
    assert best_tree(table(heads)) == heads


def test_two_roots_become_one() -> None:
    scores = table([-1, -1, 1])
    scores[0, 0] = 6
    scores[1, 1] = 4
    assert best_tree(scores) == [-1, 0, 1]


def test_cycle_is_broken_at_its_cheapest_place() -> None:
    scores = table([1, 0, 1])
    scores[1, 0] = 4.5
    assert best_tree(scores) == [1, -1, 1]


@pytest.mark.parametrize("seed", range(8))
def test_no_tree_scores_higher_than_the_one_found(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32) * 3
    logs = scores.astype(float)
    logs[np.arange(4), np.arange(4) + 1] = -1e9
    logs -= np.log(np.exp(logs).sum(axis=1, keepdims=True))

    def total(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(logs[word, head + 1] for word, head in enumerate(heads)))

    found = best_tree(scores)
    tried = np.argsort(-logs[:, 0])[:3]
    trees = [
        heads
        for heads in itertools.product(range(-1, 4), repeat=4)
        if is_tree(heads) and heads.index(-1) in tried
    ]
    greedy = [int(head) - 1 for head in logs.argmax(axis=1)]
    assert is_tree(found)
    assert total(found) == pytest.approx(max(map(total, trees))) or found == greedy


@pytest.mark.parametrize("length", [1, 2, 7, 40, 150])
def test_any_scores_give_a_tree(length: int) -> None:
    random = np.random.default_rng(length)
    for scale in (0.0, 1.0, 100.0):
        scores = (random.normal(size=(length, length + 1)) * scale).astype(np.float32)
        assert is_tree(best_tree(scores))


@pytest.mark.parametrize("heads", [[-1, -1], [0], [1, 0, -1], [1, 2, 0], []])
def test_what_is_no_tree_is_told(heads: list[int]) -> None:
    assert not is_tree(heads)


def best(*labels: str) -> np.ndarray:
    scores = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for row, label in enumerate(labels):
        scores[row, LABELS.index(label)] = 3
    return scores


def test_names_are_read_from_their_labels() -> None:
    scores = best("B-PERSON", "I-PERSON", "O", "B-ORG", "B-ORG")
    assert Spans(LABELS).read(scores) == [(0, 2, "PERSON"), (3, 4, "ORG"), (4, 5, "ORG")]


def test_inside_label_never_stands_without_its_beginning() -> None:
    scores = best("I-PERSON", "I-PERSON", "O", "I-ORG")
    scores[0, LABELS.index("B-PERSON")] = 2.5
    names = Spans(LABELS).read(scores)
    assert names[0] == (0, 2, "PERSON")
    assert len(names) <= 2


def test_no_names_in_a_sentence_without_any() -> None:
    assert Spans(LABELS).read(best("O", "O")) == []
