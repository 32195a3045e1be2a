"""All briefings of a site -> what its pages over many briefings are made of."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.model import Who

from .briefings import show_briefing
from .content import SiteContent
from .dates import parse_days
from .desk import Desk, show_day
from .entities import Directory, Entity, entity_kind, named_items
from .markdown import to_html
from .quoting import limit_quotes
from .site_views import Appearance, Card, EntityRef, EntityView
from .views import (
    BriefingRef,
    BriefingView,
    PlaceView,
    QuestionView,
    QuoteView,
    StatementView,
    WhenView,
)

COMPANY = 150
"""Entities of one briefing that are counted as each other's company, the first named: every pair
is counted, which for the thousands of names in a list or a book would be millions."""
OTHERS = 12
"""How many companions an entity's page names."""


@dataclass
class _Gathered:
    """What has been found about one entity so far."""

    appearances: list[Appearance] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    statements: list[StatementView] = field(default_factory=list)
    quotes: list[QuoteView] = field(default_factory=list)
    questions: list[QuestionView] = field(default_factory=list)
    dates: list[WhenView] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    places: list[PlaceView] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Archive:
    """Everything on the site, sorted once; briefings and their items newest first."""

    desks: tuple[Desk, ...]
    briefings: tuple[BriefingView, ...]
    withdrawn: tuple[BriefingView, ...]
    entities: tuple[EntityView, ...]
    as_of: dt.date | None

    def of_kind(self, *kinds: str) -> tuple[EntityView, ...]:
        """Return the entities of some kinds, by name."""
        return tuple(entity for entity in self.entities if entity.ref.kind in kinds)


def open_archive(site: SiteContent) -> Archive:
    """Sort a site's briefings and gather what each says about every entity."""
    contents = [
        replace(
            content,
            briefing=limit_quotes(content.briefing, content.articles, site.settings.quote_words),
        )
        for content in site.briefings
    ]
    standing = [one.briefing for one in contents if one.briefing.status != "withdrawn"]
    names = [
        (entity_kind(item), item.name) for briefing in standing for _, item in named_items(briefing)
    ]
    directory = Directory(names, site.entities)
    refs: dict[str, BriefingRef] = {}
    desks = [Desk(content, site.settings, directory, refs) for content in contents]
    refs.update((desk.briefing.id, _ref(desk)) for desk in desks)
    desks.sort(key=_newest_first)
    views = {desk.briefing.id: show_briefing(desk) for desk in desks}
    shown = [desk for desk in desks if desk.briefing.status != "withdrawn"]
    gathered = _gather(shown, views)
    return Archive(
        desks=tuple(desks),
        briefings=tuple(views[desk.briefing.id] for desk in shown),
        withdrawn=tuple(view for view in views.values() if view.status == "withdrawn"),
        entities=_entity_views(directory.entities, gathered),
        as_of=max((desk.as_of for desk in shown if desk.as_of), default=None),
    )


def _ref(desk: Desk) -> BriefingRef:
    """Return how others point to a briefing."""
    briefing = desk.briefing
    day = show_day(desk.as_of.isoformat(), desk.settings.language) if desk.as_of else None
    return BriefingRef(briefing.title, f"briefings/{briefing.id}/", briefing.status, day)


def _newest_first(desk: Desk) -> tuple[int, str, str]:
    """Order by the newest version, undated briefings last, then by title."""
    day = desk.as_of.toordinal() if desk.as_of else 0
    return (-day, desk.briefing.title, desk.briefing.id)


def _gather(desks: Iterable[Desk], views: dict[str, BriefingView]) -> dict[str, _Gathered]:
    """Return what the briefings say, by the path of the entity it is about."""
    gathered: dict[str, _Gathered] = {}
    for desk in desks:
        view = views[desk.briefing.id]
        named = _gather_names(desk, view, gathered)
        _gather_items(desk, view, named, gathered)
        paths = list(dict.fromkeys(named.values()))[:COMPANY]
        for path in paths:
            gathered[path].others.update(paths)
    return gathered


def _gather_names(
    desk: Desk, view: BriefingView, gathered: dict[str, _Gathered]
) -> dict[tuple[str, str], str]:
    """Add a briefing to all that it names; return (section, item id) -> path."""
    named: dict[tuple[str, str], str] = {}
    details = {place.anchor: place.country for place in view.places}
    for section, item in named_items(desk.briefing):
        entity = desk.directory.find(entity_kind(item), item.name)
        if entity is None:
            continue
        anchor = desk.anchors[section, item.id]
        named[section, item.id] = entity.path
        about = gathered.setdefault(entity.path, _Gathered())
        role, mentions = (item.role, item.mentions) if isinstance(item, Who) else (None, None)
        _appear(about, Appearance(desk.ref, role, mentions or 0, anchor))
        about.details += [detail for detail in (role, details.get(anchor)) if detail]
        about.aliases += [name for name in (item.name, *item.aliases) if name != entity.name]
    for place in view.places:
        if place.name.path:
            gathered[place.name.path].places.append(place)
    return named


