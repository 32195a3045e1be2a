"""A command -> how long it took, how much the processors worked and how much memory it held.

Children count: processor time is the kernel's sum over every process that the command waited for,
and memory is sampled over its whole tree. Needs Linux.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

SAMPLE_EVERY = 0.02
"""Seconds between two looks at a command's memory."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What one run of a command cost."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds that processors worked for it, in its own code and in the kernel."""
    peak: float
    """The most memory that its processes held at a time, in MB."""


class CommandError(Exception):
    """A command that was to be measured ended with an error; says what it printed."""


def measure(command: Sequence[str], folder: Path) -> Measure:
    """Run a command in a folder and return what it cost; raise CommandError where it fails."""
    with (folder / "output.log").open("w+b") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        memory = _Memory(process.pid)
        memory.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        memory.end()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            printed = log.read().decode(errors="replace")[-2000:]
            raise CommandError(f"{' '.join(command)} ended with {process.returncode}:\n{printed}")
    return Measure(wall, usage.ru_utime + usage.ru_stime, memory.peak / 1e6)


def middle(measures: Sequence[Measure]) -> Measure:
    """Return the median of each figure."""
    return Measure(
        median(one.wall for one in measures),
        median(one.cpu for one in measures),
        median(one.peak for one in measures),
    )


class _Memory(threading.Thread):
    """Looks at the memory of a process and its descendants again and again."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._over = threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self._over.wait(SAMPLE_EVERY):
            self.peak = max(self.peak, _held(list(_tree(self._root))))

    def end(self) -> None:
        self._over.set()
        self.join()


def _held(pids: Sequence[int]) -> int:
    """Return the bytes that processes hold; what several share counts once.

    The kernel keeps the highest mark of a lone process; for several, it divides what they share.
    """
    if len(pids) == 1:
        return _field(pids[0], "status", "VmHWM:")
    return sum(_field(pid, "smaps_rollup", "Pss:") for pid in pids)


def _field(pid: int, file: str, name: str) -> int:
    """Return a number of bytes from `/proc`; 0 for a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(name)), 0)


def _tree(root: int) -> Iterator[int]:
    """Yield a process and all that descend from it."""
    yield root
    for children in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            pids = children.read_text(encoding="ascii").split()
        except OSError:
            continue
        for pid in pids:
            yield from _tree(int(pid))
