"""What several commands take from a call, and what they say about their work."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.cli.group import DONE, WRONG_INPUT
from generator.errors import BriefingError

if TYPE_CHECKING:
    from generator.console import Stopwatch
    from generator.pipeline import Layout, Options, Report

T = TypeVar("T")

JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Work with N processes. [default: one for each processor]",
)
PROCESSES = "processes"
"""The usual executor, which is known without loading what knows the others."""
EXECUTOR = click.option(
    "--executor",
    callback=lambda _ctx, _param, name: _executor(name),
    metavar="NAME",
    default=PROCESSES,
    show_default=True,
    help="Where to draft: processes, dask (a cluster of this machine) or dask://HOST:PORT.",
)
EXTRACTOR = click.option(
    "--extractor",
    callback=lambda _ctx, _param, name: _extractor(name),
    metavar="NAME",
    help="What drafts: a plug-in of this name. [default: the program itself]",
)
STRICT = click.option("--strict", is_flag=True, help="Take warnings for errors.")
TIMINGS = click.option("--timings", is_flag=True, help="Tell how long each stage took.")
DRAFTS = click.option(
    "--drafts/--no-drafts",
    default=None,
    help="Include briefings with the status `draft`, whatever content/site.yaml says.",
)


def _executor(name: str) -> str:
    if name == PROCESSES:
        return name
    from generator.workers.executors import EXECUTORS, is_executor

    if not is_executor(name):
        raise click.BadParameter(f"{name!r} is none of {', '.join(EXECUTORS)}.")
    return name


def _extractor(name: str | None) -> str | None:
    if name is None:
        return None
    from generator.extractors import find_extractor

    try:
        return find_extractor(name).name
    except BriefingError as error:
        raise click.BadParameter(str(error)) from None


def find_layout(folder: Path | None) -> Layout:
    """Return the site's folder: the one named, or the nearest upwards from here."""
    from generator.output import explained
    from generator.pipeline import Layout

    here = Path.cwd()
    candidates = [folder] if folder else [Path("../" * up) for up in range(len(here.parts))]
    for candidate in candidates:
        with explained():
            if Layout(candidate).settings.is_file():
                return Layout(candidate)
    where = folder or f"{here} or above it"
    raise click.UsageError(
        f"There is no site in {where}: no content/site.yaml. Make one: briefings init DIR"
    )


def read_options(flags: dict[str, Any]) -> Options:
    """Return what a call asks for beyond its subject; what it does not say has a default."""
    from generator.pipeline import Options

    given = {name: value for name, value in flags.items() if value is not None}
    return Options(today=_today(), **given)


def _today() -> date:
    """Return the day by SOURCE_DATE_EPOCH, or else the clock: the one place that reads them."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is no number of seconds: {epoch!r}.") from None
    return now.date()


def followed(timings: bool, work: Callable[[Stopwatch], T]) -> T:
    """Return the outcome of some work, shown while it goes on; then tell its timings."""
    from generator.console import stopwatch

    with stopwatch() as watch:
        outcome = work(watch)
    if timings:
        click.echo(watch.table(), err=True)
    return outcome


def status_of(report: Report, *, strict: bool) -> int:
    """Return how a command ends."""
    return WRONG_INPUT if report.problems or (strict and report.warnings) else DONE


def tell(report: Report) -> None:
    """Print what a user can mend."""
    for problem in report.problems:
        click.echo(str(problem), err=True)
    for warning in report.warnings:
        click.echo(f"warning: {warning}", err=True)
