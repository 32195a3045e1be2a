from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.times.dates import find_expressions

PIECES = st.sampled_from(
    "on by the end of last next this Thursday Monday May March 15 2024 30 6 p.m. at"
    " between and from"
    " to – two weeks ago within days Easter January late mid-August , . “ ( the 1990s 10:30".split()
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join))
DAYS = st.dates(dt.date(1700, 1, 1), dt.date(2900, 1, 1))
DAY = r"\d{4}(-\d{2}(-\d{2})?)?"


@given(TEXTS)
def test_expressions_are_ordered_stretches_of_the_text(text: str) -> None:
    end = 0
    for found in find_expressions(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        end = found.end


@given(TEXTS, DAYS, st.sampled_from(["past", "future", None]))
def test_what_is_dated_is_dated_well(text: str, reference: dt.date, tense: object) -> None:
    for found in find_expressions(text):
        if days := found.shape.days(reference, tense):  # type: ignore[arg-type]
            assert days.first <= days.last
            assert re.fullmatch(rf"{DAY}(/{DAY})?", days.iso())
