"""An article as read: where it comes from, its text, its sentences and words.

Articles and their segments are plain frozen dataclasses, made in great numbers. Offsets count
characters of `Article.text`, from 0, `end` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from generator.formats import Digest, Link, Moment, Slug, Text


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
    """A frozen value with no unknown fields; the docstrings of its fields are its schema's."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Source(Value):
    """One article that a briefing rests on; what the article does not state is absent."""

    id: Slug = "s1"
    """Named by the evidence of items where there are several sources."""
    file: Text | None = None
    """The article's path from the site's folder, such as `seeds/2024-08-13-storm.md`; absent where
    the article is not at hand, so that only items `by: editor` can rest on it."""
    sha256: Digest | None = None
    """SHA-256 of the seed's bytes."""
    title: str | None = None
    """The article's headline."""
    publisher: str | None = None
    """Who published the article."""
    author: str | None = None
    """Its byline."""
    url: Link | None = None
    """Where it was published."""
    published: Moment | None = None
    """ISO 8601 date or date and time; relative dates in the text resolve against it."""
    retrieved: Moment | None = None
    """When it was fetched."""
    language: str | None = None
    """BCP 47 tag of its language, such as `en`."""
    encoding: str | None = None
    """How the seed's bytes spell characters, such as `utf-8`."""
    license: str | None = None
    """Its licence; `open` lifts the limit on how much of it pages quote."""
    credit: str | None = None
    """To whom the account is owed, in words for the reader."""


@dataclass(frozen=True, slots=True)
class Article:
    """A seed, read: its metadata, text (NFC, paragraphs parted by one blank line) and sentences."""

    source: Source
    text: str
    segments: tuple[Segment, ...]
    standfirst: str | None = None
    headline: Segment | None = None
    """The words of the title; its offsets count characters of `source.title`."""
    asides: tuple[Segment, ...] = ()
    """Captions, tweets and the like between the sentences: they tell only where and when."""

    @property
    def file(self) -> str:
        """What messages call it."""
        return self.source.file or self.source.id
