"""Names of bodies that a tagger cuts in two are put together; two names stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.language.tree import Entity
from generator.language.wholes import with_whole_names

from .trees import parsed

Names = list[tuple[int, int, str]]


@pytest.mark.parametrize(
    ("words", "cut", "whole"),
    [
        (
            "the Orlo Teaching and Referral Hospital shut",
            [(1, 2, "LOC"), (4, 6, "LOC")],
            [(1, 6, "LOC")],
        ),
        ("the St Lukas 's Primary School shut", [(1, 3, "ORG"), (4, 6, "LOC")], [(1, 6, "LOC")]),
        ("Department of Roads and Bridges shut", [(0, 3, "ORG")], [(0, 5, "ORG")]),
        ("Department of Roads and Ada shut", [(0, 3, "ORG"), (4, 5, "PERSON")], None),
        ("Halm & Orlo rose", [(0, 1, "PERSON"), (2, 3, "PERSON")], [(0, 3, "ORG")]),
        ("Halm and Orlo rose", [(0, 1, "ORG"), (2, 3, "ORG")], None),
        ("Halm and Orlo Police came", [(0, 1, "LOC"), (2, 3, "LOC")], [(0, 4, "ORG")]),
        ("Halm and Justice Department met", [(0, 1, "ORG"), (2, 4, "ORG")], None),
        ("Halm and Mercy Hospital met", [(0, 1, "ORG"), (2, 4, "ORG")], None),
        ("Mercy Hospital , Halm shut", [(0, 4, "ORG")], [(0, 2, "ORG"), (3, 4, "LOC")]),
        ("the Ministry of Trade , Halm shut", [(1, 6, "ORG")], None),
        ("Sultan Al Orr met", [(1, 3, "PERSON")], [(0, 3, "PERSON")]),
        ("the East Coast flooded", [(1, 2, "LOC")], [(1, 3, "LOC")]),
        ("East Coast Radio met", [(0, 3, "ORG")], None),
    ],
)
def test_the_name_of_a_body_is_whole(words: str, cut: Names, whole: Names | None) -> None:
    tree = " ".join(
        f"{word}/{'NNP' if word[0].isupper() else 'NN'}/{number and 1}/dep"
        for number, word in enumerate(words.split())
    )
    sentence = parsed((words, tree)).sentences[0]
    sentence = replace(sentence, entities=tuple(Entity(*name) for name in cut))
    found = [(e.first, e.last, e.type) for e in with_whole_names(sentence).entities]
    assert found == (cut if whole is None else whole)


def test_a_body_whose_noun_the_tree_gives_two_words_is_one_name() -> None:
    words = "the Seed and Soil Ministry shut"
    tree = (
        "the/DT/5/det Seed/NNP/5/compound and/CC/4/cc Soil/NNP/2/conj "
        "Ministry/NNP/6/nsubj shut/VBD/0/root"
    )
    sentence = parsed((words, tree)).sentences[0]
    cut = replace(sentence, entities=(Entity(1, 2, "ORG"),))
    assert with_whole_names(cut).entities == (Entity(1, 5, "ORG"),)
    two = replace(sentence, entities=(Entity(1, 2, "LOC"), Entity(3, 5, "ORG")))
    assert with_whole_names(two).entities == two.entities


@pytest.mark.parametrize("last", [2, 3, 4])
def test_a_name_keeps_the_number_that_is_written_with_it(last: int) -> None:
    words = "a TVX-4 sold"
    tree = "a/DT/2/det TVX/NNP/5/nsubj -/HYPH/4/punct 4/CD/2/flat sold/VBD/0/root"
    sentence = replace(parsed((words, tree)).sentences[0], entities=(Entity(1, last, "MISC"),))
    assert with_whole_names(sentence).entities == (Entity(1, 4, "MISC"),)