def _appear(about: _Gathered, appearance: Appearance) -> None:
    """Add a part in a briefing; a country that acts and is a place appears once."""
    last = about.appearances[-1] if about.appearances else None
    if last is None or last.briefing != appearance.briefing:
        about.appearances.append(appearance)


def _gather_items(
    desk: Desk,
    view: BriefingView,
    named: dict[tuple[str, str], str],
    gathered: dict[str, _Gathered],
) -> None:
    """Add a briefing's statements, dates, quotes and questions to the entities they are about."""
    involved: dict[str, list[str]] = {}
    for what, statement in zip(desk.briefing.what, view.statements, strict=True):
        keys = [("who", what.actor or ""), *(("where", place) for place in what.where)]
        paths = list(dict.fromkeys(named[key] for key in keys if key in named))
        involved[statement.anchor] = paths
        for path in paths:
            gathered[path].statements.append(statement)
    for when in view.whens:
        if when.statement and when.day:
            for path in involved[when.statement.anchor]:
                gathered[path].dates.append(when)
    _gather_words(view, gathered)


def _gather_words(view: BriefingView, gathered: dict[str, _Gathered]) -> None:
    """Add a briefing's quotes and questions to the entities they are by and about."""
    for group in view.quotes:
        if group.name and group.name.path in gathered:
            gathered[group.name.path].quotes += group.items
    for question in view.questions:
        for path in dict.fromkeys(name.path for name in question.about if name.path):
            gathered[path].questions.append(question)


def _entity_views(
    entities: Iterable[Entity], gathered: dict[str, _Gathered]
) -> tuple[EntityView, ...]:
    """Return the view of every entity, by kind and name."""
    refs = {entity.path: _entity_ref(entity, gathered[entity.path]) for entity in entities}
    return tuple(_entity_view(entity, gathered[entity.path], refs) for entity in entities)


def _entity_ref(entity: Entity, about: _Gathered) -> EntityRef:
    """Return an entity as lists show it."""
    return EntityRef(
        name=entity.name,
        kind=entity.kind,
        path=entity.path,
        detail=about.details[0] if about.details else None,
        mentions=sum(appearance.mentions for appearance in about.appearances),
        briefings=len(about.appearances),
        questions=sum(question.status == "open" for question in about.questions),
    )


def _entity_view(entity: Entity, about: _Gathered, refs: dict[str, EntityRef]) -> EntityView:
    """Return the view of an entity's page."""
    note = entity.note
    aliases = (*(note.aliases if note else ()), *about.aliases)
    known = next((place for place in about.places if place.lat is not None), None)
    shared = ((path, count) for path, count in about.others.items() if path != entity.path)
    nearest = sorted(shared, key=lambda other: (-other[1], -refs[other[0]].mentions, other[0]))
    return EntityView(
        ref=refs[entity.path],
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != entity.name)),
        roles=tuple(dict.fromkeys(about.details))[1:],
        note=to_html(note.note) if note else None,
        same_as=note.same_as if note else (),
        place_kind=next((place.kind for place in about.places if place.kind), None),
        lat=known.lat if known else None,
        lon=known.lon if known else None,
        appearances=tuple(about.appearances),
        statements=tuple(about.statements),
        quotes=tuple(about.quotes),
        questions=tuple(about.questions),
        dates=tuple(about.dates),
        others=tuple(replace(refs[path], shared=count) for path, count in nearest[:OTHERS]),
    )


def date_order(when: WhenView) -> tuple[dt.date, dt.date, str]:
    """Order dated items by day; what has no date comes last."""
    days = parse_days(when.day.iso) if when.day else None
    if days is None:
        return (dt.date.max, dt.date.max, when.path)
    return (days.first, days.last, when.path)


def card(view: BriefingView) -> Card:
    """Return a briefing as lists show it."""
    counts = {column.key: column.count for column in view.columns}
    return Card(
        ref=view.ref,
        summary=view.summary_text,
        version=view.version,
        day=view.ref.day,
        publisher=view.sources[0].publisher if view.sources else None,
        actors=sum(len(group.items) for group in view.actors),
        places=len(view.places),
        **counts,
    )
