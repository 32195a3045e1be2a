"""A scheduler goes away in the middle of a run: what is drafted is kept, and a new one ends it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from plugins import SENTENCES, install

COUNT = 60
SLOW = SENTENCES.replace("from generator", "import time\nfrom generator", 1).replace(
    "    return Draft(", "    time.sleep(0.1)\n    return Draft("
)
ALONE = ("--host", "127.0.0.1", "--no-dashboard")


@contextmanager
def cluster(
    folder: Path, environment: dict[str, str]
) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """Yield the address of a scheduler, and it and its worker as processes."""
    described = folder / f"scheduler-{time.monotonic_ns()}.json"
    started: list[subprocess.Popen] = []

    def start(*arguments: str | Path) -> None:
        call = [sys.executable, "-m", "dask", *arguments]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        started.append(subprocess.Popen(call, cwd=folder, env=environment, **quiet))

    try:
        start("scheduler", *ALONE, "--port", "0", "--no-jupyter", "--scheduler-file", described)
        start("worker", "--scheduler-file", described, *ALONE, "--nthreads", "1", "--no-nanny")
        wait_for(described.exists)
        yield (
            described.read_text(encoding="utf-8").partition("tcp://")[2].partition('"')[0],
            started,
        )
    finally:
        for process in started:
            process.kill()
            process.wait()


def wait_for(condition: object) -> None:
    patience = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < patience
        time.sleep(0.05)


@pytest.mark.slow
def test_what_a_lost_scheduler_leaves_is_gone_on_with(tmp_path: Path) -> None:
    install(tmp_path / "packages", "slow", SLOW)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "packages")}
    seeds, output = tmp_path / "seeds", tmp_path / "drafts"
    seeds.mkdir()
    for number in range(COUNT):
        (seeds / f"ferry-{number}.txt").write_text(f"Ferry {number} will stop.\n", "utf-8")
    call = [sys.executable, "-m", "generator", "extract", "--extractor", "slow", seeds]
    with cluster(tmp_path, environment) as (address, started):
        run = subprocess.Popen(
            [*call, "-o", output, "--executor", f"dask://{address}"],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_for(lambda: output.is_dir() and sum(1 for _ in output.iterdir()) >= COUNT / 3)
        started[0].kill()
        said = run.communicate(timeout=120)[1]
    assert run.returncode == 1, said
    assert said.splitlines()[-1] == (
        f"The cluster at {address} has gone away. "
        "Run the same command again: what was drafted is kept."
    )
    assert "Traceback" not in said
    kept = len(list(output.iterdir()))
    assert COUNT / 3 <= kept < COUNT
    with cluster(tmp_path, environment) as (address, _):
        again = subprocess.run(
            [*call, "-o", output, "--executor", f"dask://{address}"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert again.returncode == 0, again.stderr
    assert (
        f"Drafted {COUNT - kept} briefings in {output}; {kept} were there already" in again.stderr
    )
    alone = tmp_path / "alone"
    assert not subprocess.run([*call, "-o", alone], env=environment, check=False).returncode
    drafts = [{p.name: p.read_bytes() for p in folder.iterdir()} for folder in (output, alone)]
    assert drafts[0] == drafts[1]
