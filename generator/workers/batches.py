"""A stream of tasks -> what became of each, in their order, by workers that may die.

Tasks travel in batches, a few for each worker at a time, so that memory is bounded however many
there are. The batches that were under way when a worker died are tried again, each alone; one that
kills its worker again is halved until the article is found that does it.
"""

from __future__ import annotations

import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import generator
from generator import __version__
from generator.errors import BriefingError, SeedError
from generator.workers.executors import PROCESSES, Pool, opened
from generator.workers.tasks import Drafted, Task, in_memory

Work = Callable[[Task], Drafted]
Batch = tuple[Task, ...]

PAYS_FROM = 4
"""Articles for each process below which starting it costs more than it saves: it imports the
language model's libraries and loads the model (about 0.5 s), an article takes about 0.1 s."""
LARGEST = 8
"""Articles of a batch: under a second of work, beside which sending it counts for nothing."""
IN_FLIGHT = 2
"""Batches for each worker that are under way: one being drafted and one that waits for it."""
TRIES = 2
"""How often an article may kill a worker that has nothing else to do before it is left out."""
REPORT = "This is a mistake of the program; report it, with the article."


@dataclass(frozen=True, slots=True)
class Crew:
    """Who drafts."""

    executor: str = PROCESSES
    jobs: int = 0
    """Batches drafted at a time; 0 for one a processor, or a thread of the cluster's workers."""
    say: Callable[[str], None] = lambda _: None
    """Hears what a person who waits should know."""


def draft_all(tasks: Iterable[Task], work: Work, crew: Crew) -> Iterator[tuple[Task, Drafted]]:
    """Yield each task with what became of it, in their order."""
    tasks = iter(tasks)
    if crew.executor != PROCESSES:
        with opened(crew.executor, crew.jobs, crew.say) as pool:
            yield from _in_batches(pool, work, tasks)
        return
    jobs = crew.jobs or os.cpu_count() or 1
    first = tuple(islice(tasks, jobs * PAYS_FROM))
    processes = min(jobs, len(first) // PAYS_FROM)
    if len(first) == 1:  # whoever drafts one article wants to see where it fails
        yield first[0], work(first[0])
    elif processes < 2:
        yield from ((task, _guarded(work, task)) for task in chain(first, tasks))
    else:
        with opened(PROCESSES, processes, crew.say) as pool:
            yield from _in_batches(pool, work, chain(first, tasks))


@dataclass(frozen=True, slots=True)
class _Flight:
    """A batch under way."""

    batch: Batch
    future: Future[tuple[Drafted, ...]]


def _in_batches(pool: Pool, work: Work, tasks: Iterator[Task]) -> Iterator[tuple[Task, Drafted]]:
    flying: deque[_Flight] = deque()
    for batch in _cut(map(in_memory, tasks) if pool.is_far else tasks, pool.size):
        flying.append(_launched(pool, work, batch))
        if len(flying) > IN_FLIGHT * pool.size:
            yield from _landed(pool, work, flying)
    while flying:
        yield from _landed(pool, work, flying)


def _cut(tasks: Iterator[Task], workers: int) -> Iterator[Batch]:
    """Cut a stream into batches, small ones first: every worker has some of a short stream."""
    number = 0
    while batch := tuple(islice(tasks, min(LARGEST, 1 + number // (2 * workers)))):
        yield batch
        number += 1


def _launched(pool: Pool, work: Work, batch: Batch) -> _Flight:
    try:
        return _Flight(batch, pool.submit(_draft, __version__, work, batch))
    except pool.crashes as error:  # a worker has died since the last look
        lost: Future[tuple[Drafted, ...]] = Future()
        lost.set_exception(error)
        return _Flight(batch, lost)


def _landed(pool: Pool, work: Work, flying: deque[_Flight]) -> Iterator[tuple[Task, Drafted]]:
    """Yield the results of the first batch; where its worker has died, of all under way."""
    flight = flying.popleft()
    try:
        results = _result(pool, flight)
    except pool.crashes:
        pool.renew()
        yield from _alone(pool, work, flight.batch)
        while flying:
            yield from _again(pool, work, flying.popleft())
    else:
        yield from zip(flight.batch, results, strict=True)


def _again(pool: Pool, work: Work, flight: _Flight) -> Iterator[tuple[Task, Drafted]]:
    """Yield the results of a batch that another's end may have taken with it."""
    try:
        results = _result(pool, flight)
    except pool.crashes:
        yield from _alone(pool, work, flight.batch)
    else:
        yield from zip(flight.batch, results, strict=True)


def _alone(pool: Pool, work: Work, batch: Batch) -> Iterator[tuple[Task, Drafted]]:
    """Draft a batch with nothing beside it; halve it where that ends its worker."""
    for _ in range(TRIES if len(batch) == 1 else 1):
        flight = _launched(pool, work, batch)
        try:
            results = _result(pool, flight)
        except pool.crashes:
            pool.renew()
        else:
            yield from zip(batch, results, strict=True)
            return
    if len(batch) == 1:
        what = f"The program ended without a word on this article, {TRIES} times."
        yield batch[0], Drafted(problems=(SeedError(what, batch[0].place, REPORT),))
        return
    half = len(batch) // 2
    yield from _alone(pool, work, batch[:half])
    yield from _alone(pool, work, batch[half:])


def _result(pool: Pool, flight: _Flight) -> tuple[Drafted, ...]:
    try:
        results: tuple[Drafted, ...] = pool.result(flight.future)
    except CancelledError:
        what = f"The cluster at {pool.name} has gone away."
        fix = "Run the same command again: what was drafted is kept."
        raise BriefingError(what, None, fix) from None
    return results


def _draft(version: str, work: Work, batch: Batch) -> tuple[Drafted, ...]:
    """Draft a batch; this is what a worker does."""
    if version != __version__:
        what = f"A worker has version {__version__} of briefings, this is {version}."
        raise BriefingError(what, None, "Install the same version everywhere.")
    return tuple(_guarded(work, task) for task in batch)


def _guarded(work: Work, task: Task) -> Drafted:
    """Do a task; a mistake of ours on one article of many must not hold up the others."""
    try:
        return work(task)
    except BriefingError:  # what holds for all articles
        raise
    except Exception as error:  # noqa: BLE001 (whatever it is, it is told)
        what = f"The program fails on this article: {type(error).__name__} {_where(error)}."
        return Drafted(problems=(SeedError(what, task.place, REPORT),))


def _where(error: Exception) -> str:
    """Return the last place in our own code that an exception came through."""
    package = Path(generator.__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(package)]
    last = (ours or frames)[-1]
    return f"in {Path(last.filename).relative_to(package.parent).as_posix()}, line {last.lineno}"
