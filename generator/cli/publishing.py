"""The commands that bring the built site to its readers, and prove that it arrived."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.calls import find_layout, followed, read_options
from generator.cli.group import DONE, WRONG_INPUT, main

if TYPE_CHECKING:
    from generator.pipeline import Brought, Layout, Publication, Wish
    from generator.settings import AnyTarget

AS_JSON = click.option("--json", "in_json", is_flag=True, help="Print the outcome as JSON.")
EXAMPLE = "publish: [{name: server, to: folder, path: /srv/www/briefings}]"


@main.command()
@click.argument("names", nargs=-1, metavar="[TARGET]...")
@click.option("--all", "to_all", is_flag=True, help="Publish to every target of the settings.")
@click.option("--dry-run", is_flag=True, help="List what would change, and change nothing.")
@click.option("--force", is_flag=True, help="Publish although something is in the way.")
@click.option("--rollback", is_flag=True, help="Go back to the publication before this one.")
@AS_JSON
@click.pass_obj
def publish(
    folder: Path | None, /, names: tuple[str, ...], to_all: bool, in_json: bool, **flags: bool
) -> None:
    """Bring the built site to where readers find it.

    TARGET is the name of an entry of `publish` in content/site.yaml; where there is one, it need
    not be said. Only what has changed is carried. A site that is older than its content, that
    `briefings check` finds errors in, or that was built for another address is refused.
    """
    from generator import pipeline
    from generator.console import publication_as_json

    layout = find_layout(folder)
    wish = pipeline.Wish(_chosen(layout, names, to_all=to_all), **flags)
    options = read_options({})
    done = followed(False, lambda watch: pipeline.publish(layout, wish, options, watch))
    if in_json:
        click.echo(publication_as_json(done, dry_run=wish.dry_run))
    else:
        _tell(done, wish)
    sys.exit(WRONG_INPUT if done.problems else DONE)


@main.command()
@click.argument("site", metavar="ADDRESS|FOLDER")
@AS_JSON
def verify(site: str, in_json: bool) -> None:
    """Compare a published site with what was built.

    Its manifest.json tells what that is, and every difference is listed. The search index is not
    compared: it is no part of the manifest.
    """
    from generator.console import stopwatch, verification_as_json
    from generator.publish.verifying import verify as verify_site

    with stopwatch() as watch:
        found = verify_site(site, lambda done, total: watch("Comparing", done, total))
    if in_json:
        click.echo(verification_as_json(found))
    for difference in () if in_json else found.differences:
        click.echo(str(difference), err=True)
    if not found.differences:
        made = found.manifest.generator
        click.echo(f"All {found.checked} files are as {made} built them.", err=True)
    sys.exit(WRONG_INPUT if found.differences else DONE)


def _chosen(layout: Layout, names: tuple[str, ...], *, to_all: bool) -> tuple[AnyTarget, ...]:
    """Return the targets that a call means."""
    from generator import pipeline

    targets = {target.name: target for target in pipeline.targets_of(layout)}
    known = ", ".join(targets)
    if not targets:
        raise click.UsageError(f"{layout.settings} names no target. Add one: {EXAMPLE}")
    for name in names:
        if name not in targets:
            raise click.UsageError(f"There is no target {name!r}. There are: {known}.")
    if not names and not to_all and len(targets) > 1:
        raise click.UsageError(f"Name a target ({known}), or all of them: --all")
    return tuple(targets[name] for name in dict.fromkeys(names)) or tuple(targets.values())


def _tell(done: Publication, wish: Wish) -> None:
    """Print what was done or, on standard output, what would be; and what was in the way."""
    for one in done.brought:
        if wish.dry_run:
            _list(one, named=len(done.brought) > 1)
        click.echo(f"{one.target.name}: {one.plan}.", err=True)
    for doubt in done.doubts:
        click.echo(f"warning: {doubt}", err=True)
    for problem in done.problems:
        click.echo(str(problem), err=True)
    if done.refused:
        click.echo("Nothing was published. To publish all the same: --force", err=True)


def _list(one: Brought, *, named: bool) -> None:
    """Print what would become of each file; with the target's name where there are several."""
    target = f"{one.target.name} " if named else ""
    plan = one.plan
    for mark, paths in (("+", plan.added), ("~", plan.changed), ("-", plan.removed)):
        for path in paths:
            click.echo(f"{target}{mark} {path}")
