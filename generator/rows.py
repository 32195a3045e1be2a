"""What each briefing adds to the pages over many: rows of collections, each with its digest.

A page over many briefings is a slice of one collection, or of a few. Planning it takes only the
leads of its rows, which are small and plain; what it shows of them, their values, is fetched when
it is written.
"""

from __future__ import annotations

import hashlib
import marshal
import pickle
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

Lead = tuple[Any, ...]
"""Plain values only: None, bool, int, float, str, bytes and tuples of them."""

DIGEST_SIZE = 16
"""Bytes of the digests by which rows and pages are known to be what they were; a row has one of its
lead and then one of its value."""


class Entry(NamedTuple):
    """A row as a briefing, or an entity, adds it."""

    collection: str
    order: bytes
    """Rows of a collection are sorted by this."""
    lead: bytes
    value: bytes
    digest: bytes


class Row(NamedTuple):
    """A row as planning sees it."""

    handle: int
    """By which its value is fetched."""
    order: bytes
    digest: bytes
    lead: Lead


class Shelf(Protocol):
    """Where rows lie, sorted."""

    def rows(self, collection: str, start: bytes = b"", limit: int = -1) -> Sequence[Row]:
        """Return the rows of a collection from some place in its order on."""

    def count(self, collection: str) -> int:
        """Return how many rows a collection has."""

    def stored(self, rows: Iterable[Row]) -> list[bytes]:
        """Return the values of rows as they are stored."""


class Damaged(Exception):  # noqa: N818 (said of what is stored)
    """What has been stored is not what is read."""


def entry(collection: str, order: bytes, lead: Lead, value: object = None) -> Entry:
    """Return a row with its digest."""
    leading = plain(lead)
    shown = pickle.dumps(value, pickle.HIGHEST_PROTOCOL) if value is not None else b""
    return Entry(collection, order, leading, shown, digest_of(leading) + digest_of(shown))


def row(handle: int, order: bytes, digest: bytes, lead: bytes) -> Row:
    """Return a stored row as planning sees it; raise `Damaged`."""
    if digest_of(lead) != digest[:DIGEST_SIZE]:
        raise Damaged
    return Row(handle, order, digest, from_plain(lead))


def value_of(stored: bytes, digest: bytes) -> Any:
    """Return the value of a row; raise `Damaged`."""
    if digest_of(stored) != digest[DIGEST_SIZE:]:
        raise Damaged
    return pickle.loads(stored) if stored else None  # noqa: S301 - written by `entry` alone


def plain(value: Any) -> bytes:
    """Return plain values as bytes, equal ones as equal bytes whichever objects they are."""
    return marshal.dumps(value, 0)


def from_plain(stored: bytes) -> Any:
    """Return plain values from bytes whose digest has been found right."""
    return marshal.loads(stored)  # noqa: S302


def digest_of(*parts: bytes) -> bytes:
    """Return a digest of some bytes, in which no two sequences of parts are alike."""
    if len(parts) == 1:
        return hashlib.blake2b(parts[0], digest_size=DIGEST_SIZE).digest()
    lengths = b"".join(len(part).to_bytes(8, "little") for part in parts)
    return hashlib.blake2b(lengths + b"".join(parts), digest_size=DIGEST_SIZE).digest()


class Drawer:
    """A shelf in memory."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Sort entries into their collections."""
        self._entries = sorted(entries, key=lambda one: (one.collection, one.order))
        self._rows: dict[str, list[Row]] = {}
        for handle, one in enumerate(self._entries):
            found = row(handle, one.order, one.digest, one.lead)
            self._rows.setdefault(one.collection, []).append(found)

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections that have rows."""
        return tuple(self._rows)

    def rows(self, collection: str, start: bytes = b"", limit: int = -1) -> Sequence[Row]:
        """Return the rows of a collection from some place in its order on."""
        found = [one for one in self._rows.get(collection, ()) if one.order >= start]
        return found if limit < 0 else found[:limit]

    def count(self, collection: str) -> int:
        """Return how many rows a collection has."""
        return len(self._rows.get(collection, ()))

    def stored(self, rows: Iterable[Row]) -> list[bytes]:
        """Return the values of rows as they are stored."""
        return [self._entries[one.handle].value for one in rows]
