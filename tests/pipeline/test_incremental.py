"""A build makes anew what has changed and what shows it, and no more."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from publishing import tree

from generator.pipeline import drafting

BRIEFING = """\
title: {title}
status: reviewed
sources:
  - {{file: articles/wire.txt, published: {day}}}
who:
  - {{id: p, name: {who}, kind: person, by: editor}}
what:
  - {{statement: {title}., actor: p, by: editor}}
open_questions:
  - {{question: "{question}", by: editor}}
"""
FERRY = "content/briefings/ferry.yaml"
CACHE = ".cache/build.sqlite"


def briefing(title: str, who: str, day: str = "2026-03-01", question: str = "Why?") -> str:
    return BRIEFING.format(title=title, who=who, day=day, question=question)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "desk")
    desk.write("content/site.yaml", "title: Desk\nsearch: false\n")
    desk.write("articles/wire.txt", "Something happened.\n")
    desk.write(FERRY, briefing("The ferry stops", "Ana Ruiz"))
    desk.write("content/briefings/strike.yaml", briefing("The dockers strike", "Bo Lind"))
    assert desk.run("build").exit_code == 0
    return desk


def changed(desk: Desk, *options: str) -> set[str]:
    """Return the paths of the files that a build has changed, added or removed."""
    before = desk.site()
    result = desk.run("build", *options)
    assert result.exit_code == 0, result.output
    return {path for path, _ in before.items() ^ desk.site().items()}


def rebuilt(desk: Desk) -> dict[str, bytes]:
    """Return the site that a build from nothing makes."""
    copy = Desk(desk.root.with_name("copy"))
    shutil.rmtree(copy.root, ignore_errors=True)
    shutil.copytree(desk.root, copy.root, ignore=shutil.ignore_patterns("site", ".cache"))
    assert copy.run("build").exit_code == 0
    return copy.site()


def test_an_edit_changes_what_shows_it_and_no_more(desk: Desk) -> None:
    desk.change(FERRY, "Ana Ruiz", "Ada Roth")
    paths = changed(desk)
    own = {"people/ana-ruiz/index.html", "people/ada-roth/index.html", "people/index.html"}
    assert own | {"briefings/ferry/index.html", "data/who.csv", "search/index.html"} <= paths
    assert not {path for path in paths if "strike" in path or "bo-lind" in path}
    assert not paths & {"briefings/index.html", "timeline/index.html", "sources/index.html"}
    assert desk.site() == rebuilt(desk)


def test_what_is_not_made_anew_is_the_same_file_on_disk(desk: Desk) -> None:
    page = desk.root / "site/briefings/strike/index.html"
    before = page.stat().st_ino
    for title in ("sails", "sinks", "stops", "floats"):
        desk.write(FERRY, briefing(f"The ferry {title}", "Ana Ruiz"))
        assert "briefings/ferry/index.html" in changed(desk)
        assert page.stat().st_ino == before
        assert desk.site() == rebuilt(desk)


def test_an_answer_shows_the_title_of_the_briefing_that_gives_it(desk: Desk) -> None:
    answered = 'question: "Why?", status: answered, answer: So., answered_by: strike'
    desk.change(FERRY, 'question: "Why?"', answered)
    changed(desk)
    assert "The dockers strike" in desk.read("site/briefings/ferry/index.html")
    desk.change("content/briefings/strike.yaml", "title: The dockers strike", "title: No work")
    assert "briefings/ferry/index.html" in changed(desk)
    assert "No work" in desk.read("site/briefings/ferry/index.html")
    assert desk.site() == rebuilt(desk)


@pytest.mark.parametrize(
    "asking",
    [
        "{% for one in entity.statements %}{{ one.text }}{% endfor %}",
        "{% for one in columns[0].front %}{{ one.text }}{% endfor %}",
        "{% set part = 'state' ~ 'ments' %}{% for one in entity[part] %}{{ one.text }}{% endfor %}",
        "{{ (entity|attr('state' ~ 'ments'))|map(attribute='te' ~ 'xt')|join }}",
    ],
)
def test_a_template_gets_what_it_asks_for(desk: Desk, asking: str) -> None:
    for name in ("home.html", "entity.html"):
        desk.write(f"templates/{name}", "{{ page.path }}\n")
    changed(desk)
    with sqlite3.connect(desk.root / CACHE) as base:
        values = b"".join(value for (value,) in base.execute("SELECT value FROM rows"))
    assert b"The ferry stops." not in values  # the statement, not the title: nothing shows it
    desk.write("templates/entity.html", asking)
    changed(desk)
    assert desk.site() == rebuilt(desk)
    assert desk.site()["people/ana-ruiz/index.html"] == b"The ferry stops."


def test_a_template_changes_the_pages_that_use_it(desk: Desk) -> None:
    theme = Path(__file__).parents[2] / "templates"
    text = (theme / "lists.html").read_text("utf-8").replace('<li class="row"', '<li class="line"')
    desk.write("templates/lists.html", text)
    paths = changed(desk)
    assert {"index.html", "briefings/index.html", "questions/index.html"} <= paths
    assert "briefings/ferry/index.html" not in paths
    (desk.root / "templates/lists.html").unlink()
    assert changed(desk) == paths


def test_a_file_that_is_only_touched_changes_nothing(desk: Desk) -> None:
    os.utime(desk.root / FERRY, (1, 1))
    result = desk.run("build", "--explain")
    assert "as they were" in result.stderr
    assert "nothing has changed" in result.stderr


@pytest.mark.parametrize("many", [0, 2000], ids=["by two processes", "by one"])
def test_that_nothing_is_to_do_is_seen_at_a_glance(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    for module in ("pipeline.ground", "survey"):
        monkeypatch.setattr(f"generator.{module}.MANY", many)
    monkeypatch.setattr("generator.survey.TICK", -1)  # no file is too new to be believed
    text = briefing("It stops", "Ana Ruiz").replace("reviewed", "published")
    for number in range(70):  # copies of so many are put in place together
        desk.write(f"content/briefings/b{number * 7919}.yaml", text)
    desk.write("templates/passing/part.html", "")
    assert changed(desk)
    shutil.rmtree(desk.root / "templates/passing")  # a folder that is no more
    changed(desk)
    monkeypatch.delattr("generator.pipeline.ground.View.read")
    assert not changed(desk)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_large_site_has_its_spare_and_copies_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    for module in ("finishing", "tree"):
        monkeypatch.setattr(f"generator.pipeline.{module}.MANY", 1)
    text = briefing("It stops", "Ana Ruiz").replace("reviewed", "published")
    for number in range(40):  # enough for another process
        desk.write(f"content/briefings/b{number}.yaml", text)
    assert changed(desk, "--clean", "--jobs", jobs)
    site, spare = desk.root / "site", desk.root / ".cache/spare"
    assert tree(spare) == tree(site)
    assert all((spare / path).samefile(site / path) for path in tree(site))
    kept = sorted((desk.root / "content/.published").iterdir())
    assert [one.read_text() for one in kept] == [text] * 40
    desk.change("content/briefings/b7.yaml", "It stops", "It sails")
    assert "briefings/b7/index.html" in changed(desk)
    assert desk.site() == rebuilt(desk)


def test_an_edit_of_the_same_size_and_time_is_seen(desk: Desk) -> None:
    """As long as the file was changed so shortly before the build that its time cannot tell."""
    soon = time.time_ns() + 10**12  # however slow the machine, a build is never long after it
    os.utime(desk.root / FERRY, ns=(soon, soon))
    desk.run("build")
    desk.change(FERRY, "The ferry stops", "The ferry sails")
    os.utime(desk.root / FERRY, ns=(soon, soon))
    assert "briefings/ferry/index.html" in changed(desk)


def test_the_last_of_a_feed_goes_when_its_briefing_does(desk: Desk) -> None:
    (desk.root / "content/briefings/strike.yaml").unlink()
    assert "feed.atom" in changed(desk)
    assert desk.site() == rebuilt(desk)


def test_settings_saved_while_a_build_drafts_are_seen_by_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = drafting.draft_new

    def draft_slowly(*given: Any) -> Any:
        desk.write("content/site.yaml", "title: Harbour desk\nsearch: false\n")
        return drafts(*given)

    monkeypatch.setattr(drafting, "draft_new", draft_slowly)
    desk.write("seeds/storm.txt", "A storm closed the harbour on Monday.\n")
    changed(desk)
    assert b"Harbour desk" not in desk.site()["index.html"]
    assert "index.html" in changed(desk)
    assert desk.site() == rebuilt(desk)


def test_it_is_told_what_was_made_anew_and_why(desk: Desk) -> None:
    desk.change(FERRY, "title: The ferry stops", "title: No ferry")
    (desk.root / "content/briefings/strike.yaml").unlink()
    said = desk.run("build", "--explain").stderr
    assert "briefings/ferry: its file has changed." in said
    assert "briefings/strike: its file is gone." in said
    desk.change("content/site.yaml", "title: Desk", "title: Other desk")
    assert "briefings/ferry: the settings, " in desk.run("build", "--explain").stderr


def test_warnings_are_repeated_until_they_are_mended(desk: Desk) -> None:
    desk.change(FERRY, "articles/wire.txt", "articles/lost.txt")
    said = [desk.run("build").stderr for _ in range(3)]
    assert all("articles/lost.txt cannot be read" in text for text in said)
    assert desk.run("build", "--strict").exit_code == 1
    desk.write("articles/lost.txt", "Something else.\n")
    assert "cannot be read" not in desk.run("build").stderr


def damage_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:-4096] = b"\xa5" * len(content[4096:-4096])
    path.write_bytes(content)


def damage_values(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("UPDATE rows SET value = x'80' WHERE length(value) > 0")
        base.execute("UPDATE facts SET fact = x'00' WHERE name = 'files'")
    base.close()


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 1")
        base.execute("CREATE TABLE songs (title)")
    base.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"no database"),
        lambda path: path.write_bytes(path.read_bytes()[:10_000]),
        damage_middle,
        damage_values,
        foreign,
    ],
    ids=["text", "cut", "overwritten", "values", "foreign"],
)
def test_a_damaged_cache_is_begun_anew_with_a_word(desk: Desk, damage: object) -> None:
    assert callable(damage)
    damage(desk.root / CACHE)
    desk.change(FERRY, "Ana Ruiz", "Ada Roth")
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert "everything is built anew" in result.stderr
    assert desk.site() == rebuilt(desk)
    assert "as they were" in desk.run("build").stderr


def test_a_cache_that_is_not_of_this_site_is_not_believed(desk: Desk) -> None:
    """As after a build that was killed when the site was swapped in and the cache not yet kept."""
    old = (desk.root / CACHE).read_bytes()
    desk.change(FERRY, "Ana Ruiz", "Ada Roth")
    desk.run("build")
    desk.write(CACHE, old)
    desk.run("build")
    assert desk.site() == rebuilt(desk)
    desk.write(CACHE, old)
    desk.change(FERRY, "Ada Roth", "Ana Ruiz")
    desk.run("build")
    assert desk.site() == rebuilt(desk)


def test_what_is_taken_from_the_site_by_hand_comes_back(desk: Desk) -> None:
    before = desk.site()
    (desk.root / "site/style.css").unlink()
    desk.write("site/extra.html", "<p>More")
    desk.run("build")
    assert desk.site() == before


@pytest.mark.parametrize("harm", ["gone", "without its marker", "with a marker of another site"])
def test_a_spare_that_is_not_what_it_was_is_made_anew(desk: Desk, harm: str) -> None:
    for title in ("sails", "sinks"):
        desk.write(FERRY, briefing(f"The ferry {title}", "Ana Ruiz"))
        desk.run("build")
    spare = desk.root / ".cache/spare"
    assert spare.is_dir()
    if harm == "gone":
        shutil.rmtree(spare)
    elif harm == "without its marker":
        (spare / ".briefings").unlink()
        (spare / "index.html").unlink()
    else:
        marker = (spare / ".briefings").read_text().replace("0", "1")
        (spare / ".briefings").unlink()
        (spare / ".briefings").write_text(marker)
    desk.write(FERRY, briefing("The ferry floats", "Ana Ruiz"))
    desk.run("build")
    assert desk.site() == rebuilt(desk)


def test_the_whole_cache_may_be_deleted(desk: Desk) -> None:
    inode = (desk.root / "site/style.css").stat().st_ino
    shutil.rmtree(desk.root / ".cache")
    assert "as they were" in desk.run("build").stderr
    assert (desk.root / "site/style.css").stat().st_ino == inode


def test_two_files_of_one_path_are_refused(desk: Desk) -> None:
    before = desk.site()
    desk.write("templates/static/briefings/ferry/index.html", "<p>Mine")
    result = desk.run("build")
    assert result.exit_code == 1
    assert "Two files of the site would lie at briefings/ferry/index.html" in result.stderr
    assert desk.site() == before


@pytest.mark.parametrize("name", ["Briefings/ferry/INDEX.html", "briefings/ferry", "style.css/a"])
def test_two_files_of_one_address_are_refused(desk: Desk, name: str) -> None:
    before = desk.site()
    desk.write(f"templates/static/{name}", "<p>Mine")
    result = desk.run("build")
    assert result.exit_code == 1
    assert "same address" in result.stderr
    assert desk.site() == before


def test_a_briefing_may_take_over_an_address_that_another_gives_up(desk: Desk) -> None:
    desk.write(FERRY, briefing("The ferry stops", "Ana Ruiz") + "aliases: [boat]\n")
    desk.run("build")
    desk.write(FERRY, briefing("The ferry stops", "Ana Ruiz"))
    strike = briefing("The dockers strike", "Bo Lind") + "aliases: [boat]\n"
    desk.write("content/briefings/strike.yaml", strike)
    assert "briefings/boat/index.html" in changed(desk)
    assert desk.site() == rebuilt(desk)


def test_a_site_that_cannot_be_written_stays_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Refused here rather than by the folder's mode, which does not stop root.
    really_open = os.open

    def refuse(path: str, flags: int, *rest: Any, **named: Any) -> int:
        if flags & os.O_CREAT and "site.staged" in os.fspath(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return really_open(path, flags, *rest, **named)

    before = desk.site()
    desk.change(FERRY, "Ana Ruiz", "Ada Roth")
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        result = desk.run("build")
    assert result.exit_code == 1
    assert "permission denied" in result.stderr.lower()
    assert desk.site() == before
