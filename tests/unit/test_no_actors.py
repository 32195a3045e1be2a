"""Names of ships, storms, honours, parties and roads are no actors' names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.actors.mentions import sentence_names
from generator.extract.actors.no_actors import banned, is_no_actor
from generator.language.tree import Entity, Sentence

from .trees import parsed

TAGS = {"of": "IN", "and": "CC", "'s": "POS", "a": "DT", "an": "DT", "the": "DT"}


def _flat(words: str, *entities: tuple[int, int, str]) -> Sentence:
    """Build a flat sentence of words parted by blanks: capitals are names, the rest nouns."""
    tree = " ".join(f"{word}/{_tag(word)}/{at}/dep" for at, word in enumerate(words.split()))
    sentence = parsed((words, tree)).sentences[0]
    return replace(sentence, entities=tuple(Entity(*entity) for entity in entities))


def _tag(word: str) -> str:
    if word in TAGS or not word[0].isalpha():
        return TAGS.get(word, "PUNCT")
    return "NNP" if word[0].isupper() else "NN"


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("the gunboat Aster fired", (2, 3, "PERSON")),
        ("MV Aster sank", (1, 2, "ORG")),
        ("Hurricane Odile struck", (1, 2, "PERSON")),
        ("an MBE arrived", (1, 2, "ORG")),
        ("Grandad wept", (0, 1, "PERSON")),
        ("the Halm Highway closed", (1, 3, "ORG")),
        ("a Halm - based charity", (1, 2, "ORG")),
        ("on board the Halm Star", (3, 5, "ORG")),
        ("Minister of Public Works and Gender Equality", (5, 7, "ORG")),
        ("a Latin American country", (1, 3, "ORG")),
        ("the Halm Minister in Oslo", (1, 3, "ORG")),
        ("Dorset) Ltd closed", (0, 2, "ORG")),
    ],
)
def test_things_and_honours_are_no_actors(words: str, entity: tuple[int, int, str]) -> None:
    (name,) = sentence_names(_flat(words, entity), words)
    assert is_no_actor(name)


@pytest.mark.parametrize(
    ("words", "tree", "entity", "none"),
    [
        (
            "They met at Halm Conference Centre",
            "They/PRP/2/nsubj met/VBD/0/root at/IN/6/case Halm/NNP/6/compound "
            "Conference/NNP/6/compound Centre/NNP/2/obl",
            (3, 6),
            True,
        ),
        (
            "They met at Halm Hurricane Centre",
            "They/PRP/2/nsubj met/VBD/0/root at/IN/6/case Halm/NNP/6/compound "
            "Hurricane/NNP/6/compound Centre/NNP/2/obl",
            (3, 6),
            False,
        ),
        (
            "White House said no",
            "White/NNP/2/compound House/NNP/3/nsubj said/VBD/0/root no/UH/3/obj",
            (0, 2),
            False,
        ),
    ],
)
def test_products_and_venues_are_no_actors_but_houses_that_act_are(
    words: str, tree: str, entity: tuple[int, int], none: bool
) -> None:
    sentence = parsed((words, tree)).sentences[0]
    sentence = replace(sentence, entities=(Entity(*entity, "ORG"),))
    (name,) = sentence_names(sentence, words)
    assert is_no_actor(name) == none


def test_a_party_in_brackets_after_a_person_is_no_actor() -> None:
    words = "Ada Orr ( Con , Harbour ) spoke"
    person, party = sentence_names(_flat(words, (0, 2, "PERSON"), (3, 4, "ORG")), words)
    assert [is_no_actor(person), is_no_actor(party)] == [False, True]


def test_an_acronym_in_brackets_after_a_body_is_one() -> None:
    words = "Halm Rail Authority ( HRA ) spoke"
    found = list(sentence_names(_flat(words, (0, 3, "ORG"), (4, 5, "ORG")), words))
    assert not any(map(is_no_actor, found))


def test_what_an_article_calls_a_town_or_a_ship_is_no_actor_anywhere_in_it() -> None:
    town = "Orrin , a city of mills , slept"
    ship = "the ferry Aster sank"
    names = [
        *sentence_names(_flat(town, (0, 1, "PERSON")), town),
        *sentence_names(_flat(ship, (2, 3, "PERSON")), ship),
    ]
    assert banned(names) == {"orrin", "aster"}


def test_a_district_s_chief_is_no_district() -> None:
    words = "Ada Orr , the district 's chief , spoke"
    names = list(sentence_names(_flat(words, (0, 2, "PERSON")), words))
    assert banned(names) == frozenset()


def test_an_exchange_and_its_symbol_for_a_share_are_no_actors() -> None:
    words = "Halm Foods ( ASX : HLM ) fell"
    found = sentence_names(_flat(words, (0, 2, "ORG"), (3, 4, "ORG"), (5, 6, "ORG")), words)
    assert [is_no_actor(name) for name in found] == [False, True, True]


def test_ms_before_a_person_is_no_ship_s_prefix() -> None:
    words = "Ms Orr wept"
    (name,) = sentence_names(_flat(words, (1, 2, "PERSON")), words)
    assert not is_no_actor(name)


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("under the Clean Air Act", (2, 5, "ORG")),
        ("the Clean Air Act of 1990", (1, 6, "ORG")),
        ("won the Halm Cup", (2, 4, "ORG")),
        ("of World War II", (1, 4, "ORG")),
        ("Covid", (0, 1, "PERSON")),
    ],
)
def test_laws_contests_and_diseases_are_things(words: str, entity: tuple[int, int, str]) -> None:
    found = list(sentence_names(_flat(words, entity), words))
    assert banned(found)


def test_initials_of_a_thing_are_the_thing_and_the_body_in_its_name_is_not() -> None:
    words = "the Halm World Cup HWC Halm"
    sentence = _flat(words, (1, 4, "ORG"), (4, 5, "ORG"), (5, 6, "ORG"))
    assert banned(list(sentence_names(sentence, words))) == {"halm world cup", "hwc"}


def test_people_called_like_things_and_leagues_that_act_are_actors() -> None:
    assert not banned(list(sentence_names(_flat("Jo Law", (0, 2, "PERSON")), "Jo Law")))
    words = "The Halm League fined them."
    tree = (
        "The/DT/3/det Halm/NNP/3/compound League/NNP/4/nsubj fined/VBD/0/root them/PRP/4/obj "
        "././4/punct"
    )
    sentence = replace(parsed((words, tree)).sentences[0], entities=(Entity(1, 3, "ORG"),))
    assert not banned(list(sentence_names(sentence, words)))


def test_what_somebody_studies_is_no_body() -> None:
    tree = "She/PRP/2/nsubj studied/VBD/0/root Hydraulic/NNP/4/compound Works/NNP/2/obj"
    sentence = replace(
        parsed(("She studied Hydraulic Works", tree)).sentences[0],
        entities=(Entity(2, 4, "ORG"),),
    )
    assert all(
        is_no_actor(name) for name in sentence_names(sentence, "She studied Hydraulic Works")
    )
