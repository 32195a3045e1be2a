"""The outcome of every rebuild -> events for the open pages."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

HEARTBEAT = 15.0
"""Seconds after which an idle stream sends a comment, so that a closed page is noticed."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How a rebuild ended."""

    changed: bool
    problems: tuple[str, ...] = ()


class Live:
    """What the open pages need to know: which version of the site there is, and what is wrong."""

    def __init__(self) -> None:
        """Start before the first build."""
        self._changes = 0
        self._problems: tuple[str, ...] = ()
        self._kept: tuple[str, ...] = ()
        self._since = ""
        self.ahead: Mapping[str, bytes] = {}
        """The pages of a build that is not done yet which are shown already, by path."""
        self._stopped = False
        self._news = asyncio.Condition()

    @property
    def version(self) -> str:
        """A name for the site as it is now; another server's never equals it."""
        return f"{os.getpid()}-{self._changes}"

    async def show_ahead(self, pages: Mapping[str, bytes]) -> None:
        """Show pages before the rebuild that makes them has ended."""
        async with self._news:
            self.ahead, self._kept = pages, ()
            self._changes += 1
            self._news.notify_all()

    async def tell(self, rebuilt: Rebuilt) -> None:
        """Pass on how a rebuild ended; a page that was shown ahead need not be loaded again."""
        async with self._news:
            self._kept = tuple(self.ahead) if rebuilt.changed else ()
            self._since = self.version
            self._changes += rebuilt.changed or bool(self.ahead)
            self._problems = rebuilt.problems
            self.ahead = {}
            self._news.notify_all()

    async def stop(self) -> None:
        """End all streams."""
        async with self._news:
            self._stopped = True
            self._news.notify_all()

    async def events(self) -> AsyncIterator[str]:
        """Yield server-sent events: the state of affairs now, and again whenever it changes."""
        sent = ""
        while not self._stopped:
            state = json.dumps(
                {
                    "version": self.version,
                    "problems": self._problems,
                    "kept": self._kept,
                    "since": self._since,
                }
            )
            if state != sent:
                sent = state
                yield f"data: {state}\n\n"
            elif not await self._wait():
                yield ": still here\n\n"

    async def _wait(self) -> bool:
        """Wait for news, or tell that there were none for a while."""
        try:
            async with asyncio.timeout(HEARTBEAT), self._news:
                await self._news.wait()
        except TimeoutError:
            return False
        return True
