"""The new content of a file -> the file, which a reader or a crash meets old or new, but whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import Place, SiteError, reason
from generator.output.durable import sync

YOURS = "Make it, and the folder around it, yours to read and to write."
REMEDIES = {
    errno.ENOSPC: ("the disk is full", "Free some space and try again."),
    errno.EDQUOT: ("the disk quota is used up", "Free some space and try again."),
    errno.EROFS: ("the filesystem is read-only", "Make it writable, or work in another folder."),
    errno.EACCES: ("permission denied", YOURS),
    errno.EPERM: ("not permitted", YOURS),
    errno.EBUSY: ("it is in use, as a mount point is", "Mount the folder around it instead."),
    errno.ENOENT: ("it has just gone", "Try again."),
}


def replace_file(path: Path, content: bytes, *, over: bytes | None = None) -> bool:
    """Write one file so that a reader, or a crash, meets the old content or the new, whole.

    Where the file no longer holds what it is written `over`, it is left alone: somebody else has
    saved it meanwhile. Return whether it was written.
    """
    with explained(path):
        target = _target(path)
        staged = Path(_stage(target, content))
        try:
            sync([staged])
            if over is not None and not holds(target, over):
                return False
            staged.replace(target)
        finally:
            staged.unlink(missing_ok=True)
        sync([target.parent])
    return True


def move_files(folder: Path, names: Iterable[str], target: Path) -> None:
    """Move files from a folder to another, where each is met whole, even after a power cut."""
    names = list(names)
    with explained(target):
        sync(folder / name for name in names)
        for name in names:
            os.replace(f"{folder}/{name}", f"{target}/{name}")  # noqa: PTH105 - as in `write`
        sync([target])


def _target(path: Path) -> Path:
    """Return the file that is to be replaced, which a link may lead to."""
    return path.resolve() if path.is_symlink() else path


def _stage(target: Path, content: bytes) -> str:
    """Write a file's new content beside it, and return where; or leave nothing there."""
    folder, name = os.path.split(target)
    staged = os.path.join(folder, f".{name}.staged")  # noqa: PTH118 - as in `write`
    try:
        write(staged, content)
        with contextlib.suppress(FileNotFoundError):
            os.chmod(staged, stat.S_IMODE(os.stat(target).st_mode))  # noqa: PTH101, PTH116
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(staged)  # noqa: PTH108
        raise
    return staged


def holds(path: Path, content: bytes) -> bool:
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


def write(path: Path | str, content: bytes) -> None:
    """Write a file that is not there yet; never through a link to one that is.

    In calls of the system, for a build writes tens of thousands: with a Path each costs twice as
    much.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileNotFoundError:
        make_folder(os.path.dirname(path))  # noqa: PTH120
        return write(path, content)
    except FileExistsError:
        Path(path).unlink()
        return write(path, content)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)
    return None


def make_folder(path: str) -> None:
    """Make a folder, and those around it, unless another process just has."""
    with contextlib.suppress(FileExistsError):
        try:
            os.mkdir(path)  # noqa: PTH102 - as above
        except FileNotFoundError:
            make_folder(os.path.dirname(path))  # noqa: PTH120
            os.mkdir(path)  # noqa: PTH102


@contextlib.contextmanager
def explained(path: Path | None = None) -> Iterator[None]:
    """Turn what the system refuses into an error with a remedy.

    Without a path it is about whatever file the system names, read or written; what it refuses
    otherwise is no matter of files, and passes.
    """
    try:
        yield
    except OSError as error:
        known = error.errno in REMEDIES and error.filename
        if path is None and not known:
            raise
        cause, fix = REMEDIES.get(error.errno or 0, (reason(error), ""))
        what = "written" if path else "read or written"
        at = Place(str(path or error.filename))
        raise SiteError(f"It cannot be {what}: {cause}.", at, fix) from error
