"""Which pages a site has, where they lie, what they show and which briefings they depend on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.model import ActorKind

from .alphabet import index_pages
from .archive import Archive, card
from .content import SiteContent
from .desk import Desk
from .entities import FOLDERS
from .entity_pages import FEED_ENTRIES, entity_pages
from .feeds import downloads
from .footnotes import show_footnotes
from .handmade import handmade_page
from .ledger import question_pages
from .linked import json_ld
from .listings import (
    all_questions,
    as_of,
    by_name,
    home_page,
    paged,
    place_pages,
    quote_pages,
    source_pages,
    timeline_pages,
)
from .maps import draw_map, spots_of
from .pages import Page
from .timeline import draw_timeline
from .views import BriefingView

ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


def plan_pages(site: SiteContent, archive: Archive, files: dict[str, bytes]) -> Iterator[Page]:
    """Yield every page that is made from a template, each path once."""
    yield home_page(site, archive)
    yield from paged(site, "briefings/", "briefings.html", [card(v) for v in archive.briefings])
    desks = {desk.briefing.id: desk for desk in archive.desks}
    for view in (*archive.briefings, *archive.withdrawn):
        yield from _briefing_pages(desks[view.id], view, files)
    for entity in archive.entities:
        yield from entity_pages(entity, site.settings.per_page)
    for kind in ACTOR_KINDS:
        refs = by_name(entity.ref for entity in archive.of_kind(kind))
        yield from paged(site, f"{FOLDERS[kind]}/", "entities.html", refs, {"kind": kind})
    yield from place_pages(site, archive)
    yield from timeline_pages(site, archive)
    yield from question_pages(site, archive)
    yield from quote_pages(site, archive)
    yield from source_pages(site, archive)
    yield from index_pages(site, archive)
    for static in site.pages:
        yield handmade_page(static, site.settings)
    yield Page("404.html", "404.html")
    yield from _machine_pages(site, archive)


def _briefing_pages(desk: Desk, view: BriefingView, files: dict[str, bytes]) -> Iterator[Page]:
    """Yield the page of a briefing, and one at each of its earlier addresses."""
    depends = (view.id,)
    if view.status == "withdrawn":
        yield Page(f"{view.path}index.html", "withdrawn.html", {"briefing": view}, depends)
    else:
        yield Page(
            f"{view.path}index.html",
            "briefing.html",
            {
                "briefing": view,
                "map": draw_map(spots_of(view.places)),
                "timeline": draw_timeline(view.whens, view.published, desk.settings.language),
                "downloads": downloads(view, files),
                "footnotes": show_footnotes(view),
                "json_ld": json_ld(desk.settings, view),
            },
            depends,
        )
    for alias in desk.briefing.aliases:
        yield Page(f"briefings/{alias}/index.html", "moved.html", {"target": view.ref}, depends)


def _machine_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the feeds, the sitemap and the robots file."""
    entries = [card(view) for view in archive.briefings[:FEED_ENTRIES]]
    newest = as_of(site, archive)
    yield Page("feed.atom", "feed.atom", {"entries": entries, "as_of": newest})
    questions = all_questions(archive, "open", "answered")[:FEED_ENTRIES]
    yield Page("questions/feed.atom", "questions.atom", {"entries": questions, "as_of": newest})
    yield Page("robots.txt", "robots.txt")
