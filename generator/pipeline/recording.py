"""What a build was made from -> what the `manifest.json` of its site says about that."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import __version__
from generator.pipeline.content import Entry
from generator.pipeline.ground import ENTITIES, PAGES
from generator.publish.manifest import Ingredients, Record, sha256
from generator.settings import Settings
from generator.survey import Files

NOT_ON_PAGES = {"publish", "advise_after_days"}
"""Settings on which the site does not depend: a new target calls for no new build."""


class Shown(NamedTuple):
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


def record(files: Files, settings: Settings, shown: Iterable[Shown], *, drafts: bool) -> Record:
    """Return what there is to say about a build from these files that shows these briefings."""
    briefings = tuple(shown)
    return Record.model_construct(
        generator=f"briefings {__version__}",
        base_url=settings.base_url or None,
        drafts=drafts,
        ingredients=Ingredients.model_construct(
            settings=_digest_of(settings),
            content=dict(_other_content(files)),
            briefings={one.id: one.digest for one in briefings},
            seeds=dict(_seeds(files, briefings)),
        ),
    )


def _digest_of(settings: Settings) -> str:
    """Return a digest of what is set: a newer version's defaults are no change of the content."""
    said = settings.model_dump_json(exclude=NOT_ON_PAGES, exclude_defaults=True)
    return sha256(said.encode())


def _other_content(files: Files) -> Iterator[tuple[str, str]]:
    """Yield the files beside briefings that pages are made from."""
    pages = ((name, one) for name, one in files.below(f"{PAGES}/") if name.endswith(".md"))
    for name, digest in (*pages, *files.below("templates/")):
        yield name, digest.hex()
    if ENTITIES in files:
        yield ENTITIES, files.digest(ENTITIES).hex()


def _seeds(files: Files, briefings: Iterable[Shown]) -> Iterator[tuple[str, str]]:
    """Yield the articles of briefings, as far as they can be read inside the site's folder."""
    for name in {name for briefing in briefings for name in briefing.sources}:
        file = os.path.normpath(name)
        if files.digest(name) and not file.startswith(".."):
            yield file, files.digest(name).hex()
