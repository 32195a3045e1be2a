"""The commands on the way from articles to the site: build, extract, check, serve."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.calls import (
    DRAFTS,
    EXECUTOR,
    EXTRACTOR,
    JOBS,
    STRICT,
    TIMINGS,
    find_layout,
    followed,
    read_options,
    status_of,
    tell,
)
from generator.cli.group import main
from generator.errors import BriefingError

if TYPE_CHECKING:
    from generator.pipeline import Layout, Report
    from generator.serve import Rebuilt

FEW = 5
"""Files that one line can name."""


@main.command()
@STRICT
@EXECUTOR
@JOBS
@DRAFTS
@click.option("--clean", is_flag=True, help="Write everything anew, whatever earlier builds left.")
@click.option("--redraft", is_flag=True, help="Read unchanged articles again too; edits are kept.")
@click.option("--explain", is_flag=True, help="Tell what was made anew, and why.")
@TIMINGS
@click.pass_obj
def build(folder: Path | None, /, timings: bool, explain: bool, **flags: Any) -> None:
    """Draft what is new, and put a new site in the place of the old.

    An edit of yours is never overwritten. Where anything in content/ is wrong, every mistake is
    listed and the site stays as it was; an article that cannot be read holds up no other one.
    """
    from generator import pipeline

    layout = find_layout(folder)
    report = followed(timings, lambda watch: pipeline.build(layout, read_options(flags), watch))
    tell(report)
    if explain:
        _say_why(report)
    _say_what_was_built(layout, report)
    click.echo(f"Look at {layout.site / 'index.html'}, or run: briefings serve", err=True)
    sys.exit(status_of(report, strict=flags["strict"]))


@main.command()
@click.argument("seeds", nargs=-1, required=True, metavar="SEED...")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write one YAML file for each article to this folder.",
)
@click.option(
    "--type",
    "kind",
    type=click.Choice(["txt", "md", "html"]),
    help="What standard input is. [default: how it begins tells]",
)
@EXTRACTOR
@STRICT
@EXECUTOR
@JOBS
@TIMINGS
def extract(
    seeds: tuple[str, ...], output: Path | None, kind: str | None, timings: bool, **flags: Any
) -> None:
    """Draft briefings from articles; no site is needed.

    SEED is an article (.txt, .md, .html), a file of many (.jsonl, one JSON object on each line, or
    .warc, either as .gz too), a folder of all these, or - for standard input. One article's
    briefing is printed; those of several go to the folder named by --output. Started again, it goes
    on where it was stopped.
    """
    from generator import pipeline

    raw = sys.stdin.buffer.read() if "-" in seeds else b""
    found = pipeline.find_articles(seeds, raw, kind)
    if output is None and not found.is_one:
        raise click.UsageError("Name a folder for the briefings of several articles: --output DIR.")
    options = read_options(flags)
    report = followed(timings, lambda watch: pipeline.extract(found, output, options, watch))
    click.echo(report.text, nl=False)
    tell(report)
    if report.extracted or report.kept:
        kept = f"; {report.kept} were there already" if report.kept else ""
        count = "1 briefing" if report.extracted == 1 else f"{report.extracted} briefings"
        click.echo(f"Drafted {count} in {output}{kept}", err=True)
    sys.exit(status_of(report, strict=flags["strict"]))


@main.command()
@STRICT
@DRAFTS
@click.option("--json", "in_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_obj
def check(folder: Path | None, /, in_json: bool, **flags: Any) -> None:
    """Validate the content, its evidence and the links; write nothing."""
    from generator import pipeline
    from generator.console import as_json

    layout = find_layout(folder)
    report = followed(False, lambda watch: pipeline.check(layout, read_options(flags), watch))
    if in_json:
        click.echo(as_json(report))
    elif report.problems or report.warnings:
        tell(report)
    else:
        click.echo("Nothing to mend.", err=True)
    sys.exit(status_of(report, strict=flags["strict"]))


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port; 0 is any that is free.",
)
@DRAFTS
@JOBS
@click.pass_obj
def serve(folder: Path | None, /, host: str, port: int, **flags: Any) -> None:
    """Build, show the site on this machine, and again on every save.

    A mistake is shown over the page and here, and the last good site stays. Ctrl-C ends it.
    """
    from generator.serve import listen
    from generator.serve import serve as serve_site

    layout = find_layout(folder)
    listener, address = listen(host, port)
    click.echo(f"Serving {layout.site} on {address} - Ctrl-C ends it.", err=True)
    serve_site(Rebuilding(layout, flags), layout.site, layout.watched, listener)


class Rebuilding:
    """Builds whenever it is called, and tells what it has not told the time before."""

    def __init__(self, layout: Layout, flags: dict[str, Any]) -> None:
        """Begin with nothing told."""
        self._layout = layout
        self._flags = flags | {"preview": True}
        self._told: str | None = None

    def __call__(self, look_ahead: Callable[[], None]) -> Rebuilt:
        """Build; call what is given as soon as only lists are left to be made."""
        from generator import pipeline
        from generator.console import Stopwatch
        from generator.serve import Rebuilt

        def follow(stage: str, *_: int) -> None:
            if stage == pipeline.LISTING:
                look_ahead()

        try:
            report = pipeline.build(self._layout, read_options(self._flags), Stopwatch(follow))
        except BriefingError as error:
            if self._is_news([error]):
                click.echo(str(error), err=True)
            return Rebuilt(changed=False, problems=tuple(str(error).splitlines()))
        is_changed = bool(report.outcome and report.outcome.touched)
        if self._is_news([*report.problems, *report.warnings]) or is_changed:
            tell(report)
            _say_what_was_built(self._layout, report)
        return Rebuilt(changed=is_changed, problems=tuple(map(str, report.problems)))

    def _is_news(self, found: Iterable[BriefingError]) -> bool:
        before, self._told = self._told, "\n".join(map(str, found))
        return before != self._told


def _say_why(report: Report) -> None:
    for what, why in report.reasons or (("Nothing", "nothing has changed"),):
        click.echo(f"{what}: {why}.", err=True)


def _say_what_was_built(layout: Layout, report: Report) -> None:
    if len(report.drafted) > FEW:
        click.echo(f"Drafted {len(report.drafted)} briefings in {layout.briefings}", err=True)
    elif report.drafted:
        click.echo(f"Drafted {', '.join(report.drafted)}", err=True)
    if report.revised:
        names = ", ".join(report.revised[:FEW])
        more = f" and {len(report.revised) - FEW} more" if len(report.revised) > FEW else ""
        click.echo(f"Noted in `revisions` what has changed: {names}{more}", err=True)
    if report.outcome:
        click.echo(f"{layout.site}: {report.outcome}", err=True)
