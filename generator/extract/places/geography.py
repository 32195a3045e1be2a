"""Mentions of places -> places: which bearer of each name the article means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.places.place_context import (
    CLEARLY,
    HINTING,
    SAME_NAMES,
    SHORT,
    Context,
    context_of,
    hint,
)
from generator.extract.places.spots import Spot
from generator.extract.words.place_words import DIRECTIONS, FIRST_WORDS, KIND_OF_NOUN, is_centre
from generator.language.gazetteer import Gazetteer, GazetteerPlace, fold
from generator.language.tree import Document
from generator.model import PlaceKind

WELL_KNOWN = 200_000
"""Inhabitants from which a place is believed without its country being talked of."""
WORLD_CITY = 2_000_000
"""Inhabitants of a city that is meant whatever its namesakes are."""
SMALL = 15_000
WHOLE = frozenset({"county", "parish"})
"""Regions that share their names with towns elsewhere rather than with their own."""
_ACROSS = frozenset({"body-of-water", "landform"})
"""What may lie in several countries, and is not put in the only one that is talked of."""
_STATES = frozenset(
    """province state oblast krai governorate department region prefecture county territory
    parish""".split()
)


@dataclass(frozen=True, slots=True)
class Located:
    """A mention of a place with what is known of the place."""

    spot: Spot
    place: GazetteerPlace | None
    kind: PlaceKind | None
    country: str | None
    name: str
    """As the text has it, with the noun that belongs to it: "Rafah crossing"."""
    inside: bool = False
    """The text says what it lies in."""

    @property
    def identity(self) -> str:
        """What is the same for all mentions of one place."""
        return self.place.gazetteer if self.place else fold(self.spot.name)


def locate(document: Document, spots: Sequence[Spot], gazetteer: Gazetteer) -> tuple[Located, ...]:
    """Return each mention with the place that is meant; one name means one place in an article."""
    context = context_of(document, spots, gazetteer)
    qualified: dict[str, GazetteerPlace] = {}
    for spot in spots:
        place = _qualified(spot, gazetteer)
        if place:
            qualified.setdefault(fold(spot.name), place)
    return tuple(
        _located(spot, qualified.get(fold(spot.name)), context, gazetteer) for spot in spots
    )


def _qualified(spot: Spot, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """Return the bearer of a name in what the text says it lies in: "Paris, Texas"."""
    words = spot.name.split()
    pairs = [(spot.name, around) for around in spot.within]
    pairs += [(" ".join(words[:at]), " ".join(words[at:])) for at in (len(words) - 1,) if at]
    found = (_inside(name, around, gazetteer) for name, around in pairs)
    return next((place for place in found if place), None)


def _inside(name: str, around: str, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """Return the bearer of a name that lies in a region or country."""
    region = gazetteer.find(around, kind="region")
    if region and region.region:
        found = gazetteer.find(name, region=region.region)
        if found and found.kind != "region":
            return found
    country = gazetteer.country(around)
    if country and not gazetteer.country(name):
        found = gazetteer.find(name, (country.code,))
        if found and found.country == country.code:
            return found
    return None


def _located(
    spot: Spot, qualified: GazetteerPlace | None, context: Context, gazetteer: Gazetteer
) -> Located:
    name, place = (spot.name, qualified) if qualified else _meant(spot, context, gazetteer)
    inside = _qualified(spot, gazetteer) is not None
    if place:
        return Located(spot, place, place.kind, place.country, _spelled(name, place), inside)
    stated, kind = _stated_country(spot, gazetteer), kind_of(spot)
    only = context.countries[0] if len(context.countries) == 1 and kind not in _ACROSS else None
    return Located(spot, None, kind, stated or only, name, bool(stated))


def _spelled(name: str, place: GazetteerPlace) -> str:
    """Return a name as the text has it, an abbreviated region's in full: "Mo." is Missouri."""
    state = place.kind == "region" and place.country is not None and len(name) <= SHORT
    same = f"{fold(place.name)} ".startswith(f"{fold(name)} ")
    return place.name if state and not same else name


def _meant(spot: Spot, context: Context, gazetteer: Gazetteer) -> tuple[str, GazetteerPlace | None]:
    """Return the place that a bare name means, by its whole form first, and the form."""
    for name, shown, kind in _forms(spot):
        place = gazetteer.find(name, context.countries, near=context.regions, kind=kind)
        if place and _is_another_s(place, context):
            regions = sorted(context.regions - {place.region})
            here = (gazetteer.find(name, region=region) for region in regions)
            place = next((p for p in here if p and p.kind == place.kind), place)
        fits = place and _lies_there(place, spot, gazetteer)
        part = name != spot.name and spot.name.split()[0].lower() in DIRECTIONS
        if part and place and place.kind in {"body-of-water", "site"}:
            continue  # looked up without its "East": East Sepik is no river
        if place and len(name) < len(spot.name) and _is_another_kent(place, spot, context):
            continue
        if not place or not fits or _is_dwarfed(place, gazetteer.candidates(name), context):
            continue
        only = spot.dateline and len(name) > SHORT and len(gazetteer.candidates(name)) == 1
        if only or _believed(place, name, context, gazetteer):
            return shown, place
    return spot.name, None


