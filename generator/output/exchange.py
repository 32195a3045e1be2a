"""A staged site -> the site folder, in one atomic step where the system has one."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

MARKER = ".briefings"
"""The file by which a folder is known to be ours, to be replaced as a whole."""

RENAME_EXCHANGE = 2
AT_FDCWD = -100


def beside(site: Path, role: str) -> Path:
    """Return the name beside `site` of a folder that plays this part in its replacement."""
    return site.with_name(f"{site.name}.staged-{role}")


def swap(stage: Path, site: Path) -> None:
    """Put `stage` in the place of `site`; what stood there ends up beside it."""
    if not site.exists():
        stage.rename(site)
    elif not _exchange(stage, site):
        _swap_in_two_steps(stage, site)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one atomic step, or tell that this system or filesystem cannot."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # a build with nothing to do needs none of it

    libc = ctypes.CDLL(None, use_errno=True)
    try:
        renameat2 = libc.renameat2
    except AttributeError:
        return False
    names = AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other)
    if renameat2(*names, RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV}:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _swap_in_two_steps(stage: Path, site: Path) -> None:
    """Move the old site aside, then the new one in; `tidy` moves it back should we die between."""
    old = beside(site, "old")
    try:
        site.rename(old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy_aside(site, old)
    try:
        stage.rename(site)
    except OSError:
        old.rename(site)
        raise
    remove(old)


def _copy_aside(site: Path, old: Path) -> None:
    """Do what a rename does, in a container whose image holds the folder and forbids renaming it.

    The copy gets its name when it is whole, and the marker is the first to go from the site: so
    `tidy` knows which of the two to keep.
    """
    import shutil  # a build with nothing to do needs none of it

    copy = beside(site, "copy")
    shutil.copytree(site, copy, symlinks=True)
    copy.rename(old)
    (site / MARKER).unlink()
    shutil.rmtree(site)


def tidy(site: Path) -> None:
    """Take away what killed builds have left, finishing or undoing a swap in two steps."""
    old = beside(site, "old")
    if old.exists() and not (site / MARKER).exists():
        remove(site)
        old.rename(site)
    for leftover in site.parent.iterdir():
        if leftover.name.startswith(f"{site.name}.staged-"):
            remove(leftover)


def remove(path: Path) -> None:
    """Remove a file or a tree; what resists is left for the next build, the site being in place."""
    if path.is_dir() and not path.is_symlink():
        import shutil  # a build with nothing to do needs none of it

        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
