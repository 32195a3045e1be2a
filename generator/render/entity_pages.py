"""What briefings say about an entity -> its pages, each as many briefings as a list page holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from generator.entities import fold
from generator.rows import Entry, Lead, Shelf, entry, value_of, whole

from .alphabet import index_entry
from .briefings import show_columns
from .content import SiteContent
from .dated import time_order
from .desk import show_day
from .entities import FOLDERS, KINDS
from .maps import draw_map, draw_wide_map, spots_of
from .markdown import to_html
from .pages import Frame, Page, Press, View, as_it_is
from .paging import FEED_ENTRIES, Listing
from .shares import Companion, Part, Said, part_of
from .site_views import EntityPlace, EntityRef, EntityView
from .tables import is_parted, map_layer
from .values import OnDemand

PLACES = "place", "country"
"""The kinds of entities that lie somewhere."""
MOST = 2**48 - 1
OTHERS = 12
"""How many companions an entity's page names."""


def show_entity(press: Press, path: str, leads: Iterable[Lead]) -> EntityView:
    """Return what all briefings together say about an entity, but for the items themselves."""
    parts = [*map(part_of, leads)]
    kind = KINDS[path.partition("/")[0]]
    names = Counter(part.names[0] for part in parts)
    name = min(names, key=lambda one: (-names[one], one))
    found = press.directory.find(kind, name)
    note = found.note if found else None
    details = tuple(dict.fromkeys(detail for part in parts for detail in part.details))
    known = next((part for part in parts if part.lat is not None), None)
    aliases = (*(note.aliases if note else ()), *(one for part in parts for one in part.names))
    return EntityView(
        ref=EntityRef(
            name=name,
            kind=kind,
            path=path,
            detail=details[0] if details else None,
            mentions=sum(part.mentions for part in parts),
            briefings=len(parts),
            questions=sum(part.open_questions for part in parts),
        ),
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != name)),
        roles=details[1:],
        note=to_html(note.note) if note else None,
        same_as=note.same_as if note else (),
        place_kind=next((part.place_kind for part in parts if part.place_kind), None),
        lat=known.lat if known else None,
        lon=known.lon if known else None,
        last=show_day(parts[0].day, press.site.settings.language),
        others=_nearest(parts),
    )


def entity_entries(view: EntityView) -> Iterator[Entry]:
    """Yield the rows by which lists name an entity, and the one that keeps what is shown of it."""
    ref = view.ref
    by_name = f"{fold(ref.name)}\0{ref.path}".encode("utf-8", "surrogatepass")
    if ref.kind in PLACES:
        place = view.place_kind, view.lat, view.lon
        yield entry("located", by_name, (*_fields(ref), *place), ref)
    if ref.kind != "place":
        most_first = (MOST - ref.mentions).to_bytes(6, "big") + by_name
        yield entry(f"entities:{ref.kind}", by_name, (), ref)
        yield entry("actors", most_first, (), ref)
    yield index_entry(ref.name, ref.path, ref.kind)
    yield entry("entities", ref.path.encode(), (), view)


def known_view(shelf: Shelf, path: str) -> tuple[EntityView, bytes]:
    """Return what all briefings together say about an entity as it is kept, and its digest."""
    (row,) = shelf.rows("entities", path.encode(), 1)
    return value_of(row.stored), row.digest


def entity_pages(site: SiteContent, shelf: Shelf, path: str) -> Iterator[Page | Listing]:
    """Yield the pages of an entity and its feed."""
    view, digest = known_view(shelf, path)
    frame = Frame({"entity": view, "map": None}, _show_said, digest)
    is_drawn = view.ref.kind == "place" and "maps" in site.settings.outputs
    drawn = OnDemand(draw_map, (spots_of([view]),)) if is_drawn else None
    rows = whole(shelf, path)
    begin = partial(_with, drawn) if drawn else None
    yield Listing(path, "entity.html", rows, site.settings.per_page, frame, begin)
    if "feeds" in site.settings.outputs:
        feed = rows[:FEED_ENTRIES]
        yield Page(f"{path}feed.atom", "entity.atom", {}, (), _show_refs, frame, feed)


def list_pages(site: SiteContent, shelf: Shelf) -> Iterator[Listing]:
    """Yield the lists of entities by kind."""
    for kind, folder in FOLDERS.items():
        if kind != "place":
            listed, frame = whole(shelf, f"entities:{kind}"), Frame({"kind": kind})
            yield Listing(f"{folder}/", "entities.html", listed, site.settings.per_page, frame)


def place_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page | Listing]:
    """Yield the list of places and countries, first with the big map, and the map layer."""
    rows = whole(shelf, "located")
    leads = shelf.leads("located")
    located = [EntityPlace(EntityRef(*lead[:-3]), *lead[-3:]) for lead in leads]
    places = [one for one in located if one.ref.kind == "place"]
    unknown = sum(one.lat is None for one in places)
    parted = is_parted(shelf, "data/where.csv")
    frame = Frame({"unknown": unknown, "is_parted": parted, "map": None})
    is_drawn = "maps" in site.settings.outputs
    drawn = OnDemand(draw_wide_map, (spots_of(places),)) if is_drawn else None
    begin = partial(_with, drawn) if drawn else None
    yield Listing("places/", "places.html", rows, site.settings.per_page, frame, begin)
    if "data" in site.settings.outputs:
        layer = map_layer(site.settings, located)
        yield Page("data/places.geojson", "", {"content": layer}, show=as_it_is)


def _with(drawn: OnDemand, page: Page) -> Page:
    """Return the first page of a list with its map."""
    return replace(page, view={**page.view, "map": drawn})


def _fields(ref: EntityRef) -> Lead:
    return ref.name, ref.kind, ref.path, ref.detail, ref.mentions, ref.briefings, ref.questions


def _nearest(parts: Sequence[Part]) -> tuple[EntityRef, ...]:
    """Return who and what is named beside an entity most often."""
    shared: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    newest: dict[str, Companion] = {}
    for part in parts:
        for one in part.company:
            shared[one.path] += 1
            mentions[one.path] += one.mentions
            newest.setdefault(one.path, one)
    nearest = sorted(shared, key=lambda path: (-shared[path], -mentions[path], path))[:OTHERS]
    return tuple(
        EntityRef(
            name=newest[path].name,
            kind=newest[path].kind,
            path=path,
            detail=newest[path].detail,
            mentions=mentions[path],
            briefings=shared[path],
            shared=shared[path],
        )
        for path in nearest
    )


def _show_said(view: View, values: Sequence[Any]) -> View:
    """Show what some briefings say about an entity."""
    said: Sequence[Said] = values
    entity = replace(
        view["entity"],
        appearances=tuple(one.appearance for one in said),
        statements=tuple(item for one in said for item in one.statements),
        quotes=tuple(item for one in said for item in one.quotes),
        questions=tuple(item for one in said for item in one.questions),
        dates=tuple(sorted((item for one in said for item in one.dates), key=time_order)),
    )
    return {**view, "entity": entity, "columns": show_columns(entity.statements, entity.questions)}


def _show_refs(view: View, values: Sequence[Any]) -> View:
    """Show briefings as the entries of an entity's feed."""
    return {**view, "entries": [said.appearance.briefing for said in values]}
