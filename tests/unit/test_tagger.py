"""Segments go to the model in windows and batches, and come back as whole sentences."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from generator.ingest.words import words
from generator.language.tagger import BATCH, LONGEST, Tagger
from generator.model import Segment

ENTITIES = ["O", "B-PERSON", "I-PERSON"]
TAGS = ["NN", "VB"]
RELATIONS = ["dep", "root"]


class ChainModel:
    """Stands in for the network: every word hangs on the one before it; all are one name."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, int]] = []

    def run(self, names: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        batch, count = inputs["firsts"].shape
        self.shapes.append(inputs["pieces"].shape)
        arcs = np.zeros((batch, count, count), dtype=np.float32)
        arcs[:, np.arange(1, count), np.arange(count - 1)] = 9
        entities = np.zeros((batch, count, len(ENTITIES)), dtype=np.float32)
        entities[:, 1, 1] = entities[:, 2:, 2] = 9
        sides = np.zeros((batch, count, 4), dtype=np.float32)
        return [entities, np.zeros((batch, count, 2), dtype=np.float32), arcs, sides, sides]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz."]
    pieces += [f"##{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    (tmp_path / "vocabulary.txt").write_text("\n".join(pieces), encoding="utf-8")
    names = {"entities": ENTITIES, "tags": TAGS, "relations": RELATIONS}
    (tmp_path / "labels.json").write_text(json.dumps(names), encoding="utf-8")
    np.savez(tmp_path / "relations.npz", weight=np.zeros((4, 2)), bias=np.array([0.0, 1.0]))
    return tmp_path


def segments_of(text: str) -> list[Segment]:
    found, start = [], 0
    for paragraph, line in enumerate(text.split("\n")):
        end = start + len(line)
        found.append(Segment(start, end, paragraph, words(text, start, end)))
        start = end + 1
    return found


def test_sentences_come_back_in_order_with_exact_offsets(folder: Path) -> None:
    text = "A much longer line of words than the next.\nShort one.\n\nA third, in between."
    sentences = Tagger(ChainModel(), folder).parse(segments_of(text), text)
    assert [s.index for s in sentences] == [0, 1, 2, 3]
    assert [s.paragraph for s in sentences] == [0, 1, 2, 3]
    assert sentences[2].tokens == ()
    for token in (token for sentence in sentences for token in sentence.tokens):
        assert text[token.start : token.end] == token.text


def test_root_alone_has_the_label_root(folder: Path) -> None:
    (sentence,) = Tagger(ChainModel(), folder).parse(segments_of("we saw it"), "we saw it")
    assert [token.head for token in sentence.tokens] == [-1, 0, 1]
    assert [token.label for token in sentence.tokens] == ["root", "dep", "dep"]


def test_names_count_tokens(folder: Path) -> None:
    (sentence,) = Tagger(ChainModel(), folder).parse(segments_of("we saw it"), "we saw it")
    assert [(e.first, e.last, e.type) for e in sentence.entities] == [(0, 3, "PERSON")]


def test_long_sentence_is_read_in_parts_and_stays_one_tree(folder: Path) -> None:
    model = ChainModel()
    text = " ".join(["word"] * 400)
    (sentence,) = Tagger(model, folder).parse(segments_of(text), text)
    assert len(sentence.tokens) == 400
    assert sum(token.head < 0 for token in sentence.tokens) == 1
    assert all(list(sentence.path_to_root(t))[-1] == sentence.root for t in sentence.tokens)
    assert len(sentence.children(sentence.root, "parataxis")) >= 5
    assert all(pieces <= LONGEST + 2 for _, pieces in model.shapes)


def test_batches_hold_sentences_of_about_one_length(folder: Path) -> None:
    model = ChainModel()
    text = "\n".join(["a b c"] * 50 + ["a b c d e f g h i j k l m n o p q r s t"] * 50)
    Tagger(model, folder).parse(segments_of(text), text)
    assert {pieces for _, pieces in model.shapes} == {5, 22}
    assert all(rows * pieces <= BATCH for rows, pieces in model.shapes)


def test_a_batch_of_its_own_is_worth_more_than_a_little_padding(folder: Path) -> None:
    model = ChainModel()
    text = "\n".join(["a b c", "a b c d", *["a b c d e f g h i j k l m n o p q r s t"] * 2])
    Tagger(model, folder).parse(segments_of(text), text)
    assert sorted(model.shapes) == [(2, 6), (2, 22)]


def test_nothing_to_parse_gives_nothing(folder: Path) -> None:
    assert Tagger(ChainModel(), folder).parse([], "") == ()


def test_importing_the_tagger_does_not_load_the_runtime() -> None:
    program = "import sys, generator.language.tagger; print('onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"


COUNT_THREADS = """
import os, generator.language.tagger
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="counts threads as Linux lists them"
)
def test_language_is_read_on_one_thread_since_processes_share_the_cores() -> None:
    command = [sys.executable, "-c", COUNT_THREADS]
    unset = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    found = subprocess.run(command, env=unset, capture_output=True, text=True, check=True)
    assert found.stdout == "1\n"
