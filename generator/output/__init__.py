"""Written files -> the site folder, which at every moment is the old site or the new one.

What has changed is staged beside the site, on the same filesystem (`site.staged-new`); then a whole
new tree is made of it, of which all other files are hard links to the old ones; that is brought to
the disk and exchanged with the old tree in one step. The old tree is kept as a spare: next time it
needs only what the last two builds have changed to become the new one.
Whatever a killed build leaves behind is called `site.staged-*`, and the next build takes it away.
The caller holds the lock (`lock.py`): nobody else stages or swaps meanwhile.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Set
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.errors import Place, SiteError
from generator.output.durable import Syncing, sync, sync_all
from generator.output.exchange import MARKER, beside, remove, swap, tidy
from generator.output.files import explained, holds, make_folder, move_files, replace_file, write
from generator.output.paths import is_plain

__all__ = [
    "MARKER",
    "Change",
    "Outcome",
    "Syncing",
    "explained",
    "give_up",
    "is_plain",
    "link_files",
    "looks_of",
    "make_durable",
    "make_ready",
    "move_files",
    "put_in_place",
    "refuse_foreign",
    "remove",
    "replace_file",
    "stage_file",
    "stage_for",
    "state",
    "write",
]

MARKER_TEXT = (
    "Written by `briefings build`. Whatever else is put in this folder goes with the next.\n"
)


class Outcome(NamedTuple):
    """What one build did to the site folder."""

    files: int
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def touched(self) -> bool:
        """Tell whether the site is another than before."""
        return bool(self.written or self.removed)

    def __str__(self) -> str:
        """Return the outcome in words."""
        if not self.touched:
            return f"{self.files} files, as they were."
        return f"{self.files} files, {len(self.written)} written, {len(self.removed)} removed."


class Change(NamedTuple):
    """How the new site differs from the old one."""

    written: Set[str]
    """The files that are staged."""
    removed: Set[str]
    state: str
    """A name for all that the new site holds."""
    paths: Callable[[], Iterable[str]]
    """Return the path of every file of the new site; asked only where there is no spare."""
    spare: Path
    """Where the old tree is kept, if it can be."""
    lag: frozenset[str] | None = None
    """The files in which the spare differs from the old site; None where there is no telling."""
    is_great: bool = False
    """Whether a spare of the new site is made at once, where there is none that serves."""
    linked: Set[str] = frozenset()
    """The staged files of which that spare has links already."""


def make_ready(site: Path) -> None:
    """Clear away what killed builds have left, and refuse to replace what is not ours."""
    with explained(site):
        tidy(site)
        refuse_foreign(site)


def stage_for(site: Path) -> Path:
    """Return the folder in which the files of a new site are staged."""
    return beside(site, "new")


def state(folder: Path) -> str | None:
    """Return the name for all that a site holds, as its build has left it there."""
    try:
        text = (folder / MARKER).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text.removeprefix(MARKER_TEXT).strip() if text.startswith(MARKER_TEXT) else None


def looks_of(site: Path) -> tuple[int, int]:
    """Return what changes when anything comes or goes at the top of a site's folder."""
    try:
        status = site.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_ino


def stage_file(stage: Path, site: Path | None, path: str, content: bytes) -> bool:
    """Stage a file, or tell that the site holds just this already."""
    if site and holds(site / path, content):
        return False
    with explained(stage):
        write(f"{stage}/{path}", content)
    return True


def put_in_place(stage: Path, site: Path, change: Change) -> None:
    """Swap in a site that holds all files that it should."""
    with explained(site):
        is_renewed = False
        if change.lag is not None and state(change.spare):
            tree = change.spare
            touched = _catch_up(tree, stage, site, change, change.lag)
            _sign(tree, change)
            _sync_touched(tree, (MARKER, *touched))
        else:
            if not change.linked:
                give_up(change.spare)
            tree = stage
            _complete(stage, site, change)
            is_renewed = change.is_great and link_files(
                tree, change.spare, (path for path in change.paths() if path not in change.linked)
            )
            _sign(tree, change)
            if is_renewed:
                sync_all(tree)
            else:
                make_durable(tree, (MARKER, *change.written))
        swap(tree, site)
        sync([site.parent])
        if is_renewed:  # it is on the disk with the site, whose filesystem it shares
            _sign(change.spare, change)
        elif tree == stage:
            _keep_spare(stage, change.spare)
        remove(stage)


