"""The smallest time expressions: “Thursday”, “March 3, 2024”, “last week”, “6 p.m.”.

`ATOMS` names each pattern and what it means. All are bounded: none can run on over a whole text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.extract.date_shapes import (
    HOLIDAYS,
    Date,
    Decade,
    Distance,
    Holiday,
    Period,
    Quarter,
    Range,
    Shape,
    Stretch,
    Turning,
    Unknown,
    Weekday,
    Which,
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A smallest time expression."""

    start: int
    end: int
    shape: Shape
    stated: bool = False
    """It gives its year."""
    bare: bool = False
    """A name, a verb or a number as well (“May”, “March”, “2019”): it needs a preposition."""


Maker = Callable[[re.Match[str]], Shape | None]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PARTS = ("morning", "afternoon", "evening", "night")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_WHICH: dict[str, Which] = {
    "last": "last",
    "past": "last",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
}
_OFFSETS: dict[Which, int] = {"last": -1, "this": 0, "next": 1}

_NAMED_DAYS = "|".join(day.capitalize() for day in _DAYS)
_NAMED_MONTHS = "|".join(month.capitalize() for month in _MONTHS)
_SHORT_MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_WEEKDAY = rf"(?P<weekday>{_NAMED_DAYS})"
_SHORT_DAYS = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{_NAMED_DAYS}|{_SHORT_DAYS}),? (?:the )?)?"
_MONTH = rf"(?P<month>(?:{_NAMED_MONTHS})(?![a-z])|{_SHORT_MONTHS}(?![a-z]))"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
_LAST_DAY = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:%])"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\d%]|[.,]\d)"
_COMMA_YEAR = rf"(?:,? {_YEAR})?"
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a )?(?:few|couple of)|several|many|some)"
)
_UNIT = r"(?P<unit>minute|hour|day|week|weekend|month|quarter|year|decade)"
_COUNTED = rf"{_COUNT} {_UNIT}s?"
_PART = rf"(?: (?:{'|'.join(_PARTS)}))?"
_SEASON = rf"(?:{'|'.join(_SEASONS)})"
_PERIOD = "week|weekend|month|year|quarter|decade|season|term"
_FEASTS = (
    r"Easter(?: Sunday| Monday)?|Good Friday|Christmas(?: Day| Eve)?|Boxing Day"
    r"|New Year['’]s (?:Day|Eve)|Valentine['’]s Day|Halloween|Thanksgiving|Ramadan"
    r"|Eid(?: al-\w+)?|Passover|Diwali|Lunar New Year|Election Day"
)
_EVENTS = (
    r"(?:election|vote|summit|attack|crash|deadline|referendum|hearing|trial|ceremony|game|final"
    r"|Election Day|Christmas|Easter)"
)
_CLOCK = (
    r"(?:\d{1,2}(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b)|(?:[01]?\d|2[0-3]):[0-5]\d(?![:\d])"
    r"|(?<=at )(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\.\d)|(?:noon|midday|midnight)\b)"
    r"(?: (?:GMT|UTC|BST|CET|ET|EST|EDT|PT|PST|PDT|local time|Eastern))?"
)


