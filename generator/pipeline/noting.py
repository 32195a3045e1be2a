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
from generator.pipeline.values import Layout, file_of
from generator.survey import Files, Look, look_of, settled

if TYPE_CHECKING:
    from generator.pipeline.revising import Noted


@dataclass(frozen=True, slots=True)
class Noting:
    """What is to be noted, once the site can be put in place."""

    noted: tuple[Noted, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    """The names of briefings that are published for the first time, by id: they are kept as they
    are, and not read before."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Briefings with what they say of their changes, by name."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of the files as they will be."""

    @property
    def revised(self) -> tuple[str, ...]:
        """The files of briefings to which an entry is added."""
        return tuple(str(one.after.path) for one in self.noted if one.is_edited)

    def keep(self, layout: Layout) -> dict[str, Look]:
        """Write the entries, and then what counts as published from now on; return how it looks."""
        if self.noted:
            from generator.pipeline.revising import keep_published

            keep_published(self.noted)
        placed = replace_files(self._copied(layout))
        found = ((_kept_file(path.stem), look_of(one), at) for path, (one, at) in placed.items())
        return {name: settled(one, at) for name, one, at in found}

    def _copied(self, layout: Layout) -> Iterator[tuple[Path, bytes]]:
        """Yield the copies to be kept; what is saved meanwhile is left to the next build."""
        for id_, name in self.copies.items():
            with open(layout.briefing(name), "rb", buffering=0) as file:  # noqa: PTH123
                content = file.read()
            if hashlib.sha256(content).digest() == self.digests[_kept_file(id_)]:
                yield layout.published(id_), content


def find_changes(
    layout: Layout,
    records: Iterable[tuple[str, Record]],
    entities: Entities,
    files: Files,
    today: datetime.date,
) -> Noting:
    """Return what is to be noted of those of some briefings that are, or have been, published."""
    copies: dict[str, str] = {}
    entries = []
    for name, names in _changed(records, files):
        if any(_kept_file(one) in files for one in names):
            entries.append(load_entry(layout.briefing(name)))
        else:
            copies[names[0]] = name
    noted = _noted(layout, entries, entities, today) if entries else ()
    texts = {one.after.path.stem: one.after.text for one in noted if one.is_edited}
    written = {one.kept: one.after.text for one in noted}
    written |= {layout.briefing(name): text for name, text in texts.items()}
    digests = {layout.name(path): _digest(text) for path, text in written.items()}
    copied = {_kept_file(id_): files.digest(file_of(name)) for id_, name in copies.items()}
    return Noting(noted, copies, texts, digests | copied)


def _noted(
    layout: Layout, entries: Sequence[Entry], entities: Entities, today: datetime.date
) -> tuple[Noted, ...]:
    from generator.pipeline.revising import note_changes  # most builds have nothing to note

    return note_changes(layout, entries, entities, today)


def _changed(
    records: Iterable[tuple[str, Record]], files: Files
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield name and addresses of each published briefing that is not what was published last.

    One that has been withdrawn counts where it had been published.
    """
    for name, one in records:
        status = one.ref[2] if one.ref else None
        now, last = files.digest(file_of(name)), files.digest(_kept_file(one.names[0]))
        is_other = not now or now != last
        if is_other and (status == "published" or (status == "withdrawn" and last)):
            yield name, one.names


def _kept_file(id_: str) -> str:
    return file_of(id_, ".published")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
