"""`content/site.yaml` into the settings of a site; every one has a default."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StringConstraints

from generator.formats import Link, Text
from generator.model import Value
from generator.yamlio import load


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        what = "no time zone has this name; write one such as Europe/London or UTC"
        raise ValueError(what) from error
    return name


BaseUrl = Annotated[str, StringConstraints(pattern=r"^(https?://[^\s<>\"?#/][^\s<>\"?#]*)?$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
TimeZone = Annotated[str, AfterValidator(_known_zone)]


class Ages(Value):
    """After how many days `briefings check` gives advice."""

    draft: int = Field(default=14, ge=1)
    """A briefing that is still a draft, counted from its article's date."""
    question: int = Field(default=30, ge=1)
    """A question that is still open, counted from the day it was asked."""


class Publish(Value):
    """Where the built site is to go; no command reads it yet."""

    to: Literal["git", "folder", "s3"]
    """The kind of place."""
    target: Text
    """The remote of a git repository, the path of a folder, or the name of a bucket."""
    branch: Text = "gh-pages"
    """The branch that holds the site, where the place is a git repository."""


class Settings(Value):
    """What holds for a whole site."""

    title: Text = Field(default="Briefings", examples=["Harbour Desk"])
    """The name of the site, on every page."""
    description: str = ""
    """One sentence on what the site is, for search engines and feeds."""
    base_url: BaseUrl | None = Field(default=None, examples=["https://example.org/briefings/"])
    """The address at which the site will be found, a sub-path included. Without it all links are
    relative, pages work when opened from disk, and no feed or sitemap is written."""
    language: LanguageTag = Field(default="en", examples=["en-GB"])
    """The language of headings and dates, as a BCP 47 tag."""
    time_zone: TimeZone = Field(default="UTC", examples=["Europe/London"])
    """The time zone in which days begin and end, by its IANA name."""
    organisation: str | None = None
    """Who publishes the site."""
    author: str | None = None
    """Who edits it, where that is one person."""
    contact: Link | None = None
    """The address of a page through which readers reach the editors."""
    license: str | None = None
    """The terms under which the site's own words may be used, shown on the page about it."""
    notice: str | None = None
    """A sentence that every page shows, such as that all of the content is fictional."""
    drafts: bool = False
    """Whether briefings with the status `draft` are built, marked as such."""
    quote_words: int = Field(default=40, ge=1)
    """The most words of a source in one piece of evidence, unless the source is `license: open`."""
    per_page: int = Field(default=50, ge=1)
    """Entries on one page of a list."""
    search: bool = True
    """Whether the site can be searched, through an index that a build makes of its pages. The index
    from A to Z is there either way."""
    advise_after_days: Ages = Ages()
    """After how many days `briefings check` gives advice."""
    publish: Publish | None = None
    """Where the built site is to go; no command reads it yet."""


def load_settings(text: str, path: str) -> Settings:
    """Return the settings in a file; raise everything that is wrong with it."""
    return load(Settings, text, path)
