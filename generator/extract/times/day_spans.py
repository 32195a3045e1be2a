"""Arithmetic on stretches of whole days: weeks, months, years, Easter; and how they are written."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def iso(self) -> str:
        """Write a day, a month, a year or else a range, the shortest that says it."""
        last_of_month = month(self.last.year, self.last.month).last == self.last
        first, last = self.first.isoformat(), self.last.isoformat()
        if self.first.day == 1 and last_of_month:
            january_to_december = self.first.month == 1 and self.last.month == MONTHS_IN_YEAR
            length = len("2024" if january_to_december else "2024-03")
            first, last = first[:length], last[:length]
        return first if first == last else f"{first}/{last}"


def day(date: dt.date) -> Days:
    """Return one day."""
    return Days(date, date)


def month(in_year: int, number: int) -> Days:
    """Return a month; numbers beyond 1 to 12 count on into other years."""
    years, index = divmod(number - 1, MONTHS_IN_YEAR)
    in_year += years
    last = calendar.monthrange(in_year, index + 1)[1]
    return Days(dt.date(in_year, index + 1, 1), dt.date(in_year, index + 1, last))


def year(number: int) -> Days:
    """Return a year."""
    return Days(dt.date(number, 1, 1), dt.date(number, 12, 31))


def around(date: dt.date, unit: str, offset: int) -> Days | None:
    """Return the calendar day, week, month, … `offset` units from the one that a date lies in."""
    find = _AROUND.get(unit)
    return find(date, offset) if find else None


def _days(date: dt.date, offset: int) -> Days:
    return day(date + dt.timedelta(days=offset))


def _weeks(date: dt.date, offset: int) -> Days:
    monday = date + dt.timedelta(days=DAYS_IN_WEEK * offset - date.weekday())
    return Days(monday, monday + dt.timedelta(days=DAYS_IN_WEEK - 1))


def _weekends(date: dt.date, offset: int) -> Days:
    sunday = _weeks(date, offset).last
    return Days(sunday - dt.timedelta(days=1), sunday)


_AROUND: dict[str, Callable[[dt.date, int], Days]] = {
    "day": _days,
    "week": _weeks,
    "weekend": _weekends,
    "month": lambda date, offset: month(date.year, date.month + offset),
    "quarter": lambda date, offset: quarter(
        date.year, (date.month - 1) // MONTHS_IN_QUARTER + 1 + offset
    ),
    "year": lambda date, offset: year(date.year + offset),
    "decade": lambda date, offset: decade(date.year // 10 * 10 + 10 * offset),
}


def quarter(in_year: int, number: int) -> Days:
    """Return a quarter; numbers beyond 1 to 4 count on into other years."""
    first = month(in_year, MONTHS_IN_QUARTER * (number - 1) + 1)
    return Days(first.first, month(in_year, MONTHS_IN_QUARTER * number).last)


def decade(first_year: int) -> Days:
    """Return ten years."""
    return Days(dt.date(first_year, 1, 1), dt.date(first_year + 9, 12, 31))


def easter(in_year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century, rest = in_year % 19, in_year // 100, in_year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    number, offset = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(in_year, number, offset + 1)


FEASTS: dict[str, Callable[[int], dt.date]] = {
    "easter": easter,
    "easter sunday": easter,
    "good friday": lambda year: easter(year) - dt.timedelta(days=2),
    "easter monday": lambda year: easter(year) + dt.timedelta(days=1),
    "christmas": lambda year: dt.date(year, 12, 25),
    "christmas day": lambda year: dt.date(year, 12, 25),
    "christmas eve": lambda year: dt.date(year, 12, 24),
    "boxing day": lambda year: dt.date(year, 12, 26),
    "new year's day": lambda year: dt.date(year, 1, 1),
    "new year's eve": lambda year: dt.date(year, 12, 31),
    "valentine's day": lambda year: dt.date(year, 2, 14),
    "halloween": lambda year: dt.date(year, 10, 31),
}
"""Feasts on the same day, or the same distance from Easter, for all who write in English."""
