from __future__ import annotations

import pytest

from generator.ingest.stamps import iso_stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2024-03-03", "2024-03-03"),
        ("2024-03-03T10:15:00.000Z", "2024-03-03T10:15:00+00:00"),
        ("2024-03-03 09:35:19", "2024-03-03T09:35:19"),
        ("3 April 2025", "2025-04-03"),
        ("3rd of April 2025", "2025-04-03"),
        ("April 3, 2025", "2025-04-03"),
        ("Sept. 9, 2016", "2016-09-09"),
        ("Published: 3 March 2024 10:15 GMT", "2024-03-03T10:15+00:00"),
        ("Thursday, March 6, 2025 at 6:05 p.m. EST", "2025-03-06T18:05-05:00"),
        ("10:15 GMT, Sunday 3 March 2024", "2024-03-03T10:15+00:00"),
        ("12:05 am 3 March 2024", "2024-03-03T00:05"),
        ("13/04/2024", "2024-04-13"),
        ("04/13/2024", "2024-04-13"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_full_date_is_read(text: str, stamp: str) -> None:
    assert iso_stamp(text) == stamp


@pytest.mark.parametrize(
    "text",
    [
        "",
        "03/04/2024",
        "March 3",
        "May 2024",
        "30 February 2024",
        "2024-13-01",
        "may 5000 come",
        "10:15",
    ],
)
def test_what_is_not_one_certain_day_is_no_date(text: str) -> None:
    assert iso_stamp(text) is None


def test_an_ambiguous_time_zone_is_left_out() -> None:
    assert iso_stamp("3 March 2024 10:15 CST") == "2024-03-03T10:15"
