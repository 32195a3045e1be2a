"""A stream of tasks -> what became of each, in their order, by workers that may die.

A few tasks for each worker are under way at a time, so that memory is bounded however many there
are. Those that were under way when a worker died are done again, each with nothing beside it, until
the article is found that does it.
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
from generator.workers.executors import PROCESSES, Load, Pool, opened
from generator.workers.tasks import Drafted, Task, in_memory

Work = Callable[[Task], Drafted]

PAYS_FROM = 2
"""Articles for each process below which starting it costs more than it saves: it loads the language
model and its library (about 0.1 s), and an article takes about as long."""
IN_FLIGHT = 8
"""Articles for each worker that are under way: while one drafts a report, the others have some."""
TRIES = 2
"""How often an article may kill a worker that has nothing else to do before it is left out."""
REPORT = "This is a mistake of the program; report it, with the article."


@dataclass(frozen=True, slots=True)
class Crew:
    """Who drafts."""

    executor: str = PROCESSES
    jobs: int = 0
    """Articles drafted at a time; 0 for one a processor, or a thread of the cluster's workers."""
    say: Callable[[str], None] = lambda _: None
    """Hears what a person who waits should know."""
    load: Load = lambda: None
    """Loads what the work takes, once for all processes that are forked from this one."""


def draft_all(tasks: Iterable[Task], work: Work, crew: Crew) -> Iterator[tuple[Task, Drafted]]:
    """Yield each task with what became of it, in their order."""
    tasks = iter(tasks)
    if crew.executor != PROCESSES:
        with opened(crew.executor, crew.jobs, crew.say, crew.load) as pool:
            yield from _in_order(pool, work, tasks)
        return
    jobs = crew.jobs or os.cpu_count() or 1
    first = tuple(islice(tasks, jobs * PAYS_FROM))
    count = min(jobs, len(first) // PAYS_FROM)
    if len(first) == 1:  # whoever drafts one article wants to see where it fails
        yield first[0], work(first[0])
    elif count < 2:
        yield from ((task, _guarded(work, task)) for task in chain(first, tasks))
    else:
        with opened(PROCESSES, count, crew.say, crew.load) as pool:
            yield from _in_order(pool, work, chain(first, tasks))


@dataclass(frozen=True, slots=True)
class _Flight:
    """A task under way."""

    task: Task
    future: Future[Drafted]


def _in_order(pool: Pool, work: Work, tasks: Iterator[Task]) -> Iterator[tuple[Task, Drafted]]:
    flying: deque[_Flight] = deque()
    for task in map(in_memory, tasks) if pool.is_far else tasks:
        flying.append(_launched(pool, work, task))
        if len(flying) > IN_FLIGHT * pool.size:
            yield from _landed(pool, work, flying)
    while flying:
        yield from _landed(pool, work, flying)


def _launched(pool: Pool, work: Work, task: Task) -> _Flight:
    try:
        return _Flight(task, pool.submit(_draft, __version__, work, task))
    except pool.crashes as error:  # a worker has died since the last look
        lost: Future[Drafted] = Future()
        lost.set_exception(error)
        return _Flight(task, lost)


def _landed(pool: Pool, work: Work, flying: deque[_Flight]) -> Iterator[tuple[Task, Drafted]]:
    """Yield what became of the first task; where its worker has died, of all under way."""
    flight = flying.popleft()
    try:
        yield flight.task, _result(pool, flight)
    except pool.crashes:
        pool.renew()
        yield flight.task, _alone(pool, work, flight.task)
        while flying:
            yield _again(pool, work, flying.popleft())


def _again(pool: Pool, work: Work, flight: _Flight) -> tuple[Task, Drafted]:
    """Return what became of a task that another's end may have taken with it."""
    try:
        return flight.task, _result(pool, flight)
    except pool.crashes:
        return flight.task, _alone(pool, work, flight.task)


def _alone(pool: Pool, work: Work, task: Task) -> Drafted:
    """Do a task with nothing beside it, unless that ends its worker each time."""
    for _ in range(TRIES):
        flight = _launched(pool, work, task)
        try:
            return _result(pool, flight)
        except pool.crashes:
            pool.renew()
    what = f"The program ended without a word on this article, {TRIES} times."
    return Drafted(problems=(SeedError(what, task.place, REPORT),))


def _result(pool: Pool, flight: _Flight) -> Drafted:
    try:
        result: Drafted = pool.result(flight.future)
    except CancelledError:
        what = f"The cluster at {pool.name} has gone away."
        fix = "Run the same command again: what was drafted is kept."
        raise BriefingError(what, None, fix) from None
    return result


def _draft(version: str, work: Work, task: Task) -> Drafted:
    """Do a task; this is what a worker does."""
    if version != __version__:
        what = f"A worker has version {__version__} of briefings, this is {version}."
        raise BriefingError(what, None, "Install the same version everywhere.")
    return _guarded(work, task)


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
