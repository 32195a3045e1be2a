"""The command line: read the call, hand it to the pipeline, print, say how it ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.errors import BriefingError

# Whatever a command needs is imported inside it: `briefings --help` answers at once, and a build
# that drafts nothing never loads the language model.
if TYPE_CHECKING:
    from generator.console import Stopwatch
    from generator.pipeline import Layout, Options, Report

DONE, WRONG_INPUT = 0, 1
"""Exit statuses; a wrong call ends with 2, which is click's own."""

FEW = 5
"""Files that one line can name."""


class Commands(click.Group):
    """The commands, which end with status 1 where the input is wrong."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; print what the user can mend, and let our own bugs through."""
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            click.echo(str(error), err=True)
            ctx.exit(WRONG_INPUT)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 the input is wrong, 2 the call is wrong.",
)
@click.option(
    "-C",
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The site's folder; otherwise the nearest one, from here upwards, with content/site.yaml.",
)
@click.version_option(__version__, message="briefings %(version)s")
@click.pass_context
def main(ctx: click.Context, folder: Path | None) -> None:
    """Turn news articles into structured, sourced briefings, and publish them as a static site.

    Articles lie in seeds/, one file or folder for each briefing; `briefings build` drafts from them
    the YAML files in content/, which are yours to correct, and renders these into site/.
    """
    ctx.obj = folder


JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Draft with N processes. [default: one for each processor]",
)
STRICT = click.option("--strict", is_flag=True, help="Take warnings for errors.")
TIMINGS = click.option("--timings", is_flag=True, help="Tell how long each stage took.")
DRAFTS = click.option(
    "--drafts/--no-drafts",
    default=None,
    help="Include briefings with the status `draft`, whatever content/site.yaml says.",
)


@main.command()
@STRICT
@JOBS
@DRAFTS
@click.option("--clean", is_flag=True, help="Write everything anew, whatever earlier builds left.")
@click.option("--redraft", is_flag=True, help="Read unchanged articles again too; edits are kept.")
@TIMINGS
@click.pass_obj
def build(folder: Path | None, /, timings: bool, **flags: Any) -> None:
    """Draft what is new, validate everything, and put the new site in the place of the old one.

    An edit of yours is never overwritten. Where anything in content/ is wrong, every mistake is
    listed and the site stays as it was; an article that cannot be read holds up no other one.
    """
    from generator import pipeline

    layout = _layout(folder)
    report = _followed(timings, lambda watch: pipeline.build(layout, _options(flags), watch))
    _tell(report)
    _say_what_was_built(layout, report)
    click.echo(f"Look at {layout.site / 'index.html'}, or run: briefings serve", err=True)
    sys.exit(_status(report, strict=flags["strict"]))


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
@STRICT
@JOBS
@TIMINGS
def extract(
    seeds: tuple[str, ...], output: Path | None, kind: str | None, timings: bool, **flags: Any
) -> None:
    """Draft briefings from articles, and do nothing else; no site is needed.

    SEED is an article (.txt, .md, .html), a folder of articles, or - for standard input. One
    article's briefing is printed; those of several go to the folder named by --output.
    """
    from generator import pipeline

    raw = sys.stdin.buffer.read() if "-" in seeds else b""
    found = pipeline.find_articles(seeds, raw, kind)
    if len(found.tasks) > 1 and output is None:
        raise click.UsageError("Name a folder for the briefings of several articles: --output DIR.")
    options = _options(flags)
    report = _followed(timings, lambda watch: pipeline.extract(found, output, options, watch))
    for text in report.texts:
        sys.stdout.write(text)
    _tell(report)
    sys.exit(_status(report, strict=flags["strict"]))


