"""The last draft, the file that a person has edited and a new draft, into one briefing.

What a person changed, added, reordered or deleted stays so. What only the new draft changed is
taken. Where both changed the same field, the person's value stays and the conflict is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.anchoring import anchored
from generator.merge.alignment import aligned, aligned_draft
from generator.merge.conflicts import Conflict, conflict, withdrawal
from generator.merge.fields import Anchor, is_unedited, merge_fields, merge_item
from generator.merge.withdrawals import Sections, with_referred
from generator.model import SECTIONS, Article, Briefing, Evidence, Item, Source, Sourcing
from generator.references import (
    first_source,
    spelled_out,
    with_first_source_meant,
    with_sources_named,
    without_lost,
)

_NO_ARTICLES: Mapping[str, Article] = {}
_SOURCE_FIELDS = tuple(name for name in Source.model_fields if name != "id")


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge has come to."""

    briefing: Briefing
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sides:
    """The three briefings in the ids of the person's file."""

    base: Briefing | None
    mine: Briefing
    theirs: Briefing

    def items(self, section: str) -> tuple[dict[str, Item], dict[str, Item], dict[str, Item]]:
        sides = (self.base, self.mine, self.theirs)
        was, here, there = (
            {item.id: item for item in getattr(side, section)} if side else {} for side in sides
        )
        return was, here, there


def merge(
    base: Briefing | None,
    mine: Briefing,
    theirs: Briefing,
    articles: Mapping[str, Article] = _NO_ARTICLES,
) -> Merge:
    """Merge a new draft (theirs) into a person's file (mine), given the draft it was made from.

    Base is None where no draft is known: all in the file is then the person's. Articles are those
    of the new draft by file; evidence that a person has chosen is sought in them again.
    """
    if base is not None and base.model_copy(update={"id": mine.id}) == mine:
        return Merge(theirs.model_copy(update={"id": mine.id}))
    if all(len(side.sources) == 1 for side in (base, mine, theirs) if side):
        return _merge(_sides(base, mine, theirs), articles)
    named = with_sources_named(base) if base else None
    sides = _sides(named, with_sources_named(mine), with_sources_named(theirs))
    merged = _merge(sides, articles)
    return replace(merged, briefing=with_first_source_meant(merged.briefing))


def _merge(sides: _Sides, articles: Mapping[str, Article]) -> Merge:
    was, mine = sides.base, sides.mine
    merged, conflicts = _merged_items(sides, _anchor(sides, articles))
    sources, disputed_sources = _merged_sources(sides, _sources_of(merged))
    head, disputed = merge_fields(was, mine, sides.theirs, ("title", "summary"))
    sourcing, disputed_counts = _merged_sourcing(sides)
    changes: dict[str, object] = {
        "extractor": sides.theirs.extractor,
        "sources": sources,
        "sourcing": sourcing,
        **{name: _in_order(name, merged, sides) for name in SECTIONS},
    }
    over_fields = (conflict(mine, sides.theirs, field, None) for field in disputed)
    return Merge(
        without_lost(head.model_copy(update=changes)),
        (*over_fields, *disputed_sources, *disputed_counts, *conflicts),
    )


def _sides(base: Briefing | None, mine: Briefing, theirs: Briefing) -> _Sides:
    """Bring all into the ids of the file; whom a person removed is named, not referred to."""
    was = aligned(base, mine) if base else None
    there = aligned_draft(was, mine, theirs)
    if was is None:
        return _Sides(None, mine, there)
    here = {who.id for who in mine.who}
    gone = {who.id: who.name for who in was.who if who.id not in here}
    return _Sides(spelled_out(was, gone), mine, spelled_out(there, gone))


def _anchor(sides: _Sides, articles: Mapping[str, Article]) -> Anchor:
    sources = (*sides.mine.sources, *sides.theirs.sources)
    found = {s.id: articles[s.file] for s in sources if s.file and s.file in articles}
    first = first_source(sides.mine)

    def anchor(evidence: Evidence) -> Evidence:
        article = found.get(evidence.source or first or "")
        return anchored(evidence, article) if article else evidence

    return anchor


def _merged_items(sides: _Sides, anchor: Anchor) -> tuple[Sections, list[Conflict]]:
    kept: Sections = {}
    withdrawn: Sections = {}
    conflicts: list[Conflict] = []
    for section in SECTIONS:
        was, here, there = sides.items(section)
        kept[section] = {name: item for name, item in there.items() if name not in {*was, *here}}
        withdrawn[section] = {}
        for name, item in here.items():
            if name in there:
                merged, disputed = merge_item(was.get(name), item, there[name], anchor)
                kept[section][name] = merged
                conflicts += (conflict(item, there[name], field, section) for field in disputed)
            elif name in was and is_unedited(was[name], item):
                withdrawn[section][name] = item
            else:
                kept[section][name] = _anchored(item, anchor)
                conflicts += [withdrawal(item, section)] if name in was else []
    return with_referred(kept, withdrawn), conflicts


def _anchored(item: Item, anchor: Anchor) -> Item:
    return item.model_copy(update={"evidence": tuple(map(anchor, item.evidence))})


def _sources_of(sections: Sections) -> set[str | None]:
    items = (item for section in sections.values() for item in section.values())
    return {evidence.source for item in items for evidence in item.evidence}


def _merged_sources(
    sides: _Sides, needed: set[str | None]
) -> tuple[tuple[Source, ...], list[Conflict]]:
    """Merge the sources; one that the new draft has no more stays while items rest on it."""
    was = {source.id: source for source in sides.base.sources} if sides.base else {}
    there = {source.id: source for source in sides.theirs.sources}
    sources, conflicts = [], []
    for source in sides.mine.sources:
        if source.id in there:
            theirs = there[source.id]
            merged, disputed = merge_fields(was.get(source.id), source, theirs, _SOURCE_FIELDS)
            sources.append(merged)
            conflicts += [conflict(source, theirs, field, "sources") for field in disputed]
        elif source.id in needed or was.get(source.id) != source:
            sources.append(source)
    known = {*was, *(source.id for source in sides.mine.sources)}
    sources += [source for name, source in there.items() if name not in known]
    return tuple(sources) or sides.mine.sources, conflicts


def _merged_sourcing(sides: _Sides) -> tuple[Sourcing, list[Conflict]]:
    was = sides.base.sourcing if sides.base else None
    here, there = sides.mine.sourcing, sides.theirs.sourcing
    merged, disputed = merge_fields(was, here, there, Sourcing.model_fields)
    return merged, [conflict(here, there, field, "sourcing") for field in disputed]


def _in_order(section: str, sections: Sections, sides: _Sides) -> tuple[Item, ...]:
    """Keep the person's order; put what is new behind what it follows in the new draft."""
    items = sections[section]
    _, here, there = sides.items(section)
    order = [name for name in here if name in items]
    before: str | None = None
    for name in there:
        if name in items and name not in here:
            order.insert(order.index(before) + 1 if before else 0, name)
        if name in items:
            before = name
    return tuple(items[name] for name in order)
