"""The files that a site is made from -> their digests, reading only what may have changed.

Size, time of change and inode only save reading: a file in which any of them has changed is read,
and so is one that was changed so shortly before it was last read that another change might show in
none of them. All is known by the folder: of one whose files look as they did nothing is loaded, as
long as nobody asks what they hold.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from generator.sealing import digest_of, plain

Look: TypeAlias = tuple[int, int, int]
"""Size, time of change and inode of a file."""
Seen: TypeAlias = tuple[int, int, int, bytes]
"""How a file looked when it was read, and the SHA-256 of what it held."""

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


NEVER: Seen = *UNSEEN, b""
"""What is known of a file that is not there."""


class Folder(NamedTuple):
    """A folder as it looks now."""

    path: str
    looks: dict[str, Look]
    """How each of its files looks that is not hidden."""


Folders: TypeAlias = dict[str, Folder]
"""Folders by their names, which end in a slash: with the name of a file that is the file's."""
NOWHERE = Folder("", {})


def look(places: Iterable[tuple[str, Path]]) -> Folders:
    """Return all folders of some places, folders or single files, by the names of these."""
    found: Folders = {}
    for name, path in places:
        if path.is_file():
            folder, file = _parted(name)
            looks = found.setdefault(folder, Folder(f"{path.parent}/", {})).looks
            looks[file] = look_of(path.stat())
        else:
            _look_in(str(path), name, found, frozenset())
    return found


class Files:
    """What is known of the files of some folders."""

    def __init__(
        self,
        folders: Folders,
        looked: Mapping[str, bytes] = MappingProxyType({}),
        fetch: Callable[[str], dict[str, Seen]] = lambda _: {},
    ) -> None:
        """Read what may not be as it was.

        Of each folder a digest is given of how it `looked`; what was known of it can be fetched.
        """
        self.before: dict[str, dict[str, Seen]] = {}
        """What was known of the folders of which something else is known now."""
        self._known: dict[str, dict[str, Seen]] = {}
        self._looked = looked
        self._fetch = fetch
        self._folders = looked.keys() | folders.keys()
        for name in self._folders:
            folder = folders.get(name, NOWHERE)
            if looked.get(name) != digest_of_looks(folder.looks):
                self._read(name, folder)

    def of(self, folder: str) -> dict[str, Seen]:
        """Return what is known of the files of a folder, by their names there."""
        if folder not in self._known:
            self._known[folder] = self._fetch(folder) if folder in self._looked else {}
        return self._known[folder]

    def __contains__(self, name: str) -> bool:
        """Tell whether a file is there."""
        folder, file = _parted(name)
        return file in self.of(folder)

    def get(self, name: str) -> Seen:
        """Return what is known of a file; as little as can be of one that is not there."""
        folder, file = _parted(name)
        return self.of(folder).get(file, NEVER)

    def digest(self, name: str) -> bytes:
        """Return the digest of what a file holds; none of one that is not there."""
        return self.get(name)[3]

    def below(self, *prefixes: str) -> Iterator[tuple[str, bytes]]:
        """Yield names and digests of the files in all folders whose names begin so."""
        for folder in self._below(prefixes):
            for file, one in self.of(folder).items():
                yield folder + file, one[3]

    def changed(self) -> set[str]:
        """Return the names of the files that came, went or hold something else than before."""
        return changes(self.before, self._known)

    def look_again(self, folders: Folders, *prefixes: str) -> set[str]:
        """Read what looks otherwise by now below some folders; return the names of what is."""
        self._folders |= folders.keys()
        before = {name: self.of(name) for name in self._below(prefixes)}
        for name in before:
            self._read(name, folders.get(name, NOWHERE))
        return changes(before, self._known)

    def put(self, name: str, one: Seen) -> None:
        """Take note of a file that is to be there."""
        folder, file = _parted(name)
        if folder not in self.before:
            self._folders |= {folder}
            self.before[folder] = self.of(folder)
            self._known[folder] = {**self.of(folder)}
        self._known[folder][file] = one

    def arrange(self, folder: str, order: Iterable[str]) -> None:
        """Take note of the order in which the files of a folder will be found."""
        known = self.of(folder)
        self._known[folder] = {file: known[file] for file in order if file in known} | known

    def _below(self, prefixes: tuple[str, ...]) -> list[str]:
        return [name for name in self._folders if name.startswith(prefixes)]

    def _read(self, name: str, folder: Folder) -> None:
        known = self.of(name)
        self.before.setdefault(name, known)
        self._known[name] = {
            file: seen
            if (seen := known.get(file, NEVER))[:3] == one
            else (*settled(one, time.time_ns()), _digest_of(folder.path + file))
            for file, one in folder.looks.items()
        }


def digest_of_looks(looks: Mapping[str, Look]) -> bytes:
    """Return a digest of how the files of a folder look."""
    return digest_of(plain(looks))


def changes(
    before: Mapping[str, Mapping[str, Seen]], after: Mapping[str, Mapping[str, Seen]]
) -> set[str]:
    """Return the names of the files that came, went or hold something else than before."""
    changed: set[str] = set()
    for folder, old in before.items():
        new = after[folder]
        gone = old.keys() - new.keys()
        late = (file for file, one in new.items() if old.get(file) is not one)
        others = (f for f in late if f not in old or old[f][3] != new[f][3])
        changed.update(folder + file for file in (*gone, *others))
    return changed


def settled(one: Look, now: int) -> Look:
    """Return how a file looks that was read at a time, unless it could change and still look so."""
    size, changed, inode = one
    is_in_doubt = now - changed <= (TICK if changed % SECOND else IN_DOUBT)
    return size, NO_TIME if is_in_doubt else changed, inode


def look_of(status: os.stat_result) -> Look:
    """Return how a file looks."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def _parted(name: str) -> tuple[str, str]:
    """Return the folder of a file, and its name there."""
    end = name.rfind("/") + 1
    return name[:end], name[end:]


def _digest_of(path: str) -> bytes:
    """Return the digest of what a file holds; one that cannot be read has none.

    Nor has a pipe or a device, which may have nothing to read for ever.
    """
    with contextlib.suppress(OSError):
        if stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - as quickly as can be
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                return hashlib.sha256(file.read()).digest()
    return b""


def _look_in(path: str, name: str, found: Folders, above: frozenset[int]) -> None:
    """Look at every file below a path that is not hidden."""
    try:
        entries = os.scandir(path)
    except OSError:
        return
    looks: dict[str, Look] = {}
    found[f"{name}/"] = Folder(f"{path}/", looks)
    with entries:
        for entry in entries:
            file = entry.name
            if file[0] == ".":
                continue
            try:
                if not entry.is_dir():
                    status = entry.stat()  # no function is called for each of tens of thousands
                    looks[file] = status.st_size, status.st_mtime_ns, status.st_ino
                elif entry.inode() not in above:  # no link to a folder around it
                    inner = above | {entry.inode()}
                    _look_in(entry.path, f"{name}/{file}", found, inner)
            except OSError:
                if entry.is_symlink():  # to nothing: whoever reads it will complain
                    looks[file] = UNSEEN
