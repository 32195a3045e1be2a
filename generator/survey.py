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
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int, int, bytes]
"""Size, time of change, inode and SHA-256 of a file."""
Survey = Mapping[str, Stamp]
"""By the name of the file."""

IN_DOUBT = 2_000_000_000
"""Nanoseconds within which two changes may have the same time: the coarsest of the common
filesystems, FAT, counts in steps of two seconds."""
NO_TIME = -1


def survey(
    folders: Iterable[tuple[str, Path]], known: Survey, endings: tuple[str, ...] = ("",)
) -> dict[str, Stamp]:
    """Return the stamp of every file in some folders (or the file itself), each with its name."""
    now = time.time_ns()
    found: dict[str, Stamp] = {}
    for top, folder in folders:
        for name, path, status in _files(top, str(folder), frozenset()):
            if not name.endswith(endings):
                continue
            looks = status.st_size, status.st_mtime_ns, status.st_ino
            stamp = known.get(name)
            found[name] = stamp if stamp and stamp[:3] == looks else _read(path, status, now)
    return found


def _read(path: str, status: os.stat_result, now: int) -> Stamp:
    """Return the stamp of a file by reading it; one that cannot be read has no digest.

    Nor has a pipe or a device, which may have nothing to read for ever.
    """
    digest = b""
    if stat.S_ISREG(status.st_mode):
        with (
            contextlib.suppress(OSError),
            open(path, "rb", buffering=0) as file,  # noqa: PTH123 - as quickly as can be
        ):
            digest = hashlib.sha256(file.read()).digest()
    changed = status.st_mtime_ns
    settled = changed if now - changed > IN_DOUBT else NO_TIME
    return status.st_size, settled, status.st_ino, digest


def _files(
    name: str, path: str, above: frozenset[int]
) -> Iterator[tuple[str, str, os.stat_result]]:
    """Yield name, path and status of every file below a path that is not hidden."""
    try:
        entries = os.scandir(path)
    except NotADirectoryError:
        yield name, path, os.stat(path)  # noqa: PTH116 - as quickly as can be
        return
    except OSError:
        return
    with entries:
        for entry in entries:
            if entry.name[0] == ".":
                continue
            try:
                if not entry.is_dir():
                    yield f"{name}/{entry.name}", entry.path, entry.stat()
                elif entry.inode() not in above:  # no link to a folder around it
                    yield from _files(f"{name}/{entry.name}", entry.path, above | {entry.inode()})
            except OSError:  # gone meanwhile, or a link to nothing
                continue


def changes(before: Survey, after: Survey) -> set[str]:
    """Return the names of the files that came, went or hold something else than before."""
    if before is after:
        return set()
    others = ((n, stamp) for n, stamp in after.items() if before.get(n) is not stamp)
    changed = {name for name, stamp in others if before.get(name, (b"",))[-1] != stamp[-1]}
    return changed | (before.keys() - after.keys())
