"""The content of a site -> every file of the site, as bytes; nothing is read but the theme."""

from __future__ import annotations

from .archive import open_archive
from .content import (
    ArticleText,
    BriefingContent,
    EntityNote,
    Provenance,
    SiteContent,
    SiteSettings,
    StaticPage,
)
from .quoting import limit_quotes
from .site import render

__all__ = [
    "ArticleText",
    "BriefingContent",
    "EntityNote",
    "Provenance",
    "SiteContent",
    "SiteSettings",
    "StaticPage",
    "limit_quotes",
    "open_archive",
    "render",
]
