"""A folder -> a new site with an example, ready to be built."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.errors import Place, SiteError
from generator.output import replace_file
from generator.pipeline import write_schemas

HIDDEN = {"gitignore": ".gitignore"}
"""Files that tools would take for their own if they had their real names here."""


def scaffold(folder: Path) -> tuple[Path, ...]:
    """Write a new site into an empty folder; return its files."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SiteError(
            "It is not empty.", Place(str(folder)), "Name a new folder: briefings init DIR"
        )
    written = []
    for name, content in sorted(_files(resources.files("generator.scaffold") / "site")):
        path = folder / name
        replace_file(path, content)
        written.append(path)
    return (*written, *write_schemas(folder / "schema"))


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + HIDDEN.get(entry.name, entry.name), entry.read_bytes()
