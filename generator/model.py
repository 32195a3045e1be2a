"""A briefing and what it is made of, as every stage shares them.

What is read from or written to YAML is a frozen pydantic model, so that one definition validates,
documents and generates the JSON Schema. Rooms and plug-ins take the values of articles from here
as well (`as` tells that they may).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.articles import Article as Article
from generator.articles import Segment as Segment
from generator.articles import Source as Source
from generator.articles import Span as Span
from generator.articles import Value as Value
from generator.formats import CountryCode, Day, DayOrRange, Moment, Slug, Text, whole_point

ActorKind = Literal["person", "organisation", "country", "group"]
PlaceKind = Literal["country", "region", "city", "site", "body-of-water", "landform"]
StatementStatus = Literal["reported", "planned", "possible", "denied", "demanded", "disputed"]
QuoteKind = Literal["direct", "indirect", "mixed"]
QuestionKind = Literal[
    "conditional", "alternative", "pending", "disputed", "unanswered", "unknown", "unconfirmed"
]
BriefingStatus = Literal["draft", "reviewed", "published", "withdrawn"]


class Evidence(Value):
    """The exact words of a source that an item rests on."""

    quote: Text
    """Copied letter for letter."""
    sentence: int | None = Field(default=None, ge=0)
    """Index into the article's sentences, from 0."""
    start: int | None = Field(default=None, ge=0)
    """Where the words begin in the article's text, in characters from 0."""
    end: int | None = Field(default=None, ge=0)
    """Where they end, exclusive."""
    source: Slug | None = None
    """A source id; the first source is meant where it is absent."""
    lost: bool = False
    """The article has changed and these words are no longer in it."""


class Item(Value):
    """What every item of a briefing has."""

    id: Slug
    """Names the item in its briefing and in the address of its place on the page."""
    by: Literal["editor"] | None = None
    """`editor` for an item that a person added; it may then stand without evidence."""
    evidence: tuple[Evidence, ...] = ()
    """The words of the sources that the item rests on."""


class Who(Item):
    """Someone who acts: a person, an organisation, a country or a group."""

    name: Text
    """The fullest form in the text."""
    kind: ActorKind
    """What sort of actor this is."""
    role: str | None = None
    """As the source words it."""
    aliases: tuple[str, ...] = ()
    """Other names that the text uses."""
    mentions: int | None = Field(default=None, ge=0)
    """How often the text refers to the actor."""


class What(Item):
    """One thing that happened, is planned, possible, denied, demanded or disputed."""

    statement: Text
    """Reads on its own, without bare pronouns."""
    actor: Slug | None = None
    """The who who did it."""
    action: str | None = None
    """The predicate without its subject."""
    status: StatementStatus = "reported"
    """How the source puts it forward."""
    attributed_to: tuple[str, ...] = ()
    """Who ids or text, the nearest source first; empty where the article itself says so."""
    anonymous: bool = False
    """Whether the source it leans on is unnamed."""
    denies: Slug | None = None
    """The statement that this one denies."""
    when: Slug | None = None
    """The when at which it happened."""
    where: tuple[Slug, ...] = ()
    """The wheres at which it happened."""


class Where(Item):
    """A place that plays a part."""

    name: Text
    """As the source spells it."""
    kind: PlaceKind | None = None
    """What sort of place this is."""
    country: CountryCode | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = Field(default=None, ge=-90, le=90)
    """Degrees north; absent where it cannot be known."""
    lon: float | None = Field(default=None, ge=-180, le=180)
    """Degrees east."""
    gazetteer: str | None = None
    """`geonames:ID`, or `places:NAME` for one of our own table; absent where it is in neither."""
    aliases: tuple[str, ...] = ()
    """Other names that the text uses."""

    _point = model_validator(mode="after")(whole_point)


class When(Item):
    """A time that the article names."""

    text: Text
    """As the source words it."""
    date: DayOrRange | None = None
    """`YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `start/end`; absent where it cannot be known."""
    basis: Literal["stated", "inferred"] | None = None
    """Whether the source states the date or it was reckoned from another."""
    what: Slug | None = None
    """The what that happened then."""


