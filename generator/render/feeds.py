"""The files of a site that are for programs: calendar, tables and sitemap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from generator.rows import Run, Shelf, whole

from .addresses import full_address
from .calendars import write_calendar
from .content import SiteContent, SiteSettings
from .dates import parse_days
from .orders import day_in_order, order_before
from .pages import Page, View
from .tables import TABLE_SIZE, TABLES, is_parted, write_rows

KEPT = dt.timedelta(days=366)
PAST_EVENTS, NEXT_EVENTS = 500, 1500
"""The most events of a calendar that are over and that are to come; programs that show calendars
become slow with some thousands."""
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
    today = days.first if days else dt.date.min
    kept = today - KEPT if today - dt.date.min > KEPT else dt.date.min
    now = shelf.rank("calendar.ics", today.isoformat().encode())
    first = max(now - PAST_EVENTS, shelf.rank("calendar.ics", kept.isoformat().encode()))
    run = whole(shelf, "calendar.ics")[first : now + NEXT_EVENTS]
    view = {"title": site.settings.title}
    yield Page("calendar.ics", "", view, show=_show_calendar, run=run)


def _show_calendar(view: View, values: Sequence[bytes]) -> View:
    """Show events as a calendar."""
    return {"content": write_calendar(view["title"], values)}


def table_pages(name: str, _: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield one of the tables of `data/`, and where that cannot hold all briefings, of each month.

    A site of 100,000 would write a hundred megabytes for each edit otherwise, and nobody could
    open them.
    """
    rows = whole(shelf, name)
    yield _table(name, name, rows[:TABLE_SIZE])
    for month, first, last in _months(shelf, rows) if is_parted(shelf, name) else ():
        yield _table(f"data/{month}/{name.removeprefix('data/')}", name, rows[first:last])


def _table(path: str, name: str, run: Run) -> Page:
    return Page(path, "", {"columns": TABLES[name]}, show=_show_table, run=run)


def _show_table(view: View, values: Sequence[bytes]) -> View:
    """Show rows of all briefings under the names of their columns."""
    return {"content": b"".join([write_rows([view["columns"]]), *values])}


def _months(shelf: Shelf, rows: Run) -> Iterator[tuple[str, int, int]]:
    """Yield the months of briefings, the newest first, and which rows are theirs."""
    first = 0
    while first < len(rows):
        day = day_in_order(rows[first].order)
        last = shelf.rank(rows.collection, order_before(day.replace(day=1))) if day else len(rows)
        yield f"{day:%Y-%m}" if day else "undated", first, last
        first = last


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
