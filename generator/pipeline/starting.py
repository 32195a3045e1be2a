"""The first files of a briefing or a site."""

from __future__ import annotations

from pathlib import Path

from generator.errors import ContentError, Place
from generator.model import Briefing
from generator.output import replace_file
from generator.pipeline.values import Layout
from generator.pipeline.workers import read_article
from generator.yamlio import dump_briefing, unused_slug


def new_briefing(layout: Layout, seed: Path) -> Path:
    """Write a briefing to be filled in by hand, with what its article says about itself.

    It counts as drafted, so that a build adds nothing to it until the article changes.
    """
    path = layout.briefings / f"{unused_slug(seed.stem, ())}.yaml"
    if path.exists():
        raise ContentError("This briefing exists already.", Place(str(path)), "Edit it.")
    article, _ = read_article(seed, layout.root)
    title = article.source.title or seed.stem.replace("-", " ")
    briefing = Briefing(id=path.stem, title=title, sources=(article.source,))
    text = dump_briefing(briefing).encode()
    replace_file(path, text)
    replace_file(layout.draft(path.stem), text)
    return path


def schemas() -> dict[str, str]:
    """Return the JSON Schema of each kind of file in `content/`."""
    from generator import schema

    return {name.split(".")[0]: text for name, text in schema.schemas().items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema to a folder; return the files."""
    from generator import schema

    paths = []
    for name, text in sorted(schema.schemas().items()):
        replace_file(folder / name, text.encode())
        paths.append(folder / name)
    return tuple(paths)
