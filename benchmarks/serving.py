"""Save a briefing while `briefings serve` runs, and print how long until an open page hears of it.

python -m benchmarks.serving --briefings 1000
"""

from __future__ import annotations

import argparse
import http.client
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.contenders import edit_source
from benchmarks.newsroom import make_briefings
from benchmarks.sources import briefing_sources, write_files
from generator.serve.reloading import EVENTS

PATIENCE = 600
"""Seconds for the first build."""
PAUSE = 1.0
"""Seconds between what is shown and the next save: a person's editor, not a burst."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefings", type=int, default=1_000)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, briefing_sources(make_briefings(asked.briefings, asked.seed)))
        first = next(make_briefings(1, asked.seed))["id"]
        source = folder / "content" / "briefings" / f"{first}.yaml"
        port = free_port()
        program = [sys.executable, "-m", "generator", "-C", folder, "serve", "--port", str(port)]
        with subprocess.Popen(program, stderr=subprocess.DEVNULL) as server:
            try:
                print_delays(source, server.pid, port, asked.saves)
            finally:
                server.terminate()


def print_delays(source: Path, pid: int, port: int, saves: int) -> None:
    """Save a briefing many times; print when its page, and when the whole site was shown."""
    events = listen(port)
    built = next(one for one in events if one["version"].rpartition("-")[2] != "0")
    waits: dict[str, list[tuple[float, float]]] = {"its page": [], "the whole site": []}
    for edition in range(1, saves + 1):
        time.sleep(PAUSE)
        before, began = cpu(pid), time.perf_counter()
        edit_source(source, edition)
        for shown in waits.values():
            heard = next(events)
            shown.append((time.perf_counter() - began, cpu(pid) - before))
            if heard["problems"] or heard["version"] == built["version"]:
                sys.exit(f"The save was not shown: {heard}")
            built = heard
        if not built["kept"]:
            sys.exit("The page was not shown before its build was done.")
    for name, shown in waits.items():
        walls, spent = ([1e3 * one for one in sorted(each)] for each in zip(*shown, strict=True))
        print(
            f"{saves} saves, until {name} is shown: {walls[0]:.0f} ms at best, "
            f"{statistics.median(walls):.0f} ms in the median, {walls[-1]:.0f} ms at worst; "
            f"CPU {statistics.median(spent):.0f} ms"
        )


def listen(port: int) -> Iterator[dict[str, Any]]:
    """Yield what an open page hears, once the server is there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", EVENTS)
            answer = connection.getresponse()
            break
        except ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def cpu(pid: int) -> float:
    """Return the CPU seconds of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / 100


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number: int = listener.getsockname()[1]
        return number


if __name__ == "__main__":
    main()
