"""The values that every stage shares: an article as read, and the briefing that is made from it.

Articles and their segments are plain frozen dataclasses, made in great numbers; what is read from
or written to YAML is a frozen pydantic model, so that one definition validates, documents and
generates the JSON Schema. Offsets count characters of `Article.text`, from 0, `end` exclusive.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

_YEAR = "[0-9]{4}"
_DAY = f"{_YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?"
_ZONE = r"(Z|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])"


def _first_and_last_day(value: str) -> tuple[datetime.date, datetime.date]:
    """Return the days between which `YYYY`, `YYYY-MM` or `YYYY-MM-DD` lies."""
    year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return datetime.date(year, month or 1, day or 1), datetime.date(year, last_month, last_day)


def _real_days(value: str) -> str:
    """Refuse days that no calendar has, and spans that end before they begin."""
    first, _, last = value.partition("/")
    try:
        begins, ends = _first_and_last_day(first)[0], _first_and_last_day(last or first)[1]
    except ValueError as error:
        what = "the calendar has no such day"
        raise ValueError(what) from error
    if begins > ends:
        what = "it ends before it begins"
        raise ValueError(what)
    return value


def _real_moment(value: str) -> str:
    """Refuse a day that no calendar has."""
    _real_days(value[:10])
    return value


Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", min_length=1, max_length=80)
]
Text = Annotated[str, StringConstraints(min_length=1)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[str, StringConstraints(pattern=f"^{_DAY}$"), AfterValidator(_real_days)]
Moment = Annotated[
    str,
    StringConstraints(pattern=f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}([T ]{_CLOCK}{_ZONE}?)?$"),
    AfterValidator(_real_moment),
]
DayOrRange = Annotated[
    str, StringConstraints(pattern=f"^{_DAY}(/{_DAY})?$"), AfterValidator(_real_days)
]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]

ActorKind = Literal["person", "organisation", "country", "group"]
PlaceKind = Literal["country", "region", "city", "site", "body-of-water", "landform"]
StatementStatus = Literal["reported", "planned", "possible", "denied", "demanded", "disputed"]
QuoteKind = Literal["direct", "indirect", "mixed"]
QuestionKind = Literal[
    "conditional", "alternative", "pending", "disputed", "unanswered", "unknown", "unconfirmed"
]
BriefingStatus = Literal["draft", "reviewed", "published", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence (or heading, or bullet line) of an article: its span, paragraph and words."""

    start: int
    end: int
    paragraph: int
    words: tuple[Span, ...]
    heading: bool = False


class Value(BaseModel):
    """A frozen value with no unknown fields; the docstrings of its fields describe its schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Source(Value):
    """One article that a briefing rests on; what the article does not state is absent."""

    id: Slug = "s1"
    file: Text
    sha256: Digest | None = None
    """SHA-256 of the seed's bytes."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: Link | None = None
    published: Moment | None = None
    """ISO 8601 date or date and time; relative dates in the text resolve against it."""
    retrieved: Moment | None = None
    language: str | None = None
    encoding: str | None = None
    license: str | None = None
    """`open` where the whole text may be published."""
    credit: str | None = None
    """To whom the account is owed, in words for the reader."""


@dataclass(frozen=True, slots=True)
class Article:
    """A seed, read: its metadata, text (NFC, paragraphs parted by one blank line) and sentences."""

    source: Source
    text: str
    segments: tuple[Segment, ...]
    standfirst: str | None = None


class Evidence(Value):
    """The exact words of a source that an item rests on."""

    quote: Text
    sentence: int | None = Field(default=None, ge=0)
    """Index into the article's sentences, from 0."""
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)
    source: Slug | None = None
    """A source id; the first source is meant where it is absent."""
    lost: bool = False
    """The article has changed and these words are no longer in it."""


class Item(Value):
    """What every item of a briefing has."""

    id: Slug
    by: Literal["editor"] | None = None
    """`editor` for an item that a person added; it may then stand without evidence."""
    evidence: tuple[Evidence, ...] = ()


