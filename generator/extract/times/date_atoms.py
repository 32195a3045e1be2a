"""The smallest time expressions: “Thursday”, “March 3, 2024”, “last week”, “6 p.m.”.

`ATOMS` names each pattern and what it means. All are bounded: none can run on over a whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.times import date_meanings as meanings
from generator.extract.times.date_meanings import MONTHS, PARTS, SEASONS, Maker
from generator.extract.times.date_shapes import Decade, Shape
from generator.extract.times.date_words import (
    BETWEEN,
    BOOKS,
    CLOCK,
    COMMA_YEAR,
    COUNT,
    COUNTED,
    DAY,
    EVENTS,
    FEAST,
    FEAST_WORDS,
    LAST_DAY,
    MONTH,
    NAMED_DAYS,
    NAMED_MONTHS,
    PART,
    PERIOD,
    SEASON,
    SHORT_MONTHS,
    SPAN,
    THIS,
    WEEKDAY,
    WEEKDAY_BEFORE,
    WHICH_YEAR,
    YEAR,
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


Signs = tuple[str, ...]

CLOCK_PATTERN = re.compile(CLOCK)
"""A time of day."""


def find_atoms(text: str) -> list[Atom]:
    """Return the atoms of a text in order, the longest of those that overlap."""
    found = sorted(_all_atoms(text), key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _has_one(text: str, signs: Signs) -> bool:
    for sign in signs:  # noqa: SIM110 (twice as fast as any())
        if sign in text:
            return True
    return False


def _all_atoms(text: str) -> Iterator[Atom]:
    there = {signs for signs in _SIGNS if _has_one(text, signs)}
    for pattern, make, signs, bare in ATOMS:
        for match in pattern.finditer(text) if signs in there else ():
            if shape := make(match):
                stated = meanings.stated_year(match) is not None or isinstance(shape, Decade)
                yield Atom(match.start(), match.end(), shape, stated, bare)


_IN_YEARS = ("15", "16", "17", "18", "19", "20")
_IN_MONTHS = tuple(month[:3].capitalize() for month in MONTHS)
_IN_FEASTS = tuple(
    sorted({last if last in {"Day", "Eve", "Night"} else first for first, last in FEAST_WORDS})
)
_IN_WHICH = ("ast ", "his ", "ext ", "oming ", "urrent ")
_IN_PRESENT = ("oday", "onight", "esterday", "omorrow")
_IN_NEXT = ("coming", "next", "past", "last", "recent")
_IN_CLOCKS = (*"0123456789", *"noon midday midnight dawn daybreak dusk fall sun".split())

_SURE: tuple[tuple[str, Maker, Signs], ...] = (
    (rf"(?<![\w-]){YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?![\w-])", meanings.read_iso, _IN_YEARS),
    (
        rf"\b{WEEKDAY_BEFORE}(?:[Ll]ast |[Tt]his )?{MONTH} {DAY}{COMMA_YEAR}",
        meanings.read_date,
        _IN_MONTHS,
    ),
    (
        rf"(?<![\d.,:$£€])\b{WEEKDAY_BEFORE}{DAY}(?: of)? {MONTH}{COMMA_YEAR}",
        meanings.read_date,
        _IN_MONTHS,
    ),
    (
        rf"\b{BETWEEN}{MONTH} {DAY} ?(?:[-–—]| to | through | and ) ?(?:the )?{LAST_DAY}"
        rf"{COMMA_YEAR}",
        meanings.read_days_of_month,
        _IN_MONTHS,
    ),
    (
        rf"\b{BETWEEN}{DAY} ?(?:[-–—]| to | and ) ?(?:the )?{LAST_DAY}(?: of)? {MONTH}{COMMA_YEAR}",
        meanings.read_days_of_month,
        _IN_MONTHS,
    ),
    (
        rf"\b(?:[Tt]he )?{SPAN} (?:to|through|end(?:ing|ed)(?: on)?) {MONTH}"
        rf"(?: {DAY})?{COMMA_YEAR}",
        meanings.read_span_to,
        _IN_MONTHS,
    ),
    (
        rf"\b(?:[Tt]he )?{SPAN} (?:to|through|end(?:ing|ed)(?: on)?) {DAY} {MONTH}{COMMA_YEAR}",
        meanings.read_span_to,
        _IN_MONTHS,
    ),
    (rf"\b{MONTH}(?: of|,)? {YEAR}", meanings.read_month_or_year, _IN_MONTHS),
    (
        rf"\b{MONTH},? (?:of )?(?:that|the same) year\b",
        meanings.read_month_of_that_year,
        _IN_MONTHS,
    ),
    (rf"\b(?:the )?{SEASON}(?: of|,)? {YEAR}", meanings.read_month_or_year, SEASONS),
    (
        rf"\b(?:the )?{SEASON}(?: of)? {YEAR}[-–/](?P<second>(?:\d\d){{1,2}})(?![\d-])",
        meanings.read_short_years,
        SEASONS,
    ),
    (
        rf"\b(?:[Ff]rom|[Bb]etween) {YEAR} ?(?:and|to|until|through|[-–—]) ?"
        r"(?P<until>(?:1[6-9]|20)\d\d)\b",
        meanings.read_years,
        _IN_YEARS,
    ),
    (
        r"\b(?:[Tt]he |(?:[Ee]arly|[Mm]id|[Ll]ate)[ -]|[Tt]he (?:early|mid|late)[ -])"
        r"(?:(?P<full>(?:1[6-9]|20)\d0)|['’](?P<short>\d0)) ?s\b",
        meanings.read_decade,
        ("0s", "0 s"),
    ),
    (
        r"\b(?:[Tt]he )?(?P<quarter>first|second|third|fourth"
        rf"|(?:last|final)(?= quarter of (?:1[5-9]|20)\d\d)) quarter\b(?: of {YEAR})?",
        meanings.read_quarter,
        ("quarter",),
    ),
    (
        rf"\b(?:[Tt]he )?(?P<half>first|second|latter) half of (?:{YEAR}|{WHICH_YEAR})",
        meanings.read_half,
        ("half of",),
    ),
    (
        rf"\b(?:[Tt]he )?(?P<quarter>first|second|third|fourth|last|final) quarter of {WHICH_YEAR}",
        meanings.read_quarter_of,
        ("quarter of",),
    ),
    (
        rf"(?<![\d-]){YEAR}[-–/](?P<second>\d\d)(?![\d-])(?: season| campaign| (?:{BOOKS}) year)?",
        meanings.read_short_years,
        ("20", "19"),
    ),
    (rf"\b(?P<quarter>Q[1-4])\b(?: {YEAR})?", meanings.read_quarter, ("Q",)),
    (rf"\b(?P<feast>{FEAST})\b,? {YEAR}", meanings.read_feast, _IN_FEASTS),
    (
        rf"\b(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) {WEEKDAY} (?:in|of) {MONTH}"
        rf"{COMMA_YEAR}",
        meanings.read_nth_weekday,
        _IN_MONTHS,
    ),
    (
        rf"\b{WEEKDAY} (?P<weeks>week|fortnight)\b",
        meanings.read_later,
        ("day week", "day fortnight"),
    ),
    (
        r"(?<!\bin )(?<!\bfor )(?<!within )(?<!\bonce )(?<!twice )(?<!times )\b"
        r"[Aa] (?P<weeks>week|fortnight) "
        rf"(?:(?:from )?(?:today|tomorrow)|(?:on|from) {WEEKDAY})\b",
        meanings.read_later,
        (" week ", " fortnight "),
    ),
    (
        r"(?<=\bon )the (?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)"
        r"(?=[.,;:)]|$| (?:and|at|but|or)\b)",
        meanings.read_day_of_month,
        ("on the ",),
    ),
    (rf"\b{WEEKDAY}\b{PART}", meanings.read_named_weekday, ("day",)),
    (
        r"\b(?P<beyond>[Tt]he day (?:before|after) )?"
        rf"(?P<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b{PART}",
        meanings.read_present,
        _IN_PRESENT,
    ),
    (
        rf"{THIS} (?P<name>{NAMED_DAYS}|{NAMED_MONTHS}|{FEAST})\b{PART}",
        meanings.read_relative_name,
        _IN_WHICH,
    ),
    (
        rf"{THIS} (?P<period>{PERIOD}|{'|'.join(PARTS)}|{SEASON})\b(?!-| tide)",
        meanings.read_relative_period,
        _IN_WHICH,
    ),
    (
        rf"\b(?:[Tt]he )?(?:[Pp]revious|[Ff]ollowing) (?:day|{PERIOD}|{'|'.join(PARTS)})\b",
        meanings.read_unknown,
        ("revious", "ollowing"),
    ),
    (
        rf"\b(?:[Ii]n|[Bb]y) the (?:new year|New Year|{SEASON})"
        r"(?=[.,;:)]|$| (?:after|and|at|before|but|for|if|on|or|to|when|with)\b)",
        meanings.read_unknown,
        ("ear", *SEASONS),
    ),
    (r"\b[Tt]he next (?:day|morning|evening|night)\b", meanings.read_unknown, ("next",)),
    (
        r"(?:\b(?:[Aa]t|[Oo]ver|[Dd]uring) |(?<=\b[Bb]y )|(?<=ince )|(?<=ntil )|(?<=efore )"
        r"|(?<=fter ))the weekend\b",
        meanings.read_weekend,
        ("weekend",),
    ),
    (
        r"\b(?:(?:the )?(?:end|start|beginning|middle|rest|close) of the "
        r"(?P<period>week|month|year|decade)|year(?:[- ]|['’]s )end)\b",
        meanings.read_edge_of_present,
        (" of the ", "year"),
    ),
    (
        rf"\b(?:the )?(?:end|start|beginning|middle|rest|close) of the (?:{BOOKS}) year\b",
        meanings.read_unknown,
        (" of the ",),
    ),
    (
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring) (?:the )?(?:coming|next|past|last|recent) "
        r"(?:hours|days|weeks|months|years|decades)\b",
        meanings.read_unknown,
        _IN_NEXT,
    ),
    (rf"\b{COUNTED} ago\b", meanings.read_ago, ("ago",)),
    (rf"\b{COUNTED} from now\b", meanings.read_from_now, ("from now",)),
    (rf"\b[Ii]n {COUNTED}['’]s? time\b", meanings.read_from_now, ("time",)),
    (rf"\b[Ww]ithin (?:the next )?{COUNTED}\b", meanings.read_within, ("ithin",)),
    (r"\b[Ww]ithin (?:hours|days|weeks|months|years)\b", meanings.read_unknown, ("ithin",)),
    (
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (?:the )?(?P<which>last|past|next|coming) "
        rf"{COUNTED}\b",
        meanings.read_over,
        _IN_NEXT,
    ),
    (
        r"\b(?:[Jj]ust |[Oo]nly )?(?:(?!(?:[Ll]ast|[Tt]his|[Nn]ext) )\w{1,12} )?(?<!ast )(?<!his )"
        r"(?<!ext )(?:hour|day|week|month|year)s? (?:left )?"
        rf"(?:before|after) (?:the )?(?:[\w’'.-]{{1,20}} ){{0,3}}{EVENTS}\b",
        meanings.read_beside_event,
        ("before", "after"),
    ),
    (
        rf"\b(?:{COUNT} )?(?:hours|days|weeks|months|years|minutes) (?:earlier|later)\b",
        meanings.read_unknown,
        ("earlier", "later"),
    ),
    (CLOCK, meanings.read_clock, _IN_CLOCKS),
)
_BARE: tuple[tuple[str, Maker, Signs], ...] = (
    (rf"\b(?P<feast>{FEAST})\b", meanings.read_feast, _IN_FEASTS),
    (
        rf"\b(?P<month>(?:{NAMED_MONTHS})\b|{SHORT_MONTHS}(?= |$))",
        meanings.read_month_or_year,
        _IN_MONTHS,
    ),
    (
        rf"(?:(?<=[Mm]id-)|(?<![\d$£€#.,:/-]))\b{YEAR}\b(?!-\d|/\d)",
        meanings.read_month_or_year,
        _IN_YEARS,
    ),
)
ATOMS: tuple[tuple[re.Pattern[str], Maker, Signs, bool], ...] = (
    *((re.compile(pattern), make, signs, False) for pattern, make, signs in _SURE),
    *((re.compile(pattern), make, signs, True) for pattern, make, signs in _BARE),
)
"""Pattern, meaning, what all that it finds has one of (most sentences have none, and to look for
these takes no time), and whether it needs a preposition to be a time at all."""
_SIGNS = frozenset(signs for _, _, signs, _ in ATOMS)
