"""The second example, a desk of nine invented stories: what one article cannot show."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from desk import Desk
from links import broken

EXAMPLE = Path(__file__).parents[2] / "examples" / "desk"
BASE = "https://desk.example/desk/briefings/"
VOTE = "briefings/2026-03-02-mombasa-strike-vote/index.html"
DAM = "briefings/2026-03-05-maule-dam/index.html"
EXTERNAL = re.compile(r'<a [^>]*href="https?://[^>]*>')


def _built(folder: Path, *settings: str) -> dict[str, bytes]:
    for name in ("seeds", "content"):
        shutil.copytree(EXAMPLE / name, folder / name)
    desk = Desk(folder)
    desk.write("content/site.yaml", "\n".join((desk.read("content/site.yaml"), *settings, "")))
    result = desk.run("build", "--strict")
    assert result.exit_code == 0, result.output
    assert "Drafted" not in result.stderr
    return desk.site()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _built(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def under_a_path(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _built(tmp_path_factory.mktemp("desk"), f"base_url: {BASE}", "per_page: 5")


def _text(files: dict[str, bytes], path: str) -> str:
    return files[path].decode()


def test_every_page_says_that_it_is_fiction(files: dict[str, bytes]) -> None:
    pages = {path: page.decode() for path, page in files.items() if path.endswith(".html")}
    assert len(pages) > 100
    assert [path for path, page in pages.items() if "Fiction." not in page] == []


def test_a_later_story_answers_an_earlier_ones_question(files: dict[str, bytes]) -> None:
    question = _text(files, VOTE).partition('id="cranes-ordered"')[2].partition("<details>")[0]
    assert "Have the cranes been ordered?" in question
    assert 'href="../../briefings/2026-03-09-mombasa-strike-suspended/' in question
    answered = _text(files, "questions/answered/index.html")
    assert "Have the cranes been ordered?" in answered
    assert "Union suspends Mombasa port strike" in answered
    assert "Will fuel in Kampala outlast the strike?" in _text(files, "questions/moot/index.html")


def test_an_updated_article_shows_what_changed_and_keeps_the_editors_words(
    files: dict[str, bytes],
) -> None:
    page = _text(files, DAM)
    assert "Since version 1" in page
    assert "11 metres" in page
    assert "chief engineer of the water authority" in page
    assert page.count("edited</i>") >= 3


def test_a_withdrawn_briefing_keeps_its_address_and_nothing_else(files: dict[str, bytes]) -> None:
    page = _text(files, "briefings/2026-03-11-second-volunteer/index.html")
    assert "This briefing has been withdrawn." in page
    assert "no second case" in page
    naming = [p for p, f in files.items() if p.endswith(".html") and b"second-volunteer" in f]
    assert sorted(naming) == ["about/index.html", "corrections/index.html"]


def test_states_of_work_are_told_apart(files: dict[str, bytes]) -> None:
    home = _text(files, "index.html")
    assert ">Draft</b>" in home
    assert "Published</p>" in home
    assert "Reviewed</p>" in home


def test_many_names_of_one_organisation_have_one_page(files: dict[str, bytes]) -> None:
    page = _text(files, "organisations/swahili-gateway-terminals/index.html")
    assert "2 briefings" in page
    assert "Runs the container terminal" in page
    assert "organisations/swahili-gateway/index.html" not in files
    assert "San Elías" in _text(files, "places/index.html")
    assert "-35.66, -71.18" in _text(files, "places/san-elias/index.html")


def test_the_home_page_gives_newest_changed_and_most_mentioned(files: dict[str, bytes]) -> None:
    home = _text(files, "index.html")
    titles = re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", home)
    assert titles[0] == "Safety board clears Cebu dengue vaccine trial to resume"
    assert "Changed, version 2" in home
    assert "Most mentioned" in home
    assert "Upcoming dates" in home


def test_every_link_leads_somewhere(
    files: dict[str, bytes], under_a_path: dict[str, bytes]
) -> None:
    assert broken(files) == []
    assert broken(under_a_path, BASE) == []
    assert "people/page/2/index.html" in under_a_path


def test_links_to_others_open_nothing_of_ours(files: dict[str, bytes]) -> None:
    links = [
        link for f in files.values() for link in EXTERNAL.findall(f.decode("utf-8", "replace"))
    ]
    assert links
    assert [link for link in links if 'rel="noopener' not in link] == []


def test_it_can_be_searched(files: dict[str, bytes]) -> None:
    assert "pagefind/pagefind.js" in files
    assert [path for path in files if path.endswith(".pf_filter")]


def test_it_has_its_drafts_beside_it() -> None:
    drafts = {path.name for path in (EXAMPLE / "content" / ".drafts").glob("*.yaml")}
    briefings = {path.name for path in (EXAMPLE / "content" / "briefings").glob("*.yaml")}
    assert briefings - drafts == {"2026-03-11-second-volunteer.yaml"}
    assert not (EXAMPLE / "content" / ".conflicts").exists()


def test_a_story_of_two_articles_is_one_briefing(files: dict[str, bytes]) -> None:
    page = _text(files, "briefings/2026-03-06-hebble-mill-footbridge/index.html")
    assert "Latest article of" in page
    assert "The Calder Post" in page
    assert "Northern Wire" in page
    assert "When will the bridge reopen?" in page
    assert "Will Calderside Council run a shuttle bus?" not in page, "the newer article tells"
