"""The content of a site -> its files, as bytes; nothing is read but the theme.

`make_briefings` makes briefings into their own files and into rows for pages over many; `FAMILIES`,
and `entity_pages` for each entity, plan those pages from the rows; a `Press` writes pages.
`render` does all that for a whole site in memory.
"""

from __future__ import annotations

from .briefing_pages import UNLISTED, Made, make_briefings
from .content import (
    ArticleText,
    BriefingContent,
    EntityNote,
    Provenance,
    SiteContent,
    SiteSettings,
    StaticPage,
)
from .entity_pages import entity_entries, entity_pages, show_entity
from .feeds import sitemap_files
from .handmade import broken_links
from .pages import Learnt, Page, Press, static_files
from .paging import Listing
from .plan import FAMILIES, Family, is_entity
from .quoting import limit_quotes
from .site import render
from .theme import Templates, read_templates
from .translate import is_translated
from .views import BriefingRef, Day

__all__ = [
    "FAMILIES",
    "UNLISTED",
    "ArticleText",
    "BriefingContent",
    "BriefingRef",
    "Day",
    "EntityNote",
    "Family",
    "Learnt",
    "Listing",
    "Made",
    "Page",
    "Press",
    "Provenance",
    "SiteContent",
    "SiteSettings",
    "StaticPage",
    "Templates",
    "broken_links",
    "entity_entries",
    "entity_pages",
    "is_entity",
    "is_translated",
    "limit_quotes",
    "make_briefings",
    "read_templates",
    "render",
    "show_entity",
    "sitemap_files",
    "static_files",
]
