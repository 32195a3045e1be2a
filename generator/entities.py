"""`content/entities.yaml` into what editors have fixed about names once for all briefings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.formats import CountryCode, Link, Slug, Text
from generator.model import ActorKind, PlaceKind, Value
from generator.yamlio import load


class Entity(Value):
    """A person, organisation, country, group or place under one name."""

    name: Text = Field(examples=["Ana Ruiz"])
    """The name that pages use."""
    id: Slug | None = Field(default=None, examples=["ana-ruiz"])
    """The address of its page; made from the name where it is absent."""
    kind: ActorKind | PlaceKind | Literal["place"] | None = None
    """What it is. Actors and places that share a name are told apart by it."""
    spellings: tuple[Text, ...] = ()
    """Other names that briefings use for it, exactly as they stand there but for case."""
    note: str | None = None
    """Markdown, shown on its page."""
    same_as: tuple[Link, ...] = Field(default=(), examples=["https://www.wikidata.org/wiki/Q1"])
    """Addresses of the same entity elsewhere."""
    country: CountryCode | None = None
    """ISO 3166-1 alpha-2, for a place that the gazetteer lacks or misplaces."""
    lat: float | None = Field(default=None, ge=-90, le=90)
    """Degrees north."""
    lon: float | None = Field(default=None, ge=-180, le=180)
    """Degrees east."""
    is_false: bool = Field(default=False, alias="not")
    """Whether what bears this name is no actor or place at all: it is left out everywhere."""


class Entities(Value):
    """The whole of the file."""

    entities: tuple[Entity, ...] = ()
    """One entry for each."""


def load_entities(text: str, path: str) -> Entities:
    """Return the entries of a file; raise everything that is wrong with it."""
    return load(Entities, text, path)
