"""The day of a briefing <-> the bytes that sort it among all."""

from __future__ import annotations

import datetime as dt

from .desk import Desk

LAST_DAY = 2**24 - 1


def newest_first(desk: Desk) -> bytes:
    """Return bytes that sort briefings by the newest version, undated ones last, then by id."""
    return _latest(desk.as_of) + f"{desk.briefing.id}\0".encode()


def _latest(day: dt.date | None) -> bytes:
    return (LAST_DAY - (day.toordinal() if day else 0)).to_bytes(3, "big")


def order_before(day: dt.date) -> bytes:
    """Return bytes that sort after all briefings of a day and before those of the day before."""
    return _latest(day) + b"\xff"


def day_in_order(order: bytes) -> dt.date | None:
    """Return the day of a briefing's newest version from the bytes that sort it."""
    day = LAST_DAY - int.from_bytes(order[:3], "big")
    return dt.date.fromordinal(day) if day else None
