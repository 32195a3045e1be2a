"""A text to the time expressions that newswire writes, with what each means.

One scan finds the atoms (“Thursday”, “March 3”, “last week”, “6 p.m.”); neighbours are then joined
(“6 p.m. on Thursday”, “from June 15 to June 19”) and take in the words before them (“by”, “the
end of”). Every pattern is bounded, so the time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.extract.times.date_atoms import CLOCK_PATTERN, Atom, find_atoms
from generator.extract.times.date_meanings import MONTHS
from generator.extract.times.date_ranges import InWeek, Range
from generator.extract.times.date_shapes import (
    Containing,
    Date,
    Holiday,
    InYear,
    Period,
    Shape,
    Turning,
    Unknown,
    Weekday,
)
from generator.extract.words.lexicon import WRITINGS

LEAD_CHARACTERS = 60
"""Characters before an expression in which the words that lead it in are looked for."""

_TO_CLOCK = re.compile(r",? (?:at )?(?:about |around |just (?:before|after) |almost |nearly )?\Z")
_FROM_CLOCK = re.compile(r",? (?:on |(?:on )?the (?:morning|afternoon|evening|night) of )?\Z")
_OF_YEAR = re.compile(r",? (?:of )?\Z")
_TO_DATE = re.compile(r",? (?:the |\()?\Z")
_RANGE = re.compile(r",? ?(?:to|and|until|till|through|[-–—]) ?\Z")
_EDGE = (
    r"(?:(?:the )?(?:(?:beginning|start|middle|end|close|turn|(?:early|small|wee) hours|early days"
    r"|early part|later part|first half|second half|morning|afternoon|evening|night"
    r"|spring|summer|autumn|winter) of"
    r"|(?:first |second |third |last )?(?P<unit>week|weekend) (?:of|(?:beginn|commenc|end|start)ing"
    r"(?: on)?)) (?:the )?"
    r"|(?:early|late|mid|earlier|later|overnight)(?:[ -](?:in|on))?[ -]|mid-)"
)
_LEADS = (
    "on or before|no later than|as (?:early|far back|late|long ago|recently|soon) as|as of|"
    "starting(?: on| from)?"
    "|beginning(?: on| in)?|by|until|till|since|before|after|from|between|during|throughout"
    "|within|on|in|at|for|around|to"
)
_ABOUT = r"(?:at least |about |around |roughly |almost |nearly |exactly |just |shortly )?"
_LEAD = re.compile(
    rf"(?:(?:^|(?<=[\s(“\"'‘—–-]))(?P<lead>{_LEADS}) )?(?:the )?{_ABOUT}(?P<edge>{_EDGE})?\Z",
    re.IGNORECASE,
)
_WITHOUT_YEAR = frozenset(
    "as in on since by until till from during before after between to".split()
)
_NAME_FOLLOWS = re.compile(r"[ ](?:[A-Z][\w’'-]*)|['’]s? [A-Z]|-[a-z]")
_OWNER = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|early|late)|['’]s|s['’]) \Z", re.IGNORECASE
)
_NOUN_FOLLOWS = re.compile(r" [a-z]{3,}")
_MONTHS_THAT_ARE_NAMES = frozenset({"May", "March", "April", "June", "August", "Jan", "Mar", "Dec"})
_DAYS_THAT_ARE_NAMES = re.compile(
    r"(?:Black|Remembrance|Super|Bloody|Cyber|Giving|Palm|Holy|Ash|Shrove|Fat|Red|Freaky|Long) \Z"
)
_ELEVENTH = re.compile(r"Sept(?:ember|\.)? 11")
_ATTACKS = re.compile(r"(?:,? 2001)?,? (?:terror(?:ist)? )?attacks?\b")
_EVERY = re.compile(r"\b(?:every|each|most)(?: other| single)? \Z", re.IGNORECASE)
_EVERY_DAY = re.compile(r" (?:every|each|daily|on weekdays)\b")
_ANY = re.compile(r"\ban? \Z", re.IGNORECASE)
_FROM_MONTH = re.compile(
    rf"\b(?:{'|'.join(month.capitalize() for month in MONTHS)})(?: \d{{4}})? "
    r"(?:and|to|or|until|through) \Z"
)
_PRESENT = re.compile(r"(?:this|last|next|that|today|yesterday|tomorrow)\b", re.IGNORECASE)
_DATED = frozenset("coup crisis earthquake election famine floods referendum strike war".split())
_CONNECTIVES = frozenset({"for", "to"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its place in the text, the word that leads it in and its meaning."""

    start: int
    end: int
    shape: Shape
    lead: str = ""
    """“by”, “since”, “until”, … in lower case; empty without one."""
    stated: bool = False
    """The text itself gives the year."""

    @property
    def is_clock(self) -> bool:
        """Tell a time of day alone from a day."""
        return isinstance(self.shape, Unknown) and self.shape.clock


