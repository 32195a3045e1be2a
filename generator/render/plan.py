"""Which pages a site has, where they lie, what they show and which briefings they depend on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from .archive import Archive, card, date_order
from .briefings import by_speaker
from .content import SiteContent, StaticPage
from .dates import parse_days
from .desk import Desk, show_day
from .entities import FOLDERS, fold
from .feeds import downloads
from .linked import json_ld
from .maps import draw_map, spots_of
from .markdown import to_html
from .pages import Page
from .site_views import EntityRef, EntityView, Filter, Pager, Publisher
from .timeline import draw_timeline
from .views import BriefingRef, BriefingView, QuestionView, WhenView

T = TypeVar("T")

HOME_BRIEFINGS = 10
HOME_QUESTIONS = 4
HOME_DATES = 5
HOME_ENTITIES = 8
"""What the home page lists before it links to the full list."""
FEED_ENTRIES = 50
"""The newest entries of a feed."""


def plan_pages(site: SiteContent, archive: Archive, files: dict[str, bytes]) -> Iterator[Page]:
    """Yield every page that is made from a template, each path once."""
    yield _home(site, archive)
    yield from _paged(site, "briefings/", "briefings.html", [card(v) for v in archive.briefings])
    desks = {desk.briefing.id: desk for desk in archive.desks}
    for view in (*archive.briefings, *archive.withdrawn):
        yield from _briefing_pages(desks[view.id], view, files)
    for entity in archive.entities:
        yield from _entity_pages(entity)
    for kind in ("person", "organisation", "country", "group"):
        refs = by_name(entity.ref for entity in archive.of_kind(kind))
        view = {"kind": kind}
        yield from _paged(site, f"{FOLDERS[kind]}/", "entities.html", refs, view)
    yield _places(archive)
    yield from _timeline(site, archive)
    yield from _questions(site, archive)
    speakers = by_speaker(quote for v in archive.briefings for g in v.quotes for quote in g.items)
    speakers = tuple(sorted(speakers, key=lambda g: fold(g.name.name) if g.name else ""))
    yield from _paged(site, "quotes/", "quotes.html", speakers)
    yield _sources(archive)
    yield _search(archive)
    for static in site.pages:
        yield _static(static)
    yield Page("404.html", "404.html")
    yield from _machine_pages(site, archive)


def by_name(refs: Iterator[EntityRef]) -> list[EntityRef]:
    """Return entities in the order of their names."""
    return sorted(refs, key=lambda ref: (fold(ref.name), ref.path))


def paginate(items: Sequence[T], per_page: int, folder: str) -> Iterator[tuple[str, Pager, Sequence[T]]]:
    """Yield path, pager and items of each page of a list; an empty list has one page."""
    total = max(1, -(-len(items) // per_page))
    paths = [f"{folder}{f'page/{number}/' if number > 1 else ''}" for number in range(1, total + 1)]
    for index, path in enumerate(paths):
        before = paths[index - 1] if index else None
        after = paths[index + 1] if index + 1 < total else None
        shown = items[index * per_page : (index + 1) * per_page]
        yield f"{path}index.html", Pager(index + 1, total, before, after), shown


def _paged(
    site: SiteContent,
    folder: str,
    template: str,
    items: Sequence[object],
    view: dict[str, object] | None = None,
) -> Iterator[Page]:
    """Yield the pages of a list."""
    for path, pager, shown in paginate(items, site.settings.per_page, folder):
        yield Page(path, template, {"pager": pager, "items": shown, "count": len(items), **(view or {})})


def _home(site: SiteContent, archive: Archive) -> Page:
    """Return the home page: newest briefings and questions, what comes next, who is named most."""
    questions = _all_questions(archive, "open")
    actors = [entity.ref for entity in archive.entities if entity.ref.kind != "place"]
    places = archive.of_kind("place", "country")
    upcoming = [when for when in _all_dates(archive) if _is_ahead(when, archive.as_of)]
    return Page(
        "index.html",
        "home.html",
        {
            "items": [card(view) for view in archive.briefings[:HOME_BRIEFINGS]],
            "briefings": len(archive.briefings),
            "actors": len(actors),
            "places": len(places),
            "questions": questions[:HOME_QUESTIONS],
            "open_questions": len(questions),
            "as_of": _as_of(site, archive),
            "upcoming": upcoming[:HOME_DATES],
            "most": sorted(actors, key=lambda ref: (-ref.mentions, fold(ref.name)))[:HOME_ENTITIES],
        },
    )


def _as_of(site: SiteContent, archive: Archive) -> object:
    """Return the day of the newest version on the site."""
    return show_day(archive.as_of.isoformat(), site.settings.language) if archive.as_of else None


def _briefing_pages(
    desk: Desk, view: BriefingView, files: dict[str, bytes]
) -> Iterator[Page]:
    """Yield the page of a briefing, and one at each of its earlier addresses."""
    depends = (view.id,)
    if view.status == "withdrawn":
        yield Page(f"{view.path}index.html", "withdrawn.html", {"briefing": view}, depends)
    else:
        yield Page(
            f"{view.path}index.html",
            "briefing.html",
            {
                "briefing": view,
                "map": draw_map(spots_of(view.places)),
                "timeline": draw_timeline(view.whens, view.published, desk.settings.language),
                "downloads": downloads(view, files),
                "json_ld": json_ld(desk.settings, view),
            },
            depends,
        )
    for alias in desk.briefing.aliases:
        yield Page(f"briefings/{alias}/index.html", "moved.html", {"target": view.ref}, depends)


def _entity_pages(entity: EntityView) -> Iterator[Page]:
    """Yield the page of an entity and its feed."""
    depends = tuple(part.briefing.path.split("/")[1] for part in entity.appearances)
    folder = entity.ref.path
    view = {
        "entity": entity,
        "map": draw_map(spots_of([entity])) if entity.ref.kind == "place" else None,
    }
    yield Page(f"{folder}index.html", "entity.html", view, depends)
    entries = [part.briefing for part in entity.appearances[:FEED_ENTRIES]]
    yield Page(f"{folder}feed.atom", "entity.atom", {"entity": entity, "entries": entries}, depends)


def _places(archive: Archive) -> Page:
    """Return the page of all places with the big map."""
    entities = archive.of_kind("place", "country")
    refs = by_name(entity.ref for entity in entities)
    places = [entity for entity in entities if entity.ref.kind == "place"]
    drawn = draw_map(spots_of(places), wide=True)
    unknown = {entity.ref.path for entity in places if entity.lat is None}
    view = {"items": refs, "count": len(refs), "map": drawn, "unknown": unknown}
    return Page("places/index.html", "places.html", view)


def _all_dates(archive: Archive) -> list[WhenView]:
    """Return every dated item of the site in the order of time."""
    dated = (when for view in archive.briefings for when in view.whens if when.day)
    return sorted(dated, key=date_order)


def _is_ahead(when: WhenView, as_of: dt.date | None) -> bool:
    """Tell whether something was still to come when the newest version was made."""
    days = parse_days(when.day.iso) if when.day else None
    return bool(days and as_of and days.last > as_of and when.statement)


def _timeline(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the pages of all dates, the newest month first."""
    dates = _all_dates(archive)
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
    """Return the year and month in which something starts."""
    days = parse_days(when.day.iso) if when.day else None
    return days.first.strftime("%Y-%m") if days else ""


