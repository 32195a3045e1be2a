"""The people, organisations, countries, groups and places of all briefings, each one once."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from slugify import slugify

from generator.model import Briefing, Where, Who

from .content import EntityKind, EntityNote

FOLDERS: dict[EntityKind, str] = {
    "person": "people",
    "organisation": "organisations",
    "country": "countries",
    "group": "groups",
    "place": "places",
}
"""Where the pages of each kind lie."""
SLUG_LENGTH = 60
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", "page", "feed", "data"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
"""Names that some file system, or this site, keeps for itself."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity over all briefings."""

    kind: EntityKind
    name: str
    path: str
    note: EntityNote | None = None


class Directory:
    """Finds the one entity that a name of a kind stands for."""

    def __init__(
        self, names: Iterable[tuple[EntityKind, str]], notes: Iterable[EntityNote]
    ) -> None:
        """Give every name of a kind its entity: the editors' notes first, then each for itself."""
        known = {(note.kind, fold(name)): note for note in notes for name in _all_names(note)}
        named: dict[tuple[EntityKind, str], str] = {}
        aliases: dict[tuple[EntityKind, str], tuple[EntityKind, str]] = {}
        found: dict[tuple[EntityKind, str], EntityNote] = {}
        for kind, name in sorted(set(names)):
            note = known.get((kind, fold(name)))
            if note and note.hidden:
                continue
            key = (kind, fold(note.name if note else name))
            aliases[kind, fold(name)] = key
            named.setdefault(key, note.name if note else name)
            if note:
                found[key] = note
        entities = _with_paths(named, found)
        self._entities = {key: entities[main] for key, main in aliases.items()}
        self.entities = tuple(entities[key] for key in sorted(entities))

    def find(self, kind: EntityKind, name: str) -> Entity | None:
        """Return the entity that goes by this name."""
        return self._entities.get((kind, fold(name)))


def entity_kind(item: Who | Where) -> EntityKind:
    """Return the kind of entity that an item names; countries are one kind, who or where."""
    if isinstance(item, Who):
        return item.kind
    return "country" if item.kind == "country" else "place"


def named_items(briefing: Briefing) -> Iterator[tuple[str, Who | Where]]:
    """Yield every item of a briefing that names an entity, with its section."""
    for who in briefing.who:
        yield "who", who
    for where in briefing.where:
        yield "where", where


def fold(name: str) -> str:
    """Return a name without the differences that do not make another name."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def slug_of(name: str) -> str:
    """Return a name as a folder can be called on every file system."""
    slug = slugify(name, max_length=SLUG_LENGTH, word_boundary=True)
    if not slug or slug in RESERVED:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return f"{slug}-{digest}".lstrip("-")
    return slug


def _all_names(note: EntityNote) -> tuple[str, ...]:
    """Return every name that a note says is the same."""
    return (note.name, *note.aliases)


def _slug_order(
    key: tuple[EntityKind, str], notes: dict[tuple[EntityKind, str], EntityNote]
) -> tuple[bool, tuple[EntityKind, str]]:
    """Order entities so that those with a slug of the editors' choice get it."""
    note = notes.get(key)
    return not (note and note.slug), key


def _with_paths(
    named: dict[tuple[EntityKind, str], str], notes: dict[tuple[EntityKind, str], EntityNote]
) -> dict[tuple[EntityKind, str], Entity]:
    """Return each entity with a path of its own; a second of a slug gets a number."""
    taken: dict[str, int] = {}
    entities = {}
    for key, name in sorted(named.items(), key=lambda pair: _slug_order(pair[0], notes)):
        note = notes.get(key)
        base = path = f"{FOLDERS[key[0]]}/{(note and note.slug) or slug_of(name)}"
        while path in taken:
            taken[base] += 1
            path = f"{base}-{taken[base]}"
        taken[path] = 1
        entities[key] = Entity(key[0], name, f"{path}/", note)
    return entities
