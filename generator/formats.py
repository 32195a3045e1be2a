"""The forms that values have: ids, days, digests, addresses, points on the map."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache
from typing import Annotated, Literal, Protocol, TypeVar, get_args

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

_YEAR = "[0-9]{4}"
_DAY = f"{_YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?"
_ZONE = r"(Z|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])"


def _first_and_last_day(value: str) -> tuple[datetime.date, datetime.date]:
    """Return the days between which `YYYY`, `YYYY-MM` or `YYYY-MM-DD` lies."""
    year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return datetime.date(year, month or 1, day or 1), datetime.date(year, last_month, last_day)


@lru_cache(maxsize=4096)
def _real_days(value: str) -> str:
    """Refuse days that no calendar has, and spans that end before they begin."""
    first, _, last = value.partition("/")
    try:
        begins, ends = _first_and_last_day(first)[0], _first_and_last_day(last or first)[1]
    except ValueError as error:
        what = "the calendar has no such day"
        raise ValueError(what) from error
    if begins > ends:
        what = "it ends before it begins"
        raise ValueError(what)
    return value


def _real_moment(value: str) -> str:
    """Refuse a day that no calendar has."""
    _real_days(value[:10])
    return value


class _Place(Protocol):
    lat: float | None
    lon: float | None


P = TypeVar("P", bound=_Place)


def whole_point(place: P) -> P:
    """Refuse one half of a point on the map."""
    if (place.lat is None) != (place.lon is None):
        kind = "half_a_point"
        raise PydanticCustomError(kind, "has `lat` or `lon` alone")
    return place


Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", min_length=1, max_length=80)
]
Text = Annotated[str, StringConstraints(min_length=1)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[
    str,
    StringConstraints(pattern=f"^{_DAY}$"),
    AfterValidator(_real_days),
    Field(examples=["2024-08-13"]),
]
Moment = Annotated[
    str,
    StringConstraints(pattern=f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}([T ]{_CLOCK}{_ZONE}?)?$"),
    AfterValidator(_real_moment),
    Field(examples=["2024-08-13", "2024-08-13T09:30+03:00"]),
]
DayOrRange = Annotated[
    str,
    StringConstraints(pattern=f"^{_DAY}(/{_DAY})?$"),
    AfterValidator(_real_days),
    Field(examples=["2024-08-13", "2024-08", "2024-08-13/2024-08-20"]),
]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Field(examples=["QA"])]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]

Output = Literal[
    "yaml",
    "json",
    "annotations",
    "calendars",
    "feeds",
    "data",
    "maps",
    "timeline",
    "questions",
    "quotes",
    "sources",
]
"""What a site can make beside pages of briefings, of whom and what they name, and the lists of
these."""
OUTPUTS: tuple[Output, ...] = get_args(Output)
