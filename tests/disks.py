"""Disks that are full or must not be written to, and programs without root's privileges."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PRIVILEGES = "-dac_override,-dac_read_search,-fowner,-chown"
"""What lets root pass over the permissions of files."""


@contextlib.contextmanager
def mounted(folder: Path, *arguments: str) -> Iterator[Path]:
    """Mount something on a folder, or skip the test where that is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(["mount", *arguments, folder], capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip(f"mounting a disk needs root's privileges: {run.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Have a folder that the system allows nobody to write to, as a mounted image is."""
    with mounted(folder, "--bind", str(folder)):
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield


def fill(disk: Path, left: int) -> Path:
    """Fill a disk but for some bytes; return the file that does it."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        file.write(b"\0" * max(shutil.disk_usage(disk).free - left, 0))
    return ballast


@functools.cache
def without_privileges() -> tuple[str, ...]:
    """Return what a command begins with to be run like one of an ordinary user."""
    if os.geteuid():
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may do everything, and there is no setpriv to take that away")
    return "setpriv", f"--bounding-set={PRIVILEGES}", "--"
