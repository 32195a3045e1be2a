"""Names of one article agree on their types."""

from __future__ import annotations

from dataclasses import replace

from generator.language.agreement import agree
from generator.language.tree import Entity, Sentence

from .trees import parsed

Names = list[tuple[int, int, str]]


def _sentences(*rows: tuple[str, Names]) -> list[Sentence]:
    """Build flat sentences of words parted by blanks, with their names."""
    flat = [
        (words, " ".join(f"{word}/NNP/{number}/dep" for number, word in enumerate(words.split())))
        for words, _ in rows
    ]
    return [
        replace(sentence, entities=tuple(Entity(*name) for name in rows[sentence.index][1]))
        for sentence in parsed(*flat).sentences
    ]


def _types(*rows: tuple[str, Names]) -> list[list[str]]:
    return [[e.type for e in sentence.entities] for sentence in agree(_sentences(*rows))]


def test_a_surname_alone_is_the_person_whatever_one_sentence_says() -> None:
    full = ("Brett Odhiambo arrived", [(0, 2, "PERSON")])
    alone = ("Odhiambo left", [(0, 1, "ORG")])
    assert _types(full, alone) == [["PERSON"], ["PERSON"]]


def test_a_person_without_the_last_name_is_that_person() -> None:
    full = ("Naa Shika Odhiambo arrived", [(0, 3, "PERSON")])
    assert _types(full, ("Naa Shika left", [(0, 2, "ORG")])) == [["PERSON"], ["PERSON"]]


def test_any_other_name_has_its_commonest_type() -> None:
    body = ("Norvik objected", [(0, 1, "ORG")])
    slip = ("Norvik waited", [(0, 1, "LOC")])
    assert _types(slip, body, body) == [["ORG"], ["ORG"], ["ORG"]]


def test_peoples_keep_their_type() -> None:
    people = ("Georgian voters", [(0, 1, "NORP")])
    place = ("Georgian Bay", [(0, 1, "LOC")])
    assert _types(people, place, place) == [["NORP"], ["LOC"], ["LOC"]]


def test_an_unknown_people_beside_a_known_one_is_a_body_named_with_it() -> None:
    assert _types(("Halmwether Nordic objected", [(0, 1, "NORP"), (1, 2, "NORP")])) == [["ORG"]]
    assert _types(("Asian American voters", [(0, 1, "NORP"), (1, 2, "NORP")])) == [["NORP", "NORP"]]


def test_parts_of_a_hyphenated_name_are_one_name() -> None:
    (sentence,) = parsed(
        ("Ana Reis-Tau", "Ana/NNP/0/root Reis/NNP/1/flat -/HYPH/1/punct Tau/NNP/1/flat")
    ).sentences
    split = replace(sentence, entities=(Entity(0, 2, "PERSON"), Entity(3, 4, "PERSON")))
    assert agree([split])[0].entities == (Entity(0, 4, "PERSON"),)


def test_two_people_with_a_word_between_them_stay_two() -> None:
    (sentence,) = agree(_sentences(("Ana and Tau", [(0, 1, "PERSON"), (2, 3, "PERSON")])))
    assert len(sentence.entities) == 2


def test_no_sentences_agree() -> None:
    assert agree([]) == ()
