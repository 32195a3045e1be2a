"""What the templates of pages over many briefings see; `views.py` has those of one briefing."""

from __future__ import annotations

from markupsafe import Markup

from .content import EntityKind
from .values import view
from .views import BriefingRef, Day, QuestionView, QuoteView, StatementView, WhenView


@view
class Card:
    """A briefing as lists show it."""

    ref: BriefingRef
    summary: str
    version: int
    day: Day | None
    publisher: str | None
    reported: int
    planned: int
    disputed: int
    unknown: int
    actors: int
    places: int


@view
class Appearance:
    """An entity's part in one briefing."""

    briefing: BriefingRef
    role: str | None
    mentions: int
    anchor: str

    @property
    def path(self) -> str:
        """The address of the entity's entry in the briefing."""
        return f"{self.briefing.path}#{self.anchor}"


@view
class EntityRef:
    """An entity as lists show it."""

    name: str
    kind: EntityKind
    path: str
    detail: str | None
    """The newest role, or the country of a place."""
    mentions: int
    briefings: int
    questions: int = 0
    """Open questions about it."""
    shared: int = 0
    """Briefings that it shares with the entity on whose page it is listed."""


@view
class EntityPlace:
    """An entity of all briefings and where it lies, as far as it does."""

    ref: EntityRef
    place_kind: str | None = None
    lat: float | None = None
    lon: float | None = None


@view
class EntityView:
    """A person, organisation, country, group or place over all briefings."""

    ref: EntityRef
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    """All but the newest."""
    note: Markup | None
    same_as: tuple[str, ...]
    place_kind: str | None
    lat: float | None
    lon: float | None
    last: Day | None
    """The day of the newest briefing that names it."""
    others: tuple[EntityRef, ...]
    """Who and what is named beside it most often; their numbers are of the briefings they share."""
    appearances: tuple[Appearance, ...] = ()
    statements: tuple[StatementView, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    questions: tuple[QuestionView, ...] = ()
    dates: tuple[WhenView, ...] = ()
    """What the briefings on the page at hand say."""


@view
class Publisher:
    """Whose articles the briefings rest on, or which media those articles cite."""

    name: str
    path: str | None
    briefings: tuple[BriefingRef, ...]
    """The newest."""
    count: int
    """How many there are."""


@view
class Filter:
    """A choice among the pages of one list."""

    key: str
    name: str | None
    """The name of a place or a briefing; templates word the other keys."""
    path: str
    count: int
    current: bool = False


@view
class Pager:
    """Where a page of a long list stands among its siblings."""

    number: int
    total: int
    previous: str | None
    next: str | None


@view
class IndexEntry:
    """A line of the index from A to Z."""

    title: str
    path: str
    kind: str
    """The kind of an entity, or `briefing`."""


@view
class Letter:
    """A heading of the index from A to Z."""

    name: str
    anchor: str
    """Where its entries stand on the search page, if they do."""
    path: str | None
    """The first of its own pages, where the index is too long for one page."""
