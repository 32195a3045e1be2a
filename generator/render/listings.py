"""Rows of all briefings -> the pages that list them: home, briefings, dates, quotes, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.rows import Row, Shelf

from .briefings import by_speaker
from .content import SiteContent
from .dates import parse_days
from .desk import show_day
from .entities import fold
from .entity_pages import listed_entities
from .pages import Page, View, as_entries, seen
from .paging import FEED_ENTRIES, as_of, paged, paginate
from .site_views import Publisher
from .timeline import choose, draw
from .values import OnDemand
from .views import Day

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
    entities = listed_entities(shelf)
    actors = [place.ref for place in entities if place.ref.kind != "place"]
    shown = {
        "items": shelf.rows("briefings", limit=HOME_BRIEFINGS),
        "columns": shelf.rows("fronts", limit=1),
        "questions": shelf.rows("open", limit=HOME_QUESTIONS),
        "upcoming": _upcoming(shelf, newest),
    }
    view = {
        "shown": tuple((name, len(rows)) for name, rows in shown.items()),
        "briefings": shelf.count("briefings"),
        "actors": len(actors),
        "places": sum(place.ref.kind in {"place", "country"} for place in entities),
        "open_questions": shelf.count("open"),
        "as_of": newest,
        "most": sorted(actors, key=lambda ref: (-ref.mentions, fold(ref.name)))[:HOME_ENTITIES],
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


def briefing_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the list of all briefings, the newest first, and its feed."""
    rows = shelf.rows("briefings")
    yield from paged(site, "briefings/", "briefings.html", rows)
    view = {"as_of": as_of(site, shelf)}
    yield Page("feed.atom", "feed.atom", view, tuple(rows[:FEED_ENTRIES]), as_entries)


def timeline_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the pages of all dates, the newest month first."""
    rows = shelf.rows("dates")
    language = site.settings.language
    newest = as_of(site, shelf)
    extract = choose([row.lead[0] for row in rows], newest)
    for path, pager, shown in paginate(rows[::-1], site.settings.per_page, "timeline/"):
        months = [
            (show_day(month, language), len(list(items))) for month, items in groupby(shown, _month)
        ]
        first = extract if pager.number == 1 else None
        drawn = [rows[index] for index in first.shown] if first else []
        view = {"pager": pager, "months": months, "count": len(rows)}
        view |= {"extract": first, "language": language}
        yield Page(path, "timeline.html", view, (*shown, *drawn), _show_months)


def _month(row: Row) -> str:
    """Return the year and month in which something starts, or the year where no more is known."""
    iso = row.lead[0]
    days = parse_days(iso)
    if days is None:
        return ""
    return iso if iso.isdigit() else days.first.strftime("%Y-%m")


def _show_months(view: View, values: Sequence[Any]) -> View:
    """Show dates by month, each month in the order of time, and the drawn timeline."""
    months, left = [], list(values)
    for month, count in view["months"]:
        months.append((month, left[:count][::-1]))
        left = left[count:]
    extract, language = view["extract"], view["language"]
    drawn = OnDemand(draw, (left, extract, language)) if extract else None
    return {**seen(view, "extract", "language"), "months": months, "timeline": drawn}


def quote_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the pages of all quotes by speaker, the unnamed last."""
    rows = shelf.rows("quotes")
    speakers: dict[str, list[Row]] = {}
    for row in rows:
        speakers.setdefault(row.lead[0], []).append(row)
    groups = sorted(speakers.values(), key=lambda said: _name_order(said[0].lead[1]))
    ordered = [row for said in groups for row in said]
    for path, pager, shown in paginate(ordered, site.settings.per_page, "quotes/"):
        view = {"pager": pager, "count": len(rows), "speakers": len(speakers)}
        yield Page(path, "quotes.html", view, tuple(shown), _show_speakers)


def _name_order(name: str) -> tuple[bool, str]:
    """Order speakers by name, the unnamed last."""
    return not name, fold(name)


def _show_speakers(view: View, values: Sequence[Any]) -> View:
    """Show quotes by speaker."""
    return {**view, "items": by_speaker(values)}


def source_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the pages of publishers and, after the last, of the media that their articles cite."""
    rows = shelf.rows("sources")
    published: dict[str, list[Row]] = {}
    cited: dict[str, list[Row]] = {}
    paths: dict[str, str | None] = {}
    for row in rows:
        publishers, outlets, *_ = row.lead
        for publisher in publishers:
            published.setdefault(publisher, []).append(row)
        for name, path in outlets:
            cited.setdefault(name, []).append(row)
            paths.setdefault(name, path)
    totals = {
        "published": len(published),
        "cited": len(cited),
        "named": sum(row.lead[2] for row in rows),
        "anonymous": sum(row.lead[3] for row in rows),
    }
    found = [*_most_first(published, {}), *_most_first(cited, paths)]
    for path, pager, shown in paginate(found, site.settings.per_page, "sources/"):
        left = max(0, len(published) - (pager.number - 1) * site.settings.per_page)
        names = tuple((name, path, len(of_it)) for name, path, of_it in shown)
        view = {"pager": pager, "names": names, "split": left, **totals}
        refs = tuple(row for *_, of_it in shown for row in of_it[:REFS_SHOWN])
        yield Page(path, "sources.html", view, refs, _show_publishers)


def _most_first(
    names: Mapping[str, list[Row]], paths: Mapping[str, str | None]
) -> list[tuple[str, str | None, list[Row]]]:
    """Return names with their briefings, those with most first."""
    found = [(name, paths.get(name), rows) for name, rows in names.items()]
    return sorted(found, key=lambda one: (-len(one[2]), fold(one[0])))


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
