"""Whatever an event is called, its calendar has lines of the length that the format allows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.render.calendars import write_calendar

signs = st.sampled_from([";", ",", ":", "\n", "’", "漢", "🚢", "a", " "])
letters = st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\\")
texts = st.lists(signs | letters, min_size=1, max_size=120).map("".join)


@given(texts)
def test_no_line_is_too_long_and_none_loses_anything(text: str) -> None:
    content = write_calendar(text, ())
    assert all(len(line) <= 75 and line.decode() for line in content.split(b"\r\n")[:-1])
    # icalendar reads the text of those fields alone that it knows.
    read = Calendar.from_ical(content.replace(b"X-WR-CALNAME:", b"DESCRIPTION:"))
    assert str(read["DESCRIPTION"]) == text