def find_expressions(text: str) -> tuple[Expression, ...]:
    """Return the time expressions of a text, in order."""
    atoms = [atom for atom in find_atoms(text) if _stands(text, atom) and not _recurs(text, atom)]
    found = [Expression(a.start, a.end, a.shape, "", a.stated) for a in atoms]
    joined = _ranges(text, _joined(text, found))
    return tuple(_led_in(text, expression, joined[:n]) for n, expression in enumerate(joined))


def _stands(text: str, atom: Atom) -> bool:
    """Tell the month from Mrs May and the year from a number, by the words around them."""
    before = text[max(0, atom.start - LEAD_CHARACTERS) : atom.start]
    after = text[atom.end : atom.end + LEAD_CHARACTERS]
    if _ATTACKS.match(after) and _ELEVENTH.fullmatch(text[atom.start : atom.end]):
        return False
    website = text[atom.start : atom.end] == "Today" and _ends_name(before)  # "Halm Today"
    if website or _DAYS_THAT_ARE_NAMES.search(before):
        return False
    return not atom.bare or _stands_bare(text, atom, before, after)


def _stands_bare(text: str, atom: Atom, before: str, after: str) -> bool:
    """Tell whether a month, a year or a feast is a time by what stands around it."""
    lead = _LEAD.search(before)
    if isinstance(atom.shape, (Holiday, Unknown)):
        return bool(lead and lead["lead"]) and not _NAME_FOLLOWS.match(after)
    led = bool(lead and (lead["lead"] or lead["edge"])) or bool(_FROM_MONTH.search(before))
    if isinstance(atom.shape, Date) and atom.shape.month is None:
        attributive = before.endswith("the ") and after[:1] == " " and after[1:2].isalpha()
        return (
            (led or _is_dated(before))
            and not attributive
            and (not lead or (lead["lead"] or "in").lower().split()[-1] in _WITHOUT_YEAR)
        )
    if _NAME_FOLLOWS.match(after):
        return False
    word = text[atom.start : atom.end].rstrip(".")
    certain = word not in _MONTHS_THAT_ARE_NAMES and len(word) > 4 and not _ends_name(before)
    return led or certain or bool(_OWNER.search(before) and _NOUN_FOLLOWS.match(after))


def _is_dated(before: str) -> bool:
    """Tell “a circular of 2023” and “the war of 1971” from “a total of 2023”."""
    words = before.lower().split()[-2:]
    return words[1:] == ["of"] and words[0] in WRITINGS | _DATED


def _recurs(text: str, atom: Atom) -> bool:
    """Tell whether a day or feast is any such: “every Friday”, “on a Monday”."""
    after = text[atom.end : atom.end + LEAD_CHARACTERS]
    if isinstance(atom.shape, Unknown):
        return atom.shape.clock and _EVERY_DAY.match(after) is not None
    if not isinstance(atom.shape, (Weekday, Holiday, Date, Turning)):
        return False
    before = text[max(0, atom.start - LEAD_CHARACTERS) : atom.start]
    return bool(_EVERY.search(before) or (_ANY.search(before) and not _NOUN_FOLLOWS.match(after)))


def _ends_name(before: str) -> bool:
    """Tell whether a capitalised word, not the first of a sentence, stands right before."""
    words = before.split()
    return before[-1:] == " " and len(words) > 1 and words[-1][:1].isupper()


def _joined(text: str, found: Sequence[Expression]) -> list[Expression]:
    """Join a time of day with its day, and a weekday with its date."""
    joined: list[Expression] = []
    for expression in found:
        pair = _pair(text, joined[-1], expression) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(expression)
    return joined


