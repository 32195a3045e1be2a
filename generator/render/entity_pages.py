"""An entity over all briefings -> its pages, each about as many briefings as a list page holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from .archive import date_order
from .briefings import show_columns
from .listings import paginate
from .maps import draw_map, spots_of
from .pages import Page
from .site_views import Appearance, EntityView
from .views import ItemView

FEED_ENTRIES = 50
"""The newest entries of a feed."""

Shown = TypeVar("Shown", bound=ItemView)


def entity_pages(entity: EntityView, per_page: int) -> Iterator[Page]:
    """Yield the pages of an entity and its feed."""
    folder = entity.ref.path
    drawn = draw_map(spots_of([entity])) if entity.ref.kind == "place" else None
    parts = _parts(entity)
    for path, pager, shown in paginate(entity.appearances, per_page, folder):
        part = _join([parts[one.briefing.path] for one in shown])
        view = {
            "entity": replace(part, appearances=tuple(shown)),
            "columns": show_columns(part.statements, part.questions),
            "pager": pager,
            "map": drawn if pager.number == 1 else None,
        }
        yield Page(path, "entity.html", view, _briefing_ids(shown))
    newest = entity.appearances[:FEED_ENTRIES]
    feed = {"entity": entity, "entries": [one.briefing for one in newest]}
    yield Page(f"{folder}feed.atom", "entity.atom", feed, _briefing_ids(newest))


def _briefing_ids(appearances: Iterable[Appearance]) -> tuple[str, ...]:
    """Return the ids of the briefings in which an entity appears."""
    return tuple(one.briefing.path.split("/")[1] for one in appearances)


def _parts(entity: EntityView) -> dict[str, EntityView]:
    """Return what each briefing says about an entity, by the briefing's path."""
    statements, quotes = _by_briefing(entity.statements), _by_briefing(entity.quotes)
    questions, dates = _by_briefing(entity.questions), _by_briefing(entity.dates)
    paths = (one.briefing.path for one in entity.appearances)
    return {
        path: replace(
            entity,
            statements=tuple(statements.get(path, ())),
            quotes=tuple(quotes.get(path, ())),
            questions=tuple(questions.get(path, ())),
            dates=tuple(dates.get(path, ())),
        )
        for path in paths
    }


def _by_briefing(items: Iterable[Shown]) -> dict[str, list[Shown]]:
    """Return items by the path of their briefing."""
    found: dict[str, list[Shown]] = {}
    for item in items:
        found.setdefault(item.briefing.path, []).append(item)
    return found


def _join(parts: list[EntityView]) -> EntityView:
    """Return one view of what several briefings say."""
    return replace(
        parts[0],
        statements=tuple(item for part in parts for item in part.statements),
        quotes=tuple(item for part in parts for item in part.quotes),
        questions=tuple(item for part in parts for item in part.questions),
        dates=tuple(sorted((item for part in parts for item in part.dates), key=date_order)),
    )
