"""Rows of all briefings -> the pages that list them: home, briefings, dates, quotes, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from generator.entities import fold
from generator.rows import Row, Shelf, whole

from .briefings import by_speaker
from .content import SiteContent
from .dates import parse_days
from .desk import show_day
from .pages import Frame, Page, View, as_entries, seen
from .paging import FEED_ENTRIES, Listing, address, as_of, pager_of, pages_for
from .shares import NAMED, SPEAKER, UNNAMED
from .site_views import Publisher
from .tables import is_parted
from .timeline import MOST_ROWS, choose, draw
from .values import OnDemand
from .views import Day, WhenView

HOME_BRIEFINGS = 10
HOME_QUESTIONS = 4
HOME_DATES = 5
HOME_ENTITIES = 8
"""What the home page lists before it links to the full list."""
REFS_SHOWN = 5
"""The newest briefings of a publisher, which its row shows."""


def home_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the home page: newest briefings and questions, what comes next, who is named most."""
    newest = as_of(site, shelf)
    shown = {
        "items": shelf.rows("briefings", limit=HOME_BRIEFINGS),
        "columns": shelf.rows("fronts", limit=1),
        "questions": shelf.rows("open", limit=HOME_QUESTIONS),
        "upcoming": _upcoming(shelf, newest),
        "most": shelf.rows("actors", limit=HOME_ENTITIES),
    }
    view = {
        "shown": tuple((name, len(rows)) for name, rows in shown.items()),
        "briefings": shelf.count("briefings"),
        "actors": shelf.count("actors"),
        "places": shelf.count("located"),
        "open_questions": shelf.count("open"),
        "as_of": newest,
    }
    rows = tuple(row for found in shown.values() for row in found)
    yield Page("index.html", "home.html", view, rows, _show_home)


def _upcoming(shelf: Shelf, newest: Day | None) -> list[Row]:
    """Return what was still to come when the newest version was made, the first days first."""
    days = parse_days(newest.iso) if newest else None
    if days is None:
        return []
    rows = shelf.rows("ahead", f"{days.last.isoformat()}\x01".encode(), HOME_DATES)
    return sorted(rows, key=lambda row: row.lead)


def _show_home(view: View, values: Sequence[Any]) -> View:
    """Show the values of the rows under the names of what they are."""
    left = iter(values)
    shown = {name: [next(left) for _ in range(count)] for name, count in view["shown"]}
    columns = shown["columns"][0] if shown["columns"] else ()
    return {**seen(view, "shown"), **shown, "columns": columns}


def briefing_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page | Listing]:
    """Yield the list of all briefings, the newest first, and its feed."""
    briefings = whole(shelf, "briefings")
    yield Listing("briefings/", "briefings.html", briefings, site.settings.per_page)
    view = {"as_of": as_of(site, shelf)}
    yield Page("feed.atom", "feed.atom", view, show=as_entries, run=briefings[:FEED_ENTRIES])


def timeline_pages(site: SiteContent, shelf: Shelf) -> Iterator[Listing]:
    """Yield the pages of all dates, the newest month first; the first has a picture too."""
    dates = whole(shelf, "dates", backwards=True)
    parted = is_parted(shelf, "data/when.csv")
    frame = Frame({"language": site.settings.language, "is_parted": parted}, _show_months)
    begin = partial(_with_picture, shelf, as_of(site, shelf))
    yield Listing("timeline/", "timeline.html", dates, site.settings.per_page, frame, begin)


def _with_picture(shelf: Shelf, newest: Day | None, page: Page) -> Page:
    """Return the first page of the timeline with the dates that are drawn."""
    days = parse_days(newest.iso) if newest else None
    middle = days.first.isoformat().encode() if days else b""
    near = [*shelf.rows_before("dates", middle, MOST_ROWS), *shelf.rows("dates", middle, MOST_ROWS)]
    extract = choose([row.lead[0] for row in near], newest)
    drawn = tuple(near[index] for index in extract.shown) if extract else ()
    return replace(page, rows=drawn, view={**page.view, "extract": extract})


