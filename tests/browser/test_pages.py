"""The built pages in a real browser and in the checker of HTML; needs `npm ci` in this folder."""

from __future__ import annotations

import gzip
import importlib.util
import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from chromium import CHROMIUM, MODULES
from desk import Desk

from generator.render import SiteContent, render

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "desk"
VOTE = "briefings/2026-03-02-mombasa-strike-vote/"
KINDS = (
    "index.html",
    "briefings/index.html",
    "briefings/page/2/index.html",
    "briefings/harbour-strike/index.html",
    "briefings/aller-floods/index.html",
    "briefings/clinic/index.html",
    "briefings/short/index.html",
    "briefings/old-claim/index.html",
    "people/index.html",
    "people/mara-lindqvist/index.html",
    "people/mn-lhdd-05f64ed8/index.html",
    "organisations/index.html",
    "organisations/port-of-halm/index.html",
    "countries/norland/index.html",
    "groups/residents-of-the-lower-streets/index.html",
    "places/index.html",
    "places/halm-lock/index.html",
    "timeline/index.html",
    "questions/index.html",
    "questions/answered/index.html",
    "questions/kind-disputed/index.html",
    "quotes/index.html",
    "sources/index.html",
    "search/index.html",
    "search/letter-a/index.html",
    "about/index.html",
    "404.html",
)
LISTS = (
    "people/index.html",
    "people/mara-lindqvist/index.html",
    "places/index.html",
    "questions/index.html",
    "sources/index.html",
)
ARRIVING = (
    "index.html",
    "briefings/index.html",
    "briefings/harbour-strike/index.html",
    "people/index.html",
    "people/mara-lindqvist/index.html",
    "places/index.html",
    "timeline/index.html",
    "questions/index.html",
    "search/letter-a/index.html",
)
STILL = 0.005
"""How far things may move while a page arrives, of 0.1 that counts as good."""
HEAVIEST_BRIEFING = 30_000
"""Bytes of a briefing page with all that it loads, compressed."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CHROMIUM and MODULES.is_dir()),
        reason="needs Chromium, and `npm ci` in tests/browser",
    ),
]


def _load_desk(**settings: object) -> SiteContent:
    spec = importlib.util.spec_from_file_location("desk", HERE.parent / "golden" / "conftest.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.load_desk(module.SETTINGS._replace(**settings))


def _write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = render(_load_desk(base_url=None, search=False))
    return _write(tmp_path_factory.mktemp("site"), files)


def _audit(site: Path, pages: Sequence[str]) -> list[object]:
    """Return what `audit.mjs` finds wrong with some pages."""
    command = ["node", str(HERE / "audit.mjs"), str(CHROMIUM), str(site), *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["views"] == 5 * len(pages)
    return list(report["findings"])


def test_axe_finds_nothing_and_nothing_moves_overflows_or_breaks(site: Path) -> None:
    assert _audit(site, KINDS) == []


def test_what_is_there_stays_in_its_place_while_a_page_arrives(site: Path) -> None:
    command = ["node", str(HERE / "pieces.mjs"), str(CHROMIUM), str(site), *ARRIVING]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shifts = json.loads(done.stdout)
    assert len(shifts) == 2 * len(ARRIVING)
    assert [one for one in shifts if one[2] > STILL] == []


@pytest.mark.parametrize("language", ["de", "ar"])
def test_lists_have_room_for_the_words_of_other_languages(language: str, tmp_path: Path) -> None:
    site = _write(tmp_path, render(_load_desk(base_url=None, search=False, language=language)))
    assert _audit(site, LISTS) == []


@pytest.mark.parametrize("name", ["site", "example"])
def test_the_checker_of_html_finds_no_error(name: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(name)
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json"]
    done = subprocess.run([*command, str(site)], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [(m["url"].split("/site")[-1], m["message"]) for m in messages] == []


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second example."""
    root = tmp_path_factory.mktemp("desk")
    for name in ("seeds", "content"):
        shutil.copytree(EXAMPLE / name, root / name)
    assert Desk(root).run("build").exit_code == 0
    return root / "site"


