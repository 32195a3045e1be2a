"""What each briefing had and has in the collections -> where in these a build changes something."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from math import inf
from typing import TypeAlias

from generator.sealing import DIGEST_SIZE

MANY = 64
"""Changes of one collection above which it counts as changed altogether: each takes time to find
in its order, and more of them have most often changed every page."""

Place: TypeAlias = tuple[str, bytes]
"""A collection, and where in its order."""


class Changes:
    """At which places of a collection rows have come or gone, and how many more there are."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._at: dict[bytes, int] = {}
        self.are_many = False
        """Whether there are so many that they are no more told apart."""

    def hear(self, order: bytes, came: int) -> None:
        """Hear that a row has come (1), gone (-1) or become another (0)."""
        if not self.are_many:
            self._at[order] = self._at.get(order, 0) + came
            if len(self._at) > MANY:
                self.are_many = True
                self._at.clear()

    @property
    def at(self) -> Mapping[bytes, int]:
        """By how many rows there are more at each place, as far as they are told apart."""
        return self._at


class News:
    """What has changed in the collections since the last build."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._changes: defaultdict[str, Changes] = defaultdict(Changes)
        self._late: defaultdict[str, Changes] = defaultdict(Changes)
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
            self._changes[collection].hear(order, came)
            if came:
                self._late[collection].hear(order, came)
            self._counts[collection] += came
            self._moved.pop(collection, None)
            if came or before[place][:DIGEST_SIZE] != after[place][:DIGEST_SIZE]:
                self._other_leads.add(collection)
        return not changed

    def counted(self) -> Iterator[tuple[str, int]]:
        """Yield by how many rows collections have grown since this was asked."""
        counts, self._counts = self._counts, Counter()
        return iter(counts.items())

    @property
    def late_ones(self) -> Collection[str]:
        """The collections of which rows have come and gone since that was asked."""
        return self._late.keys()

    def late(self, collection: str) -> Changes | None:
        """Return which rows of a collection have come and gone since this was asked."""
        return self._late.pop(collection, None)

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
        changes = self._changes.get(collection, Changes())
        if changes.are_many:
            yield 0, inf
        start, balance = 0, 0
        for order, came in sorted(changes.at.items()):
            at = rank(collection, order)
            if balance:
                yield start, at
            yield at, at + 1
            start, balance = at, balance + came
        if balance:
            yield start, inf
