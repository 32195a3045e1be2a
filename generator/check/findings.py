"""What a check has found, and what it is given."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from generator.model import Article, Briefing

Way: TypeAlias = tuple[str | int, ...]
"""The way to a value in a briefing, such as ("who", 2, "kind")."""


class Filed(Protocol):
    """A briefing with the file that it was read from."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def text(self) -> str:
        """What the file holds."""

    @property
    def briefing(self) -> Briefing:
        """What that says."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a check goes by."""

    today: datetime.date
    articles: Mapping[str, Article] = field(default_factory=dict)
    """The articles that could be read, by the names of their files."""
    draft_days: int = 14
    """After how many days a draft is old."""
    question_days: int = 30
    """After how many days an open question is old."""


class Finding(NamedTuple):
    """Something wrong with a briefing, or a piece of advice on it."""

    way: Way
    what: str
    fix: str = ""
    is_advice: bool = True


def day_of(briefing: Briefing) -> datetime.date | None:
    """Return the day of the newest article that a briefing rests on."""
    days = [source.published[:10] for source in briefing.sources if source.published]
    return datetime.date.fromisoformat(max(days)) if days else None
