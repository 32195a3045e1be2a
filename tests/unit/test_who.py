"""Which actors a draft lists: not those of whom nothing is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.actors.finding import find_actors_and_things
from generator.extract.actors.who import find_who
from generator.extract.reading import Reading
from generator.language.gazetteer import load
from generator.language.tree import Entity
from generator.model import Draft

from .trees import parsed

FILLER = ("It rained.", "It/PRP/2/nsubj rained/VBD/0/root ././2/punct")


def _listed(words: str, tree: str, *, lead: bool) -> list[str]:
    rows = [(words, tree)] if lead else [FILLER, FILLER, FILLER, (words, tree)]
    document = parsed(*rows)
    actors = find_actors_and_things(document, load())[0]
    return [w.name for w in find_who(Reading(document, load(), actors), Draft(title="News")).who]


@pytest.mark.parametrize("lead", [True, False])
@pytest.mark.parametrize(
    ("words", "tree"),
    [
        (
            "The agency demanded a list.",
            "The/DT/2/det agency/NN/3/nsubj demanded/VBD/0/root a/DT/5/det list/NN/3/obj "
            "././3/punct",
        ),
        (
            "A spokeswoman demanded calm.",
            "A/DT/2/det spokeswoman/NN/3/nsubj demanded/VBD/0/root calm/NN/3/obj ././3/punct",
        ),
        (
            "Some 90,000 people demanded calm.",
            "Some/DT/2/advmod 90,000/CD/3/nummod people/NNS/4/nsubj demanded/VBD/0/root "
            "calm/NN/4/obj ././4/punct",
        ),
    ],
)
def test_nobody_in_particular_is_no_actor(words: str, tree: str, lead: bool) -> None:
    assert _listed(words, tree, lead=lead) == []


def test_the_few_whom_the_lead_is_about_are_listed_and_nowhere_else() -> None:
    words = "Two people were killed."
    tree = (
        "Two/CD/2/nummod people/NNS/4/nsubj:pass were/VBD/4/aux:pass killed/VBN/0/root ././4/punct"
    )
    assert _listed(words, tree, lead=True) == ["Two people"]
    assert _listed(words, tree, lead=False) == []


def test_a_body_that_is_told_apart_is_listed() -> None:
    words = "The culture ministry demanded calm."
    tree = (
        "The/DT/3/det culture/NN/3/compound ministry/NN/4/nsubj demanded/VBD/0/root calm/NN/4/obj "
        "././4/punct"
    )
    assert _listed(words, tree, lead=False) == ["Culture ministry"]


PLATFORM = (
    "It was posted on Halmbook.",
    "It/PRP/3/nsubj:pass was/VBD/3/aux:pass posted/VBN/0/root on/IN/5/case Halmbook/NNP/3/obl "
    "././3/punct",
)
SHOP = (
    "She wept in the Halmbook shop.",
    "She/PRP/2/nsubj wept/VBD/0/root in/IN/6/case the/DT/6/det Halmbook/NNP/6/compound "
    "shop/NN/2/obl ././2/punct",
)
INQUIRY = (
    "She feared the Halmbook inquiry.",
    "She/PRP/2/nsubj feared/VBD/0/root the/DT/5/det Halmbook/NNP/5/compound inquiry/NN/2/obj "
    "././2/punct",
)


SOURCE = (
    "It fell, according to a Halmbook slide.",
    "It/PRP/2/nsubj fell/VBD/0/root ,/,/8/punct according/VBG/8/case to/IN/4/fixed a/DT/8/det "
    "Halmbook/NNP/8/compound slide/NN/2/obl ././2/punct",
)


@pytest.mark.parametrize(
    ("row", "place", "listed"),
    [
        (PLATFORM, 4, []),
        (SHOP, 4, []),
        (INQUIRY, 3, ["Halmbook"]),
        (SOURCE, 6, ["Halmbook"]),
    ],
)
def test_a_body_that_only_tells_which_thing_is_meant_plays_no_part(
    row: tuple[str, str], place: int, listed: list[str]
) -> None:
    document = parsed(FILLER, FILLER, FILLER, row)
    named = (Entity(place, place + 1, "ORG"),)
    sentences = (*document.sentences[:3], replace(document.sentences[3], entities=named))
    document = replace(document, sentences=sentences)
    reading = Reading(document, load(), find_actors_and_things(document, load())[0])
    assert [w.name for w in find_who(reading, Draft(title="News")).who] == listed


def test_an_unnamed_person_spoken_of_as_met_is_listed_only_in_a_lead() -> None:
    words, tree = (
        "The tall nominee resigned.",
        "The/DT/3/det tall/JJ/3/amod nominee/NN/4/nsubj resigned/VBD/0/root ././4/punct",
    )
    assert _listed(words, tree, lead=True) == ["Tall nominee"]
    assert _listed(words, tree, lead=False) == []


@pytest.mark.parametrize(
    ("subject", "tag"), [("Critics", "NNS"), ("Many critics", "NNS"), ("The mine operator", "NN")]
)
def test_people_and_bodies_in_general_are_listed_only_in_a_lead(subject: str, tag: str) -> None:
    *before, noun = subject.split()
    head = len(before) + 1
    tree = " ".join(
        [
            *(f"{w}/{'DT' if w == 'The' else 'NN'}/{head}/det" for w in before),
            f"{noun}/{tag}/{head + 1}/nsubj",
            f"agreed/VBD/0/root ././{head + 1}/punct",
        ]
    )
    assert _listed(f"{subject} agreed.", tree, lead=True)
    assert _listed(f"{subject} agreed.", tree, lead=False) == []


def test_whoever_the_news_is_about_comes_before_who_says_so() -> None:
    words, tree = (
        "Six nurses died, the board announced.",
        "Six/CD/2/nummod nurses/NNS/3/nsubj died/VBD/7/ccomp ,/,/3/punct the/DT/6/det "
        "board/NN/7/nsubj announced/VBD/0/root ././7/punct",
    )
    assert _listed(words, tree, lead=True) == ["Six nurses"]


def test_the_name_in_an_administration_s_is_no_actor_beside_it() -> None:
    words, tree = (
        "The Orr administration agreed.",
        "The/DT/3/det Orr/NNP/3/compound administration/NN/4/nsubj agreed/VBD/0/root ././4/punct",
    )
    document = parsed((words, tree))
    named = replace(document.sentences[0], entities=(Entity(1, 2, "PERSON"),))
    document = replace(document, sentences=(named,))
    reading = Reading(document, load(), find_actors_and_things(document, load())[0])
    found = find_who(reading, Draft(title="News")).who
    assert [w.name for w in found] == ["Orr administration"]
