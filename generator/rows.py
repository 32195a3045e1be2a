"""What each briefing adds to the pages over many: rows of collections, each with its digest.

A page over many briefings shows a run of one collection, or a few rows of several. Planning it
takes leads, which are small and plain; the values of a run are fetched when it is written.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeAlias, overload

from generator.sealing import DIGEST_SIZE, Damaged, digest_of, opened, plain

Lead = tuple[Any, ...]
"""Plain values only: None, bool, int, float, str, bytes and tuples of them."""


# What follows are plain tuples: a build makes, sends and receives hundreds of thousands, each in a
# fraction of the time that one with names takes.
Entry: TypeAlias = tuple[str, bytes, bytes, bytes, bytes]
"""A row as a briefing, or an entity, adds it: its collection, whose rows are sorted by what comes
next; its lead and its value; and a digest of its lead, and then of its value."""
Stored: TypeAlias = tuple[bytes, bytes]
"""A value as it is stored, and its digest."""


class Row(NamedTuple):
    """A row as it is stored."""

    order: bytes
    digest: bytes
    leading: bytes
    """Its lead."""
    value: bytes

    @property
    def lead(self) -> Lead:
        """Its lead; raise `Damaged`."""
        lead: Lead = opened(self.leading, self.digest[:DIGEST_SIZE])
        return lead

    @property
    def stored(self) -> Stored:
        """Its value as it is stored."""
        return self.value, self.digest[DIGEST_SIZE:]


class Shelf(Protocol):
    """Where rows lie, sorted."""

    def rows(self, collection: str, start: bytes = b"", limit: int = -1) -> Sequence[Row]:
        """Return the rows of a collection from some place in its order on."""

    def rows_before(self, collection: str, end: bytes, limit: int) -> Sequence[Row]:
        """Return the last rows of a collection before some place in its order, in that order."""

    def rows_in(self, run: Run) -> Sequence[Row]:
        """Return the rows of a run."""

    def moved(self, run: Run) -> Iterator[tuple[int, int]]:
        """Yield between which places of a run the rows are not those that were there."""

    def rank(self, collection: str, order: bytes) -> int:
        """Return how many rows of a collection come before some place in its order."""

    def count(self, collection: str) -> int:
        """Return how many rows a collection has."""

    def counts(self, prefix: str) -> Mapping[str, int]:
        """Return how many rows each collection has whose name begins so."""

    def leads(self, collection: str, start: bytes = b"") -> Iterator[Lead]:
        """Yield the leads of a collection from some place in its order on, and nothing else."""

    def stored_in(self, run: Run) -> list[Stored]:
        """Return the values of a run as they are stored."""


@dataclass(frozen=True, slots=True)
class Run(Sequence[Row]):
    """Some rows of a collection that follow each other; they are fetched when they are asked for.

    Its slices are runs again.
    """

    shelf: Shelf
    collection: str
    first: int
    """The rank of the first row in the order in which it is read."""
    last: int
    """The rank after that of the last row."""
    backwards: bool = False

    def __len__(self) -> int:
        """Return how many rows it has."""
        return self.last - self.first

    def __iter__(self) -> Iterator[Row]:
        """Yield its rows."""
        return iter(self.shelf.rows_in(self))

    @overload
    def __getitem__(self, which: int) -> Row: ...
    @overload
    def __getitem__(self, which: slice) -> Run: ...
    def __getitem__(self, which: int | slice) -> Row | Run:
        """Return one row, or some that follow each other."""
        if isinstance(which, int):
            return next(iter(self[which : which + 1]))
        start, stop, _ = which.indices(len(self))
        return Run(
            self.shelf, self.collection, self.first + start, self.first + stop, self.backwards
        )

    def moved(self) -> Iterator[tuple[int, int]]:
        """Yield between which of its places the rows are not those that were there."""
        return self.shelf.moved(self)

    @property
    def stays(self) -> bool:
        """Tell whether it has just the rows that it had before."""
        return next(self.moved(), None) is None


def whole(shelf: Shelf, collection: str, *, backwards: bool = False) -> Run:
    """Return all rows of a collection."""
    return Run(shelf, collection, 0, shelf.count(collection), backwards)


def entry(collection: str, order: bytes, lead: Lead = (), value: object = None) -> Entry:
    """Return a row with its digest."""
    return kept_entry(collection, order, lead, kept(value))


def kept_entry(collection: str, order: bytes, lead: Lead, stored: Stored) -> Entry:
    """Return a row whose value is a `kept` one."""
    leading, of_lead = _laid_out(lead) if lead else _NO_LEAD
    shown, of_value = stored
    return collection, order, leading, shown, of_lead + of_value


def kept(value: object) -> Stored:
    """Return a value as it is stored, which need not be worked out for each of its rows."""
    shown = pickle.dumps(value, pickle.HIGHEST_PROTOCOL) if value is not None else b""
    return shown, digest_of(shown)


def counted(collection: str, order: bytes) -> Entry:
    """Return a row of which nothing is ever asked but how many there are of its collection."""
    return collection, order, b"", b"", _COUNTED


def value_of(stored: Stored) -> Any:
    """Return the value of a row; raise `Damaged`."""
    value, digest = stored
    if digest_of(value) != digest:
        raise Damaged
    return pickle.loads(value) if value else None  # noqa: S301 - of `entry` alone


def _laid_out(lead: Lead) -> tuple[bytes, bytes]:
    """Return a lead as it is stored, and its digest."""
    leading = plain(lead)
    return leading, digest_of(leading)


_NO_LEAD = _laid_out(())
_COUNTED = digest_of(b"") * 2


class Drawer:
    """A shelf in memory, on which everything is new."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Sort entries into their collections."""
        sorted_entries = sorted(entries, key=itemgetter(0, 1))
        self._counts = Counter(collection for collection, *_ in sorted_entries)
        self._rows: dict[str, list[Row]] = {}
        for collection, order, lead, value, digest in sorted_entries:
            if lead:
                self._rows.setdefault(collection, []).append(Row(order, digest, lead, value))

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections that have rows."""
        return tuple(self._rows)

    def rows(self, collection: str, start: bytes = b"", limit: int = -1) -> Sequence[Row]:
        """Return the rows of a collection from some place in its order on."""
        found = [one for one in self._rows.get(collection, ()) if one.order >= start]
        return found if limit < 0 else found[:limit]

    def rows_before(self, collection: str, end: bytes, limit: int) -> Sequence[Row]:
        """Return the last rows of a collection before some place in its order, in that order."""
        return [one for one in self._rows.get(collection, ()) if one.order < end][-limit:]

    def rows_in(self, run: Run) -> Sequence[Row]:
        """Return the rows of a run."""
        found = self._rows.get(run.collection, [])
        return (found[::-1] if run.backwards else found)[run.first : run.last]

    def moved(self, run: Run) -> Iterator[tuple[int, int]]:
        """Yield the whole run: nothing has been before."""
        yield 0, len(run)

    def rank(self, collection: str, order: bytes) -> int:
        """Return how many rows of a collection come before some place in its order."""
        return sum(one.order < order for one in self._rows.get(collection, ()))

    def count(self, collection: str) -> int:
        """Return how many rows a collection has."""
        return self._counts[collection]

    def counts(self, prefix: str) -> Mapping[str, int]:
        """Return how many rows each collection has whose name begins so."""
        return {name: n for name, n in self._counts.items() if name.startswith(prefix)}

    def leads(self, collection: str, start: bytes = b"") -> Iterator[Lead]:
        """Yield the leads of a collection from some place in its order on, and nothing else."""
        return (one.lead for one in self.rows(collection, start))

    def stored_in(self, run: Run) -> list[Stored]:
        """Return the values of a run as they are stored."""
        return [one.stored for one in self.rows_in(run)]
