"""The opening of an article -> the day that it was written, where a dateline tells it in full."""

from __future__ import annotations

import datetime
import re

from generator.extract.times.dates import find_expressions
from generator.language.tree import Document

OPENING = 3
"""Paragraphs in which a dateline is looked for."""
LONGEST = 100
"""Characters of a dateline."""
_CLOSES = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:$|[:–—]|-+\s)")
"""What a dateline's date is followed by: the end of its line, a dash, or the agency and a dash."""


def dateline_day(document: Document) -> datetime.date | None:
    """Return the day in "CAIRO, 26 July 2022 —", or alone on a line; None where there is none."""
    for paragraph in document.text.split("\n\n", OPENING)[:OPENING]:
        opening = paragraph.split("\n")[0][:LONGEST]
        for found in find_expressions(opening):
            days = found.shape.days(None, None) if found.stated else None
            whole = days is not None and days.first == days.last
            if days and whole and closes_dateline(opening, found.end):
                return days.first
    return None


def closes_dateline(text: str, end: int) -> bool:
    """Say whether what follows a date closes a dateline, or its line."""
    return _CLOSES.match(text, end) is not None
