"""Whatever people do to a site's folder, the next build leaves what a build from nothing would."""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.console import Stopwatch
from generator.errors import BriefingError
from generator.pipeline import Layout, Options, Report

NAMES = ("ferry", "strike", "flood", "bridge")
PEOPLE = ("Ana Ruiz", "A. Ruiz", "Björn Dahl", "Bjorn Dahl", "李明")
TEXTS = ("The ferry stops.", "The ferry sails again.", "Nobody knows & <b>why</b>.")
DAYS = ("2026-03-01", "2026-03-02", "2026-04-30")
STATES = ("draft", "reviewed", "published", "withdrawn")
TEMPLATE = '{% extends "base.html" %}{% block heading %}NOTE{% endblock %}\n'

PARTS = (
    "{{ entity.ref.name }}\n",
    "{% for one in entity.statements %}{{ one.text }}{% endfor %}\n",
    "{% set part = 'quo' ~ 'tes' %}{{ entity[part]|length }}\n",
    "{{ entity|attr('dates')|length }}{{ columns[3].count }}{{ entity.others|length }}\n",
)
"""Templates of an entity that ask for little, and more."""

PAGES = ["# About\n", "# A\n[x](/places/)\n"]
ARTICLES = ["The ferry stops.\n", "The ferry stops. Nobody knows why.\n", "No boat.\n"]
NO_ENTITY = "entities:\n- {name: 李明, not: true}\n"
WORDS = Path(__file__).parents[2] / "templates/words.html"

Edit = Callable[[Path], None]

words = st.sampled_from(TEXTS)
names = st.sampled_from(NAMES)
people = st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True)


@st.composite
def briefings(draw: st.DrawFn) -> str:
    """Draw the YAML of a briefing, which may say that another answers its question."""
    who = "".join(
        f"- {{id: p{n}, name: {name}, kind: person, role: mayor, by: editor}}\n"
        for n, name in enumerate(draw(people))
    )
    answered = draw(st.none() | names)
    settled = f", status: answered, answered_by: {answered}" if answered else ""
    alias = draw(st.none() | st.sampled_from(["old", "older"]))
    return (
        f"title: {draw(words)!r}\nstatus: {draw(st.sampled_from(STATES))}\n"
        f"sources:\n- file: {draw(st.sampled_from(['articles/a.txt', 'articles/b.txt']))}\n"
        f"  published: {draw(st.sampled_from(DAYS))}\n"
        + (f"aliases: [{alias}]\n" if alias else "")
        + (f"who:\n{who}" if who else "")
        + "where:\n- {id: port, name: Port Halm, kind: city, lat: 56.2, lon: 11.4, by: editor}\n"
        f"what:\n- statement: {draw(words)!r}\n  where: [port]\n  when: t1\n"
        + ("  actor: p0\n" if who else "")
        + "  evidence: [{quote: The ferry}]\n"
        f"when:\n- {{id: t1, text: Monday, date: {draw(st.sampled_from(DAYS))}, by: editor}}\n"
        f"quotes:\n- {{text: {draw(words)!r}, kind: indirect, by: editor"
        + (", speaker: p0}\n" if who else "}\n")
        + f"open_questions:\n- {{question: {draw(words)!r}, by: editor, about: [port]{settled}}}\n"
    )