class Reason(Item):
    """A why (cause, purpose) or a how (means, manner)."""

    text: Text
    """The cause, purpose, means or manner."""
    what: Slug | None = None
    """The what that it explains."""


class Quote(Item):
    """What someone said, in their words or in the article's."""

    speaker: str | None = None
    """A who id, or text where the speaker is unnamed."""
    text: Text
    """Copied letter for letter, without quotation marks."""
    kind: QuoteKind = "direct"
    """Whether the words are the speaker's, the article's, or both."""
    cue: str | None = None
    """The word that says it was said, such as `warned`."""
    via: tuple[str, ...] = ()
    """The outlets or documents through which the words came, nearest first."""


class Question(Item):
    """What the article leaves open about its own story."""

    question: Text
    """One well-formed question."""
    kind: QuestionKind = "unknown"
    """In what way the article leaves it open."""
    why_open: str | None = None
    """What the article says instead of an answer."""
    about: tuple[Slug, ...] = ()
    """The ids of the whos and wheres it concerns."""
    asked: Day | None = None
    """The day from which it has been open."""
    status: Literal["open", "answered", "moot"] = "open"
    """`moot` where events have made it pointless."""
    answer: str | None = None
    """Markdown, once there is one."""
    answered_by: Slug | None = None
    """The id of the briefing that answers it."""


class Sourcing(Value):
    """Who told whom."""

    outlets: tuple[str, ...] = ()
    """Media that the article cites: who ids or text."""
    named: int = Field(default=0, ge=0)
    """Distinct named sources."""
    anonymous: int = Field(default=0, ge=0)
    """Distinct unnamed sources."""


class Revision(Value):
    """What changed in a briefing that had been published."""

    date: Moment
    """When the change was published."""
    added: tuple[str, ...] = ()
    """Ids of items that came in."""
    changed: tuple[str, ...] = ()
    """Ids of items that read otherwise."""
    answered: tuple[str, ...] = ()
    """Ids of questions that found an answer."""
    withdrawn: tuple[str, ...] = ()
    """Ids of items that went."""
    note: str | None = None
    """The editor's words on the change."""


class Draft(Value):
    """What an extractor proposes for one article."""

    title: Text
    """The headline."""
    summary: str | None = None
    """Markdown, two or three sentences."""
    who: tuple[Who, ...] = ()
    """People, organisations, countries and groups that act."""
    what: tuple[What, ...] = ()
    """What happened or may happen."""
    where: tuple[Where, ...] = ()
    """Places."""
    when: tuple[When, ...] = ()
    """Times."""
    why: tuple[Reason, ...] = ()
    """Causes and purposes."""
    how: tuple[Reason, ...] = ()
    """Means and manner."""
    quotes: tuple[Quote, ...] = ()
    """What was said."""
    open_questions: tuple[Question, ...] = ()
    """What the sources leave open."""
    sourcing: Sourcing = Sourcing()
    """Who told whom."""


class Briefing(Draft):
    """A briefing as it lies in `content/briefings/`."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    """The version of this format."""
    id: Slug
    """The briefing's address; the file's name where it is absent."""
    status: BriefingStatus = "draft"
    """How far the briefing has come; the site's settings say which are built."""
    extractor: str | None = None
    """Which plug-in has drafted it, with its version; absent where the program itself has, or a
    person wrote it. Written by the program."""
    sources: tuple[Source, ...] = ()
    """The articles it rests on; none where an editor has written all of it."""
    aliases: tuple[Slug, ...] = ()
    """Earlier ids, whose addresses lead here."""
    notes: str | None = None
    """The editor's own; never touched by the program."""
    revisions: tuple[Revision, ...] = ()
    """What changed since it was first published; written by the program."""


SECTIONS: tuple[str, ...] = (
    "who",
    "what",
    "where",
    "when",
    "why",
    "how",
    "quotes",
    "open_questions",
)
"""The fields of a draft that hold items, in the order of the file."""

MAIN_FIELDS: dict[type[Value], str] = {
    Evidence: "quote",
    Source: "file",
    What: "statement",
    Where: "name",
    When: "text",
    Reason: "text",
    Question: "question",
}
"""The field that a bare text in a list stands for. Not for a who: its kind cannot be guessed."""
