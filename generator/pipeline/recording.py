"""What a build was made from -> the `manifest.json` of its site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.errors import Place, SiteError
from generator.pipeline.content import Entry
from generator.pipeline.values import Layout
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


@dataclass(frozen=True, slots=True)
class Shown:
    """A briefing that is on the site, as the manifest knows it."""

    id: str
    digest: str
    """Of its file, in SHA-256."""
    sources: tuple[str, ...]
    """The names of its articles' files."""


def shown_of(entry: Entry) -> Shown:
    """Return what the manifest needs of a briefing."""
    briefing = entry.briefing
    files = tuple(source.file for source in briefing.sources if source.file)
    return Shown(briefing.id, sha256(entry.text.encode()), files)


def record(layout: Layout, settings: Settings, shown: Iterable[Shown], *, drafts: bool) -> Record:
    """Return what there is to say about a build that shows these briefings."""
    briefings = tuple(shown)
    return Record(
        generator=f"briefings {__version__}",
        base_url=settings.base_url or None,
        drafts=drafts,
        ingredients=Ingredients(
            settings=_digest_of(settings),
            content={layout.name(p): sha256(p.read_bytes()) for p in _other_content(layout)},
            briefings={one.id: one.digest for one in briefings},
            seeds={layout.name(p): sha256(p.read_bytes()) for p in _seeds(layout, briefings)},
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
    yield from sorted(page for page in layout.pages.glob("*.md") if page.name[0] != ".")
    yield from sorted(path for path in layout.templates.rglob("*") if path.is_file())


def _seeds(layout: Layout, briefings: Iterable[Shown]) -> list[Path]:
    """Return the articles of briefings, as far as they are there and inside the site's folder."""
    files = {file for briefing in briefings for file in briefing.sources}
    paths = (Path(os.path.normpath(layout.root / file)) for file in files)
    return sorted(p for p in paths if not layout.name(p).startswith("../") and p.is_file())
