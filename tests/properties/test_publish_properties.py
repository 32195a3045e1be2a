"""What a dry run lists is what then happens, for any change and any kind of place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import branch_files, git, new_repository, publish, put_site, read_files

from generator.publish.plan import Plan
from generator.settings import AnyTarget, BranchTarget, FolderTarget

NAMES = (
    "index.html", "style.css", "feed.atom", "a/index.html", "a/b/index.html", "a/b/data.json",
    "a/page/2/index.html", "äöü/ß (1).html", "sitemap.xml", "manifest.json",
)  # fmt: skip
SITES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([b"", b"1", b"2", b"1\r\n\0"]))
EXAMPLES = int(os.environ.get("EXAMPLES", "12"))

State = Callable[[], Mapping[str, bytes]]


def difference(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[set[str], ...]:
    return (
        after.keys() - before.keys(),
        {name for name in before.keys() & after.keys() if before[name] != after[name]},
        before.keys() - after.keys(),
    )


def listed(plan: Plan) -> tuple[set[str], ...]:
    return set(plan.added), set(plan.changed), set(plan.removed)


def holds_what_it_told(root: Path, target: AnyTarget, state: State) -> None:
    """Publish the built site, dry first, and compare what was told with what was done."""
    before = state()
    [told] = publish(root, target, dry_run=True).brought
    assert state() == before
    [done] = publish(root, target).brought
    after = state()
    assert listed(told.plan) == listed(done.plan) == difference(before, after)
    assert {name: after[name] for name in read_files(root / "site")} == read_files(root / "site")
    assert told.plan.touches == (before != after)
    assert told.plan.size == sum(len(after[name]) for name in told.plan.carried)


@pytest.mark.parametrize("releases", [None, 2])
@settings(max_examples=EXAMPLES)
@given(sites=st.lists(SITES, min_size=1, max_size=4))
def test_a_folder(releases: int | None, sites: list[dict[str, bytes]]) -> None:
    target = FolderTarget(name="server", to="folder", path="../www", releases=releases)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        www = Path(folder) / "www" / ("current" if releases else "")
        for files in sites:
            put_site(root, files)
            holds_what_it_told(root, target, lambda: read_files(www) if www.exists() else {})


@pytest.mark.slow
@settings(max_examples=max(EXAMPLES // 3, 1))
@given(sites=st.lists(SITES, min_size=1, max_size=3))
def test_a_branch(sites: list[dict[str, bytes]]) -> None:
    target = BranchTarget(name="pages", to="branch", cname="desk.example.org")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        bare = new_repository(root)

        def state() -> Mapping[str, bytes]:
            return branch_files(bare) if git(bare, "for-each-ref", "refs/heads") else {}

        for files in sites:
            put_site(root, files)
            holds_what_it_told(root, target, state)
