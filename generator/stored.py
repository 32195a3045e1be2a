"""The rows of all collections in the cache."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.news import News, Place
from generator.rows import Entry, Lead, Row, Run, Stored
from generator.sealing import DIGEST_SIZE, opened, sealed, unsealed
from generator.stretches import Stretches

TABLES = """
CREATE TABLE rows (
    collection TEXT, position BLOB, number INTEGER, digest BLOB, lead BLOB, value BLOB,
    PRIMARY KEY (collection, position, number)
) WITHOUT ROWID;
CREATE TABLE origins (number INTEGER PRIMARY KEY, origin TEXT UNIQUE, rows BLOB);
CREATE TABLE collections (name TEXT PRIMARY KEY, count INTEGER, stretches BLOB) WITHOUT ROWID;
"""
"""The rows of a collection lie beside each other, in its order. A row's number is its origin's."""
ARRIVED = (
    "CREATE TEMP TABLE IF NOT EXISTS arrived (collection, position, number, digest, lead, value)"
)
"""Rows as they come, which is in no order; they are sorted before they lie among the others. Put
there one by one, in ten thousand briefings each would be looked for on another page of the file."""
IN_RUN = "AND position >= ? ORDER BY position LIMIT ? OFFSET ?"


class StoredRows:
    """The rows in the cache: a shelf."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Take the tables of a cache."""
        self._base = base
        self._base.execute(ARRIVED)
        self._arrived: set[int] = set()
        self._stretches: dict[str, Stretches] = {}
        self._last_number: int | None = None
        self.news = News()

    def replace(self, origin: str, entries: Iterable[Entry]) -> None:
        """Make these the rows of an origin."""
        number, before = self._rows_from(origin)
        entries = list(entries)
        listed = tuple([(collection, order, digest) for collection, order, *_, digest in entries])
        if self.news.hear(_by_place(before), _by_place(listed)):
            return
        if number in self._arrived:
            self.settle()
        self._base.executemany(
            "DELETE FROM rows WHERE collection = ? AND position = ? AND number = ?",
            ((collection, order, number) for collection, order, _ in before),
        )
        rows = (
            (collection, order, number, digest, lead, value)
            for collection, order, lead, value, digest in entries
            if lead  # the others are only counted
        )
        self._base.executemany("INSERT INTO arrived VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._arrived.add(number)
        self._base.execute(
            "REPLACE INTO origins VALUES (?, ?, ?)", (number, origin, sealed(listed))
        )

    def _rows_from(self, origin: str) -> tuple[int, Sequence[tuple[str, bytes, bytes]]]:
        """Return the number of an origin, and which rows it has."""
        found = self._base.execute(
            "SELECT number, rows FROM origins WHERE origin = ?", (origin,)
        ).fetchone()
        if found:
            return found[0], unsealed(found[1])
        if self._last_number is None:
            last = self._base.execute("SELECT max(number) FROM origins").fetchone()[0]
            self._last_number = last or 0
        self._last_number += 1
        return self._last_number, ()

    def forget(self) -> None:
        """Begin anew."""
        for table in ("rows", "arrived", "origins", "collections"):
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608
        self._arrived.clear()
        self._stretches.clear()
        self._last_number = None
        self.news = News()

    def settle(self) -> None:
        """Bring to the tables what has arrived, and what has only been counted."""
        if self._arrived:
            self._base.execute("INSERT INTO rows SELECT * FROM arrived ORDER BY 1, 2, 3")
            self._base.execute("DELETE FROM arrived")
            self._arrived.clear()
        self._base.executemany(
            "INSERT INTO collections VALUES (?, ?, NULL) "
            "ON CONFLICT (name) DO UPDATE SET count = count + excluded.count",
            self.news.counted(),
        )

    def keep(self) -> None:
        """Bring everything to the tables that a build has heard of."""
        self.settle()
        for name in self._stretches.keys() | {*filter(self._kept, self.news.late_ones)}:
            kept = self._stretched(name).kept
            self._base.execute("UPDATE collections SET stretches = ? WHERE name = ?", (kept, name))

    def rows(self, collection: str, start: bytes = b"", limit: int = -1) -> Sequence[Row]:
        """Return the rows of a collection from some place in its order on."""
        return self._rows("AND position >= ? ORDER BY position LIMIT ?", collection, start, limit)

    def rows_before(self, collection: str, end: bytes, limit: int) -> Sequence[Row]:
        """Return the last rows of a collection before some place in its order, in that order."""
        which = "AND position < ? ORDER BY position DESC LIMIT ?"
        return self._rows(which, collection, end, limit)[::-1]

    def rows_in(self, run: Run) -> Sequence[Row]:
        """Return the rows of a run."""
        found = self._rows(IN_RUN, *self._bounds(run))
        return found[::-1] if run.backwards else found

    def stored_in(self, run: Run) -> list[Stored]:
        """Return the values of a run as they are stored."""
        question = f"SELECT value, digest FROM rows WHERE collection = ? {IN_RUN}"  # noqa: S608
        rows = self._base.execute(question, self._bounds(run))
        found = [(value, digest[DIGEST_SIZE:]) for value, digest in rows]
        return found[::-1] if run.backwards else found

    def _bounds(self, run: Run) -> tuple[str, bytes, int, int]:
        """Return by what the rows of a run are found."""
        first, _ = self._turned(run, run.first, run.last)
        start, before = self._stretched(run.collection).find(first)
        return run.collection, start, len(run), before

    def _stretched(self, collection: str) -> Stretches:
        """Return where the rows of a collection lie."""
        self.settle()
        late = self.news.late(collection)
        known = self._stretches.get(collection)
        if late and late.are_many:
            known = Stretches(self._base, collection, None)
        elif known is None:
            kept = self._kept(collection)
            known = Stretches(self._base, collection, kept)
            late = late if kept else None
        if late:
            known.change(late.at)
        self._stretches[collection] = known
        return known

    def _kept(self, collection: str) -> bytes | None:
        question = "SELECT stretches FROM collections WHERE name = ?"
        found = self._base.execute(question, (collection,)).fetchone()
        return found[0] if found else None

    def _rows(self, which: str, *given: object) -> list[Row]:
        self.settle()
        question = f"SELECT position, digest, lead, value FROM rows WHERE collection = ? {which}"  # noqa: S608
        return [*map(Row._make, self._base.execute(question, given))]

    def moved(self, run: Run) -> Iterator[tuple[int, int]]:
        """Yield between which places of a run the rows are not those that were there."""
        for start, stop in self.news.moved(run.collection, self.rank):
            first, last = self._turned(run, start, stop)
            if first < run.last and run.first < last:
                yield max(first, run.first) - run.first, min(last, run.last) - run.first

    def _turned(self, run: Run, first: float, last: float) -> tuple[int, int]:
        """Return ranks of a collection in the order of a run, or the other way round."""
        count = self.count(run.collection)
        first, last = int(min(first, count)), int(min(last, count))
        return (count - last, count - first) if run.backwards else (first, last)

    def rank(self, collection: str, order: bytes) -> int:
        """Return how many rows of a collection come before some place in its order."""
        return self._stretched(collection).rank(order)

    def count(self, collection: str) -> int:
        """Return how many rows a collection has."""
        self.settle()
        question = "SELECT count FROM collections WHERE name = ?"
        found = self._base.execute(question, (collection,)).fetchone()
        count: int = found[0] if found else 0
        return count

    def counts(self, prefix: str) -> Mapping[str, int]:
        """Return how many rows each collection has whose name begins so."""
        self.settle()
        question = "SELECT name, count FROM collections WHERE name >= ? AND name < ? AND count > 0"
        return dict(self._base.execute(question, (prefix, f"{prefix}\U0010ffff")))

    def leads(self, collection: str, start: bytes = b"") -> Iterator[Lead]:
        """Yield the leads of a collection from some place in its order on, and nothing else."""
        self.settle()
        question = "SELECT lead, digest FROM rows WHERE collection = ? AND position >= ?"
        for lead, digest in self._base.execute(
            f"{question} ORDER BY position", (collection, start)
        ):
            yield opened(lead, digest[:DIGEST_SIZE])


def _by_place(rows: Iterable[tuple[str, bytes, bytes]]) -> dict[Place, bytes]:
    """Return the digests of rows by where they lie."""
    return {(collection, order): digest for collection, order, digest in rows}
