"""What becomes of a batch whose worker dies in the moment in which its result is handed over."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import Any

import pytest

from generator.workers.cluster import Cluster, LostArticle


class Dying:
    """A batch of the library's whose worker has just gone."""

    status = "lost"

    async def _result(self, *, raiseit: bool) -> tuple[str]:
        assert not raiseit
        return ("lost",)


def handed_over() -> Future[Any]:
    """Return what the library makes of such a batch."""
    from distributed.cfexecutor import _cascade_future

    future: Future[Any] = Future()

    async def hand_over() -> None:
        await _cascade_future(Dying(), future)

    asyncio.run(hand_over())
    return future


def test_it_is_lost_and_no_mistake_of_the_work() -> None:
    with pytest.raises(LostArticle):
        Cluster.__new__(Cluster).result(handed_over())


def test_a_mistake_of_the_work_is_told() -> None:
    future: Future[Any] = Future()
    future.set_exception(ValueError("no number"))
    with pytest.raises(ValueError, match="no number"):
        Cluster.__new__(Cluster).result(future)
