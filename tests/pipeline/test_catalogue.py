"""What editors have fixed in `entities.yaml` holds for the next draft of a briefing too."""

from __future__ import annotations

import re
import sys
from types import SimpleNamespace

import pytest
from desk import Desk

from generator.merge.provenance import provenance
from generator.model import Article, Briefing, Draft, Evidence, What, Where, Who
from generator.yamlio import load_briefing, unused_slug

BRIEFING = "content/briefings/lock.yaml"
CATALOGUE = "content/entities.yaml"
ARTICLE = """---
title: Lock gates fail
license: open
---
Ana Ruiz spoke at Veldt Quay.

Minister Ruiz left with Lena Okafor, a Day Late said nobody.
"""
ENTITIES = """entities:
  - name: Ana Ruiz Vega
    spellings: [Ana Ruiz, Minister Ruiz]
  - {name: Day Late, not: true}
  - {name: Veldt Quay, kind: site, country: PH, lat: 10.5, lon: 123.5}
"""
NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")


def named_actors(article: Article, _: object) -> Draft:
    """Draft an actor from every two words with capitals, and a place from a quay."""
    found = list(NAME.finditer(article.text))
    who = [
        Who(id=unused_slug(m[0], ()), name=m[0], kind="person", evidence=(_evidence(m),))
        for m in found
        if "Quay" not in m[0]
    ]
    where = [Where(id="quay", name=m[0], evidence=(_evidence(m),)) for m in found if "Quay" in m[0]]
    what = [
        What(id=f"w{at}", statement=f"{w.name} spoke.", actor=w.id, evidence=w.evidence)
        for at, w in enumerate(who, 1)
    ]
    return Draft(title="Lock gates fail", who=tuple(who), where=tuple(where), what=tuple(what))


def _evidence(match: re.Match[str]) -> Evidence:
    return Evidence(quote=match[0], sentence=0, start=match.start(), end=match.end())


@pytest.fixture
def drafted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk with a draft that was made before there was a catalogue."""
    stand_in = SimpleNamespace(draft_article=named_actors)
    monkeypatch.setitem(sys.modules, "generator.extract.drafting", stand_in)
    desk.write("seeds/lock.md", ARTICLE)
    assert desk.run("build").exit_code == 0
    desk.write(CATALOGUE, ENTITIES)
    return desk


def briefing(desk: Desk) -> Briefing:
    return load_briefing(desk.read(BRIEFING), BRIEFING)


def test_the_next_draft_bears_the_names_that_editors_chose(drafted: Desk) -> None:
    assert [who.name for who in briefing(drafted).who][:2] == ["Ana Ruiz", "Minister Ruiz"]
    result = drafted.run("build", "--redraft")
    assert result.exit_code == 0, result.output
    now = briefing(drafted)
    assert [who.name for who in now.who] == ["Ana Ruiz Vega", "Lena Okafor"]
    assert [what.actor for what in now.what] == ["ana-ruiz", "ana-ruiz", "lena-okafor", None]
    [quay] = now.where
    assert (quay.kind, quay.country, quay.lat, quay.lon) == ("site", "PH", 10.5, 123.5)
    base = load_briefing(drafted.read("content/.drafts/lock.yaml"), BRIEFING)
    assert set(provenance(base, now).values()) == {"machine"}


def test_drafting_again_changes_nothing(drafted: Desk) -> None:
    drafted.run("build", "--redraft")
    text, site = drafted.read(BRIEFING), drafted.site()
    for call in ("build", "--redraft"), ("build", "--strict"), ("check", "--strict"):
        result = drafted.run(*call)
        assert result.exit_code == 0, result.output
        assert (drafted.read(BRIEFING), drafted.site()) == (text, site)


def test_an_edit_of_what_the_catalogue_renames_is_kept(drafted: Desk) -> None:
    drafted.change(BRIEFING, "name: Ana Ruiz\n", "name: Ana Ruiz   # as ever\n    role: mayor\n")
    drafted.change(BRIEFING, "  - id: minister-ruiz\n", "  - id: minister-ruiz\n    role: chair\n")
    result = drafted.run("build", "--redraft")
    assert result.exit_code == 0, result.output
    text = drafted.read(BRIEFING)
    ana, minister, _ = briefing(drafted).who
    assert (ana.name, ana.role, minister.role) == ("Ana Ruiz Vega", "mayor", "chair")
    assert "# as ever" in text
    assert "who 'minister-ruiz' is edited here, the new draft has it no more." in result.stderr
    again = drafted.run("build", "--redraft")
    assert (again.exit_code, drafted.read(BRIEFING)) == (0, text)


def test_an_entry_against_a_false_name_is_needed_while_an_article_has_it(drafted: Desk) -> None:
    drafted.run("build", "--redraft")
    assert "name: Day Late" not in drafted.read(BRIEFING)
    assert drafted.run("build").exit_code == 0
    drafted.write("seeds/lock.md", ARTICLE.replace("a Day Late", "too late"))
    result = drafted.run("build")
    assert result.exit_code == 1
    assert "entities.yaml:4:5: entities[1] names nothing in any briefing." in result.stderr


def test_an_entry_that_matches_nothing_is_an_error(drafted: Desk) -> None:
    drafted.write(CATALOGUE, "entities:\n  - name: Nobody\n")
    assert drafted.run("check").exit_code == 1
    site = drafted.site()
    assert drafted.run("build").exit_code == 1
    assert drafted.site() == site
