"""A reading's mentions of places -> the where of a draft, the place of the main event first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile

from slugify import slugify

from generator.extract.actors.mentions import Name
from generator.extract.actors.no_actors import is_vessel
from generator.extract.ids import unique_id
from generator.extract.places.geography import Located, locate
from generator.extract.places.place_context import named_countries
from generator.extract.places.place_ranks import LEAD, rank
from generator.extract.places.placing import in_headline, is_place, preposition
from generator.extract.places.spots import ABOUT_PLACES, find_spots
from generator.extract.reading import Reading, evidence_around
from generator.extract.words.lexicon import ORGANISATIONS
from generator.extract.words.names import organisation_words
from generator.extract.words.place_words import CHAMBERS, KIND_OF_NOUN, PLACING
from generator.language.folding import fold
from generator.language.gazetteer import Gazetteer
from generator.language.morphology import FINITE_OR_MODAL, lemma
from generator.language.tree import Document
from generator.model import Draft, Where

STATES = frozenset("emirate federal kingdom republic sultanate territory union united".split())
"""Words of what a state is called, without its name."""
_LAST = "Northern Southern state State states nation nations".split()
NAMELESS = ("astern", "estern", *(f" {word}" for word in _LAST))
"""Ends of what is no name: "the Gulf state" is a country that is named elsewhere."""


SIGNING = frozenset("debut loan rejoin sign transfer".split())
"""What players do to and from a club, and goods to a place."""
_SPORT = re.compile(r"\b(?:football|soccer|[Ll]eague|midfielder|striker|World Cup)\b")


def find_where(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with its where."""
    document, gazetteer = reading.document, reading.gazetteer
    named = [organisation_words(a.name) for a in reading.actors if a.kind == "organisation"]
    bodies = frozenset(
        name for words in named if len(words) > 1 for name in (words[0], " ".join(words))
    )
    located = [
        mention
        for mention in locate(document, find_spots(document, gazetteer), gazetteer)
        if (mention.place or mention.spot.sure)
        and not (mention.place is None and _is_a_body(mention, bodies))
        and not _is_someone(reading, mention, bodies)
        and not _is_common(mention)
        and not is_vessel(_name(mention))
        and not _is_quoted(mention)
        and not (_plays(mention) and _SPORT.search(document.text))
    ]
    headline = _headline(document, gazetteer)
    groups: dict[str, list[Located]] = {}
    for mention in located:
        if is_place(mention, gazetteer, headline):
            groups.setdefault(mention.identity, []).append(mention)
    ranked = rank(list(groups.values()), headline)
    if nation := _nation(document, located, ranked[:1], gazetteer):
        ranked = [nation, *(group for group in ranked if group[0].identity != nation[0].identity)]
    taken: set[str] = set()
    names = Counter(slugify(_as_written(group[0])) for group in ranked)
    found = tuple(_where(document, group, taken, names) for group in ranked)
    return draft.model_copy(update={"where": found})


def _nation(
    document: Document,
    located: Sequence[Located],
    first: Sequence[Sequence[Located]],
    gazetteer: Gazetteer,
) -> list[Located]:
    """Return the mentions of the one country that a lead without a place is about, if it is named.

    As "The Narvian premier has vowed to punish ..." and, later on, "Narvia's cabinet".
    """
    body = [sentence for sentence in document.sentences if not sentence.heading][:1]
    headline = _headline(document, gazetteer)
    told = {m.spot.sentence.index for group in first for m in group}
    towns = (m for m in located if m.kind != "country")
    sure = any(m.spot.dateline or in_headline(m.spot, headline) for m in towns)
    if sure or not body or any(at < body[0].index + LEAD for at in told):
        return []
    lead = (*((document.headline,) if document.headline else ()), *body)
    codes = {code for sentence in lead for code, _ in named_countries(sentence, gazetteer)}
    named = [m for m in located if m.kind == "country" and {m.country} == codes]
    return named if len(named) > max(1, *(len(group) for group in first), 0) else []


def _name(mention: Located) -> Name:
    spot = mention.spot
    return Name(spot.sentence, spot.first, spot.last, spot.name, "LOC")


def _is_common(mention: Located) -> bool:
    """Say whether a name is but a kind of place's, "the Port", or a parliament's."""
    name = mention.spot.name.lower()
    if name in CHAMBERS or name.startswith(("project ", "operation ")):
        return True
    words = name.split()
    tags = {t.tag for t in mention.spot.sentence.tokens[mention.spot.first : mention.spot.last]}
    common = words[0] == "one" or tags == {"JJ"} or STATES.issuperset(words)
    if mention.place is None and (common or mention.spot.name.endswith(NAMELESS)):
        return True  # "One District", "Metropolitan, Municipal and Districts", "Union Territory"
    if mention.place is None and tags == {"NNPS"} and name.endswith("ans"):
        return True  # "hostile to the Halmians"
    return name in KIND_OF_NOUN and not (mention.place and mention.place.kind == "region")


