"""The question ledger: open, answered, moot, and the open ones by kind and by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from generator.entities import fold
from generator.rows import Entry, Shelf, Stored, entry, kept, kept_entry, whole

from .content import SiteContent
from .desk import show_day
from .pages import Frame, Page, View, as_entries, seen
from .paging import FEED_ENTRIES, Listing, as_of
from .site_views import Filter
from .tables import is_parted
from .views import BriefingView, QuestionView

STATES = "open", "answered", "moot"
"""The states of a question, each a collection of rows, the newest first."""
OLDEST_FIRST, KIND, PLACE = "asked", "kind:", "about:"
"""The collections of open questions, the oldest first: of all, of each kind, about each place."""
FILTER_PLACES = 40
"""Places that the ledger offers as a choice, those with most open questions: every page of it
names them all. The page of any other place has its questions."""
NO_DAY = "9999-12-31"


def question_entries(view: BriefingView, order: bytes, *, are_listed: bool) -> Iterator[Entry]:
    """Yield the questions of a briefing for the lists of each state, the newest first.

    A site without a ledger shows open ones on its home page only.
    """
    for number, question in enumerate(view.questions):
        place = order + number.to_bytes(4, "big")
        shown = kept(question)
        if question.status == "open" or are_listed:
            yield kept_entry(question.status, place, (), shown)
        if question.status == "open" and are_listed:
            day = question.asked.iso if question.asked else NO_DAY
            yield from _lists_of(question, f"{day}\0".encode() + place, shown)
    if view.questions and are_listed:
        counts = [sum(one.status == state for one in view.questions) for state in STATES]
        days = [one.asked.iso for one in view.questions if one.status == "open" and one.asked]
        yield entry("questions", order, (*counts, min(days, default=None)), view.ref)


def _lists_of(question: QuestionView, order: bytes, shown: Stored) -> Iterator[Entry]:
    """Yield an open question in each list that shows it."""
    yield kept_entry(OLDEST_FIRST, order, (), shown)
    yield kept_entry(f"{KIND}{question.kind}", order, (), shown)
    names = {name.path: name.name for name in question.about if name.path}
    for path, name in names.items():
        if path.startswith(("places/", "countries/")):
            yield kept_entry(f"{PLACE}{path}", order, (name,), shown)


def question_pages(site: SiteContent, shelf: Shelf) -> Iterator[Page | Listing]:
    """Yield the ledger: open, answered, moot, and the open ones by kind and by place."""
    lists = {"": OLDEST_FIRST, "answered": "answered", "moot": "moot"}
    kinds = shelf.counts(KIND)
    most_first = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    lists |= {f"kind-{name.removeprefix(KIND)}": name for name in most_first}
    names = _places(shelf)
    lists |= {path: f"{PLACE}{path}" for path in names}
    runs = {key: whole(shelf, collection) for key, collection in lists.items()}
    newest = as_of(site, shelf)
    seen_by_all = {"as_of": newest, "is_parted": is_parted(shelf, "data/questions.csv")}
    for key, run in runs.items():
        filters = [
            Filter(other, names.get(other), _ledger_path(other), len(runs[other]), other == key)
            for other in runs
        ]
        frame = {**seen_by_all, "key": key, "name": names.get(key), "filters": filters}
        yield Listing(
            _ledger_path(key),
            "questions.html",
            run,
            site.settings.per_page,
            Frame(frame, _show_questions),
            None if key else partial(_with_table, site, shelf),
        )
    if "feeds" in site.settings.outputs:
        latest = [row for state in STATES[:2] for row in shelf.rows(state, limit=FEED_ENTRIES)]
        shown = tuple(sorted(latest, key=lambda row: row.order)[:FEED_ENTRIES])
        yield Page("questions/feed.atom", "questions.atom", {"as_of": newest}, shown, as_entries)


def _places(shelf: Shelf) -> dict[str, str]:
    """Return path and name of the places with most open questions, those first."""
    counts = shelf.counts(PLACE)
    most = sorted(counts, key=lambda place: (-counts[place], place))[:FILTER_PLACES]
    names = {place: shelf.rows(place, limit=1)[0].lead[0] for place in most}
    ordered = sorted(most, key=lambda place: (-counts[place], fold(names[place])))
    return {place.removeprefix(PLACE): names[place] for place in ordered}


def _with_table(site: SiteContent, shelf: Shelf, page: Page) -> Page:
    """Return the first page of the ledger with the table of the newest briefings."""
    rows = tuple(shelf.rows("questions", limit=site.settings.per_page))
    counts = [(list(row.lead[:-1]), show_day(row.lead[-1], site.settings.language)) for row in rows]
    return replace(page, rows=rows, view={**page.view, "counts": counts})


def _show_questions(view: View, values: Sequence[Any]) -> View:
    """Show questions, and briefings with how many of theirs are open and so on, since when."""
    counts = view.get("counts", ())
    split = len(values) - len(counts)
    table = [(ref, *counted) for ref, counted in zip(values[split:], counts, strict=True)]
    return {**seen(view, "counts"), "items": values[:split], "by_briefing": table}


def _ledger_path(key: str) -> str:
    """Return where a list of questions lies."""
    return f"questions/{key.rstrip('/')}/" if key else "questions/"
