"""Work that can be done in any order -> the same, by as many processes as pay for themselves.

The processes are forked from this one, so that they have all that it has read; each works for one
build, and this one with them. Results come in the order of the work.
"""

from __future__ import annotations

import contextlib
import gc
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")
Work: TypeAlias = Callable[[Any, Sequence[T]], Sequence[R]]
"""What is done with a bench and some pieces of work: a result for each."""

PAYS_FROM = 24
"""Pieces of work below which a process costs more than it saves: one is forked in about 20 ms, a
briefing or a page takes a few."""
FIRST, MOST = 8, 16
"""Pieces that are handed over together, at first and later: few give every process something to do,
and many cost this one less. Of a dozen a process has at hand what it works with; more are too many
for the cache of a processor (`making.py` takes each step for all of them)."""
AHEAD = 3
"""Such handfuls that each process may be ahead: results that wait are held in memory."""

_bench: Any = None
"""What the work of this process is done with, set once when it is forked."""


class Hands:
    """The processes of one build, and what they work with."""

    def __init__(self, bench: Any, jobs: int) -> None:
        """Begin with no process but this one; `jobs` is how many may work, 0 for all."""
        self._bench = bench
        self._jobs = jobs or os.cpu_count() or 1
        self._pool: Any = None

    def do(self, work: Work[T, R], pieces: Iterable[T]) -> Iterator[R]:
        """Yield the results of some work, which is done on a handful of pieces at a time."""
        pieces = iter(pieces)
        first = list(islice(pieces, PAYS_FROM))
        if len(first) < PAYS_FROM or not self._may_fork():
            for hand in _handfuls(chain(first, pieces)):
                yield from work(self._bench, hand)
            return
        if self._pool is None:  # what the first piece loads need not be loaded by each process
            yield from work(self._bench, [first.pop(0)])
        waiting: deque[Future[Sequence[R]]] = deque()
        for hand in _handfuls(chain(first, pieces)):
            waiting.append(self._begun(work, hand, waiting))
            while waiting and (waiting[0].done() or len(waiting) > 2 * AHEAD * self._jobs):
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()

    def _begun(
        self, work: Work[T, R], hand: Sequence[T], waiting: Iterable[Future[Sequence[R]]]
    ) -> Future[Sequence[R]]:
        """Return work that another process does, or this one where the others have enough."""
        from concurrent.futures import Future

        pool = self._processes()
        begun: Future[Sequence[R]] = Future()
        if sum(not one.done() for one in waiting) < AHEAD * (self._jobs - 1):
            begun = pool.submit(_do, work, hand)
        else:
            begun.set_result(work(self._bench, hand))
        return begun

    def end(self) -> None:
        """Send the processes home."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _may_fork(self) -> bool:
        """Tell whether there may be other processes; other threads do not outlive a fork."""
        return self._jobs > 1 and (self._pool is not None or threading.active_count() == 1)

    def _processes(self) -> Any:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            from generator.workers.executors import be_a_worker

            self._bench.press.warm()
            # Compiling leaves garbage. What else is there stays: to look for garbage in it would
            # copy all of it to every process.
            gc.collect()
            gc.freeze()
            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(
                self._jobs - 1, context, _begin, (self._bench, be_a_worker)
            )
        return self._pool


def _handfuls(pieces: Iterator[T]) -> Iterator[list[T]]:
    """Yield pieces of work in handfuls that grow."""
    size = FIRST
    while hand := list(islice(pieces, size)):
        yield hand
        size = min(2 * size, MOST)


def _begin(bench: Any, be_a_worker: Callable[[], None]) -> None:
    global _bench
    _bench = bench
    be_a_worker()


def _do(work: Work[T, R], hand: Sequence[T]) -> Sequence[R]:
    return work(_bench, hand)


@contextlib.contextmanager
def hands(bench: Any, jobs: int) -> Iterator[Hands]:
    """Have processes at hand for as long as there is work."""
    those = Hands(bench, jobs)
    try:
        yield those
    finally:
        those.end()
