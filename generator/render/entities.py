"""The people, organisations, countries, groups and places that briefings name, each one once.

Where the pages of an entity lie follows from its kind, its name and what editors say about it, and
from nothing else on the site: so a briefing's page can be written without reading another.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.entities import fold
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
KINDS: dict[str, EntityKind] = {folder: kind for kind, folder in FOLDERS.items()}
"""The kind of what lies in each folder."""
KNOWN = 16_384
"""Entities that a process keeps in memory."""
SLUG_LENGTH = 60
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", "page", "feed", "data"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
"""Names that some file system, or this site, keeps for itself."""

_PLAIN = re.compile("[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")


class Entity(NamedTuple):
    """One entity over all briefings."""

    kind: EntityKind
    name: str
    path: str
    note: EntityNote | None = None


class Directory:
    """Finds the one entity that a name of a kind stands for."""

    def __init__(self, notes: Iterable[EntityNote]) -> None:
        """Take what editors say about entities; any other name stands for itself."""
        self._notes = {(note.kind, fold(name)): note for note in notes for name in _all_names(note)}
        self._found = lru_cache(maxsize=KNOWN)(self._make)

    def find(self, kind: EntityKind, name: str) -> Entity | None:
        """Return the entity that goes by this name; none where editors say that there is none."""
        return self._found(kind, name)

    def _make(self, kind: EntityKind, name: str) -> Entity | None:
        note = self._notes.get((kind, fold(name)))
        if note and note.hidden:
            return None
        name = note.name if note else name
        slug = (note and note.slug) or slug_of(name)
        return Entity(kind, name, f"{FOLDERS[kind]}/{slug}/", note)


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


def slug_of(name: str) -> str:
    """Return a name as a folder can be called on every file system.

    Names of one slug are one entity, so a slug that leaves out what tells names apart (because it
    is cut, or written in another script) ends in a digest of the name.
    """
    slug = _slug(name)
    if 0 < len(slug) <= SLUG_LENGTH and slug not in RESERVED and _is_latin(name):
        return slug
    slug = _slug(name, SLUG_LENGTH)
    digest = hashlib.sha256(fold(name).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug}-{digest}".lstrip("-")


def _slug(name: str, most: int = 0) -> str:
    """Return a name in the letters of addresses, the whole of it or at most so many of them."""
    if _PLAIN.fullmatch(name) and not most:
        return name.lower().replace(" ", "-")
    from slugify import slugify  # its tables take 5 ms and 4 MB, and most names need none of them

    slug: str = slugify(name, max_length=most, word_boundary=True)
    return slug


def _is_latin(name: str) -> bool:
    """Tell whether a slug, which is in Latin letters, says all of the letters of a name."""
    return all(
        unicodedata.name(letter, "").startswith("LATIN")
        for letter in unicodedata.normalize("NFKC", name)
        if letter.isalpha() or unicodedata.category(letter) in {"Sm", "So"}
    )


def _all_names(note: EntityNote) -> tuple[str, ...]:
    """Return every name that a note says is the same."""
    return (note.name, *note.aliases)
