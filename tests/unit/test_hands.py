"""Work is shared by this process and others, and its results keep their order."""

import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

import pytest

from generator.errors import BriefingError
from generator.pipeline.hands import PAYS_FROM, hands


class Press:
    def warm(self) -> None: ...


class Bench:
    press = Press()


def who_does_it(_: Bench, pieces: Sequence[int]) -> list[tuple[int, int]]:
    time.sleep(0.001 * len(pieces))
    return [(piece, os.getpid()) for piece in pieces]


def fail_at_300(_: Bench, pieces: Sequence[int]) -> Sequence[int]:
    if 300 in pieces:
        raise ValueError(pieces)
    return pieces


def end_helpers(_: Bench, pieces: Sequence[int]) -> Sequence[int]:
    if multiprocessing.parent_process():
        os._exit(1)
    return pieces


def _run(
    jobs: int, work: Callable[..., object], how: str = "do"
) -> subprocess.CompletedProcess[str]:
    """Do work in a process of its own: one with threads, as other tests may leave, forks none."""
    command = [sys.executable, __file__, str(jobs), work.__name__, how]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("jobs", [2, 3])
def test_this_process_works_beside_one_fewer_than_there_may_be(jobs: int) -> None:
    here, done, again = json.loads(_run(jobs, who_does_it).stdout)
    assert [piece for piece, _ in done] == list(range(400))
    assert [piece for piece, _ in again] == list(range(100))
    workers = [pid for _, pid in done]
    assert workers.count(here) > PAYS_FROM
    assert len(set(workers)) == jobs


def test_little_work_is_worth_no_process() -> None:
    with hands(Bench(), 2) as crew:
        done = list(crew.do(who_does_it, range(PAYS_FROM - 1)))
    assert {pid for _, pid in done} == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_in_any_process_is_raised(jobs: int) -> None:
    with hands(Bench(), jobs) as crew, pytest.raises(ValueError, match="300"):
        list(crew.do(fail_at_300, range(400)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_another_process_can_be_asked_to_do_work_meanwhile(jobs: int) -> None:
    here, asked, done = json.loads(_run(jobs, who_does_it, "ask").stdout)
    assert [piece for piece, _ in asked] == list(range(100))
    assert {pid == here for _, pid in asked} == {jobs == 1}
    assert [piece for piece, _ in done] == list(range(400))


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    told = _run(2, end_helpers)
    assert (told.returncode, told.stdout) == (1, "")
    assert "ended from outside" in told.stderr


if __name__ == "__main__":
    try:
        with hands(Bench(), int(sys.argv[1])) as those:
            asked = globals()[sys.argv[2]]
            if sys.argv[3] == "do":
                shared = [list(those.do(asked, range(pieces))) for pieces in (400, 100)]
            else:
                list(those.do(asked, range(PAYS_FROM)))
                meanwhile = those.ask(asked, range(100))
                done = list(those.do(asked, range(400)))
                shared = [meanwhile(), done]
    except BriefingError as error:
        sys.exit(str(error))
    print(json.dumps([os.getpid(), *shared]))
