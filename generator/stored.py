"""The rows of all collections in the cache, and in which of them a build has changed something."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.rows import DIGEST_SIZE, Entry, Lead, Row, Run, Stored, opened, sealed, unsealed

TABLES = """
CREATE TABLE rows (
    collection TEXT, position BLOB, handle INTEGER, digest BLOB, lead BLOB,
    PRIMARY KEY (collection, position, handle)
) WITHOUT ROWID;
CREATE TABLE shown (handle INTEGER PRIMARY KEY, value BLOB);
CREATE TABLE origins (number INTEGER PRIMARY KEY, origin TEXT UNIQUE, rows BLOB);
CREATE TABLE collections (name TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
"""
"""The leads of a collection lie beside each other, in its order, and their values elsewhere."""

HANDLES = 24
"""Bits of a handle that tell the values of one origin apart; those above are its number."""
MANY = 64
"""Changes of one collection above which it counts as changed altogether: each takes time to find
in its order, and more of them have most often changed every page."""

Place: TypeAlias = tuple[str, bytes]
"""A collection, and where in its order."""


class News:
    """What has changed in the collections since the last build."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._changes: dict[str, dict[bytes, int]] = {}
        self._other_leads: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._moved: dict[str, list[tuple[int, float]]] = {}

    @property
    def collections(self) -> Collection[str]:
        """The collections that have other rows than before."""
        return self._changes.keys()

    def has_other_leads(self, collection: str) -> bool:
        """Tell whether rows of a collection have come or gone, or have other leads."""
        return collection in self._other_leads

    def hear(self, before: Mapping[Place, bytes], after: Mapping[Place, bytes]) -> bool:
        """Hear which rows an origin had and has, by digest; tell whether that is the same."""
        changed = {place for place, _ in before.items() ^ after.items()}
        for place in changed:
            collection, order = place
            came = (place in after) - (place in before)
            changes = self._changes.setdefault(collection, {})
            changes[order] = changes.get(order, 0) + came
            self._counts[collection] += came
            self._moved.pop(collection, None)
            if came or before[place][:DIGEST_SIZE] != after[place][:DIGEST_SIZE]:
                self._other_leads.add(collection)
        return not changed

    def counted(self) -> Iterator[tuple[str, int]]:
        """Yield by how many rows collections have grown since this was asked."""
        counts, self._counts = self._counts, Counter()
        return iter(counts.items())

    def moved(
        self, collection: str, rank: Callable[[str, bytes], int]
    ) -> Sequence[tuple[int, float]]:
        """Return between which ranks of a collection rows are not those that were there."""
        if collection not in self._moved:
            self._moved[collection] = list(self._spans(collection, rank))
        return self._moved[collection]

    def _spans(
        self, collection: str, rank: Callable[[str, bytes], int]
    ) -> Iterator[tuple[int, float]]:
        changes = self._changes.get(collection, {})
        if len(changes) > MANY:
            yield 0, float("inf")
            return
        start, balance = 0, 0
        for order, came in sorted(changes.items()):
            at = rank(collection, order)
            if balance:
                yield start, at
            yield at, at + 1
            start, balance = at, balance + came
        if balance:
            yield start, float("inf")


class StoredRows:
    """The rows in the cache: a shelf."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Take the tables of a cache."""
        self._base = base
        self._marks: dict[tuple[str, bool], tuple[int, bytes]] = {}
        self.news = News()

    def replace(self, origin: str, entries: Iterable[Entry]) -> None:
        """Make these the rows of an origin."""
        number, before = self._rows_from(origin)
        handles: dict[bytes, int] = {}
        values: dict[int, bytes] = {}
        rows = []
        for one in entries:
            shown = one.digest[DIGEST_SIZE:]
            handle = handles.setdefault(shown, (number << HANDLES) + len(handles))
            values[handle] = one.value
            rows.append((one.collection, one.order, handle, one.digest, one.lead))
        known = {(collection, order): digest for collection, order, _, digest in before}
        if self.news.hear(known, {(one[0], one[1]): one[3] for one in rows}):
            return
        self._marks.clear()
        if before:
            self._base.executemany(
                "DELETE FROM rows WHERE collection = ? AND position = ? AND handle = ?",
                (one[:3] for one in before),
            )
            bounds = number << HANDLES, (number + 1) << HANDLES
            self._base.execute("DELETE FROM shown WHERE handle >= ? AND handle < ?", bounds)
        self._base.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", rows)
        self._base.executemany("INSERT INTO shown VALUES (?, ?)", values.items())
        listed = sealed(tuple(one[:4] for one in rows))
        self._base.execute("REPLACE INTO origins VALUES (?, ?, ?)", (number, origin, listed))

    def _rows_from(self, origin: str) -> tuple[int, Sequence[tuple[str, bytes, int, bytes]]]:
        """Return the number of an origin, and which rows it has."""
        found = self._base.execute(
            "SELECT number, rows FROM origins WHERE origin = ?", (origin,)
        ).fetchone()
        if found:
            return found[0], unsealed(found[1])
        last = self._base.execute("SELECT max(number) FROM origins").fetchone()[0]
        return (last or 0) + 1, ()

    def forget(self) -> None:
        """Begin anew."""
        for table in ("rows", "shown", "origins", "collections"):
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608
        self._marks.clear()
        self.news = News()

    def settle(self) -> None:
        """Bring to the tables what has only been counted."""
        self._base.executemany(
            "INSERT INTO collections VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET count = count + excluded.count",
            self.news.counted(),
        )

    def rows(self, collection: str, start: bytes = b"", limit: int = -1) -> Sequence[Row]:
        """Return the rows of a collection from some place in its order on."""
        return self._rows("AND position >= ? ORDER BY position LIMIT ?", collection, start, limit)

    def rows_before(self, collection: str, end: bytes, limit: int) -> Sequence[Row]:
        """Return the last rows of a collection before some place in its order, in that order."""
        which = "AND position < ? ORDER BY position DESC LIMIT ?"
        return self._rows(which, collection, end, limit)[::-1]

    def rows_in(self, run: Run) -> Sequence[Row]:
        """Return the rows of a run; it takes no search where they follow the last asked for."""
        after, direction = ("<=", "DESC") if run.backwards else (">=", "ASC")
        rank, order = self._marks.get((run.collection, run.backwards), (0, b""))
        if rank and rank <= run.first:
            which, bound = f"AND position {after} ?", [order]
        else:
            which, bound, rank = "", [], 0
        which += f" ORDER BY position {direction} LIMIT ? OFFSET ?"
        found = self._rows(which, run.collection, *bound, len(run), run.first - rank)
        if found:
            self._marks[run.collection, run.backwards] = run.last - 1, found[-1].order
        return found

    def _rows(self, which: str, *given: object) -> list[Row]:
        question = f"SELECT handle, position, digest, lead FROM rows WHERE collection = ? {which}"  # noqa: S608
        return [Row(*one) for one in self._base.execute(question, given)]

    def stays(self, run: Run) -> bool:
        """Tell whether a run has just the rows that it had before."""
        first, last = run.first, run.last
        if run.backwards:
            count = self.count(run.collection)
            first, last = count - last, count - first
        moved = self.news.moved(run.collection, self._rank)
        return not any(start < last and first < stop for start, stop in moved)

    def _rank(self, collection: str, order: bytes) -> int:
        """Return how many rows of a collection come before some place in its order."""
        question = "SELECT count(*) FROM rows WHERE collection = ? AND position < ?"
        rank: int = self._base.execute(question, (collection, order)).fetchone()[0]
        return rank

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
        question = "SELECT lead, digest FROM rows WHERE collection = ? AND position >= ?"
        for lead, digest in self._base.execute(
            f"{question} ORDER BY position", (collection, start)
        ):
            yield opened(lead, digest[:DIGEST_SIZE])

    def tally(self, collection: str) -> Mapping[Lead, int]:
        """Return how many rows of a collection have each lead."""
        found = self._base.execute(
            "SELECT lead, digest, count(*) FROM rows WHERE collection = ? GROUP BY lead",
            (collection,),
        )
        return {opened(lead, digest[:DIGEST_SIZE]): count for lead, digest, count in found}

    def stored(self, rows: Iterable[Row]) -> list[Stored]:
        """Return the values of rows as they are stored."""
        found = self._base.execute
        by_handle = "SELECT value FROM shown WHERE handle = ?"
        return [
            Stored(found(by_handle, (one.handle,)).fetchone()[0], one.digest[DIGEST_SIZE:])
            for one in rows
        ]
