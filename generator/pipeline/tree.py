"""The files of the site that is being built: which are new, which go, and what all are together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.cache import Cache, File
from generator.errors import BriefingError
from generator.output import Syncing
from generator.output.paths import address_of, clash, folders_of, refusal
from generator.pipeline.making import LISTED, Written
from generator.search import FOLDER

FOLDERS = 4096
"""Folders that are remembered as good: the files of one follow each other."""
MANY = 1000
"""New files from which on they are brought to the disk while more are made, and another spare is
made at once: 100,000 links take three seconds, which the build of as many files can spare and the
edit after it cannot."""
WHOLE = 2**256
"""The sum of digests is kept below this."""


@dataclass(slots=True)
class Tree:
    """The files of the site that is being built, in families that are planned together."""

    cache: Cache
    stage: Path
    syncing: Syncing
    written: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    has_other_paths: bool = False
    """Whether there are pages at other addresses than before."""
    problems: list[BriefingError] = field(default_factory=list)
    total: int = 0
    """The sum of a digest of each file, which is a name for all that the site holds: it does not
    depend on the order in which files came and went."""
    count: int = 0
    """How many files there are."""
    _waiting: list[tuple[str, Written]] = field(default_factory=list)
    _folders: set[str] = field(default_factory=set)

    def replace(self, family: str, files: Iterable[Written]) -> None:
        """Make these the files of a family; what else it had goes."""
        before = self.cache.files_of(family)
        for one in files:
            self.put(family, one, before.pop(one.file.path, None))
        self.drop(before.values())

    def known(self, path: str) -> File | None:
        """Return the file that lies at a path."""
        found = self.cache.file(address_of(path))
        return found if found and found.path == path else None

    def put(self, family: str, one: Written, known: File | None) -> None:
        """Add a file of a family, or replace the one that is known."""
        path = one.file.path
        address = address_of(path)
        if known is None and self.cache.file_at(address):
            self._waiting.append((family, one))
            return
        if known is None:
            self.has_other_paths = True
            self.count += 1
            self.problems.extend(self._objections(path, address))
        self.total += _weight(one.file) - (_weight(known) if known else 0)
        self.cache.put_file(family, address, one.file)
        self.removed.discard(path)
        if one.is_new:
            self.written.add(path)
            if len(self.written) == MANY:
                self.syncing.begin()
        else:
            self._unstage(path)

    def drop(self, files: Iterable[File]) -> None:
        """Remove files."""
        for file in files:
            self.total -= _weight(file)
            self.cache.drop_file(address_of(file.path))
            self.has_other_paths = True
            self.count -= 1
            self.removed.add(file.path)
            self._unstage(file.path)

    def settle(self) -> None:
        """Add what had to wait for another file of its address to go; complain if it has not."""
        waiting, self._waiting = self._waiting, []
        for family, one in waiting:
            if other := self.cache.file_at(address_of(one.file.path)):
                self.problems.append(clash(one.file.path, other))
            else:
                self.put(family, one, None)

    @property
    def state(self) -> str:
        """A name for all that the site holds."""
        return f"{self.total % WHOLE:064x}"

    def addresses(self) -> list[str]:
        """Return the addresses of all pages that search engines should find."""
        return [path.removesuffix("index.html") for path, _ in self.cache.files_with(LISTED)]

    def __contains__(self, path: object) -> bool:
        """Tell whether the site has a file at a path."""
        return self.cache.file_at(address_of(str(path))) == path

    def _unstage(self, path: str) -> None:
        if path in self.written:
            self.written.discard(path)
            (self.stage / path).unlink(missing_ok=True)

    def _objections(self, path: str, address: str) -> Iterator[BriefingError]:
        """Yield what is wrong with a path that the site did not have before."""
        if wrong := refusal(path):
            yield wrong
        for folder in folders_of(address):
            if folder in self._folders:
                break
            if len(self._folders) >= FOLDERS:
                self._folders.clear()
            self._folders.add(folder)
            if other := self.cache.file_at(folder):
                yield clash(path, other)
        if other := self.cache.file_below(address):
            yield clash(other, path)


def _weight(file: File) -> int:
    """Return a number for a file with its path and all that it holds.

    The search index has none: it is made from pages that have, and need not be kept beside them.
    """
    if file.path.startswith(FOLDER):
        return 0
    return int.from_bytes(hashlib.sha256(file.path.encode() + b"\0" + file.sha256).digest())
