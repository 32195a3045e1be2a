"""The pages of a site -> the site in its place: its search index, its manifest, and the swap."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Place, SiteError
from generator.output import MARKER, Change, Outcome, put_in_place, state
from generator.pipeline.assembling import shows_drafts
from generator.pipeline.building import Building
from generator.pipeline.making import INDEXED
from generator.pipeline.recording import Shown, record
from generator.publish.manifest import MANIFEST, write_manifest
from generator.rows import digest_of, plain
from generator.search import search_index

WORTH = 0.5
"""A spare that differs in more than this share of the files is not worth bringing up to date."""


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
    works.watch("Indexing for search")

    def lay_out(folder: Path) -> None:
        for path in pages:
            source = (bench.stage if path in tree.written else bench.layout.site) / path
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).symlink_to(source.resolve())

    works.put_files("search", search_index(pages, bench.site, lay_out))
    cache.know("indexed", key)


def list_files(works: Building) -> None:
    """Write the digests of all files, and of what they are made from."""
    bench, cache, files = works.bench, works.cache, works.ground.files
    if (own := f"templates/static/{MANIFEST}") in files:
        what = "The theme has a file of this name, which is the program's own."
        fix = "Rename it; a web app's manifest is best called site.webmanifest."
        raise SiteError(what, Place(own), fix)
    settings = bench.content.settings
    shown = [
        Shown(one.names[0], files[f"content/briefings/{name}.yaml"][3].hex(), one.files)
        for name, one in works.records
        if one.ref
    ]
    about = record(files, settings, shown, drafts=shows_drafts(settings, bench.options))
    works.put_files(MANIFEST, {MANIFEST: write_manifest(about, cache.digests(MANIFEST))})


def swap_in(works: Building) -> Outcome:
    """Swap the new site in, if it is another than the old one."""
    bench, cache, tree = works.bench, works.cache, works.tree
    layout = bench.layout
    if cache.fact("state") is None and bench.site:
        tree.removed |= {path for path in _files_in(bench.site) if path not in tree}
    files = cache.count_files()
    if not tree.written and not tree.removed and state(layout.site) == tree.state:
        return Outcome(files)
    spare, lag = cache.fact("spare") or (None, ())
    touched = len(lag) + len(tree.written) + len(tree.removed)
    is_worth_it = spare == state(layout.cache / "spare") and touched < WORTH * files
    change = Change(
        written=frozenset(tree.written),
        removed=frozenset(tree.removed),
        state=tree.state,
        paths=lambda: (file.path for file in cache.files()),
        spare=layout.cache / "spare",
        lag=frozenset(lag) if is_worth_it else None,
    )
    put_in_place(bench.stage, layout.site, change)
    cache.know("spare", (state(change.spare), tuple(change.written | change.removed)))
    return Outcome(files, tuple(sorted(tree.written)), tuple(sorted(tree.removed)))


def _files_in(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        for name in names:
            path = Path(folder, name).relative_to(site).as_posix()
            if path != MARKER:
                yield path
