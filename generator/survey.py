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
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from generator.sealing import Damaged, digest_of, plain, sealed, unsealed

Look: TypeAlias = tuple[int, int, int]
"""Size, time of change and inode of a file."""

SECOND = 1_000_000_000
"""In nanoseconds, as all times here."""
IN_DOUBT = 2 * SECOND
"""Within which two changes may have the same time where times are whole seconds: the coarsest of
the common filesystems, FAT, counts in steps of two."""
TICK = SECOND // 10
"""The same where they are not: the clocks by which systems stamp files tick at least every
hundredth of a second, and so does the time of exFAT."""
MANY = 2000
"""Files from which on two processes look at them or read them: to begin another takes a millisecond
or two, a look 2.4 microseconds, reading 15."""
NO_TIME = -1
UNSEEN: Look = 0, NO_TIME, 0
"""How no file looks."""


class Folder(NamedTuple):
    """A folder as it looks now."""

    path: str
    looks: dict[str, Look]
    """How each of its files looks that is not hidden."""


Folders: TypeAlias = dict[str, Folder]
"""Folders by their names, which end in a slash: with the name of a file that is the file's."""
NOWHERE = Folder("", {})
NOTHING: Mapping[str, bytes] = MappingProxyType({})


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


def look_beside(places: Sequence[tuple[str, Path]]) -> Callable[[], Folders]:
    """Have another process look at some places; return what waits for what it sees."""
    seen = _beside(lambda: {name: tuple(one) for name, one in look(places).items()})
    return lambda: {name: Folder(*one) for name, one in seen().items()}


def _beside(work: Callable[[], Any]) -> Callable[[], Any]:
    """Have another process work out plain values; return what waits for them."""
    if not hasattr(os, "fork") or threading.active_count() > 1:  # of which no other would live on
        return work
    reader, writer = os.pipe()
    if not (process := os.fork()):
        try:
            with open(writer, "wb") as file:  # noqa: PTH123
                file.write(sealed(work()))
        finally:
            os._exit(0)
    os.close(writer)

    def wait() -> Any:
        with open(reader, "rb") as file:  # noqa: PTH123
            found = file.read()
        os.waitpid(process, 0)
        try:
            return unsealed(found)
        except Damaged:  # it was ended from outside
            return work()

    return wait


class Files:
    """What is known of the files of some folders: how they looked when read, and what they held."""

    def __init__(
        self,
        folders: Folders,
        looked: Mapping[str, bytes] = NOTHING,
        before: Mapping[str, bytes] = NOTHING,
        fetch: Callable[[str], dict[str, Any]] = lambda _: {},
    ) -> None:
        """Read what may not be as it was.

        Of each folder a digest may be given of how it has `looked` now and `before`; what was known
        can be fetched by the words looks and digests, and its name.
        """
        self.late: dict[str, set[str]] = {}
        """The files of which something else is known than before, by the names of their folders."""
        self.changed: set[str] = set()
        """The names of the files that came, went or hold something else than before."""
        self._looks: dict[str, dict[str, Look]] = {}
        self._digests: dict[str, dict[str, bytes]] = {}
        self._fetch = fetch
        self._folders = before.keys() | folders.keys()
        for name in self._folders:
            if not looked or looked.get(name) != before.get(name):
                self._read(name, folders.get(name, NOWHERE))

    def looks_in(self, folder: str) -> dict[str, Look]:
        """Return how the files of a folder looked, by their names there, when they were read."""
        if folder not in self._looks:
            self._looks[folder] = self._fetch(f"looks {folder}")
        return self._looks[folder]

    def digests_in(self, folder: str) -> dict[str, bytes]:
        """Return the SHA-256 of what the files of a folder hold, by their names there."""
        if folder not in self._digests:
            self._digests[folder] = self._fetch(f"digests {folder}")
        return self._digests[folder]

    def __contains__(self, name: str) -> bool:
        """Tell whether a file is there."""
        folder, file = _parted(name)
        return file in self.digests_in(folder)

    def look(self, name: str) -> Look:
        """Return how a file looked when it was read."""
        folder, file = _parted(name)
        return self.looks_in(folder)[file]

    def digest(self, name: str) -> bytes:
        """Return the digest of what a file holds; none of one that is not there."""
        folder, file = _parted(name)
        return self.digests_in(folder).get(file, b"")

    def below(self, *prefixes: str) -> Iterator[tuple[str, bytes]]:
        """Yield names and digests of the files in all folders whose names begin so."""
        for folder in self._below(prefixes):
            for file, digest in self.digests_in(folder).items():
                yield folder + file, digest

    def look_again(self, folders: Folders, *prefixes: str) -> set[str]:
        """Read what looks otherwise by now below some folders; return the names of what is."""
        before, self.changed = self.changed, set()
        self._folders |= folders.keys()
        for name in self._below(prefixes):
            self._read(name, folders.get(name, NOWHERE))
        late = self.changed
        self.changed |= before
        return late

    def put(self, name: str, look: Look, digest: bytes) -> None:
        """Take note of a file that is to be there."""
        folder, file = _parted(name)
        self._folders |= {folder}
        self._note(folder, [file])
        self.looks_in(folder)[file] = look
        self._hold(folder, file, digest)

    def arrange(self, folder: str, order: Iterable[str]) -> None:
        """Take note of the order in which the files of a folder will be found."""
        known = self.looks_in(folder)
        self._looks[folder] = {file: known[file] for file in order if file in known} | known

    def _below(self, prefixes: tuple[str, ...]) -> list[str]:
        return [name for name in self._folders if name.startswith(prefixes)]

    def _read(self, name: str, folder: Folder) -> None:
        known = self.looks_in(name)
        late = [file for file, one in folder.looks.items() if known.get(file) != one]
        gone = known.keys() - folder.looks.keys()
        self._note(name, (*late, *gone))
        looks, now = {**folder.looks}, time.time_ns()
        self._looks[name] = looks
        digests = _digests_of([folder.path + file for file in late])
        for file, digest in zip(late, digests, strict=True):
            looks[file] = settled(looks[file], now)
            self._hold(name, file, digest)
        for file in gone:
            self.changed.add(name + file)
            del self.digests_in(name)[file]

    def _note(self, folder: str, files: Iterable[str]) -> None:
        self.late.setdefault(folder, set()).update(files)

    def _hold(self, folder: str, file: str, digest: bytes) -> None:
        held = self.digests_in(folder)
        if held.get(file) != digest:
            self.changed.add(folder + file)
            held[file] = digest


def digest_of_looks(looks: Mapping[str, Look]) -> bytes:
    """Return a digest of how the files of a folder look."""
    return digest_of(plain(looks))


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


def _digests_of(paths: Sequence[str]) -> list[bytes]:
    """Return the digests of what files hold, which two processes read where they are many."""
    half = len(paths) // 2 if len(paths) >= MANY else 0
    first = _beside(lambda: [*map(_digest_of, paths[:half])]) if half else list
    rest = [*map(_digest_of, paths[half:])]
    return first() + rest


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
