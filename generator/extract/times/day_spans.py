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


def _from_easter(days: int) -> Callable[[int], dt.date]:
    return lambda in_year: easter(in_year) + dt.timedelta(days=days)


def _on(month_number: int, day_number: int) -> Callable[[int], dt.date]:
    return lambda in_year: dt.date(in_year, month_number, day_number)


FEASTS: dict[str, Callable[[int], dt.date]] = {
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "holy saturday": _from_easter(-1),
    "easter sunday": easter,
    "easter monday": _from_easter(1),
    "easter": easter,
    "ascension day": _from_easter(39),
    "whit sunday": _from_easter(49),
    "pentecost": _from_easter(49),
    "whit monday": _from_easter(50),
    "corpus christi": _from_easter(60),
    "new year's day": _on(1, 1),
    "epiphany": _on(1, 6),
    "burns night": _on(1, 25),
    "valentine's day": _on(2, 14),
    "st david's day": _on(3, 1),
    "st patrick's day": _on(3, 17),
    "april fool's day": _on(4, 1),
    "st george's day": _on(4, 23),
    "anzac day": _on(4, 25),
    "may day": _on(5, 1),
    "juneteenth": _on(6, 19),
    "canada day": _on(7, 1),
    "bastille day": _on(7, 14),
    "halloween": _on(10, 31),
    "all saints' day": _on(11, 1),
    "all souls' day": _on(11, 2),
    "guy fawkes night": _on(11, 5),
    "bonfire night": _on(11, 5),
    "armistice day": _on(11, 11),
    "veterans day": _on(11, 11),
    "st andrew's day": _on(11, 30),
    "christmas eve": _on(12, 24),
    "christmas day": _on(12, 25),
    "christmas": _on(12, 25),
    "boxing day": _on(12, 26),
    "st stephen's day": _on(12, 26),
    "new year's eve": _on(12, 31),
}
"""Feasts on the same day, or the same distance from Easter, for all who write in English."""