def link_files(tree: Path, spare: Path, paths: Iterable[str]) -> bool:
    """Link files of a tree into the spare; tell whether that could be done.

    Without its marker it is none yet.
    """
    last = None
    try:
        for path in paths:
            folder = os.path.dirname(path)  # noqa: PTH120 - of 50,000
            if folder != last:
                make_folder(f"{spare}/{folder}")
                last = folder
            os.link(f"{tree}/{path}", f"{spare}/{path}")
    except OSError:  # no links on this filesystem, or no room: the next build will see
        remove(spare)
        return False
    return True


def give_up(spare: Path) -> None:
    """Remove the spare; its marker first, lest a build that is killed meanwhile leave it that."""
    with contextlib.suppress(OSError):
        (spare / MARKER).unlink()
    remove(spare)


def _sign(tree: Path, change: Change) -> None:
    """Put the marker into a tree, which says that it is whole and what it holds."""
    write(tree / MARKER, f"{MARKER_TEXT}{change.state}\n".encode())


def refuse_foreign(site: Path) -> None:
    """Refuse to replace anything but a folder of our own."""
    if site.is_symlink():
        raise SiteError(
            f"It is a symbolic link to {site.readlink()}, which a build would replace.",
            Place(str(site)),
            "Remove the link, and link to this folder from there instead.",
        )
    if not site.exists() or (site / MARKER).is_file():
        return
    if not site.is_dir():
        raise SiteError(
            "The site belongs here, but this is a file.", Place(str(site)), "Move it away."
        )
    first = next(iter(sorted(site.iterdir())), None)
    if first is not None:
        raise SiteError(
            f"It holds files that no build has written, such as {first.name}.",
            Place(str(site)),
            "Move them away: a build replaces the whole folder.",
        )


def _complete(stage: Path, site: Path, change: Change) -> None:
    """Add to the staged files all others of the new site, as links to those of the old."""
    made: set[Path] = set()
    stage.mkdir(exist_ok=True)
    for path in change.paths():
        if path not in change.written:
            target = stage / path
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            _link(site / path, target)


def _catch_up(spare: Path, stage: Path, site: Path, change: Change, lag: Set[str]) -> Set[str]:
    """Make the spare the new site; return the files that were touched for it.

    Its marker goes first and comes back last: without it nobody takes the spare for a site.
    """
    (spare / MARKER).unlink()
    for path in lag - change.written - change.removed:
        if not (site / path).is_file():
            _unlink(spare, path)
            continue
        (spare / path).parent.mkdir(parents=True, exist_ok=True)
        (spare / path).unlink(missing_ok=True)
        _link(site / path, spare / path)
    for path in change.written:
        (spare / path).parent.mkdir(parents=True, exist_ok=True)
        (stage / path).replace(spare / path)
    for path in change.removed:
        _unlink(spare, path)
    return lag | change.written | change.removed


def _unlink(tree: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    target = tree / path
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == tree:
            break
        try:
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError:  # not empty
            break


def _link(source: Path, target: Path) -> None:
    """Hard-link a file, or copy it where that cannot be (FAT, another owner, too many links)."""
    try:
        target.hardlink_to(source)
    except OSError:
        write(target, source.read_bytes())


def make_durable(tree: Path, changed: Iterable[str]) -> None:
    """Bring a tree to the disk: after a power cut too it must be whole once swapped in."""
    folders = (Path(folder) for folder, _, _ in os.walk(tree))
    sync(chain((tree / path for path in changed), folders))


def _sync_touched(tree: Path, touched: Iterable[str]) -> None:
    """Bring what has been touched in a tree to the disk, which holds the rest of it already."""
    paths = {tree / path for path in touched}
    folders = {folder for path in paths for folder in path.parents if folder.is_relative_to(tree)}
    sync(path for path in (*paths, *folders) if path.exists())


def _keep_spare(old: Path, spare: Path) -> None:
    """Keep the old tree, where there was one, if it lies on the filesystem of the cache."""
    if not old.exists():
        return
    with contextlib.suppress(OSError):
        spare.parent.mkdir(parents=True, exist_ok=True)
        old.rename(spare)
