"""The commands that begin something: a site, a briefing, an editor that knows the format."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.calls import find_layout
from generator.cli.group import main


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Make a new site in DIR, with an example to replace."""
    from generator.scaffold import scaffold

    for path in scaffold(folder):
        click.echo(f"  {path}", err=True)
    click.echo(f"Now: cd {folder} && briefings build", err=True)


@main.command()
@click.argument("seed", required=False, type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="The headline; without SEED it is needed.")
@click.pass_obj
def new(folder: Path | None, /, seed: Path | None, title: str | None) -> None:
    """Make a briefing to be filled in by hand: about the article SEED, or without any article."""
    from generator import pipeline

    if seed is None and not title:
        raise click.UsageError("Name an article, or a headline: briefings new --title TEXT")
    layout = find_layout(folder)
    path = pipeline.new_briefing(layout, seed, title, lambda text: click.echo(text, err=True))
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
