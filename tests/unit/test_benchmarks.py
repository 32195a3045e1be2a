"""The invented briefings that generators are measured with are sound, and the same everywhere."""

import hashlib
import json
from itertools import islice
from pathlib import Path

import pytest
import yaml
from desk import Desk

from benchmarks.newsroom import PEOPLE, PLACES, SOURCE, make_briefings, make_cast, wire
from benchmarks.sources import briefing_sources, front_matter, markdown_sources, write_files
from generator.model import SECTIONS, Briefing
from generator.yamlio import load_briefing

COUNT = 40


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return dict(briefing_sources(make_briefings(COUNT)))


@pytest.fixture(scope="module")
def briefings(sources: dict[str, str]) -> list[Briefing]:
    return [
        load_briefing(text, path)
        for path, text in sources.items()
        if path.startswith("content/briefings/")
    ]


def test_as_many_briefings_as_asked_for_are_made(briefings: list[Briefing]) -> None:
    assert len({briefing.id for briefing in briefings}) == COUNT


def test_a_seed_makes_the_same_briefings_on_any_machine() -> None:
    digest = hashlib.sha256(json.dumps(list(make_briefings(COUNT))).encode()).hexdigest()
    assert digest[:16] == "1621e8090c183f3c"


def test_another_seed_makes_others() -> None:
    assert next(make_briefings(1, seed=2)) != next(make_briefings(1, seed=1))


def test_a_larger_newsroom_begins_with_the_smaller_one() -> None:
    assert list(islice(make_briefings(1000), 3)) == list(make_briefings(3))


def test_a_briefing_has_the_size_of_real_ones(sources: dict[str, str]) -> None:
    sizes = [len(text.encode()) for path, text in sources.items() if "/briefings/" in path]
    notes = [len(briefing["notes"].encode()) for briefing in make_briefings(COUNT)]
    assert 4000 < sum(sizes) / COUNT < 5000
    assert 900 < sum(notes) / COUNT < 1200


def test_every_section_but_reasons_has_items(briefings: list[Briefing]) -> None:
    for section in set(SECTIONS) - {"why", "how"}:
        assert all(getattr(briefing, section) for briefing in briefings)


def test_names_are_told_apart_by_their_ids() -> None:
    cast = make_cast()
    assert len({person["id"] for person in cast.people}) == PEOPLE
    assert len({place["id"] for place in cast.places}) == PLACES


def test_the_source_holds_every_quotation(briefings: list[Briefing]) -> None:
    assert all(quote.text in wire() for briefing in briefings for quote in briefing.quotes)


def test_a_site_of_invented_briefings_has_no_problem_and_earns_no_advice(
    sources: dict[str, str], tmp_path: Path
) -> None:
    write_files(tmp_path, sources.items())
    result = Desk(tmp_path).run("build")
    assert (result.exit_code, "warning" in result.stderr) == (0, False)


def test_markdown_holds_what_the_briefing_says() -> None:
    briefing = next(make_briefings(1))
    ((path, text),) = markdown_sources([briefing])
    head, _, body = text.removeprefix("---\n").partition("---\n\n")
    fields = yaml.safe_load(head)
    assert path == f"content/briefings/{briefing['id']}.md"
    assert body == briefing["notes"]
    assert fields == front_matter(briefing)
    assert [one["statement"] for one in fields["what"]] == [
        one["statement"] for one in briefing["what"]
    ]
    assert {one["speaker"] for one in fields["quotes"]} <= set(fields["people"])
    assert SOURCE not in text
