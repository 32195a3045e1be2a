"""docs/templates.md says what templates see; here it is held against what they are given."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import jinja2
import pytest

from generator.model import Briefing, Question, Sourcing, When, Where, Who
from generator.render import (
    BriefingContent,
    SiteContent,
    SiteSettings,
    StaticPage,
    footnotes,
    labels,
    maps,
    render,
    site_views,
    timeline,
    views,
)
from generator.render.theme import Theme

PROJECT = Path(__file__).parents[2]
TEXT = (PROJECT / "docs" / "templates.md").read_text(encoding="utf-8")
VIEWS: tuple[ModuleType, ...] = (views, site_views, footnotes, maps, timeline, labels)
NOT_SEEN = {"Spot", "Named", "Axis", "EntityPlace", "Extract"}
"""Values that pictures are drawn from."""


def _rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading."""
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def _words(cell: str) -> set[str]:
    """Return the names in a cell, without the views that they are of."""
    return set(re.findall(r"`([a-z_][a-z_0-9]*)(?:\([^`]*\))?`", cell))


@pytest.fixture(scope="module")
def given() -> dict[str, set[str]]:
    """Return the names that each template was given for one site, by template."""
    seen: dict[str, set[str]] = defaultdict(set)
    original = jinja2.Template.render
    built_in = set(Theme((), "en").globals)

    def spy(self: jinja2.Template, *args: object, **kwargs: object) -> str:
        seen[str(self.name)] |= set(dict(*args, **kwargs)) | (set(self.globals) - built_in)
        return original(self, *args, **kwargs)

    briefing = Briefing(
        schema=1,
        id="b",
        title="A ferry left",
        aliases=("old",),
        sources=({"file": "seeds/a.txt", "published": "2026-03-02"},),
        who=(
            Who(id="ana", name="Ana", kind="person"),
            Who(id="n", name="News", kind="organisation"),
        ),
        where=(Where(id="oslo", name="Oslo", lat=59.9, lon=10.8), Where(id="rena", name="Rena")),
        when=(When(id="t1", text="on Monday", date="2026-03-02"),),
        open_questions=(Question(id="o1", question="Why?"),),
        sourcing=Sourcing(outlets=("n",)),
    )
    gone = briefing.model_copy(update={"id": "gone", "status": "withdrawn", "aliases": ()})
    site = SiteContent(
        SiteSettings(per_page=1),
        (BriefingContent(briefing), BriefingContent(gone)),
        pages=(StaticPage("about", "About", "Hello"),),
        templates=(PROJECT / "templates",),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Template, "render", spy)
        render(site)
    return seen


def test_what_every_template_sees_is_told(given: dict[str, set[str]]) -> None:
    common = set.intersection(*given.values())
    told = {word for row in _rows("What every template sees") for word in _words(row[0])}
    assert told - {"_"} == common


def test_what_each_template_sees_is_told(given: dict[str, set[str]]) -> None:
    common = set.intersection(*given.values())
    told: dict[str, set[str]] = {}
    got: dict[str, set[str]] = {}
    for row in _rows("What each template sees besides"):
        names = re.findall(r"`([a-z0-9]+\.[a-z]+)`", row[0])
        assert names
        assert set(names) <= set(given), f"no page is made from {names}"
        told[row[0]] = _words(row[2])
        got[row[0]] = set().union(*(given[name] for name in names)) - common
    assert got == told
    assert {name for row in told for name in re.findall(r"`([a-z0-9]+\.[a-z]+)`", row)} == set(
        given
    )


def test_the_fields_of_every_view_are_told() -> None:
    found = {
        name: _fields(view)
        for module in VIEWS
        for name, view in vars(module).items()
        if inspect.isclass(view)
        and (dataclasses.is_dataclass(view) or hasattr(view, "_fields"))
        and view.__module__ == module.__name__
        and not name.startswith("_")
        and name not in NOT_SEEN
    }
    items = _fields(views.ItemView)
    told = {
        row[0].strip("`"): _words(row[2]) | (items if "`ItemView`" in row[2] else set())
        for row in _rows("Views")
    }
    assert told == found


def test_the_settings_that_templates_see_are_told() -> None:
    content = importlib.import_module("generator.render.content")
    row = next(row for row in _rows("What every template sees") if row[0] == "`site`")
    assert _words(row[1]) == set(content.SiteSettings._fields)


def _fields(view: type) -> set[str]:
    """Return what a template may ask of a view."""
    members = inspect.getmembers(view)
    properties = {name for name, member in members if isinstance(member, property)}
    methods = {name for name, member in members if inspect.isfunction(member)}
    public = {name for name in properties | methods if not name.startswith("_")}
    if dataclasses.is_dataclass(view):
        return public | {field.name for field in dataclasses.fields(view)}
    return public | set(view._fields)  # type: ignore[attr-defined]
