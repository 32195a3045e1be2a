"""What templates see: small frozen values with listed fields (described in docs/templates.md).

Names, statements and quotations are plain text, which templates escape; `Markup` is HTML that
has been cleaned. A `path` is an address inside the site, without a leading slash, which the
`url` function of the templates makes relative to the page at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from markupsafe import Markup

from .content import Provenance
from .values import view

T = TypeVar("T")


@view
class Day:
    """A date or a range of dates, as the machine and as people write it."""

    iso: str
    text: str
    short: str
    """With the weekday where it is one day."""
    is_day: bool


@view
class EvidenceView:
    """The words of a source that an item rests on, with their neighbours."""

    before: str
    quote: str
    after: str
    cut: bool
    """The quotation goes on in the source."""
    sentence: int | None
    """Counted from 1."""
    source: str | None
    """Which source, where there are several."""
    url: str | None
    """The publisher's page, opened on these very words."""
    lost: bool


@view
class NameView:
    """A name that may have a page of its own."""

    name: str
    path: str | None = None
    anonymous: bool = False


@view
class BriefingRef:
    """A briefing as others point to it."""

    title: str
    path: str
    status: str
    day: Day | None


@view
class ItemView:
    """What every item has on a page."""

    anchor: str
    made_by: Provenance
    evidence: tuple[EvidenceView, ...]
    briefing: BriefingRef

    @property
    def path(self) -> str:
        """The permanent address of the item."""
        return f"{self.briefing.path}#{self.anchor}"


@view
class StatementView(ItemView):
    """Something reported, planned, possible, demanded, denied or disputed."""

    text: str
    status: str
    actor: str | None
    attributed_to: tuple[NameView, ...]
    anonymous: bool
    when: str | None
    denies: str | None
    """The anchor of the statement that this one denies."""


@view
class QuestionView(ItemView):
    """What an article leaves open."""

    text: str
    kind: str
    why_open: str | None
    about: tuple[NameView, ...]
    asked: Day | None
    settled: Day | None
    """When it was answered, or overtaken by events, where that is known."""
    age: int | None
    """Days from asking to the settling or to the newest version; never to today."""
    status: str
    answer: Markup | None
    answered_by: BriefingRef | None
    stale: bool


@view
class QuoteView(ItemView):
    """What someone said."""

    text: str
    kind: str
    cue: str | None
    via: tuple[str, ...]
    speaker: NameView
    role: str | None


@view
class ActorView(ItemView):
    """Someone who acts, in one briefing."""

    name: NameView
    kind: str
    role: str | None
    mentions: int | None
    does: str | None
    """What they did, in the words of a statement about them."""
    says: str | None
    """What they said, where they are not seen to do anything."""
    says_kind: str | None
    does_at: str | None
    """The anchor of that statement or quotation."""


@view
class PlaceView(ItemView):
    """A place in one briefing."""

    name: NameView
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None
    statement: StatementView | None
    """What happens there."""


@view
class WhenView(ItemView):
    """A time that a briefing names."""

    text: str
    day: Day | None
    basis: str | None
    label: str
    """What happens then."""
    statement: StatementView | None


@view
class ReasonView(ItemView):
    """A why or a how."""

    text: str
    statement: StatementView | None


@view
class Group(Generic[T]):
    """Items under one heading; `key` is a word that templates turn into the heading."""

    key: str
    items: Sequence[T]
    name: NameView | None = None
    note: str | None = None


@view
class Column(Generic[T]):
    """One of the four columns of the front: what is shown at once, and what folds out."""

    key: str
    front: Sequence[T]
    more: Sequence[T]

    @property
    def count(self) -> int:
        """The number of items in the column."""
        return len(self.front) + len(self.more)


@view
class SourceView:
    """An article that a briefing rests on."""

    id: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: Day | None
    retrieved: Day | None
    language: str | None
    license: str | None
    credit: str | None
    sha256: str | None
    file: str | None
    sentences: int | None
    bars: tuple[int, ...]
    """Items resting on each sentence, or on each stretch of sentences of a long article."""
    bare: int
    """Sentences on which no item rests."""


@view
class RevisionView:
    """What one version changed."""

    number: int
    day: Day | None
    added: tuple[NameView, ...]
    changed: tuple[NameView, ...]
    answered: tuple[NameView, ...]
    withdrawn: tuple[str, ...]
    note: str | None


@view
class Counts:
    """How many items of a section were made by whom."""

    section: str
    machine: int
    edited: int
    editor: int

    @property
    def all(self) -> int:
        """All items of the section."""
        return self.machine + self.edited + self.editor


@view
class Download:
    """A file beside a page."""

    key: str
    path: str
    size: int
    """In bytes; 0 where it is not worth saying."""


@view
class BriefingView:
    """A briefing as its page shows it."""

    id: str
    title: str
    path: str
    status: str
    ref: BriefingRef
    summary: Markup | None
    summary_text: str
    version: int
    changed: Day | None
    published: Day | None
    as_of: Day | None
    """The day to which ages are counted."""
    extractor: str | None
    """The plug-in that drafted it; None for the program itself."""
    found: int
    expected: int
    columns: tuple[Column[StatementView] | Column[QuestionView], ...]
    statements: tuple[StatementView, ...]
    actors: tuple[Group[ActorView], ...]
    places: tuple[PlaceView, ...]
    whens: tuple[WhenView, ...]
    reasons: tuple[Group[ReasonView], ...]
    quotes: tuple[Group[QuoteView], ...]
    questions: tuple[QuestionView, ...]
    sources: tuple[SourceView, ...]
    outlets: tuple[NameView, ...]
    named: int
    anonymous: int
    notes: Markup | None
    revisions: tuple[RevisionView, ...]
    made: tuple[Counts, ...]
