"""A long list -> the pages that it is spread over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from generator.rows import Row, Shelf

from .content import SiteContent
from .desk import show_day
from .pages import Page, as_it_is
from .site_views import Pager
from .views import Day

T = TypeVar("T")

FEED_ENTRIES = 50
"""The newest entries of a feed."""


def paginate(
    items: Sequence[T], per_page: int, folder: str
) -> Iterator[tuple[str, Pager, Sequence[T]]]:
    """Yield path, pager and items of each page of a list; an empty list has one page."""
    total = max(1, -(-len(items) // per_page))
    paths = [f"{folder}{f'page/{number}/' if number > 1 else ''}" for number in range(1, total + 1)]
    for index, path in enumerate(paths):
        before = paths[index - 1] if index else None
        after = paths[index + 1] if index + 1 < total else None
        shown = items[index * per_page : (index + 1) * per_page]
        yield f"{path}index.html", Pager(index + 1, total, before, after), shown


def paged(site: SiteContent, folder: str, template: str, rows: Sequence[Row]) -> Iterator[Page]:
    """Yield the pages of a list of rows."""
    for path, pager, shown in paginate(rows, site.settings.per_page, folder):
        yield Page(path, template, {"pager": pager, "count": len(rows)}, tuple(shown))


def paged_items(
    site: SiteContent,
    folder: str,
    template: str,
    items: Sequence[object],
    view: Mapping[str, object],
) -> Iterator[Page]:
    """Yield the pages of a list of views."""
    for path, pager, shown in paginate(items, site.settings.per_page, folder):
        whole = {"pager": pager, "count": len(items), "items": shown, **view}
        yield Page(path, template, whole, show=as_it_is)


def as_of(site: SiteContent, shelf: Shelf) -> Day | None:
    """Return the day of the newest version on the site."""
    newest = shelf.rows("days", limit=1)
    return show_day(newest[0].lead[0], site.settings.language) if newest else None
