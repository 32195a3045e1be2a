"""A Dask cluster as workers, one that runs somewhere or one of our own; the only user of Dask."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from generator.errors import BriefingError

if TYPE_CHECKING:
    from distributed import Client

    from generator.workers.executors import Pool

PATIENCE = 15
"""Seconds to wait for a scheduler's answer, and then for its first worker."""
LOOK_EVERY = 30.0
"""Seconds of silence after which it is asked whether any worker is left."""


@contextlib.contextmanager
def cluster(address: str, jobs: int, say: Callable[[str], None]) -> Iterator[Pool]:
    """Yield the workers of the scheduler at `host:port`, or of a cluster of our own."""
    try:
        import distributed
    except ImportError:
        what = "The executor dask needs the library distributed."
        raise BriefingError(what, None, "Install briefings[dask].") from None
    for name in ("distributed", "distributed.client"):  # what it logs we say in our own words
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with contextlib.ExitStack() as stack:
        if address:
            client = stack.enter_context(_connected(address))
        else:
            # An article that outlives its worker comes back at once: finding out why is our work.
            once = {"allowed_failures": 0}
            own = distributed.LocalCluster(
                jobs or None, 1, dashboard_address=None, scheduler_kwargs=once
            )
            client = stack.enter_context(distributed.Client(stack.enter_context(own)))
        yield Cluster(client, address or "this machine", jobs, say)


def _connected(address: str) -> Client:
    """Return a client of the scheduler at an address, once it has a worker."""
    from distributed import Client

    try:
        client = Client(f"tcp://{address}", timeout=PATIENCE)
    except OSError:
        what = f"No scheduler answers at {address}."
        raise BriefingError(what, None, "Start one there: dask scheduler") from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        client.close()
        what = f"The scheduler at {address} has no worker."
        raise BriefingError(what, None, f"Start some: dask worker tcp://{address}") from None
    return client


class LostArticle(Exception):  # noqa: N818 (what has happened, as KilledWorker tells it)
    """A worker has died with an article in a way that the library does not tell of."""


class Cluster:
    """The workers of a scheduler. It gives a dead worker's work to another one by itself."""

    is_far = True

    def __init__(self, client: Client, name: str, jobs: int, say: Callable[[str], None]) -> None:
        """Have the workers that a client's scheduler has."""
        from distributed import KilledWorker

        self.name = name
        self.size = jobs or sum(client.nthreads().values())
        self.crashes: tuple[type[BaseException], ...] = (KilledWorker, LostArticle)
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._say = say
        self._told = False

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Give the workers something to do."""
        future: Future[Any] = self._executor.submit(work, *given)
        return future

    def result(self, future: Future[Any]) -> Any:
        """Wait for a result, and say so where nobody is left to make it."""
        while True:
            try:
                return future.result(LOOK_EVERY)
            except TimeoutError:
                if future.done():
                    raise
                self._look()
            except ModuleNotFoundError as error:
                what = f"A worker of {self.name} has no {error.name}."
                raise BriefingError(what, None, "Install the same briefings there.") from None
            except ValueError as error:
                if _is_the_librarys(error):
                    raise LostArticle from error
                raise

    def renew(self) -> None:
        """Do nothing: whoever looks after the workers starts them again."""

    def _look(self) -> None:
        left = bool(self._client.scheduler_info()["workers"])
        if not left and not self._told:
            self._say(f"No worker is left at {self.name}; waiting for one.")
        self._told = not left


def _is_the_librarys(error: Exception) -> bool:
    """Say whether an error comes of handing a result over, not of the work on it.

    distributed 2026.8 takes a result apart as an error where a dying worker's has just been
    cancelled (`distributed/cfexecutor.py`, `_cascade_future`).
    """
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = trace.tb_frame.f_globals.get("__name__") if trace is not None else None
    return where == "distributed.cfexecutor"
