"""A parsed document -> its actors, named and unnamed, with every mention of each."""

from __future__ import annotations

from generator.extract.actors.gathering import gather
from generator.extract.actors.owners import with_owners
from generator.extract.actors.pronouns import add_it_and_they
from generator.extract.actors.referents import find_referents, things_among
from generator.extract.actors.referring import add_references
from generator.extract.reading import Actor, Place
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Document


def find_actors_and_things(
    document: Document, gazetteer: Gazetteer
) -> tuple[tuple[Actor, ...], dict[Place, Place]]:
    """Return the actors of a document: proper names first, then what refers to them.

    And the heads of the things that each other "it" and "they" takes up.
    """
    actors = add_references(document, gather(document, gazetteer))
    referents = find_referents(document, actors)
    complete = add_it_and_they(document, actors, referents)
    things = things_among(referents)
    return with_owners(document, complete), things
