"""One briefing -> what it adds to the pages over many: to lists, and to each entity it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from generator.entities import fold
from generator.model import Who
from generator.rows import Entry, Lead, counted, entry
from generator.sealing import digest_of

from . import values
from .alphabet import index_entry
from .content import EntityKind
from .dated import ahead, dates, events_ahead
from .desk import Desk
from .entities import Entity, entity_kind, named_items
from .ledger import question_entries
from .orders import newest_first
from .site_views import Appearance, Card
from .tables import table_rows
from .views import BriefingView, Column, QuestionView, QuoteView, StatementView, WhenView

COMPANY = 24
"""Entities of one briefing that are named as each other's company, the first named: every pair
is counted, which for the thousands of names in a list or a book would be millions."""
SPEAKER, NAMED, UNNAMED = "speaker:", "named:", "unnamed:"
"""The collections that are only counted: of each speaker's quotes, and of the briefings that have
so many named and unnamed sources."""


class Companion(NamedTuple):
    """Who or what is named beside an entity in one briefing."""

    path: str
    name: str
    kind: EntityKind
    detail: str | None
    mentions: int


class Part(NamedTuple):
    """What planning the pages of an entity takes of one briefing."""

    day: str | None
    """Of the briefing's newest version."""
    names: tuple[str, ...]
    """The name that it goes by, and then as the briefing writes it."""
    details: tuple[str, ...]
    """Its role, or its country."""
    mentions: int
    open_questions: int
    place_kind: str | None
    lat: float | None
    lon: float | None
    company: tuple[Companion, ...]


@values.view
class Said:
    """What one briefing says about one entity."""

    appearance: Appearance
    statements: list[StatementView] = field(default_factory=list)
    quotes: list[QuoteView] = field(default_factory=list)
    questions: list[QuestionView] = field(default_factory=list)
    dates: list[WhenView] = field(default_factory=list)


@dataclass(slots=True)
class _About:
    """What has been found about one entity so far."""

    entity: Entity
    said: Said
    names: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    place_kind: str | None = None
    lat: float | None = None
    lon: float | None = None


def shares(
    desk: Desk, view: BriefingView, events: Mapping[str, bytes], asked: Set[str]
) -> Iterator[Entry]:
    """Yield all that a briefing adds to pages over many; `events` are those of its dated items.

    `asked` are the parts that templates ask for.
    """
    order = newest_first(desk)
    yield entry("days", order, (desk.as_of.isoformat() if desk.as_of else None,))
    yield entry("briefings", order, (), card(view))
    yield index_entry(view.title, view.path, "briefing")
    if "columns" in asked:
        yield entry("fronts", order, (), tuple(map(_bare_column, view.columns)))
    if "upcoming" in asked:
        yield from ahead(view, desk.as_of.toordinal() if desk.as_of else 0)
    if "questions" in asked or "questions" in desk.settings.outputs:
        yield from question_entries(view, order, are_listed="questions" in desk.settings.outputs)
    yield from _wanted(desk, view, order)
    yield from events_ahead(view, events)
    yield from _about_entities(desk, view, order, asked)


def _wanted(desk: Desk, view: BriefingView, order: bytes) -> Iterator[Entry]:
    """Yield what goes into lists and tables that not every site has."""
    outputs = desk.settings.outputs
    if "timeline" in outputs:
        yield from dates(view)
    if "quotes" in outputs:
        yield from _quotes(view, order)
    if "sources" in outputs:
        yield from _sources(view, order)
    for name, rows in table_rows(desk, view).items() if "data" in outputs else ():
        yield entry(name, order, (), rows)


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


def _bare_column(column: Column[Any]) -> Column[Any]:
    """Return a column without evidence: the page that it stands on has no room for that."""
    return Column(column.key, _bare(column.front), _bare(column.more))


