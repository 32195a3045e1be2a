"""Corpora are brought to one idea of a name before the language model learns from them."""

import json
from pathlib import Path
from random import Random

import pytest

from training.augment import OPEN_TAGS, Rewording, Swapper, known_names, recapitalise
from training.beside import made_beside
from training.corpora import Example
from training.evaluate import as_written, names_found
from training.labels import ANY, as_label_sets, label_set, names_of
from training.marked import marked
from training.relabel import doubtful, strip_name


def test_names_are_read_from_iob_and_io_labels() -> None:
    assert names_of(["B-per", "I-per", "O", "I-org", "B-org"]) == [
        (0, 2, "per"),
        (3, 4, "org"),
        (4, 5, "org"),
    ]


def test_label_sets_say_what_is_known() -> None:
    sets = as_label_sets(4, [(0, 2, "LOC")], {3: ANY})
    assert sets == (label_set("B-LOC"), label_set("I-LOC"), label_set("O"), ANY)


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        ("Prime Minister Asha Menon", "PERSON", "Asha Menon"),
        ("Kenyan Secretary of State John Okello", "PERSON", "John Okello"),
        ("Minister for the Lake Region John Okello", "PERSON", None),
        ("President", "PERSON", None),
        ("Billie King", "PERSON", "Billie King"),
        ("U.N. Secretary - General", "ORG", "U.N."),
        ("the Ministry of the Interior", "ORG", "Ministry of the Interior"),
        ("northern Chad", "LOC", "Chad"),
    ],
)
def test_titles_and_articles_are_cut_from_names(text: str, kind: str, left: str | None) -> None:
    words = text.split()
    name = strip_name(words, (0, len(words), kind))
    assert (" ".join(words[name[0] : name[1]]) if name else None) == left


def test_proper_nouns_outside_names_are_left_open() -> None:
    words = "On Monday President Menon praised Harbourlight".split()
    proper = [False, True, True, True, False, True]
    assert doubtful(words, [(3, 4, "PERSON")], proper, ANY) == {5: ANY}


def swapped(example: Example) -> list[Example]:
    swapper = Swapper([["Nairobi"], ["Sri", "Lanka"]])
    return [swapper.swap(example, Random(seed)) for seed in range(60)]


def test_swapped_names_keep_their_types() -> None:
    words = ("Asha", "Menon", "left", "Chad")
    sets = as_label_sets(4, [(0, 2, "PERSON"), (3, 4, "LOC")], {})
    results = swapped(Example("own", words, sets))
    assert any(result.words != words for result in results)
    for result in results:
        assert len(result.words) == len(result.entities)
        kinds = [kind for _, _, kind in known_names(result.entities)]
        assert kinds[-1] == "LOC"
        assert "PERSON" in kinds


def test_swapped_names_are_as_long_where_there_is_a_tree() -> None:
    words = ("Asha", "Menon", "left", "Chad")
    sets = as_label_sets(4, [(0, 2, "PERSON"), (3, 4, "LOC")], {})
    tree = Example("own", words, sets, ("NNP", "NNP", "VBD", "NNP"), (3, 1, 0, 3), ("x",) * 4)
    assert all(result.entities == sets for result in swapped(tree))


def test_recapitalising_changes_nothing_but_capitals() -> None:
    words = ["The", "port", "of", "Mombasa"]
    for seed in range(60):
        changed = recapitalise(words, Random(seed))
        assert [word.lower() for word in changed] == [word.lower() for word in words]


def test_cut_up_words_are_put_back_as_an_article_has_them() -> None:
    words = "The U . S . envoy ( 52 ) said : \" We 're half - done , \" didn 't he ?".split()
    text, (spans,) = as_written([words])
    assert text == "The U.S. envoy (52) said: \"We're half-done,\" didn't he?\n\n"
    assert [text[span.start : span.end] for span in spans] == words


def test_a_reworded_sentence_has_other_words_of_the_same_tags_and_nothing_is_known_of_it() -> None:
    words = tuple("The small dog saw Ana Reis while the old cats were asleep".split())
    tags = tuple("DT JJ NN VBD NNP NNP IN DT JJ NNS VBD JJ".split())
    more = Example("b", ("red", "apples", "fell"), (1,) * 3, ("JJ", "NNS", "VBD"), (2, 3, 0))
    one = Example("a", words, (1,) * len(words), tags, tuple(range(len(words))))
    of_tag = {
        tag: {w for e in (one, more) for w, t in zip(e.words, e.tags, strict=True) if t == tag}
        for tag in OPEN_TAGS
    }
    drawn = [Rewording([one, more]).reword(one, Random(seed)) for seed in range(20)]
    assert any(new.words != words for new in drawn)
    for new in drawn:
        assert (new.entities, new.tags, new.heads) == ((ANY,) * len(words), (), ())
        for old, word, tag in zip(words, new.words, tags, strict=True):
            assert word == old or word in of_tag[tag]


def test_marked_names_are_read_word_by_word(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("[ORG Rise & Co.]'s [? Sika] left [LOC N'Djamena].\n", "utf-8")
    ((words, names, unsure),) = marked(path)
    assert [" ".join(words[a:b]) for a, b, _ in names] == ["Rise & Co.", "N'Djamena"]
    assert [kind for _, _, kind in names] == ["ORG", "LOC"]
    assert [words[at] for at in unsure] == ["Sika"]


def test_a_bracket_that_marks_nothing_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("All is well.\n\n[FIRM Rise] fell.\n", "utf-8")
    with pytest.raises(ValueError, match=r"own\.txt:3: "):
        list(marked(path))


@pytest.mark.parametrize("workers", [0, 2])
def test_what_is_made_beside_comes_in_the_order_that_it_was_wanted_in(workers: int) -> None:
    assert list(made_beside(str, range(9), workers)) == [str(number) for number in range(9)]


def test_names_are_measured_sentence_by_sentence_or_as_their_article_agrees(tmp_path: Path) -> None:
    marked = {
        "Chancellor Ana Halm sold the port on Monday .": (1, 3),
        "Halm has a port .": (0, 1),
        "Residents left Halm on foot .": (2, 3),
    }
    sentences = [
        {"tokens": text.split(), "entities": [[*name, "Person"]]} for text, name in marked.items()
    ]
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"sentences": sentences}), encoding="utf-8")
    alone, agreed = (names_found(path, own_words=True, alone=alone)[0] for alone in (True, False))
    assert alone["recall"] < agreed["recall"] == "1.000"
