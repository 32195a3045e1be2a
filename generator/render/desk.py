"""A briefing on the desk: one briefing with all that is needed to show its items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from generator.model import SECTIONS, Briefing, Item, Source, When, Where, Who

from .content import BriefingContent, Provenance, SiteSettings
from .dates import day_of, parse_days
from .entities import Directory
from .evidence import show_evidence
from .locales import write_days
from .quoting import Allowance, allowance
from .views import BriefingRef, Day, EvidenceView, NameView

PAGE_ANCHORS = frozenset(
    "main known reported planned disputed unknown who where when why quotes questions evidence "
    "source made downloads notes all map-title map-text time-title time-text".split()
)
"""The ids that the page itself uses."""


@dataclass(frozen=True)
class Desk:
    """A briefing on the desk: all that is needed to show its items."""

    content: BriefingContent
    settings: SiteSettings
    directory: Directory
    others: Mapping[str, BriefingRef]
    """The briefings on the site that answer a question of this one, by id."""

    @property
    def briefing(self) -> Briefing:
        """The briefing itself."""
        return self.content.briefing

    @cached_property
    def ref(self) -> BriefingRef:
        """How others point to it."""
        day = self.day(self.as_of.isoformat()) if self.as_of else None
        one = self.briefing
        return BriefingRef(one.title, f"briefings/{one.id}/", one.status, day)

    @cached_property
    def granted(self) -> Allowance:
        """How much of its sources may be shown."""
        return allowance(self.briefing, self.content.articles, self.settings.quote_words)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Source id -> source."""
        return {source.id: source for source in self.briefing.sources}

    @cached_property
    def who(self) -> dict[str, Who]:
        """Who id -> who."""
        return {who.id: who for who in self.briefing.who}

    @cached_property
    def where(self) -> dict[str, Where]:
        """Where id -> where."""
        return {where.id: where for where in self.briefing.where}

    @cached_property
    def when(self) -> dict[str, When]:
        """When id -> when."""
        return {when.id: when for when in self.briefing.when}

    @cached_property
    def article_days(self) -> tuple[dt.date, ...]:
        """The days of its articles, the first one first."""
        days = (day_of(s.published, self.settings.time_zone) for s in self.briefing.sources)
        return tuple(sorted(day for day in days if day))

    @cached_property
    def as_of(self) -> dt.date | None:
        """The day of the newest version, or else of the newest article."""
        days = (day_of(r.date, self.settings.time_zone) for r in self.briefing.revisions)
        return max((*self.article_days[-1:], *(day for day in days if day)), default=None)

    @cached_property
    def anchors(self) -> dict[tuple[str, str], str]:
        """(section, item id) -> the id on the page.

        Names carry their section, so that a country that acts and is a place has two ids; and no
        id is one of the page's own.
        """
        anchors: dict[tuple[str, str], str] = {}
        taken = set(PAGE_ANCHORS)
        for section in ("what", "when", "why", "how", "quotes", "open_questions", "who", "where"):
            for item in getattr(self.briefing, section):
                anchor = item.id
                if section in {"who", "where"} or anchor in taken:
                    anchor = f"{section.replace('_', '-')}-{anchor}"
                taken.add(anchor)
                anchors[section, item.id] = anchor
        return anchors

    @cached_property
    def makers(self) -> Mapping[tuple[str, str], Provenance]:
        """(section, item id) -> who made the item."""
        known = self.content.provenance
        if known.keys() >= self.anchors.keys():
            return known
        items = ((name, item) for name in SECTIONS for item in getattr(self.briefing, name))
        made: dict[tuple[str, str], Provenance] = {
            (name, item.id): "editor" if item.by == "editor" else "machine" for name, item in items
        }
        return {**made, **known}

    def day(self, iso: str | None) -> Day | None:
        """Return an ISO date or range as pages show it."""
        return show_day(iso, self.settings.language)

    def moment(self, moment: str | None) -> Day | None:
        """Return the day of a moment as pages show it."""
        day = day_of(moment, self.settings.time_zone)
        return self.day(day.isoformat()) if day else None

    def name(self, reference: str) -> NameView:
        """Return the name behind a who id; any other text stands for itself."""
        who = self.who.get(reference)
        if who is None:
            return NameView(reference)
        entity = self.directory.find(who.kind, who.name)
        return NameView(entity.name if entity else who.name, entity.path if entity else None)

    def shown(self, item: Item) -> tuple[EvidenceView, ...]:
        """Return the evidence of an item."""
        if not item.evidence:
            return ()
        views = []
        for one in item.evidence:
            source = self.sources.get(one.source or "", self.briefing.sources[0])
            article = self.content.articles.get(source.id)
            view = show_evidence(one, source, article, self.granted)
            if len(self.sources) > 1:
                view = replace(view, source=source.publisher or source.title or source.id)
            views.append(view)
        return tuple(views)

    def base(
        self, section: str, item: Item
    ) -> tuple[str, Provenance, tuple[EvidenceView, ...], BriefingRef]:
        """Return what every item's view starts with."""
        key = section, item.id
        return self.anchors[key], self.makers[key], self.shown(item), self.ref


def days_between(first: Day | None, last: Day | None) -> int | None:
    """Return how many days lie between two days, where both are known and in order."""
    begin, end = (parse_days(day.iso) if day else None for day in (first, last))
    if begin is None or end is None or begin.first > end.first:
        return None
    return (end.first - begin.first).days


@lru_cache(maxsize=8192)
def show_day(iso: str | None, language: str) -> Day | None:
    """Return an ISO date or range as pages show it; a wrong one as nothing."""
    days = parse_days(iso)
    if days is None:
        return None
    short = write_days(days.iso, language, True)
    return Day(days.iso, write_days(days.iso, language), short, days.is_day)
