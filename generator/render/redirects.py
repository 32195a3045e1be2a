"""Briefings that had other addresses -> files by which web servers send readers on at once.

The pages that lie at the old addresses do the same where no server can be told.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from .content import SiteSettings
from .desk import Desk

FILES = {"_redirects": "_redirects", "nginx": "redirects-nginx.conf"}
"""The file of each kind that a site can ask for."""


def redirect_files(settings: SiteSettings, desks: Iterable[Desk]) -> dict[str, bytes]:
    """Return the files that the settings ask for; without earlier addresses they are empty."""
    root = urlsplit(settings.base_url or "").path.rstrip("/") + "/"
    moved = {
        f"{root}briefings/{alias}": f"{root}{desk.ref.path}"
        for desk in desks
        for alias in desk.briefing.aliases
    }
    rows = sorted((f"{old}{end}", new) for old, new in moved.items() for end in ("", "/"))
    texts = {
        "_redirects": "".join(f"{old} {new} 301\n" for old, new in rows),
        "nginx": "".join(f"{old} {new};\n" for old, new in rows),
    }
    return {FILES[kind]: texts[kind].encode() for kind in settings.redirect_files}
