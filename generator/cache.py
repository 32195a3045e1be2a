"""What the last build made, and from what: one SQLite file, safe to delete.

It is changed in one transaction, which ends after the site has been swapped in. So a killed build
leaves the cache of the build before; the site's marker tells when the two are not of one build.
A file that is damaged, or that another version of the program has written, is begun anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeAlias

from generator.errors import Place, SiteError
from generator.sealing import Damaged, sealed, unsealed

if TYPE_CHECKING:
    from generator.stored import StoredRows

__all__ = ["Cache", "Damaged", "File"]

Facet: TypeAlias = tuple[str, str]
"""A kind of thing by which records are found, and the thing itself."""

FORMAT = 6
"""Raised whenever the tables below, or the facts that are kept in them, change."""
MANY = 256
"""Changes of a mapping from which on all of it is written again."""
TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, fact BLOB) WITHOUT ROWID;
CREATE TABLE records (name TEXT PRIMARY KEY, record BLOB) WITHOUT ROWID;
CREATE TABLE facets (
    facet TEXT, value TEXT, name TEXT, PRIMARY KEY (facet, value, name)
) WITHOUT ROWID;
CREATE TABLE files (
    address TEXT PRIMARY KEY, path TEXT, family TEXT, key BLOB, sha256 BLOB, size INTEGER,
    traits INTEGER
) WITHOUT ROWID;
CREATE INDEX files_by_family ON files (family);
"""


class File(NamedTuple):
    """A file of the site as it was written."""

    path: str
    key: bytes
    """A digest of all that it was made from."""
    sha256: bytes
    size: int
    traits: int = 0
    """What others want to know of it, each a bit."""


