"""The pages of a site -> the site in its place: its search index, and the swap."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path

from generator.output import (
    MARKER,
    Change,
    Outcome,
    give_up,
    link_files,
    put_in_place,
    state,
)
from generator.pipeline.building import Building
from generator.pipeline.making import INDEXED, Bench
from generator.pipeline.tree import MANY
from generator.sealing import digest_of, plain

WORTH = 0.5
"""A spare that differs in more than this share of the files is not worth bringing up to date."""


def link_ahead(works: Building) -> Callable[[], Set[str]]:
    """Have another process link what is staged into a spare, if the whole site is new and large.

    Return what waits for the paths of the files that are linked then.
    """
    written, bench = works.tree.written, works.bench
    if bench.site or len(written) < MANY:
        return frozenset
    give_up(spare_of(bench))
    paths = sorted(written)
    done = works.hands.ask(link_staged, paths)
    return lambda: frozenset(paths) if all(done()) else frozenset()


def link_staged(bench: Bench, paths: Sequence[str]) -> list[bool]:
    """Link staged files into the spare."""
    return [link_files(bench.stage, spare_of(bench), paths)] * len(paths)


def spare_of(bench: Bench) -> Path:
    """Return where the last tree is kept."""
    return bench.layout.cache / "spare"


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


def swap_in(works: Building, linked: Set[str]) -> Outcome:
    """Swap the new site in, if it is another than the old one; some files may be `linked` ahead."""
    bench, cache, tree = works.bench, works.cache, works.tree
    layout = bench.layout
    if cache.fact("state") is None and bench.site:
        tree.removed |= {path for path in _files_in(bench.site) if path not in tree}
    files = tree.count
    if not tree.written and not tree.removed and state(layout.site) == tree.state:
        return Outcome(files)
    spare, lag = cache.fact("spare") or (None, ())
    touched = len(lag) + len(tree.written) + len(tree.removed)
    is_worth_it = spare == state(spare_of(bench)) and touched < WORTH * files
    change = Change(
        written=tree.written,
        removed=tree.removed,
        state=tree.state,
        paths=cache.paths,
        spare=spare_of(bench),
        lag=frozenset(lag) if is_worth_it else None,
        is_great=len(tree.written) + len(tree.removed) >= max(MANY, WORTH * files),
        linked=linked,
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