def find_atoms(text: str) -> list[Atom]:
    """Return the atoms of a text in order, the longest of those that overlap."""
    found = sorted(_all_atoms(text), key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _all_atoms(text: str) -> Iterator[Atom]:
    for pattern, make, bare in ATOMS:
        for match in pattern.finditer(text):
            if shape := make(match):
                stated = _year(match) is not None or isinstance(shape, Decade)
                yield Atom(match.start(), match.end(), shape, stated, bare)


def _year(match: re.Match[str]) -> int | None:
    year = match.groupdict().get("year")
    return int(year) if year else None


def _month(match: re.Match[str]) -> int:
    return [month[:3] for month in _MONTHS].index(match["month"].lower()[:3]) + 1


def _weekday(match: re.Match[str]) -> int | None:
    named = match.groupdict().get("weekday")
    return [day[:3] for day in _DAYS].index(named.lower()[:3]) if named else None


def _count(match: re.Match[str]) -> int | None:
    count = match["count"].lower()
    return int(count) if count.isdigit() else _NUMBERS.get(count)


def _iso(match: re.Match[str]) -> Shape | None:
    date = Date(_year(match), int(match["number"]), int(match["day"]))
    return date if date.month in range(1, 13) and date.days(None, None) else None


def _date(match: re.Match[str]) -> Shape:
    return Date(_year(match), _month(match), int(match["day"]), _weekday(match))


def _days_of_month(match: re.Match[str]) -> Shape:
    year, month = _year(match), _month(match)
    return Range(Date(year, month, int(match["day"])), Date(year, month, int(match["last"])))


def _month_or_year(match: re.Match[str]) -> Shape:
    return Date(_year(match), _month(match) if "month" in match.groupdict() else None)


def _years(match: re.Match[str]) -> Shape:
    return Range(Date(_year(match)), Date(int(match["until"])))


def _decade(match: re.Match[str]) -> Shape:
    return Decade(int(match["full"]) if match["full"] else 1900 + int(match["short"]))


def _quarter(match: re.Match[str]) -> Shape:
    stated = match["quarter"].lower()
    return Quarter(_ORDINALS.get(stated) or int(stated[1:]), _year(match))


def _feast(match: re.Match[str]) -> Shape:
    name = match["feast"].lower().replace("’", "'")
    return Holiday(name, _year(match)) if name in HOLIDAYS else Unknown()


def _named_weekday(match: re.Match[str]) -> Shape:
    return Weekday(_DAYS.index(match["weekday"].lower()))


def _present(match: re.Match[str]) -> Shape:
    return Period("day", {"yesterday": -1, "tomorrow": 1}.get(match["day"].lower(), 0))


def _relative_name(match: re.Match[str]) -> Shape:
    """Read “this Thursday”, “next March”, “last Easter”."""
    which, name = _WHICH[match["which"].lower()], match["name"].lower()
    if name in _DAYS:
        return Weekday(_DAYS.index(name), which)
    in_year = Date(month=_MONTHS.index(name) + 1) if name in _MONTHS else Holiday(name)
    return Turning(in_year, which)


def _relative_period(match: re.Match[str]) -> Shape:
    """Read “last week”, “this morning”, “next year”; seasons differ around the globe."""
    which, period = _WHICH[match["which"].lower()], match["period"].lower()
    if period in _PARTS:
        return Period("day", _OFFSETS[which])
    unknown = period in (*_SEASONS, "season", "term")
    return Unknown() if unknown else Period(period, _OFFSETS[which])


def _ago(match: re.Match[str]) -> Shape:
    return Distance(_count(match), match["unit"], -1)


def _from_now(match: re.Match[str]) -> Shape:
    return Distance(_count(match), match["unit"], 1)


def _within(match: re.Match[str]) -> Shape:
    return Stretch(_count(match), match["unit"], 1)


def _over(match: re.Match[str]) -> Shape:
    back = _WHICH[match["which"].lower()] == "last"
    return Stretch(_count(match), match["unit"], -1 if back else 1)


def _unknown(match: re.Match[str]) -> Shape:
    del match  # counted from an event, or vague: the words are all there is
    return Unknown()


def _beside_event(match: re.Match[str]) -> Shape:
    del match
    return Unknown(anchored=True)


def _clock(match: re.Match[str]) -> Shape:
    del match
    return Unknown(clock=True)


_THIS = r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Cc]urrent)"

