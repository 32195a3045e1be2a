"""The stages of work and what it has found -> a progress bar, timings, JSON."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.errors import BriefingError
    from generator.pipeline import Publication, Report
    from generator.publish.verifying import Verification

Show = Callable[[str, int, int], None]
"""Shows that of a stage so many steps are done, of so many in all; 0 where nobody counts."""

REDRAWN = 0.1
"""Seconds after which the bar is drawn again."""


class Stopwatch:
    """Hears how far the work is, shows it, and knows how long each stage has taken."""

    def __init__(self, show: Show) -> None:
        """Start with no stage."""
        self._show = show
        self._stage = ""
        self._since = time.perf_counter()
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Hear that a stage has come so far."""
        if stage != self._stage:
            self.stop()
            self._stage = stage
        self._show(stage, done, total)

    def say(self, message: str) -> None:
        """Hear something that a person who waits should know."""
        sys.stderr.write(message + "\n")

    def stop(self) -> None:
        """End the stage that is running."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0) + now - self._since
        self._stage = ""
        self._since = now

    def table(self) -> str:
        """Return one line a stage, and their sum."""
        rows = [*self.seconds.items(), ("together", sum(self.seconds.values()))]
        return "\n".join(f"{seconds:8.2f} s  {stage}" for stage, seconds in rows)


@contextlib.contextmanager
def stopwatch() -> Iterator[Stopwatch]:
    """Follow long work, with a bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        watch = Stopwatch(lambda *_: None)
        yield watch
        watch.stop()
        return
    # Rich takes 70 ms to import: nobody waits for it in a pipe.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}")
    console = Console(stderr=True)
    # Rich would draw in a thread of its own, and a process with threads forks no others.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=None, count="")
        drawn = "", 0.0

        def show(stage: str, done: int, total: int) -> None:
            nonlocal drawn
            count = f"{done} of {total}" if total else str(done or "")
            bar.update(task, description=stage, completed=done, total=total or None, count=count)
            now = time.monotonic()
            if stage != drawn[0] or now > drawn[1] + REDRAWN:
                drawn = stage, now
                bar.refresh()

        watch = Stopwatch(show)
        yield watch
        watch.stop()


def as_json(report: Report) -> str:
    """Return what was found as a list for a program to read."""
    findings = [("problem", error) for error in report.problems]
    findings += [("warning", error) for error in report.warnings]
    return _json([_finding(level, error) for level, error in findings])


def publication_as_json(publication: Publication, *, dry_run: bool) -> str:
    """Return what was brought where, or would be, for a program to read."""
    return _json(
        {
            "dry_run": dry_run,
            "targets": [
                {
                    "name": one.target.name,
                    "to": one.target.to,
                    "touched": one.plan.touches,
                    "added": one.plan.added,
                    "changed": one.plan.changed,
                    "removed": one.plan.removed,
                    "same": one.plan.same,
                    "bytes": one.plan.size,
                }
                for one in publication.brought
            ],
            "findings": [
                *(_finding("problem", error) for error in publication.problems),
                *(_finding("warning", error) for error in publication.doubts),
            ],
        }
    )


def verification_as_json(found: Verification) -> str:
    """Return how a published site differs from its manifest, for a program to read."""
    return _json(
        {
            "generator": found.manifest.generator,
            "base_url": found.manifest.base_url,
            "checked": found.checked,
            "differences": [{"path": one.path, "what": one.what} for one in found.differences],
        }
    )


def _finding(level: str, error: BriefingError) -> dict[str, str | int | None]:
    return {
        "level": level,
        "path": error.at.path if error.at else None,
        "line": (error.at and error.at.line) or None,
        "column": (error.at and error.at.column) or None,
        "what": error.what,
        "fix": error.fix or None,
    }


def _json(value: object) -> str:
    import json  # most commands print none

    return json.dumps(value, indent=2, ensure_ascii=False)
