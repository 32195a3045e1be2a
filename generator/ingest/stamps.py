"""A stated date, with or without a time, to ISO 8601; what is ambiguous is not a date."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""English month names and their abbreviations, in lower case."""
_OFFSETS = {
    "z": "+00:00",
    "gmt": "+00:00",
    "utc": "+00:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "est": "-05:00",
    "edt": "-04:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}
"""Abbreviations of time zones that newswire uses in one sense only; CST and IST have several."""

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|2[01])\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_MONTH} {_DAY}(?:,| ,)? {_YEAR}\b",
        rf"\b{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}\b",
        rf"(?<!\d){_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d/.])(?P<either>\d{{1,2}})[/.](?P<other>\d{{1,2}})[/.]{_YEAR}(?!\d)",
    )
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))(?::(?P<second>[0-5]\d))?(?:\.\d+)?"
    r" ?(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r" ?(?:(?:GMT|UTC)(?P<hours>[+-]\d{1,2})(?!\d)|(?P<offset>[+-]\d\d):?(?P<rest>\d\d)"
    r"|\(?(?P<name>[A-Za-z]{1,4})\b)"
)
_MONTHS_IN_YEAR = 12


def find_stamp(text: str) -> tuple[str, int, int] | None:
    """Find the first full date in a line: its ISO form, and where date and time start and end."""
    found = [(m.start(), n) for n, form in enumerate(_FORMS) for m in [form.search(text)] if m]
    for _, form in sorted(found):
        match = _FORMS[form].search(text)
        day = _date(match.groupdict()) if match else None
        if match and day:
            clock, start, end = _clock_beside(text, match.start(), match.end())
            return f"{day.isoformat()}{clock}", start, end
    return None


def iso_stamp(text: str) -> str | None:
    """Return the ISO form of the first full date in a text."""
    found = find_stamp(text)
    return found[0] if found else None


def _date(parts: dict[str, str | None]) -> dt.date | None:
    month, day = parts.get("month"), parts.get("day")
    if parts.get("either"):
        month, day = _day_and_month(int(parts["either"] or 0), int(parts["other"] or 0))
    if not month or not day:
        return None
    number = MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    try:
        return dt.date(int(parts["year"] or 0), number, int(day))
    except ValueError:
        return None


def _day_and_month(either: int, other: int) -> tuple[str | None, str | None]:
    """Return month and day of 13/4 and 4/13; 3/4 is April in London and March in New York."""
    if either > _MONTHS_IN_YEAR >= other or either == other:
        return str(other), str(either)
    if other > _MONTHS_IN_YEAR >= either:
        return str(either), str(other)
    return None, None


def _clock_beside(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Read a time that follows the date within a few characters, or stands right before it."""
    after = _CLOCK.search(text, end, end + 24)
    if after and re.fullmatch(r"(?i)[T ,|·–—-]*(?:at )?", text[end : after.start()]):
        clock, stop = _time(text, after)
        return clock, start, stop
    for before in _CLOCK.finditer(text, max(0, start - 24), start):
        clock, stop = _time(text, before)
        if re.fullmatch(
            r"(?i)[ ,|·–—-]*(?:[a-z]{2,4} )?(?:on )?(?:[a-z]{3,9},? )?", text[stop:start]
        ):
            return clock, before.start(), end
    return "", start, end


def _time(text: str, clock: re.Match[str]) -> tuple[str, int]:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half:
        hour = hour % _MONTHS_IN_YEAR + (_MONTHS_IN_YEAR if half.startswith("p") else 0)
    stated = f"T{hour:02}:{clock['minute']}" + (f":{clock['second']}" if clock["second"] else "")
    zone = _ZONE.match(text, clock.end())
    if zone and zone["hours"]:
        return f"{stated}{int(zone['hours']):+03}:00", zone.end()
    if zone and zone["offset"]:
        return f"{stated}{zone['offset']}:{zone['rest']}", zone.end()
    offset = _OFFSETS.get(zone["name"].lower()) if zone and zone["name"] else None
    return (f"{stated}{offset}", zone.end()) if zone and offset else (stated, clock.end())