def _show_months(view: View, values: Sequence[WhenView]) -> View:
    """Show dates by month, each month in the order of time, and the drawn timeline."""
    language, extract = view["language"], view.get("extract")
    split = len(values) - len(extract.shown) if extract else len(values)
    months = [
        (show_day(month, language), list(items)[::-1])
        for month, items in groupby(values[:split], _month)
    ]
    drawn = OnDemand(draw, (values[split:], extract, language)) if extract else None
    return {**seen(view, "extract", "language"), "months": months, "timeline": drawn}


def _month(when: WhenView) -> str:
    """Return the year and month in which something starts, or the year where no more is known."""
    iso = when.day.iso if when.day else ""
    days = parse_days(iso)
    if days is None:
        return ""
    return iso if iso.isdigit() else days.first.strftime("%Y-%m")


def quote_pages(site: SiteContent, shelf: Shelf) -> Iterator[Listing]:
    """Yield the pages of all quotes by speaker, the unnamed last."""
    frame = Frame({"speakers": len(shelf.counts(SPEAKER))}, _show_speakers)
    quotes = whole(shelf, "quotes")
    yield Listing("quotes/", "quotes.html", quotes, site.settings.per_page, frame)


def _show_speakers(view: View, values: Sequence[Any]) -> View:
    """Show quotes by speaker."""
    return {**view, "items": by_speaker(values)}


def source_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the pages of publishers and, after the last, of the media that their articles cite."""
    published, cited = _most_first(shelf, "published:"), _most_first(shelf, "cited:")
    frame = Frame(
        {
            "published": len(published),
            "cited": len(cited),
            "named": _sum(shelf, NAMED),
            "anonymous": _sum(shelf, UNNAMED),
        }
    )
    outlets = [*published, *cited]
    per_page = site.settings.per_page
    total = pages_for(len(outlets), per_page)
    for number in range(1, total + 1):
        shown = slice((number - 1) * per_page, number * per_page)
        pager = pager_of("sources/", number, total)
        names = tuple((one.name, one.path, one.rows) for one in outlets[shown])
        view = {"pager": pager, "names": names, "split": max(0, len(published) - shown.start)}
        rows = (shelf.rows(one.collection, limit=REFS_SHOWN) for one in outlets[shown])
        refs = tuple(row for found in rows for row in found)
        path = f"{address('sources/', number)}index.html"
        yield Page(path, "sources.html", view, refs, _show_publishers, frame)


def _sum(shelf: Shelf, prefix: str) -> int:
    """Return the sum of the numbers in the names of collections, each as often as it has rows."""
    return sum(int(name.removeprefix(prefix)) * n for name, n in shelf.counts(prefix).items())


class _Outlet(NamedTuple):
    """A publisher or a medium that is cited, and the rows of its briefings."""

    name: str
    path: str | None
    rows: int
    collection: str


def _most_first(shelf: Shelf, prefix: str) -> list[_Outlet]:
    """Return outlets, those with most briefings first."""
    found = [
        _outlet(shelf, collection, count) for collection, count in shelf.counts(prefix).items()
    ]
    return sorted(found, key=lambda one: (-one.rows, fold(one.name)))


def _outlet(shelf: Shelf, collection: str, count: int) -> _Outlet:
    (newest,) = shelf.rows(collection, limit=1)
    name, path = newest.lead
    return _Outlet(name, path, count, collection)


def _show_publishers(view: View, values: Sequence[Any]) -> View:
    """Show publishers and cited media, each with its newest briefings."""
    left = iter(values)
    shown = [
        Publisher(name, path, tuple(next(left) for _ in range(min(count, REFS_SHOWN))), count)
        for name, path, count in view["names"]
    ]
    split = view["split"]
    rest = seen(view, "names", "split")
    return {**rest, "publishers": shown[:split], "outlets": shown[split:]}
