"""Workers die, of themselves or of an article: nothing else is lost, and the order is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from faulty import tasks, work

from generator.workers.crew import Crew, draft_all
from generator.workers.tasks import Drafted, Task

TWO = Crew(jobs=2)


def drafted(given: list[Task], crew: Crew = TWO) -> dict[str, Drafted]:
    results = list(draft_all(given, work, crew))
    assert [task for task, _ in results] == given
    return {task.name: result for task, result in results}


@pytest.mark.slow
def test_a_dead_workers_batch_is_drafted_again(tmp_path: Path) -> None:
    given = tasks(40, a25=f"die-once {tmp_path / 'mark'}".encode())
    assert all(result.text for result in drafted(given).values())


@pytest.mark.slow
@pytest.mark.parametrize("poisonous", [("a0",), ("a39",), ("a17", "a18", "a31")])
def test_an_article_that_kills_its_workers_is_named_and_left_out(poisonous: tuple[str]) -> None:
    results = drafted(tasks(40, **dict.fromkeys(poisonous, b"die")))
    assert {name for name, result in results.items() if not result.text} == set(poisonous)
    for name in poisonous:
        (problem,) = results[name].problems
        assert problem.at
        assert problem.at.path == name
        assert "ended without a word on this article, 2 times" in str(problem)


@pytest.mark.slow
def test_on_a_dask_cluster_too() -> None:
    results = drafted(tasks(12, a5=b"die", a7=b"fail"), Crew("dask", 2))
    assert {name for name, result in results.items() if not result.text} == {"a5", "a7"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_of_the_program_on_one_article_holds_up_no_other(jobs: int) -> None:
    results = drafted(tasks(9, a4=b"fail"), Crew(jobs=jobs))
    (problem,) = results.pop("a4").problems
    assert "ZeroDivisionError" in problem.what
    assert "mistake of the program" in problem.fix
    assert all(result.text for result in results.values())


def test_a_mistake_of_the_program_on_a_lone_article_is_shown_in_full() -> None:
    with pytest.raises(ZeroDivisionError):
        drafted(tasks(1, a0=b"fail"))


def test_articles_are_taken_from_a_stream_as_they_are_drafted() -> None:
    taken = 0

    def stream() -> object:
        nonlocal taken
        for task in tasks(10_000):
            taken += 1
            yield task

    results = draft_all(stream(), work, TWO)  # type: ignore[arg-type]
    for _ in range(500):
        next(results)
    assert taken < 600
    results.close()