def _is_quoted(mention: Located) -> bool:
    """Say whether a name opens a title or a nickname between marks: the “Halm of the North”."""
    tokens = mention.spot.sentence.tokens
    opened = mention.spot.first > 0 and tokens[mention.spot.first - 1].tag == "``"
    inside = list(takewhile(lambda t: t.tag != "''", tokens[mention.spot.last :]))
    closed = len(inside) < len(tokens[mention.spot.last :])
    told = any(t.tag in FINITE_OR_MODAL or t.text in {",", "!", "?"} for t in inside)
    return opened and closed and bool(inside) and inside[0].text != "." and not told


def _plays(mention: Located) -> bool:
    """Say whether a name is a club's that one plays for: "a transfer to Halm"."""
    sentence = mention.spot.sentence
    above = sentence.head(mention.spot.head)
    word = lemma(above.text, above.tag) if above else ""
    return word in SIGNING or (word == "join" and mention.spot.head.label == "obj")


def _is_someone(reading: Reading, mention: Located, bodies: frozenset[str]) -> bool:
    """Say whether a name that the tagger takes for a place is someone's, by the whole article.

    `bodies` are the names of bodies and their first words: "Halm" alone may be the Halm Institute.
    """
    spot = mention.spot
    if spot.dateline:
        return False
    actor = reading.actor_at(spot.sentence.index, spot.head.index)
    if actor and actor.kind == "person" and _heads(reading, mention):
        called = len(actor.name.split()) > 1 if not spot.sure else not mention.place
        return called or (spot.sure and preposition(spot.sentence, spot) not in PLACING)
    named = actor is not None and actor.kind == "organisation" and _is_whole(reading, mention)
    if named and actor and not mention.place and actor.name.startswith(f"{spot.name} "):
        return True  # "Halm Quay" is Halm Quay Holdings
    if named and (mention.kind == "city" or (mention.place is None and mention.kind != "site")):
        return True
    if mention.place or (mention.kind and (" " in spot.name or fold(spot.name) not in bodies)):
        return False
    own = preposition(spot.sentence, spot) not in ABOUT_PLACES  # in Halm is Halm Town Council
    body = (fold(spot.name) in bodies and own) or spot.name.split()[-1].lower() in ORGANISATIONS
    named = actor is not None and actor.kind in {"organisation", "group"}
    return body or (named and _heads(reading, mention))


def _is_a_body(mention: Located, bodies: frozenset[str]) -> bool:
    """Say whether a name of several words is a body's elsewhere in the article."""
    named = " " in mention.spot.name and fold(mention.spot.name) in bodies
    return named and mention.kind != "site" and not mention.spot.dateline


def _heads(reading: Reading, mention: Located) -> bool:
    """Say whether a name is what an actor's mention hangs on: not "Halm" of "voters in Halm"."""
    spot = mention.spot
    seen = reading.mention_at(spot.sentence.index, spot.head.index)
    return seen is not None and spot.first <= seen.head < spot.last


def _is_whole(reading: Reading, mention: Located) -> bool:
    """Say whether a name is the whole of an actor's, not a town inside a longer one."""
    spot = mention.spot
    seen = reading.mention_at(spot.sentence.index, spot.head.index)
    return seen is not None and (seen.first, seen.last) == (spot.first, spot.last)


def _headline(document: Document, gazetteer: Gazetteer) -> str:
    """Return the headline's words, folded, without acting capitals and names with a place's in."""
    if not document.headline:
        return ""
    words = [token.text for token in document.headline.tokens]
    for entity in document.headline.entities:
        whole = " ".join(words[entity.first : entity.last])
        name = Name(document.headline, entity.first, entity.last, whole, "LOC")
        ruler = gazetteer.seat(whole) is not None and name.head.label == "nsubj"
        if ruler or (entity.type != "LOC" and not gazetteer.find(whole)):
            words[entity.first : entity.last] = [""] * (entity.last - entity.first)
    return fold(" ".join(words))


def _where(
    document: Document, group: Sequence[Located], taken: set[str], named: Mapping[str, int]
) -> Where:
    """Return the item of a place from its mentions, in text order."""
    names = list(dict.fromkeys(_as_written(mention) for mention in group))
    if named[slugify(names[0])] > 1 and group[0].spot.noun:
        names[0] = f"{names[0]} {group[0].spot.noun}"
    place = next((mention.place for mention in group if mention.place), None)
    first = group[0].spot
    return Where(
        id=unique_id(names[0], taken, "place"),
        name=names[0],
        kind=next((mention.kind for mention in group if mention.kind), None),
        country=next((mention.country for mention in group if mention.country), None),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        gazetteer=place.gazetteer if place else None,
        aliases=tuple(names[1:]),
        evidence=(evidence_around(document, first.sentence, first.first, first.last),),
    )


def _as_written(mention: Located) -> str:
    """Return a name as the text has it, and "The Hague" whole; a dateline's capitals go."""
    name = mention.name
    if mention.place and mention.place.name == f"The {name.title()}":
        return mention.place.name
    shouted = name.isupper() and len(name) > 3
    if not shouted or not (mention.spot.dateline or mention.place):
        return name
    known = mention.place.name if mention.place else name
    return known if known != name and fold(known) == fold(name) else name.title()
