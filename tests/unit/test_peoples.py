"""Nationalities, peoples and faiths are known by form, and named as such in what is learned."""

import pytest

from generator.language.peoples import is_people
from training.relabel import settle


@pytest.mark.parametrize(
    "word", ["Kenyan", "Kenyans", "Sunni", "Shi'ite", "Shi’ite", "Frenchmen", "Yazidis"]
)
def test_peoples_are_told_by_form(word: str) -> None:
    assert is_people(word)


@pytest.mark.parametrize(
    "word", ["kenyan", "Kenya", "Karen", "Philippines", "Laos", "Finn", "", "The"]
)
def test_places_persons_and_plain_words_are_no_peoples(word: str) -> None:
    assert not is_people(word)


def test_people_taken_for_a_place_is_retyped() -> None:
    assert settle(["Kuwaiti", "ships"], [(0, 1, "LOC")]) == [(0, 1, "NORP")]


def test_people_that_no_name_covers_is_added() -> None:
    words = "Two Sri Lankans and a North Korean left".split()
    assert settle(words, []) == [(1, 3, "NORP"), (5, 7, "NORP")]


def test_people_inside_a_longer_name_stays_part_of_it() -> None:
    words = "the Kenyan Red Cross".split()
    assert settle(words, [(1, 4, "ORG")]) == [(1, 4, "ORG")]


def test_person_called_like_a_people_stays_a_person() -> None:
    assert settle(["English", "resigned"], [(0, 1, "PERSON")]) == [(0, 1, "PERSON")]
