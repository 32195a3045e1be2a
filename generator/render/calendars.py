"""Dated items -> iCalendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .addresses import full_address, host_of
from .content import SiteSettings
from .dates import parse_days
from .views import BriefingView, WhenView

UNDATED = dt.date(1970, 1, 1)
"""The stamp of an event of a briefing without any date; the format demands one."""
PRODUCT = "-//Briefings//Dates in the news//EN"
LONG = 75
"""Bytes of a line that is folded."""


def write_calendar(title: str, events: Iterable[bytes]) -> bytes:
    """Return a calendar with some events."""
    head = f"PRODID:{PRODUCT}", f"X-WR-CALNAME:{_text(title)}"
    begin = _lines("BEGIN:VCALENDAR", "VERSION:2.0", *head)
    return b"".join([begin, *events, _lines("END:VCALENDAR")])


def write_event(settings: SiteSettings, view: BriefingView, when: WhenView) -> bytes:
    """Return the all-day event of a dated item; nothing where the calendar has no such day."""
    days = parse_days(when.day.iso) if when.day else None
    if days is None or days.last == dt.date.max:
        return b""
    changed = parse_days(view.as_of.iso) if view.as_of else None
    planned = when.statement is None or when.statement.status == "reported"
    status = "CONFIRMED" if planned and when.basis == "stated" else "TENTATIVE"
    summary = when.label or f"{view.title}: {when.text}"
    return _lines(
        "BEGIN:VEVENT",
        f"SUMMARY:{_text(summary)}",
        f"DTSTART;VALUE=DATE:{_day(days.first)}",
        f"DTEND;VALUE=DATE:{_day(days.last + dt.timedelta(days=1))}",
        f"DTSTAMP:{_day(changed.first if changed else UNDATED)}T000000Z",
        f"UID:{_text(f'{view.id}-{when.anchor}@{host_of(settings)}')}",
        f"DESCRIPTION:{_text(f'{view.title}: “{when.text}”')}",
        f"STATUS:{status}",
        "TRANSP:TRANSPARENT",
        *([f"URL:{full_address(settings, when.path)}"] if settings.base_url else ()),
        "END:VEVENT",
    )


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """Return a text as icalendar escapes it."""
    from icalendar.prop import vText  # slow to import, and a site may do without calendars

    return vText(text).to_ical().decode()


def _lines(*lines: str) -> bytes:
    """Return lines as a calendar has them.

    Calendars and events of icalendar take five times as long; a site of 10,000 has 30,000 events.
    """
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _folded(line: str) -> bytes:
    """Return a line, folded as icalendar does it where it is long."""
    encoded = line.encode()
    if len(encoded) < LONG:
        return encoded
    from icalendar.parser import Contentline

    folded: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]
    return folded


def is_ahead(view: BriefingView, when: WhenView) -> bool:
    """Tell whether an item was still to come when its article came out."""
    days = parse_days(when.day.iso) if when.day else None
    published = parse_days(view.published.iso) if view.published else None
    return days is not None and (published is None or days.last >= published.first)
