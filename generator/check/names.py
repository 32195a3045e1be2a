"""Fields that hold a who's id or plain words, against the ids that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.check.findings import Finding, Way
from generator.model import Briefing
from generator.references import ID_OR_TEXT

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
"""Words as no source has them: several, in small letters, joined by hyphens."""


def check_names(briefing: Briefing) -> Iterator[Finding]:
    """Find what must have been meant for the id of a who, and would be shown as it stands."""
    ids = {who.id for who in briefing.who}
    for way, name in _names(briefing):
        if name not in ids and _LIKE_AN_ID.fullmatch(name):
            steps = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in way)
            near = next(iter(get_close_matches(name, ids, n=1)), None)
            fix = f"Did you mean '{near}'?" if near else "Write the name, or add it under `who`."
            what = f"{steps.lstrip('.')} is '{name}', but no who has this id."
            yield Finding(way, what, fix)


def _names(briefing: Briefing) -> Iterator[tuple[Way, str]]:
    for section, fields in ID_OR_TEXT.items():
        for position, item in enumerate(getattr(briefing, section)):
            for field in fields:
                yield from _each(getattr(item, field), (section, position, field))
    yield from _each(briefing.sourcing.outlets, ("sourcing", "outlets"))


def _each(value: str | tuple[str, ...] | None, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(value, str):
        yield way, value
    for position, name in enumerate(value if isinstance(value, tuple) else ()):
        yield (*way, position), name
