"""Dated items -> iCalendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from .addresses import full_address, host_of
from .content import SiteSettings
from .dates import parse_days
from .views import BriefingView, WhenView

UNDATED = dt.date(1970, 1, 1)
"""The stamp of an event of a briefing without any date; the format demands one."""
PRODUCT = "-//Briefings//Dates in the news//EN"
_END = b"END:VCALENDAR\r\n"


def write_calendar(title: str, events: Iterable[bytes]) -> bytes:
    """Return a calendar with some events."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    text: bytes = calendar.to_ical()
    return b"".join([text.removesuffix(_END), *events, _END])


def write_event(settings: SiteSettings, view: BriefingView, when: WhenView) -> bytes:
    """Return the all-day event of a dated item; nothing where the calendar has no such day."""
    days = parse_days(when.day.iso) if when.day else None
    if days is None or days.last == dt.date.max:
        return b""
    changed = parse_days(view.as_of.iso) if view.as_of else None
    stamp = dt.datetime.combine(changed.first if changed else UNDATED, dt.time(), dt.UTC)
    planned = when.statement is None or when.statement.status == "reported"
    event = Event()
    event.add("uid", f"{view.id}-{when.anchor}@{host_of(settings)}")
    event.add("dtstamp", stamp)
    event.add("dtstart", days.first)
    event.add("dtend", days.last + dt.timedelta(days=1))
    event.add("summary", when.label or f"{view.title}: {when.text}")
    event.add("description", f"{view.title}: “{when.text}”")
    event.add("status", "CONFIRMED" if planned and when.basis == "stated" else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if settings.base_url:
        event.add("url", full_address(settings, when.path))
    text: bytes = event.to_ical()
    return text


def is_ahead(view: BriefingView, when: WhenView) -> bool:
    """Tell whether an item was still to come when its article came out."""
    days = parse_days(when.day.iso) if when.day else None
    published = parse_days(view.published.iso) if view.published else None
    return days is not None and (published is None or days.last >= published.first)
