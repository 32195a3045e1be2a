"""The bearers of a place's name -> which of them an article means, and whether it is believed."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from generator.extract.places.place_context import CLEARLY, HINTING, SAME_NAMES, Context, hint
from generator.extract.places.spots import Spot
from generator.extract.words.place_words import DIRECTIONS, KIND_OF_NOUN
from generator.language.gazetteer import Gazetteer, GazetteerPlace, fold
from generator.model import PlaceKind

WELL_KNOWN = 200_000
"""Inhabitants from which a place is believed without its country being talked of."""
WORLD_CITY = 2_000_000
"""Inhabitants of a city that is meant whatever its namesakes are."""
SMALL = 15_000
MANY = 5
"""Namesakes in a country of which the one nearest to the dateline is meant."""
BESIDE = 0.01
"""Radii of the earth (64 km) within which a place is beside another."""
MAIN = 2
"""Countries that an article is about: those it talks of most."""


def likeliest(
    name: str, kind: PlaceKind | None, context: Context, gazetteer: Gazetteer
) -> GazetteerPlace | None:
    """Return the bearer of a name that an article most likely means."""
    place = gazetteer.find(name, context.countries, near=context.regions, kind=kind)
    if place and (near := _beside_origin(place, name, context, gazetteer)):
        return near
    if place and place.country not in context.countries[:MAIN]:
        place = _elsewhere(place, gazetteer.candidates(name), context)
    if place and place.country not in context.countries:
        if kind == "region" and context.countries and place.country:
            return None  # "the province of Santa Cruz" in Costa Rica is not Argentina's
        place = _nearest(place, gazetteer.candidates(name), context, gazetteer)
    world = place is not None and place.capital and gazetteer.seat(name) is None  # as Geneva
    if place is None or world or not _is_another_s(place, context):
        return place
    here = (
        gazetteer.find(name, region=region, kind=place.kind)
        for region in sorted(context.regions - {place.region})
    )
    return next((p for p in here if p and (place.is_village or not p.is_village)), place)


def _beside_origin(
    place: GazetteerPlace, name: str, context: Context, gazetteer: Gazetteer
) -> GazetteerPlace | None:
    """Return the namesake beside the place that an article was sent from, where there are many."""
    alike = [p for p in gazetteer.candidates(name, villages=True) if p.country == place.country]
    origin, common = context.origin, place.kind == "city" and len(alike) >= MANY
    if origin is None or not common or place.country in SAME_NAMES:
        return None
    near = (p for p in alike if p.kind == "city" and _is_beside_origin(p, context))
    return min(near, key=lambda p: _apart(p, origin), default=None)


def _is_beside_origin(place: GazetteerPlace, context: Context) -> bool:
    """Say whether a place lies in the neighbourhood of the one that an article was sent from."""
    origin = context.origin
    return origin is not None and _apart(place, origin) < BESIDE**2


def _elsewhere(
    place: GazetteerPlace, bearers: Sequence[GazetteerPlace], context: Context
) -> GazetteerPlace:
    """Return the well-known place beside which one is too small to be meant, or that one."""
    known = (p for p in bearers if p.country not in SAME_NAMES and p.population >= WELL_KNOWN)
    return next(known, place) if is_dwarfed(place, bearers, context) else place


def _nearest(
    place: GazetteerPlace, bearers: Sequence[GazetteerPlace], context: Context, gazetteer: Gazetteer
) -> GazetteerPlace:
    """Return the city of a name nearest to the countries talked of: Valencia is in Spain there."""
    alike = [p for p in bearers if p.kind == "city" and CLEARLY * p.population > place.population]
    known = (gazetteer.country_point(code) for code in context.countries)
    points = [point for point in known if point]
    if place.kind != "city" or place.population < WELL_KNOWN or not points:
        return place
    return min(alike, key=lambda p: min(_apart(p, point) for point in points), default=place)


def _apart(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Return the square of the straight way between two places, in radii of the earth."""
    (a, b), (c, d) = ((radians(p.lat), radians(p.lon)) for p in (one, other))
    return 2 - 2 * (sin(a) * sin(c) + cos(a) * cos(c) * cos(b - d))


def is_world_city(place: GazetteerPlace | None) -> bool:
    """Say whether a place is a city that is meant whatever its namesakes are."""
    return place is not None and place.kind == "city" and place.population >= WORLD_CITY


def is_another_kent(place: GazetteerPlace, spot: Spot, context: Context) -> bool:
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


def is_dwarfed(place: GazetteerPlace, bearers: Sequence[GazetteerPlace], talked: Context) -> bool:
    """Say whether a far larger namesake may be meant: Oxford, where Mississippi is not told of."""
    if place.country not in SAME_NAMES or place.region in talked.regions:
        return False
    largest = max((p.population for p in bearers if p.country != place.country), default=0)
    return largest >= max(HINTING, CLEARLY * place.population)


def is_believed(place: GazetteerPlace, name: str, context: Context, gazetteer: Gazetteer) -> bool:
    """Say whether a place is meant: a small one in a country that is never mentioned is not."""
    if place.kind == "country" or place.country is None or place.capital:
        return True
    if place.population >= WELL_KNOWN:
        return _is_the_well_known(place, name, context)
    if place.is_village:
        return _is_the_village(place, name, context, gazetteer)
    if place.country in context.countries:
        known = any(region.startswith(f"{place.country}.") for region in context.regions)
        recurs = place.country in SAME_NAMES and place.population < (HINTING if known else SMALL)
        return not recurs or place.region in context.regions
    if place.population < SMALL or fold(name) != fold(place.name):
        return False
    only = len(gazetteer.candidates(name, villages=True)) == 1
    return hint(name, gazetteer) == place and (only or place.population >= HINTING)


def _is_the_well_known(place: GazetteerPlace, name: str, context: Context) -> bool:
    """Say whether a name is a large place's own: each land has its "East Coast".

    Another name of a city far away is a village's here.
    """
    words, full = fold(name).split(), fold(place.name)
    side = words[0] in DIRECTIONS and words[-1] in KIND_OF_NOUN
    own = fold(name) in full.split() or f"{full} ".startswith(f"{fold(name)} ")
    here = not context.countries or place.country in context.countries
    return here or (own and not side)


def _is_the_village(
    place: GazetteerPlace, name: str, context: Context, gazetteer: Gazetteer
) -> bool:
    """Say whether a village is the only one of its name where the article has its scene."""
    if place.region in context.regions or _is_beside_origin(place, context):
        return True
    if place.country in SAME_NAMES or place.country not in context.countries[:MAIN]:
        return False
    alike = gazetteer.candidates(name, villages=True)
    return sum(other.country == place.country for other in alike) == 1