def _bare(items: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(replace(item, evidence=()) if item.evidence else item for item in items)


def _counted(number: int) -> bytes:
    """Return a number as bytes that sort like it."""
    return number.to_bytes(4, "big")


def _quotes(view: BriefingView, order: bytes) -> Iterator[Entry]:
    """Yield the quotes, by speaker and then the newest first; those of nobody named come last."""
    quotes = (quote for group in view.quotes for quote in group.items)
    for number, quote in enumerate(quotes):
        name, key = quote.speaker.name, quote.speaker.path or quote.speaker.name
        speaker = f"{int(not name)}{fold(name)}\0{key}\0".encode("utf-8", "surrogatepass")
        place = speaker + order + _counted(number)
        yield entry("quotes", place, (), quote)
        yield counted(f"{SPEAKER}{_key(key)}", place)


def _sources(view: BriefingView, order: bytes) -> Iterator[Entry]:
    """Yield who published the articles, which media they cite, and how many sources those have."""
    yield counted(f"{NAMED}{view.named}", order)
    yield counted(f"{UNNAMED}{view.anonymous}", order)
    published = dict.fromkeys((source.publisher or "", None) for source in view.sources)
    cited = {outlet.name: outlet.path for outlet in reversed(view.outlets)}
    for kind, outlets in (("published", published), ("cited", cited.items())):
        for name, path in outlets:
            yield entry(f"{kind}:{_key(name)}", order, (name, path), view.ref)


def _key(name: str) -> str:
    """Return what the collection of a name is called."""
    return digest_of(name.encode("utf-8", "surrogatepass")).hex()


def _about_entities(
    desk: Desk, view: BriefingView, order: bytes, asked: Set[str]
) -> Iterator[Entry]:
    """Yield what the briefing says about each entity that it names, as far as it is asked for."""
    found: dict[str, _About] = {}
    named = _gather_names(desk, view, found)
    _gather_items(desk, view, named, found)
    company = [
        (path, about.entity.name, about.entity.kind, *_first(about))
        for path, about in (list(found.items())[:COMPANY] if "others" in asked else ())
    ]
    day = desk.as_of.isoformat() if desk.as_of else None
    for path, about in found.items():
        said = about.said
        part = (  # as in `Part`, of plain values
            day,
            tuple(dict.fromkeys([about.entity.name, *about.names])),
            tuple(about.details),
            said.appearance.mentions,
            [one.status for one in said.questions].count("open"),
            about.place_kind,
            about.lat,
            about.lon,
            tuple([one for one in company if one[0] != path]),
        )
        yield entry(path, order, part, _asked_for(said, asked))


def _asked_for(said: Said, asked: Set[str]) -> Said:
    """Return what is asked for of what a briefing says about an entity."""
    are_columns = "columns" in asked
    return Said(
        said.appearance,
        said.statements if are_columns or "statements" in asked else [],
        said.quotes if "quotes" in asked else [],
        said.questions if are_columns or "questions" in asked else [],
        said.dates if "dates" in asked else [],
    )


def part_of(lead: Lead) -> Part:
    """Return what planning takes of one briefing, as it was before it was stored."""
    *rest, company = lead
    return Part._make((*rest, tuple(map(Companion._make, company))))


def _first(about: _About) -> tuple[str | None, int]:
    """Return the first that is known about an entity, and how often it is named."""
    return about.details[0] if about.details else None, about.said.appearance.mentions


def _gather_names(
    desk: Desk, view: BriefingView, found: dict[str, _About]
) -> dict[tuple[str, str], str]:
    """Find every entity that the briefing names; return (section, item id) -> path.

    A country that acts and is a place appears once.
    """
    named: dict[tuple[str, str], str] = {}
    places = {place.anchor: place for place in view.places}
    for section, item in named_items(desk.briefing):
        entity = desk.directory.find(entity_kind(item), item.name)
        if entity is None:
            continue
        anchor = desk.anchors[section, item.id]
        named[section, item.id] = entity.path
        role, mentions = (item.role, item.mentions) if isinstance(item, Who) else (None, None)
        appearance = Appearance(desk.ref, role, mentions or 0, anchor)
        about = found.setdefault(entity.path, _About(entity, Said(appearance)))
        about.names += [item.name, *item.aliases]
        place = places.get(anchor)
        about.details += [one for one in (role, place and place.country) if one]
        if place:
            about.place_kind = about.place_kind or place.kind
        if place and about.lat is None:
            about.lat, about.lon = place.lat, place.lon
    return named


def _gather_items(
    desk: Desk, view: BriefingView, named: Mapping[tuple[str, str], str], found: dict[str, _About]
) -> None:
    """Add a briefing's statements, dates, quotes and questions to the entities they are about."""
    involved: dict[str, list[str]] = {}
    for what, statement in zip(desk.briefing.what, view.statements, strict=True):
        keys = [("who", what.actor or ""), *(("where", place) for place in what.where)]
        paths = list(dict.fromkeys(named[key] for key in keys if key in named))
        involved[statement.anchor] = paths
        for path in paths:
            found[path].said.statements.append(statement)
    for when in view.whens:
        if when.statement and when.day:
            for path in involved[when.statement.anchor]:
                found[path].said.dates.append(when)
    _gather_words(view, found)


def _gather_words(view: BriefingView, found: dict[str, _About]) -> None:
    """Add a briefing's quotes and questions to the entities they are by and about."""
    for group in view.quotes:
        if group.name and group.name.path in found:
            found[group.name.path].said.quotes.extend(group.items)
    for question in view.questions:
        for path in dict.fromkeys(name.path for name in question.about if name.path):
            found[path].said.questions.append(question)
