"""`content/site.yaml` into the settings of a site; every one has a default."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StringConstraints

from generator.extractors import OWN
from generator.formats import OUTPUTS, Link, Output, Slug, Text
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
NoOption = Annotated[str, StringConstraints(pattern=r"^[^-\s][^\s]*$"), Field(examples=["origin"])]
"""What git is called with: it must not look like an option."""
HostName = Annotated[
    str,
    StringConstraints(pattern=r"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,}$"),
    Field(examples=["briefings.example.org"]),
]
ObjectFolder = Annotated[
    str, StringConstraints(pattern=r"^([^/\s][^\s]*/)?$"), Field(examples=["briefings/"])
]
RedirectFile = Literal["_redirects", "nginx"]


class Ages(Value):
    """After how many days `briefings check` gives advice."""

    draft: int = Field(default=14, ge=1)
    """A briefing that is still a draft, counted from its article's date."""
    question: int = Field(default=30, ge=1)
    """A question that is still open, counted from the day it was asked."""


class Target(Value):
    """A place that `briefings publish` takes the built site to."""

    name: Slug
    """What the command calls it."""
    url: BaseUrl | None = Field(default=None, examples=["https://example.org/briefings/"])
    """The address at which readers find what is published here, where `base_url` has to be it. Left
    out, it follows from `cname`, or from a remote on GitHub, or nothing is compared."""


class BranchTarget(Target):
    """A branch of a git repository, as GitHub Pages and GitLab Pages serve it."""

    to: Literal["branch"]
    """The kind of place."""
    remote: NoOption = "origin"
    """The remote's name in the repository that the site is in, or its address."""
    branch: NoOption = "gh-pages"
    """The branch that holds the site and nothing else."""
    cname: HostName | None = None
    """The host name that GitHub Pages serves the branch under, written to the file `CNAME`."""


class FolderTarget(Target):
    """A folder that a web server reads, on this machine or mounted."""

    to: Literal["folder"]
    """The kind of place."""
    path: Text = Field(examples=["/srv/www/briefings"])
    """The folder, from the site's folder where it does not begin with `/`. It is replaced as a
    whole, in one step."""
    releases: int | None = Field(default=None, ge=1)
    """How many publications to keep, for `--rollback`. With it the folder holds `releases/` and the
    link `current`, which the web server is to read."""


class BucketTarget(Target):
    """A bucket of S3 or of a storage that speaks like it; the extra `briefings[s3]` is needed."""

    to: Literal["bucket"]
    """The kind of place."""
    bucket: Text
    """The bucket's name."""
    prefix: ObjectFolder = ""
    """What the names of all objects begin with; nothing else is touched."""
    endpoint: Link | None = Field(default=None, examples=["https://s3.example.org"])
    """The address of the storage, unless it is Amazon's."""
    region: str | None = None
    """The region of the bucket, unless the environment says it."""


AnyTarget = Annotated[BranchTarget | FolderTarget | BucketTarget, Field(discriminator="to")]


def _names_differ(targets: tuple[AnyTarget, ...]) -> tuple[AnyTarget, ...]:
    names = [target.name for target in targets]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        what = f"two targets have the name {twice[0]}; give one of them another"
        raise ValueError(what)
    return targets


class Settings(Value):
    """What holds for a whole site."""

    title: Text = Field(default="Briefings", examples=["Harbour Desk"])
    """The name of the site, on every page."""
    description: str = ""
    """One sentence on what the site is, for search engines and feeds."""
    base_url: BaseUrl | None = Field(default=None, examples=["https://example.org/briefings/"])
    """The address at which the site will be found, a sub-path included. Without it all links are
    relative, pages work when opened from disk, and no sitemap is written."""
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
    """The terms under which the site's own words may be used, shown on every page."""
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
    outputs: tuple[Output, ...] = Field(default=OUTPUTS, examples=[["yaml", "feeds", "maps"]])
    """What is made beside the home page, the pages and lists of briefings and of the people,
    organisations and places in them, the index from A to Z and the site's own feed: each briefing
    as `yaml` and `json`, its evidence as web `annotations`, `calendars`, `feeds` of entities and
    questions, `data` in tables, `maps`, and the pages `timeline`, `questions`, `quotes` and
    `sources`. All of them, unless some are named here. Nothing links to what is not made."""
    extractor: Text = OWN
    """What drafts briefings from articles: the program itself, or the plug-in of this name."""
    advise_after_days: Ages = Ages()
    """After how many days `briefings check` gives advice."""
    redirect_files: tuple[RedirectFile, ...] = ()
    """Files for web servers that name the earlier addresses of briefings beside the pages that lie
    there: `_redirects` as Netlify, Cloudflare Pages and GitLab Pages read it, and `nginx`, a map to
    be included."""
    publish: Annotated[tuple[AnyTarget, ...], AfterValidator(_names_differ)] = ()
    """The places that `briefings publish` can take the built site to."""


def load_settings(text: str, path: str) -> Settings:
    """Return the settings in a file; raise everything that is wrong with it."""
    return load(Settings, text, path)
