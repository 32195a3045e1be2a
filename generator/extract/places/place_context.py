"""Mentions of places in an article -> the countries and regions that it talks about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.extract.places.spots import Spot
from generator.language.gazetteer import Gazetteer, GazetteerPlace, fold
from generator.language.tree import Document, Sentence

LONGEST_COUNTRY_NAME = 4
"""Words that are looked up together as the name of a country."""
NAMED, DESCRIBED, HINTED = 1.0, 0.5, 0.25
"""How much a country's name, its adjective and a city in it say that an article talks about it."""
SHORT = 5
"""Letters of an abbreviated name at most."""
SAME_NAMES = frozenset({"US"})
"""Where small towns share their names by the dozen: one is believed only in a region talked of."""
HINTING = 50_000
"""Inhabitants from which a place hints at its country and region, and is believed with less."""
CLEARLY = 4
"""How many times larger than those of other countries a place is that hints at its own country."""
_SIGNS = {
    "scottish": "GB", "welsh": "GB", "£": "GB", "₹": "IN", "lakh": "IN", "crore": "IN", "₦": "NG",
}  # fmt: skip
"""Money and peoples that tell of a country without naming it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an article talks about: codes of countries, the most talked of first, and of regions."""

    countries: tuple[str, ...] = ()
    regions: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    """The countries in which the text itself puts a town of a folded name."""
    origin: GazetteerPlace | None = None
    """Where the article was sent from, if that is no capital."""


def context_of(document: Document, spots: Sequence[Spot], gazetteer: Gazetteer) -> Context:
    """Return the countries and regions that an article talks about."""
    counts: defaultdict[str, float] = defaultdict(float)
    headline = (document.headline,) if document.headline else ()
    for sentence in (*headline, *document.sentences):
        for code, weight in named_countries(sentence, gazetteer):
            counts[code] += weight
    names = Counter(name for spot in spots for name in (spot.name, *spot.within))
    places = frozenset(names)
    names.update(_in_bodies(document, gazetteer))
    hinted = {
        name: place
        for name in names
        if (place := hint(name, gazetteer)) and (name in places or place.country not in SAME_NAMES)
    }
    hints = Counter(place.country for place in hinted.values())
    named = set(counts)
    regions: set[str] = set()
    for name, place in hinted.items():
        # One name alone may be another place's in a country that the gazetteer knows less well.
        alone = not named and place.population >= HINTING
        if place.country and (place.country in named or hints[place.country] > 1 or alone):
            counts[place.country] += HINTED * names[name]
            if (
                place.population >= HINTING
                and name in places
                and _is_the_one(name, place, gazetteer)
            ):
                regions.add(place.region)
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    countries = tuple(code for code, _ in ordered)
    told = ((fold(spot.name), country_of(spot.owner, gazetteer)) for spot in spots if spot.owner)
    owners = {name: code for name, code in told if code}
    origin = _origin(spots, countries, gazetteer)
    return Context(countries, frozenset(regions - {""}), owners, origin)


def country_of(name: str, gazetteer: Gazetteer) -> str | None:
    """Return the country of a name, or that of the region of that name."""
    if country := gazetteer.country(name):
        return country.code
    region = gazetteer.find(name, kind="region")
    return region.country if region else None


def _origin(
    spots: Sequence[Spot], countries: Sequence[str], gazetteer: Gazetteer
) -> GazetteerPlace | None:
    """Return the place in the main country that an article's dateline names first."""
    dated = next((spot for spot in spots if spot.dateline), None)
    place = gazetteer.find(dated.name.title(), countries) if dated else None
    main = place and place.country in countries[:1] and place.kind != "country"
    return place if place and main and not place.capital else None


def _is_the_one(name: str, place: GazetteerPlace, gazetteer: Gazetteer) -> bool:
    """Say whether no other town of that name in a country could be meant instead."""
    alike = (p for p in gazetteer.candidates(name) if p.country == place.country)
    others = (p for p in alike if p.kind == "city" and p.region != place.region)
    return all(place.population >= CLEARLY * other.population for other in others)


def _in_bodies(document: Document, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the places in the names of bodies: "Humberside Police", "Bank of Scotland"."""
    for sentence in document.sentences:
        for entity in sentence.entities:
            words = [token.text for token in sentence.tokens[entity.first : entity.last]]
            if entity.type == "ORG" and len(words) > 1:
                placed = (b for a, b in zip(["of", *words], words, strict=False) if a == "of")
                yield from (word for word in placed if gazetteer.find(word))


def named_countries(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[str, float]]:
    """Yield the countries that a sentence names or describes, with what that counts."""
    words = [token.text for token in sentence.tokens]
    for code in sorted({_SIGNS[word] for word in sentence.words if word in _SIGNS}):
        yield code, HINTED
    for inside in _inside_names(sentence, gazetteer):
        words[inside] = ""
    at = 0
    while at < len(words):
        length = _country_length(words, at, gazetteer) if words[at][:1].isupper() else 0
        if length:
            phrase = " ".join(words[at : at + length])
            country = gazetteer.country(phrase)
            if country and not _also_a_region(phrase, country.code, gazetteer):
                yield country.code, NAMED if gazetteer.is_country_name(phrase) else DESCRIBED
        at += length or 1


def _inside_names(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[int]:
    """Yield the tokens within longer names of places: the "Spain" of "Port of Spain"."""
    for entity in sentence.entities:
        if entity.type == "LOC" and entity.last - entity.first > 1:
            words = [token.text for token in sentence.tokens[entity.first : entity.last]]
            found = gazetteer.find(" ".join(words))
            if found and found.kind != "country":
                yield from range(entity.first + 1, entity.last)


def _country_length(words: Sequence[str], at: int, gazetteer: Gazetteer) -> int:
    """Return how many words from one on are the longest word for a country."""
    longest = LONGEST_COUNTRY_NAME if gazetteer.may_open_country(words[at]) else 0
    for length in range(min(longest, len(words) - at), 0, -1):
        if gazetteer.country(" ".join(words[at : at + length])):
            return length
    return 0


def _also_a_region(name: str, code: str, gazetteer: Gazetteer) -> bool:
    """Say whether a country's name is a region's elsewhere: Georgia says nothing by itself."""
    return any(
        place.kind == "region"
        and place.country not in {None, code}
        and fold(place.name) == fold(name)
        for place in gazetteer.candidates(name)
    )


def hint(name: str, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """Return the place of a name where no other place could be meant."""
    if gazetteer.country(name):
        return None
    bearers = gazetteer.candidates(name)
    if not bearers or bearers[0].country is None:
        return None
    small = bearers[0].population < HINTING and not bearers[0].capital
    if small and (len(bearers) > 1 or len(name) <= SHORT):
        return None
    others = [place for place in bearers[1:] if place.country != bearers[0].country]
    clear = all(bearers[0].population >= CLEARLY * place.population for place in others)
    return bearers[0] if clear else None
