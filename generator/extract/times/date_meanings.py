"""A match of one of the patterns of time expressions to what it means."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extract.times.date_ranges import (
    DayOfMonth,
    InQuarters,
    Later,
    NthWeekday,
    Range,
    UpTo,
)
from generator.extract.times.date_shapes import (
    Date,
    Decade,
    Distance,
    Holiday,
    InThatYear,
    Period,
    Quarter,
    Shape,
    Stretch,
    Turning,
    Unknown,
    Weekday,
    Weekend,
    Which,
)
from generator.extract.times.day_spans import FEASTS

Maker = Callable[[re.Match[str]], Shape | None]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
PARTS = ("morning", "afternoon", "evening", "night")
SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1}
MOST_YEARS = 30
"""Between two years of which the second is written short."""
_LENGTHS = {"quarter": 3, "half": 6, "year": 12}
_WEEKS = {"week": 1, "fortnight": 2}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_WHICH: dict[str, Which] = {
    "last": "last",
    "past": "last",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
}
_OFFSETS: dict[Which, int] = {"last": -1, "this": 0, "next": 1}


def stated_year(match: re.Match[str]) -> int | None:
    """Return the year that a match gives."""
    year = match.groupdict().get("year")
    return int(year) if year else None


def _month(match: re.Match[str]) -> int:
    return [month[:3] for month in MONTHS].index(match["month"].lower()[:3]) + 1


def _weekday(match: re.Match[str]) -> int | None:
    named = match.groupdict().get("weekday")
    return [day[:3] for day in DAYS].index(named.lower()[:3]) if named else None


def _count(match: re.Match[str]) -> int | None:
    count = match["count"].lower()
    return int(count) if count.isdigit() else _NUMBERS.get(count)


def read_iso(match: re.Match[str]) -> Shape | None:
    """Read “2024-03-15”; None where the calendar has no such day."""
    date = Date(stated_year(match), int(match["number"]), int(match["day"]))
    return date if date.month in range(1, 13) and date.days(None, None) else None


def read_date(match: re.Match[str]) -> Date:
    """Read “Friday, March 15, 2024” and “15 March”."""
    day = int(match["day"]) if match["day"] else None
    return Date(stated_year(match), _month(match), day, _weekday(match))


def read_span_to(match: re.Match[str]) -> Shape:
    """Read “the year to March”, “the three months ended June 30, 2024”, “the week to 3 May”."""
    if match["weeks"]:
        return UpTo(read_date(match), weeks=_WEEKS[match["weeks"]])
    months = _NUMBERS[match["months"].lower()] if match["months"] else _LENGTHS[match["part"]]
    return UpTo(read_date(match), months)


def read_days_of_month(match: re.Match[str]) -> Shape | None:
    """Read “June 15-19”, “between June 3 and 9”; None for two days apart, “June 3 and 10”."""
    year, month = stated_year(match), _month(match)
    first, last = int(match["day"]), int(match["last"])
    if " and " in match[0] and not match["between"] and last != first + 1:
        return None
    return Range(Date(year, month, first), Date(year, month, last))


def read_month_or_year(match: re.Match[str]) -> Shape:
    """Read “March 2024”, “March”, “2024”, “the summer of 2024”."""
    return Date(stated_year(match), _month(match) if "month" in match.groupdict() else None)


def read_month_of_that_year(match: re.Match[str]) -> Shape:
    """Read “May that year”."""
    return InThatYear(Date(month=_month(match)))


def read_years(match: re.Match[str]) -> Shape:
    """Read “from 1994 to 2003”."""
    return Range(Date(stated_year(match)), Date(int(match["until"])))


def read_decade(match: re.Match[str]) -> Shape:
    """Read “the 1990s”."""
    return Decade(int(match["full"]) if match["full"] else 1900 + int(match["short"]))


def read_quarter(match: re.Match[str]) -> Shape:
    """Read “the first quarter of 2024” and “Q1”."""
    stated = match["quarter"].lower()
    return Quarter(_ORDINALS.get(stated) or int(stated[1:]), stated_year(match))


def read_half(match: re.Match[str]) -> Shape:
    """Read “the first half of 2024” and “of next year”."""
    year, first = stated_year(match), 1 if match["half"] == "first" else 3
    if year:
        return Range(Quarter(first, year), Quarter(first + 1, year))
    return InQuarters(first, first + 1, _OFFSETS[_WHICH.get(match["which"] or "", "this")])


def read_quarter_of(match: re.Match[str]) -> Shape:
    """Read “the first quarter of next year”."""
    number = _ORDINALS[match["quarter"].lower()]
    return InQuarters(number, number, _OFFSETS[_WHICH.get(match["which"] or "", "this")])


def read_short_years(match: re.Match[str]) -> Shape | None:
    """Read “2024-25”, “2011-2015”; None where the second does not follow the first."""
    first, second = int(match["year"]), match["second"]
    last = int(f"{first}"[: -len(second)] + second)
    return Range(Date(first), Date(last)) if first < last <= first + MOST_YEARS else None


def read_later(match: re.Match[str]) -> Shape:
    """Read “Tuesday week”, “a week on Friday”, “a fortnight today”."""
    named = _weekday(match)
    day: Shape = Period("day", 1 if match[0].endswith("tomorrow") else 0)
    weeks = _WEEKS[match["weeks"]]
    return Later(day if named is None else Weekday(named), weeks)


def read_day_of_month(match: re.Match[str]) -> Shape:
    """Read “the 30th”."""
    return DayOfMonth(int(match["day"]))


def read_nth_weekday(match: re.Match[str]) -> Shape:
    """Read “the second Sunday in October”."""
    number = -1 if match["number"].lower() == "last" else _ORDINALS[match["number"].lower()]
    return NthWeekday(number, _weekday(match) or 0, Date(stated_year(match), _month(match)))


def read_feast(match: re.Match[str]) -> Shape:
    """Read “Easter 2025”; feasts of other calendars stay text."""
    name = match["feast"].lower().replace("’", "'").replace("st. ", "st ")
    return Holiday(name, stated_year(match)) if name in FEASTS else Unknown()


def read_named_weekday(match: re.Match[str]) -> Shape:
    """Read “Thursday”."""
    return Weekday(DAYS.index(match["weekday"].lower()))


def read_present(match: re.Match[str]) -> Shape:
    """Read “today”, “yesterday”, “the day after tomorrow”."""
    offset = {"yesterday": -1, "tomorrow": 1}.get(match["day"].lower(), 0)
    return Period("day", 2 * offset if match["beyond"] else offset)


def read_relative_name(match: re.Match[str]) -> Shape:
    """Read “this Thursday”, “next March”, “last Easter”."""
    which, name = _WHICH[match["which"].lower()], match["name"].lower()
    if name in DAYS:
        return Weekday(DAYS.index(name), which)
    if name in MONTHS:
        return Turning(Date(month=MONTHS.index(name) + 1), which)
    feast = name.replace("’", "'").replace("st. ", "st ")
    return Turning(Holiday(feast), which) if feast in FEASTS else Unknown()


def read_relative_period(match: re.Match[str]) -> Shape:
    """Read “last week”, “this morning”, “next year”; seasons differ around the globe."""
    which, period = _WHICH[match["which"].lower()], match["period"].lower()
    if period in PARTS:
        return Period("day", _OFFSETS[which])
    unknown = period in (*SEASONS, "season", "term") or " " in period
    return Unknown() if unknown else Period(period, _OFFSETS[which])


def _counted(match: re.Match[str]) -> tuple[int | None, str]:
    count, unit = _count(match), match["unit"]
    if unit != "fortnight":
        return count, unit
    return (count * 2 if count else None), "week"


def read_ago(match: re.Match[str]) -> Shape:
    """Read “two weeks ago”."""
    return Distance(*_counted(match), -1)


def read_from_now(match: re.Match[str]) -> Shape:
    """Read “in two weeks’ time”."""
    return Distance(*_counted(match), 1)


def read_within(match: re.Match[str]) -> Shape:
    """Read “within two weeks”."""
    return Stretch(*_counted(match), 1)


def read_over(match: re.Match[str]) -> Shape:
    """Read “over the past two weeks”."""
    back = _WHICH[match["which"].lower()] == "last"
    return Stretch(*_counted(match), -1 if back else 1)


def read_edge_of_present(match: re.Match[str]) -> Shape:
    """Read “the end of the year” and “year-end”."""
    return Period(match["period"] or "year")


def read_weekend(match: re.Match[str]) -> Shape:
    """Read “at the weekend”."""
    del match
    return Weekend()


def read_unknown(match: re.Match[str]) -> Shape:
    """Read what is counted from an event told before, or is vague: the words are all there is."""
    del match
    return Unknown()


def read_beside_event(match: re.Match[str]) -> Shape:
    """Read “two days before the election”."""
    del match
    return Unknown(anchored=True)


def read_clock(match: re.Match[str]) -> Shape:
    """Read “6 p.m.”."""
    del match
    return Unknown(clock=True)
