"""What a person wrote, the shortest way, into the full form that the models read.

Where a list is expected a single entry may stand; where an entry has one field that matters, that
field's text may stand for it, and the address of a source for that; a field with nothing in it is
not there. Ids that are left out are made: from the name of an actor or a place, from a letter and a
number for the rest.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache
from typing import Any, TypeAlias, cast, get_args, get_origin

from pydantic import BaseModel

from generator.model import MAIN_FIELDS, SECTIONS, Item, Source

ModelKind: TypeAlias = type[BaseModel]

_PREFIXES = {"what": "w", "when": "t", "why": "y", "how": "h", "quotes": "q", "open_questions": "o"}
MAX_ID = 80


@cache
def _inner_models(kind: ModelKind) -> dict[str, tuple[bool, ModelKind | None]]:
    """Return which fields hold lists or values of ours: is it a list, and of which values."""
    found = {}
    for name, field in kind.model_fields.items():
        annotation = field.annotation
        is_list = get_origin(annotation) is tuple
        inner = get_args(annotation)[0] if is_list else annotation
        is_value = isinstance(inner, type) and issubclass(inner, BaseModel)
        if is_list or is_value:
            found[field.alias or name] = (is_list, cast(ModelKind, inner) if is_value else None)
    return found


def expand(kind: ModelKind, fields: dict[str, object]) -> dict[str, object]:
    """Return the full form of a mapping that a model is made from."""
    full = _given(fields)
    for name, (is_list, inner) in _inner_models(kind).items():
        if name not in full:
            continue
        value: Any = full[name]
        if is_list:
            entries = value if isinstance(value, list) else [value]
            full[name] = [_expand_entry(inner, entry) for entry in entries]
        elif inner and isinstance(value, dict):
            full[name] = expand(inner, value)
    return full


def _given(fields: dict[str, object]) -> dict[str, object]:
    """Return the fields that have something in them."""
    if None not in fields.values():
        return dict(fields)
    return {name: given for name, given in fields.items() if given is not None}


def _expand_entry(kind: ModelKind | None, entry: object) -> object:
    if isinstance(entry, dict):
        if kind is None:  # one of several kinds of value, which hold no lists
            return _given(entry)
        return expand(kind, entry)
    if isinstance(entry, str) and kind in MAIN_FIELDS:
        by = {"by": "editor"} if issubclass(kind, Item) else {}
        is_link = kind is Source and entry.startswith(("http://", "https://"))
        return {"url" if is_link else MAIN_FIELDS[kind]: entry, **by}
    return entry


def add_ids(briefing: dict[str, Any]) -> dict[str, Any]:
    """Return a briefing's full form in which every source and item has an id."""
    named = {"sources": _numbered(briefing.get("sources"), "s")}
    for section in SECTIONS:
        prefix = _PREFIXES.get(section)
        entries = briefing.get(section)
        named[section] = _numbered(entries, prefix) if prefix else _slugged(entries)
    return briefing | {name: entries for name, entries in named.items() if entries is not None}


def _numbered(entries: Any, prefix: str) -> Any:
    if not _lack_ids(entries):
        return entries
    taken = _ids(entries)
    free = (f"{prefix}{number}" for number in range(1, len(entries) + len(taken) + 1))
    unused = (name for name in free if name not in taken)
    return [_with_id(entry, unused) for entry in entries]


def _slugged(entries: Any) -> Any:
    if not _lack_ids(entries):
        return entries
    taken = _ids(entries)
    named = []
    for entry in entries:
        name = entry.get("name") if isinstance(entry, dict) else None
        new = unused_slug(str(name), taken)
        named.append(_with_id(entry, iter([new])))
        taken = {*taken, new}
    return named


def _with_id(entry: Any, ids: Iterable[str]) -> Any:
    if not isinstance(entry, dict) or "id" in entry:
        return entry
    return {"id": next(iter(ids)), **entry}


def _lack_ids(entries: Any) -> bool:
    return isinstance(entries, list) and any(
        isinstance(entry, dict) and "id" not in entry for entry in entries
    )


def _ids(entries: Iterable[Any]) -> set[object]:
    ids = (entry.get("id") for entry in entries if isinstance(entry, dict))
    return {name for name in ids if isinstance(name, str)}


def unused_slug(name: str, taken: Container[object]) -> str:
    """Return a name as an id that is not taken yet."""
    from slugify import slugify  # slow to import, and few files need it

    stem = slugify(name, max_length=MAX_ID - 4, word_boundary=True) or "item"
    number = 2
    slug = stem
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
