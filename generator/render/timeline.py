"""Dated items -> a timeline: bars and dots on an axis, with what is far off gathered at its ends.

Positions are per cent of the width and rows have a fixed height, so that the picture stretches
while its words keep their size.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .dates import Days, parse_days
from .locales import write_part
from .views import Day, WhenView

ROW_HEIGHT = 28
HEAD, TAIL = 42, 24
MOST_ROWS = 14
"""Rows of a picture; the list below it has all."""
REACHES = (10, 24, 62, 366, 1830, 7320, 36600)
"""Days on either side of the article that an axis may show."""
ENOUGH = 0.7
"""An axis reaches as far as this share of the items; what lies beyond stands at its ends."""
GUTTER = 13.0
"""Per cent of the width that an end takes where something lies beyond it."""
EDGE = 2.0
"""The same where nothing does: half of a mark on a narrow screen, so that none is cut."""
LETTER = 7.0
"""CSS pixels of a letter at the size of the labels."""
NARROW, ROOMY = 288, 760
HEADING_TICKS = 4
"""A month or year that ends within so many ticks from the start goes without its heading."""
LABELS = {"day": "d", "week": "d MMM", "month": "MMM", "year": "y"}
ABOVE = {"day": "MMMM y", "week": "y", "month": "y"}
"""How each kind of tick is written, and the heading above where a new one starts."""
WIDE_BAR = 60.0
"""Per cent of the width from which on a bar has its label inside."""
LAST_LABEL = 88.0
"""Per cent of the width behind which a label would be cut on a narrow screen."""
MOST_LABELS = 7
"""Ticks with a label on a narrow screen; every second label is hidden above that."""


class Tick(NamedTuple):
    """A line of the axis with its date."""

    x: float
    label: str
    weekday: str | None
    """What stands before the label where there is room; only days, labelled in their middle."""
    above: str | None
    """The month or year that starts here."""
    text_x: float
    wide_only: bool


class Row(NamedTuple):
    """One dated item: a dot for a day, a bar for a longer stretch."""

    y: int
    x: float
    width: float
    """Per cent; 0 for a dot."""
    stated: bool
    label: str
    short_label: str
    """What a narrow screen has room for."""
    text_x: float
    text_end: bool
    """The label ends at `text_x` instead of starting there."""


class Timeline(NamedTuple):
    """A drawn timeline."""

    height: int
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    first: str
    last: str
    """ISO dates of the axis."""
    article: float | None
    """Where the article stands, in per cent."""
    earlier: bool
    later: bool
    """Whether something lies beyond an end of the axis."""


class Axis(NamedTuple):
    """Turns days into per cent of the width."""

    first: dt.date
    last: dt.date
    earlier: bool
    later: bool

    @property
    def days(self) -> int:
        """Days from end to end."""
        return (self.last - self.first).days + 1

    @property
    def left(self) -> float:
        """Where the axis starts."""
        return GUTTER if self.earlier else EDGE

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return 100.0 - (GUTTER if self.later else EDGE)

    def edge(self, day: dt.date, part: float = 0.0) -> float:
        """Return where a part of a day lies, from 0 to 1, in per cent; beyond the axis, its end."""
        share = min(max(((day - self.first).days + part) / self.days, 0.0), 1.0)
        return self.left + share * (self.right - self.left)

    def bar(self, days: Days) -> tuple[float, float]:
        """Return where a stretch of days starts and ends."""
        if days.last < self.first:
            return 0.3, self.left - 5
        if days.first > self.last:
            return self.right + 5, 99.7
        return self.edge(days.first), self.edge(days.last, 1.0)


class Extract(NamedTuple):
    """Which of some dated items a timeline shows, and on what axis."""

    axis: Axis
    article: dt.date | None
    shown: tuple[int, ...]
    """Their positions among all, in the order of time."""


def draw_timeline(whens: Sequence[WhenView], article: Day | None, language: str) -> Timeline | None:
    """Return the timeline of the items that have a date; none where fewer than two have."""
    dated = [when for when in whens if when.day and parse_days(when.day.iso)]
    extract = choose([when.day.iso for when in dated if when.day], article)
    return draw([dated[index] for index in extract.shown], extract, language) if extract else None


def choose(isos: Sequence[str], article: Day | None) -> Extract | None:
    """Choose the dates nearest to the article, and an axis; none where there are fewer than two."""
    dated = [(index, days) for index, iso in enumerate(isos) if (days := parse_days(iso))]
    if len(dated) < 2:
        return None
    published = parse_days(article.iso) if article else None
    centre = published.first if published else max(days.first for _, days in dated)
    near = sorted(dated, key=lambda pair: abs((pair[1].first - centre).days))[:MOST_ROWS]
    shown = sorted(near, key=lambda pair: (pair[1].first, pair[1].last))
    axis = _axis([days for _, days in shown], published.first if published else None)
    return Extract(axis, published.first if published else None, tuple(index for index, _ in shown))


def draw(whens: Sequence[WhenView], extract: Extract, language: str) -> Timeline:
    """Return the timeline of the items that have been chosen."""
    axis, article = extract.axis, extract.article
    spans = [days for when in whens if when.day and (days := parse_days(when.day.iso))]
    rows = tuple(
        _row(index, when, days, axis)
        for index, (when, days) in enumerate(zip(whens, spans, strict=True))
    )
    middle = None
    if article and axis.first <= article <= axis.last:
        middle = round(axis.edge(article, 0.5), 2)
    return Timeline(
        height=HEAD + ROW_HEIGHT * len(rows) + TAIL,
        ticks=tuple(_ticks(axis, language)),
        rows=rows,
        first=axis.first.isoformat(),
        last=axis.last.isoformat(),
        article=middle,
        earlier=axis.earlier,
        later=axis.later,
    )


def _axis(spans: Sequence[Days], published: dt.date | None) -> Axis:
    """Return an axis around the article that shows most of the items."""
    firsts = sorted(days.first for days in spans)
    centre = published or firsts[len(firsts) // 2]
    for reach in REACHES:
        near = [days for days in spans if _is_near(days, centre, reach)]
        if len(near) >= ENOUGH * len(spans):
            break
    first = min([centre, *(days.first for days in near)])
    last = max([centre, *(days.last for days in near)])
    return Axis(
        first=first - dt.timedelta(days=1) if first > dt.date.min else first,
        last=last + dt.timedelta(days=1) if last < dt.date.max else last,
        earlier=any(days.last < first for days in spans),
        later=any(days.first > last for days in spans),
    )


def _is_near(days: Days, centre: dt.date, reach: int) -> bool:
    """Tell whether a stretch of days lies within reach of the article."""
    return abs((days.first - centre).days) <= reach and abs((days.last - centre).days) <= reach


def _row(index: int, when: WhenView, days: Days, axis: Axis) -> Row:
    """Return the row of one item, its label on the side that has more room."""
    start, end = axis.bar(days)
    is_dot = days.is_day and axis.first <= days.first <= axis.last
    middle = (start + end) / 2
    label = when.label or when.text
    text_x, at_end = _label_at(label, (middle, middle) if is_dot else (start, end))
    room = text_x if at_end else 100 - text_x
    return Row(
        y=HEAD + ROW_HEIGHT * index,
        x=round(middle if is_dot else start, 2),
        width=0.0 if is_dot else round(max(end - start, 0.6), 2),
        stated=when.basis == "stated",
        label=_fit(label, room / 100 * ROOMY - 14),
        short_label=_fit(label, room / 100 * NARROW - 14),
        text_x=round(text_x, 2),
        text_end=at_end,
    )


def _label_at(label: str, bar: tuple[float, float]) -> tuple[float, bool]:
    """Return where a label starts, or ends: beside its bar unless it fits into that."""
    start, end = bar
    width = end - start
    if width > WIDE_BAR or len(label) * LETTER + 16 < width / 100 * NARROW:
        return start, False
    return (start, True) if start > 100 - end else (end, False)


def _fit(text: str, pixels: float) -> str:
    """Return a label cut after a word so that it fits."""
    most = max(6, int(pixels / LETTER))
    if len(text) <= most:
        return text
    cut = text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{cut} …" if cut else f"{text[: most - 1]}…"


def _ticks(axis: Axis, language: str) -> Iterator[Tick]:
    """Yield the lines of the axis: days, weeks, months or years."""
    unit, days = _tick_days(axis)
    crowded = len(days) > MOST_LABELS
    above = _headings(unit, days)
    for index, day in enumerate(days):
        x, iso = axis.edge(day), day.isoformat()
        label = write_part(iso, LABELS[unit], language)
        if unit != "day" and x + len(label) * LETTER / ROOMY * 100 > 100:
            break  # it would be cut
        yield Tick(
            x=round(x, 2),
            label=label,
            weekday=write_part(iso, "EEE", language) if unit == "day" else None,
            above=write_part(iso, ABOVE[unit], language) if index in above else None,
            text_x=round(axis.edge(day, 0.5) if unit == "day" else x, 2),
            wide_only=unit != "day" and (x > LAST_LABEL or (crowded and index % 2 == 1)),
        )


def _headings(unit: str, days: Sequence[dt.date]) -> set[int]:
    """Return which ticks start a new month (of days) or a new year, not two close together."""
    if unit == "year":
        return set()
    keys = [(day.year, day.month if unit == "day" else 0) for day in days]
    starts = [i for i, key in enumerate(keys) if i == 0 or key != keys[i - 1]]
    if len(starts) > 1 and starts[1] < HEADING_TICKS:
        starts = starts[1:]
    return set(starts)


def _tick_days(axis: Axis) -> tuple[str, list[dt.date]]:
    """Return the unit of an axis and the first day of each of its stretches."""
    days = [axis.first + dt.timedelta(days=n) for n in range(min(axis.days, 600))]
    if axis.days <= 14:
        return "day", days
    if axis.days <= 80:
        return "week", [day for day in days if day.weekday() == 0]
    if axis.days <= 500:
        return "month", [day for day in days if day.day == 1]
    years = range(axis.first.year + 1, axis.last.year + 1)
    step = -(-len(years) // 10) or 1
    return "year", [dt.date(year, 1, 1) for year in years if year % step == 0]
