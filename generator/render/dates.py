"""ISO dates, months, years and ranges as stretches of days, and as people write them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton

BRITISH = "en_GB"
"""How plain "en" writes dates: day before month, which no reader takes for the other order."""


@dataclass(frozen=True, slots=True, order=True)
class Days:
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


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Return the nearest locale to a language tag, British English where none is near."""
    tag = language.replace("-", "_")
    if tag == "en":
        return Locale.parse(BRITISH)
    for candidate in (tag, tag.split("_")[0]):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(BRITISH)


@lru_cache(maxsize=8192)
def write_days(iso: str, language: str, *, weekday: bool = False) -> str:
    """Write ISO days for people: "13 August 2024", "Tue, 13 Aug 2024", "5–11 Aug 2024"."""
    days = parse_days(iso)
    if days is None:
        return iso
    locale = locale_of(language)
    if "/" in iso:
        return format_interval(days.first, days.last, "yMMMd", locale=locale)
    if days.is_day:
        if weekday:
            return format_skeleton("yMMMEd", days.first, locale=locale)
        return format_date(days.first, "long", locale=locale)
    return format_skeleton("yMMMM" if "-" in iso else "y", days.first, locale=locale)


@lru_cache(maxsize=4096)
def write_part(day: dt.date, pattern: str, language: str) -> str:
    """Write a part of a date, such as its month, by a CLDR pattern."""
    return format_date(day, pattern, locale=locale_of(language))
