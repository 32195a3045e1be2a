"""What the renderer is given: the settings it needs, the briefings and what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from generator.formats import OUTPUTS, Output
from generator.model import ActorKind, Briefing

Provenance = Literal["machine", "edited", "editor"]
EntityKind = ActorKind | Literal["place"]


class SiteSettings(NamedTuple):
    """The part of `content/site.yaml` that shows on pages."""

    title: str = "Briefings"
    base_url: str | None = None
    """Absolute address of the site's root. Without it links name `index.html`, so that the pages
    work when opened from disk, and nothing that needs an absolute address is written."""
    language: str = "en"
    """BCP 47: the language of the interface."""
    time_zone: str = "UTC"
    description: str = ""
    quote_words: int = 40
    """The most words of a source in one piece of evidence, unless its licence is `open`."""
    per_page: int = 50
    organisation: str | None = None
    author: str | None = None
    """Who publishes the site, and who edits it."""
    contact: str | None = None
    """Address of a page through which readers reach the editors."""
    license: str | None = None
    """The terms under which the site's own words may be used."""
    outputs: tuple[Output, ...] = OUTPUTS
    """What is made beside the pages of briefings and entities, and the lists of these."""
    search: bool = False
    """Whether a search index will lie in `pagefind/` beside the pages."""
    notice: str | None = None
    """A sentence that every page shows, such as that all content is fictional."""
    redirect_files: tuple[Literal["_redirects", "nginx"], ...] = ()
    """Files that name the earlier addresses of briefings to web servers."""


class ArticleText(NamedTuple):
    """The text of a source and where its sentences are, to show evidence with its neighbours."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    """Start and exclusive end of each sentence, in order."""


@dataclass(frozen=True)
class BriefingContent:
    """A briefing with what is known about it beyond its own fields."""

    briefing: Briefing
    articles: Mapping[str, ArticleText] = field(default_factory=dict)
    """Source id -> text; may lack sources, whose evidence then stands without its neighbours."""
    provenance: Mapping[tuple[str, str], Provenance] = field(default_factory=dict)
    """(section, item id) -> who made the item; the machine (or `by`) where there is no entry."""
    yaml: bytes = b""
    """The file to offer for download; empty where there is none."""


class EntityNote(NamedTuple):
    """What editors fix about one entity for all briefings."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    note: str | None = None
    """Markdown."""
    same_as: tuple[str, ...] = ()
    """Addresses of the same entity elsewhere."""
    slug: str | None = None
    """The last part of its page's address; made from the name where it is absent."""
    hidden: bool = False
    """Whether what bears this name is no entity at all: no page lists it."""
    lat: float | None = None
    lon: float | None = None


class StaticPage(NamedTuple):
    """A page written by hand: `content/pages/about.md` becomes `about/`."""

    slug: str
    title: str
    markdown: str
    description: str = ""
    file: str = ""
    """Its path in the site folder, named in messages."""
    line: int = 1
    """The line of the file on which the Markdown starts."""


@dataclass(frozen=True)
class SiteContent:
    """All that a site is made of."""

    settings: SiteSettings
    briefings: tuple[BriefingContent, ...] = ()
    entities: tuple[EntityNote, ...] = ()
    pages: tuple[StaticPage, ...] = ()
    templates: tuple[Path, ...] = ()
    """Theme folders, the site's own first; a file in an earlier one hides its namesakes."""
