"""Draft many articles by one process, by several and by a Dask cluster, killing workers.

    python benchmarks/scale.py --articles 2000

The articles are made up (see drafting.py) and lie in one .jsonl file. A worker of the several, and
one of the cluster's two, is killed when a third of the drafts is there. All three must give the
same bytes.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from drafting import HERE, sentences_of, title_and_body

PATIENCE = 60
"""Seconds in which a scheduler or a worker should have started."""
SHARE = 1 / 3
"""Share of the drafts after which a worker is killed."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--words", type=int, default=700, help="words of an article")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        articles = folder / "articles.jsonl"
        write_articles(articles, asked.articles, asked.words, random.Random(asked.seed))
        size = articles.stat().st_size
        print(f"{asked.articles} articles of {asked.words} words, {size / 1e6:.1f} MB")
        runs = [Run(folder / "one", asked.articles, ["--jobs", "1"])]
        runs[0].go(articles, lambda _: None)
        runs.append(Run(folder / "several", asked.articles, ["--jobs", str(asked.workers)]))
        runs[1].go(articles, kill_child)
        address, workers = stack.enter_context(cluster(folder, asked.workers))
        runs.append(Run(folder / "cluster", asked.articles, ["--executor", f"dask://{address}"]))
        runs[2].go(articles, lambda _: workers[0].kill())
        drafts = [{p.name: p.read_bytes() for p in run.output.iterdir()} for run in runs]
        size = sum(map(len, drafts[0].values()))
        print(f"{len(drafts[0])} drafts, {size / len(drafts[0]) / 1e3:.1f} kB each")
        alike = all(one == drafts[0] for one in drafts)
        print("the same bytes" if alike else "NOT the same bytes")
        lost = any(len(one) < asked.articles for one in drafts)
        sys.exit(
            1
            if lost or not alike or any(run.status or not run.was_disturbed for run in runs)
            else 0
        )


def write_articles(path: Path, count: int, words: int, chance: random.Random) -> None:
    """Write articles as news-please would."""
    sentences = list(sentences_of(sorted(HERE.glob("examples/*/seeds/**/*.*")), HERE))
    with path.open("w", encoding="utf-8") as lines:
        for _ in range(count):
            title, body = title_and_body(sentences, words, chance)
            row = {"title": title, "maintext": body, "date_publish": "2026-03-12 08:00:00"}
            lines.write(f"{json.dumps(row, ensure_ascii=False)}\n")


class Run:
    """One call of `briefings extract`."""

    def __init__(self, output: Path, count: int, options: list[str]) -> None:
        self.output = output
        self.status = -1
        self.was_disturbed = False
        self._count = count
        self._options = options

    def go(self, articles: Path, interfere: Callable[[int], None]) -> None:
        """Draft, interfere when a share of the drafts is there, and print how it went."""
        self.output.mkdir()
        command = [sys.executable, "-m", "generator", "extract", articles, "-o", self.output]
        before, began = cpu(), time.perf_counter()
        with subprocess.Popen([*command, *self._options], stderr=subprocess.PIPE) as process:
            peak = 0
            while process.poll() is None:
                peak = max(peak, memory(process.pid))
                if (
                    not self.was_disturbed
                    and sum(1 for _ in self.output.iterdir()) >= SHARE * self._count
                ):
                    interfere(process.pid)
                    self.was_disturbed = True
                time.sleep(0.1)
            said = process.stderr.read().decode() if process.stderr else ""
        wall = time.perf_counter() - began
        self.status = process.returncode
        print(
            f"{' '.join(self._options)}: {wall:.1f} s, {self._count / wall:.1f} articles/s, CPU "
            f"{cpu() - before:.1f} s, {peak / 1024:.0f} MB in the writing process",
            flush=True,
        )
        print(f"  {said.strip()}", flush=True)


def cpu() -> float:
    """Return the CPU seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory(pid: int) -> int:
    """Return the most memory that a process has had, in kB; 0 once it has ended."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def kill_child(pid: int) -> None:
    """Kill the worker of a process that was started last."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    os.kill(int(listed[-1]), signal.SIGKILL)


@contextlib.contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Yield the address of a scheduler and its workers, which nobody starts again."""
    described = folder / "scheduler.json"
    with contextlib.ExitStack() as stack:

        def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
            log = stack.enter_context((folder / "dask.log").open("ab"))
            command = [sys.executable, "-m", "dask", *arguments]
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process

        alone = ("--host", "127.0.0.1", "--no-dashboard")
        start("scheduler", *alone, "--port", "0", "--no-jupyter", "--scheduler-file", described)
        until(described.exists)
        address = json.loads(described.read_text(encoding="utf-8"))["address"]
        started = [
            start("worker", address, *alone, "--nthreads", "1", "--no-nanny")
            for _ in range(workers)
        ]
        log = folder / "dask.log"
        until(lambda: log.read_bytes().count(b"Registered to") == workers)
        yield address.removeprefix("tcp://"), started


def until(condition: Callable[[], object]) -> None:
    """Wait for something."""
    patience = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > patience:
            sys.exit("The cluster does not start; see dask.log.")
        time.sleep(0.05)


if __name__ == "__main__":
    main()
