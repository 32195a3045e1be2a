"""Items that refer to each other into items all of whose references lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from generator.model import ID_OR_TEXT, REFERENCES, Item

Sections: TypeAlias = dict[str, dict[str, Item]]
"""The items of every section by their ids."""

_ABOUT = ("who", "where")


def with_referred(sections: Sections, withdrawn: Sections) -> Sections:
    """Bring back the withdrawn items that others still refer to, and those that these refer to."""
    wanted = {
        reference
        for name, items in sections.items()
        for item in items.values()
        for reference in _references(name, item)
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


def without_lost(sections: Sections, sources: set[str]) -> Sections:
    """Drop references that lead nowhere."""
    return {
        name: {found: _mended(name, item, sections, sources) for found, item in items.items()}
        for name, items in sections.items()
    }


def _references(section: str, item: Item) -> Iterator[tuple[str, str]]:
    for field, target in REFERENCES.get(section, {}).items():
        for name in _ids(getattr(item, field)):
            yield from ((owner, name) for owner in (_ABOUT if target == "about" else (target,)))
    for field in ID_OR_TEXT.get(section, ()):
        yield from (("who", name) for name in _ids(getattr(item, field)))


def _ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _mended(section: str, item: Item, sections: Sections, sources: set[str]) -> Item:
    changes: dict[str, object] = {}
    for field, target in REFERENCES.get(section, {}).items():
        owners = _ABOUT if target == "about" else (target,)
        changes[field] = _kept(getattr(item, field), {i for o in owners for i in sections[o]})
    evidence = tuple(e for e in item.evidence if e.source is None or e.source in sources)
    return item.model_copy(update={**changes, "evidence": evidence})


def _kept(value: str | tuple[str, ...] | None, known: set[str]) -> str | tuple[str, ...] | None:
    if isinstance(value, tuple):
        return tuple(name for name in value if name in known)
    return value if value in known else None
