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
    """“the year to March”, “the three months ended June 30”: so many months up to a date."""

    last: Date
    months: int

    def days(self, reference: dt.date | None, tense: Tense | None) -> Days | None:
        """Return the months that end with the date's own, wherever in it the books are closed."""
        end = self.last.days(reference, tense)
        if not end:
            return None
        first = day_spans.month(end.last.year, end.last.month - self.months + 1)
        return Days(first.first, end.last)
