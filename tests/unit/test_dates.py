from __future__ import annotations

import datetime as dt
import time

import pytest

from generator.extract.times.date_shapes import Tense
from generator.extract.times.dates import find_expressions

THURSDAY = dt.date(2025, 4, 3)


def read(text: str, tense: Tense | None = None, on: dt.date | None = THURSDAY) -> list[str | None]:
    """Return what each expression of a text means."""
    found = [expression.shape.days(on, tense) for expression in find_expressions(text)]
    return [days.iso() if days else None for days in found]


def words(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_expressions(text)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on Thursday, 3 April 2025", "2025-04-03"),
        ("March 6, 2025", "2025-03-06"),
        ("3rd of May 2024", "2024-05-03"),
        ("Nov. 9, 2016", "2016-11-09"),
        ("Tue, March 22, 2016", "2016-03-22"),
        ("2024-02-29", "2024-02-29"),
        ("in October 2023", "2023-10"),
        ("mid-August 2024", "2024-08"),
        ("early 2024", "2024"),
        ("since 2019", "2019"),
        ("June 15-19, 2024", "2024-06-15/2024-06-19"),
        ("from 15 to 19 June 2024", "2024-06-15/2024-06-19"),
        ("between March 2015 and March 2016", "2015-03/2016-03"),
        ("from 1994 to 2003", "1994/2003"),
        ("the 1990s", "1990/1999"),
        ("the first quarter of 2024", "2024-01/2024-03"),
        ("the summer of 2024", "2024"),
        ("the last quarter of 2026", "2026-10/2026-12"),
        ("in the first half of 2027", "2027-01/2027-06"),
        ("in the year to March 2024", "2023-04/2024-03"),
        ("the year to December 2026", "2026"),
        ("the three months ended June 30, 2024", "2024-04/2024-06"),
        ("the quarter ending March 31, 2024", "2024-01/2024-03"),
        ("on 3 and 4 June 2024", "2024-06-03/2024-06-04"),
        ("until at least 2040", "2040"),
        ("between Jan. 2, 2020, and Sept. 29, 2025", "2020-01-02/2025-09-29"),
        ("Christmas Eve 2023", "2023-12-24"),
        ("Easter 2025", "2025-04-20"),
        ("Good Friday 2024", "2024-03-29"),
        ("St Patrick’s Day 2024", "2024-03-17"),
        ("Ash Wednesday 2026", "2026-02-18"),
        ("in the late 1960s", "1960/1969"),
        ("2024-25 season", "2024/2025"),
        ("in 2011-15", "2011/2015"),
        ("during the winter of 1998-1999", "1998/1999"),
        ("the fortnight to 14 November 2026", "2026-11-01/2026-11-14"),
        ("in the year ended 31 March 2026", "2025-04/2026-03"),
        ("on the second Sunday in October 2026", "2026-10-11"),
        ("on the last Friday of May 2026", "2026-05-29"),
        ("from the 1st to the 14th of October 2025", "2025-10-01/2025-10-14"),
        ("in the week beginning 7 December 2026", "2026-12-07/2026-12-13"),
        ("as early as 2022", "2022"),
    ],
)
def test_a_stated_date_needs_no_day_of_writing(text: str, date: str) -> None:
    assert read(text, on=None) == [date]
    assert words(text) == [text]
    assert find_expressions(text)[0].stated


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on Tuesday week", "2025-04-15"),
        ("a week on Friday", "2025-04-11"),
        ("a fortnight today", "2025-04-17"),
        ("the day after tomorrow", "2025-04-05"),
        ("the day before yesterday", "2025-04-01"),
        ("on Monday next week", "2025-04-07"),
        ("from Monday to Thursday last week", "2025-03-24/2025-03-27"),
        ("by the weekend", "2025-04-05/2025-04-06"),
        ("in the second half of next year", "2026-07/2026-12"),
        ("the first quarter of this year", "2025-01/2025-03"),
        ("at year's end", "2025"),
        ("on the 30th", "2025-04-30"),
        ("by the end of the financial year", None),
        ("since last Ramadan", None),
        ("on Independence Day", None),
    ],
)
def test_days_are_counted_from_the_day_of_writing(text: str, date: str | None) -> None:
    assert read(text, "future") == [date]
    assert words(text) == [text]


