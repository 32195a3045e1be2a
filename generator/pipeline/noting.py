"""Which published briefings have changed since they were published, as a build goes about it.

Most have not, or are published for the first time: the digests of files tell, so that none of
those is read. What is to be said of the others, `revising.py` finds out.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.entities import Entities
from generator.output import explained, move_files, write
from generator.pipeline.content import Entry, load_entry
from generator.pipeline.making import Bench
from generator.pipeline.records import Record
from generator.pipeline.values import Layout, file_of
from generator.survey import Files, Look, look_of, settled

if TYPE_CHECKING:
    from generator.pipeline.revising import Noted


class Copy(NamedTuple):
    """A briefing that is to be kept as it is."""

    id: str
    name: str
    digest: bytes
    """Of its file."""


@dataclass(frozen=True, slots=True)
class Noting:
    """What is to be noted, once the site can be put in place."""

    noted: tuple[Noted, ...] = ()
    copies: tuple[Copy, ...] = ()
    """Of briefings that are published for the first time: they are kept as they are, and not read
    before."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Briefings with what they say of their changes, by name."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of the files as they will be."""

    @property
    def revised(self) -> tuple[str, ...]:
        """The files of briefings to which an entry is added."""
        return tuple(str(one.after.path) for one in self.noted if one.is_edited)

    def keep(self, layout: Layout, staged: Sequence[Look | None]) -> dict[str, Look]:
        """Write the entries, and then what counts as published from now on; return how it looks.

        The copies have been `staged`.
        """
        if self.noted:
            from generator.pipeline.revising import keep_published

            keep_published(self.noted)
        found = zip(self.copies, staged, strict=True)
        looks = {copy.id: look for copy, look in found if look}
        if looks:
            kept = layout.published("").parent
            move_files(layout.copies, (f"{id_}.yaml" for id_ in looks), kept)
        now = time.time_ns()
        return {_kept_file(id_): settled(look, now) for id_, look in looks.items()}


def stage_copies(bench: Bench, copies: Sequence[Copy]) -> list[Look | None]:
    """Write copies of briefings where they wait until they count as published.

    Return how they look; what has been saved meanwhile is left to the next build.
    """
    return [_staged(bench.layout, one) for one in copies]


def _staged(layout: Layout, copy: Copy) -> Look | None:
    with open(layout.briefing(copy.name), "rb", buffering=0) as file:  # noqa: PTH123
        content = file.read()
    if hashlib.sha256(content).digest() != copy.digest:
        return None
    path = f"{layout.copies}/{copy.id}.yaml"
    with explained(layout.copies):
        write(path, content)
    return look_of(os.stat(path))  # noqa: PTH116 - of tens of thousands


def find_changes(
    layout: Layout,
    records: Iterable[tuple[str, Record]],
    entities: Entities,
    files: Files,
    today: datetime.date,
) -> Noting:
    """Return what is to be noted of those of some briefings that are, or have been, published."""
    copies: list[Copy] = []
    entries = []
    for name, names in _changed(records, files):
        if any(_kept_file(one) in files for one in names):
            entries.append(load_entry(layout.briefing(name)))
        else:
            copies.append(Copy(names[0], name, files.digest(file_of(name))))
    noted = _noted(layout, entries, entities, today) if entries else ()
    texts = {one.after.path.stem: one.after.text for one in noted if one.is_edited}
    written = {one.kept: one.after.text for one in noted}
    written |= {layout.briefing(name): text for name, text in texts.items()}
    digests = {layout.name(path): _digest(text) for path, text in written.items()}
    copied = {_kept_file(one.id): one.digest for one in copies}
    return Noting(noted, tuple(copies), texts, digests | copied)


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
