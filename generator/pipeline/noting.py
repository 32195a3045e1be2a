"""Which published briefings have changed since they were published, as a build goes about it.

Most have not, or are published for the first time: the digests of files tell, so that none of
those is read. What is to be said of the others, `revising.py` finds out.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.entities import Entities
from generator.output import replace_files
from generator.pipeline.content import Entry, load_entry
from generator.pipeline.records import Record
from generator.pipeline.values import Layout
from generator.survey import NO_TIME, Stamp, Survey

if TYPE_CHECKING:
    from generator.pipeline.revising import Noted


@dataclass(frozen=True, slots=True)
class Noting:
    """What is to be noted, once the site can be put in place."""

    noted: tuple[Noted, ...] = ()
    copies: Mapping[Path, bytes] = field(default_factory=dict)
    """Briefings that are published for the first time, to be kept as they are."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Briefings with what they say of their changes, by name."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """The files as they will be."""

    @property
    def revised(self) -> tuple[str, ...]:
        """The files of briefings to which an entry is added."""
        return tuple(str(one.after.path) for one in self.noted if one.is_edited)

    def keep(self) -> None:
        """Write the entries, and then what counts as published from now on."""
        if self.noted:
            from generator.pipeline.revising import keep_published

            keep_published(self.noted)
        replace_files(self.copies)


def find_changes(
    layout: Layout,
    records: Iterable[tuple[str, Record]],
    entities: Entities,
    files: Survey,
    today: datetime.date,
) -> Noting:
    """Return what is to be noted of those of some briefings that are, or have been, published."""
    copies: dict[Path, bytes] = {}
    entries = []
    for name, names in _changed(records, files):
        path = layout.briefing(name)
        if any(f"content/.published/{one}.yaml" in files for one in names):
            entries.append(load_entry(path))
        else:
            copies[layout.published(names[0])] = path.read_bytes()
    noted = _noted(layout, entries, entities, today) if entries else ()
    contents = {one.kept: one.after.text.encode() for one in noted} | copies
    texts = {one.after.path.stem: one.after.text for one in noted if one.is_edited}
    edited = {layout.briefing(name): text.encode() for name, text in texts.items()}
    stamps = {layout.name(path): _stamp(content) for path, content in (contents | edited).items()}
    return Noting(noted, copies, texts, stamps)


def _noted(
    layout: Layout, entries: Sequence[Entry], entities: Entities, today: datetime.date
) -> tuple[Noted, ...]:
    from generator.pipeline.revising import note_changes  # most builds have nothing to note

    return note_changes(layout, entries, entities, today)


def _changed(
    records: Iterable[tuple[str, Record]], files: Survey
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield name and addresses of each published briefing that is not what was published last.

    One that has been withdrawn counts where it had been published.
    """
    for name, one in records:
        status = one.ref[2] if one.ref else None
        now = files.get(f"content/briefings/{name}.yaml")
        last = files.get(f"content/.published/{one.names[0]}.yaml")
        is_other = now is None or last is None or now[3] != last[3]
        if is_other and (status == "published" or (status == "withdrawn" and last)):
            yield name, one.names


def _stamp(content: bytes) -> Stamp:
    """Return the stamp of a file that is yet to be written, by which it is known to be read."""
    return len(content), NO_TIME, 0, hashlib.sha256(content).digest()
