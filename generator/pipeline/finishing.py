"""The pages of a site -> the site in its place: its search index, and the swap."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from generator.output import MARKER, Change, Outcome, put_in_place, state, syncing
from generator.pipeline.building import Building
from generator.pipeline.making import INDEXED
from generator.sealing import digest_of, plain

WORTH = 0.5
"""A spare that differs in more than this share of the files is not worth bringing up to date."""
MANY = 1000
"""Files from which on another spare is made at once: 100,000 links take three seconds, which the
build of as many files can spare and the edit after it cannot."""


def on_the_way(works: Building) -> AbstractContextManager[None]:
    """Bring what is staged to the disk while lists are made, if that is so much that it pays."""
    is_much = len(works.tree.written) >= MANY
    return syncing(works.bench.stage) if is_much else nullcontext()


def index(works: Building) -> None:
    """Bring the index for search up to date with the pages."""
    bench, cache, tree = works.bench, works.cache, works.tree
    if bench.options.preview:
        return
    if not bench.content.settings.search:
        works.put_files("search", {})
        return
    pages = {path: sha256.hex() for path, sha256 in cache.files_with(INDEXED)}
    key = digest_of(plain(tuple(sorted(pages.items()))))
    if cache.fact("indexed") == key:
        return
    from generator.search.indexing import search_index  # most edits leave the index as it is

    works.watch("Indexing for search")

    def lay_out(folder: Path) -> None:
        for path in pages:
            source = (bench.stage if path in tree.written else bench.layout.site) / path
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).symlink_to(source.resolve())

    works.put_files("search", search_index(pages, bench.site, lay_out))
    cache.know("indexed", key)


def swap_in(works: Building) -> Outcome:
    """Swap the new site in, if it is another than the old one."""
    bench, cache, tree = works.bench, works.cache, works.tree
    layout = bench.layout
    if cache.fact("state") is None and bench.site:
        tree.removed |= {path for path in _files_in(bench.site) if path not in tree}
    files = tree.count
    if not tree.written and not tree.removed and state(layout.site) == tree.state:
        return Outcome(files)
    spare, lag = cache.fact("spare") or (None, ())
    touched = len(lag) + len(tree.written) + len(tree.removed)
    is_worth_it = spare == state(layout.cache / "spare") and touched < WORTH * files
    change = Change(
        written=tree.written,
        removed=tree.removed,
        state=tree.state,
        paths=lambda: (file.path for file in cache.files()),
        spare=layout.cache / "spare",
        lag=frozenset(lag) if is_worth_it else None,
        is_great=len(tree.written) + len(tree.removed) >= max(MANY, WORTH * files),
    )
    put_in_place(bench.stage, layout.site, change)
    spare = state(change.spare)
    lag = () if spare == tree.state else (*tree.written, *tree.removed)
    cache.know("spare", (spare, lag))
    return Outcome(files, tuple(sorted(tree.written)), tuple(sorted(tree.removed)))


def _files_in(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        for name in names:
            path = Path(folder, name).relative_to(site).as_posix()
            if path != MARKER:
                yield path
