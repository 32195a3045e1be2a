"""Who made each item of a briefing: the machine, the machine and a person, or a person."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.merge.alignment import aligned
from generator.merge.fields import is_unedited
from generator.model import SECTIONS, Briefing, Item

Provenance: TypeAlias = Literal["machine", "edited", "editor"]


def provenance(base: Briefing | None, mine: Briefing) -> dict[tuple[str, str], Provenance]:
    """Return who made each item, by section and id, given the draft the briefing was made from."""
    was = aligned(base, mine) if base and base != mine else base
    made: dict[tuple[str, str], Provenance] = {}
    for section in SECTIONS:
        before = {item.id: item for item in getattr(was, section)} if was else {}
        for item in getattr(mine, section):
            made[section, item.id] = _made_by(before.get(item.id), item)
    return made


def _made_by(before: Item | None, item: Item) -> Provenance:
    if before is None or item.by == "editor":
        return "editor"
    return "machine" if is_unedited(before, item) else "edited"