@pytest.mark.parametrize(
    "text", ["in 2019-18", "at 07:15 every morning", "the 30th anniversary", "on the 4th floor"]
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert not [found for found in read(text) if found is None or "/" in found]


def test_a_time_within_which_something_recurs_is_not_counted_from_a_day() -> None:
    assert words("the second time in a week on Wednesday") == ["on Wednesday"]


@pytest.mark.parametrize(
    ("text", "tense", "date"),
    [
        ("on Thursday", "past", "2025-04-03"),
        ("on Thursday", "future", "2025-04-03"),
        ("on Friday", "past", "2025-03-28"),
        ("on Friday", "future", "2025-04-04"),
        ("Wednesday night", None, "2025-04-02"),
        ("this Saturday", None, "2025-04-05"),
        ("last Thursday", "past", "2025-03-27"),
        ("next Friday", "future", "2025-04-11"),
        ("by Sunday", "future", "2025-04-06"),
        ("starting Monday", "future", "2025-04-07"),
        ("March 14", "past", "2025-03-14"),
        ("31 October", None, "2024-10-31"),
        ("31 October", "future", "2025-10-31"),
        ("in February", "past", "2025-02"),
        ("by July", "future", "2025-07"),
        ("the end of July", "future", "2025-07"),
        ("last May", "past", "2024-05"),
        ("today", None, "2025-04-03"),
        ("yesterday evening", None, "2025-04-02"),
        ("tomorrow", None, "2025-04-04"),
        ("last night", None, "2025-04-02"),
        ("this week", None, "2025-03-31/2025-04-06"),
        ("last week", None, "2025-03-24/2025-03-30"),
        ("next weekend", None, "2025-04-12/2025-04-13"),
        ("this month", None, "2025-04"),
        ("early next year", None, "2026"),
        ("late last year", None, "2024"),
        ("two weeks ago", None, "2025-03-17/2025-03-23"),
        ("three days ago", None, "2025-03-31"),
        ("a year ago", None, "2024"),
        ("within ten days", None, "2025-04-03/2025-04-13"),
        ("within three months", None, "2025-04/2025-07"),
        ("over the past two weeks", None, "2025-03-20/2025-04-03"),
        ("over the past four decades", None, "1985/2025"),
        ("by Easter", "future", "2025-04-20"),
        ("at the weekend", "past", "2025-03-29/2025-03-30"),
        ("over the weekend", "future", "2025-04-05/2025-04-06"),
        ("the week of March 3", "past", "2025-03-03/2025-03-09"),
        ("in December last year", None, "2024-12"),
        ("a fortnight ago", None, "2025-03-17/2025-03-23"),
        ("in the past 24 hours", None, "2025-04-02/2025-04-03"),
        ("by the end of the year", "future", "2025"),
        ("from Tuesday to Thursday", "past", "2025-04-01/2025-04-03"),
        ("between Monday and Wednesday", "future", "2025-04-07/2025-04-09"),
        ("between 18 March and 1 April", "past", "2025-03-18/2025-04-01"),
        ("from June 15 to June 19", "future", "2025-06-15/2025-06-19"),
        ("between November and March", "past", "2024-11/2025-03"),
        ("between September and May", "past", "2024-09/2025-05"),
    ],
)
def test_a_relative_time_counts_from_the_day_of_writing(
    text: str, tense: Tense | None, date: str
) -> None:
    assert read(text, tense) == [date]
    assert words(text) == [text]
    assert read(text, tense, on=None) == [None]


@pytest.mark.parametrize(
    "text",
    [
        *("last summer", "several weeks ago", "a few days ago", "two days before the election"),
        *(
            "last winter",
            "within days",
            "in the autumn",
            "hours later",
            "the following week",
            "at 6.10am",
            "during Ramadan",
        ),
    ],
)
def test_what_no_calendar_decides_stays_text(text: str) -> None:
    assert read(text) == [None]


@pytest.mark.parametrize(
    ("text", "whole", "date"),
    [
        ("It came at 6.10am on Wednesday.", "at 6.10am on Wednesday", "2025-04-02"),
        ("It left Wednesday at 6 p.m. EST.", "Wednesday at 6 p.m. EST", "2025-04-02"),
        ("late Wednesday night", "late Wednesday night", "2025-04-02"),
        ("in the early hours of Wednesday", "in the early hours of Wednesday", "2025-04-02"),
        ("It is due by the end of July.", "by the end of July", "2024-07"),
    ],
)
def test_neighbouring_parts_are_one_time(text: str, whole: str, date: str) -> None:
    assert words(text) == [whole]
    assert read(text, "past") == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May may march on; May said she would.",
        "He sat in the sun and wed in white.",
        "June Osborne and April Jones met August Wilson.",
        "It cost 2000 crowns, $2019 or 2,024 of them.",
        "They meet on Mondays and on Black Friday.",
        "In the 2016 race he ran 10.15 miles, 6:1 down.",
        "2024-13-45 is no date, nor is 99:99.",
        "March!",
        "It sails every Friday, on a Monday evening, or each Christmas.",
        "the Sept. 11 attacks",
        "",
    ],
)
def test_words_that_look_like_times_are_none(text: str) -> None:
    assert words(text) == []


