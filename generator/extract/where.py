"""A reading's mentions of places -> the where of a draft, the place of the main event first."""

from __future__ import annotations

from collections.abc import Sequence

from slugify import slugify

from generator.extract.geography import Located, locate
from generator.extract.lexicon import ORGANISATIONS
from generator.extract.placing import is_place, preposition
from generator.extract.reading import Reading, evidence
from generator.extract.spots import find_spots, sentence_spots
from generator.language.gazetteer import fold
from generator.language.tree import Document
from generator.model import Draft, Evidence, PlaceKind, Where

LONGEST_EVIDENCE = 40
"""Words around a mention that are shown as its evidence."""
LONGEST_SLUG = 60

# How places are put in order; set on the development articles of the six-questions gold standard
# (where, hit@1): run `make evaluate` after touching one.
HALF_WAY = 2.0
"""A mention weighs half as much this many sentences further down."""
TIES: dict[str, float] = {"obl": 1.0, "nmod": 0.8, "obj": 0.8, "nsubj": 0.7, "compound": 0.5}
OTHER_TIE = 0.5
FROM = 0.3
"""For a mention after "from": where someone comes from is seldom where it happened."""
DATELINE = 0.6
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


def find_where(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with its where."""
    document, gazetteer = reading.document, reading.gazetteer
    located = [
        mention
        for mention in locate(document, find_spots(document, gazetteer), gazetteer)
        if not _is_someone(reading, mention)
    ]
    headline = _headline_names(reading)
    groups: dict[str, list[Located]] = {}
    for mention in located:
        groups.setdefault(mention.identity, []).append(mention)
    rows = [
        (_part(group, headline), group)
        for group in groups.values()
        if any(is_place(mention, gazetteer) for mention in group)
    ]
    rows.sort(key=lambda row: -row[0])
    taken: set[str] = set()
    found = tuple(_where(document, group, taken) for _, group in rows)
    return draft.model_copy(update={"where": found})


def _is_someone(reading: Reading, mention: Located) -> bool:
    """Say whether a name that the tagger takes for a place is someone's, by the whole article."""
    spot = mention.spot
    actor = reading.actor_at(spot.sentence.index, spot.head.index)
    if actor and actor.kind == "person":
        return True
    if mention.place or mention.kind:
        return False
    body = spot.name.split()[-1].lower() in ORGANISATIONS
    return body or (actor is not None and actor.kind in {"organisation", "group"})


def _headline_names(reading: Reading) -> frozenset[str]:
    """Return the folded names of the places in the headline."""
    headline = reading.document.headline
    if not headline:
        return frozenset()
    title = reading.document.article.source.title or ""
    spots = sentence_spots(headline, title, reading.gazetteer)
    return frozenset(fold(spot.name) for spot in spots)


def _part(group: Sequence[Located], headline: frozenset[str]) -> float:
    """Return how close a place is to the main event: by where and how it is mentioned."""
    score = sum(_tie(mention) for mention in group)
    if any(fold(mention.spot.name) in headline for mention in group):
        score += HEADLINE
    first = group[0]
    weight = KINDS[first.kind]
    if first.kind == "region" and first.place and first.place.country is None:
        weight = LARGE
    return score * weight


def _tie(mention: Located) -> float:
    """Return how closely a mention is tied to the main event."""
    spot = mention.spot
    place = 1 / (1 + spot.sentence.index / HALF_WAY)
    if spot.dateline:
        return DATELINE
    if preposition(spot.sentence, spot) == "from":
        return FROM * place
    return TIES.get(spot.head.label.split(":")[0], OTHER_TIE) * place


def _where(document: Document, group: Sequence[Located], taken: set[str]) -> Where:
    """Return the item of a place from its mentions, in text order."""
    names = list(dict.fromkeys(_as_written(mention) for mention in group))
    place = next((mention.place for mention in group if mention.place), None)
    return Where(
        id=_unused(slugify(names[0], max_length=LONGEST_SLUG, word_boundary=True), taken),
        name=names[0],
        kind=next((mention.kind for mention in group if mention.kind), None),
        country=next((mention.country for mention in group if mention.country), None),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        gazetteer=place.gazetteer if place else None,
        aliases=tuple(names[1:]),
        evidence=(_around(document, group[0]),),
    )


def _as_written(mention: Located) -> str:
    """Return a name as the text has it; a dateline's capitals are taken back."""
    name = mention.spot.name
    shouted = mention.spot.dateline and name.isupper() and len(name) > 3
    if not shouted:
        return name
    if mention.place and fold(mention.place.name) == fold(name):
        return mention.place.name
    return name.title()


def _unused(slug: str, taken: set[str]) -> str:
    """Return a slug that no place of the draft has yet."""
    wanted, number = slug or "place", 1
    while wanted in taken:
        number += 1
        wanted = f"{slug or 'place'}-{number}"
    taken.add(wanted)
    return wanted


def _around(document: Document, mention: Located) -> Evidence:
    """Return the sentence of a mention, or the part of a long one that lies around it."""
    spot = mention.spot
    tokens = spot.sentence.tokens
    first = max(0, min(spot.first - LONGEST_EVIDENCE // 2, len(tokens) - LONGEST_EVIDENCE))
    last = min(len(tokens), first + LONGEST_EVIDENCE)
    return evidence(document, tokens[first].start, tokens[last - 1].end)
