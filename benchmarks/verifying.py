"""A built site and the briefings it was built from -> what is missing, too much or out of date."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.newsroom import Fields

FEED_ENTRIES = 50

_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'href="[^"]*?briefings/([a-z0-9-]+)/(?:index\.html)?["#]')
_MARKED_UP = re.compile(r"[*\[]")
_LINE_START = re.compile(r"^(?:- |> )")


@dataclass(frozen=True)
class Expected:
    """What a site of some briefings must show, whatever made it."""

    briefings: Mapping[str, tuple[str, ...]]
    """The texts of each briefing's items, by its id."""
    listed: Mapping[str, frozenset[str]]
    """The briefings that the page of a person or place lists, by its folder."""

    @cached_property
    def items(self) -> int:
        """The number of texts on all pages of briefings."""
        return sum(map(len, self.briefings.values()))

    @property
    def pages(self) -> int:
        """The number of pages of briefings, people and places."""
        return len(self.briefings) + len(self.listed)


def expect(briefings: Iterable[Fields]) -> Expected:
    """Return what a site must show."""
    texts: dict[str, tuple[str, ...]] = {}
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for briefing in briefings:
        texts[briefing["id"]] = tuple(map(_plain, _texts(briefing)))
        for folder in _folders(briefing):
            listed[folder].add(briefing["id"])
    return Expected(texts, {folder: frozenset(ids) for folder, ids in listed.items()})


def problems_of(site: Path, expected: Expected) -> Iterator[str]:
    """Yield what is wrong with a built site."""
    made = {path.parent.name for path in site.glob("briefings/*/index.html")}
    yield from _differences("briefings", made, set(expected.briefings))
    for kind in ("people", "places"):
        made = {path.parent.name for path in site.glob(f"{kind}/*/index.html")}
        wanted = {folder.split("/")[1] for folder in expected.listed if folder.startswith(kind)}
        yield from _differences(kind, made, wanted)
    yield from _differences("the index", listed_on(site / "briefings"), set(expected.briefings))
    for folder, ids in expected.listed.items():
        yield from _differences(folder, listed_on(site / folder), set(ids))
    yield from _missing_items(site, expected)
    entries = _read(site / "feed.atom").count("<entry>")
    if entries != min(FEED_ENTRIES, len(expected.briefings)):
        yield f"the feed has {entries} entries"
    sitemap = _read(site / "sitemap.xml")
    places = (*(f"briefings/{name}" for name in expected.briefings), *expected.listed)
    absent = [place for place in places if f"/{place}/</loc>" not in sitemap]
    if absent:
        yield f"the sitemap lacks {len(absent)} pages, such as {absent[0]}"


def listed_on(folder: Path) -> set[str]:
    """Return the briefings to which a list and its further pages link."""
    pages = (folder / "index.html", *folder.glob("page/*/index.html"))
    return {name for page in pages for name in _LINK.findall(_read(page))} - {"page"}


def page_of(site: Path, name: str) -> Path:
    """Return the page of a briefing."""
    return site / "briefings" / name / "index.html"


def folders_of(briefing: Fields) -> tuple[str, ...]:
    """Return the folders of the pages that list a briefing, the index first."""
    return ("briefings", *_folders(briefing))


def shows(folder: Path, words: str) -> bool:
    """Tell whether a list or one of its further pages shows some words."""
    pages = (folder / "index.html", *folder.glob("page/*/index.html"))
    return any(words in _shown(page) for page in pages)


def _folders(briefing: Fields) -> Iterator[str]:
    yield from (f"people/{who['id']}" for who in briefing["who"] if who["kind"] == "person")
    yield from (f"places/{place['id']}" for place in briefing["where"])


def _texts(briefing: Fields) -> Iterator[str]:
    """Yield every text that a briefing's page must show."""
    yield briefing["title"]
    yield briefing["summary"].replace("**", "")
    for section, field in (
        ("what", "statement"),
        ("who", "name"),
        ("where", "name"),
        ("when", "text"),
        ("quotes", "text"),
        ("open_questions", "question"),
    ):
        yield from (item[field] for item in briefing[section])
    yield from (who["role"] for who in briefing["who"] if "role" in who)
    for line in briefing["notes"].splitlines():
        if line and not _MARKED_UP.search(line):
            yield _LINE_START.sub("", line)


def _missing_items(site: Path, expected: Expected) -> Iterator[str]:
    missing = []
    for name, texts in expected.briefings.items():
        shown = _shown(page_of(site, name))
        missing += [f"{name} lacks '{text}'" for text in texts if text not in shown]
    if missing:
        yield f"{len(missing)} of {expected.items} items are missing: {missing[0]}"


def _differences(what: str, made: set[str], wanted: set[str]) -> Iterator[str]:
    made = made - {"page"}
    if made != wanted:
        lacking, extra = sorted(wanted - made), sorted(made - wanted)
        examples = [*lacking[:1], *extra[:1]]
        yield f"{what}: {len(lacking)} missing, {len(extra)} too many, such as {examples}"


def _shown(page: Path) -> str:
    """Return the text of a page as a browser shows it."""
    return _plain(html.unescape(_TAG.sub("", _read(page))))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
