"""The smallest time expressions: “Thursday”, “March 3, 2024”, “last week”, “6 p.m.”.

`ATOMS` names each pattern and what it means. All are bounded: none can run on over a whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.times.date_meanings import (
    DAYS,
    MONTHS,
    PARTS,
    SEASONS,
    Maker,
    read_ago,
    read_beside_event,
    read_clock,
    read_date,
    read_days_of_month,
    read_decade,
    read_edge_of_present,
    read_feast,
    read_from_now,
    read_half,
    read_iso,
    read_month_of_that_year,
    read_month_or_year,
    read_named_weekday,
    read_over,
    read_present,
    read_quarter,
    read_relative_name,
    read_relative_period,
    read_span_to,
    read_unknown,
    read_weekend,
    read_within,
    read_years,
    stated_year,
)
from generator.extract.times.date_shapes import Decade, Shape


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


Signs = tuple[str, ...]

_NAMED_DAYS = "|".join(day.capitalize() for day in DAYS)
_NAMED_MONTHS = "|".join(month.capitalize() for month in MONTHS)
_SHORT_MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_WEEKDAY = rf"(?P<weekday>{_NAMED_DAYS})"
_SHORT_DAYS = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{_NAMED_DAYS}|{_SHORT_DAYS}),? (?:the )?)?"
_MONTH = rf"(?P<month>(?:{_NAMED_MONTHS})(?![a-z])|{_SHORT_MONTHS}(?![a-z]))"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
_LAST_DAY = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:%])"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\d%]|[.,]\d)"
_BETWEEN = r"(?:(?P<between>[Bb]etween) )?"
_COMMA_YEAR = rf"(?:,? {_YEAR})?"
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a )?(?:few|couple of)|several|many|some)"
)
_UNIT = r"(?P<unit>minute|hour|day|week|fortnight|weekend|month|quarter|year|decade)"
_COUNTED = rf"{_COUNT} {_UNIT}s?"
_PART = rf"(?: (?:{'|'.join(PARTS)}))?"
_SEASON = rf"(?:{'|'.join(SEASONS)})"
_PERIOD = "week|weekend|month|year|quarter|decade|season|term"
_FEASTS = (
    r"Easter(?: Sunday| Monday)?|Good Friday|Christmas(?: Day| Eve)?|Boxing Day"
    r"|New Year['’]s (?:Day|Eve)|Valentine['’]s Day|Halloween|Thanksgiving|Ramadan"
    r"|Eid(?: al-\w+)?|Passover|Diwali|Lunar New Year|Election Day"
)
_SPAN = (
    r"(?:(?P<months>three|six|nine|twelve) months|(?:(?:financial|fiscal|first|second|third|fourth)"
    r" )?(?P<part>quarter|half|year))"
)
_EVENTS = (
    r"(?:election|vote|summit|attack|crash|deadline|referendum|hearing|trial|ceremony|game|final"
    r"|Election Day|Christmas|Easter)"
)
_CLOCK = (
    # The first look, at what all of these begin with, makes the search three times as fast.
    r"(?=[\ddmns])(?<![\d:.,$£€])(?:\d{1,2}(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![:\d])"
    r"|(?<=at )(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\.\d)|(?:noon|midday|midnight)\b"
    r"|(?:(?<=at )|(?<=by )|(?<=since )|(?<=until )|(?<=after )|(?<=before ))"
    r"(?:dawn|daybreak|dusk|nightfall|sunrise|sunset)\b)"
    r"(?: (?:GMT|UTC|BST|CET|ET|EST|EDT|PT|PST|PDT|local time|Eastern))?"
)
CLOCK = re.compile(_CLOCK)
"""A time of day."""


def find_atoms(text: str) -> list[Atom]:
    """Return the atoms of a text in order, the longest of those that overlap."""
    found = sorted(_all_atoms(text), key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _all_atoms(text: str) -> Iterator[Atom]:
    there = {signs for signs in _SIGNS if any(sign in text for sign in signs)}
    for pattern, make, signs, bare in ATOMS:
        for match in pattern.finditer(text) if signs in there else ():
            if shape := make(match):
                stated = stated_year(match) is not None or isinstance(shape, Decade)
                yield Atom(match.start(), match.end(), shape, stated, bare)


_IN_YEARS = ("16", "17", "18", "19", "20")
_IN_MONTHS = tuple(month[:3].capitalize() for month in MONTHS)
_IN_FEASTS = tuple("Ea Fri Ch Day Eve Hallo Thanks Ram Eid Pass Di Lunar".split())
_IN_WHICH = ("ast ", "his ", "ext ", "oming ", "urrent ")
_IN_PRESENT = ("oday", "onight", "esterday", "omorrow")
_IN_NEXT = ("coming", "next", "past", "last", "recent")
_IN_CLOCKS = tuple("am m. pm : noon midday midnight at da dusk fall sun".split())
_THIS = r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Cc]urrent)"

_SURE: tuple[tuple[str, Maker, Signs], ...] = (
    (rf"(?<![\w-]){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?![\w-])", read_iso, _IN_YEARS),
    (rf"\b{_WEEKDAY_BEFORE}{_MONTH} {_DAY}{_COMMA_YEAR}", read_date, _IN_MONTHS),
    (
        rf"(?<![\d.,:$£€])\b{_WEEKDAY_BEFORE}{_DAY}(?: of)? {_MONTH}{_COMMA_YEAR}",
        read_date,
        _IN_MONTHS,
    ),
    (
        rf"\b{_BETWEEN}{_MONTH} {_DAY} ?(?:[-–—]| to | through | and ) ?{_LAST_DAY}{_COMMA_YEAR}",
        read_days_of_month,
        _IN_MONTHS,
    ),
    (
        rf"\b{_BETWEEN}{_DAY} ?(?:[-–—]| to | and ) ?{_LAST_DAY} {_MONTH}{_COMMA_YEAR}",
        read_days_of_month,
        _IN_MONTHS,
    ),
    (
        rf"\b(?:[Tt]he )?{_SPAN} (?:to|through|end(?:ing|ed)(?: on)?) {_MONTH}"
        rf"(?: {_DAY})?{_COMMA_YEAR}",
        read_span_to,
        _IN_MONTHS,
    ),
    (rf"\b{_MONTH}(?: of|,)? {_YEAR}", read_month_or_year, _IN_MONTHS),
    (rf"\b{_MONTH},? (?:of )?(?:that|the same) year\b", read_month_of_that_year, _IN_MONTHS),
    (rf"\b(?:the )?{_SEASON}(?: of|,)? {_YEAR}", read_month_or_year, SEASONS),
    (
        rf"\b(?:[Ff]rom|[Bb]etween) {_YEAR} ?(?:and|to|until|through|[-–—]) ?"
        r"(?P<until>(?:1[6-9]|20)\d\d)\b",
        read_years,
        _IN_YEARS,
    ),
    (r"\b[Tt]he (?:(?P<full>(?:1[6-9]|20)\d0)|['’](?P<short>\d0))s\b", read_decade, ("0s",)),
    (
        rf"\b(?:[Tt]he )?(?P<quarter>first|second|third|fourth) quarter\b(?: of {_YEAR})?",
        read_quarter,
        ("quarter",),
    ),
    (rf"\b(?:[Tt]he )?(?P<quarter>last|final) quarter of {_YEAR}", read_quarter, ("quarter",)),
    (rf"\b(?:[Tt]he )?(?P<half>first|second|latter) half of {_YEAR}", read_half, ("half of",)),
    (rf"\b(?P<quarter>Q[1-4])\b(?: {_YEAR})?", read_quarter, ("Q",)),
    (rf"\b(?P<feast>{_FEASTS})\b,? {_YEAR}", read_feast, _IN_FEASTS),
    (rf"\b{_WEEKDAY}\b{_PART}", read_named_weekday, ("day",)),
    (
        rf"\b(?P<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b{_PART}",
        read_present,
        _IN_PRESENT,
    ),
    (
        rf"{_THIS} (?P<name>{_NAMED_DAYS}|{_NAMED_MONTHS}|Easter|Christmas)\b{_PART}",
        read_relative_name,
        _IN_WHICH,
    ),
    (
        rf"{_THIS} (?P<period>{_PERIOD}|{'|'.join(PARTS)}|{_SEASON})\b(?!-| tide)",
        read_relative_period,
        _IN_WHICH,
    ),
    (
        rf"\b(?:[Tt]he )?(?:[Pp]revious|[Ff]ollowing) (?:day|{_PERIOD}|{'|'.join(PARTS)})\b",
        read_unknown,
        ("revious", "ollowing"),
    ),
    (
        rf"\b(?:[Ii]n|[Bb]y) the (?:new year|New Year|{_SEASON})"
        r"(?=[.,;:)]|$| (?:after|and|at|before|but|for|if|on|or|to|when|with)\b)",
        read_unknown,
        ("ear", *SEASONS),
    ),
    (r"\b[Tt]he next (?:day|morning|evening|night)\b", read_unknown, ("next",)),
    (r"\b(?:[Aa]t|[Oo]ver|[Dd]uring) the weekend\b", read_weekend, ("weekend",)),
    (
        r"\b(?:(?:the )?(?:end|start|beginning|middle|rest|close) of the "
        r"(?P<period>week|month|year|decade)|year[- ]end)\b",
        read_edge_of_present,
        (" of the ", "year"),
    ),
    (
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring) (?:the )?(?:coming|next|past|last|recent) "
        r"(?:hours|days|weeks|months|years|decades)\b",
        read_unknown,
        _IN_NEXT,
    ),
    (rf"\b{_COUNTED} ago\b", read_ago, ("ago",)),
    (rf"\b{_COUNTED} from now\b", read_from_now, ("from now",)),
    (rf"\b[Ii]n {_COUNTED}['’]s? time\b", read_from_now, ("time",)),
    (rf"\b[Ww]ithin (?:the next )?{_COUNTED}\b", read_within, ("ithin",)),
    (r"\b[Ww]ithin (?:hours|days|weeks|months|years)\b", read_unknown, ("ithin",)),
    (
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (?:the )?(?P<which>last|past|next|coming) "
        rf"{_COUNTED}\b",
        read_over,
        _IN_NEXT,
    ),
    (
        r"\b(?:[Jj]ust |[Oo]nly )?(?:(?!(?:[Ll]ast|[Tt]his|[Nn]ext) )\w{1,12} )?(?<!ast )(?<!his )"
        r"(?<!ext )(?:hour|day|week|month|year)s? (?:left )?"
        rf"(?:before|after) (?:the )?(?:[\w’'.-]{{1,20}} ){{0,3}}{_EVENTS}\b",
        read_beside_event,
        ("before", "after"),
    ),
    (
        rf"\b(?:{_COUNT} )?(?:hours|days|weeks|months|years|minutes) (?:earlier|later)\b",
        read_unknown,
        ("earlier", "later"),
    ),
    (_CLOCK, read_clock, _IN_CLOCKS),
)
_BARE: tuple[tuple[str, Maker, Signs], ...] = (
    (rf"\b(?P<feast>{_FEASTS})\b", read_feast, _IN_FEASTS),
    (rf"\b(?P<month>(?:{_NAMED_MONTHS})\b|{_SHORT_MONTHS}(?= |$))", read_month_or_year, _IN_MONTHS),
    (rf"(?:(?<=[Mm]id-)|(?<![\d$£€#.,:/-]))\b{_YEAR}\b(?!-\d|/\d)", read_month_or_year, _IN_YEARS),
)
ATOMS: tuple[tuple[re.Pattern[str], Maker, Signs, bool], ...] = (
    *((re.compile(pattern), make, signs, False) for pattern, make, signs in _SURE),
    *((re.compile(pattern), make, signs, True) for pattern, make, signs in _BARE),
)
"""Pattern, meaning, what all that it finds has one of (most sentences have none, and to look for
these takes no time), and whether it needs a preposition to be a time at all."""
_SIGNS = frozenset(signs for _, _, signs, _ in ATOMS)
