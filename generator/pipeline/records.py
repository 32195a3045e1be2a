"""What a build remembers of each briefing, in plain values, beside the pages it was made into."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from generator.errors import BriefingError, ContentError, Place, SeedError, SiteError

Told: TypeAlias = tuple[str, str, tuple[str, int, int] | None, str]
"""An error: what kind of one, what is wrong, where, and what to do."""
Ref: TypeAlias = tuple[str, str, str, tuple[str, str, str, bool] | None]
"""A briefing as others point to it."""

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


def record_of(stored: Any) -> Record:
    """Return a record from plain values."""
    return Record(*stored)


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
