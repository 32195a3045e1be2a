"""What must hold between the values of a briefing: ids are its own, and references lead to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from generator.model import SECTIONS, Briefing, Item
from generator.references import ENTRIES, REFERENCES, ids_of
from generator.yamlio.places import Path, Problem
from generator.yamlio.problems import close_match, said

Ids: TypeAlias = Mapping[str, Collection[str]]
"""The ids that a reference to a section may name."""


def inconsistencies(briefing: Briefing) -> Iterator[Problem]:
    """Find everything that is only wrong beside something else in the briefing."""
    ids = {field: {entry.id for entry in getattr(briefing, field)} for field in ENTRIES}
    ids["about"] = ids["who"] | ids["where"]
    count = sum(len(getattr(briefing, field)) for field in ENTRIES)
    if count > len(set().union(*ids.values())) + len(ids["who"] & ids["where"]):
        yield from _repeated_ids(briefing)
    yield from _unnamed_sources(briefing)
    for section in SECTIONS:
        fields = REFERENCES.get(section, {}).items()
        for position, item in enumerate(getattr(briefing, section)):
            for name, target in fields:
                value = getattr(item, name)
                if value and not ids[target].issuperset(ids_of(value)):
                    yield from _lost(value, (section, position, name), target, ids)
            if item.evidence:
                yield from _sources_of(item, (section, position), ids)
    yield from _without_source(briefing)


def _repeated_ids(briefing: Briefing) -> Iterator[Problem]:
    """Find ids given twice; one actor and one place, such as a country, may share one."""
    holders: dict[str, Path] = {}
    for section in ENTRIES:
        for position, entry in enumerate(getattr(briefing, section)):
            way: Path = (section, position)
            first = holders.setdefault(entry.id, way)
            if first is not way and (first[0], section) != ("who", "where"):
                what = f"{said(way)}.id is '{entry.id}', the id of {said(first)}."
                yield Problem((*way, "id"), what, "Give it another.")


def _unnamed_sources(briefing: Briefing) -> Iterator[Problem]:
    """Find sources that do not say what they are."""
    for position, source in enumerate(briefing.sources):
        if not any((source.file, source.url, source.title, source.publisher, source.author)):
            what = f"sources[{position}] does not say what it is."
            fix = "Write its `file`, `url`, `title`, `publisher` or `author`."
            yield Problem(("sources", position), what, fix)


def _lost(value: str | tuple[str, ...], way: Path, target: str, ids: Ids) -> Iterator[Problem]:
    """Find ids that no item has."""
    if isinstance(value, tuple):
        for position, wanted in enumerate(value):
            yield from _lost(wanted, (*way, position), target, ids)
    elif value not in ids[target]:
        near = close_match(value, ids[target])
        kind = "who or where" if target == "about" else target.removesuffix("s")
        fix = f"Did you mean '{near}'?" if near else "Add it, or remove the reference."
        yield Problem(way, f"{said(way)} is '{value}', but no {kind} has this id.", fix)


def _sources_of(item: Item, way: Path, ids: Ids) -> Iterator[Problem]:
    """Find evidence from sources that the briefing does not name."""
    for position, evidence in enumerate(item.evidence):
        if evidence.source:
            place = (*way, "evidence", position, "source")
            yield from _lost(evidence.source, place, "sources", ids)


def _without_source(briefing: Briefing) -> Iterator[Problem]:
    """Find the first evidence of a briefing that names no source, which goes for all of it."""
    quoted = (
        (section, position, "evidence", number)
        for section in SECTIONS
        for position, item in enumerate(getattr(briefing, section))
        for number, evidence in enumerate(item.evidence)
        if not evidence.source
    )
    if not briefing.sources and (place := next(quoted, None)):
        what = f"{said(place)} is quoted, but the briefing names no source."
        yield Problem(place, what, "Name the article under `sources`.")
