"""What generators are measured with is sound: the briefings, and the look at what they make."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from desk import Desk

from benchmarks.contenders import CONTENDERS, edit_source, edit_template
from benchmarks.measuring import CommandError, measure
from benchmarks.newsroom import PEOPLE, PLACES, SOURCE, make_briefings, make_cast, wire
from benchmarks.sources import briefing_sources, front_matter, markdown_sources
from benchmarks.steps import STEPS, timed
from benchmarks.verifying import expect, problems_of
from generator.model import SECTIONS, Briefing
from generator.yamlio import load_briefing

COUNT = 40
SMALL = 8
EXPECTED = expect(make_briefings(SMALL))


@dataclass(frozen=True)
class Built:
    """A site, and what the program said as it built it."""

    site: Path
    result: Result


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
    assert digest[:16] == "0b30139453e929f9"


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


@pytest.fixture(scope="module", params=["briefings", "briefings-plain"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of this program, with its own theme and with the one that is equal to the others'."""
    contender = next(one for one in CONTENDERS if one.name == request.param)
    folder = tmp_path_factory.mktemp("benchmark") / "site"
    contender.prepare(folder, make_briefings(SMALL))
    return Built(folder / contender.output, Desk(folder).run("build"))


def test_a_site_of_invented_briefings_has_no_problem_and_earns_no_advice(built: Built) -> None:
    assert (built.result.exit_code, "warning" in built.result.stderr) == (0, False)


def test_every_page_and_item_is_found(built: Built) -> None:
    assert list(problems_of(built.site, EXPECTED)) == []


def test_a_missing_page_is_told(built: Built) -> None:
    more = expect(make_briefings(SMALL + 1))
    told = list(problems_of(built.site, more))
    assert any(one.startswith("briefings: 1 missing") for one in told)
    assert any(one.startswith("the index: 1 missing") for one in told)


def test_a_page_too_many_is_told(built: Built) -> None:
    told = list(problems_of(built.site, expect(make_briefings(SMALL - 1))))
    assert any(one.startswith("briefings: 0 missing, 1 too many") for one in told)


def test_a_missing_item_is_told(built: Built) -> None:
    (first, *others) = make_briefings(SMALL)
    lost = {**first, "notes": f"{first['notes']}\nA line that no page shows.\n"}
    told = list(problems_of(built.site, expect([lost, *others])))
    assert told == [
        f"1 of {EXPECTED.items + 1} items are missing: "
        f"{first['id']} lacks 'A line that no page shows.'"
    ]


def test_an_edit_changes_the_title_however_often(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("schema: 1\ntitle: Dam repair\nstatus: draft\n", encoding="utf-8")
    edit_source(file, 1)
    edit_source(file, 2)
    assert file.read_text(encoding="utf-8") == (
        "schema: 1\ntitle: Dam repair (edition 2)\nstatus: draft\n"
    )


def test_every_step_of_a_build_that_is_timed_is_taken(tmp_path: Path) -> None:
    for path, text in briefing_sources(make_briefings(3)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    _, times, _ = timed(tmp_path)
    assert [name for name in STEPS if not times[name]] == []


def test_an_edit_marks_the_pages_of_every_template(tmp_path: Path) -> None:
    for contender in CONTENDERS:
        folder = tmp_path / contender.name
        contender.prepare(folder, [])
        edit_template(folder / contender.template, 1)
        edit_template(folder / contender.template, 2)
        text = (folder / contender.template).read_text(encoding="utf-8")
        assert text.count('data-edition="') == text.count('data-edition="2"') == 1


def test_no_list_of_versions_names_where_they_come_from() -> None:
    benchmarks = Path(__file__).parents[2] / "benchmarks"
    locked = json.loads((benchmarks / "package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, one in locked["packages"].items() if "resolved" in one]
    assert "://" not in (benchmarks / "requirements.txt").read_text(encoding="utf-8")


HOLD = "import time; held = bytes(64_000_000).replace(b'\\0', b'1'); time.sleep(0.3)"
"""A program that holds 64 MB for a while."""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_of_children_counts(tmp_path: Path) -> None:
    both = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}], check=True)"
    assert 64 < measure([sys.executable, "-c", both], tmp_path).peak < 200


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="ended with 3:\nno such thing"):
        measure([sys.executable, "-c", "print('no such thing'); exit(3)"], tmp_path)


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
