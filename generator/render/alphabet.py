"""The index from A to Z: on the search page, or by letter on pages of its own where it is long."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from generator.rows import Shelf

from .content import SiteContent
from .entities import fold
from .pages import Page, as_it_is
from .paging import paginate
from .site_views import IndexEntry, Letter

LINES_AN_ENTRY = 4
"""Lines of the index that take the room of one entry of another list."""
IDEOGRAPH = "漢"
"""The heading of all names that start with one of thousands of ideographs."""


def index_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the search page, and the pages of its index where one page cannot hold it."""
    most = site.settings.per_page * LINES_AN_ENTRY
    entries = _entries(shelf)
    groups = [(letter, tuple(group)) for letter, group in groupby(entries, key=_letter_of)]
    is_whole = len(entries) <= most
    letters = [
        Letter(name, _anchor(name), None if is_whole else f"search/{_anchor(name)}/")
        for name, _ in groups
    ]
    shown = list(zip(letters, (group for _, group in groups), strict=True))
    common = {"letters": letters, "count": len(entries)}
    search = {**common, "groups": shown if is_whole else ()}
    yield Page("search/index.html", "search.html", search, show=as_it_is)
    for letter, group in shown:
        for path, pager, items in paginate(group, most, letter.path) if letter.path else ():
            view = {**common, "letter": letter, "items": items, "pager": pager}
            yield Page(path, "letter.html", view, show=as_it_is)


def _entries(shelf: Shelf) -> list[IndexEntry]:
    """Return every briefing and entity by letter and name."""
    entries = []
    for row in shelf.rows("titles"):
        title, path = row.lead
        entries.append(IndexEntry(title, path, "briefing"))
    for row in shelf.rows("entities"):
        name, kind, path, *_ = row.lead
        entries.append(IndexEntry(name, path, kind))
    return sorted(entries, key=_order)


def _order(entry: IndexEntry) -> tuple[bool, str, str, str]:
    """Order entries by letter, those that start with none last."""
    letter = _letter_of(entry)
    return letter == "#", letter, fold(entry.title), entry.path


def _letter_of(entry: IndexEntry) -> str:
    """Return the heading under which an entry stands: its first letter without accents."""
    initial = unicodedata.normalize("NFKD", fold(entry.title))[:1].upper()[:1]
    if not initial.isalpha():
        return "#"
    return IDEOGRAPH if unicodedata.name(initial, "").startswith("CJK") else initial


def _anchor(letter: str) -> str:
    """Return a letter as addresses have it, the same on every file system."""
    if letter == "#":
        return "letter-other"
    return f"letter-{letter.lower() if letter.isascii() else format(ord(letter), '04x')}"
