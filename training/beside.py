"""Make one thing after another in other processes, so that each is ready when it is wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

Wish = TypeVar("Wish")
Made = TypeVar("Made")


def made_beside(
    make: Callable[[Wish], Made], wishes: Iterable[Wish], workers: int
) -> Iterator[Made]:
    """Yield `make` of each wish in order, two per worker made ahead; without workers, made here."""
    if not workers:
        yield from map(make, wishes)
        return
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("fork"), initializer=_keep, initargs=(make,)
    )
    waiting: deque[Future[Made]] = deque()
    try:
        for wish in wishes:
            waiting.append(pool.submit(_make, wish))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_KEPT: dict[str, Callable[[Any], Any]] = {}


def _keep(make: Callable[[Any], Any]) -> None:
    _KEPT["make"] = make


def _make(wish: Any) -> Any:
    return _KEPT["make"](wish)
