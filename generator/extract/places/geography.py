"""Mentions of places -> places: which bearer of each name the article means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.places.bearers import (
    WELL_KNOWN,
    is_another_kent,
    is_believed,
    is_dwarfed,
    is_world_city,
    likeliest,
)
from generator.extract.places.place_context import SHORT, Context, context_of, country_of
from generator.extract.places.place_nouns import beside
from generator.extract.places.spots import Spot
from generator.extract.words.place_words import DIRECTIONS, FIRST_WORDS, KIND_OF_NOUN, is_centre
from generator.language.gazetteer import Gazetteer, GazetteerPlace, fold
from generator.language.tree import Document
from generator.model import PlaceKind

WHOLE = frozenset({"county", "parish"})
"""Regions that share their names with towns elsewhere rather than with their own."""
MOST = 2
"""Places in the scene of an article for each that lies elsewhere, at least."""
_WITH_ARTICLE = frozenset({"Gambia", "Yukon"})
"""Lands with the article of rivers."""
_INHABITED = frozenset({"city", "region", "site"})
_ACROSS = frozenset(
    """basin channel desert gulf lake massif mountains ocean plateau rainforest river sea steppe
    strait straits waters""".split()
)
"""What may lie in several countries, and is not put in the one that is talked of."""
_TOWNS = frozenset({"capital", "city", "suburb", "town", "village"})
_STATES = frozenset(
    """province state oblast krai governorate department region prefecture county territory
    parish""".split()
)
_DISTRICTS = frozenset("district mandal taluk taluka tehsil".split())
"""What is called after its chief town and lies around it."""


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
        if self.place:
            return f"{self.place.kind} {self.place.lat} {self.place.lon}"
        words = sorted(fold(self.spot.name).split())  # "Halm River", "River Halm"
        if self.kind == "region":  # "the Halm region", "Halm Region"
            words = [word for word in words if word not in _STATES - WHOLE] or words
        return " ".join(words)


def locate(document: Document, spots: Sequence[Spot], gazetteer: Gazetteer) -> tuple[Located, ...]:
    """Return each mention with the place that is meant; one name means one place in an article."""
    spots = _in_full(spots, gazetteer)
    context = context_of(document, spots, gazetteer)
    told = [_qualified(spot, gazetteer) for spot in spots]
    qualified: dict[str, GazetteerPlace] = {}
    for spot, place in zip(spots, told, strict=True):
        if place and (place.kind == "city" or not is_world_city(gazetteer.find(spot.name))):
            qualified.setdefault(fold(spot.name), place)
        if (short := _short_name(spot.name)) and (whole := _meant(spot, context, gazetteer)[1]):
            qualified.setdefault(fold(short), whole)
    meant = (
        place or qualified.get(fold(spot.name)) for spot, place in zip(spots, told, strict=True)
    )
    found = (_located(*pair, context, gazetteer) for pair in zip(spots, meant, strict=True))
    located = [
        replace(one, inside=True) if place else one for one, place in zip(found, told, strict=True)
    ]
    scene = _scene(located, context)
    return tuple(
        replace(one, country=scene) if one.country is None and _lies_in_one(one) else one
        for one in located
    )


def _in_full(spots: Sequence[Spot], gazetteer: Gazetteer) -> list[Spot]:
    """Return mentions with the whole name, which no table has, for what it is cut to later on."""
    unknown = (spot.name for spot in spots if not gazetteer.find(spot.name))
    cut = {fold(short): name for name in unknown if " " in (short := _short_name(name))}
    return [replace(spot, name=cut.get(fold(spot.name), spot.name)) for spot in spots]


def _scene(located: Sequence[Located], context: Context) -> str | None:
    """Return the country that an article talks of alone, or most and with nearly all its places."""
    if len(context.countries) < 2:
        return next(iter(context.countries), None)
    found = Counter(one.country for one in located if one.place and one.kind in _INHABITED)
    del found[None]
    first = context.countries[0]
    others = [found[code] for code in found if code != first]
    return first if max(others, default=0) < 2 <= found[first] > MOST * sum(others) else None


def _lies_in_one(one: Located) -> bool:
    """Say whether a place that no table has lies in one country, as rivers and seas may not."""
    return one.place is None and fold(one.spot.name).split()[-1] not in _ACROSS


def _short_name(name: str) -> str:
    """Return what a name is cut to when it is told again: "Stoke" for Stoke-on-Trent."""
    words = name.replace("-", " ").split()
    small = [at for at, word in enumerate(words) if word.islower()]
    return " ".join(words[: small[0]]) if small and small[0] else ""


def _qualified(spot: Spot, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """Return the bearer of a name in what the text says it lies in: "Paris, Texas"."""
    words = spot.name.split()
    pairs = [(spot.name, around) for around in (*spot.within, spot.owner) if around]
    if len(words) > 1 and not gazetteer.find(spot.name):  # "Paris Texas"
        pairs.append((" ".join(words[:-1]), words[-1]))
    found = (_inside(name, around, gazetteer) for name, around in pairs)
    return next((place for place in found if place), None) or _around(spot, gazetteer)


def _around(spot: Spot, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """Return the region that the town before a comma lies in, not its own namesake: "X, Y"."""
    region = gazetteer.find(spot.name, kind="region") if spot.around and not spot.listed else None
    town = region and region.region and gazetteer.find(spot.around, region=region.region)
    return region if town and town.kind == "city" and town.name != spot.name else None


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
    town = place is not None and place.kind == "city"
    noun = spot.noun or spot.name.split()[-1].lower()
    if spot.within and not spot.listed:  # "Lhasa, Tibet, an autonomous region"
        noun = beside(spot.sentence, spot.first, spot.last)
    if place and town and noun in _STATES - WHOLE:
        return Located(spot, None, "region", place.country, name)  # its capital's namesake
    owner = context.owners.get(fold(spot.name))
    if place and town and owner not in {place.country, None}:
        return Located(spot, None, "city", owner, spot.name)  # "Jujuy's city of San Salvador"
    if place:
        kind = "region" if town and noun in _DISTRICTS else place.kind
        return Located(spot, place, kind, place.country, _spelled(name, place))
    stated = _stated_country(spot, gazetteer)
    if "-" in name and KIND_OF_NOUN.get(spot.tail) == "site":
        name = f"{name} {spot.tail}"  # "Halm-Orlo road"
    return Located(spot, None, kind_of(spot), stated, name, bool(stated))


def _spelled(name: str, place: GazetteerPlace) -> str:
    """Return a name as the text has it, an abbreviated region's in full: "Mo." is Missouri."""
    state = place.kind == "region" and place.country is not None and len(name) <= SHORT
    same = f"{fold(place.name)} ".startswith(f"{fold(name)} ")
    return place.name if state and not same else name


