"""Dates, countries and languages -> as people write them in a language; the only user of its data.

Those data and what reads them take as long to load as all pages that an edit changes. So what has
been said is kept for the next build, which most often has nothing else to ask.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .dates import parse_days

if TYPE_CHECKING:
    from babel import Locale

BRITISH = "en_GB"
"""How plain "en" writes dates: day before month, which no reader takes for the other order."""
MOST = 4096
"""Answers that are kept: most sites have no more days."""

said: dict[tuple[Any, ...], Any] = {}
"""Answers, by what was asked."""

F = TypeVar("F", bound=Callable[..., str | None])


def _kept(find: F) -> F:
    """Let a function find an answer only once."""

    @wraps(find)
    def answer(*asked: Any) -> Any:
        key = find.__name__, *asked
        if key not in said:
            if len(said) >= MOST:
                said.clear()
            said[key] = find(*asked)
        return said[key]

    return cast(F, answer)


@_kept
def direction_of(language: str) -> str:
    """Return in which direction a language is written, `ltr` or `rtl`."""
    direction: str = _locale_of(language).text_direction
    return direction


@_kept
def language_name(name: str, language: str) -> str | None:
    """Return what a language is called in another, by its code."""
    return _locale_of(language).languages.get(name)


@_kept
def country_name(code: str, language: str) -> str | None:
    """Return what a country is called, by its code."""
    return _locale_of(language).territories.get(code)


@_kept
def write_days(iso: str, language: str, weekday: bool = False, /) -> str:
    """Write ISO days for people: "13 August 2024", "Tue, 13 Aug 2024", "5–11 Aug 2024"."""
    from babel.dates import format_date, format_interval, format_skeleton

    days = parse_days(iso)
    if days is None:
        return iso
    locale = _locale_of(language)
    if "/" in iso:
        return format_interval(days.first, days.last, "yMMMd", locale=locale)
    if days.is_day:
        if weekday:
            return format_skeleton("yMMMEd", days.first, locale=locale)
        return format_date(days.first, "long", locale=locale)
    return format_skeleton("yMMMM" if "-" in iso else "y", days.first, locale=locale)


@_kept
def write_part(iso: str, pattern: str, language: str) -> str:
    """Write a part of a day, such as its month, by a CLDR pattern."""
    from babel.dates import format_date

    return format_date(dt.date.fromisoformat(iso), pattern, locale=_locale_of(language))


@lru_cache(maxsize=64)
def _locale_of(language: str) -> Locale:
    """Return the nearest locale to a language tag, British English where none is near."""
    from babel import Locale, UnknownLocaleError

    tag = language.replace("-", "_")
    if tag == "en":
        return Locale.parse(BRITISH)
    for candidate in (tag, tag.split("_")[0]):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(BRITISH)