def test_axe_finds_nothing_in_the_briefings_of_the_example(example: Path) -> None:
    pages = sorted(
        p.relative_to(example).as_posix() for p in example.glob("briefings/*/index.html")
    )
    assert len(pages) == 10
    assert _audit(example, pages) == []


@pytest.fixture(scope="module")
def seen(example: Path) -> dict[str, Any]:
    """What a reader meets on that site, served; see `use.mjs`."""
    paths = example.glob("briefings/2026*/briefing.yaml")
    briefings = sorted(f"briefings/{path.parent.name}/" for path in paths)
    command = ["node", str(HERE / "use.mjs"), str(CHROMIUM), str(example), VOTE, *briefings]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_the_first_visit_is_light_still_and_without_script(seen: dict[str, Any]) -> None:
    first = seen["first"]
    assert first["requests"] == [VOTE, "style.css", "icon.svg"]
    assert first["bytes"] <= HEAVIEST_BRIEFING
    assert (first["scripts"], first["shift"], first["isPicture"]) == (0, 0, False)
    assert first["largest"] in {"H1", "P"}


def test_the_keyboard_reaches_everything_and_sees_where_it_is(seen: dict[str, Any]) -> None:
    assert seen["skip"]["href"] == "#main"
    assert seen["skip"]["visible"]
    assert seen["afterSkip"]
    assert [stop for stop in seen["stops"] if not (stop["visible"] and stop["ring"])] == []
    assert len(seen["stops"]) == seen["reachable"]
    assert {"People", "Search"} <= {stop["text"] for stop in seen["stops"]}


def test_the_keyboard_folds_evidence_out_and_in(seen: dict[str, Any]) -> None:
    assert seen["opened"]
    assert seen["shut"]
    assert seen["complaints"] == []


def test_search_works_by_keyboard(seen: dict[str, Any]) -> None:
    assert seen["queryReached"]
    titles = [title for title, _ in seen["results"]]
    assert "Mombasa" in titles[:3]
    assert "Mombasa dockworkers vote to strike over driverless cranes" in titles
    assert seen["found"] == f"{seen['all']} found"
    assert seen["all"] > len(titles)
    assert seen["marked"]
    assert all(address.startswith(seen["root"]) for _, address in seen["results"])
    assert seen["arrived"] == [seen["results"][0][1].removeprefix(seen["root"]), titles[0]]
    assert seen["nothing"] == "Nothing found."


def test_search_can_be_narrowed(seen: dict[str, Any]) -> None:
    choices = {key: values for key, hidden, values in seen["choices"] if not hidden}
    assert set(choices) == {"person", "place", "date", "status"}
    assert "Elcira Muñoz" in choices["person"]
    assert "Dar es Salaam" in choices["place"]
    assert "2026-03" in choices["date"]
    assert set(choices["status"]) == {"", "Draft", "Reviewed", "Published"}
    assert seen["foundWithin"] == "Nothing found."


def test_search_asks_nobody_else_and_keeps_to_the_policy(seen: dict[str, Any]) -> None:
    assert seen["elsewhere"] == []
    assert seen["searchComplaints"] == []


def test_axe_finds_nothing_where_search_has_answered(seen: dict[str, Any]) -> None:
    assert seen["searchFindings"] == []


def test_all_but_search_works_without_script(seen: dict[str, Any]) -> None:
    assert seen["plain"] == {"form": False, "says": True, "index": True, "evidence": True}


def test_a_briefing_prints_on_two_pages_with_its_evidence_as_notes(seen: dict[str, Any]) -> None:
    assert len(seen["paper"]) == 9
    for path, paper in seen["paper"].items():
        assert paper["pages"] <= 2, path
        assert all(paper["notes"]), path
        assert set(paper["numbers"]) == set(range(1, len(paper["notes"]) + 1)), path
        assert paper["drawers"] == 0, path


@pytest.mark.parametrize("page", [kind for kind in KINDS if kind.startswith("briefings/")])
def test_a_briefing_is_light(site: Path, page: str) -> None:
    loaded = (site / page, site / "style.css", site / "icon.svg")
    weight = sum(len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in loaded)
    assert weight <= HEAVIEST_BRIEFING
