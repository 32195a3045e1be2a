"""The commands that begin something: a site, a briefing, an editor that knows the format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.calls import find_layout
from generator.cli.group import main

if TYPE_CHECKING:
    from generator.scaffold import Host


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--ci",
    "host",
    type=click.Choice(["github", "gitlab"]),
    help="Add what makes this host build and publish it, to an existing site too.",
)
def init(folder: Path, host: Host | None) -> None:
    """Make a new site in DIR, with an example to replace."""
    import shlex

    from generator.scaffold import TARGETS, lacks_target, scaffold

    written = scaffold(folder, host)
    for path in written:
        click.echo(f"  {path}", err=True)
    if host and lacks_target(folder):
        click.echo(f"Add to content/site.yaml under publish: - {TARGETS[host]}", err=True)
    if len(written) > 1:  # a new site
        click.echo(f"Now: cd {shlex.quote(str(folder))} && briefings build", err=True)


@main.command()
@click.argument("seed", required=False, type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="The headline; without SEED it is needed.")
@click.pass_obj
def new(folder: Path | None, /, seed: Path | None, title: str | None) -> None:
    """Make a briefing to be filled in by hand.

    It is about the article SEED, or, with a headline alone, about none.
    """
    from generator import pipeline

    title = title and title.strip()
    if seed is None and not title:
        raise click.UsageError("Name an article, or a headline: briefings new --title TEXT")
    layout = find_layout(folder)
    path = pipeline.new_briefing(layout, seed, title, lambda text: click.echo(text, err=True))
    click.echo(f"{path} is yours to fill in.", err=True)


@main.command()
@click.argument(
    "name", type=click.Choice(["briefing", "site", "entities", "conflicts"]), required=False
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write all of them to this folder.",
)
def schema(name: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a file in content/.

    By it editors complete and check what you write.
    """
    from generator import pipeline

    if (name is None) == (output is None):
        raise click.UsageError("Name one schema to print, or a folder for all: --output DIR.")
    if output:
        pipeline.write_schemas(output)
    else:
        click.echo(pipeline.schemas()[str(name)], nl=False)
