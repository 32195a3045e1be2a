"""The files of a site and what they were made from -> its `manifest.json`.

After an edit the last one is amended: all of it is said anew only where what concerns all of the
site has changed, or more than some pages.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from generator.errors import Place, SiteError
from generator.pipeline.assembling import shows_drafts
from generator.pipeline.building import Building
from generator.pipeline.recording import Shown, record
from generator.pipeline.records import Listed
from generator.pipeline.values import file_of
from generator.publish.manifest import MANIFEST, amended, is_listed, write_manifest

FEW = 2000
"""Changes from which on it is no slower to say everything anew."""


def list_files(works: Building) -> None:
    """Write the digests of all files, and of what they are made from."""
    bench, cache, files = works.bench, works.cache, works.ground.files
    if (own := f"templates/static/{MANIFEST}") in files:
        what = "The theme has a file of this name, which is the program's own."
        fix = "Rename it; a web app's manifest is best called site.webmanifest."
        raise SiteError(what, Place(own), fix)
    settings = bench.content.settings
    drafts = shows_drafts(settings, bench.options)
    frame = write_manifest(record(files, settings, (), drafts=drafts), ())
    content = _amended(works) if cache.fact("manifest") == frame else None
    if content is None:
        about = record(files, settings, _shown(works), drafts=drafts)
        content = write_manifest(about, cache.digests(MANIFEST))
    cache.know("manifest", frame)
    works.put_files(MANIFEST, {MANIFEST: content})


def _shown(works: Building) -> Iterator[Shown]:
    """Yield every briefing that is on the site."""
    for name, one in works.records:
        if one.ref:
            yield Shown(one.names[0], _digest(works, name), one.files)


def _amended(works: Building) -> bytes | None:
    """Return the last manifest with what has changed; None where that cannot be."""
    tree, made = works.tree, works.made
    paths = {path for path in tree.written | tree.removed if is_listed(path)}
    sources = {file for _, files in _versions(works) for file in files}
    if len(paths) + len(made) > FEW or any(os.path.normpath(one) != one for one in sources):
        return None
    known = tree.known(MANIFEST)
    try:
        content = (works.bench.layout.site / MANIFEST).read_bytes() if known else b""
    except OSError:
        return None
    if not known or len(content) != known.size:
        return None
    found = ((path, tree.known(path)) for path in paths)
    changes: dict[str, dict[str, str | None]] = {
        "files": {path: file.sha256.hex() if file else None for path, file in found},
        "briefings": dict(_briefings(works)),
        "seeds": {file: _source(works, file) for file in sources},
    }
    return amended(content, changes)


def _versions(works: Building) -> Iterator[Listed]:
    """Yield how the briefings that were made anew were listed, and then how they are now."""
    yield from (before for before in works.made.values() if before)
    yield from (now.listed for now in map(works.records.get, works.made) if now)


def _briefings(works: Building) -> Iterator[tuple[str, str | None]]:
    """Yield ids of the briefings that were made anew: those that are gone, and then the others."""
    for before in works.made.values():
        if before and before[0]:
            yield before[0], None
    for name in works.made:
        now = works.records.get(name)
        if now and now.ref:
            yield now.names[0], _digest(works, name)


def _digest(works: Building, name: str) -> str:
    return works.ground.files.digest(file_of(name)).hex()


def _source(works: Building, file: str) -> str | None:
    """Return the digest of an article, if a briefing on the site rests on it."""
    digest = works.ground.files.digest(file)
    if not digest or file.startswith("..") or not works.records.is_rested_on(file):
        return None
    return digest.hex()
