"""The work of drafting grows with the length of an article, and with nothing else."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from generator import language
from generator.extract.drafting import draft_article
from generator.ingest import Seed, read
from generator.language import gazetteer
from generator.model import Article
from generator.workers.tasks import Task, draft_one
from generator.yamlio import load_mapping

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "drafting.py"
SHORT, TIMES = 3_000, 6
MORE = 1.05
"""How much more than its share a report may ask for that is TIMES as long."""


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = spec_from_file_location("drafting_benchmark", BENCHMARK)
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def report(benchmark: ModuleType, words: int) -> Article:
    paths = sorted(benchmark.HERE.glob("examples/*/seeds/**/*.*"))
    sentences = list(benchmark.sentences_of(paths, benchmark.HERE))
    text = benchmark.article(sentences, words, random.Random(1))
    return read(Seed("report.md", text.encode(), ".md"), load_mapping)[0]


def calls(work: Callable[[], Any]) -> int:
    """Return how many functions a piece of work calls: a clock that no other process disturbs."""
    counted = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.model
@pytest.mark.slow
def test_the_rules_take_work_by_the_length_of_a_report(benchmark: ModuleType) -> None:
    places = gazetteer.load()
    short, long = (language.read(report(benchmark, words)) for words in (SHORT, SHORT * TIMES))
    draft_article(language.read(report(benchmark, SHORT)), places)  # what is loaded but once
    few = calls(lambda: draft_article(short, places))
    many = calls(lambda: draft_article(long, places))
    length = len(long.text.split()) / len(short.text.split())
    assert many < few * length * MORE


@pytest.mark.model
def test_a_note_of_twenty_words_is_drafted() -> None:
    note = (
        "Bergen's harbour will close on Monday, Mayor Ann Ode said. "
        "It is unclear whether ferries will run on Tuesday morning.\n"
    )
    task = Task("note", seeds=(Seed("note", note.encode(), "txt"),))
    draft = draft_one(task).briefing
    assert draft
    assert "Ann Ode" in {who.name for who in draft.who}
    assert draft.open_questions
