"""`gazetteer.bin`: the places of a name, searched as they lie there; nothing is unpacked before.

`training/gazetteer.py` builds the file. Layout, all numbers little-endian:

    MAGIC, then the lengths of the six parts that follow (PREFACE)
    header    JSON: attribution, countries, seats of power, codes of regions
    index     sorted 64-bit numbers, one for each name of a place: 40 bits hash of the folded name,
              1 bit "a foreign or older spelling", 23 bits number of the record
    records   RECORD each
    names     UTF-8, each after one byte of length
    villages  sorted 64-bit numbers, one for each name of a small place: 40 bits hash, 24 bits
              GeoNames id; such a place is called what it is asked for by
    points    VILLAGE each, in the order of the villages
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.language.folding import fold, keys
from generator.model import PlaceKind

MAGIC = b"GAZETTEER 2\n"
PREFACE = struct.Struct("<IIIIII")
RECORD = struct.Struct("<IIhhHHBB")
"""GeoNames id (0: none), offset of the name, latitude and longitude in hundredths of a degree,
population as 1000 * log10, region, country, kind (CAPITAL added to a capital's)."""
VILLAGE = struct.Struct("<hhHB")
"""Latitude and longitude in hundredths of a degree, region, and population as 25 * log10 (SPELLING
added where the name is a foreign or older one)."""
SPELLING = 128
SIZES = 25
KINDS: tuple[PlaceKind, ...] = ("country", "region", "city", "site", "body-of-water", "landform")
CAPITAL = 8
HASH_BITS = 40
ALTERNATE_BIT = 23
RECORD_MASK = (1 << ALTERNATE_BIT) - 1
ID_BITS = 24
VILLAGERS = 4_800
"""Inhabitants below which a place is found only in a country or region that is asked for."""
LONGEST_NAME = 100
"""Characters; longer strings are no names of places and are not looked up."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place on earth."""

    name: str
    kind: PlaceKind
    country: str | None
    """ISO 3166-1 alpha-2; None where it lies in several countries or none, or is disputed."""
    lat: float
    lon: float
    gazetteer: str
    """`geonames:ID`, or `places:NAME` for one of our own table."""
    population: int = 0
    region: str = ""
    """Code of its first-level region ("US.IL"), the same for a region and the cities in it."""
    capital: bool = False
    """A country's capital, or another city that the world meets in."""

    @property
    def is_village(self) -> bool:
        """Say whether so few live there that it is found only where it is looked for."""
        return self.kind == "city" and self.population < VILLAGERS and not self.capital


def name_hash(folded: str) -> int:
    """Return the 40 bits that stand for a folded name in the index."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=HASH_BITS // 8).digest())


class GazetteerFile:
    """The places of a gazetteer by name; immutable."""

    def __init__(self, content: bytes) -> None:
        """Open the content of `gazetteer.bin`."""
        if not content.startswith(MAGIC):
            message = "not a gazetteer of this version"
            raise ValueError(message)
        sizes = PREFACE.unpack_from(content, len(MAGIC))
        at = len(MAGIC) + PREFACE.size
        parts = []
        for size in sizes:
            parts.append(content[at : at + size])
            at += size
        header, index, self._records, self._names, villages, self._points = parts
        self._index, self._villages = _numbers(index), _numbers(villages)
        self.facts: dict[str, Any] = json.loads(header)
        self._codes: list[str] = self.facts["codes"]
        self._regions: list[str] = self.facts["regions"]

    def __len__(self) -> int:
        return len(self._records) // RECORD.size + len(self._villages)

    def bearers(self, name: str) -> tuple[tuple[GazetteerPlace, bool], ...]:
        """Return each place of a name, and whether the name is a foreign or older one of it."""
        return tuple(self._entries(name)) if len(name) <= LONGEST_NAME else ()

    def _entries(self, name: str) -> Iterator[tuple[GazetteerPlace, bool]]:
        for folded in keys(name):
            wanted = name_hash(folded)
            for at in _rows(self._index, wanted):
                entry = self._index[at]
                yield self._place(entry & RECORD_MASK), bool(entry >> ALTERNATE_BIT & 1)
            for at in _rows(self._villages, wanted):
                yield self._village(name, at)

    def _place(self, number: int) -> GazetteerPlace:
        (geonames, name_at, lat, lon, size, region, country, kind) = RECORD.unpack_from(
            self._records, number * RECORD.size
        )
        length = self._names[name_at]
        name = self._names[name_at + 1 : name_at + 1 + length].decode()
        code = self._codes[country]
        return GazetteerPlace(
            name=name,
            kind=KINDS[kind % CAPITAL],
            country=code or None,
            lat=lat / 100,
            lon=lon / 100,
            gazetteer=f"geonames:{geonames}" if geonames else _own_id(name, code),
            population=round(10 ** (size / 1000)),
            region=self._regions[region],
            capital=kind >= CAPITAL,
        )

    def _village(self, name: str, at: int) -> tuple[GazetteerPlace, bool]:
        lat, lon, region, size = VILLAGE.unpack_from(self._points, at * VILLAGE.size)
        place = GazetteerPlace(
            name=name,
            kind="city",
            country=self._regions[region].partition(".")[0],
            lat=lat / 100,
            lon=lon / 100,
            gazetteer=f"geonames:{self._villages[at] % (1 << ID_BITS)}",
            population=round(10 ** (size % SPELLING / SIZES)),
            region=self._regions[region],
        )
        return place, size >= SPELLING


def _numbers(content: bytes) -> array[int]:
    numbers = array("Q", content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _rows(index: array[int], wanted: int) -> Iterator[int]:
    """Yield the rows of a sorted index that begin with a hash."""
    at = bisect_left(index, wanted << (64 - HASH_BITS))
    while at < len(index) and index[at] >> (64 - HASH_BITS) == wanted:
        yield at
        at += 1


def _own_id(name: str, code: str) -> str:
    """Return the identifier of a place of our own tables: "places:ua-crimea"."""
    return "places:" + "-".join([*code.lower().split(), *re.findall("[a-z0-9]+", fold(name))])
