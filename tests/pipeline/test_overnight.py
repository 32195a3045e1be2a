"""The story that README tells: an editor corrects a draft, and the article is updated overnight."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from desk import Desk

from generator.model import Article, Draft
from generator.yamlio import load_briefing

BRIEFING = "content/briefings/lock.yaml"
ARTICLE = "seeds/lock.md"
EVENING = """---
title: Lock gates fail
published: 2026-03-03
license: open
---
The gates of the old lock failed on Monday, the port said.

Three barges are waiting above it.

Repairs may take a week.

The harbour master said that nobody was hurt when the gates gave way.
"""
MORNING = """---
title: Lock gates fail
published: 2026-03-03
license: open
---
A diver has found a second crack.

The gates of the old lock failed on Monday, the port said.

Five barges are waiting above it.

Repairs may take a week.

The harbour master said that nobody was injured when the gates gave way.
"""


def edited_in_the_evening(desk: Desk) -> str:
    """Build, and edit the draft as a person does; return what the file holds then."""
    desk.write(ARTICLE, EVENING)
    assert desk.run("build").exit_code == 0
    return edit(desk)


def edit(desk: Desk) -> str:
    desk.change(BRIEFING, "status: draft", "status: reviewed   # Tuesday evening")
    desk.change(
        BRIEFING,
        "statement: The gates of the old lock failed on Monday, the port said.",
        'statement: "The old lock is shut."  # clearer',
    )
    desk.change(BRIEFING, "statement: Three barges", "statement: At least three barges")
    text = desk.read(BRIEFING)
    start = text.index("  - id: w3")
    text = text[:start] + text[text.index("  - id: w4") :]
    text += (
        "  # our own reading\n  - statement: Nobody was hurt.\n"
        "    evidence: The harbour master said that nobody was hurt when the gates gave way\n\n"
        "notes: |\n  Ring the port.\n"
    )
    desk.write(BRIEFING, text)
    return text


def test_an_article_is_updated_overnight(desk: Desk) -> None:
    evening = edited_in_the_evening(desk)
    assert desk.run("build").exit_code == 0
    assert desk.read(BRIEFING) == evening, "a build writes only what a draft has changed"

    desk.write(ARTICLE, MORNING)
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    text = desk.read(BRIEFING)
    briefing = load_briefing(text, BRIEFING)

    for kept in (
        "status: reviewed   # Tuesday evening\n",
        '    statement: "The old lock is shut."  # clearer\n',
        "  # our own reading\n  - statement: Nobody was hurt.\n",
        "notes: |\n  Ring the port.\n",
    ):
        assert kept in text
    statements = [what.statement for what in briefing.what]
    assert statements[0] == "A diver has found a second crack."
    assert "At least three barges are waiting above it." in statements
    assert not any("Repairs" in statement for statement in statements), "removed for good"
    assert "has 'At least three barges are waiting above it.' for statement here" in result.stderr

    own = next(what for what in briefing.what if what.statement == "Nobody was hurt.")
    assert own.evidence[0].quote.endswith("said that nobody was injured when the gates gave way")

    again = desk.run("build")
    assert again.exit_code == 0
    assert desk.read(BRIEFING) == text, "building again changes nothing"


def test_the_story_in_the_readme_is_this_one(desk: Desk) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    story = readme.partition("### The article was updated overnight")[2].partition(
        "`briefings serve`"
    )[0]
    lines = [line.strip() for line in story.splitlines() if line.startswith("    ")]
    evening, later, morning = [line for line in lines if line.startswith("$ ")]
    told = " ".join(line for line in lines if not line.startswith("$ "))

    desk.write(ARTICLE, EVENING)
    run(desk, evening)
    edited = edit(desk)
    run(desk, later)
    assert desk.read(BRIEFING) == edited
    desk.write(ARTICLE, MORNING)
    assert told in run(desk, morning)


def run(desk: Desk, line: str) -> str:
    """Run a line of the readme; return what it says."""
    program, *arguments = shlex.split(line.removeprefix("$ "), comments=True)
    assert program == "briefings"
    result = desk.run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stderr


def test_evidence_that_the_new_article_denies_is_named_and_the_site_stays(desk: Desk) -> None:
    edited_in_the_evening(desk)
    assert desk.run("build").exit_code == 0
    site = desk.site()
    desk.write(ARTICLE, MORNING.replace("that nobody was injured", "that two men were injured"))
    result = desk.run("build")
    assert result.exit_code == 1
    assert f"quote is not in {ARTICLE} any more." in result.stderr
    assert "The closest passage is" in result.stderr
    assert "Nobody was hurt." in desk.read(BRIEFING)
    assert desk.site() == site


def test_what_is_saved_while_an_article_is_drafted_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(ARTICLE, EVENING)
    desk.run("build")
    extract = sys.modules["generator.extract.drafting"].draft_article

    def extract_slowly(article: Article, places: object) -> Draft:
        desk.change(BRIEFING, "status: draft", "status: reviewed   # saved in the meantime")
        return extract(article, places)

    stand_in = SimpleNamespace(draft_article=extract_slowly)
    monkeypatch.setitem(sys.modules, "generator.extract.drafting", stand_in)
    desk.write(ARTICLE, MORNING)
    assert desk.run("build").exit_code == 0
    text = desk.read(BRIEFING)
    assert "status: reviewed   # saved in the meantime\n" in text
    assert "A diver has found a second crack." in text


def test_a_mistake_saved_while_an_article_is_drafted_holds_up_only_that(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(ARTICLE, EVENING)
    desk.run("build")

    def spoil(article: Article, _: object) -> Draft:
        desk.change(BRIEFING, "status: draft", "status: drafty")
        return Draft(title="Anything")

    stand_in = SimpleNamespace(draft_article=spoil)
    monkeypatch.setitem(sys.modules, "generator.extract.drafting", stand_in)
    desk.write(ARTICLE, MORNING)
    result = desk.run("build")
    assert result.exit_code == 1
    assert "status is 'drafty'. Did you mean 'draft'?" in result.stderr
    assert "status: drafty" in desk.read(BRIEFING)


def test_a_conflict_follows_a_briefing_that_is_renamed(desk: Desk) -> None:
    edited_in_the_evening(desk)
    desk.write(ARTICLE, MORNING)
    told = "has 'At least three barges are waiting above it.' for statement here"
    assert told in desk.run("build").stderr
    (kept,) = (desk.root / "content/.conflicts").iterdir()
    head = "# yaml-language-server: $schema=../../schema/conflicts.schema.json"
    assert kept.read_text(encoding="utf-8").splitlines()[0] == head
    (desk.root / BRIEFING).rename(desk.root / "content/briefings/gates.yaml")
    assert told in desk.run("build").stderr
    assert told in desk.run("check").stderr