def _pair(text: str, one: Expression, other: Expression) -> Expression | None:
    gap = text[one.end : other.start]
    if len(gap) > LEAD_CHARACTERS:
        return None
    if one.is_clock and not other.is_clock and _FROM_CLOCK.fullmatch(gap):
        return replace(other, start=one.start)
    if other.is_clock and not one.is_clock and _TO_CLOCK.fullmatch(gap):
        return replace(one, end=other.end)
    owner = text.startswith(("'s", "’s"), other.end)  # "on Monday of last week’s talks"
    if isinstance(other.shape, Period) and _OF_YEAR.fullmatch(gap) and not owner:
        shape = _in_period(one.shape, other.shape)
        return replace(one, end=other.end, shape=shape) if shape else None
    day, date = one.shape, other.shape
    if isinstance(day, Weekday) and isinstance(date, Date) and _TO_DATE.fullmatch(gap):
        end = other.end + (gap.endswith("(") and text.startswith(")", other.end))
        shape = replace(date, weekday=day.weekday)
        return replace(other, start=one.start, end=end, shape=shape) if _is_of_month(date) else None
    return None


def _is_of_month(date: Date) -> bool:
    return date.day is not None and date.weekday is None


def _in_period(shape: Shape, period: Period) -> Shape | None:
    """Return “December” of “last year”, “Tuesday” of “next week”."""
    if isinstance(shape, Date) and period.unit == "year":
        return InYear(shape, period.offset) if shape.month and not shape.year else None
    if isinstance(shape, Weekday) and period.unit == "week":
        return InWeek(shape, period.offset)
    return None


def _ranges(text: str, found: Sequence[Expression]) -> list[Expression]:
    """Join “Tuesday to Thursday”, “from June 15 to June 19”, “between March and May”."""
    joined: list[Expression] = []
    for expression in found:
        if joined and _is_range(text, joined[-1], expression):
            first = joined.pop()
            shape = _range(first, expression)
            stated = expression.stated
            joined.append(Expression(first.start, expression.end, shape, "", stated))
        else:
            joined.append(expression)
    return joined


def _range(one: Expression, other: Expression) -> Shape:
    if isinstance(one.shape, Weekday) and isinstance(other.shape, InWeek):
        return InWeek(Range(one.shape, other.shape.inner), other.shape.offset)
    return other.shape if one.is_clock else Range(one.shape, other.shape)


def _is_range(text: str, one: Expression, other: Expression) -> bool:
    gap = text[one.end : other.start]
    if one.is_clock and _RANGE.fullmatch(gap):
        return CLOCK_PATTERN.match(text, other.start) is not None
    kinds = (Date, Weekday)
    if not _RANGE.fullmatch(gap) or not isinstance(one.shape, kinds):
        return False
    weekdays = isinstance(one.shape, Weekday) and isinstance(other.shape, InWeek)
    alike = isinstance(other.shape, kinds) and type(one.shape) is type(other.shape)
    if not weekdays and not alike:
        return False
    before = text[max(0, one.start - LEAD_CHARACTERS) : one.start].lower()
    if "and" in gap:
        return before.endswith("between ")
    return True


def _is_of_a_verb(text: str, lead: str, expression: Expression) -> bool:
    """Tell "was brought in this week", "pencilled in 20 May", "it is to rule on this week"."""
    if lead == "in":
        dated = isinstance(expression.shape, Date) and _is_of_month(expression.shape)
        return dated or _PRESENT.match(text, expression.start) is not None
    return lead == "on" and text.startswith("this week", expression.start)


def _led_in(text: str, expression: Expression, earlier: Sequence[Expression]) -> Expression:
    """Take in the words before an expression that belong to it."""
    low = max(expression.start - LEAD_CHARACTERS, earlier[-1].end if earlier else 0)
    before = text[low : expression.start]
    match = _LEAD.search(before)
    if not match or not match[0].strip():
        return expression
    lead = " ".join((match["lead"] or "").lower().split())
    if not match["edge"] and _is_of_a_verb(text, lead, expression):
        return expression
    if match[0].endswith("the ") and _NOUN_FOLLOWS.match(text, expression.end):
        return expression  # "during the May protest"
    if not match["edge"] and (not lead or lead in _CONNECTIVES):
        return replace(expression, lead=lead)
    kept = match.start() + (len(match["lead"]) + 1 if lead in _CONNECTIVES else 0)
    skipped = len(before[kept:]) - len(before[kept:].lstrip())
    shape = expression.shape
    if match["unit"] and isinstance(shape, Date) and shape.day:
        shape = Containing(shape, match["unit"].lower())
    return replace(expression, start=low + kept + skipped, lead=lead, shape=shape)
