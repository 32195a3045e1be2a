"""The files that a site is made from -> their digests, reading only what may have changed.

Size, time of change and inode only save reading: a file in which any of them has changed is read,
and so is one that was changed so shortly before it was last read that another change might show in
none of them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

Look: TypeAlias = tuple[int, int, int]
"""Size, time of change and inode of a file."""
Digests: TypeAlias = Mapping[str, bytes]
"""The SHA-256 of files, by their names."""
Folders: TypeAlias = Iterable[tuple[str, Path]]
"""Folders, or single files, each with the name by which those of its files begin."""

SECOND = 1_000_000_000
"""In nanoseconds, as all times here."""
IN_DOUBT = 2 * SECOND
"""Within which two changes may have the same time where times are whole seconds: the coarsest of
the common filesystems, FAT, counts in steps of two."""
TICK = SECOND // 10
"""The same where they are not: the clocks by which systems stamp files tick at least every
hundredth of a second, and so does the time of exFAT."""
NO_TIME = -1
UNSEEN: Look = 0, NO_TIME, 0
"""How no file looks."""


class Survey(NamedTuple):
    """What is known of some files."""

    looks: dict[str, Look]
    """How they look; those that could change and still look so have no time."""
    digests: dict[str, bytes]


NOTHING = Survey({}, {})


def look(folders: Folders) -> dict[str, Look]:
    """Return how every file in some folders looks."""
    found: dict[str, Look] = {}
    for name, folder in folders:
        _look_in(str(folder), name, found, frozenset())
    return found


def survey(folders: Folders, looks: Mapping[str, Look], known: Survey) -> Survey:
    """Return what some files hold that look so; those that look as when last seen are not read."""
    seen, places = dict(looks), tuple(folders)
    digests = {name: known.digests.get(name, b"") for name in looks}
    for name in [name for name, one in looks.items() if known.looks.get(name) != one]:
        seen[name] = settled(looks[name], time.time_ns())
        digests[name] = _digest_of(_path_of(name, places))
    return Survey(seen, digests)


def settled(one: Look, now: int) -> Look:
    """Return how a file looks that was read at a time, unless it could change and still look so."""
    size, changed, inode = one
    is_in_doubt = now - changed <= (TICK if changed % SECOND else IN_DOUBT)
    return size, NO_TIME if is_in_doubt else changed, inode


def _path_of(name: str, places: Iterable[tuple[str, Path]]) -> str:
    """Return where a file lies."""
    return next(f"{at}{name[len(top) :]}" for top, at in places if f"{name}/".startswith(f"{top}/"))


def _digest_of(path: str) -> bytes:
    """Return the digest of what a file holds; one that cannot be read has none.

    Nor has a pipe or a device, which may have nothing to read for ever.
    """
    with contextlib.suppress(OSError):
        if stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - as quickly as can be
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                return hashlib.sha256(file.read()).digest()
    return b""


def look_of(status: os.stat_result) -> Look:
    """Return how a file looks."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def _look_in(path: str, name: str, found: dict[str, Look], above: frozenset[int]) -> None:
    """Look at every file below a path that is not hidden."""
    try:
        entries = os.scandir(path)
    except NotADirectoryError:
        found[name] = look_of(os.stat(path))  # noqa: PTH116
        return
    except OSError:
        return
    with entries:
        for entry in entries:
            inner = f"{name}/{entry.name}"
            if entry.name[0] == ".":
                continue
            try:
                if not entry.is_dir():
                    status = entry.stat()  # no function is called for each of tens of thousands
                    found[inner] = status.st_size, status.st_mtime_ns, status.st_ino
                elif entry.inode() not in above:  # no link to a folder around it
                    _look_in(entry.path, inner, found, above | {entry.inode()})
            except OSError:  # gone meanwhile, or a link to nothing
                continue


def changes(before: Digests, after: Digests) -> set[str]:
    """Return the names of the files that came, went or hold something else than before."""
    changed = {name for name, digest in after.items() if before.get(name) != digest}
    return changed | (before.keys() - after.keys())
