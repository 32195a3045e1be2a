"""Work that ends its worker, for the tests of drafting: importable where workers import it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from generator.ingest import Seed
from generator.workers.tasks import Drafted, Task


def tasks(count: int, **marked: bytes) -> list[Task]:
    """Return so many tasks; `marked` gives the bytes of some, by their names."""
    names = [f"a{number}" for number in range(count)]
    return [Task(name, seeds=(Seed(name, marked.get(name, b""), "txt"),)) for name in names]


def work(task: Task) -> Drafted:
    """Draft quickly, or do as the bytes of the seed say: die, die once, fail."""
    order, _, argument = task.seeds[0].raw.decode().partition(" ")
    if order == "die" or (order == "die-once" and _is_first(Path(argument))):
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "fail":
        raise ZeroDivisionError
    return Drafted(text=f"draft of {task.name}")


def _is_first(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
