"""The files of a site that are for programs: downloads, calendars, tables and the sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from .addresses import full_address
from .archive import Archive
from .calendars import is_ahead, write_calendar
from .content import SiteContent, SiteSettings
from .desk import Desk
from .jsonio import write_json
from .linked import annotation_page
from .pages import Page
from .redirects import redirect_files
from .tables import data_files
from .views import BriefingView, Download

DOWNLOADS = ("briefing.yaml", "briefing.json", "annotations.json", "dates.ics")
"""The files beside a briefing's page, in the order in which it names them."""
SITEMAP_SIZE = 50_000
"""Addresses that one sitemap may hold."""
UNLISTED = ("moved.html", "404.html", "withdrawn.html")
"""Templates of pages that search engines need not find."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def machine_files(site: SiteContent, archive: Archive) -> dict[str, bytes]:
    """Return the files that need no template."""
    files: dict[str, bytes] = {}
    views = {view.id: view for view in archive.briefings}
    for desk in archive.desks:
        if desk.briefing.id in views:
            files.update(_briefing_files(desk, views[desk.briefing.id]))
    ahead = [(v, when) for v in archive.briefings for when in v.whens if is_ahead(v, when)]
    files["calendar.ics"] = write_calendar(site.settings, site.settings.title, ahead)
    files.update(data_files(site.settings, archive))
    files.update(redirect_files(site.settings, archive.desks))
    return files


def _briefing_files(desk: Desk, view: BriefingView) -> dict[str, bytes]:
    """Return what lies beside the page of a briefing."""
    fields = desk.briefing.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    ordered = {"schema": 1, "id": desk.briefing.id, **fields}
    files = {
        "briefing.yaml": desk.content.yaml,
        "briefing.json": write_json(ordered),
        "annotations.json": annotation_page(desk),
    }
    dated = [(view, when) for when in view.whens if when.day]
    if dated:
        files["dates.ics"] = write_calendar(desk.settings, view.title, dated)
    return {f"{view.path}{name}": content for name, content in files.items() if content}


def downloads(view: BriefingView, files: dict[str, bytes]) -> tuple[Download, ...]:
    """Return the files that lie beside the page of a briefing, with their sizes."""
    paths = ((name, f"{view.path}{name}") for name in DOWNLOADS)
    return tuple(Download(name, path, len(files[path])) for name, path in paths if path in files)


def sitemap_files(settings: SiteSettings, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return the sitemap, in parts where one cannot hold it; none where the site has no address."""
    if not settings.base_url:
        return {}
    paths = sorted(
        page.address
        for page in pages
        if page.path.endswith(".html") and page.template not in UNLISTED
    )
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
        f"<{entry}><loc>{escape(full_address(settings, path))}</loc></{entry}>\n" for path in paths
    ]
    return f"{_XML}<{root} {_SITEMAPS}>\n{''.join(lines)}</{root}>\n".encode()
