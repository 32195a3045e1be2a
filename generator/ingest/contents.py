"""What a seed's own format gives away, before it becomes an article: metadata and paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

ParseYaml = Callable[[str, str, int], Mapping[str, object]]
"""Reads YAML text of a file from a line on into a mapping, or raises with the place."""


class Paragraph(NamedTuple):
    """One paragraph; its lines are parted by newlines only where it is a list."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a seed states about itself; what it does not state is None, never guessed."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO 8601 date, or date and time."""
    retrieved: str | None = None
    language: str | None = None
    license: str | None = None
    credit: str | None = None
    standfirst: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Fill what is absent here from `other`."""
        absent = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if getattr(self, field.name) is None
        }
        return replace(self, **absent)


class Contents(NamedTuple):
    """A seed's metadata and its readable paragraphs, in order."""

    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    warnings: tuple[str, ...] = ()
