"""What all briefings hold, as tables and as a map layer for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from generator.model import Who
from generator.rows import Shelf

from .addresses import full_address
from .content import SiteSettings
from .desk import Desk
from .entities import entity_kind, named_items
from .jsonio import write_json
from .site_views import EntityPlace
from .views import BriefingView, Day

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that starts so is a formula to a spreadsheet."""

TABLES = {
    "data/who.csv": ("name", "kind", "role", "mentions", "briefing", "path"),
    "data/where.csv": ("name", "kind", "country", "lat", "lon", "briefing", "path"),
    "data/when.csv": ("date", "basis", "text", "what", "briefing", "path"),
    "data/questions.csv": ("question", "kind", "status", "asked", "settled", "briefing", "path"),
}
"""The tables and what their columns are called."""


TABLE_SIZE = 2_000
"""Briefings in a table: where there are more, it has the newest, and each month a table besides."""


def is_parted(shelf: Shelf, name: str) -> bool:
    """Tell whether a table cannot hold all briefings."""
    return shelf.count(name) > TABLE_SIZE


def table_rows(desk: Desk, view: BriefingView) -> dict[str, bytes]:
    """Return the rows of one briefing in each of the tables."""
    places = (
        (place.name.name, place.kind, place.country, place.lat, place.lon, view.title, place.path)
        for place in view.places
    )
    times = ((_iso(w.day), w.basis, w.text, w.label, view.title, w.path) for w in view.whens)
    questions = (
        (q.text, q.kind, q.status, _iso(q.asked), _iso(q.settled), view.title, q.path)
        for q in view.questions
    )
    found = (_who(desk, view), places, times, questions)
    return {name: write_rows(rows) for name, rows in zip(TABLES, found, strict=True)}


def write_rows(rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as RFC 4180 has them, with no cell that a spreadsheet would run."""
    text = io.StringIO()
    csv.writer(text).writerows(map(_cell, row) for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _iso(day: Day | None) -> str | None:
    return day.iso if day else None


def _cell(value: object) -> object:
    """Return a value for a cell."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _who(desk: Desk, view: BriefingView) -> Iterable[Sequence[object]]:
    """Yield who acts, a row for each part in a briefing."""
    for section, item in named_items(desk.briefing):
        entity = desk.directory.find(entity_kind(item), item.name)
        if entity and isinstance(item, Who):
            path = f"{view.path}#{desk.anchors[section, item.id]}"
            yield entity.name, entity.kind, item.role, item.mentions or 0, view.title, path


def map_layer(settings: SiteSettings, places: Iterable[EntityPlace]) -> bytes:
    """Return the places whose coordinates are known (RFC 7946)."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {
                "name": place.ref.name,
                "kind": place.ref.kind,
                "briefings": place.ref.briefings,
                "url": full_address(settings, place.ref.path),
            },
        }
        for place in places
        if place.lat is not None and place.lon is not None
    ]
    return write_json({"type": "FeatureCollection", "features": features})
