"""A folder -> a new site with an example, ready to be built; or what publishes one by itself."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, TypeAlias

from generator import __version__
from generator.errors import Place, SiteError
from generator.output import remove, replace_file
from generator.pipeline import Layout, targets_of, write_schemas

Host: TypeAlias = Literal["github", "gitlab"]

HIDDEN = {"gitignore": ".gitignore"}
"""Files that tools would take for their own if they had their real names here."""
WORKFLOWS: dict[Host, str] = {"github": ".github/workflows/publish.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each host looks for what it is to do."""
TARGETS: dict[Host, str] = {
    "github": "{name: pages, to: branch}",
    "gitlab": "{name: pages, to: folder, path: public}",
}
"""The target that a workflow publishes to."""


def scaffold(folder: Path, host: Host | None = None) -> tuple[Path, ...]:
    """Write a new site into an empty folder; return its files.

    With a host that is to publish it, add that to the site, or to one that is there already.
    """
    if host and Layout(folder).settings.is_file():
        return (_add_workflow(folder, host),)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SiteError(
            "It is not empty.", Place(str(folder)), "Name a new folder: briefings init DIR"
        )
    try:
        return _write(folder, host)
    except BaseException:  # a site by half is no use, and its folder would be taken
        remove(folder)
        raise


def _write(folder: Path, host: Host | None) -> tuple[Path, ...]:
    written = []
    for name, content in sorted(_files(resources.files("generator.scaffold") / "site")):
        path = folder / name
        replace_file(path, content)
        written.append(path)
    if host:
        settings = Layout(folder).settings
        added = f"\n# What {WORKFLOWS[host]} publishes to.\npublish:\n  - {TARGETS[host]}\n"
        replace_file(settings, settings.read_bytes() + added.encode())
        written.append(_add_workflow(folder, host))
    return (*written, *write_schemas(folder / "schema"))


def workflow(host: Host) -> str:
    """Return what a host is told to do, with this very version of the program."""
    text = (resources.files("generator.scaffold") / "ci" / f"{host}.yml").read_text("utf-8")
    return text.replace("VERSION", __version__)


def lacks_target(folder: Path) -> bool:
    """Tell whether a site names no target `pages`, which workflows publish to."""
    return all(target.name != "pages" for target in targets_of(Layout(folder)))


def _add_workflow(folder: Path, host: Host) -> Path:
    path = folder / WORKFLOWS[host]
    if path.exists():
        raise SiteError("It is there already.", Place(str(path)), "Remove it to have a new one.")
    replace_file(path, workflow(host).encode())
    return path


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + HIDDEN.get(entry.name, entry.name), entry.read_bytes()
