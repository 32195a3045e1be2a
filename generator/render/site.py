"""A whole site: plan its pages, write each, and add the files that are no pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from generator.errors import Problems, SiteError

from .addresses import full_address, lasting_name
from .archive import Archive, open_archive
from .content import SiteContent
from .dates import locale_of
from .desk import show_day
from .feeds import machine_files, sitemap_files
from .pages import Page, links_from, open_theme, static_files, write_page
from .plan import plan_pages


def render(site: SiteContent) -> dict[str, bytes]:
    """Return every file of the site by its path; the same content gives the same bytes."""
    archive = open_archive(site)
    files = {**static_files(site.templates), **machine_files(site, archive)}
    pages = list(plan_pages(site, archive, files))
    files.update(sitemap_files(site.settings, pages))
    _refuse_clashes([page.path for page in pages], files)
    files.update(_write(site, archive, pages))
    return dict(sorted(files.items()))


def _write(site: SiteContent, archive: Archive, pages: Iterable[Page]) -> Mapping[str, bytes]:
    """Return the pages' bytes, collecting the mistakes of all templates."""
    theme = open_theme(site.templates, site.settings.language)
    settings = site.settings
    locale = locale_of(settings.language)
    written: dict[str, bytes] = {}
    problems: list[SiteError] = []
    for page in pages:
        common = {
            "site": settings,
            "pages": site.pages,
            "direction": locale.text_direction,
            "url": links_from(page.path, settings),
            "full": partial(full_address, settings),
            "urn": partial(lasting_name, settings),
            "write_day": partial(show_day, language=settings.language),
        }
        try:
            written[page.path] = write_page(theme, page, common)
        except SiteError as problem:
            problems.append(problem)
    if problems:
        raise Problems(problems)
    return written


def _refuse_clashes(paths: Iterable[str], files: Mapping[str, bytes]) -> None:
    """Stop where two files of the site would have one path."""
    seen = set(files)
    clashes = []
    for path in paths:
        if path in seen:
            fix = "Give one of them another id or name."
            clashes.append(SiteError(f"Two files of the site would lie at {path}.", None, fix))
        seen.add(path)
    if clashes:
        raise Problems(clashes)
