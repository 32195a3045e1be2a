"""Briefings of the articles on one story, each by itself, into one that rests on all of them.

The newest article leads: title, summary and the order of all sections are its own, and what older
ones add comes after it. What several of them say is one item with the evidence of each. Plans that
an older one has for a day before the newest was published are left out: they are history or failed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from generator.merge.alignment import aligned
from generator.merge.matching import SAME_ADDITION, match
from generator.model import SECTIONS, Briefing, Item, Question, Sourcing, What, When, Where, Who
from generator.references import Entry, with_first_source_meant, with_sources_named, without_lost

MOST = {"what": 12, "open_questions": 10}
"""Items of a section, at most, where a story of many articles would have too many to read."""
_PLACED = ("kind", "country", "lat", "lon", "gazetteer")


def newest_first(briefings: Sequence[Briefing]) -> list[Briefing]:
    """Return briefings of an article each, the newest first; what has no date counts as oldest."""
    return sorted(briefings, key=lambda one: one.sources[0].published or "", reverse=True)


def united(briefings: Sequence[Briefing]) -> Briefing:
    """Return one briefing for those of an article each, whose sources have ids of their own."""
    if len(briefings) == 1:
        return briefings[0]
    lead, *others = map(with_sources_named, newest_first(briefings))
    today = lead.sources[0].published or ""
    story = reduce(_joined, (_without_past_plans(one, today) for one in others), lead)
    sources = tuple(source for one in briefings for source in one.sources)
    shortened = {name: getattr(story, name)[:most] for name, most in MOST.items()}
    whole = without_lost(story.model_copy(update={**shortened, "sources": sources}))
    return with_first_source_meant(whole)


def _without_past_plans(briefing: Briefing, today: str) -> Briefing:
    ends = {time.id: time.date.rpartition("/")[2] for time in briefing.when if time.date}
    kept = (what for what in briefing.what if not _is_past_plan(what, ends, today))
    return briefing.model_copy(update={"what": tuple(kept)})


def _is_past_plan(what: What, ends: Mapping[str, str], today: str) -> bool:
    """Say whether a plan was for a day before this one, a month before this month, and so on."""
    end = ends.get(what.when or "")
    return what.status == "planned" and end is not None and end < today[: len(end)]


def _joined(story: Briefing, other: Briefing) -> Briefing:
    """Add to a story what the briefing of an older article has."""
    older = aligned(other, story, _pairs)
    changes: dict[str, object] = {"sourcing": _sourcing(story, older)}
    for section in SECTIONS:
        ours: Sequence[Item] = getattr(story, section)
        theirs: dict[str, Item] = {item.id: item for item in getattr(older, section)}
        both = [_same(item, theirs.pop(item.id, None)) for item in ours]
        changes[section] = (*both, *theirs.values())
    return story.model_copy(update={**changes, "sources": (*story.sources, *older.sources)})


def _pairs(left: Sequence[Entry], right: Sequence[Entry]) -> dict[str, str]:
    """Pair what two articles both tell of; a time is the same day, however it is worded."""
    days = {time.date: time.id for time in reversed(right) if isinstance(time, When) and time.date}
    if not any(isinstance(entry, When) for entry in left):
        return match(left, right, SAME_ADDITION)
    pairs: dict[str, str] = {}
    for time in left:
        if isinstance(time, When) and time.date in days:
            pairs[time.id] = days.pop(time.date)
    return pairs


def _same(item: Item, other: Item | None) -> Item:
    """Return an item with what another article says of the same thing."""
    if other is None:
        return item
    evidence = dict.fromkeys((*item.evidence, *other.evidence))
    changes: dict[str, object] = {"evidence": tuple(evidence)}
    if isinstance(item, Who) and isinstance(other, Who):
        changes |= _names(item, other) | {
            "role": _role(item.role, other.role),
            "mentions": (item.mentions or 0) + (other.mentions or 0) or None,
        }
    if isinstance(item, Where) and isinstance(other, Where):
        better = item if item.gazetteer or not other.gazetteer else other
        changes |= _names(item, other) | {field: getattr(better, field) for field in _PLACED}
    if isinstance(item, Question) and isinstance(other, Question):
        changes["asked"] = min((day for day in (item.asked, other.asked) if day), default=None)
    return item.model_copy(update=changes)


def _role(told: str | None, other: str | None) -> str | None:
    """Return what one is; as the other article has it where that says more of it: "firm that"."""
    return other if told is None or (other or "").startswith(f"{told} ") else told


def _names(item: Who | Where, other: Who | Where) -> dict[str, object]:
    """Return the fuller of two names of one actor or place, and all others as its aliases."""
    name = max(item.name, other.name, key=lambda name: len(name.split()))
    known = dict.fromkeys((*item.aliases, *other.aliases, item.name, other.name))
    return {"name": name, "aliases": tuple(alias for alias in known if alias != name)}


def _sourcing(story: Briefing, other: Briefing) -> Sourcing:
    """Add up who told whom; whoever speaks in both articles is one source."""
    speakers = _speakers(story) & _speakers(other)
    ours, theirs = story.sourcing, other.sourcing
    return Sourcing(
        outlets=tuple(dict.fromkeys((*ours.outlets, *theirs.outlets))),
        named=ours.named + theirs.named - len(speakers),
        anonymous=ours.anonymous + theirs.anonymous,
    )


def _speakers(briefing: Briefing) -> set[str]:
    """Return the ids of those whom quotes name, but for media."""
    actors = {who.id for who in briefing.who} - set(briefing.sourcing.outlets)
    return {quote.speaker for quote in briefing.quotes if quote.speaker} & actors