def test_a_deadline_in_the_past_is_not_counted_from_today() -> None:
    assert read("within two years", "past") == [None]
    assert read("within two years", "future") == ["2025/2027"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was convicted last month after a five-week trial.", ["last month"]),
        ("Doses were flown in this week.", ["this week"]),
        ("It waits for the next spring tide.", []),
        ("A Monday deadline passed.", ["Monday"]),
    ],
)
def test_a_time_ends_and_begins_with_itself(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_an_impossible_day_is_dated_to_nothing() -> None:
    assert read("on 30 February 2024") == [None]


def test_a_weekday_that_contradicts_its_date_leaves_the_year_open() -> None:
    assert read("Monday, April 3") == [None]


@pytest.mark.parametrize(
    "reference", [dt.date(2024, 2, 29), dt.date(1900, 1, 1), dt.date(2999, 12, 31)]
)
def test_any_day_of_writing_will_do(reference: dt.date) -> None:
    text = "a year ago, last month, next Friday, on 29 February, within two years, by Easter"
    assert len(read(text, "future", reference)) == 6


@pytest.mark.parametrize(
    "part", ["on ", "the end of ", "1 ", "2024-", "May ", "last ", "Monday to ", "10:"]
)
def test_time_grows_with_length_alone(part: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        find_expressions(part * times)
        return time.process_time() - begun

    seconds(100)
    assert seconds(4_000) < 0.2 + 40 * seconds(500)


@pytest.mark.parametrize(
    "text",
    ["He has nothing against Christmas.", "A Christmas message", "under the Good Friday Agreement"],
)
def test_a_feast_is_a_time_only_where_something_is_told_to_happen_then(text: str) -> None:
    assert words(text) == []


def test_two_times_of_day_are_one_stretch() -> None:
    assert words("It shut between 2.45pm and 3.15pm.") == ["between 2.45pm and 3.15pm"]
    assert words("Open 9am to 5pm on Friday") == ["9am to 5pm on Friday"]


def test_dawn_and_dusk_are_times_of_day_after_a_preposition() -> None:
    assert words("It hit before dawn on Thursday.") == ["before dawn on Thursday"]
    assert words("Dawn broke.") == []


@pytest.mark.parametrize(
    "text",
    [
        *("in May", "in the New Year", "last autumn", "this term", "next season", "by Diwali"),
        *("at noon", "at midnight", "before dawn", "after dusk", "by nightfall", "since sunrise"),
        *("an hour ago", "two minutes later", "a fortnight ago", "tonight", "tomorrow"),
        *("Thursday", "over the weekend", "the first quarter", "in Ramadan", "at 6 p.m."),
    ],
)
def test_a_time_is_found_where_nothing_else_in_the_sentence_tells_of_time(text: str) -> None:
    assert len(find_expressions(f"they met {text}.")) == 1
