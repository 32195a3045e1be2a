"""Work that can be done in any order -> the same, by as many processes as pay for themselves.

The processes are forked from this one, so that they have all that it has read; each works for one
build, and this one with them. Results come in the order of the work.
"""

from __future__ import annotations

import contextlib
import gc
import os
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from generator.errors import BriefingError

if TYPE_CHECKING:
    from generator.workers.lines import Line

T = TypeVar("T")
R = TypeVar("R")
Work: TypeAlias = Callable[[Any, Sequence[T]], Sequence[R]]
"""What is done with a bench and some pieces of work: a result for each."""
Results: TypeAlias = list[Sequence[R]]
"""The results of a handful of work, or nothing as long as it is not done."""

PAYS_FROM = 24
"""Pieces of work below which a process costs more than it saves: one is forked in about 20 ms, a
briefing or a page takes a few."""
FIRST, MOST = 8, 16
"""Pieces that are handed over together, at first and later: few give every process something to do,
and many cost this one less. Of a dozen a process has at hand what it works with; more are too many
for the cache of a processor (`making.py` takes each step for all of them)."""
AHEAD = 3
"""Such handfuls that each process may be ahead: results that wait are held in memory."""


class Hands:
    """The processes of one build, and what they work with."""

    def __init__(self, bench: Any, jobs: int) -> None:
        """Begin with no process but this one; `jobs` is how many may work, 0 for all."""
        self._bench = bench
        self._jobs = jobs or os.cpu_count() or 1
        self._helpers: list[_Helper] = []

    def do(self, work: Work[T, R], pieces: Iterable[T]) -> Iterator[R]:
        """Yield the results of some work, which is done on a handful of pieces at a time."""
        pieces = iter(pieces)
        first = list(islice(pieces, PAYS_FROM))
        if len(first) < PAYS_FROM or not self._may_fork():
            for hand in _handfuls(chain(first, pieces)):
                yield from work(self._bench, hand)
            return
        if not self._helpers:  # what the first piece loads need not be loaded by each process
            yield from work(self._bench, [first.pop(0)])
            self._fork()
        yield from self._shared(work, _handfuls(chain(first, pieces)))

    def ask(self, work: Work[T, R], pieces: Sequence[T]) -> Callable[[], Sequence[R]]:
        """Have another process do some work while this one does other things.

        Return what waits for the results; where there is no other process, that does the work.
        """
        if not self._helpers:
            return lambda: work(self._bench, pieces)
        given = [self._helpers[-1].give(work, hand) for hand in _handfuls(iter(pieces))]
        return lambda: [one for results in given for one in self._done(results)]

    def _shared(self, work: Work[T, R], handfuls: Iterable[Sequence[T]]) -> Iterator[R]:
        waiting: deque[Results[R]] = deque()
        for hand in handfuls:
            waiting.append(self._begun(work, hand))
            while waiting and (waiting[0] or len(waiting) > 2 * AHEAD * self._jobs):
                yield from self._done(waiting.popleft())
        while waiting:
            yield from self._done(waiting.popleft())

    def _begun(self, work: Work[T, R], hand: Sequence[T]) -> Results[R]:
        """Return where results come of work that another process does, or this one does now."""
        for helper in self._helpers:
            helper.hear()
        freest = min(self._helpers, key=lambda one: len(one.owed))
        return freest.give(work, hand) if len(freest.owed) < AHEAD else [work(self._bench, hand)]

    def _done(self, results: Results[R]) -> Sequence[R]:
        """Wait for results."""
        while not results:
            for helper in self._helpers:
                helper.hear(wait=any(one is results for one in helper.owed))
        return results[0]

    def end(self) -> None:
        """Send the processes home."""
        for helper in self._helpers:
            helper.end()
        self._helpers.clear()

    def _may_fork(self) -> bool:
        """Tell whether there may be other processes; other threads do not outlive a fork."""
        return self._jobs > 1 and (bool(self._helpers) or threading.active_count() == 1)

    def _fork(self) -> None:
        from generator.workers.lines import forked

        self._bench.press.warm()
        # Compiling leaves garbage. What else is there stays: to look for garbage in it would
        # copy all of it to every process.
        gc.collect()
        gc.freeze()
        lines = forked(self._jobs - 1, self._answer)
        self._helpers = [_Helper(line) for line in lines]

    def _answer(
        self, given: tuple[Work[T, R], Sequence[T]]
    ) -> tuple[Sequence[R], Exception | None]:
        """Do what this process has been forked for."""
        work, hand = given
        try:
            return work(self._bench, hand), None
        except Exception as error:  # noqa: BLE001 (whatever it is, it is raised where all wait)
            error.add_note(traceback.format_exc())
            return (), error


class _Helper:
    """Another process, which does work in the order in which it is given."""

    def __init__(self, line: Line) -> None:
        """Take the line to it."""
        self._line = line
        self.owed: deque[Results[Any]] = deque()

    def give(self, work: Work[T, R], hand: Sequence[T]) -> Results[R]:
        """Give it work; return where the results will come."""
        self._line.say((work, hand))
        self.owed.append([])
        return self.owed[-1]

    def hear(self, *, wait: bool = False) -> None:
        """Take what it has done, after waiting for it or not; raise what went wrong."""
        while self.owed and (wait or self._line.has_news()):
            results, wait = self.owed.popleft(), False
            try:
                done, error = self._line.hear()
            except (EOFError, OSError):
                what = "A process that worked on this build was ended from outside."
                fix = "Call the same again, with less at a time if memory is short: `--jobs 1`."
                raise BriefingError(what, None, fix) from None
            if error:
                raise error
            results.append(done)

    def end(self) -> None:
        """Send it home."""
        self._line.end()


def _handfuls(pieces: Iterator[T]) -> Iterator[list[T]]:
    """Yield pieces of work in handfuls that grow."""
    size = FIRST
    while hand := list(islice(pieces, size)):
        yield hand
        size = min(2 * size, MOST)


@contextlib.contextmanager
def hands(bench: Any, jobs: int) -> Iterator[Hands]:
    """Have processes at hand for as long as there is work."""
    those = Hands(bench, jobs)
    try:
        yield those
    finally:
        those.end()
