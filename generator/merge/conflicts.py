"""What a person and a new draft have both changed, as values that can be told, kept and settled."""

from __future__ import annotations

from pydantic import BaseModel

from generator.model import MAIN_FIELDS, SECTIONS, Briefing, Item, Value

WHOLE_ITEM = "item"
"""Stands for the field where the conflict is over an item as a whole."""


class Conflict(Value):
    """A field that a person and a new draft have both changed; the person's value stands."""

    section: str | None = None
    """The section of the item; absent for a field of the briefing itself."""
    item: str | None = None
    """The id of the item."""
    field: str
    """The field; `item` where the person changed an item that the new draft has no more."""
    mine: str
    """What the file says."""
    theirs: str | None = None
    """What the new draft says; absent where it says nothing."""

    def __str__(self) -> str:
        """Return the conflict in a sentence."""
        owner = f"{self.section} '{self.item}'" if self.item else "the briefing"
        if self.field == WHOLE_ITEM:
            return f"{owner} is edited here, the new draft has it no more."
        theirs = f"'{self.theirs}'" if self.theirs is not None else "nothing"
        return f"{owner} has '{self.mine}' for {self.field} here, {theirs} in the new draft."


class Conflicts(Value):
    """The conflicts of one briefing, as they are kept until they are settled."""

    conflicts: tuple[Conflict, ...] = ()
    """One entry for each; remove it to settle it in favour of the file."""


def conflict(mine: BaseModel, theirs: BaseModel, field: str, section: str | None) -> Conflict:
    """Return the conflict over a field of an item, or of a briefing or its sourcing."""
    item = mine.id if isinstance(mine, Item) else None
    here, there = _said(getattr(mine, field)) or "", _said(getattr(theirs, field))
    return Conflict(section=section, item=item, field=field, mine=here, theirs=there)


def withdrawal(mine: Item, section: str) -> Conflict:
    """Return the conflict over an edited item that the new draft has no more."""
    return Conflict(section=section, item=mine.id, field=WHOLE_ITEM, mine=_summary(mine))


def unsettled(conflicts: Conflicts, mine: Briefing) -> Conflicts:
    """Return the conflicts in which the file still says what it said when they arose."""
    kept = (found for found in conflicts.conflicts if _value_now(found, mine) == found.mine)
    return Conflicts(conflicts=tuple(kept))


def _value_now(found: Conflict, mine: Briefing) -> str | None:
    owner: BaseModel | None = mine
    if found.section == "sourcing":
        owner = mine.sourcing
    elif found.section in (*SECTIONS, "sources"):
        entries = getattr(mine, found.section)
        owner = next((entry for entry in entries if entry.id == found.item), None)
    if isinstance(owner, Item) and found.field == WHOLE_ITEM:
        return _summary(owner)
    return _said(getattr(owner, found.field, None)) or ""


def _summary(item: Item) -> str:
    main = MAIN_FIELDS.get(type(item)) or ("name" if hasattr(item, "name") else "text")
    return str(getattr(item, main))


def _said(value: object) -> str | None:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or None
    return None if value is None else str(value)
