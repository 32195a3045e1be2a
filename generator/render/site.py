"""A whole site: plan its pages, write each, and add the files that are no pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.errors import Problems, SiteError

from .addresses import full_address, lasting_name
from .archive import Archive, open_archive
from .content import SiteContent
from .dates import locale_of
from .desk import days_between, show_day
from .feeds import machine_files, sitemap_files
from .handmade import broken_links
from .pages import Page, links_from, open_theme, static_files, write_page
from .plan import plan_pages


def render(site: SiteContent) -> dict[str, bytes]:
    """Return every file of the site by its path; the same content gives the same bytes."""
    archive = open_archive(site)
    files = {**static_files(site.templates), **machine_files(site, archive)}
    pages = list(plan_pages(site, archive, files))
    files.update(sitemap_files(site.settings, pages))
    _refuse([*_clashes(pages, files), *broken_links(site.pages, _all_paths(pages, files))])
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
            "days_between": days_between,
        }
        try:
            written[page.path] = write_page(theme, page, common)
        except SiteError as problem:
            problems.append(problem)
    _refuse(problems)
    return written


def _clashes(pages: Iterable[Page], files: Mapping[str, bytes]) -> Iterator[SiteError]:
    """Yield a complaint about each path that two files of the site would have."""
    seen = set(files)
    for page in pages:
        if page.path in seen:
            fix = "Give one of them another id or name."
            yield SiteError(f"Two files of the site would lie at {page.path}.", None, fix)
        seen.add(page.path)


def _all_paths(pages: Iterable[Page], files: Mapping[str, bytes]) -> set[str]:
    """Return the path of every file of the site."""
    return {*files, *(page.path for page in pages)}


def _refuse(problems: Sequence[SiteError]) -> None:
    """Stop where there is a problem."""
    if problems:
        raise Problems(problems)
