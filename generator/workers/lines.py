"""Processes forked from this one, and lines on which each of them answers what it is asked.

Whatever is said on a line is sent by a thread of its own, so that neither end ever waits for the
other to listen; what is heard is read where it is wanted. An executor of Python's has a thread that
reads too, which wants the interpreter just when there is most to do: its processes had nothing to
do for a tenth of the time.
"""

from __future__ import annotations

import contextlib
import pickle
import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any

from generator.workers.executors import be_a_worker


class Line:
    """One end of a line to another process."""

    def __init__(self, connection: Connection, process: BaseProcess | None = None) -> None:
        """Take a connection, and the process at its other end where that is to be ended."""
        self._connection = connection
        self._process = process
        self._said: SimpleQueue[bytes] = SimpleQueue()
        self._speaker = threading.Thread(target=self._speak, daemon=True)
        self._speaker.start()

    def say(self, what: object) -> None:
        """Say something, sooner or later."""
        self._said.put(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))

    def has_news(self) -> bool:
        """Tell whether something can be heard."""
        return self._connection.poll()

    def hear(self) -> Any:
        """Return what is said next; raise EOFError where nobody is there to say it."""
        return pickle.loads(self._connection.recv_bytes())  # noqa: S301 - of a process of ours

    def end(self) -> None:
        """Have the other process end as soon as it hears that."""
        self.say(None)
        self._said.put(b"")
        self._speaker.join()
        if self._process:
            self._process.join()
        self._connection.close()

    def _speak(self) -> None:
        with contextlib.suppress(OSError):  # nobody is there any more
            while said := self._said.get():
                self._connection.send_bytes(said)


def forked(count: int, answer: Callable[[Any], object]) -> list[Line]:
    """Fork processes that answer whatever they hear; this one must not have other threads."""
    context = get_context("fork")
    ends = []
    for _ in range(count):
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, answer), daemon=True)
        process.start()
        theirs.close()
        ends.append((ours, process))
    return [Line(*one) for one in ends]


def _serve(connection: Connection, answer: Callable[[Any], object]) -> None:
    be_a_worker()
    line = Line(connection)
    with contextlib.suppress(EOFError, OSError):  # who asks may have been killed
        while (asked := line.hear()) is not None:
            line.say(answer(asked))
