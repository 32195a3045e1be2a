"""A published briefing that has changed, into one that says what has changed and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.merge.alignment import aligned
from generator.merge.fields import is_unedited
from generator.model import SECTIONS, Briefing, Item, Question, Revision


def revised(before: Briefing, after: Briefing, date: str) -> Briefing:
    """Return a briefing with an entry on what has changed since it was last published.

    Before is the briefing as published. Nothing is added where it was not published, or where no
    item reads otherwise; evidence that has merely moved is no change.
    """
    if before.status != "published":
        return after
    changes = _changes(aligned(before, after), after)
    if not any(changes.values()):
        return after
    entry = Revision(date=date, **{name: tuple(ids) for name, ids in changes.items()})
    return after.model_copy(update={"revisions": (*after.revisions, entry)})


def _changes(before: Briefing, after: Briefing) -> dict[str, list[str]]:
    changes: dict[str, list[str]] = {"added": [], "changed": [], "answered": [], "withdrawn": []}
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
