"""The files that a site is made from, and what all of its pages depend on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.cache import Cache
from generator.output import looks_of, state
from generator.pipeline.values import Layout, Options
from generator.rows import digest_of, plain
from generator.survey import Stamp, Survey, changes, survey

NOT_NORMAL = frozenset({"", ".", ".."})
"""Parts of paths that have other names too."""
PROGRAM = (".py", ".po", ".bin")
"""The endings of the program's own files that pages depend on."""


class Ground(NamedTuple):
    """All that a build stands on."""

    files: dict[str, Stamp]
    program: bytes
    """A digest of the program, the libraries and the language that run it."""
    mode: tuple[bool | None, bool]
    """What the call wants: drafts otherwise than the settings, and a preview."""
    before: Survey
    """The files of the last build."""


def default_theme() -> Path:
    """Return the theme that the program brings along; in a checkout it lies beside the package."""
    package = Path(__file__).parents[1]
    shipped = package / "theme"
    return shipped if shipped.is_dir() else package.parent / "templates"


def look_around(layout: Layout, options: Options, cache: Cache, known: Survey) -> Ground:
    """Return what a build would stand on now; files that are `known` are not read again."""
    files = files_of(layout, {file for file, _ in cache.facets("elsewhere")}, known)
    package = Path(__file__).parents[1]
    files |= survey([("program", package)], known, PROGRAM)
    mode = options.drafts, options.preview
    return Ground(files, _program(files), mode, known)


def look_again(layout: Layout, ground: Ground) -> Ground:
    """Return the same after drafting, which writes briefings and what belongs to them.

    All else stays as it was seen: what has changed meanwhile is not what this build stands on.
    """
    now = survey(_written_folders(layout), ground.files)
    folders = tuple(f"{name}/" for name, _ in _written_folders(layout))
    others = ((name, one) for name, one in ground.files.items() if not name.startswith(folders))
    return ground._replace(files={**dict(others), **now})


def _written_folders(layout: Layout) -> list[tuple[str, Path]]:
    """Return the folders in which a build writes, with their names."""
    names = ("briefings", ".drafts", ".conflicts", ".published")
    return [(f"content/{name}", layout.content / name) for name in names]


def files_of(layout: Layout, articles: Iterable[str], known: Survey) -> dict[str, Stamp]:
    """Return the files of a site and of its theme; `articles` may lie outside of `seeds/`."""
    folders = [
        ("seeds", layout.seeds),
        ("content", layout.content),
        *_written_folders(layout)[1:],
        ("templates", layout.templates),
        ("theme", default_theme()),
    ]
    elsewhere = [(name, layout.root / name) for name in articles if is_elsewhere(name)]
    return survey([*folders, *elsewhere], known)


def is_settled(ground: Ground, cache: Cache) -> bool:
    """Tell whether the last build stood on just this."""
    if cache.fact("program") != ground.program or cache.fact("mode") != ground.mode:
        return False
    return not changes(ground.before, ground.files)


def has_moved(layout: Layout, ground: Ground) -> bool:
    """Tell whether what all pages are made from is not what it was when the build looked."""
    names = ("content/site.yaml", "content/entities.yaml", "content/pages")
    now = survey([(name, layout.root / name) for name in names], ground.files)
    before = {name: stamp for name, stamp in ground.files.items() if name.startswith(names)}
    return {n: stamp[3] for n, stamp in now.items()} != {n: s[3] for n, s in before.items()}


def stands(layout: Layout, cache: Cache) -> bool:
    """Tell whether the site is the one that the last build has left."""
    if not cache.fact("state") or cache.fact("state") != state(layout.site):
        return False
    return bool(cache.fact("looks") == looks_of(layout.site))


def digest_of_files(files: Survey, *prefixes: str) -> bytes:
    """Return a digest of the files whose names start so."""
    found = [(name, stamp[3]) for name, stamp in files.items() if name.startswith(prefixes)]
    return digest_of(plain(tuple(sorted(found))))


def take_note(ground: Ground, layout: Layout, names: Iterable[str]) -> None:
    """Add articles that lie elsewhere than in the folder for them to what a build stands on."""
    new = [(name, layout.root / name) for name in names if name not in ground.files]
    ground.files.update(survey([one for one in new if is_elsewhere(one[0])], {}))


def is_elsewhere(name: str) -> bool:
    """Tell whether a file is not among those of the folder for articles, by this name."""
    return not name.startswith("seeds/") or not NOT_NORMAL.isdisjoint(name.split("/"))


def _program(files: Survey) -> bytes:
    return digest_of(
        digest_of_files(files, "program/"), plain((sys.version, tuple(sorted(_libraries()))))
    )


def _libraries() -> Iterable[str]:
    """Yield name and version of every library at hand, as the folders of their metadata say."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
