"""What a person and a new draft have both changed, kept in `content/.conflicts/` until settled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import BriefingError, ContentError, Place
from generator.model import Briefing
from generator.output import replace_file
from generator.pipeline.content import Entry, read_text
from generator.pipeline.values import Layout
from generator.yamlio import dump, load, locate

if TYPE_CHECKING:
    from generator.merge.conflicts import Conflict
    from generator.merge.three_way import Merge

CONFLICTS_SCHEMA = "../../schema/conflicts.schema.json"
"""Where the schema lies, seen from `content/.conflicts/`."""


def keep(layout: Layout, name: str, merged: Merge) -> None:
    """Keep the conflicts that a merge has found, and earlier ones of its briefing still open."""
    path = layout.conflicts(name)
    known = (*_open(path, merged.briefing), *merged.conflicts)
    conflicts = {(c.section, c.item, c.field): c for c in known}
    if conflicts:
        from generator.merge.conflicts import Conflicts

        text = dump(Conflicts(conflicts=tuple(conflicts.values())), CONFLICTS_SCHEMA)
        replace_file(path, text.encode())
    else:
        path.unlink(missing_ok=True)


def open_conflicts(layout: Layout, entry: Entry) -> list[BriefingError]:
    """Return the conflicts of a briefing that nobody has settled, as warnings."""
    path = layout.conflicts(entry.path.stem)
    found = {_way(conflict, entry.briefing): conflict for conflict in _open(path, entry.briefing)}
    if not found:
        return []
    place = locate(entry.text, str(entry.path), found)
    return [_told(conflict, place(way), path) for way, conflict in found.items()]


def _open(path: Path, briefing: Briefing) -> tuple[Conflict, ...]:
    if not path.exists():
        return ()
    from generator.merge.conflicts import Conflicts, unsettled  # few briefings have any

    return unsettled(load(Conflicts, read_text(path), str(path)), briefing).conflicts


def _way(found: Conflict, briefing: Briefing) -> tuple[str | int, ...]:
    """Return the way to the value that is disputed."""
    if found.section and found.item:
        names = [item.id for item in getattr(briefing, found.section)]
        return found.section, names.index(found.item), found.field
    return (found.section, found.field) if found.section else (found.field,)


def _told(found: Conflict, place: Place, kept: Path) -> ContentError:
    return ContentError(
        f"your edit stands against a new draft: {found}",
        place,
        f"Change it, or remove the entry in {kept} to keep it for good.",
    )
