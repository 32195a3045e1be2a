"""A long list -> the pages that it is spread over."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rows import Run, Shelf

from .content import SiteContent
from .desk import show_day
from .pages import Frame, Page
from .site_views import Pager
from .views import Day

FEED_ENTRIES = 50
"""The newest entries of a feed."""


def paginate(count: int, per_page: int, folder: str) -> Iterator[tuple[str, Pager, slice]]:
    """Yield path, pager and place in the list of each page's items; an empty list has one page."""
    total = max(1, -(-count // per_page))
    paths = [f"{folder}{f'page/{number}/' if number > 1 else ''}" for number in range(1, total + 1)]
    for index, path in enumerate(paths):
        before = paths[index - 1] if index else None
        after = paths[index + 1] if index + 1 < total else None
        shown = slice(index * per_page, (index + 1) * per_page)
        yield f"{path}index.html", Pager(index + 1, total, before, after), shown


def paged(site: SiteContent, folder: str, template: str, run: Run, frame: Frame) -> Iterator[Page]:
    """Yield the pages of a list."""
    for path, pager, shown in paginate(len(run), site.settings.per_page, folder):
        view = {"pager": pager, "count": len(run)}
        yield Page(path, template, view, (), frame.show, frame, run[shown])


def as_of(site: SiteContent, shelf: Shelf) -> Day | None:
    """Return the day of the newest version on the site."""
    newest = shelf.rows("days", limit=1)
    return show_day(newest[0].lead[0], site.settings.language) if newest else None