@main.command()
@STRICT
@DRAFTS
@click.option("--json", "in_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_obj
def check(folder: Path | None, /, in_json: bool, **flags: Any) -> None:
    """Validate the content, the evidence against the articles, and the links; write nothing."""
    from generator import pipeline
    from generator.console import as_json

    layout = _layout(folder)
    report = _followed(False, lambda watch: pipeline.check(layout, _options(flags), watch))
    if in_json:
        click.echo(as_json(report))
    elif report.problems or report.warnings:
        _tell(report)
    else:
        click.echo("Nothing to mend.", err=True)
    sys.exit(_status(report, strict=flags["strict"]))


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@DRAFTS
@JOBS
@click.pass_obj
def serve(folder: Path | None, /, host: str, port: int, **flags: Any) -> None:
    """Build, show the site on this machine, and rebuild and reload it whenever a file is saved.

    A mistake is shown over the page and here, and the last good site stays. Ctrl-C ends it.
    """
    from generator import pipeline
    from generator.console import Stopwatch
    from generator.serve import Rebuilt
    from generator.serve import serve as serve_site

    layout = _layout(folder)

    def rebuild() -> Rebuilt:
        try:
            report = pipeline.build(layout, _options(flags), Stopwatch(lambda *_: None))
        except BriefingError as error:
            click.echo(str(error), err=True)
            return Rebuilt(changed=False, problems=tuple(str(error).splitlines()))
        _tell(report)
        _say_what_was_built(layout, report)
        return Rebuilt(
            changed=bool(report.outcome and report.outcome.touched),
            problems=tuple(str(problem) for problem in report.problems),
        )

    click.echo(f"Serving {layout.site} on http://{host}:{port}/ - Ctrl-C ends it.", err=True)
    serve_site(rebuild, layout.site, layout.watched, host, port)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Make a new site in DIR, with an example to replace."""
    from generator.scaffold import scaffold

    for path in scaffold(folder):
        click.echo(f"  {path}", err=True)
    click.echo(f"Now: cd {folder} && briefings build", err=True)


@main.command()
@click.argument("seed", type=click.Path(path_type=Path))
@click.pass_obj
def new(folder: Path | None, /, seed: Path) -> None:
    """Make a briefing to be filled in by hand, about the article SEED."""
    from generator import pipeline

    path = pipeline.new_briefing(_layout(folder), seed)
    click.echo(f"{path} is yours to fill in.", err=True)


@main.command()
@click.argument("name", type=click.Choice(["briefing", "site", "entities"]), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write all of them to this folder.",
)
def schema(name: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a file in content/, by which editors complete and check it."""
    from generator import pipeline

    if (name is None) == (output is None):
        raise click.UsageError("Name one schema to print, or a folder for all: --output DIR.")
    if output:
        pipeline.write_schemas(output)
    else:
        click.echo(pipeline.schemas()[str(name)], nl=False)


def _layout(folder: Path | None) -> Layout:
    """Return the site's folder: the one named, or the nearest upwards from here."""
    from generator.pipeline import Layout

    here = Path.cwd()
    candidates = [folder] if folder else [Path("../" * up) for up in range(len(here.parts))]
    for candidate in candidates:
        if Layout(candidate).settings.is_file():
            return Layout(candidate)
    where = folder or f"{here} or above it"
    raise click.UsageError(
        f"There is no site in {where}: no content/site.yaml. Make one: briefings init DIR"
    )


def _options(flags: dict[str, Any]) -> Options:
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


def _followed(timings: bool, work: Callable[[Stopwatch], Report]) -> Report:
    from generator.console import stopwatch

    with stopwatch() as watch:
        report = work(watch)
    if timings:
        click.echo(watch.table(), err=True)
    return report


def _status(report: Report, *, strict: bool) -> int:
    return WRONG_INPUT if report.problems or (strict and report.warnings) else DONE


def _tell(report: Report) -> None:
    for problem in report.problems:
        click.echo(str(problem), err=True)
    for warning in report.warnings:
        click.echo(f"warning: {warning}", err=True)


def _say_what_was_built(layout: Layout, report: Report) -> None:
    if len(report.drafted) > FEW:
        click.echo(f"Drafted {len(report.drafted)} briefings in {layout.briefings}", err=True)
    elif report.drafted:
        click.echo(f"Drafted {', '.join(report.drafted)}", err=True)
    if report.outcome:
        click.echo(f"{layout.site}: {report.outcome}", err=True)
