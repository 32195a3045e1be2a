"""The first files of a briefing or a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.errors import ContentError, Place, SeedError
from generator.extractors import BY_HAND
from generator.ingest import find_seeds
from generator.lock import only_builder
from generator.model import Article, Briefing
from generator.output import explained, replace_file
from generator.pipeline.values import PATIENCE, Layout
from generator.workers.tasks import numbered, read_article
from generator.yamlio import dump_briefing, unused_slug

HINTS = """
# Facts of your own need no evidence: write them as bare texts, or say `by: editor`.
#
# what:
#   - The dockers walk out on Monday.
# who:
#   - name: Ana Ruiz
#     kind: person
#     by: editor
# open_questions:
#   - When will they be back?
# sources:
#   - https://example.org/article
"""
"""What a briefing without an article begins with, for those who have not seen one."""


@explained()
def new_briefing(
    layout: Layout, seed: Path | None, title: str | None, wait: Callable[[str], None]
) -> Path:
    """Write a briefing to be filled in by hand: about an article, or, without one, under a title.

    One about an article holds what that says about itself, and counts as drafted: a build adds
    nothing to it until the article changes.
    """
    with only_builder(layout.root, PATIENCE, wait):
        if seed is None:
            return _begin(layout, Briefing(id=unused_slug(str(title), ()), title=str(title)))
        name, articles = _articles(layout, seed)
        headline = title or articles[0].source.title or name.replace("-", " ")
        sources = tuple(article.source for article in articles)
        return _begin(layout, Briefing(id=unused_slug(name, ()), title=headline, sources=sources))


def _begin(layout: Layout, briefing: Briefing) -> Path:
    path, text = layout.briefing(briefing.id), dump_briefing(briefing)
    if path.exists():
        raise ContentError("This briefing exists already.", Place(str(path)), "Edit it.")
    replace_file(path, (text if briefing.sources else text + HINTS).encode())
    if briefing.sources:
        draft = briefing.model_copy(update={"extractor": BY_HAND})
        replace_file(layout.draft(briefing.id), dump_briefing(draft).encode())
    return path


def _articles(layout: Layout, seed: Path) -> tuple[str, tuple[Article, ...]]:
    """Return the name of the briefing that a seed is for, and its articles."""
    wanted = layout.name(seed)
    for name, paths in find_seeds(layout.seeds).groups.items():
        folder = layout.name(paths[0].parent)
        if wanted in map(layout.name, paths) or (wanted == folder != layout.name(layout.seeds)):
            return name, numbered([read_article(path, layout.root)[0] for path in paths])
    fix = f"Put it into {layout.seeds}, as text, Markdown or HTML."
    raise SeedError("This is no article of the site.", Place(str(seed)), fix)


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
