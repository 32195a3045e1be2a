"""A briefing as it was last published, and as it is now, into what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.merge.alignment import aligned
from generator.merge.fields import is_unedited
from generator.model import SECTIONS, Briefing, Item, Question, Revision

KINDS = ("added", "changed", "answered", "withdrawn")
"""The fields of a revision that hold ids of items."""


def change_since(before: Briefing, after: Briefing, date: str) -> Revision | None:
    """Return what has changed since a briefing was published, None where no item reads otherwise.

    Evidence that has merely moved is no change, and what later entries of the briefing tell already
    is not told again.
    """
    told = after.revisions[len(before.revisions) :]
    changes = _changes(aligned(before, after), after)
    news = {kind: _untold(changes[kind], told, kind) for kind in KINDS}
    return Revision(date=date, **news) if any(news.values()) else None


def _untold(names: Iterable[str], told: Iterable[Revision], kind: str) -> tuple[str, ...]:
    known = {name for revision in told for name in getattr(revision, kind)}
    return tuple(name for name in names if name not in known)


def _changes(before: Briefing, after: Briefing) -> dict[str, list[str]]:
    changes: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for section in SECTIONS:
        was = {item.id: item for item in getattr(before, section)}
        now = {item.id: item for item in getattr(after, section)}
        for kind, name in _item_changes(was, now):
            changes[kind].append(name)
    return changes


def _item_changes(was: dict[str, Item], now: dict[str, Item]) -> Iterator[tuple[str, str]]:
    for name, item in now.items():
        if name not in was:
            yield "added", name
        elif _is_answered(item) and not _is_answered(was[name]):
            yield "answered", name
        elif not is_unedited(was[name], item):
            yield "changed", name
    yield from (("withdrawn", name) for name in was if name not in now)


def _is_answered(item: Item) -> bool:
    return isinstance(item, Question) and item.status == "answered"
