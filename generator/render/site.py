"""A whole site in memory: every file of it, by the same steps in which a build takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.errors import BriefingError, Problems, SiteError
from generator.rows import Drawer, Entry, value_of

from .briefing_pages import UNLISTED, make_briefings
from .content import SiteContent
from .desk import Desk
from .entity_pages import entity_entries, entity_pages, show_entity
from .feeds import sitemap_files
from .handmade import broken_links
from .pages import Page, Press, static_files
from .paging import Listing, all_pages
from .plan import FAMILIES, is_entity


def render(site: SiteContent) -> dict[str, bytes]:
    """Return every file of the site by its path; the same content gives the same bytes."""
    site_files = _Files()
    site_files.add(static_files(site.templates))
    press = Press(site)
    refs = {
        one.briefing.id: Desk(one, site.settings, press.directory, {}).ref for one in site.briefings
    }
    entries: list[Entry] = []
    for made in make_briefings(press, [(content, refs) for content in site.briefings]):
        if isinstance(made, BriefingError):
            raise made
        site_files.add(made.files, made.unlisted)
        entries.extend(made.entries)
    shelf = Drawer(entries)
    entities = [path for path in shelf.collections if is_entity(path)]
    views = (show_entity(press, path, shelf.leads(path)) for path in entities)
    shelf = Drawer([*entries, *(one for view in views for one in entity_entries(view))])
    for path in entities:
        site_files.write(press, entity_pages(site, shelf, path), shelf)
    for family in FAMILIES:
        site_files.write(press, family.pages(site, shelf), shelf)
    site_files.add(sitemap_files(site.settings, site_files.addresses()))
    site_files.problems.extend(broken_links(site.pages, site_files.files))
    if site_files.problems:
        raise Problems(site_files.problems)
    return dict(sorted(site_files.files.items()))


class _Files:
    """The files of a site as they come, and what is wrong with them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.problems: list[BriefingError] = []
        self._unlisted: set[str] = set()

    def add(self, files: Mapping[str, bytes], unlisted: Iterable[str] = ()) -> None:
        """Add files; two of one path are a problem."""
        self.problems.extend(map(two_files, files.keys() & self.files.keys()))
        self.files.update(files)
        self._unlisted.update(unlisted)

    def write(self, press: Press, planned: Iterator[Page | Listing], shelf: Drawer) -> None:
        """Write pages, collecting the mistakes of all templates."""
        for page in all_pages(planned):
            try:
                content = press.write(page, [*map(value_of, page.stored(shelf))])
            except SiteError as problem:
                self.problems.append(problem)
            else:
                self.add({page.path: content}, [page.path] * (page.template in UNLISTED))

    def addresses(self) -> list[str]:
        """Return the addresses of all pages that search engines should find."""
        paths = (path for path in self.files if path.endswith(".html"))
        return [path.removesuffix("index.html") for path in paths if path not in self._unlisted]


def two_files(path: str) -> SiteError:
    """Return a complaint about a path that two files of the site would have."""
    fix = "Give one of them another id or name."
    return SiteError(f"Two files of the site would lie at {path}.", None, fix)
