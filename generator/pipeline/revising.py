"""Published briefings that have changed -> the same, saying what has changed since and when.

What was last published is kept in `content/.published/`, each briefing's file letter for letter, so
that any machine with the same content finds the same changes, whoever made them.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.entities import Entities, apply_entities
from generator.merge.revisions import change_since
from generator.model import Briefing, Revision
from generator.output import replace_file
from generator.pipeline.content import Entry, read_text
from generator.pipeline.values import Layout
from generator.yamlio import edit_briefing, load_briefing

NOTES = {"withdrawn": "Withdrawn.", "published": "Published again."}
"""What is said of a briefing that leaves the site, or comes back; a person may add the reason."""


class Noted(NamedTuple):
    """What becomes of a briefing that is to be published otherwise than before."""

    before: Entry
    after: Entry
    last: Path | None
    """Where the state is kept that was last published, if any was."""
    kept: Path
    """Where the new one belongs."""

    @property
    def is_edited(self) -> bool:
        """Tell whether an entry has been added to the briefing."""
        return self.before.text != self.after.text


def note_changes(
    layout: Layout, entries: Sequence[Entry], entities: Entities, today: datetime.date
) -> tuple[Noted, ...]:
    """Return the briefings that differ from what was last published, entries added."""
    found = (_noted(layout, entry, entities, today.isoformat()) for entry in entries)
    return tuple(noted for noted in found if noted)


def keep_published(noted: Sequence[Noted]) -> None:
    """Write the new entries, and then what counts as published from now on.

    Killed between the two, the next build finds its entry and adds no other. A file that a person
    has saved meanwhile is left to the next build.
    """
    written = [
        one
        for one in noted
        if not one.is_edited
        or replace_file(one.after.path, one.after.text.encode(), over=one.before.text.encode())
    ]
    for one in written:
        replace_file(one.kept, one.after.text.encode())
        if one.last and one.last != one.kept:
            one.last.unlink()


def _noted(layout: Layout, entry: Entry, entities: Entities, date: str) -> Noted | None:
    names = (entry.briefing.id, *entry.briefing.aliases)
    kept, *earlier = [layout.published(name) for name in names]
    last = next((path for path in (kept, *earlier) if path.exists()), None)
    if last is None:
        return Noted(entry, entry, None, kept)
    text = read_text(last)
    if text == entry.text and last == kept:
        return None
    before = load_briefing(text, str(last))
    change = _change(before, entry.briefing, entities, date)
    return Noted(entry, _with_entry(entry, change) if change else entry, last, kept)


def _change(before: Briefing, after: Briefing, entities: Entities, date: str) -> Revision | None:
    """Return what reads otherwise on the page, where everyone bears the name that editors chose.

    That it is withdrawn, or back, is said too, unless a person has added an entry of their own.
    """
    was, now = apply_entities(entities, (before, after)).briefings
    change = change_since(was, now, date)
    if after.status == before.status or after.revisions != before.revisions:
        return change
    return (change or Revision(date=date)).model_copy(update={"note": NOTES[after.status]})


def _with_entry(entry: Entry, change: Revision) -> Entry:
    path = str(entry.path)
    written = load_briefing(entry.text, path)
    revisions = (*written.revisions, change)
    text = edit_briefing(entry.text, path, written.model_copy(update={"revisions": revisions}))
    briefing = entry.briefing.model_copy(update={"revisions": revisions})
    return entry._replace(text=text, briefing=briefing)