_SURE: tuple[tuple[str, Maker], ...] = (
    (rf"(?<![\w-]){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?![\w-])", _iso),
    (rf"\b{_WEEKDAY_BEFORE}{_MONTH} {_DAY}{_COMMA_YEAR}", _date),
    (rf"(?<![\d.,:$£€])\b{_WEEKDAY_BEFORE}{_DAY}(?: of)? {_MONTH}{_COMMA_YEAR}", _date),
    (rf"\b{_MONTH} {_DAY} ?(?:[-–—]| to | through ) ?{_LAST_DAY}{_COMMA_YEAR}", _days_of_month),
    (rf"\b{_DAY} ?(?:[-–—]| to ) ?{_LAST_DAY} {_MONTH}{_COMMA_YEAR}", _days_of_month),
    (rf"\b{_MONTH}(?: of|,)? {_YEAR}", _month_or_year),
    (rf"\b(?:the )?{_SEASON}(?: of|,)? {_YEAR}", _month_or_year),
    (
        rf"\b(?:[Ff]rom|[Bb]etween) {_YEAR} ?(?:and|to|until|through|[-–—]) ?"
        r"(?P<until>(?:1[6-9]|20)\d\d)\b",
        _years,
    ),
    (r"\b[Tt]he (?:(?P<full>(?:1[6-9]|20)\d0)|['’](?P<short>\d0))s\b", _decade),
    (rf"\b(?:[Tt]he )?(?P<quarter>first|second|third|fourth) quarter\b(?: of {_YEAR})?", _quarter),
    (rf"\b(?P<quarter>Q[1-4])\b(?: {_YEAR})?", _quarter),
    (rf"\b(?P<feast>{_FEASTS})\b{_COMMA_YEAR}", _feast),
    (rf"\b{_WEEKDAY}\b{_PART}", _named_weekday),
    (rf"\b(?P<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b{_PART}", _present),
    (rf"{_THIS} (?P<name>{_NAMED_DAYS}|{_NAMED_MONTHS}|Easter|Christmas)\b{_PART}", _relative_name),
    (rf"{_THIS} (?P<period>{_PERIOD}|{'|'.join(_PARTS)}|{_SEASON})\b(?!-)", _relative_period),
    (rf"\b(?:[Pp]revious|[Ff]ollowing) (?:day|{_PERIOD})\b", _unknown),
    (rf"\b{_COUNTED} ago\b", _ago),
    (rf"\b{_COUNTED} from now\b", _from_now),
    (rf"\b[Ii]n {_COUNTED}['’]s? time\b", _from_now),
    (rf"\b[Ww]ithin (?:the next )?{_COUNTED}\b", _within),
    (r"\b[Ww]ithin (?:hours|days|weeks|months|years)\b", _unknown),
    (
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (?:the )?(?P<which>last|past|next|coming) "
        rf"{_COUNTED}\b",
        _over,
    ),
    (
        r"\b(?:[Jj]ust |[Oo]nly )?(?:\w{1,12} )?(?:hour|day|week|month|year)s? (?:left )?"
        rf"(?:before|after) (?:the )?(?:[\w’'.-]{{1,20}} ){{0,3}}{_EVENTS}\b",
        _beside_event,
    ),
    (rf"\b(?:{_COUNT} )?(?:hours|days|weeks|months|years|minutes) (?:earlier|later)\b", _unknown),
    (rf"(?<![\d:.,$£€]){_CLOCK}", _clock),
)
_BARE: tuple[tuple[str, Maker], ...] = (
    (rf"\b(?P<month>(?:{_NAMED_MONTHS})\b|{_SHORT_MONTHS}(?= |$))", _month_or_year),
    (rf"(?<![\d$£€#.,:/-])\b{_YEAR}\b(?!-\d|/\d)", _month_or_year),
)
ATOMS: tuple[tuple[re.Pattern[str], Maker, bool], ...] = (
    *((re.compile(pattern), make, False) for pattern, make in _SURE),
    *((re.compile(pattern), make, True) for pattern, make in _BARE),
)
"""Pattern, meaning, and whether it needs a preposition to be a time at all."""
