"""The published site is always whole: the short form of benchmarks/kill.py."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.mark.slow
def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.kill", "--kills", "12", "--briefings", "12"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "missing 0" in run.stdout


WRITER = """
import itertools, sys
from pathlib import Path
from generator.output import replace_file
for at in itertools.count():
    replace_file(Path(sys.argv[1]), b"ab"[at % 2 : at % 2 + 1] * 300_000)
    print(at, flush=True)
"""


@pytest.mark.slow
def test_a_killed_command_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "content" / "storm.yaml"
    for wait in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(wait / 400)
        writer.kill()
        writer.communicate()
        assert path.read_bytes() in (b"a" * 300_000, b"b" * 300_000)
