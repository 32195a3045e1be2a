"""A parsed document -> its actors, named and unnamed, with every mention of each."""

from __future__ import annotations

from generator.extract.actors.gathering import gather
from generator.extract.actors.nominals import add_nominals
from generator.extract.actors.pronouns import add_pronouns
from generator.extract.reading import Actor
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Document


def find_actors(document: Document, gazetteer: Gazetteer) -> tuple[Actor, ...]:
    """Return the actors of a document: proper names first, then common nouns, then pronouns."""
    named = gather(document, gazetteer)
    return add_pronouns(document, add_nominals(document, named))
