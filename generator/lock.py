"""A site's folder -> the right to write there, which one process has at a time.

The lock is the kernel's (flock), not the file's existence: it ends with its process, however that
dies, so no lock is ever stale. The file stays; it only says who holds the lock.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from generator.errors import Place, SiteError, reason

LOCK_FILE = ".briefings-lock"

POLL = 0.05
"""Seconds between two attempts: short beside a build, long beside a system call."""


@contextlib.contextmanager
def only_builder(root: Path, patience: float, wait: Callable[[str], None]) -> Iterator[None]:
    """Be the only process that writes in `root`.

    While another one does, tell `wait` once who it is and try for `patience` seconds, then raise.
    """
    path = root / LOCK_FILE
    try:
        file = path.open("a+b", buffering=0)
    except OSError as error:
        raise SiteError(
            f"The lock cannot be opened: {reason(error)}.",
            Place(str(path)),
            "Make the folder writable for you.",
        ) from error
    with file:
        _acquire(file, path, patience, wait)
        _sign(file)
        yield


def _acquire(file: BinaryIO, path: Path, patience: float, wait: Callable[[str], None]) -> None:
    deadline = time.monotonic() + patience
    if _try(file):
        return
    wait(f"Waiting for {_holder(path)}, which is at work here.")
    while not _try(file):
        if time.monotonic() >= deadline:
            raise SiteError(
                f"{_holder(path)} is at work here and has not ended.",
                Place(str(path)),
                "Wait for it, or end it.",
            )
        time.sleep(POLL)


def _try(file: BinaryIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(file: BinaryIO) -> None:
    with contextlib.suppress(OSError):  # a full disk: the lock holds without a name too
        file.truncate(0)
        file.write(f"process {os.getpid()} on {os.uname().nodename}".encode())


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip() or "another process"
    except OSError:
        return "another process"
