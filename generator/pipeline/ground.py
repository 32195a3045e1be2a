"""The files that a site is made from, and what all of its pages depend on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.cache import Cache
from generator.output import looks_of, state
from generator.pipeline.values import Layout, Options
from generator.sealing import digest_of, plain
from generator.survey import MANY, Files, Folders, Look, digest_of_looks, look, look_beside

NOT_NORMAL = frozenset({"", ".", ".."})
"""Parts of paths that have other names too."""
PROGRAM = (".py", ".po", ".bin")
"""The endings of the program's own files that pages depend on."""
SETTINGS, ENTITIES, PAGES = "content/site.yaml", "content/entities.yaml", "content/pages"
"""What all pages are made from, beside templates and the program."""

RunBy: TypeAlias = tuple[bytes, tuple[bool | None, bool]]
"""The language and the libraries that run the program; and what the call wants: drafts otherwise
than the settings, and a preview."""


class View(NamedTuple):
    """What there is to be seen of all that a build stands on, before any of it is read."""

    folders: Folders
    looked: Mapping[str, bytes]
    """A digest of how each folder looks that holds a file."""
    run_by: RunBy

    def read(self, cache: Cache) -> Ground:
        """Return what a build would stand on; files that look as when last seen are not read."""
        files = Files(self.folders, self.looked, cache.fact("looked") or {}, cache.mapping)
        program = digest_of(digest_of_files(files, "program/"), self.run_by[0])
        return Ground(files, program, self.run_by, {*files.changed})


class Ground(NamedTuple):
    """All that a build stands on."""

    files: Files
    program: bytes
    """A digest of the program and of what runs it."""
    run_by: RunBy
    changed: set[str]
    """The files that are not what was known of them."""


def default_theme() -> Path:
    """Return the theme that the program brings along; in a checkout it lies beside the package."""
    package = Path(__file__).parents[1]
    shipped = package / "theme"
    return shipped if shipped.is_dir() else package.parent / "templates"


def look_around(layout: Layout, options: Options, cache: Cache) -> View:
    """Return what can be seen now of all that a build would stand on."""
    written = _written_folders(layout)[1:]
    are_many = (cache.fact("count") or 0) >= MANY
    seen = look_beside(written) if are_many else lambda: look(written)
    program = look([("program", Path(__file__).parents[1])])
    for folder in program.values():
        for file in [file for file in folder.looks if not file.endswith(PROGRAM)]:
            del folder.looks[file]
    machine = plain((sys.version, tuple(sorted(_libraries()))))
    folders = program | look(_read_folders(layout, cache.values("elsewhere"))) | seen()
    looked = {name: digest_of_looks(one.looks) for name, one in folders.items() if one.looks}
    return View(folders, looked, (machine, (options.drafts, options.preview)))


def look_again(layout: Layout, ground: Ground) -> set[str]:
    """Look at what drafting may have written: briefings, and what belongs to them.

    All else stays as it was seen: what has changed meanwhile is not what this build stands on.
    Return the names of the files that are others.
    """
    written = _written_folders(layout)
    return ground.files.look_again(look(written), *(f"{name}/" for name, _ in written))


def _written_folders(layout: Layout) -> list[tuple[str, Path]]:
    """Return the folders in which a build writes, with their names."""
    names = ("briefings", ".drafts", ".conflicts", ".published")  # copies, written last, come last
    return [(f"content/{name}", layout.content / name) for name in names]


def folders_of(layout: Layout, articles: Iterable[str]) -> list[tuple[str, Path]]:
    """Return where the files of a site and of its theme lie; `articles` may be elsewhere."""
    return [*_read_folders(layout, articles), *_written_folders(layout)[1:]]


def _read_folders(layout: Layout, articles: Iterable[str]) -> list[tuple[str, Path]]:
    return [
        ("seeds", layout.seeds),
        ("content", layout.content),
        ("templates", layout.templates),
        ("theme", default_theme()),
        *((name, layout.root / name) for name in articles if is_elsewhere(name)),
    ]


def files_of(folders: Sequence[tuple[str, Path]]) -> Files:
    """Return what is in some folders, all of it read."""
    return Files(look(folders))


def remember(ground: Ground, cache: Cache) -> None:
    """Keep what a build has stood on."""
    files, looked = ground.files, cache.fact("looked") or {}
    for folder, late in files.late.items():
        looks = files.looks_in(folder)
        cache.know_mapping(f"looks {folder}", looks, late)
        cache.know_mapping(f"digests {folder}", files.digests_in(folder), late)
        looked.pop(folder, None)
        if looks:
            looked[folder] = digest_of_looks(looks)
    cache.know("looked", looked)
    cache.know("run by", ground.run_by)


def has_moved(layout: Layout, ground: Ground) -> bool:
    """Tell whether what all pages are made from is not what it was when the build looked."""
    now = files_of([(name, layout.root / name) for name in (SETTINGS, ENTITIES, PAGES)])
    read, looked_at = (
        (files.digest(SETTINGS), files.digest(ENTITIES), dict(files.below(f"{PAGES}/")))
        for files in (now, ground.files)
    )
    return read != looked_at


def stands(layout: Layout, cache: Cache) -> bool:
    """Tell whether the site is the one that the last build has left."""
    if not cache.fact("state") or cache.fact("state") != state(layout.site):
        return False
    return bool(cache.fact("looks") == looks_of(layout.site))


def digest_of_files(files: Files, *folders: str) -> bytes:
    """Return a digest of the files in some folders and below."""
    return digest_of(plain(tuple(sorted(files.below(*folders)))))


def take_note(ground: Ground, layout: Layout, names: Iterable[str]) -> None:
    """Add articles that lie elsewhere than in the folder for them to what a build stands on."""
    new = [name for name in names if is_elsewhere(name) and name not in ground.files]
    found = files_of([(name, layout.root / name) for name in new])
    for name in new:
        if name in found:
            ground.files.put(name, found.look(name), found.digest(name))


def add_copies(ground: Ground, layout: Layout, copies: Mapping[str, Look]) -> None:
    """Take note of how copies look that were made last, in the order in which they will be found.

    Only what looks the same in the same order is seen to do so at a glance.
    """
    for name, one in copies.items():
        ground.files.put(name, one, ground.files.digest(name))
    for name, folder in look(_written_folders(layout)[-1:] if copies else ()).items():
        ground.files.arrange(name, folder.looks)


def is_elsewhere(name: str) -> bool:
    """Tell whether a file is not among those of the folder for articles, by this name."""
    return not name.startswith("seeds/") or not NOT_NORMAL.isdisjoint(name.split("/"))


def _libraries() -> Iterable[str]:
    """Yield name and version of every library at hand, as the folders of their metadata say."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
