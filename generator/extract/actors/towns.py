"""A name that a tagger takes for somebody's or a body's -> whether it is a town's there."""

from __future__ import annotations

from generator.extract.actors.mentions import Name
from generator.extract.words.place_words import PLACING
from generator.extract.words.titles import names_people
from generator.language.gazetteer import Gazetteer


def is_town(name: Name, gazetteer: Gazetteer) -> bool:
    """Say whether a name that the gazetteer has stands where a town's does.

    As in "met in Accra", "Mangochi and Nsanje" and "Halm Hospital, Accra".
    """
    if name.type not in {"PERSON", "ORG"} or not gazetteer.candidates(name.text, villages=True):
        return False
    owns = name.head.label == "nmod:poss"  # "a probe into Orr's server"
    lone = name.type == "PERSON" and len(name.tokens) == 1 and not owns
    return _is_beside_a_place(name) or (
        lone and _is_gone_to(name) and gazetteer.find(name.text) is not None
    )


def _is_beside_a_place(name: Name) -> bool:
    """Say whether a "person" is one of a list of places, or put beside one behind a comma."""
    sentence, first = name.sentence, name.head
    places = [e for e in sentence.entities if e.type == "LOC"]
    if first.label == "appos" and sentence.tokens[name.first - 1].text == ",":
        return any(e.last == name.first - 1 for e in places)
    while first.label == "conj" and first.head >= 0:
        first = sentence.tokens[first.head]
    listed = {first.index, *(t.index for t in sentence.children(first, "conj"))}
    beside = name.type == "PERSON" and len(listed) > 1
    return beside and any(listed & set(range(e.first, e.last)) for e in places)


def _is_gone_to(name: Name) -> bool:
    """Say whether one is in a name, or comes from it: "a trader from Accra"."""
    before = name.sentence.tokens[max(0, name.first - 2) : name.first]
    case = before[-1].text.lower() if before else ""
    return case in PLACING or (case == "from" and len(before) > 1 and names_people(before[0]))
