"""Briefings that had other addresses -> files by which web servers send readers on at once.

The pages that lie at the old addresses do the same where no server can be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.rows import Entry, Shelf, entry

from .content import SiteContent
from .desk import Desk
from .pages import Page, as_it_is

FILES = {"_redirects": "_redirects", "nginx": "redirects-nginx.conf"}
"""The file of each kind that a site can ask for."""


def moved(desk: Desk) -> Iterator[Entry]:
    """Yield the earlier addresses of a briefing, each with the one that it has now."""
    for alias in desk.briefing.aliases:
        yield entry("moved", alias.encode(), (f"briefings/{alias}", desk.ref.path))


def redirect_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the files that the settings ask for; without earlier addresses they are empty."""
    root = urlsplit(site.settings.base_url or "").path.rstrip("/") + "/"
    addresses = {
        f"{root}{old}": f"{root}{new}" for old, new in (r.lead for r in shelf.rows("moved"))
    }
    rows = sorted((f"{old}{end}", new) for old, new in addresses.items() for end in ("", "/"))
    texts = {
        "_redirects": "".join(f"{old} {new} 301\n" for old, new in rows),
        "nginx": "".join(f"{old} {new};\n" for old, new in rows),
    }
    for kind in site.settings.redirect_files:
        yield Page(FILES[kind], "", {"content": texts[kind].encode()}, show=as_it_is)
