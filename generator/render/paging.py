"""A long list -> the pages that it is spread over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.rows import Run, Shelf
from generator.sealing import digest_of, plain

from .content import SiteContent
from .desk import show_day
from .pages import NOTHING, Frame, Page
from .site_views import Pager
from .views import Day

FEED_ENTRIES = 50
"""The newest entries of a feed."""


@dataclass(frozen=True)
class Listing:
    """A long list with the pages that it is spread over."""

    folder: str
    template: str
    run: Run
    per_page: int
    frame: Frame = NOTHING
    begin: Callable[[Page], Page] | None = None
    """Returns the first page with what only that shows."""

    def __len__(self) -> int:
        """Return how many pages there are; an empty list has one."""
        return pages_for(len(self.run), self.per_page)

    def __iter__(self) -> Iterator[Page]:
        """Yield every page."""
        return map(self.page, range(1, len(self) + 1))

    def page(self, number: int) -> Page:
        """Return a page."""
        pager = pager_of(self.folder, number, len(self))
        view = {"pager": pager, "count": len(self.run)}
        shown = self.run[(number - 1) * self.per_page : number * self.per_page]
        path = f"{address(self.folder, number)}index.html"
        page = Page(path, self.template, view, (), self.frame.show, self.frame, shown)
        return self.begin(page) if self.begin and number == 1 else page

    def moved(self) -> Iterator[Page]:
        """Yield the pages that may show something else while all pages show the same beside it."""
        numbers = {1} if self.begin else set()
        for first, last in self.run.moved():
            numbers.update(range(first // self.per_page + 1, (last - 1) // self.per_page + 2))
        return map(self.page, sorted(numbers))

    def digest(self, theme: bytes) -> bytes:
        """Return a digest of all that its pages are made from but their items."""
        made_from = self.folder, self.template, self.frame.show.__qualname__
        return digest_of(
            theme, self.frame.digest, plain((*made_from, self.per_page, len(self.run)))
        )


def all_pages(planned: Iterable[Page | Listing]) -> Iterator[Page]:
    """Yield single pages, and those of lists."""
    for one in planned:
        yield from one if isinstance(one, Listing) else (one,)


def pages_for(count: int, per_page: int) -> int:
    """Return over how many pages a list is spread."""
    return max(1, -(-count // per_page))


def pager_of(folder: str, number: int, total: int) -> Pager:
    """Return where a page of a list stands among its siblings."""
    before = address(folder, number - 1) if number > 1 else None
    after = address(folder, number + 1) if number < total else None
    return Pager(number, total, before, after)


def address(folder: str, number: int) -> str:
    """Return where a page of a list lies."""
    return f"{folder}page/{number}/" if number > 1 else folder


def as_of(site: SiteContent, shelf: Shelf) -> Day | None:
    """Return the day of the newest version on the site."""
    newest = shelf.rows("days", limit=1)
    return show_day(newest[0].lead[0], site.settings.language) if newest else None
