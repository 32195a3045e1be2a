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
from generator.survey import NOTHING, Digests, Look, Survey, changes, look, survey

NOT_NORMAL = frozenset({"", ".", ".."})
"""Parts of paths that have other names too."""
PROGRAM = (".py", ".po", ".bin")
"""The endings of the program's own files that pages depend on."""


RunBy: TypeAlias = tuple[bytes, tuple[bool | None, bool]]
"""The language and the libraries that run the program; and what the call wants: drafts otherwise
than the settings, and a preview."""


class View(NamedTuple):
    """What there is to be seen of all that a build stands on, before any of it is read."""

    folders: tuple[tuple[str, Path], ...]
    looks: dict[str, Look]
    run_by: RunBy

    def read(self, known: Survey) -> Ground:
        """Return what a build would stand on; files that look as when last seen are not read."""
        looks, files = survey(self.folders, self.looks, known)
        program = digest_of(digest_of_files(files, "program/"), self.run_by[0])
        changed = changes(known.digests, files)
        return Ground(files, looks, program, self.run_by, known, changed)


class Ground(NamedTuple):
    """All that a build stands on."""

    files: dict[str, bytes]
    """A digest of what each file holds."""
    looks: dict[str, Look]
    """How each looked."""
    program: bytes
    """A digest of the program and of what runs it."""
    run_by: RunBy
    before: Survey
    """What was known of all this before."""
    changed: set[str]
    """The files that are not what was known of them."""


def default_theme() -> Path:
    """Return the theme that the program brings along; in a checkout it lies beside the package."""
    package = Path(__file__).parents[1]
    shipped = package / "theme"
    return shipped if shipped.is_dir() else package.parent / "templates"


def look_around(layout: Layout, options: Options, cache: Cache) -> View:
    """Return what can be seen now of all that a build would stand on."""
    package = Path(__file__).parents[1]
    folders = ("program", package), *folders_of(layout, cache.values("elsewhere"))
    program = {n: one for n, one in look(folders[:1]).items() if n.endswith(PROGRAM)}
    machine = plain((sys.version, tuple(sorted(_libraries()))))
    return View(folders, program | look(folders[1:]), (machine, (options.drafts, options.preview)))


def look_again(layout: Layout, ground: Ground) -> Ground:
    """Return the same after drafting, which writes briefings and what belongs to them.

    All else stays as it was seen: what has changed meanwhile is not what this build stands on.
    """
    written = _written_folders(layout)
    found = survey(written, look(written), Survey(ground.looks, ground.files))
    folders = tuple(f"{name}/" for name, _ in written)
    files = {name: one for name, one in ground.files.items() if not name.startswith(folders)}
    looks = {name: one for name, one in ground.looks.items() if name in files}
    return ground._replace(files=files | found.digests, looks=looks | found.looks)


def _written_folders(layout: Layout) -> list[tuple[str, Path]]:
    """Return the folders in which a build writes, with their names."""
    names = ("briefings", ".drafts", ".conflicts", ".published")  # copies, written last, come last
    return [(f"content/{name}", layout.content / name) for name in names]


def folders_of(layout: Layout, articles: Iterable[str]) -> list[tuple[str, Path]]:
    """Return where the files of a site and of its theme lie; `articles` may be elsewhere."""
    return [
        ("seeds", layout.seeds),
        ("content", layout.content),
        ("templates", layout.templates),
        ("theme", default_theme()),
        *((name, layout.root / name) for name in articles if is_elsewhere(name)),
        *_written_folders(layout)[1:],
    ]


def files_of(folders: Sequence[tuple[str, Path]]) -> dict[str, bytes]:
    """Return what is in some folders, all of it read."""
    return survey(folders, look(folders), NOTHING).digests


def remember(ground: Ground, cache: Cache) -> None:
    """Keep what a build has stood on."""
    cache.know("seen", digest_of(plain(ground.looks)))
    cache.know_mapping("file looks", ground.before.looks, ground.looks)
    cache.know_mapping("files", ground.before.digests, ground.files)
    cache.know("run by", ground.run_by)


def has_moved(layout: Layout, ground: Ground) -> bool:
    """Tell whether what all pages are made from is not what it was when the build looked."""
    names = ("content/site.yaml", "content/entities.yaml", "content/pages")
    before = {name: digest for name, digest in ground.files.items() if name.startswith(names)}
    return files_of([(name, layout.root / name) for name in names]) != before


def stands(layout: Layout, cache: Cache) -> bool:
    """Tell whether the site is the one that the last build has left."""
    if not cache.fact("state") or cache.fact("state") != state(layout.site):
        return False
    return bool(cache.fact("looks") == looks_of(layout.site))


def digest_of_files(files: Digests, *prefixes: str) -> bytes:
    """Return a digest of the files whose names start so."""
    found = [one for one in files.items() if one[0].startswith(prefixes)]
    return digest_of(plain(tuple(sorted(found))))


def take_note(ground: Ground, layout: Layout, names: Iterable[str]) -> None:
    """Add articles that lie elsewhere than in the folder for them to what a build stands on."""
    new = [name for name in names if name not in ground.files and is_elsewhere(name)]
    if new:
        folders = [(name, layout.root / name) for name in new]
        found = survey(folders, look(folders), NOTHING)
        ground.files.update(found.digests)
        ground.looks.update(found.looks)


def add_copies(ground: Ground, layout: Layout, copies: Mapping[str, Look]) -> None:
    """Take note of how copies look that were made last, in the order in which they will be found.

    Only what looks the same in the same order is seen to do so at a glance.
    """
    folder = _written_folders(layout)[-1:] if copies else ()
    for name in look(folder):
        if one := copies.get(name) or ground.looks.get(name):
            ground.looks.pop(name, None)
            ground.looks[name] = one


def is_elsewhere(name: str) -> bool:
    """Tell whether a file is not among those of the folder for articles, by this name."""
    return not name.startswith("seeds/") or not NOT_NORMAL.isdisjoint(name.split("/"))


def _libraries() -> Iterable[str]:
    """Yield name and version of every library at hand, as the folders of their metadata say."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