class Cache:
    """The cache of one site, open for one build."""

    def __init__(self, path: Path) -> None:
        """Open the file, or begin it; raise `Damaged` where it is no such file."""
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, isolation_level=None)
        except (OSError, sqlite3.OperationalError) as error:
            raise self._refused(error) from error
        try:
            self._begin()
        except (sqlite3.DatabaseError, Damaged) as error:
            self.__exit__(None, error, None)

    def _begin(self) -> None:
        version = self._base.execute("PRAGMA user_version").fetchone()[0]
        if version not in {0, FORMAT}:
            raise Damaged
        self._base.execute("PRAGMA cache_size = -8192")
        self._base.execute("BEGIN IMMEDIATE")
        if not version:
            from generator import stored

            for statement in f"{stored.TABLES}{TABLES}".split(";"):
                self._base.execute(statement)
            self._base.execute(f"PRAGMA user_version = {FORMAT}")

    @cached_property
    def shelf(self) -> StoredRows:
        """The rows of all collections, which a build with nothing to do does not load."""
        from generator.stored import StoredRows

        return StoredRows(self._base)

    def __enter__(self) -> Self:
        """Be open for as long as there is work; raise `Damaged` where the file turns out to be."""
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Close the file; what has not been kept is as it was."""
        self._base.close()
        if isinstance(error, sqlite3.OperationalError) and not str(error).startswith("no such"):
            raise self._refused(error) from error
        if isinstance(error, sqlite3.DatabaseError | Damaged):
            raise Damaged from error

    def _refused(self, error: Exception) -> SiteError:
        """Return what to say where the file cannot be opened or written."""
        what = f"The cache of builds cannot be used: {error}."
        fix = "Make its folder writable, and see that the disk is not full."
        return SiteError(what, Place(str(self._path)), fix)

    def keep(self) -> None:
        """Keep what has been changed."""
        self.shelf.keep()
        self._base.execute("COMMIT")

    def fact(self, name: str) -> Any:
        """Return a fact, made of plain values; None where it is not known."""
        found = self._base.execute("SELECT fact FROM facts WHERE name = ?", (name,)).fetchone()
        return unsealed(found[0]) if found else None

    def know(self, name: str, fact: object) -> None:
        """Take note of a fact."""
        self._base.execute("REPLACE INTO facts VALUES (?, ?)", (name, sealed(fact)))

    def mapping(self, name: str) -> dict[str, Any]:
        """Return a fact that is a mapping; empty where it is not known."""
        known: dict[str, Any] = self.fact(name) or {}
        for key, value in (self.fact(f"{name} since") or {}).items():
            if value is None:
                known.pop(key, None)
            else:
                known[key] = value
        return known

    def know_mapping(self, name: str, now: Mapping[str, Any], late: Set[str]) -> None:
        """Take note of a mapping, of little more than what has come, gone or changed in it."""
        since = self.fact(f"{name} since") or {}
        since.update((key, now.get(key)) for key in late)
        if len(since) > MANY:
            self.know(name, now)
            since = {}
        self.know(f"{name} since", since)

    def forget(self) -> None:
        """Begin anew."""
        for table in ("facts", "records", "facets", "files"):
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608
        self.shelf.forget()

    def records(self) -> Iterator[tuple[str, Any]]:
        """Yield name and record of every briefing."""
        for name, record in self._base.execute("SELECT name, record FROM records ORDER BY name"):
            yield name, unsealed(record)

    def record(self, name: str) -> Any:
        """Return a briefing's record; None where there is none."""
        found = self._base.execute("SELECT record FROM records WHERE name = ?", (name,)).fetchone()
        return unsealed(found[0]) if found else None

    def put_record(self, name: str, record: object) -> None:
        """Take note of a briefing's record."""
        self._base.execute("REPLACE INTO records VALUES (?, ?)", (name, sealed(record)))

    def drop_record(self, name: str) -> None:
        """Forget a briefing's record."""
        self._base.execute("DELETE FROM records WHERE name = ?", (name,))

    def change_facets(self, name: str, gone: Iterable[Facet], new: Iterable[Facet]) -> None:
        """Take note of by what a record is to be found."""
        which = "facet = ? AND value = ? AND name = ?"
        old = ((*one, name) for one in gone)
        self._base.executemany(f"DELETE FROM facets WHERE {which}", old)  # noqa: S608
        self._base.executemany("INSERT INTO facets VALUES (?, ?, ?)", ((*one, name) for one in new))

    def having(self, facet: str, value: str) -> Iterator[str]:
        """Yield the names of the records that have a value of a facet."""
        found = self._base.execute(
            "SELECT name FROM facets WHERE facet = ? AND value = ?", (facet, value)
        )
        return (name for (name,) in found)

    def values(self, facet: str) -> list[str]:
        """Return all values of a facet."""
        question = "SELECT DISTINCT value FROM facets WHERE facet = ?"
        return [value for (value,) in self._base.execute(question, (facet,))]

    def facets(self, facet: str) -> list[tuple[str, str]]:
        """Return all values of a facet, each with the name of the record that has it."""
        question = "SELECT value, name FROM facets WHERE facet = ?"
        return self._base.execute(question, (facet,)).fetchall()

    def file(self, address: str) -> File | None:
        """Return the file that has an address."""
        question = "SELECT path, key, sha256, size, traits FROM files WHERE address = ?"
        found = self._base.execute(question, (address,)).fetchone()
        return File(*found) if found else None

    def files_of(self, family: str) -> dict[str, File]:
        """Return the files of a family, by path."""
        found = self._base.execute(
            "SELECT path, key, sha256, size, traits FROM files WHERE family = ?", (family,)
        )
        return {one[0]: File(*one) for one in found}

    def put_file(self, family: str, address: str, file: File) -> None:
        """Take note of a file."""
        self._base.execute(
            "REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (address, file.path, family, *file[1:]),
        )

    def drop_file(self, address: str) -> None:
        """Forget a file."""
        self._base.execute("DELETE FROM files WHERE address = ?", (address,))

    def file_at(self, address: str) -> str | None:
        """Return the path of the file that has an address."""
        found = self._base.execute("SELECT path FROM files WHERE address = ?", (address,))
        return next((path for (path,) in found), None)

    def file_below(self, address: str) -> str | None:
        """Return the path of a file that lies in a folder."""
        first, last = f"{address}/", f"{address}0"  # the character after the slash
        found = self._base.execute(
            "SELECT path FROM files WHERE address > ? AND address < ? LIMIT 1", (first, last)
        )
        return next((path for (path,) in found), None)

    def paths(self) -> Iterator[str]:
        """Yield the path of every file, by address."""
        return (path for (path,) in self._base.execute("SELECT path FROM files ORDER BY address"))

    def digests(self, but: str) -> Iterator[tuple[str, str]]:
        """Yield path and SHA-256 of every file but one, by path."""
        yield from self._base.execute(
            "SELECT path, lower(hex(sha256)) FROM files WHERE path <> ? ORDER BY path", (but,)
        )

    def files_with(self, trait: int) -> Iterator[tuple[str, bytes]]:
        """Yield path and SHA-256 of every file that has a trait."""
        yield from self._base.execute(
            "SELECT path, sha256 FROM files WHERE traits & ? ORDER BY address", (trait,)
        )
