"""`content/entities.yaml` into what editors have fixed about names once for all briefings."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Literal, NamedTuple, TypeAlias, TypeVar, get_args

from pydantic import Field, model_validator

from generator.errors import ContentError, Problems
from generator.formats import CountryCode, Link, Text, whole_point
from generator.model import ActorKind, Briefing, PlaceKind, Value, Where, Who
from generator.references import renamed, spelled_out, without_lost
from generator.yamlio import load, locate

_ACTORS: frozenset[str] = frozenset(get_args(ActorKind))
_PLACES: frozenset[str] = frozenset({*get_args(PlaceKind), "place"})
_SECTIONS = ("who", "where")


class Entity(Value):
    """A person, organisation, country, group or place under one name."""

    name: Text = Field(examples=["Ana Ruiz"])
    """The name that pages use."""
    kind: Literal[ActorKind, PlaceKind, "place"] | None = None
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

    _point = model_validator(mode="after")(whole_point)


class Entities(Value):
    """The whole of the file."""

    entities: tuple[Entity, ...] = ()
    """One entry for each."""


Named = TypeVar("Named", Who, Where)
Known: TypeAlias = Mapping[tuple[str, str], int]
"""By section and folded name, the position of the entry for it."""


class Applied(NamedTuple):
    """Briefings in which names are what editors have made of them."""

    briefings: tuple[Briefing, ...]
    used: tuple[int, ...]
    """The entries that match a name, by their positions in the file."""


def load_entities(text: str, path: str) -> Entities:
    """Return the entries of a file; raise everything that is wrong with it."""
    entities = load(Entities, text, path)
    if contested := list(_contested(entities)):
        place = locate(text, path, [("entities", at) for at, _ in contested])
        fix = "Keep it in one of them, or give each its kind."
        raise Problems(
            ContentError(
                f"entities[{at}] has a name that entities[{rival}] has too.",
                place(("entities", at)),
                fix,
            )
            for at, rival in contested
        )
    return entities


def apply_entities(entities: Entities, briefings: Sequence[Briefing]) -> Applied:
    """Give actors and places the names, kinds and coordinates that editors have fixed for them.

    Two items of a briefing that are one entity become one. What is no entity goes; where something
    else refers to it, it is merely named.
    """
    if not entities.entities:
        return Applied(tuple(briefings), ())
    known = _known(entities)
    used = {
        known[section, fold(item.name)]
        for briefing in briefings
        for section in _SECTIONS
        for item in getattr(briefing, section)
        if (section, fold(item.name)) in known
    }
    applied = tuple(_applied(briefing, entities, known) for briefing in briefings)
    return Applied(applied, tuple(sorted(used)))


def unused_entries(unused: Iterable[int], text: str, path: str) -> tuple[ContentError, ...]:
    """Return an error with its place in the file for every entry that matches nothing."""
    unused = tuple(unused)
    place = locate(text, path, [("entities", at) for at in unused])
    fix = "Write a name as a briefing spells it under `spellings`, or remove the entry."
    return tuple(
        ContentError(f"entities[{at}] names nothing in any briefing.", place(("entities", at)), fix)
        for at in unused
    )


def is_kept_out(entity: Entity, texts: Iterable[str]) -> bool:
    """Tell whether an entry keeps out of briefings what their articles speak of."""
    names = [fold(name) for name in (entity.name, *entity.spellings)]
    return entity.is_false and any(name in fold(text) for text in texts for name in names)


def fold(name: str) -> str:
    """Return a name without the differences that do not make another name."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _known(entities: Entities) -> dict[tuple[str, str], int]:
    return {
        (section, fold(name)): at
        for at, entity in reversed(list(enumerate(entities.entities)))
        for section in _sections(entity)
        for name in (entity.name, *entity.spellings)
    }


def _sections(entity: Entity) -> tuple[str, ...]:
    """Return the sections whose items an entry is for; a country is an actor and a place."""
    kinds = {"who": _ACTORS, "where": _PLACES}
    return tuple(s for s in _SECTIONS if entity.kind is None or entity.kind in kinds[s])


def _contested(entities: Entities) -> Iterator[tuple[int, int]]:
    """Yield the positions of entries that claim a name, and of those that have it already."""
    known = _known(entities)
    for at, entity in enumerate(entities.entities):
        names = (entity.name, *entity.spellings)
        keys = ((section, fold(name)) for section in _sections(entity) for name in names)
        rival = next((known[key] for key in keys if known[key] != at), None)
        if rival is not None:
            yield at, rival


def _applied(briefing: Briefing, entities: Entities, known: Known) -> Briefing:
    entries = {
        section: {
            item.id: known[section, fold(item.name)]
            for item in getattr(briefing, section)
            if (section, fold(item.name)) in known
        }
        for section in _SECTIONS
    }
    if not any(entries.values()):
        return briefing
    one_each = renamed(briefing, {section: _first_ids(at) for section, at in entries.items()})
    fixes = {
        section: {name: entities.entities[at] for name, at in found.items()}
        for section, found in entries.items()
    }
    false = {name for name, entity in fixes["who"].items() if entity.is_false}
    named = spelled_out(one_each, {who.id: who.name for who in one_each.who if who.id in false})
    fixed = {name: _fixed_items(getattr(named, name), fixes[name]) for name in _SECTIONS}
    return without_lost(named.model_copy(update=fixed))


def _first_ids(entries: Mapping[str, int]) -> dict[str, str]:
    """Return for each item's id that of the first item of the same entity."""
    first: dict[int, str] = {}
    return {name: first.setdefault(at, name) for name, at in entries.items()}


def _fixed_items(items: Sequence[Named], fixes: Mapping[str, Entity]) -> tuple[Named, ...]:
    """Put items of one id together and give them what their entries say."""
    alike: defaultdict[str, list[Named]] = defaultdict(list)
    for item in items:
        alike[item.id].append(item)
    together = (reduce(_together, same) for same in alike.values())
    return tuple(
        _fixed(item, fixes[item.id]) if item.id in fixes else item
        for item in together
        if item.id not in fixes or not fixes[item.id].is_false
    )


def _together(one: Named, other: Named) -> Named:
    more: dict[str, object] = {
        "aliases": (*one.aliases, other.name, *other.aliases),
        "evidence": (*one.evidence, *(e for e in other.evidence if e not in one.evidence)),
    }
    if isinstance(one, Who) and isinstance(other, Who):
        more["mentions"] = (one.mentions or 0) + (other.mentions or 0) or None
    return one.model_copy(update=more)


def _fixed(item: Named, entity: Entity) -> Named:
    aliases = dict.fromkeys((item.name, *item.aliases))
    kinds = _ACTORS if isinstance(item, Who) else _PLACES - {"place"}
    fixed: dict[str, object] = {
        "name": entity.name,
        "aliases": tuple(name for name in aliases if name != entity.name),
        "kind": entity.kind if entity.kind in kinds else item.kind,
    }
    if isinstance(item, Where):
        known = {name: getattr(entity, name) for name in ("country", "lat", "lon")}
        fixed |= {name: value for name, value in known.items() if value is not None}
        if entity.lat is not None and (entity.lat, entity.lon) != (item.lat, item.lon):
            fixed["gazetteer"] = None  # it says where another place lies
    return item.model_copy(update=fixed)
