"""What a time expression means, and which days that is, given the day it was written on.

Each shape answers `days(reference, tense)`: the days that it means for a text written on the
`reference` day (None: unknown), in a clause about the past or the future (None: undecided).
What cannot be known is None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from generator.extract.times import day_spans
from generator.extract.times.day_spans import Days

Tense = Literal["past", "future"]
Which = Literal["last", "this", "next"]

SATURDAY = 5
HOURS_IN_DAY = 24
YEARS_IN_DECADE = 10
LEAP_YEAR = 366
MOST_DAYS = 330
"""How far off a date without a year is that fits the tense."""


class Shape(Protocol):
    """The meaning of a time expression."""

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the days meant."""
        ...


@dataclass(frozen=True, slots=True)
class Date:
    """“15 March 2024”, “Friday, March 15”, “March”, “2019”."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Take the stated year, or the one that brings the day nearest in the tense's direction."""
        if self.year:
            return self.in_year(self.year)
        if not reference:
            return None
        return _nearest(self.in_year, reference, tense)

    def in_year(self, year: int) -> Days | None:
        """Return the days in a year; None for 30 February, or another weekday than stated."""
        if not self.month:
            return day_spans.year(year)
        if not self.day:
            return day_spans.month(year, self.month)
        try:
            date = dt.date(year, self.month, self.day)
        except ValueError:
            return None
        contradicted = self.weekday not in (None, date.weekday()) and not self.year
        return None if contradicted else day_spans.day(date)


@dataclass(frozen=True, slots=True)
class Weekday:
    """“Thursday”, “last Thursday”, “this Thursday”, “next Thursday”."""

    weekday: int
    which: Which | None = None

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Count back to the latest such day, or on to the next in a plan; today is both."""
        if not reference:
            return None
        ahead = (self.weekday - reference.weekday()) % day_spans.DAYS_IN_WEEK
        if self.which == "last":
            ahead -= day_spans.DAYS_IN_WEEK
        elif self.which == "next":
            ahead = self.weekday - reference.weekday() + day_spans.DAYS_IN_WEEK
        elif tense != "future" and not (self.which == "this" and tense is None) and ahead:
            ahead -= day_spans.DAYS_IN_WEEK
        return day_spans.day(reference + dt.timedelta(days=ahead))


@dataclass(frozen=True, slots=True)
class Period:
    """“today”, “last week”, “this month”, “next year”: `offset` units from the present one."""

    unit: str
    offset: int = 0

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the calendar unit."""
        del tense
        return day_spans.around(reference, self.unit, self.offset) if reference else None


@dataclass(frozen=True, slots=True)
class Weekend:
    """“at the weekend”, “over the weekend”."""

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the latest weekend, today's included, or in a plan the next."""
        if not reference:
            return None
        begun = reference.weekday() >= SATURDAY
        return day_spans.around(reference, "weekend", 0 if begun or tense == "future" else -1)


@dataclass(frozen=True, slots=True)
class InYear:
    """“in December last year”."""

    inner: Date
    offset: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the days in the year that is so many away."""
        del tense
        return self.inner.in_year(reference.year + self.offset) if reference else None


@dataclass(frozen=True, slots=True)
class InThatYear:
    """“in May that year”: in the year told of last."""

    inner: Date

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return None: only what was told before can say which year."""
        del reference, tense
        return None


@dataclass(frozen=True, slots=True)
class Containing:
    """“the week of March 3”."""

    inner: Shape
    unit: str

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the unit that the day lies in."""
        days = self.inner.days(reference, tense)
        return day_spans.around(days.first, self.unit, 0) if days else None


@dataclass(frozen=True, slots=True)
class Turning:
    """“last March”, “next Christmas”: what comes once a year, before or after the present."""

    inner: Date | Holiday
    which: Which

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the one nearest before or after; “this” is the one in the same year."""
        if not reference:
            return None
        if self.which == "this":
            return self.inner.in_year(reference.year)
        del tense
        back = self.which == "last"
        return _nearest(self.inner.in_year, reference, "past" if back else "future", LEAP_YEAR)


@dataclass(frozen=True, slots=True)
class Distance:
    """“two weeks ago”, “in three days”: so many units from the present, as exact as the unit."""

    count: int | None
    unit: str
    sign: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the calendar unit at that distance; unknown for “several weeks ago”."""
        del tense
        if not reference or self.count is None:
            return None
        if self.unit in ("hour", "minute", "decade"):
            return None
        return day_spans.around(reference, self.unit, self.sign * self.count)


@dataclass(frozen=True, slots=True)
class Stretch:
    """“within three months”, “in the past two weeks”: from or up to the present."""

    count: int | None
    unit: str
    sign: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the days between now and then; "within two years" of what is past is unknown."""
        if not reference or self.count is None or (tense == "past" and self.sign > 0):
            return None
        unit, count = self.unit, self.count
        if unit == "hour":
            unit, count = "day", -(-count // HOURS_IN_DAY)
        elif unit == "week":
            unit, count = "day", count * day_spans.DAYS_IN_WEEK
        elif unit == "decade":
            unit, count = "year", count * YEARS_IN_DECADE
        other = day_spans.around(reference, unit, self.sign * count)
        present = day_spans.around(reference, unit, 0)
        if not other or not present:
            return None
        return Days(min(present.first, other.first), max(present.last, other.last))


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast that the Gregorian calendar alone decides."""

    name: str
    year: int | None = None

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Take the stated year, or the one that brings the day nearest."""
        if self.year:
            return self.in_year(self.year)
        return _nearest(self.in_year, reference, tense) if reference else None

    def in_year(self, year: int) -> Days | None:
        """Return the day in a year."""
        return day_spans.day(day_spans.FEASTS[self.name](year))


@dataclass(frozen=True, slots=True)
class Quarter:
    """“the first quarter of 2024”, “Q3”."""

    number: int
    year: int | None = None

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Take the stated year, or the one that brings the quarter nearest."""
        if self.year:
            return day_spans.quarter(self.year, self.number)
        if not reference:
            return None
        return _nearest(lambda year: day_spans.quarter(year, self.number), reference, tense)


@dataclass(frozen=True, slots=True)
class Decade:
    """“the 1990s”."""

    first_year: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the ten years."""
        del reference, tense
        return day_spans.decade(self.first_year)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A time of day, a season, a feast of the moon, “two days before the election”: no days."""

    clock: bool = False
    anchored: bool = False
    """It hangs on an event that the text names."""

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return None."""
        del reference, tense
        return None


def _nearest(
    in_year: Callable[[int], Days | None],
    reference: dt.date,
    tense: Tense | None,
    most: int = MOST_DAYS,
) -> Days | None:
    """Return the days of the year before, this year or the year after that fit the tense best.

    A date almost a year away would have its year with it: then the nearest is meant.
    """
    near = [days for n in (-1, 0, 1) if (days := in_year(reference.year + n))]
    if tense == "past":
        fits = [days for days in near if days.first <= reference][-1:]
    elif tense == "future":
        fits = [days for days in near if days.last >= reference][:1]
    else:
        fits = []
    if fits and abs((fits[0].first - reference).days) <= most:
        return fits[0]
    return min(near, key=lambda days: abs((days.first - reference).days), default=None)