def _all_questions(archive: Archive, *states: str) -> list[QuestionView]:
    """Return every question of some states, the newest briefings' first."""
    return [
        question
        for view in archive.briefings
        for question in view.questions
        if question.status in states
    ]


def _questions(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the ledger: open, answered, moot, and the open ones by kind and by place."""
    lists: dict[str, list[QuestionView]] = {
        "": sorted(_all_questions(archive, "open"), key=lambda q: -(q.age or 0)),
        "answered": _all_questions(archive, "answered"),
        "moot": _all_questions(archive, "moot"),
    }
    names: dict[str, str | None] = dict.fromkeys(lists)
    for question in lists[""]:
        lists.setdefault(f"kind-{question.kind}", []).append(question)
        names[f"kind-{question.kind}"] = None
        for about in question.about:
            if about.path and about.path.startswith(("places/", "countries/")):
                key = f"about-{about.path.split('/')[1]}"
                lists.setdefault(key, []).append(question)
                names[key] = about.name
    for key, questions in lists.items():
        view = {
            "key": key,
            "name": names[key],
            "filters": [
                Filter(other, names[other], _ledger_path(other), len(lists[other]), other == key)
                for other in lists
            ],
            "as_of": _as_of(site, archive),
            "by_briefing": _by_briefing(archive) if not key else [],
        }
        yield from _paged(site, _ledger_path(key), "questions.html", questions, view)


def _ledger_path(key: str) -> str:
    """Return where a list of questions lies."""
    return f"questions/{key}/" if key else "questions/"


def _by_briefing(archive: Archive) -> list[tuple[BriefingRef, list[int], int | None]]:
    """Return each briefing with its open, answered and moot questions and the oldest open age."""
    rows = []
    for view in archive.briefings:
        states = [question.status for question in view.questions]
        ages = [q.age for q in view.questions if q.status == "open" and q.age is not None]
        if states:
            counts = [states.count(state) for state in ("open", "answered", "moot")]
            rows.append((view.ref, counts, max(ages, default=None)))
    return rows


def _sources(archive: Archive) -> Page:
    """Return the page of publishers, and of the media that their articles cite."""
    published: dict[str, list[BriefingRef]] = {}
    cited: dict[str, list[BriefingRef]] = {}
    paths: dict[str, str | None] = {}
    for view in archive.briefings:
        for publisher in dict.fromkeys(source.publisher or "" for source in view.sources):
            published.setdefault(publisher, []).append(view.ref)
        for outlet in view.outlets:
            cited.setdefault(outlet.name, []).append(view.ref)
            paths[outlet.name] = outlet.path
    return Page(
        "sources/index.html",
        "sources.html",
        {
            "publishers": _publishers(published, {}),
            "outlets": _publishers(cited, paths),
            "named": sum(view.named for view in archive.briefings),
            "anonymous": sum(view.anonymous for view in archive.briefings),
            "items": [(view.ref, view.sources) for view in archive.briefings],
        },
    )


def _publishers(
    names: dict[str, list[BriefingRef]], paths: dict[str, str | None]
) -> list[Publisher]:
    """Return names with their briefings, those with most first."""
    rows = [Publisher(name, paths.get(name), tuple(refs)) for name, refs in names.items()]
    return sorted(rows, key=lambda row: (-len(row.briefings), fold(row.name)))


def _search(archive: Archive) -> Page:
    """Return the search page with the index from A to Z."""
    entries = [(view.title, view.path, "briefing") for view in archive.briefings]
    entries += [(entity.ref.name, entity.ref.path, entity.ref.kind) for entity in archive.entities]
    entries.sort(key=lambda entry: (fold(entry[0]), entry[1]))
    letters = [(letter, list(rows)) for letter, rows in groupby(entries, key=_letter)]
    letters.sort(key=lambda group: group[0] == "#")
    return Page("search/index.html", "search.html", {"letters": letters})


def _letter(entry: tuple[str, str, str]) -> str:
    """Return the heading under which a name stands."""
    initial = fold(entry[0])[:1].upper()
    return initial if initial.isalpha() else "#"


def _static(static: StaticPage) -> Page:
    """Return a page that the site's own people wrote."""
    view = {"static": static, "body": to_html(static.markdown, page=True)}
    return Page(f"{static.slug}/index.html", "page.html", view, ())


def _machine_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the feeds, the sitemap and the robots file."""
    entries = [card(view) for view in archive.briefings[:FEED_ENTRIES]]
    as_of = _as_of(site, archive)
    yield Page("feed.atom", "feed.atom", {"entries": entries, "as_of": as_of})
    questions = _all_questions(archive, "open", "answered")[:FEED_ENTRIES]
    yield Page("questions/feed.atom", "questions.atom", {"entries": questions, "as_of": as_of})
    yield Page("robots.txt", "robots.txt")
