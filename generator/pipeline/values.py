"""What the stages are called with, and what they report."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from generator.errors import BriefingError, Problems
from generator.extractors import OWN
from generator.output import Outcome

LISTING = "Listing"
"""The stage of a build at which all briefings that have changed are made, and right."""
PATIENCE = 30.0
"""Seconds to wait for another command that writes here: longer than most builds take."""


@dataclass(frozen=True)
class Layout:
    """Where things lie in a site's folder."""

    root: Path

    @cached_property
    def seeds(self) -> Path:
        """The articles."""
        return self.root / "seeds"

    @cached_property
    def content(self) -> Path:
        """What people edit."""
        return self.root / "content"

    @cached_property
    def settings(self) -> Path:
        """The settings; the file by which a site's folder is known."""
        return self.content / "site.yaml"

    @cached_property
    def entities(self) -> Path:
        """What editors fix about people, organisations and places."""
        return self.content / "entities.yaml"

    @cached_property
    def briefings(self) -> Path:
        """The briefings."""
        return self.content / "briefings"

    @cached_property
    def drafts(self) -> Path:
        """The last draft of each briefing as extracted: the base of the merge."""
        return self.content / ".drafts"

    @cached_property
    def pages(self) -> Path:
        """The pages written by hand."""
        return self.content / "pages"

    @cached_property
    def templates(self) -> Path:
        """The site's own templates, which hide their namesakes in the default theme."""
        return self.root / "templates"

    @cached_property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @cached_property
    def cache(self) -> Path:
        """What builds keep for the next; safe to delete."""
        return self.root / ".cache"

    @cached_property
    def watched(self) -> tuple[Path, ...]:
        """The folders in which a change calls for a new build."""
        return self.seeds, self.content, self.templates

    def briefing(self, name: str) -> Path:
        """Return the file of a briefing."""
        return self.briefings / f"{name}.yaml"

    def draft(self, name: str) -> Path:
        """Return the file of the last draft of a briefing."""
        return self.drafts / f"{name}.yaml"

    def published(self, name: str) -> Path:
        """Return the file of a briefing, by its id, as it was last published."""
        return self.content / ".published" / f"{name}.yaml"

    @cached_property
    def copies(self) -> Path:
        """Where a build puts briefings that will be kept so, until it is known to be right."""
        return self.content / ".published" / ".staged"

    def conflicts(self, name: str) -> Path:
        """Return the file of what a person and a new draft of a briefing have both changed."""
        return self.content / ".conflicts" / f"{name}.yaml"

    def name(self, path: Path) -> str:
        """Return what a path is called in values and pages: relative to the site's folder."""
        return Path(os.path.relpath(path, self.root)).as_posix()


def file_of(briefing: str, folder: str = "briefings") -> str:
    """Return what a briefing's file in a folder of `content/` is called there."""
    return f"content/{folder}/{briefing}.yaml"


class Options(NamedTuple):
    """What a call asks for beyond its subject."""

    today: datetime.date
    """The clock is never read elsewhere."""
    executor: str = "processes"
    """Where articles are drafted: in processes of this machine, or on a Dask cluster."""
    jobs: int = 0
    """How many are drafted, and how many pages rendered, at a time; 0 for one a processor."""
    extractor: str = OWN
    """What drafts articles that belong to no site; a site's settings name its own."""
    strict: bool = False
    """Whether warnings are errors."""
    clean: bool = False
    """Whether to write everything anew, whatever earlier builds left."""
    redraft: bool = False
    """Whether to read unchanged articles again."""
    drafts: bool | None = None
    """Whether briefings with the status `draft` are on the site; None leaves it to the settings."""
    preview: bool = False
    """Whether the site is only looked at, so that it does not count as published, and its index for
    search may be an old one."""


class Report(NamedTuple):
    """How a command's work ended; what could not be done at all is raised instead."""

    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()
    drafted: tuple[str, ...] = ()
    """The files in `content/briefings/` that were written."""
    revised: tuple[str, ...] = ()
    """Those to which an entry was added on what has changed since they were published."""
    text: str = ""
    """A draft to be printed."""
    extracted: int = 0
    """How many drafts were written to a folder."""
    kept: int = 0
    """How many were there already."""
    outcome: Outcome | None = None
    """What became of the site."""
    reasons: tuple[tuple[str, str], ...] = ()
    """What was made anew, and why."""


class Listed(NamedTuple):
    """A briefing that people have, and the articles that it is about."""

    path: Path
    id: str
    files: tuple[str, ...]


class Drafting(NamedTuple):
    """What has been drafted."""

    written: tuple[str, ...] = ()
    """The files of briefings."""
    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()


def refuse(problems: Iterable[BriefingError], report: Report, *, strict: bool) -> None:
    """Stop before anything is published where that must not be; tell all that is known then."""
    fatal = [*problems, *(report.warnings if strict else ())]
    if fatal:
        raise Problems([*fatal, *report.problems])


class Watch(Protocol):
    """Hears how far the work is."""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Hear that a stage has come so far; a total of 0 is one that nobody counts."""

    def say(self, message: str) -> None:
        """Hear something that a person who waits should know."""
