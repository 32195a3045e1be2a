"""The dated items of a briefing -> what they add to the timeline, home page and calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.rows import Entry, entry

from .calendars import is_ahead
from .dates import parse_days
from .ledger import NO_DAY
from .views import BriefingView, WhenView


def time_order(when: WhenView) -> tuple[str, str, str]:
    """Order dated items by first and last day; what has no date comes last."""
    days = parse_days(when.day.iso) if when.day else None
    if days is None:
        return NO_DAY, NO_DAY, when.path
    return days.first.isoformat(), days.last.isoformat(), when.path


def dates(view: BriefingView) -> Iterator[Entry]:
    """Yield the dated items for the timeline."""
    for when in view.whens:
        if when.day and parse_days(when.day.iso):
            yield entry("dates", "\0".join(time_order(when)).encode(), (when.day.iso,), when)


def ahead(view: BriefingView, newest: int) -> Iterator[Entry]:
    """Yield the dated items that are ahead for the home page."""
    for when in view.whens:
        days = parse_days(when.day.iso) if when.day else None
        if days and when.statement and days.last.toordinal() > newest:
            yield entry("ahead", _last_first(when), time_order(when), when)


def events_ahead(view: BriefingView, events: Mapping[str, bytes]) -> Iterator[Entry]:
    """Yield the events of what was ahead when the article came out."""
    for when in view.whens:
        if when.anchor in events and is_ahead(view, when):
            yield entry("calendar.ics", _last_first(when), (), events[when.anchor])


def _last_first(when: WhenView) -> bytes:
    """Return bytes that sort dated items by their last days."""
    first, last, path = time_order(when)
    return f"{last}\0{first}\0{path}".encode()
