"""What a build remembers of each briefing, in plain values, beside the pages it was made into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from generator.cache import Cache, Facet
from generator.errors import BriefingError, ContentError, Place, SeedError, SiteError
from generator.pipeline.ground import is_elsewhere

Told: TypeAlias = tuple[str, str, tuple[str, int, int] | None, str]
"""An error: what kind of one, what is wrong, where, and what to do."""
Ref: TypeAlias = tuple[str, str, str, tuple[str, str, str, bool] | None]
"""A briefing as others point to it."""

Listed: TypeAlias = tuple[str | None, tuple[str, ...]]
"""What `manifest.json` says of a briefing: its id, where it is on the site, and its articles."""

KINDS: dict[str, type[BriefingError]] = {
    kind.__name__: kind for kind in (SeedError, ContentError, SiteError)
}


class Record(NamedTuple):
    """What is known of a briefing without reading it again."""

    made_from: tuple[bytes, ...] = ()
    """What all that was made of it depends on; while this is the same, so is all that."""
    is_read: bool = False
    """Whether its file could be read; if not, nothing below is known but the mistakes."""
    names: tuple[str, ...] = ()
    """Its id and its aliases."""
    files: tuple[str, ...] = ()
    """The articles that it rests on."""
    answers: tuple[tuple[str, Told], ...] = ()
    """The briefings that answer its questions, and what to say where there is no such one."""
    ref: Ref | None = None
    """How others point to it, where it is on the site."""
    used: tuple[int, ...] = ()
    """The entries of entities.yaml that its names match."""
    faults: tuple[Told, ...] = ()
    """What must be mended before anything is published."""
    problems: tuple[Told, ...] = ()
    """What is wrong with its articles."""
    warnings: tuple[Told, ...] = ()

    @property
    def listed(self) -> Listed:
        """It as `manifest.json` has it."""
        return self.names[0] if self.ref else None, self.files


class Records:
    """What a build remembers of every briefing, by the name of its file: it lies in the cache."""

    def __init__(self, cache: Cache) -> None:
        """Take a cache."""
        self._cache = cache
        self._contested: set[str] = set()

    def get(self, name: str) -> Record | None:
        """Return the record of a briefing, where there is one."""
        found = self._cache.record(name)
        return Record(*found) if found else None

    def __iter__(self) -> Iterator[tuple[str, Record]]:
        """Yield name and record of every briefing."""
        return ((name, Record(*stored)) for name, stored in self._cache.records())

    def put(self, name: str, record: Record, before: Record | None) -> None:
        """Take note of a briefing; there may be a record of it from before."""
        self._cache.put_record(name, tuple(record))
        old, new = _facets_of(before) if before else frozenset(), _facets_of(record)
        self._cache.change_facets(name, old - new, new - old)
        for value in record.names:
            if len(self.having("name", value)) > 1:
                self._contested.add(value)

    def drop(self, name: str, before: Record) -> None:
        """Forget a briefing."""
        self._cache.drop_record(name)
        self._cache.change_facets(name, _facets_of(before), ())

    def having(self, facet: str, value: object = "") -> list[str]:
        """Return the names of the briefings that have a value of a facet."""
        return list(self._cache.having(facet, str(value)))

    def is_rested_on(self, file: str) -> bool:
        """Tell whether a briefing that is on the site rests on an article."""
        found = map(self.get, self._cache.having("file", file))
        return any(one and one.ref for one in found)

    def of(self, facet: str) -> Iterator[Record]:
        """Yield the records that have a facet without a value."""
        found = map(self.get, self.having(facet))
        return (one for one in found if one)

    def with_answers(self) -> set[str]:
        """Return the briefings with questions that others are to answer."""
        return {name for _, name in self._cache.facets("answer")}

    def ref(self, id_: str) -> Ref | None:
        """Return how to point to a briefing, by its id, where it is on the site."""
        found = (self.get(name) for name in self.having("name", id_))
        return next((one.ref for one in found if one and one.names[0] == id_), None)

    def contested(self) -> dict[str, tuple[str, ...]]:
        """Return the names of each briefing that shares one of them with another."""
        found = (self.having("name", value) for value in self._contested)
        files = {file for several in found if len(several) > 1 for file in several}
        return {file: one.names for file in sorted(files) if (one := self.get(file))}

    def dangling(self) -> Iterator[BriefingError]:
        """Yield a complaint about each answer that no briefing gives."""
        for answer, name in self._cache.facets("answer"):
            record = self.get(name)
            if record and not self.having("name", answer):
                yield from errors_of(told for one, told in record.answers if one == answer)


def _facets_of(record: Record) -> frozenset[Facet]:
    """Return by what a record is to be found."""
    found = [("name", name) for name in record.names]
    found += (("file", file) for file in record.files)
    found += (("elsewhere", file) for file in record.files if is_elsewhere(file))
    found += (("answer", name) for name, _ in record.answers)
    found += (("used", str(at)) for at in record.used)
    if record.problems or record.warnings:
        found.append(("told", ""))
    if record.faults:
        found.append(("faulty", ""))
    return frozenset(found)


def told(errors: Iterable[BriefingError]) -> tuple[Told, ...]:
    """Return errors as plain values."""
    return tuple(
        (
            type(error).__name__,
            error.what,
            (error.at.path, error.at.line, error.at.column) if error.at else None,
            error.fix,
        )
        for error in errors
    )


def errors_of(tellings: Iterable[Told]) -> list[BriefingError]:
    """Return errors from plain values."""
    return [
        KINDS.get(kind, BriefingError)(what, Place(*at) if at else None, fix)
        for kind, what, at, fix in tellings
    ]
