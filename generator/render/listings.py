"""Pages over many briefings: home, places, timeline, sources, search, and how lists are paged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from .archive import Archive, card, date_order
from .briefings import by_speaker
from .content import SiteContent
from .dates import parse_days
from .desk import show_day
from .entities import fold
from .maps import draw_map, spots_of
from .pages import Page
from .site_views import EntityRef, Pager, Publisher
from .timeline import draw_timeline
from .views import BriefingRef, Day, Group, QuestionView, QuoteView, WhenView

T = TypeVar("T")

HOME_BRIEFINGS = 10
HOME_QUESTIONS = 4
HOME_DATES = 5
HOME_ENTITIES = 8
"""What the home page lists before it links to the full list."""


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


def paged(
    site: SiteContent,
    folder: str,
    template: str,
    items: Sequence[object],
    view: Mapping[str, object] | None = None,
) -> Iterator[Page]:
    """Yield the pages of a list."""
    for path, pager, shown in paginate(items, site.settings.per_page, folder):
        yield Page(
            path, template, {"pager": pager, "items": shown, "count": len(items), **(view or {})}
        )


def home_page(site: SiteContent, archive: Archive) -> Page:
    """Return the home page: newest briefings and questions, what comes next, who is named most."""
    questions = all_questions(archive, "open")
    actors = [entity.ref for entity in archive.entities if entity.ref.kind != "place"]
    places = archive.of_kind("place", "country")
    upcoming = [when for when in all_dates(archive) if _is_ahead(when, archive.as_of)]
    upcoming.sort(key=_ends)
    return Page(
        "index.html",
        "home.html",
        {
            "items": [card(view) for view in archive.briefings[:HOME_BRIEFINGS]],
            "columns": archive.briefings[0].columns if archive.briefings else (),
            "briefings": len(archive.briefings),
            "actors": len(actors),
            "places": len(places),
            "questions": questions[:HOME_QUESTIONS],
            "open_questions": len(questions),
            "as_of": as_of(site, archive),
            "upcoming": upcoming[:HOME_DATES],
            "most": sorted(actors, key=lambda ref: (-ref.mentions, fold(ref.name)))[:HOME_ENTITIES],
        },
    )


def as_of(site: SiteContent, archive: Archive) -> Day | None:
    """Return the day of the newest version on the site."""
    return show_day(archive.as_of.isoformat(), site.settings.language) if archive.as_of else None


def all_dates(archive: Archive) -> list[WhenView]:
    """Return every dated item of the site in the order of time."""
    dated = (when for view in archive.briefings for when in view.whens if when.day)
    return sorted(dated, key=date_order)


def _is_ahead(when: WhenView, as_of: dt.date | None) -> bool:
    """Tell whether something was still to come when the newest version was made."""
    days = parse_days(when.day.iso) if when.day else None
    return bool(days and as_of and days.last > as_of and when.statement)


def _ends(when: WhenView) -> dt.date:
    """Return the day by which something is to have happened."""
    days = parse_days(when.day.iso) if when.day else None
    return days.last if days else dt.date.max


def timeline_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the pages of all dates, the newest month first."""
    dates = all_dates(archive)
    newest = show_day(archive.as_of.isoformat(), site.settings.language) if archive.as_of else None
    drawn = draw_timeline(dates, newest, site.settings.language)
    for path, pager, shown in paginate(list(reversed(dates)), site.settings.per_page, "timeline/"):
        months = [
            (show_day(month, site.settings.language), list(reversed(list(items))))
            for month, items in groupby(shown, key=_month)
        ]
        view = {"pager": pager, "months": months, "count": len(dates), "timeline": drawn}
        yield Page(path, "timeline.html", view)


def _month(when: WhenView) -> str:
    """Return the year and month in which something starts, or the year where no more is known."""
    iso = when.day.iso if when.day else ""
    days = parse_days(iso)
    if days is None:
        return ""
    return iso if iso.isdigit() else days.first.strftime("%Y-%m")


def _speaker_order(group: Group[QuoteView]) -> tuple[bool, str]:
    """Order speakers by name, the unnamed last."""
    name = group.name.name if group.name else ""
    return not name, fold(name)


def source_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the pages of publishers and, after the last, of the media that their articles cite."""
    published: dict[str, list[BriefingRef]] = {}
    cited: dict[str, list[BriefingRef]] = {}
    paths: dict[str, str | None] = {}
    for view in archive.briefings:
        for publisher in dict.fromkeys(source.publisher or "" for source in view.sources):
            published.setdefault(publisher, []).append(view.ref)
        for outlet in view.outlets:
            cited.setdefault(outlet.name, []).append(view.ref)
            paths[outlet.name] = outlet.path
    totals = {
        "published": len(published),
        "cited": len(cited),
        "named": sum(view.named for view in archive.briefings),
        "anonymous": sum(view.anonymous for view in archive.briefings),
    }
    rows = [*_publishers(published, {}), *_publishers(cited, paths)]
    for path, pager, shown in paginate(rows, site.settings.per_page, "sources/"):
        left = max(0, len(published) - (pager.number - 1) * site.settings.per_page)
        rows_of = {"publishers": shown[:left], "outlets": shown[left:]}
        yield Page(path, "sources.html", {**rows_of, "pager": pager, **totals})


def _publishers(
    names: dict[str, list[BriefingRef]], paths: dict[str, str | None]
) -> list[Publisher]:
    """Return names with their briefings, those with most first."""
    rows = [Publisher(name, paths.get(name), tuple(refs)) for name, refs in names.items()]
    return sorted(rows, key=lambda row: (-len(row.briefings), fold(row.name)))


def by_name(refs: Iterator[EntityRef]) -> list[EntityRef]:
    """Return entities in the order of their names."""
    return sorted(refs, key=lambda ref: (fold(ref.name), ref.path))


def place_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the pages of all places, the first with the big map."""
    entities = archive.of_kind("place", "country")
    refs = by_name(entity.ref for entity in entities)
    places = [entity for entity in entities if entity.ref.kind == "place"]
    unknown = sum(entity.lat is None for entity in places)
    drawn = draw_map(spots_of(places), wide=True)
    yield from paged(site, "places/", "places.html", refs, {"map": drawn, "unknown": unknown})


def quote_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the pages of all quotes by speaker."""
    quotes = [quote for v in archive.briefings for group in v.quotes for quote in group.items]
    speakers = by_speaker(quotes)
    ordered = [one for group in sorted(speakers, key=_speaker_order) for one in group.items]
    for path, pager, shown in paginate(ordered, site.settings.per_page, "quotes/"):
        counts = {"count": len(quotes), "speakers": len(speakers)}
        yield Page(path, "quotes.html", {"pager": pager, "items": by_speaker(shown), **counts})


def all_questions(archive: Archive, *states: str) -> list[QuestionView]:
    """Return every question of some states, the newest briefings' first."""
    return [
        question
        for view in archive.briefings
        for question in view.questions
        if question.status in states
    ]
