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
    """A word that is a name or a verb as well: “May”, “March”, “2019”. It needs a company."""


Maker = Callable[[re.Match[str]], Shape | None]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
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
    "previous": "last",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
    "following": "next",
}
_OFFSETS = {"last": -1, "this": 0, "next": 1}

_WEEKDAY = rf"(?P<weekday>{'|'.join(day.capitalize() for day in _DAYS)})"
_WEEKDAY_SHORT = (
    r"(?P<weekday>(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|nesday|rsday|urday|sday)?)\.?"
)
_MONTH_FULL = "|".join(month.capitalize() for month in _MONTHS)
_MONTH_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_MONTH = rf"(?P<month>(?:{_MONTH_FULL})(?![a-z])|{_MONTH_SHORT}(?![a-z]))"
_MONTH_2 = rf"(?:{_MONTH_FULL}|{_MONTH_SHORT})(?![a-z])"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\d%]|[.,]\d)"
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a )?(?:few|couple of)|several|many|some)"
)
_UNIT = r"(?P<unit>minute|hour|day|week|weekend|month|quarter|year|decade)"
_PART = r"(?: (?P<part>morning|afternoon|evening|night))?"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
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
                stated = bool(match.groupdict().get("year")) or isinstance(shape, Decade)
                yield Atom(match.start(), match.end(), shape, stated, bare)


def _weekday_of(match: re.Match[str]) -> int | None:
    named = match.groupdict().get("weekday")
    return (
        next((n for n, day in enumerate(_DAYS) if day.startswith(named.lower()[:3])), None)
        if named
        else None
    )


def _month_of(match: re.Match[str]) -> int:
    return next(
        n for n, month in enumerate(_MONTHS, 1) if month.startswith(match["month"].lower()[:3])
    )


def _year_of(match: re.Match[str]) -> int | None:
    year = match.groupdict().get("year")
    return int(year) if year else None


def _count_of(match: re.Match[str]) -> int | None:
    count = match["count"].lower()
    return int(count) if count.isdigit() else _NUMBERS.get(count)


def _which_of(match: re.Match[str]) -> Which:
    return _WHICH[match["which"].lower()]


def _date(match: re.Match[str]) -> Shape:
    return Date(_year_of(match), _month_of(match), int(match["day"]), _weekday_of(match))


def _iso(match: re.Match[str]) -> Shape | None:
    date = Date(int(match["year"]), int(match["month_number"]), int(match["day"]))
    return date if date.days(None, None) else None


def _days_of_month(match: re.Match[str]) -> Shape:
    first, last = int(match["day"]), int(match["last"])
    year, month = _year_of(match), _month_of(match)
    return Range(Date(year, month, first), Date(year, month, last))


def _relative(match: re.Match[str]) -> Shape | None:
    """Read “last week”, “this Thursday”, “next March”, “last summer”."""
    which, what = _which_of(match), match["what"].lower()
    if what in _DAYS:
        return Weekday(_DAYS.index(what), which)
    if what in _MONTHS:
        return Turning(Date(month=_MONTHS.index(what) + 1), which)
    if what in ("morning", "afternoon", "evening", "night"):
        return Period("day", -1 if which == "last" else 0) if which != "next" else None
    if what in HOLIDAYS:
        return Turning(Holiday(what), which)
    if what in ("spring", "summer", "autumn", "fall", "winter", "season", "term"):
        return Unknown()
    if match["which"].lower() in ("following", "previous"):
        return Unknown()  # counted from what was told before, not from today
    return Period(what, _OFFSETS[which])


def _holiday(match: re.Match[str]) -> Shape:
    name = match["name"].lower().replace("’", "'")
    return Holiday(name, _year_of(match)) if name in HOLIDAYS else Unknown()


def _decade(match: re.Match[str]) -> Shape:
    digits = match["decade"]
    return Decade(int(digits) if len(digits) > 2 else 1900 + int(digits))


