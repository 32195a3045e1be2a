"""What all briefings hold, as tables and as a map layer for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from .addresses import full_address
from .archive import Archive
from .content import SiteSettings
from .jsonio import write_json

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that starts so is a formula to a spreadsheet."""


def data_files(settings: SiteSettings, archive: Archive) -> dict[str, bytes]:
    """Return the files of `data/`."""
    return {
        "data/who.csv": _who(archive),
        "data/where.csv": _where(archive),
        "data/when.csv": _when(archive),
        "data/questions.csv": _questions(archive),
        "data/places.geojson": _geojson(settings, archive),
    }


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as RFC 4180 has it, with no cell that a spreadsheet would run."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> object:
    """Return a value for a cell; nothing as an empty one."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def _who(archive: Archive) -> bytes:
    """Return who acts, a row for each part in a briefing."""
    rows = (
        (e.ref.name, e.ref.kind, part.role, part.mentions, part.briefing.title, part.path)
        for e in archive.of_kind("person", "organisation", "country", "group")
        for part in e.appearances
    )
    return _csv(("name", "kind", "role", "mentions", "briefing", "path"), rows)


def _where(archive: Archive) -> bytes:
    """Return the places of each briefing."""
    rows = (
        (place.name.name, place.kind, place.country, place.lat, place.lon, view.title, place.path)
        for view in archive.briefings
        for place in view.places
    )
    return _csv(("name", "kind", "country", "lat", "lon", "briefing", "path"), rows)


def _when(archive: Archive) -> bytes:
    """Return the times of each briefing."""
    rows = (
        (when.day.iso if when.day else None, when.basis, when.text, when.label, v.title, when.path)
        for v in archive.briefings
        for when in v.whens
    )
    return _csv(("date", "basis", "text", "what", "briefing", "path"), rows)


def _questions(archive: Archive) -> bytes:
    """Return the questions of each briefing."""
    rows = (
        (q.text, q.kind, q.status, q.asked.iso if q.asked else None, q.age, view.title, q.path)
        for view in archive.briefings
        for q in view.questions
    )
    return _csv(("question", "kind", "status", "asked", "age_days", "briefing", "path"), rows)


def _geojson(settings: SiteSettings, archive: Archive) -> bytes:
    """Return the places whose coordinates are known (RFC 7946)."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [entity.lon, entity.lat]},
            "properties": {
                "name": entity.ref.name,
                "kind": entity.ref.kind,
                "briefings": entity.ref.briefings,
                "url": full_address(settings, entity.ref.path),
            },
        }
        for entity in archive.of_kind("place", "country")
        if entity.lat is not None and entity.lon is not None
    ]
    layer = {"type": "FeatureCollection", "features": features}
    return write_json(layer)