def put(name: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return edit


def remove(name: str) -> Edit:
    return lambda root: (root / name).unlink(missing_ok=True)


def rename(name: str, other: str) -> Edit:
    def edit(root: Path) -> None:
        if (root / name).exists() and not (root / other).exists():
            (root / name).rename(root / other)

    return edit


def change(name: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        if (root / name).exists():
            put(name, (root / name).read_text(encoding="utf-8").replace(old, new))(root)

    return edit


def file_of(name: str) -> str:
    return f"content/briefings/{name}.yaml"


def entities(name: str, spelling: str, note: str) -> str:
    return (
        f"entities:\n- name: {name}\n  kind: person\n  spellings: [{spelling}]\n  note: {note!r}\n"
    )


edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(put, names.map(file_of), briefings()),
    st.builds(put, names.map(file_of), briefings()),
    st.builds(remove, names.map(file_of)),
    st.builds(rename, names.map(file_of), names.map(file_of)),
    st.builds(change, names.map(file_of), st.just("mayor"), st.sampled_from(["minister", "cook"])),
    st.builds(change, names.map(file_of), st.sampled_from(TEXTS), words),
    st.builds(
        put,
        st.just("content/site.yaml"),
        st.builds(
            "title: {}\nper_page: {}\ndrafts: {}\nlanguage: {}\nsearch: false\n{}".format,
            st.sampled_from(["Desk", "Other desk"]),
            st.sampled_from([1, 2, 50]),
            st.sampled_from(["true", "false"]),
            st.sampled_from(["en", "de"]),
            st.sampled_from(
                ["", "base_url: https://desk.example/\n", "outputs: [json, quotes, timeline]\n"]
            ),
        ),
    ),
    st.builds(
        put,
        st.just("content/entities.yaml"),
        st.builds(entities, st.just("Ana Ruiz"), st.sampled_from(["A. Ruiz", "李明"]), words),
    ),
    st.builds(put, st.just("content/entities.yaml"), st.just(NO_ENTITY)),
    st.builds(remove, st.just("content/entities.yaml")),
    st.builds(put, st.just("templates/404.html"), st.sampled_from([TEMPLATE, TEMPLATE + " "])),
    st.builds(remove, st.just("templates/404.html")),
    st.builds(put, st.just("templates/entity.html"), st.sampled_from(PARTS)),
    st.builds(remove, st.just("templates/entity.html")),
    st.builds(put, st.just("templates/home.html"), st.sampled_from(["{{ briefings }}", TEMPLATE])),
    st.builds(remove, st.just("templates/home.html")),
    st.builds(
        put,
        st.just("templates/words.html"),
        st.just(WORDS.read_text("utf-8") + "{# #}\n"),
    ),
    st.builds(remove, st.just("templates/words.html")),
    st.builds(put, st.just("templates/static/style.css"), st.sampled_from(["a {}", "b {}"])),
    st.builds(remove, st.just("templates/static/style.css")),
    st.builds(put, st.just("content/pages/about.md"), st.sampled_from(PAGES)),
    st.builds(remove, st.just("content/pages/about.md")),
    st.builds(put, st.just("articles/a.txt"), st.sampled_from(ARTICLES)),
    st.builds(remove, st.just("articles/b.txt")),
)  # fmt: skip


def build(root: Path) -> tuple[Report | None, str]:
    """Return the report of a build, or what stood in its way."""
    options = Options(today=datetime.date(2026, 5, 1), jobs=1)
    try:
        return pipeline.build(Layout(root), options, Stopwatch(lambda *_: None)), ""
    except BriefingError as error:
        return None, str(error).replace(str(root), "")


def told(report: Report, root: Path) -> list[str]:
    return [str(one).replace(str(root), "") for one in (*report.problems, *report.warnings)]


def tree(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def from_nothing(root: Path) -> Path:
    """Return a copy of a site's folder without anything that a build has left in it."""
    copy = root.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site", ".cache", ".briefings-lock"))
    return copy


def start(root: Path, texts: dict[str, str]) -> None:
    put("content/site.yaml", "title: Desk\ndrafts: true\nsearch: false\n")(root)
    for letter in "ab":
        put(f"articles/{letter}.txt", "The ferry stops.\n\nNobody knows why.\n")(root)
    for name, text in texts.items():
        put(file_of(name), text)(root)


@settings(
    max_examples=int(os.environ.get("EXAMPLES", "12")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    texts=st.fixed_dictionaries({name: briefings() for name in NAMES[:3]}),
    steps=st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=5),
)
def test_a_build_leaves_what_a_build_from_nothing_would(
    texts: dict[str, str], steps: list[list[Edit]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "desk")
        start(root, texts)
        check_build(root)
        for step in steps:
            for edit in step:
                edit(root)
            check_build(root)


def check_build(root: Path) -> None:
    """Build, and compare with a build from nothing: pages, warnings, and what is refused."""
    before = tree(root / "site")
    report, refused = build(root)
    copy = from_nothing(root)
    expected, expected_refusal = build(copy)
    assert refused == expected_refusal
    if report is None or expected is None:
        assert tree(root / "site") == before
        return
    assert told(report, root) == told(expected, copy)
    assert tree(root / "site") == tree(copy / "site")
    again, _ = build(root)
    assert again
    assert again.outcome
    assert not again.outcome.touched
    assert told(again, root) == told(expected, copy)


def test_the_property_can_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that overlooks an edit is found out."""
    start(
        tmp_path / "desk",
        {"ferry": "title: A\nsources: [{file: articles/a.txt}]\nstatus: published\n"},
    )
    check_build(tmp_path / "desk")
    overlooked: Any = lambda *_: None  # noqa: E731
    monkeypatch.setattr("generator.survey.Files._read", overlooked)
    change(file_of("ferry"), "title: A", "title: B")(tmp_path / "desk")
    with pytest.raises(AssertionError):
        check_build(tmp_path / "desk")
