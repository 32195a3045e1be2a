"""A briefing -> its own files, and what it adds to the pages over many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.rows import Entry

from .briefings import show_briefing
from .calendars import write_calendar, write_event
from .content import BriefingContent, SiteSettings
from .desk import Desk
from .footnotes import show_footnotes
from .jsonio import write_json
from .linked import annotation_page, json_ld
from .maps import draw_map, spots_of
from .pages import Page, Press, as_it_is
from .quoting import limit_quotes
from .redirects import moved
from .shares import shares
from .timeline import draw_timeline
from .values import OnDemand
from .views import BriefingRef, BriefingView, Download

DOWNLOADS = ("briefing.yaml", "briefing.json", "annotations.json", "dates.ics")
"""The files beside a briefing's page, in the order in which it names them."""
UNLISTED = ("moved.html", "404.html", "withdrawn.html")
"""Templates of pages that search engines need not find."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a briefing becomes."""

    ref: BriefingRef
    files: Mapping[str, bytes]
    unlisted: frozenset[str]
    """The pages among its files that search engines need not find."""
    entries: tuple[Entry, ...] = ()


def make_briefing(
    press: Press, content: BriefingContent, others: Mapping[str, BriefingRef]
) -> Made:
    """Return the files of a briefing; `others` are those that answer its questions, by id."""
    settings = press.site.settings
    words = settings.quote_words
    short = replace(content, briefing=limit_quotes(content.briefing, content.articles, words))
    files: dict[str, bytes] = {}
    entries: list[Entry] = []
    desk = Desk(short, settings, press.directory, others)
    view = show_briefing(desk)
    if desk.briefing.status == "withdrawn":
        pages = [Page(f"{view.path}index.html", "withdrawn.html", {"briefing": view}, (), as_it_is)]
    else:
        events = _events(settings, view)
        files = dict(_files(desk, view, events))
        entries = list(shares(desk, view, events, press.templates.asked))
        pages = [_page(desk, view, files)]
    pages += [
        Page(f"briefings/{alias}/index.html", "moved.html", {"target": view.ref}, (), as_it_is)
        for alias in desk.briefing.aliases
    ]
    entries += moved(desk)
    written = {page.path: press.write(page) for page in pages}
    unlisted = frozenset(page.path for page in pages if page.template in UNLISTED)
    return Made(desk.ref, {**written, **files}, unlisted, tuple(entries))


def _page(desk: Desk, view: BriefingView, files: Mapping[str, bytes]) -> Page:
    """Return the page of a briefing."""
    outputs = desk.settings.outputs
    seen = {
        "briefing": view,
        "map": OnDemand(draw_map, (spots_of(view.places),)) if "maps" in outputs else None,
        "timeline": OnDemand(draw_timeline, (view.whens, view.published, desk.settings.language)),
        "downloads": tuple(
            Download(name, path, len(files[path]))
            for name in DOWNLOADS
            if (path := f"{view.path}{name}") in files
        ),
        "footnotes": OnDemand(show_footnotes, (view,)),
        "json_ld": OnDemand(json_ld, (desk.settings, view)),
    }
    return Page(f"{view.path}index.html", "briefing.html", seen, show=as_it_is)


def _events(settings: SiteSettings, view: BriefingView) -> Mapping[str, bytes]:
    """Return the events of dated items for calendars, if there are any, by the items' anchors."""
    if "calendars" not in settings.outputs:
        return {}
    return {when.anchor: write_event(settings, view, when) for when in view.whens if when.day}


def _files(
    desk: Desk, view: BriefingView, events: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield what lies beside the page of a briefing."""
    outputs = desk.settings.outputs
    if desk.content.yaml and "yaml" in outputs:
        yield f"{view.path}briefing.yaml", desk.content.yaml
    if "json" in outputs:
        fields = desk.briefing.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        whole = {"schema": 1, "id": desk.briefing.id, **fields}
        yield f"{view.path}briefing.json", write_json(whole)
    if "annotations" in outputs:
        yield f"{view.path}annotations.json", annotation_page(desk)
    if events:
        yield f"{view.path}dates.ics", write_calendar(view.title, events.values())
