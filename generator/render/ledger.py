"""The question ledger: open, answered, moot, and the open ones by kind and by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.rows import Row, Shelf

from .content import SiteContent, SiteSettings
from .desk import show_day
from .entities import fold
from .pages import Page, View, as_entries, seen
from .paging import FEED_ENTRIES, as_of, paginate
from .shares import NO_DAY
from .site_views import Filter
from .views import Day

STATES = "open", "answered", "moot"
"""The states of a question, each a collection of rows."""
FILTER_PLACES = 40
"""Places that the ledger offers as a choice, those with most open questions: every page of it
names them all. The page of any other place has its questions."""


def question_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page]:
    """Yield the ledger: open, answered, moot, and the open ones by kind and by place."""
    states = {state: list(shelf.rows(state)) for state in STATES}
    lists: dict[str, list[Row]] = {
        "": sorted(states["open"], key=lambda row: row.lead[2] or NO_DAY),
        "answered": states["answered"],
        "moot": states["moot"],
    }
    for row in lists[""]:
        lists.setdefault(f"kind-{row.lead[1]}", []).append(row)
    names: dict[str, str | None] = dict.fromkeys(lists)
    for path, (name, rows) in _by_place(lists[""])[:FILTER_PLACES]:
        lists[path], names[path] = rows, name
    newest = as_of(site, shelf)
    briefings = _by_briefing(states, site.settings)
    for key, rows in lists.items():
        filters = [
            Filter(other, names[other], _ledger_path(other), len(lists[other]), other == key)
            for other in lists
        ]
        view = {"key": key, "name": names[key], "filters": filters, "as_of": newest}
        yield from _list_pages(site, view, rows, [] if key else briefings)
    if "feeds" in site.settings.outputs:
        latest = sorted((*states["open"], *states["answered"]), key=lambda row: row.order)
        shown = tuple(latest[:FEED_ENTRIES])
        yield Page("questions/feed.atom", "questions.atom", {"as_of": newest}, shown, as_entries)


def _list_pages(
    site: SiteContent,
    view: View,
    rows: Sequence[Row],
    briefings: Sequence[tuple[Row, list[int], Day | None]],
) -> Iterator[Page]:
    """Yield the pages of one list; the first ends with the table of briefings."""
    for path, pager, shown in paginate(rows, site.settings.per_page, _ledger_path(view["key"])):
        table = briefings if pager.number == 1 else []
        counts = [(counted, oldest) for _, counted, oldest in table]
        whole = {**view, "pager": pager, "count": len(rows), "counts": counts}
        of_briefings = [row for row, *_ in table]
        yield Page(path, "questions.html", whole, (*shown, *of_briefings), _show_questions)


def _show_questions(view: View, values: Sequence[Any]) -> View:
    """Show questions, and briefings by one of their questions each."""
    split = len(values) - len(view["counts"])
    by_briefing = [
        (one.briefing, *counted)
        for one, counted in zip(values[split:], view["counts"], strict=True)
    ]
    return {**seen(view, "counts"), "items": values[:split], "by_briefing": by_briefing}


def _by_place(questions: Sequence[Row]) -> list[tuple[str, tuple[str, list[Row]]]]:
    """Return the path of each place with its name and the questions about it, most first."""
    found: dict[str, tuple[str, list[Row]]] = {}
    for row in questions:
        for path, name in row.lead[3]:
            found.setdefault(path, (name, []))[1].append(row)
    return sorted(found.items(), key=lambda place: (-len(place[1][1]), fold(place[1][0])))


def _ledger_path(key: str) -> str:
    """Return where a list of questions lies."""
    return f"questions/{key.rstrip('/')}/" if key else "questions/"


def _by_briefing(
    states: Mapping[str, Sequence[Row]], settings: SiteSettings
) -> list[tuple[Row, list[int], Day | None]]:
    """Return the newest briefings: a question of each, how many are open and so on, since when."""
    first: dict[str, Row] = {}
    for row in sorted((row for rows in states.values() for row in rows), key=lambda one: one.order):
        first.setdefault(row.lead[0], row)
    counts = {state: Counter(row.lead[0] for row in rows) for state, rows in states.items()}
    oldest: dict[str, str] = {}
    for row in states["open"]:
        path, _, asked, _ = row.lead
        if asked is not None:
            oldest[path] = min(asked, oldest.get(path, NO_DAY))
    return [
        (
            row,
            [counts[state][path] for state in states],
            show_day(oldest.get(path), settings.language),
        )
        for path, row in list(first.items())[: settings.per_page]
    ]
