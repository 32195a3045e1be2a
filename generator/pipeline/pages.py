"""A file in `content/pages/` -> a page written by hand."""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import ContentError, Place
from generator.model import Value
from generator.pipeline.values import Layout
from generator.render import StaticPage
from generator.yamlio import load

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"\A\s*#[ \t]+(.+?)[ \t#]*(?:\n|\Z)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class FrontMatter(Value):
    """What a page says of itself above its text."""

    title: str | None = None
    """Its headline, where the text does not begin with one."""
    description: str | None = None
    """One sentence on what it is."""


def make_page(text: str, path: Path, layout: Layout) -> StaticPage:
    """Return the page that a Markdown text is; its title is in the front matter or a heading."""
    if not _SLUG.fullmatch(path.stem):
        fix = "Name the file with small letters, digits and hyphens."
        raise ContentError("The file's name cannot be an address.", Place(str(path)), fix)
    text = "\n".join(text.removeprefix("\ufeff").splitlines()) + "\n"
    front = _FRONT_MATTER.match(text)
    said = load(FrontMatter, front[1] or "", str(path), 2) if front else FrontMatter()
    start = front.end() if front else 0
    heading = None if said.title else _HEADING.match(text, start)
    start = heading.end() if heading else start
    title = heading[1] if heading else said.title
    if not title:
        fix = "Begin it with `# Title`, or with front matter that holds `title:`."
        raise ContentError("The page has no title.", Place(str(path), 1, 1), fix)
    return StaticPage(
        slug=path.stem,
        title=title,
        markdown=text[start:],
        description=said.description or "",
        file=layout.name(path),
        line=text.count("\n", 0, start) + 1,
    )
