"""Briefings on one story into the same ids for what is about the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias

from generator.merge.matching import SAME_ADDITION, SAME_ITEM, match
from generator.model import Briefing
from generator.references import ENTRIES, Entry, Names, renamed

Holders: TypeAlias = defaultdict[str, set[str]]
"""Ids, and the sections in which they are taken."""
Pairing: TypeAlias = Callable[[Sequence[Entry], Sequence[Entry]], dict[str, str]]
"""The ids of entries on the left with those of the entries on the right that they are."""

_TWINS = {"who": "where", "where": "who"}
"""An actor and a place, such as a country, may share an id."""
_COUNTED = re.compile(r"[a-z][0-9]{1,6}")


def same_items(left: Sequence[Entry], right: Sequence[Entry]) -> dict[str, str]:
    """Pair the items of two drafts of one article."""
    return match(left, right, SAME_ITEM)


def aligned(base: Briefing, mine: Briefing, pair: Pairing = same_items) -> Briefing:
    """Return base in the ids of mine; what mine lacks gets an id that mine does not use."""
    holders = _holders(mine)
    names = {}
    for field in ENTRIES:
        entries: Sequence[Entry] = getattr(base, field)
        pairs = pair(entries, getattr(mine, field))
        names[field] = pairs | _unused(field, entries, pairs, holders)
    return renamed(base, names)


def aligned_draft(base: Briefing | None, mine: Briefing, theirs: Briefing) -> Briefing:
    """Return a new draft in the ids of mine and of a base that is already aligned with mine."""
    holders = _holders(mine, *([base] if base else []))
    names: Names = {}
    for field in ENTRIES:
        here: Sequence[Entry] = getattr(mine, field)
        was: Sequence[Entry] = getattr(base, field) if base else ()
        entries: Sequence[Entry] = getattr(theirs, field)
        pairs = same_items(entries, was)
        known = {entry.id for entry in was}
        added = [entry for entry in here if entry.id not in known]
        new = [entry for entry in entries if entry.id not in pairs]
        pairs |= match(new, added, SAME_ADDITION)
        names[field] = pairs | _unused(field, entries, pairs, holders)
    return renamed(theirs, names)


def _holders(*briefings: Briefing) -> Holders:
    holders: Holders = defaultdict(set)
    for briefing in briefings:
        for field in ENTRIES:
            for entry in getattr(briefing, field):
                holders[entry.id].add(field)
    return holders


def _unused(
    field: str, entries: Iterable[Entry], pairs: dict[str, str], holders: Holders
) -> dict[str, str]:
    """Give entries without a partner ids that nothing has, and take note of them."""
    names = {}
    for entry in entries:
        if entry.id not in pairs:
            taken = {name for name, fields in holders.items() if fields - {_TWINS.get(field)}}
            names[entry.id] = _unused_id(entry.id, taken)
            holders[names[entry.id]].add(field)
    return names


def _unused_id(wanted: str, taken: Collection[str]) -> str:
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
