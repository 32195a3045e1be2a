"""A briefing into the same briefing under other ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TypeAlias

from generator.merge.matching import Entry
from generator.model import ID_OR_TEXT, REFERENCES, SECTIONS, Briefing, Item

Names: TypeAlias = dict[str, dict[str, str]]
"""For every section, and for `sources`, old ids and what they become."""

ENTRIES = ("sources", *SECTIONS)
"""The fields of a briefing whose entries have ids."""

_COUNTED = re.compile(r"[a-z][0-9]{1,6}")


def unused_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id, or the next like it that is free: `w3` after `w2`, `storm-2` for `storm`."""
    if _COUNTED.fullmatch(wanted):
        stem, number = wanted[0], int(wanted[1:])
    else:
        stem, number = f"{wanted[:72].rstrip('-')}-", 1
    name = wanted
    while name in taken:
        number += 1
        name = f"{stem}{number}"
    return name


def renamed(briefing: Briefing, names: Names) -> Briefing:
    """Return a briefing with other ids, and all that refers to them changed alike."""
    changes: dict[str, object] = {
        field: tuple(_renamed_entry(field, entry, names) for entry in getattr(briefing, field))
        for field in ENTRIES
    }
    outlets = tuple(names["who"].get(name, name) for name in briefing.sourcing.outlets)
    changes["sourcing"] = briefing.sourcing.model_copy(update={"outlets": outlets})
    return briefing.model_copy(update=changes)


def spelled_out(briefing: Briefing, actors: Mapping[str, str]) -> Briefing:
    """Return a briefing in which speakers and sources are named that have no item of their own."""
    changes: dict[str, object] = {
        section: tuple(
            item.model_copy(update={f: _looked_up(getattr(item, f), actors) for f in fields})
            for item in getattr(briefing, section)
        )
        for section, fields in ID_OR_TEXT.items()
    }
    outlets = _looked_up(briefing.sourcing.outlets, actors)
    changes["sourcing"] = briefing.sourcing.model_copy(update={"outlets": outlets})
    return briefing.model_copy(update=changes)


def _renamed_entry(section: str, entry: Entry, names: Names) -> Entry:
    changes: dict[str, object] = {"id": names[section].get(entry.id, entry.id)}
    if isinstance(entry, Item):
        for field, known in _known_ids(section, names).items():
            changes[field] = _looked_up(getattr(entry, field), known)
        sources = names["sources"]
        changes["evidence"] = tuple(
            evidence.model_copy(update={"source": sources.get(evidence.source, evidence.source)})
            if evidence.source
            else evidence
            for evidence in entry.evidence
        )
    return entry.model_copy(update=changes)


def _known_ids(section: str, names: Names) -> dict[str, Mapping[str, str]]:
    """Return the fields of a section's items that hold ids, with the new names of those ids."""
    about = names["where"] | names["who"]
    fields: dict[str, Mapping[str, str]] = {
        field: about if target == "about" else names[target]
        for field, target in REFERENCES.get(section, {}).items()
    }
    return fields | dict.fromkeys(ID_OR_TEXT.get(section, ()), names["who"])


def _looked_up(value: object, known: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(known.get(name, name) for name in value)
    return known.get(value, value) if isinstance(value, str) else value
