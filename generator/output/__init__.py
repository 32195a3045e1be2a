"""Rendered files -> the site folder, which at every moment is the old site or the new one.

The new site is built beside the old one on the same filesystem (`site.staged-new`), files that have
not changed being hard links to the old ones; then it is made durable and swapped in as one step.
Whatever a killed build leaves behind is called `site.staged-*`, and the next build takes it away.
The caller holds the lock (`lock.py`): nobody else stages or swaps meanwhile.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Place, SiteError
from generator.output.exchange import MARKER, beside, remove, swap, tidy
from generator.output.paths import is_plain, refuse_bad_paths

__all__ = [
    "MARKER",
    "Outcome",
    "explained",
    "is_plain",
    "make_durable",
    "publish",
    "refuse_foreign",
    "replace_file",
    "replace_files",
]

MARKER_TEXT = (
    b"Written by `briefings build`. Whatever else is put in this folder goes with the next.\n"
)

SYNC_ONE_BY_ONE = 64
"""Up to so many files are synced singly; more are cheaper by one sync of the filesystem.
An fsync takes about a millisecond on a disk that is not busy; measured on ext4."""

REMEDIES = {
    errno.ENOSPC: ("the disk is full", "Free some space and build again."),
    errno.EDQUOT: ("the disk quota is used up", "Free some space and build again."),
    errno.EROFS: ("the filesystem is read-only", "Build in a folder that can be written to."),
    errno.EACCES: ("permission denied", "Make the folder around it writable for you."),
    errno.EPERM: ("not permitted", "Make the folder around it writable for you."),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one publication did to the site folder."""

    files: int
    written: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def touched(self) -> bool:
        """Tell whether the site is another than before."""
        return bool(self.written or self.removed)

    def __str__(self) -> str:
        """Return the outcome in words."""
        if not self.touched:
            return f"{self.files} files, as they were."
        return f"{self.files} files, {len(self.written)} written, {len(self.removed)} removed."


def publish(files: Mapping[str, bytes], site: Path, *, fresh: bool = False) -> Outcome:
    """Make `site` hold exactly `files`; `fresh` writes all anew instead of linking to the old."""
    refuse_bad_paths(files)
    with explained(site):
        tidy(site)
        refuse_foreign(site)
        return _publish({MARKER: MARKER_TEXT, **files}, site, fresh=fresh)


def replace_file(path: Path, content: bytes, *, over: bytes | None = None) -> bool:
    """Write one file so that a reader, or a crash, meets the old content or the new, whole.

    Where the file no longer holds what it is written `over`, it is left alone: somebody else has
    saved it meanwhile. Return whether it was written.
    """
    target = path.resolve()
    with explained(path):
        staged = _staged(target, content)
        try:
            _sync(staged)
            if over is not None and not _holds(target, over):
                return False
            staged.replace(target)
        finally:
            staged.unlink(missing_ok=True)
        _sync(target.parent)
    return True


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Write many files at the price of few, each so that it is met whole."""
    if len(files) <= SYNC_ONE_BY_ONE:
        for path, content in files.items():
            replace_file(path, content)
        return
    staged: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            with explained(path):
                staged[path] = _staged(path.resolve(), content)
        os.sync()
        for path, copy in staged.items():
            with explained(path):
                copy.replace(path.resolve())
    finally:
        for copy in staged.values():
            copy.unlink(missing_ok=True)


def _staged(target: Path, content: bytes) -> Path:
    """Write a file's new content beside it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(f".{target.name}.staged")
    _write(staged, content)
    if target.exists():
        shutil.copymode(target, staged)
    return staged


def _publish(files: Mapping[str, bytes], site: Path, *, fresh: bool) -> Outcome:
    changed = {path for path in files if fresh or not _holds(site / path, files[path])}
    removed = _files_in(site) - set(files)
    if not changed and not removed:
        return Outcome(len(files) - 1, (), ())
    stage = beside(site, "new")
    try:
        _fill(stage, files, changed, site)
        make_durable(stage, changed)
        swap(stage, site)
        _sync(site.parent)
    finally:
        remove(stage)
    return Outcome(len(files) - 1, tuple(sorted(changed - {MARKER})), tuple(sorted(removed)))


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


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether `path` is a regular file with just this content."""
    try:
        status = path.lstat()
        return (
            stat.S_ISREG(status.st_mode)
            and status.st_size == len(content)
            and path.read_bytes() == content
        )
    except OSError:  # missing or unreadable: it is written anew
        return False


def _files_in(site: Path) -> set[str]:
    return {
        (Path(folder) / name).relative_to(site).as_posix()
        for folder, _, names in os.walk(site)
        for name in names
    }


def _fill(stage: Path, files: Mapping[str, bytes], changed: set[str], site: Path) -> None:
    for folder in {(stage / path).parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        if path in changed or not _link(site / path, stage / path):
            _write(stage / path, content)


def _link(source: Path, target: Path) -> bool:
    """Hard-link a file, or tell that it cannot be done (FAT, another owner, too many links)."""
    try:
        target.hardlink_to(source)
    except OSError:
        return False
    return True


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)


def make_durable(stage: Path, changed: Iterable[str]) -> None:
    """Bring the staged site to the disk: after a power cut too it must be whole once swapped in."""
    paths = [stage / path for path in changed]
    paths += [Path(folder) for folder, _, _ in os.walk(stage)]
    if len(paths) <= SYNC_ONE_BY_ONE:
        for path in paths:
            _sync(path)
    else:
        os.sync()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system refuses into an error with a remedy."""
    try:
        yield
    except OSError as error:
        reason, fix = REMEDIES.get(error.errno or 0, (error.strerror or str(error), ""))
        raise SiteError(f"It cannot be written: {reason}.", Place(str(path)), fix) from error
