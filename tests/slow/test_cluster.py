"""Articles drafted by workers that are killed: the short form of benchmarks/scale.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "scale.py"


@pytest.mark.model
@pytest.mark.slow
def test_a_killed_worker_loses_nothing_and_changes_nothing(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, SCRIPT, "--articles", "150", "--words", "90"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.count("Drafted 150 briefings") == 3
    assert "\nthe same bytes" in run.stdout
