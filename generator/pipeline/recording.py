"""What a build was made from -> the `manifest.json` of its site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator import __version__
from generator.errors import Place, SiteError
from generator.pipeline.assembling import shows_drafts
from generator.pipeline.content import Content, Entry
from generator.pipeline.values import Layout, Options
from generator.publish.manifest import MANIFEST, Ingredients, Record, sha256, write_manifest
from generator.settings import Settings

NOT_ON_PAGES = {"publish", "advise_after_days"}
"""Settings on which the site does not depend: a new target calls for no new build."""


def with_manifest(files: Mapping[str, bytes], record: Record) -> dict[str, bytes]:
    """Return the files of a site, the manifest of them among them."""
    if MANIFEST in files:
        raise SiteError(
            "The theme has a file of this name, which is the program's own.",
            Place(f"templates/static/{MANIFEST}"),
            "Rename it; a web app's manifest is best called site.webmanifest.",
        )
    digests = {path: sha256(content) for path, content in files.items()}
    return {**files, MANIFEST: write_manifest(record, digests)}


def record(layout: Layout, content: Content, shown: Iterable[Entry], options: Options) -> Record:
    """Return what there is to say about a build that shows these briefings."""
    entries = tuple(shown)
    return Record(
        generator=f"briefings {__version__}",
        base_url=content.settings.base_url or None,
        drafts=shows_drafts(content.settings, options),
        ingredients=Ingredients(
            settings=_digest_of(content.settings),
            content={layout.name(p): sha256(p.read_bytes()) for p in _other_content(layout)},
            briefings={e.briefing.id: sha256(e.text.encode()) for e in entries},
            seeds={layout.name(p): sha256(p.read_bytes()) for p in _seeds(layout, entries)},
        ),
    )


def _digest_of(settings: Settings) -> str:
    """Return a digest of what is set: a newer version's defaults are no change of the content."""
    said = settings.model_dump_json(exclude=NOT_ON_PAGES, exclude_defaults=True)
    return sha256(said.encode())


def _other_content(layout: Layout) -> Iterator[Path]:
    """Yield the files beside briefings that pages are made from."""
    if layout.entities.exists():
        yield layout.entities
    yield from sorted(layout.pages.glob("*.md"))
    yield from sorted(path for path in layout.templates.rglob("*") if path.is_file())


def _seeds(layout: Layout, entries: Iterable[Entry]) -> list[Path]:
    """Return the articles of briefings, as far as they are there and inside the site's folder."""
    files = {source.file for entry in entries for source in entry.briefing.sources}
    paths = (Path(os.path.normpath(layout.root / file)) for file in files)
    return sorted(p for p in paths if not layout.name(p).startswith("../") and p.is_file())
