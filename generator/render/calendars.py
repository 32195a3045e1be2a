"""Dated items -> iCalendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

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
    from icalendar import Calendar  # slow to import, and a site may do without calendars

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    text: bytes = calendar.to_ical()
    return b"".join([text.removesuffix(_END), *events, _END])


def write_event(settings: SiteSettings, view: BriefingView, when: WhenView) -> bytes:
    """Return the all-day event of a dated item; nothing where the calendar has no such day.

    It is put together from lines that icalendar escapes and folds: its own events take five times
    as long, and a site of 10,000 briefings has 30,000.
    """
    from icalendar.parser import Contentline
    from icalendar.prop import vDate, vText, vUri

    days = parse_days(when.day.iso) if when.day else None
    if days is None or days.last == dt.date.max:
        return b""
    changed = parse_days(view.as_of.iso) if view.as_of else None
    stamp = (changed.first if changed else UNDATED).isoformat().replace("-", "")
    planned = when.statement is None or when.statement.status == "reported"
    values: dict[str, Any] = {
        "SUMMARY": vText(when.label or f"{view.title}: {when.text}"),
        "DTSTART;VALUE=DATE": vDate(days.first),
        "DTEND;VALUE=DATE": vDate(days.last + dt.timedelta(days=1)),
        "DTSTAMP": vText(f"{stamp}T000000Z"),
        "UID": vText(f"{view.id}-{when.anchor}@{host_of(settings)}"),
        "DESCRIPTION": vText(f"{view.title}: “{when.text}”"),
        "STATUS": vText("CONFIRMED" if planned and when.basis == "stated" else "TENTATIVE"),
        "TRANSP": vText("TRANSPARENT"),
    }
    if settings.base_url:
        values["URL"] = vUri(full_address(settings, when.path))
    lines = [f"{name}:{value.to_ical().decode()}" for name, value in values.items()]
    whole = ("BEGIN:VEVENT", *lines, "END:VEVENT")
    folded: Iterable[bytes] = (Contentline(line).to_ical() for line in whole)  # type: ignore[no-untyped-call]
    return b"".join(line + b"\r\n" for line in folded)


def is_ahead(view: BriefingView, when: WhenView) -> bool:
    """Tell whether an item was still to come when its article came out."""
    days = parse_days(when.day.iso) if when.day else None
    published = parse_days(view.published.iso) if view.published else None
    return days is not None and (published is None or days.last >= published.first)