class Who(Item):
    """Someone who acts: a person, an organisation, a country or a group."""

    name: Text
    """The fullest form in the text."""
    kind: ActorKind
    role: str | None = None
    """As the source words it."""
    aliases: tuple[str, ...] = ()
    mentions: int | None = Field(default=None, ge=0)


class What(Item):
    """One thing that happened, is planned, possible, denied, demanded or disputed."""

    statement: Text
    """Reads on its own, without bare pronouns."""
    actor: Slug | None = None
    action: str | None = None
    """The predicate without its subject."""
    status: StatementStatus = "reported"
    attributed_to: tuple[str, ...] = ()
    """Who ids or text, the nearest source first; empty where the article itself says so."""
    anonymous: bool = False
    denies: Slug | None = None
    """The statement that this one denies."""
    when: Slug | None = None
    where: tuple[Slug, ...] = ()


class Where(Item):
    """A place that plays a part."""

    name: Text
    kind: PlaceKind | None = None
    country: CountryCode | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    gazetteer: str | None = None
    """`geonames:ID`; absent where the place is not in the gazetteer."""
    aliases: tuple[str, ...] = ()


class When(Item):
    """A time that the article names."""

    text: Text
    """As the source words it."""
    date: DayOrRange | None = None
    """`YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `start/end`; absent where it cannot be known."""
    basis: Literal["stated", "inferred"] | None = None
    what: Slug | None = None


class Reason(Item):
    """A why (cause, purpose) or a how (means, manner)."""

    text: Text
    what: Slug | None = None


class Quote(Item):
    """What someone said, in their words or in the article's."""

    speaker: str | None = None
    """A who id, or text where the speaker is unnamed."""
    text: Text
    kind: QuoteKind = "direct"
    cue: str | None = None
    via: tuple[str, ...] = ()
    """The outlets or documents through which the words came, nearest first."""


class Question(Item):
    """What the article leaves open about its own story."""

    question: Text
    kind: QuestionKind = "unknown"
    why_open: str | None = None
    about: tuple[Slug, ...] = ()
    asked: Day | None = None
    status: Literal["open", "answered", "moot"] = "open"
    answer: str | None = None
    answered_by: Slug | None = None


class Sourcing(Value):
    """Who told whom."""

    outlets: tuple[str, ...] = ()
    """Media that the article cites: who ids or text."""
    named: int = Field(default=0, ge=0)
    anonymous: int = Field(default=0, ge=0)


class Revision(Value):
    """What changed in a briefing that had been published."""

    date: Moment
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    note: str | None = None


class Draft(Value):
    """What an extractor proposes for one article."""

    title: Text
    summary: str | None = None
    who: tuple[Who, ...] = ()
    what: tuple[What, ...] = ()
    where: tuple[Where, ...] = ()
    when: tuple[When, ...] = ()
    why: tuple[Reason, ...] = ()
    how: tuple[Reason, ...] = ()
    quotes: tuple[Quote, ...] = ()
    open_questions: tuple[Question, ...] = ()
    sourcing: Sourcing = Sourcing()


class Briefing(Draft):
    """A briefing as it lies in `content/briefings/`."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    id: Slug
    status: BriefingStatus = "draft"
    sources: tuple[Source, ...] = Field(min_length=1)
    aliases: tuple[Slug, ...] = ()
    """Earlier ids, whose addresses lead here."""
    notes: str | None = None
    revisions: tuple[Revision, ...] = ()


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

REFERENCES: dict[str, dict[str, str]] = {
    "what": {"actor": "who", "when": "when", "where": "where", "denies": "what"},
    "when": {"what": "what"},
    "why": {"what": "what"},
    "how": {"what": "what"},
    "open_questions": {"about": "about"},
}
"""Of the items of a section, the fields that hold ids and the section of those ids; `about` may
name a who or a where."""

ID_OR_TEXT: dict[str, tuple[str, ...]] = {
    "what": ("attributed_to",),
    "quotes": ("speaker", "via"),
}
"""The fields that hold who ids or, where the source gives no name, its words."""
