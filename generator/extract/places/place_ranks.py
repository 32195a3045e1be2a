"""Places with their mentions -> the same in order: the place of the main event first."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.places.geography import Located
from generator.extract.places.placing import in_headline, phrase_head, preposition
from generator.extract.words.foreground import foreground
from generator.extract.words.place_words import PLACING
from generator.model import PlaceKind

Group = Sequence[Located]
"""All mentions of one place that name it as a place, in text order."""

# How places are put in order; set on the development articles of the six-questions gold standard
# (where, hit@1): run `make evaluate` after touching one.
HALF_WAY = 2.0
"""A mention weighs half as much this many sentences further down."""
TIES: dict[str, float] = {
    "obl": 1.0,
    "nmod": 0.8,
    "nmod:poss": 0.7,
    "obj": 0.8,
    "nsubj": 0.7,
    "compound": 0.5,
}
OTHER_TIE = 0.5
FROM = 0.1
"""For a mention after "from": where someone comes from is seldom where it happened."""
BESIDE = 0.45
NEARBY = frozenset({"near", "outside"})
SUBURBS = frozenset({"outskirts", "suburb", "suburbs"})
"""A known place that it happened near tells less than the name of where it did."""
DATELINE = 0.5
"""The place that a report was sent from, where no place of the event's own is told early."""
HEADLINE = 0.6
KINDS: dict[PlaceKind | None, float] = {
    "city": 1.0,
    "site": 1.0,
    None: 0.8,
    "region": 0.8,
    "landform": 0.8,
    "body-of-water": 0.8,
    "country": 0.5,
}
LARGE = 0.4
"""For a region of several countries."""
LATEST_START = 2
"""Sentence that the lead may begin at: after a dateline or a heading."""
LEAD = 4
"""Sentences in which a town takes over the weight of the country or region that it lies in."""


def rank(groups: Sequence[Group], headline: str) -> list[Group]:
    """Return places by how close they are to the main event; `headline` is folded."""
    body = [m.spot.sentence.index for g in groups for m in g if not m.spot.sentence.heading]
    start = min(body, default=0) if min(body, default=0) <= LATEST_START else 0
    scores = [_part(group, headline, start) for group in groups]
    best = [
        max([scores[at], *(scores[other] for other in _lent(groups, at))])
        for at in range(len(groups))
    ]
    order = sorted(range(len(groups)), key=lambda at: (-best[at], scores[at], at))
    return [groups[at] for at in order]


def _lent(groups: Sequence[Group], at: int) -> list[int]:
    """Return the places whose weight a town early in the article takes over."""
    town = groups[at][0]
    if town.kind not in {"city", "site", None} or town.spot.sentence.index >= LEAD:
        return []
    placed = town.spot.dateline or preposition(town.spot.sentence, town.spot) in PLACING
    early = [mention for mention in groups[at] if mention.spot.sentence.index < LEAD]
    return [
        other
        for other, group in enumerate(groups)
        if (_contains(group[0], town) and placed)
        or any(_names_town_of(m, early) or _owns(m, early) for m in group)
    ]


def _contains(area: Located, town: Located) -> bool:
    """Say whether a place is the country or region of a town."""
    if area.place is None:
        return False
    if area.kind == "country":
        return area.country == town.country
    region = town.place.region if town.place else ""
    return area.kind == "region" and area.place.region == region != ""


def _names_town_of(site: Located, towns: Group) -> bool:
    """Say whether a site is named with its town: "at the Guildhall in Derry"."""
    if site.kind != "site":
        return False
    return any(
        town.kind == "city"
        and town.spot.sentence is site.spot.sentence
        and site.spot.first <= town.spot.head.head < site.spot.last
        for town in towns
    )


def _owns(owner: Located, towns: Group) -> bool:
    """Say whether a place is named with a part of it: "in Halm's Orlo"."""
    head = owner.spot.head
    owned = [t.spot for t in towns if t.spot.sentence is owner.spot.sentence]
    return head.label == "nmod:poss" and any(s.first <= head.head < s.last for s in owned)


def _part(group: Group, headline: str, start: int) -> float:
    """Return how close a place is to the main event: by where and how it is mentioned."""
    score = sum(_tie(mention, start) for mention in group)
    if any(in_headline(mention.spot, headline) for mention in group):
        score += HEADLINE
    first = group[0]
    large = first.kind == "region" and first.place and first.place.country is None
    return score * (LARGE if large else KINDS[first.kind])


def _tie(mention: Located, start: int) -> float:
    """Return how closely a mention is tied to the main event."""
    spot = mention.spot
    if spot.dateline:
        return DATELINE
    head, case = phrase_head(spot), spot.sentence.child(phrase_head(spot), "case")
    before = {preposition(spot.sentence, spot), case.text.lower() if case else ""}
    label = head.label if head.label in TIES else head.label.split(":")[0]
    tie = FROM if "from" in before else TIES.get(label, OTHER_TIE)
    if mention.place and (NEARBY & before or head.text.lower() in SUBURBS):
        tie *= BESIDE
    further = 1 + max(0, spot.sentence.index - start) / HALF_WAY
    return tie * foreground(spot.sentence, spot.head) / further
