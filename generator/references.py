"""The references between the items of a briefing: found, renamed, dropped where they are lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from generator.model import SECTIONS, Briefing, Item, Source

Entry: TypeAlias = Item | Source
Names: TypeAlias = dict[str, dict[str, str]]
"""For sections, and for `sources`, old ids and what they become."""

ENTRIES = ("sources", *SECTIONS)
"""The fields of a briefing whose entries have ids."""

REFERENCES: dict[str, dict[str, str]] = {
    "what": {"actor": "who", "when": "when", "where": "where", "denies": "what"},
    "when": {"what": "what"},
    "why": {"what": "what"},
    "how": {"what": "what"},
    "open_questions": {"about": "about"},
}
"""Of the items of a section, the fields that hold ids and the section of those ids; `about` may
name a who or a where."""

ID_OR_TEXT: dict[str, tuple[str, ...]] = {"what": ("attributed_to",), "quotes": ("speaker", "via")}
"""The fields that hold who ids or, where the source gives no name, its words."""

_ABOUT = ("who", "where")


def references(section: str, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the section and the id of all that an item may refer to."""
    for field, target in REFERENCES.get(section, {}).items():
        for name in ids_of(getattr(item, field)):
            yield from ((owner, name) for owner in owners(target))
    for field in ID_OR_TEXT.get(section, ()):
        yield from (("who", name) for name in ids_of(getattr(item, field)))


def owners(target: str) -> tuple[str, ...]:
    """Return the sections whose items a reference may name."""
    return _ABOUT if target == "about" else (target,)


def ids_of(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the ids, or the words, that a field holds."""
    return (value,) if isinstance(value, str) else value or ()


def without_lost(briefing: Briefing) -> Briefing:
    """Return a briefing without the references that lead nowhere."""
    known = {field: {entry.id for entry in getattr(briefing, field)} for field in ENTRIES}
    known["about"] = known["who"] | known["where"]
    items = {
        section: tuple(_mended(section, item, known) for item in getattr(briefing, section))
        for section in SECTIONS
    }
    return briefing.model_copy(update=items)


def renamed(briefing: Briefing, names: Names) -> Briefing:
    """Return a briefing with other ids, and all that refers to them changed alike."""
    changes: dict[str, object] = {
        field: tuple(_renamed_entry(field, entry, names) for entry in getattr(briefing, field))
        for field in ENTRIES
    }
    outlets = _looked_up(briefing.sourcing.outlets, names.get("who", {}))
    changes["sourcing"] = briefing.sourcing.model_copy(update={"outlets": outlets})
    return briefing.model_copy(update=changes)


def with_sources_named(briefing: Briefing) -> Briefing:
    """Return a briefing in which all evidence names its source, the first one too."""
    first = first_source(briefing)
    return _with_sources(briefing, lambda source: source or first)


def with_first_source_meant(briefing: Briefing) -> Briefing:
    """Return a briefing in which evidence from the first source does not name it."""
    first = first_source(briefing)
    return _with_sources(briefing, lambda source: None if source == first else source)


def first_source(briefing: Briefing) -> str | None:
    """Return the id of the source that is meant by evidence which names none."""
    return briefing.sources[0].id if briefing.sources else None


def _with_sources(briefing: Briefing, change: Callable[[str | None], str | None]) -> Briefing:
    changes = {}
    for section in SECTIONS:
        items = []
        for item in getattr(briefing, section):
            pieces = (e.model_copy(update={"source": change(e.source)}) for e in item.evidence)
            items.append(item.model_copy(update={"evidence": tuple(pieces)}))
        changes[section] = tuple(items)
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
    changes: dict[str, object] = {"id": names.get(section, {}).get(entry.id, entry.id)}
    if isinstance(entry, Item):
        for field, known in _known_ids(section, names).items():
            changes[field] = _looked_up(getattr(entry, field), known)
        sources = names.get("sources", {})
        changes["evidence"] = tuple(
            evidence.model_copy(update={"source": sources.get(evidence.source, evidence.source)})
            if evidence.source
            else evidence
            for evidence in entry.evidence
        )
    return entry.model_copy(update=changes)


def _known_ids(section: str, names: Names) -> dict[str, Mapping[str, str]]:
    """Return the fields of a section's items that hold ids, with the new names of those ids."""
    actors = names.get("who", {})
    known = {**names, "about": names.get("where", {}) | actors}
    typed = REFERENCES.get(section, {}).items()
    fields: dict[str, Mapping[str, str]] = {field: known.get(target, {}) for field, target in typed}
    return fields | dict.fromkeys(ID_OR_TEXT.get(section, ()), actors)


def _looked_up(value: object, known: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(known.get(name, name) for name in value)
    return known.get(value, value) if isinstance(value, str) else value


def _mended(section: str, item: Item, known: Mapping[str, set[str]]) -> Item:
    changes: dict[str, object] = {
        field: _kept(getattr(item, field), known[target])
        for field, target in REFERENCES.get(section, {}).items()
    }
    evidence = (e for e in item.evidence if e.source is None or e.source in known["sources"])
    return item.model_copy(update={**changes, "evidence": tuple(evidence)})


def _kept(value: str | tuple[str, ...] | None, known: set[str]) -> str | tuple[str, ...] | None:
    if isinstance(value, tuple):
        return tuple(name for name in value if name in known)
    return value if value in known else None
