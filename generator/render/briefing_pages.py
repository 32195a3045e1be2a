"""A briefing -> its own files, and what it adds to the pages over many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.errors import BriefingError
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


class Made(NamedTuple):
    """What a briefing becomes."""

    ref: BriefingRef
    files: Mapping[str, bytes]
    unlisted: frozenset[str]
    """The pages among its files that search engines need not find."""
    entries: tuple[Entry, ...] = ()


class _Shown(NamedTuple):
    """A briefing with all that its page shows."""

    desk: Desk
    view: BriefingView
    events: Mapping[str, bytes]
    """Those of its dated items for calendars, by the items' anchors."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing is left of it but where it was."""
        return self.desk.briefing.status == "withdrawn"


def make_briefings(
    press: Press, contents: Iterable[tuple[BriefingContent, Mapping[str, BriefingRef]]]
) -> list[Made | BriefingError]:
    """Return the files of briefings, each with those that answer its questions, by id.

    Each step is taken for all before the next: so a processor has at hand what a step needs.
    Instead of one for which a template is wrong its error is returned.
    """
    shown = [_show(press, *one) for one in contents]
    entries = [tuple(_entries(press, one)) for one in shown]
    return [_written(press, *one) for one in zip(shown, entries, strict=True)]


def _show(press: Press, content: BriefingContent, others: Mapping[str, BriefingRef]) -> _Shown:
    settings = press.site.settings
    words = settings.quote_words
    short = replace(content, briefing=limit_quotes(content.briefing, content.articles, words))
    desk = Desk(short, settings, press.directory, others)
    view = show_briefing(desk)
    return _Shown(desk, view, _events(settings, view))


def _entries(press: Press, shown: _Shown) -> Iterator[Entry]:
    """Yield what a briefing adds to pages over many."""
    if not shown.is_withdrawn:
        yield from shares(shown.desk, shown.view, shown.events, press.templates.asked)
    yield from moved(shown.desk)


def _written(press: Press, shown: _Shown, entries: tuple[Entry, ...]) -> Made | BriefingError:
    """Write the files of a briefing."""
    desk, view = shown.desk, shown.view
    if shown.is_withdrawn:
        files: dict[str, bytes] = {}
        pages = [Page(f"{view.path}index.html", "withdrawn.html", {"briefing": view}, (), as_it_is)]
    else:
        files = dict(_files(desk, view, shown.events))
        pages = [_page(desk, view, files)]
    pages += [
        Page(f"briefings/{alias}/index.html", "moved.html", {"target": view.ref}, (), as_it_is)
        for alias in desk.briefing.aliases
    ]
    try:
        written = {page.path: press.write(page) for page in pages}
    except BriefingError as error:
        return error
    unlisted = frozenset(page.path for page in pages if page.template in UNLISTED)
    return Made(desk.ref, {**written, **files}, unlisted, entries)


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
