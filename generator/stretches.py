"""The rows of a long collection in stretches, so that finding one takes no counting of all.

A stretch is some hundred rows that follow each other; kept are where each begins and how many rows
it has.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from generator.sealing import sealed, unsealed

LENGTH = 256
"""Rows of a stretch when it is made; it is halved before it has three times as many. Stepping over
256 rows takes SQLite about 15 microseconds, over a hundred thousand several milliseconds."""


class Stretches:
    """Where the rows of one collection lie."""

    def __init__(
        self, base: sqlite3.Connection, collection: str, kept: bytes | None = None
    ) -> None:
        """Take what was kept of them, or count the rows."""
        self._base = base
        self._collection = collection
        starts, sizes = unsealed(kept) if kept else self._counted()
        self._starts: list[bytes] = list(starts)
        self._sizes: list[int] = list(sizes)

    def _counted(self) -> tuple[list[bytes], list[int]]:
        (count,) = self._one("SELECT count(*) FROM rows WHERE collection = ?")
        if count <= LENGTH:
            return [b""], [count]
        numbered = (
            "SELECT position, row_number() OVER (ORDER BY position) AS number FROM rows"
            " WHERE collection = ?"
        )
        found = self._base.execute(
            f"SELECT position, number FROM ({numbered}) WHERE number % ? = 1",  # noqa: S608
            (self._collection, LENGTH),
        ).fetchall()
        sizes = [LENGTH] * (len(found) - 1) + [count - LENGTH * (len(found) - 1)]
        return [b"", *(position for position, _ in found[1:])], sizes

    def change(self, changes: Mapping[bytes, int]) -> None:
        """Hear by how many rows there are more at some places than before."""
        for order, came in changes.items():
            self._sizes[self._stretch(order)] += came
        for at in range(len(self._sizes) - 1, -1, -1):
            if not self._sizes[at] and len(self._sizes) > 1:
                del self._sizes[at], self._starts[at]
                self._starts[0] = b""
            elif self._sizes[at] >= 3 * LENGTH:
                self._halve(at)

    def _halve(self, at: int) -> None:
        half = self._sizes[at] // 2
        which = "SELECT position FROM rows WHERE collection = ? AND position >= ?"
        (middle,) = self._one(f"{which} ORDER BY position LIMIT 1 OFFSET ?", self._starts[at], half)
        self._starts.insert(at + 1, middle)
        self._sizes[at : at + 1] = half, self._sizes[at] - half

    def rank(self, order: bytes) -> int:
        """Return how many rows come before some place."""
        at = self._stretch(order)
        which = "SELECT count(*) FROM rows WHERE collection = ? AND position >= ? AND position < ?"
        (count,) = self._one(which, self._starts[at], order)
        rank: int = sum(self._sizes[:at]) + count
        return rank

    def find(self, rank: int) -> tuple[bytes, int]:
        """Return where the stretch of a row begins, and after how many of its rows that comes."""
        for start, size in zip(self._starts, self._sizes, strict=True):
            if rank < size:
                return start, rank
            rank -= size
        return self._starts[-1], rank + self._sizes[-1]

    @property
    def kept(self) -> bytes | None:
        """What is to be kept of them, where there are several."""
        if len(self._starts) == 1:
            return None
        return sealed((tuple(self._starts), tuple(self._sizes)))

    def _stretch(self, order: bytes) -> int:
        return bisect_right(self._starts, order) - 1

    def _one(self, question: str, *given: object) -> Any:
        return self._base.execute(question, (self._collection, *given)).fetchone()
