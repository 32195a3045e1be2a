"""A built site -> its files, which are read one at a time, and their digests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

Step: TypeAlias = Callable[[int, int], None]
"""Hears how many files of how many are done."""

NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Site:
    """What is to be published: the files of a folder, and a few that only one place needs."""

    folder: Path
    paths: tuple[str, ...]
    extra: Mapping[str, bytes]

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return self.extra[path] if path in self.extra else (self.folder / path).read_bytes()

    def size(self, path: str) -> int:
        """Return how many bytes a file has."""
        extra = self.extra.get(path)
        return (self.folder / path).stat().st_size if extra is None else len(extra)

    def digests(self, digest: Callable[[bytes], str]) -> dict[str, str]:
        """Return the digest of every file by its path."""
        return {path: digest(self.read(path)) for path in self.paths}


def open_site(folder: Path, extra: Mapping[str, bytes] = NOTHING) -> Site:
    """Return the files of a folder."""
    return Site(folder, tuple(sorted({*files_in(folder), *extra})), extra)


def files_in(folder: Path) -> Iterator[str]:
    """Yield the path of every file below a folder, from there."""
    for parent, _, names in os.walk(folder):
        for name in names:
            yield (Path(parent) / name).relative_to(folder).as_posix()
