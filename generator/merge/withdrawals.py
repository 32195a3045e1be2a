"""Items that a new draft has no more, back into the briefing where others still refer to them."""

from __future__ import annotations

from typing import TypeAlias

from generator.model import Item
from generator.references import references

Sections: TypeAlias = dict[str, dict[str, Item]]
"""The items of every section by their ids."""


def with_referred(sections: Sections, withdrawn: Sections) -> Sections:
    """Bring back the withdrawn items that others still refer to, and those that these refer to."""
    wanted = {
        reference
        for name, items in sections.items()
        for item in items.values()
        for reference in references(name, item)
    }
    missing = [(name, found) for name, found in wanted if found not in sections[name]]
    back = {(name, found) for name, found in missing if found in withdrawn[name]}
    if not back:
        return sections
    more = {
        name: items | {found: withdrawn[name][found] for owner, found in back if owner == name}
        for name, items in sections.items()
    }
    return with_referred(more, withdrawn)
