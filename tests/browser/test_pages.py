"""The built pages in a real browser and in the checker of HTML; needs `npm ci` in this folder."""

from __future__ import annotations

import gzip
import importlib.util
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.render import SiteContent, render

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
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
    "people/mn-lhdd/index.html",
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
    "about/index.html",
    "404.html",
)
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
    return module.load_desk(replace(module.SETTINGS, **settings))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, content in render(_load_desk(base_url=None, search=False)).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_axe_finds_nothing_and_nothing_moves_or_overflows(site: Path) -> None:
    command = ["node", str(HERE / "audit.mjs"), str(CHROMIUM), str(site), *KINDS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["views"] == 5 * len(KINDS)
    assert report["findings"] == []


def test_the_checker_of_html_finds_no_error(site: Path) -> None:
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json"]
    done = subprocess.run([*command, str(site)], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [(m["url"].split("/site")[-1], m["message"]) for m in messages] == []


@pytest.mark.parametrize("page", [kind for kind in KINDS if kind.startswith("briefings/")])
def test_a_briefing_is_light(site: Path, page: str) -> None:
    loaded = (site / page, site / "style.css", site / "icon.svg")
    weight = sum(len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in loaded)
    assert weight <= HEAVIEST_BRIEFING
