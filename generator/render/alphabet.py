"""The index from A to Z: on the search page, or by letter on pages of its own where it is long."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from generator.entities import fold
from generator.rows import Entry, Shelf, entry, whole

from .content import SiteContent
from .pages import Frame, Page, View, seen
from .paging import Listing
from .site_views import IndexEntry, Letter

LINES_AN_ENTRY = 4
"""Lines of the index that take the room of one entry of another list."""
LINES = "index:"
"""How the collections are called that have the lines of a letter."""
NONE = "#"
"""The heading of all names that start with no letter; it comes last."""
IDEOGRAPH = "漢"
"""The heading of all names that start with one of thousands of ideographs."""


def index_entry(title: str, path: str, kind: str) -> Entry:
    """Return a line of the index."""
    folded = fold(title)
    order = f"{folded}\0{path}".encode("utf-8", "surrogatepass")
    return entry(f"{LINES}{_letter_of(folded)}", order, (), IndexEntry(title, path, kind))


def index_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page | Listing]:
    """Yield the search page, and the pages of its index where one page cannot hold it."""
    most = site.settings.per_page * LINES_AN_ENTRY
    counts = {name.removeprefix(LINES): n for name, n in shelf.counts(LINES).items()}
    names = sorted(counts, key=lambda letter: (letter == NONE, letter))
    count = sum(counts.values())
    is_whole = count <= most
    letters = [
        Letter(name, _anchor(name), None if is_whole else f"search/{_anchor(name)}/")
        for name in names
    ]
    common = {"letters": letters, "count": count}
    listed = names if is_whole else ()
    rows = tuple(row for name in listed for row in shelf.rows(f"{LINES}{name}"))
    view = {**common, "sizes": tuple(counts[name] for name in listed)}
    yield Page("search/index.html", "search.html", view, rows, _show_groups)
    for letter in letters:
        if letter.path:
            run, frame = whole(shelf, f"{LINES}{letter.name}"), Frame({**common, "letter": letter})
            yield Listing(letter.path, "letter.html", run, most, frame)


def _show_groups(view: View, values: Sequence[Any]) -> View:
    """Show the lines of the index under their letters."""
    left = iter(values)
    groups = [
        (letter, tuple(islice(left, size)))
        for letter, size in zip(view["letters"], view["sizes"], strict=False)
    ]
    return {**seen(view, "sizes"), "groups": groups}


def _letter_of(folded: str) -> str:
    """Return the heading under which a name stands: its first letter without accents."""
    initial = unicodedata.normalize("NFKD", folded)[:1].upper()[:1]
    if not initial.isalpha():
        return NONE
    return IDEOGRAPH if unicodedata.name(initial, "").startswith("CJK") else initial


def _anchor(letter: str) -> str:
    """Return a letter as addresses have it, the same on every file system."""
    if letter == NONE:
        return "letter-other"
    return f"letter-{letter.lower() if letter.isascii() else format(ord(letter), '04x')}"
