"""One value as it was, as a person has it and as a new draft has it, into one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from generator.model import Evidence, Item, Where

V = TypeVar("V", bound=BaseModel)
ItemType = TypeVar("ItemType", bound=Item)
Anchor: TypeAlias = Callable[[Evidence], Evidence]
"""Evidence to its place in the article as it is now."""

_OTHERWISE = frozenset({"id", "evidence"})
"""Fields of items that are not merged as the others are."""
_EMPTY: tuple[object, ...] = (None, ())


def merge_item(
    base: ItemType | None, mine: ItemType, theirs: ItemType, anchor: Anchor
) -> tuple[ItemType, list[str]]:
    """Return an item with the edits of both sides, and the fields that both have changed."""
    fields = [name for name in type(mine).model_fields if name not in _OTHERWISE]
    merged, disputed = merge_fields(base, mine, theirs, fields)
    if isinstance(base, Where) and isinstance(mine, Where) and _point(mine) != _point(base):
        merged = merged.model_copy(update=_point(mine))  # half of it is no point
    before = base.evidence if base else ()
    evidence = _merged_evidence(before, mine.evidence, theirs.evidence, anchor)
    return merged.model_copy(update={"evidence": evidence}), disputed


def merge_fields(base: V | None, mine: V, theirs: V, fields: Iterable[str]) -> tuple[V, list[str]]:
    """Return mine with what only theirs has changed, and the fields that both have changed.

    Without a base only what mine leaves empty is taken, and nothing is disputed.
    """
    changes: dict[str, object] = {}
    disputed = []
    for name in fields:
        here, there = getattr(mine, name), getattr(theirs, name)
        was = getattr(base, name) if base else None
        if here == was or (base is None and here in _EMPTY):
            changes[name] = there
        elif base and isinstance(here, tuple):
            changes[name] = _merged_list(was or (), here, there)
        elif base and there not in (was, here):
            disputed.append(name)
    return mine.model_copy(update=changes), disputed


def _point(place: Where) -> dict[str, float | None]:
    return {"lat": place.lat, "lon": place.lon}


def is_unedited(base: Item, mine: Item) -> bool:
    """Return whether two items say the same on the same grounds, wherever the grounds stand."""
    return _without_positions(base) == _without_positions(mine)


def _merged_list(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> object:
    """Keep mine in its order, less what theirs has removed and with what theirs has added."""
    kept = [entry for entry in mine if entry in theirs or entry not in base]
    return (*kept, *(entry for entry in theirs if entry not in base and entry not in mine))


def _merged_evidence(
    base: tuple[Evidence, ...],
    mine: tuple[Evidence, ...],
    theirs: tuple[Evidence, ...],
    anchor: Anchor,
) -> tuple[Evidence, ...]:
    return theirs if _quotes(mine) == _quotes(base) else tuple(map(anchor, mine))


def _quotes(evidence: tuple[Evidence, ...]) -> list[tuple[str | None, str]]:
    return [(piece.source, piece.quote) for piece in evidence]


def _without_positions(item: Item) -> Item:
    bare = tuple(Evidence(quote=e.quote, source=e.source) for e in item.evidence)
    return item.model_copy(update={"id": "any", "evidence": bare})
