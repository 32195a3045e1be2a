"""The ways to values of a YAML text -> their places, in one pass that ends with the last of them.

To keep the places of all values costs more than reading a file does, and only what is wrong has to
be told with its place.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.errors import ContentError, Place
from generator.yamlio.events import NULLS, Mark, parser

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: names of fields and positions in lists."""
Wanted: TypeAlias = "dict[str | int, Wanted]"
"""Ways that begin alike, as a tree of their steps."""

_OPENINGS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSINGS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Problem(NamedTuple):
    """Something wrong with a value whose place is still to be found."""

    way: Path
    what: str
    fix: str = ""
    name: bool = False
    """Whether it is the name of the field that is wrong."""


@dataclass(frozen=True)
class File:
    """A YAML text, and what messages call it."""

    path: str
    text: str
    first_line: int = 1

    def places(self, ways: Iterable[Path]) -> Places:
        """Find values of the file, which can be read."""
        wanted: Wanted = {}
        for way in ways:
            step_to = wanted
            for step in way:
                step_to = step_to.setdefault(step, {})
        return Places(self.path, self.first_line, _find(self.text, wanted))

    def problems(self, found: Iterable[Problem]) -> list[ContentError]:
        """Return errors at values, or at the names of their fields."""
        found = list(found)
        if not found:
            return []
        places = self.places(problem.way for problem in found)
        return [
            ContentError(what, places.of(way, name=name), fix) for way, what, fix, name in found
        ]


class Spot(NamedTuple):
    """Where a value begins."""

    value: Mark
    name: Mark | None
    """Where its name does, if it is a field."""
    null: str | None
    """The word that says that there is nothing, if that is what it says."""


class Places(NamedTuple):
    """Where the values of a file stand, of those that were asked for."""

    path: str
    first_line: int
    spots: Mapping[Path, Spot]

    def of(self, way: Path, *, name: bool = False) -> Place:
        """Return where a value begins, or the name of its field, or the nearest value around it."""
        nearest = (way[:length] for length in range(len(way), -1, -1))
        spot = next((self.spots[near] for near in nearest if near in self.spots), None)
        is_named = name and way in self.spots
        mark = (is_named and spot and spot.name) or (spot and spot.value)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self.path, line + self.first_line, column + 1)

    def null_at(self, way: Path) -> str | None:
        """Return the word that says that a field has no value, None if the field is not there."""
        return self.spots[way].null if way in self.spots else None


class _AllFoundError(Exception):
    """Ends the pass."""


@dataclass(slots=True)
class _Search:
    """A pass over the events of a text."""

    next_event: Callable[[], Any]
    pending: int
    """Values that have not been come to."""
    spots: dict[Path, Spot] = field(default_factory=dict)

    def value(self, event: Any, way: Path, wanted: Wanted, name: Mark | None = None) -> None:
        """Take note of a value, and look for others within it."""
        is_null = event.__class__ is yaml.ScalarEvent and not event.style and event.value in NULLS
        self.spots[way] = Spot(event.start_mark, name, event.value if is_null else None)
        self._pass(1)
        if not wanted or event.__class__ is yaml.ScalarEvent:
            self._skip(event)
        elif event.__class__ is yaml.MappingStartEvent:
            self._fields(way, wanted)
        else:
            self._entries(way, wanted)
        self._pass(
            sum(_size(rest) for step, rest in wanted.items() if (*way, step) not in self.spots)
        )

    def _fields(self, way: Path, wanted: Wanted) -> None:
        while (name := self.next_event()).__class__ is not yaml.MappingEndEvent:
            value = self.next_event()
            if name.value in wanted:
                self.value(value, (*way, name.value), wanted[name.value], name.start_mark)
            else:
                self._skip(value)

    def _entries(self, way: Path, wanted: Wanted) -> None:
        position = 0
        while (entry := self.next_event()).__class__ is not yaml.SequenceEndEvent:
            if position in wanted:
                self.value(entry, (*way, position), wanted[position])
            else:
                self._skip(entry)
            position += 1

    def _skip(self, event: Any) -> None:
        depth = 1 if event.__class__ in _OPENINGS else 0
        while depth:
            kind = self.next_event().__class__
            if kind in _OPENINGS:
                depth += 1
            elif kind in _CLOSINGS:
                depth -= 1

    def _pass(self, count: int) -> None:
        self.pending -= count
        if not self.pending:
            raise _AllFoundError


def _find(text: str, wanted: Wanted) -> Mapping[Path, Spot]:
    next_event = parser(text)
    next_event()
    if isinstance(next_event(), yaml.StreamEndEvent):
        return {}
    search = _Search(next_event, _size(wanted))
    with contextlib.suppress(_AllFoundError):
        search.value(next_event(), (), wanted)
    return search.spots


def _size(wanted: Wanted) -> int:
    """Return how many values a tree of ways leads to."""
    return 1 + sum(map(_size, wanted.values()))
