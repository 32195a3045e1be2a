"""The example in this repository: what is committed is what a fresh build gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from desk import Desk

from generator.schema import schemas

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Desk:
    for folder in ("seeds", "content", "templates"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    return Desk(tmp_path)


def _without_index(site: dict[str, bytes]) -> dict[str, bytes]:
    """Return a site without its search index, which is not committed."""
    return {path: content for path, content in site.items() if not path.startswith("pagefind/")}


def test_a_fresh_build_of_the_example_gives_the_committed_bytes(example: Desk) -> None:
    result = example.run("build", "--strict")
    assert result.exit_code == 0, result.output
    assert "Drafted" not in result.stderr
    committed = _without_index(Desk(PROJECT).site())
    fresh = _without_index(example.site())
    assert sorted(fresh) == sorted(committed)
    assert [path for path in fresh if fresh[path] != committed[path]] == []


def test_the_example_has_its_draft_beside_it() -> None:
    names = [path.name for path in sorted((PROJECT / "content/briefings").glob("*.yaml"))]
    assert names
    assert names == [path.name for path in sorted((PROJECT / "content/.drafts").glob("*.yaml"))]


def test_the_schemas_that_the_content_names_are_those_of_the_program() -> None:
    committed = {p.name: p.read_text(encoding="utf-8") for p in (PROJECT / "schema").iterdir()}
    assert committed == schemas()
