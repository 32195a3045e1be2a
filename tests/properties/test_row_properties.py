from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from itertools import combinations
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from generator import news, stretches
from generator.news import MANY
from generator.rows import Drawer, Entry, Run, entry, whole
from generator.stored import TABLES, StoredRows

LIST = "list"
WRITTEN = st.dictionaries(
    st.integers(0, 9).map(lambda number: bytes([number])),
    st.tuples(st.integers(0, 2), st.integers(0, 2)),
    max_size=4,
)
"""The rows of one origin: where they stand, and their lead and value."""
BRIEFINGS = st.dictionaries(st.sampled_from("abc"), WRITTEN, max_size=3)


def _entries(origin: str, rows: Mapping[bytes, tuple[int, int]]) -> list[Entry]:
    return [
        entry(LIST, order + origin.encode(), (lead,), value)
        for order, (lead, value) in rows.items()
    ]


def _put(shelf: StoredRows, briefings: Mapping[str, Mapping[bytes, tuple[int, int]]]) -> None:
    for origin in "abc":
        shelf.replace(origin, _entries(origin, briefings.get(origin, {})))


def _base() -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.executescript(TABLES)
    return base


NUMBERS = st.dictionaries(st.integers(0, 40), st.integers(0, 2), max_size=30)
"""Rows by where they stand, one of each origin, and what they show."""


@given(st.lists(NUMBERS, min_size=1, max_size=4), st.booleans(), st.sampled_from([2, 64]))
def test_long_collections_are_found_in_stretches(builds, backwards, many) -> None:  # type: ignore[no-untyped-def]
    base = _base()
    was: list[bytes] = []
    with mock.patch.object(stretches, "LENGTH", 2), mock.patch.object(news, "MANY", many):
        for rows in builds:
            shelf = StoredRows(base)
            for number in range(41):
                entries = [entry(LIST, bytes([number]), (), rows[number])] if number in rows else []
                shelf.replace(str(number), entries)
                if number == 20:
                    list(whole(shelf, LIST))  # as pages are read while entities are still made
            run = whole(shelf, LIST, backwards=backwards)
            now = [row.digest for row in sorted(shelf.rows(LIST), key=lambda row: row.order)]
            now = now[::-1] if backwards else now
            moved = {at for first, last in run.moved() for at in range(first, last)}
            for at, digest in enumerate(now):
                assert [row.digest for row in run[at : at + 3]] == now[at : at + 3]
                if at not in moved and (not backwards or len(now) == len(was)):
                    assert digest == was[at]
            shelf.keep()
            was = now


@given(BRIEFINGS, st.lists(BRIEFINGS, min_size=1, max_size=2))
def test_what_stays_is_what_was_there(before, after) -> None:  # type: ignore[no-untyped-def]
    base = _base()
    shelf = StoredRows(base)
    _put(shelf, before)
    shelf.settle()
    was = [row.digest for row in shelf.rows(LIST)]
    shelf = StoredRows(base)
    for briefings in after:
        _put(shelf, briefings)
    now = [row.digest for row in shelf.rows(LIST)]
    for first, last in combinations(range(len(now) + 1), 2):
        if Run(shelf, LIST, first, last).stays:
            assert now[first:last] == was[first:last]
        if Run(shelf, LIST, first, last, backwards=True).stays and len(now) == len(was):
            assert now[::-1][first:last] == was[::-1][first:last]


@given(BRIEFINGS)
def test_rows_are_found_as_in_memory(briefings) -> None:  # type: ignore[no-untyped-def]
    shelf = StoredRows(_base())
    _put(shelf, briefings)
    entries = [one for origin, rows in briefings.items() for one in _entries(origin, rows)]
    drawer = Drawer(entries)
    for backwards in (False, True):
        found = whole(shelf, LIST, backwards=backwards)
        kept = whole(drawer, LIST, backwards=backwards)
        assert len(found) == len(kept) == len(entries)
        for start in range(len(kept)):
            for part in (slice(start, start + 2), slice(max(0, start - 3), start)):
                left, right = list(found[part]), list(kept[part])
                assert left == right
                assert shelf.stored_in(found[part]) == drawer.stored_in(kept[part])
    assert shelf.counts("li") == drawer.counts("li")
    assert list(shelf.leads(LIST)) == list(drawer.leads(LIST))


def test_a_row_that_shows_something_else_moves_no_other() -> None:
    base = _base()
    for value in (1, 2):
        shelf = StoredRows(base)
        for number in range(MANY):
            shelf.replace(str(number), [entry(LIST, bytes([number]), (), value * (number == 7))])
        shelf.keep()
    assert [Run(shelf, LIST, at, at + 1).stays for at in range(MANY)] == [
        at != 7 for at in range(MANY)
    ]
    assert not shelf.news.has_other_leads(LIST)
