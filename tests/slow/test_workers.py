"""Drafting in several processes, with the trained model."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from desk import Desk

from generator.workers.crew import PAYS_FROM

ARTICLE = """The port of {place} will close on {day}, Mayor Ann Ode said on Friday.

It is unclear whether the grain will be shipped. The union has not responded to the offer.
"""
PLACES = ("Odessa", "Bergen", "Genoa", "Santos", "Durban", "Busan", "Lagos", "Boston")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write("content/site.yaml", "title: Ports\ndrafts: true\n")
    for place in PLACES:
        desk.write(f"seeds/{place.lower()}.txt", ARTICLE.format(place=place, day="Monday"))
    return desk


def processes_of(session: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,sess="], capture_output=True, text=True, check=True)
    rows = (line.split() for line in listed.stdout.splitlines())
    return [int(pid) for pid, owner in rows if int(owner) == session]


@pytest.mark.model
@pytest.mark.slow
def test_the_number_of_processes_changes_nothing(desk: Desk) -> None:
    assert len(PLACES) >= 2 * PAYS_FROM
    folders = {jobs: desk.root / f"drafts-{jobs}" for jobs in ("1", "2")}
    for jobs, folder in folders.items():
        result = desk.run("extract", str(desk.root / "seeds"), "-o", str(folder), "--jobs", jobs)
        assert result.exit_code == 0, result.output
    one, two = ({p.name: p.read_bytes() for p in f.iterdir()} for f in folders.values())
    assert len(one) == len(PLACES)
    assert one == two


@pytest.mark.model
@pytest.mark.slow
def test_workers_end_with_a_killed_build_and_the_next_one_goes_through(desk: Desk) -> None:
    program = [sys.executable, "-m", "generator", "-C", desk.root, "build", "--jobs", "2"]
    build = subprocess.Popen(program, start_new_session=True, stderr=subprocess.DEVNULL)
    while build.poll() is None and len(processes_of(build.pid)) < 3:
        time.sleep(0.02)
    os.kill(build.pid, signal.SIGKILL)
    build.wait()
    patience = time.monotonic() + 20
    while processes_of(build.pid) and time.monotonic() < patience:
        time.sleep(0.1)
    assert not processes_of(build.pid)
    assert desk.run("build").exit_code == 0
    assert sum(path.startswith("briefings/") for path in desk.site()) >= len(PLACES)
