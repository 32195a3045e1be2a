"""What a place holds and what it shall hold -> what has to be done there, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.output import MARKER
from generator.publish.manifest import MANIFEST

ASSETS, PAGES, LISTS, LAST = 1, 2, 3, 4

LIST_SUFFIXES = {".atom", ".csv", ".geojson", ".ics", ".txt", ".xml"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done at a place; paths in the order in which a reader may meet them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: int
    """Files that stay as they are."""
    size: int
    """Bytes of the files that are added or changed."""

    @property
    def touches(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.added or self.changed or self.removed)

    @property
    def carried(self) -> tuple[str, ...]:
        """Return the paths that are written, in their order."""
        return tuple(sorted((*self.added, *self.changed), key=in_order))

    def __str__(self) -> str:
        """Return the plan's counts in words."""
        if not self.touches:
            return f"nothing to do, {self.same} files as they were"
        return (
            f"{len(self.added)} new, {len(self.changed)} changed, {len(self.removed)} removed, "
            f"{self.same} as they were; {in_bytes(self.size)}"
        )


def compare(held: Mapping[str, str], wanted: Mapping[str, str], size: Callable[[str], int]) -> Plan:
    """Return what makes a place that holds some files, given by their digests, hold others."""
    added = sorted((path for path in wanted if path not in held), key=in_order)
    changed = sorted((p for p in wanted if held.get(p, wanted[p]) != wanted[p]), key=in_order)
    removed = sorted((path for path in held if path not in wanted), key=in_order, reverse=True)
    return Plan(
        added=tuple(added),
        changed=tuple(changed),
        removed=tuple(removed),
        same=len(wanted) - len(added) - len(changed),
        size=sum(map(size, (*added, *changed))),
    )


def stage_of(path: str) -> int:
    """Return when a file is put in its place: before all that leads to it.

    First what pages are made of, then pages, then the lists and feeds by which readers find them.
    The mark by which a place is known as ours comes before everything, the manifest after it.
    """
    pure = PurePosixPath(path)
    if path == MARKER:
        return 0
    if path == MANIFEST:
        return LAST
    if pure.suffix in LIST_SUFFIXES:
        return LISTS
    if pure.suffix != ".html":
        return ASSETS
    is_list = len(pure.parts) <= 2 or "page" in pure.parts[1:-1]
    return LISTS if is_list else PAGES


def in_order(path: str) -> tuple[int, str]:
    """Order paths as they are put in their places."""
    return stage_of(path), path


def in_bytes(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size < 1000:
        return f"{size} B"
    value, unit = size / 1000, "kB"
    if value >= 1000:
        value, unit = value / 1000, "MB"
    return f"{value:.1f} {unit}"
