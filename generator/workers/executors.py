"""The name of an executor -> its workers: processes of this machine, or a Dask cluster."""

from __future__ import annotations

import gc
import os
import re
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any, Protocol

PROCESSES = "processes"
EXECUTORS = (PROCESSES, "dask", "dask://HOST:PORT")
"""How executors are named."""

_NAME = re.compile(r"processes|dask(?:://(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,5})?")

Say = Callable[[str], None]
Load = Callable[[], None]


class Pool(Protocol):
    """Workers that can be given work, and may die of it."""

    name: str
    size: int
    """How many articles are drafted at a time."""
    is_far: bool
    """Whether the workers may not see the files of this machine."""
    crashes: tuple[type[BaseException], ...]
    """What a result raises whose worker has died."""

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Give the workers something to do."""

    def result(self, future: Future[Any]) -> Any:
        """Wait for a result."""

    def renew(self) -> None:
        """Have all workers again after one has died."""


def is_executor(name: str) -> bool:
    """Tell whether this is the name of an executor."""
    return bool(_NAME.fullmatch(name))


def opened(executor: str, jobs: int, say: Say, load: Load) -> AbstractContextManager[Pool]:
    """Return a context manager for the workers that an executor's name stands for."""
    if executor == PROCESSES:
        return closing(Processes(jobs, load))
    from generator.workers.cluster import cluster  # the library is an extra

    return cluster(executor.removeprefix("dask").removeprefix("://"), jobs, say)


class Processes:
    """Processes of this machine."""

    name = "this machine"
    is_far = False
    crashes: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, jobs: int, load: Load) -> None:
        """Have so many processes, started when there is something to do."""
        self.size = jobs
        self._load = load
        self._executor = _started(jobs, load)

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Give the processes something to do."""
        return self._executor.submit(work, *given)

    def result(self, future: Future[Any]) -> Any:
        """Wait for a result."""
        return future.result()

    def renew(self) -> None:
        """Start all processes anew: those left of a pool in which one has died are ended."""
        self.close()
        self._executor = _started(self.size, self._load)

    def close(self) -> None:
        """End the processes."""
        self._executor.shutdown(cancel_futures=True)


def _started(jobs: int, load: Load) -> ProcessPoolExecutor:
    import multiprocessing

    forks = _is_single()
    if forks:
        load()
        gc.freeze()  # what is there now stays: looking through it would copy it to every process
    # Where other threads have locks, a copy of this process would wait for them for good.
    context = multiprocessing.get_context("fork" if forks and _is_single() else "spawn")
    return ProcessPoolExecutor(jobs, context, be_a_worker, gc.get_threshold())


def _is_single() -> bool:
    """Tell whether this process is known to have no other thread, not even one of a library's."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:  # this is not Linux
        return False


def be_a_worker(*cycles: int) -> None:
    """Leave Ctrl-C to the parent, and end when it is killed, which could not tell us to.

    `cycles` tells how often the parent looks for garbage, which a process begun anew cannot know.
    """
    if cycles:
        gc.set_threshold(*cycles)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_end_of_parent, daemon=True).start()


def _wait_for_end_of_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