def _meant(spot: Spot, context: Context, gazetteer: Gazetteer) -> tuple[str, GazetteerPlace | None]:
    """Return the place that a bare name means, by its whole form first, and the form."""
    for name, shown, kind in _forms(spot):
        place = likeliest(name, kind, context, gazetteer)
        if place and len(name) < len(spot.name) and is_another_kent(place, spot, context):
            continue
        if place and _is_but_named_for(spot, place, context):
            continue
        if not place or is_dwarfed(place, gazetteer.candidates(name), context):
            continue
        only = spot.dateline and len(name) > SHORT and len(gazetteer.candidates(name)) == 1
        if only or is_believed(place, name, context, gazetteer):
            return shown, place
    return spot.name, None


def _is_but_named_for(spot: Spot, place: GazetteerPlace, context: Context) -> bool:
    """Say whether a town has another thing's name: Corella Dam is not the village of Corella."""
    if place.kind == "country":
        return kind_of(spot) == "body-of-water"  # "the East and South China seas"
    own = fold(spot.name) == fold(place.name)
    house = any(KIND_OF_NOUN.get(word) == "site" for word in spot.tail.split())
    if place.kind == "city" and spot.tail.split(" ")[-1] in _ACROSS:
        return True  # "the Halm basin" is not the town of Halm
    if place.kind != "city" or (not house and (own or kind_of(spot) in {None, "city"})):
        return False
    near = place.country in context.countries and not (house and len(context.countries) > 1)
    known = place.capital or place.population >= WELL_KNOWN or place.region in context.regions
    return (place.is_village and not own) or not (near or known)


def _forms(spot: Spot) -> Iterator[tuple[str, str, PlaceKind | None]]:
    """Yield the forms of a name to look up, how each is shown, and the kind asked for."""
    yield from _as_river(spot)
    if spot.noun in _STATES:
        yield spot.name, spot.name, "region"
    elif spot.tail:
        whole = f"{spot.name} {spot.tail if ' ' in spot.tail else spot.noun}"  # not "seas"
        yield whole, whole, None
    elif spot.noun in _TOWNS:
        yield spot.name, spot.name, "city"  # "the town of Jordan" is no country
    yield spot.name, spot.name, None
    if " " in spot.name:
        yield from _parts(spot)


def _parts(spot: Spot) -> Iterator[tuple[str, str, PlaceKind | None]]:
    """Yield the forms of a name of several words without the first or the last of them."""
    words = spot.name.split()
    if words[-1].lower() in KIND_OF_NOUN:
        yield " ".join(words[:-1]), spot.name, KIND_OF_NOUN[words[-1].lower()]
    if words[0].lower() in DIRECTIONS:
        yield " ".join(words[1:]), spot.name, None
    if words[-1].lower() in {"city", "district", "county", "town"}:
        yield " ".join(words[:-1]), spot.name, None


def _as_river(spot: Spot) -> Iterator[tuple[str, str, PlaceKind | None]]:
    """Yield the form of a name with the article that rivers have: "the Niger"."""
    tokens = spot.sentence.tokens
    bare = spot.last == len(tokens) or not tokens[spot.last].tag.startswith("NN")
    bare = bare and spot.name not in _WITH_ARTICLE
    if bare and spot.first > 0 and tokens[spot.first - 1].text.lower() == "the":
        yield f"{spot.name} River", spot.name, "body-of-water"


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
    """Return the country that the text says a place lies in, or is: "the Reunion Region"."""
    *own, last = spot.name.split()
    named = gazetteer.country(" ".join(own)) if last.lower() in _STATES else None
    if named:
        return named.code
    found = (country_of(around, gazetteer) for around in (() if spot.listed else spot.within))
    return next((code for code in found if code), None)