ATOMS: tuple[tuple[re.Pattern[str], Maker, bool], ...] = tuple(
    (re.compile(pattern), make, bare)
    for pattern, make, bare in (
        (rf"(?<![\w-]){_YEAR}-(?P<month_number>\d\d)-(?P<day>\d\d)(?![\w-])", _iso, False),
        (rf"\b(?:{_WEEKDAY_SHORT},? (?:the )?)?{_MONTH} {_DAY}(?:,? {_YEAR})?", _date, False),
        (
            rf"(?<![\d.,:$£€])\b(?:{_WEEKDAY_SHORT},? (?:the )?)?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
            _date,
            False,
        ),
        (
            rf"\b{_MONTH} {_DAY} ?(?:[-–—]| to | through ) ?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? {_YEAR})?",
            _days_of_month,
            False,
        ),
        (
            rf"\b{_DAY} ?(?:[-–—]| to ) ?(?P<last>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?:,? {_YEAR})?",
            _days_of_month,
            False,
        ),
        (
            rf"\b(?:[Ff]rom|[Bb]etween) {_YEAR} ?(?:and|to|until|through|[-–—]) ?(?P<until>(?:1[6-9]|20)\d\d)\b",
            lambda m: Range(Date(_year_of(m)), Date(int(m["until"]))),
            False,
        ),
        (rf"\b{_MONTH}(?: of|,)? {_YEAR}", lambda m: Date(_year_of(m), _month_of(m)), False),
        (
            rf"\b(?P<month>(?:{_MONTH_FULL})\b|{_MONTH_SHORT}(?= |$))",
            lambda m: Date(month=_month_of(m)),
            True,
        ),
        (rf"(?<![\d$£€#.,:/-])\b{_YEAR}\b(?!-\d|/\d)", lambda m: Date(_year_of(m)), True),
        (rf"\b{_WEEKDAY}\b(?!s\b){_PART}", lambda m: Weekday(_weekday_of(m) or 0), False),
        (
            r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Cc]oming|[Ff]ollowing|[Cc]urrent) "
            rf"(?P<what>week|weekend|month|year|quarter|decade|season|term|{_SEASON}|night|morning|afternoon|evening"
            rf"|{'|'.join(day.capitalize() for day in _DAYS)}|{_MONTH_FULL}|Easter|Christmas)\b(?!-)(?! (?:in|of) the )?{_PART}",
            _relative,
            False,
        ),
        (r"\b[Tt]oday\b(?!['’]s (?:world|society))|\b[Tt]onight\b", lambda _: Period("day"), False),
        (rf"\b[Yy]esterday\b{_PART}", lambda _: Period("day", -1), False),
        (rf"\b[Tt]omorrow\b{_PART}", lambda _: Period("day", 1), False),
        (
            rf"\b{_COUNT} {_UNIT}s? ago\b",
            lambda m: Distance(_count_of(m), m["unit"], -1),
            False,
        ),
        (
            rf"\b[Ii]n {_COUNT} {_UNIT}s?(?:['’] time)\b",
            lambda m: Distance(_count_of(m), m["unit"], 1),
            False,
        ),
        (
            rf"\b{_COUNT} {_UNIT}s? from now\b",
            lambda m: Distance(_count_of(m), m["unit"], 1),
            False,
        ),
        (
            rf"\b[Ww]ithin (?:the next )?{_COUNT} {_UNIT}s?\b",
            lambda m: Stretch(_count_of(m), m["unit"], 1),
            False,
        ),
        (r"\b[Ww]ithin (?:hours|days|weeks|months|years)\b", lambda _: Unknown(), False),
        (
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (?:the )?(?P<which>last|past|next|coming) {_COUNT} {_UNIT}s?\b",
            lambda m: Stretch(_count_of(m), m["unit"], -1 if _which_of(m) == "last" else 1),
            False,
        ),
        (
            rf"\b(?:just |only |less than |more than )?{_COUNT}? ?(?:{_UNIT}s?) "
            r"(?:before|after|left before|ahead of) (?:the )?(?:[A-Z]?[\w’'.-]+ ){0,3}"
            r"(?:election|vote|summit|attack|crash|deadline|Day|[Ee]lections?|referendum|hearing|trial|ceremony|game|final)\b",
            lambda _: Unknown(anchored=True),
            False,
        ),
        (
            rf"\b(?:{_COUNT} )?(?:hours|days|weeks|months|years|moments|minutes) (?:earlier|later)\b",
            lambda _: Unknown(),
            False,
        ),
        (
            r"\b[Tt]he (?P<decade>(?:1[6-9]|20)\d0)s\b|\b[Tt]he ['’](?P<short>\d0)s\b",
            lambda m: _decade(m) if m["decade"] else Decade(1900 + int(m["short"])),
            False,
        ),
        (rf"\b(?:the )?{_SEASON}(?: of|,)? {_YEAR}", lambda m: Date(_year_of(m)), False),
        (
            rf"\b(?:[Tt]he )?(?P<ordinal>first|second|third|fourth) quarter\b(?: of {_YEAR})?",
            lambda m: Quarter(_ORDINALS[m["ordinal"]], _year_of(m)),
            False,
        ),
        (
            rf"\bQ(?P<quarter>[1-4])\b(?: {_YEAR})?",
            lambda m: Quarter(int(m["quarter"]), _year_of(m)),
            False,
        ),
        (
            r"\b(?P<name>Easter(?: Sunday| Monday)?|Good Friday|Christmas(?: Day| Eve)?|Boxing Day|New Year['’]s (?:Day|Eve)"
            rf"|Valentine['’]s Day|Halloween|Thanksgiving|Ramadan|Eid(?: al-\w+)?|Passover|Diwali|Lunar New Year|Election Day)\b(?:,? {_YEAR})?",
            _holiday,
            False,
        ),
        (rf"(?<![\d:.,$£€]){_CLOCK}", lambda _: Unknown(clock=True), False),
    )
)
"""Pattern, meaning, and whether it needs a preposition or a neighbour to be a time at all."""
