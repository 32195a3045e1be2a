"""A stretch of time by its ends: “from June 15 to June 19”, “the year to March”."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.extract.times import day_spans
from generator.extract.times.date_shapes import Date, Shape, Tense, Weekday
from generator.extract.times.day_spans import Days


@dataclass(frozen=True, slots=True)
class Range:
    """“from June 15 to June 19”, “between Monday and Wednesday”."""

    first: Shape
    last: Shape

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Let a stated end fix the year of the other; the last day follows the first."""
        first, last = self.first, self.last
        if isinstance(first, Date) and isinstance(last, Date):
            first, last = _with_shared_parts(first, last)
        end = last.days(reference, tense)
        start = first.days(reference, tense)
        if not start or not end:
            return None
        if start.first > end.last and isinstance(last, Date) and not last.year:
            end = last.in_year(start.first.year + 1) or end  # "between November and March"
        if start.first > end.last and isinstance(last, Weekday):
            week = dt.timedelta(days=day_spans.DAYS_IN_WEEK)
            start, end = (
                (start, Days(end.first + week, end.last + week))
                if tense == "future"
                else (Days(start.first - week, start.last - week), end)
            )
        return Days(start.first, end.last) if start.first <= end.last else None


def _with_shared_parts(first: Date, last: Date) -> tuple[Date, Date]:
    """Give “15 to 19 June 2024” and “June 15 to 19” both ends a month and a year."""
    month = first.month or last.month
    first = Date(first.year or last.year, month, first.day, first.weekday)
    return first, Date(last.year, last.month or month, last.day, last.weekday)


@dataclass(frozen=True, slots=True)
class UpTo:
    """“the year to March”, “the fortnight to 14 June”: so many months or weeks up to a date."""

    last: Date
    months: int = 0
    weeks: int = 0

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the months that end with the date's own, wherever in it the books are closed."""
        end = self.last.days(reference, tense)
        if not end:
            return None
        if self.weeks:
            before = dt.timedelta(days=day_spans.DAYS_IN_WEEK * self.weeks - 1)
            return Days(end.last - before, end.last)
        first = day_spans.month(end.last.year, end.last.month - self.months + 1)
        return Days(first.first, end.last)


@dataclass(frozen=True, slots=True)
class Later:
    """“Tuesday week”, “a week on Friday”, “a fortnight today”: so many weeks after a day."""

    inner: Shape
    weeks: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the day that many weeks after the next such day."""
        del tense
        found = self.inner.days(reference, "future")
        after = dt.timedelta(days=day_spans.DAYS_IN_WEEK * self.weeks)
        return Days(found.first + after, found.last + after) if found else None


@dataclass(frozen=True, slots=True)
class InWeek:
    """“Tuesday next week”, “Monday to Thursday last week”."""

    inner: Weekday | Range
    offset: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the days in the week that is so many away."""
        del tense
        week = day_spans.around(reference, "week", self.offset) if reference else None
        return self.inner.days(week.first, "future") if week else None


@dataclass(frozen=True, slots=True)
class InQuarters:
    """“the second half of next year”, “the first quarter of this year”."""

    first: int
    last: int
    offset: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the quarters of the year that is so many away."""
        del tense
        if not reference:
            return None
        year = reference.year + self.offset
        return Days(
            day_spans.quarter(year, self.first).first, day_spans.quarter(year, self.last).last
        )


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """“on the 30th”, without its month."""

    day: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the latest such day, or in a plan the next."""
        if not reference:
            return None
        step = 1 if tense == "future" else -1
        months = (day_spans.month(reference.year, reference.month + step * n) for n in range(3))
        days = (Date(m.first.year, m.first.month, self.day).days(None, None) for m in months)
        fits = (d for d in days if d and (d.first - reference).days * step >= 0)
        return next(fits, None)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """“the second Sunday in October”."""

    number: int
    """-1 for the last."""
    weekday: int
    month: Date

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return that day of the month."""
        month = self.month.days(reference, tense)
        if not month:
            return None
        ahead = (self.weekday - month.first.weekday()) % day_spans.DAYS_IN_WEEK
        every = range(ahead, (month.last - month.first).days + 1, day_spans.DAYS_IN_WEEK)
        number = self.number if self.number < 0 else self.number - 1
        return day_spans.day(month.first + dt.timedelta(days=every[number]))
