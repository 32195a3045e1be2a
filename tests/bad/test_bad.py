"""Each folder here holds one mistake and, in `expected.txt`, the whole of what is said about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.check import Terms, check, with_places
from generator.entities import apply_entities, load_entities, unused_entries
from generator.errors import Problems
from generator.model import Article, Briefing, Source
from generator.settings import load_settings
from generator.yamlio import load_briefing

HERE = Path(__file__).parent
MISTAKES = sorted(path.name for path in HERE.iterdir() if (path / "expected.txt").exists())
TODAY = datetime.date(2024, 8, 14)


@dataclass(frozen=True)
class Filed:
    path: Path
    text: str
    briefing: Briefing


def articles(folder: Path) -> dict[str, Article]:
    found = {}
    for path in sorted((folder / "seeds").glob("*")):
        name = path.relative_to(folder).as_posix()
        found[name] = Article(Source(file=name), path.read_text(encoding="utf-8"), ())
    return found


def said_about(folder: Path) -> str:
    """Return all that reading and checking a folder's content says is wrong."""
    problems, filed = [], []
    seeds = articles(folder)
    for path in sorted((folder / "content/briefings").glob("*.yaml")):
        name, text = path.relative_to(folder), path.read_text(encoding="utf-8")
        try:
            briefing = load_briefing(text, name.as_posix())
            filed.append(Filed(name, text, with_places(briefing, seeds)))
        except Problems as found:
            problems.append(found)
    problems += check(filed, Terms(TODAY, seeds)).problems
    for name, load in (("site.yaml", load_settings), ("entities.yaml", load_entities)):
        path = folder / "content" / name
        if path.exists():
            text, shown = path.read_text(encoding="utf-8"), f"content/{name}"
            try:
                loaded = load(text, shown)
            except Problems as found:
                problems.append(found)
                continue
            if name == "entities.yaml":
                applied = apply_entities(loaded, [one.briefing for one in filed])
                unused = set(range(len(loaded.entities))) - set(applied.used)
                problems += unused_entries(sorted(unused), text, shown)
    return f"{Problems(problems)}\n"


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_its_remedy(mistake):
    folder = HERE / mistake
    assert said_about(folder) == (folder / "expected.txt").read_text(encoding="utf-8")


def test_every_folder_says_what_is_expected():
    folders = [path for path in HERE.iterdir() if (path / "content").is_dir()]
    assert {path.name for path in folders} == set(MISTAKES)
