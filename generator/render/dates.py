"""ISO dates, months, years and ranges as stretches of days."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Days(NamedTuple):
    """A stretch of days as a source gives it: from a day to a year, or a range of these."""

    first: dt.date
    last: dt.date
    iso: str

    @property
    def is_day(self) -> bool:
        """Whether this is one single day."""
        return self.first == self.last


@lru_cache(maxsize=4096)
def parse_days(iso: str | None) -> Days | None:
    """Read `YYYY[-MM[-DD]]` or `start/end`; a day that the calendar lacks reads as nothing."""
    if not iso:
        return None
    start, _, end = iso.partition("/")
    first, last = _bounds(start), _bounds(end or start)
    if first is None or last is None or last[1] < first[0]:
        return None
    return Days(first[0], last[1], iso)


def _bounds(iso: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a day, month or year."""
    try:
        year, *rest = (int(part) for part in iso.split("-"))
        if not rest:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        month, *days = rest
        first = dt.date(year, month, days[0] if days else 1)
        return first, first if days else first.replace(day=calendar.monthrange(year, month)[1])
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def day_of(moment: str | None, time_zone: str) -> dt.date | None:
    """Return the day of an ISO moment as the calendar of a time zone has it."""
    if not moment:
        return None
    try:
        when = dt.datetime.fromisoformat(moment)
    except ValueError:
        days = parse_days(moment[:10])
        return days.first if days else None
    if when.tzinfo is not None:
        when = when.astimezone(ZoneInfo(time_zone))
    return when.date()