def _is_another_kent(place: GazetteerPlace, spot: Spot, context: Context) -> bool:
    """Say whether a name without its last word is another's: Kent is no Kent County, Ohio."""
    county = spot.name.lower().endswith(" county") and place.country in SAME_NAMES
    return county or place.country not in context.countries


def _is_another_s(place: GazetteerPlace, context: Context) -> bool:
    """Say whether a namesake in a region that is talked of is rather meant: Athens, in Ohio."""
    if place.kind == "country" or place.country is None:
        return False
    # Its own name may have brought its country and region in: only the main country counts.
    if place.country in SAME_NAMES or place.country in context.countries[:1]:
        return place.region not in context.regions and place.population < WELL_KNOWN
    return place.population < WORLD_CITY


def _is_dwarfed(place: GazetteerPlace, bearers: Sequence[GazetteerPlace], talked: Context) -> bool:
    """Say whether a far larger namesake may be meant: Oxford, where Mississippi is not told of."""
    if place.country not in SAME_NAMES or place.region in talked.regions:
        return False
    largest = max((p.population for p in bearers if p.country != place.country), default=0)
    return largest >= max(HINTING, CLEARLY * place.population)


def _lies_there(place: GazetteerPlace, spot: Spot, gazetteer: Gazetteer) -> bool:
    """Say whether a place lies in what the text says it does, as far as that is known."""
    for around in () if place.kind == "country" or spot.listed else spot.within:
        region = gazetteer.find(around, kind="region")
        if region and region.region and region.country == place.country:
            own = gazetteer.find(spot.name, (str(region.country),), kind="region")
            listed = own is not None and own.country == region.country
            return listed or place.region == region.region  # "in New York, New Jersey and Ohio"
        country = gazetteer.country(around)
        if country:
            return place.country == country.code
    return True


def _forms(spot: Spot) -> Iterator[tuple[str, str, PlaceKind | None]]:
    """Yield the forms of a name to look up, how each is shown, and the kind asked for."""
    yield from _as_river(spot)
    if spot.noun in _STATES:
        yield spot.name, spot.name, "region"
        if spot.noun in WHOLE:
            return
    elif spot.tail:
        yield f"{spot.name} {spot.tail}", f"{spot.name} {spot.tail}", None
    yield spot.name, spot.name, None
    words = spot.name.split()
    if len(words) < 2:
        return
    if words[-1].lower() in _STATES:
        yield " ".join(words[:-1]), spot.name, "region"
    if words[0].lower() in DIRECTIONS:
        yield " ".join(words[1:]), spot.name, None
    if words[-1].lower() in {"city", "district", "county", "town"}:
        yield " ".join(words[:-1]), spot.name, None


def _as_river(spot: Spot) -> Iterator[tuple[str, str, PlaceKind | None]]:
    """Yield the form of a name with the article that rivers have: "the Niger"."""
    tokens = spot.sentence.tokens
    bare = spot.last == len(tokens) or not tokens[spot.last].tag.startswith("NN")
    if bare and spot.first > 0 and tokens[spot.first - 1].text.lower() == "the":
        yield f"{spot.name} River", spot.name, "body-of-water"


def _believed(place: GazetteerPlace, name: str, context: Context, gazetteer: Gazetteer) -> bool:
    """Say whether a place is meant: a small one in a country that is never mentioned is not."""
    if place.kind == "country" or place.country is None or place.capital:
        return True
    if place.population >= WELL_KNOWN:
        # Another name of a city far away is a village's here.
        own = fold(name) in {fold(place.name), *fold(place.name).split()}
        return own or not context.countries or place.country in context.countries
    if place.country in context.countries:
        known = any(region.startswith(f"{place.country}.") for region in context.regions)
        recurs = place.country in SAME_NAMES and place.population < (HINTING if known else SMALL)
        return not recurs or place.region in context.regions
    large = place.population >= HINTING
    return large and not context.countries and hint(name, gazetteer) == place


def kind_of(spot: Spot) -> PlaceKind | None:
    """Return what a place is by its own words, or by the noun beside its name."""
    words = fold(spot.name).split()
    if is_centre(words):
        return "site"
    if words[-1:] and words[-1] in KIND_OF_NOUN and len(words) > 1:
        return KIND_OF_NOUN[words[-1]]
    if words and words[0] in FIRST_WORDS and len(words) > 1:
        return FIRST_WORDS[words[0]]
    return KIND_OF_NOUN.get(spot.noun) or ("city" if spot.dateline else None)


def _stated_country(spot: Spot, gazetteer: Gazetteer) -> str | None:
    """Return the country that the text says a place lies in."""
    for around in () if spot.listed else spot.within:
        country = gazetteer.country(around)
        if country:
            return country.code
        region = gazetteer.find(around, kind="region")
        if region:
            return region.country
    return None
