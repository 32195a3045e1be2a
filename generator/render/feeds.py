"""The files of a site that are for programs: calendar, tables and sitemap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape

from generator.rows import Shelf

from .addresses import full_address
from .calendars import write_calendar
from .content import SiteContent, SiteSettings
from .dates import parse_days
from .pages import Page, as_it_is
from .tables import TABLES, write_rows

KEPT = dt.timedelta(days=366)
SITEMAP_SIZE = 50_000
"""Addresses that one sitemap may hold."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def calendar_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the calendar of what was ahead when its article came out, as far as that matters yet.

    Who has subscribed to it keeps the year before the newest version of a briefing.
    """
    newest = next(shelf.leads("days"), (None,))[0]
    days = parse_days(newest) if newest else None
    first = days.first - KEPT if days and days.first - dt.date.min > KEPT else dt.date.min
    events = (lead[0] for lead in shelf.leads("calendar.ics", first.isoformat().encode()))
    yield _file("calendar.ics", write_calendar(site.settings.title, events))


def table_page(name: str, _: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield one of the tables of `data/`."""
    rows = (lead[0] for lead in shelf.leads(name))
    yield _file(name, b"".join([write_rows([TABLES[name]]), *rows]))


def _file(path: str, content: bytes) -> Page:
    """Return a file that needs no template."""
    return Page(path, "", {"content": content}, show=as_it_is)


def sitemap_files(settings: SiteSettings, addresses: Iterable[str]) -> dict[str, bytes]:
    """Return the sitemap, in parts where one cannot hold it; none where the site has no address."""
    if not settings.base_url:
        return {}
    paths = sorted(addresses)
    parts = [paths[i : i + SITEMAP_SIZE] for i in range(0, len(paths), SITEMAP_SIZE)]
    if len(parts) == 1:
        return {"sitemap.xml": _sitemap(settings, "urlset", "url", parts[0])}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    files = {
        name: _sitemap(settings, "urlset", "url", part)
        for name, part in zip(names, parts, strict=True)
    }
    files["sitemap.xml"] = _sitemap(settings, "sitemapindex", "sitemap", names)
    return files


def _sitemap(settings: SiteSettings, root: str, entry: str, paths: Iterable[str]) -> bytes:
    """Return a list of addresses as sitemaps have it."""
    lines = [
        f"<{entry}><loc>{escape(full_address(settings, path), quote=False)}</loc></{entry}>\n"
        for path in paths
    ]
    return f"{_XML}<{root} {_SITEMAPS}>\n{''.join(lines)}</{root}>\n".encode()
