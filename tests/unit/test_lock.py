"""The lock: one builder at a time, known by name, gone with its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import SiteError
from generator.lock import only_builder

HOLD = """
import sys, time
from pathlib import Path
from generator.lock import only_builder
with only_builder(Path(sys.argv[1]), 0, print):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_builder_is_told_who_holds_the_lock(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    said: list[str] = []
    with (
        pytest.raises(SiteError, match=f"process {holder.pid} on .* has not ended"),
        only_builder(tmp_path, 0.1, said.append),
    ):
        pytest.fail("two builders at once")
    assert len(said) == 1
    assert f"process {holder.pid}" in said[0]


def test_the_lock_of_a_killed_process_is_free(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with only_builder(tmp_path, 0, pytest.fail):
        pass


def test_the_lock_can_be_taken_again(tmp_path: Path) -> None:
    for _ in range(2):
        with only_builder(tmp_path, 0, pytest.fail):
            pass


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with (
        pytest.raises(SiteError, match="lock cannot be opened"),
        only_builder(tmp_path / "nowhere", 0, pytest.fail),
    ):
        pass
