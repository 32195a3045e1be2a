"""Places -> the bytes of `gazetteer.bin`, laid out as `generator/language/gazetteer.py` tells."""

from __future__ import annotations

import json
import math
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.language.folding import key
from generator.language.gazetteer_file import (
    ALTERNATE_BIT,
    CAPITAL,
    HASH_BITS,
    ID_BITS,
    KINDS,
    MAGIC,
    PREFACE,
    RECORD,
    SIZES,
    SPELLING,
    VILLAGE,
    name_hash,
)


@dataclass(frozen=True)
class Entry:
    """A place on its way into the file."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    prominence: float
    geonames: int = 0
    region: str = ""
    capital: bool = False
    names: tuple[str, ...] = ()
    """Other names that count as much as the first."""
    spellings: tuple[str, ...] = ()
    """Foreign and older ones."""
    small: bool = False
    """Kept in few bytes, without its name."""

    def looked_up_by(self) -> Iterator[tuple[str, int]]:
        """Yield each key in the index, and 1 for a foreign or older spelling."""
        certain = {key(name) for name in (self.name, *self.names) if name}
        yield from ((folded, 0) for folded in certain)
        yield from ((folded, 1) for folded in {key(name) for name in self.spellings} - certain)


def pack(entries: list[Entry], facts: dict[str, object]) -> bytes:
    """Return the file's bytes."""
    region_codes = sorted({entry.region for entry in entries})
    large = [entry for entry in entries if not entry.small]
    codes, *parts = _pack_large(large, region_codes)
    facts = {**facts, "codes": codes, "regions": region_codes}
    header = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    parts = [header, *parts, *_pack_small((e for e in entries if e.small), region_codes)]
    return MAGIC + PREFACE.pack(*map(len, parts)) + b"".join(parts)


def _pack_small(entries: Iterable[Entry], region_codes: list[str]) -> tuple[bytes, bytes]:
    """Return the index of small places and their points."""
    regions = {code: number for number, code in enumerate(region_codes)}
    rows = {
        (name_hash(folded) << ID_BITS | entry.geonames): VILLAGE.pack(
            round(entry.lat * 100),
            round(entry.lon * 100),
            regions[entry.region],
            math.ceil(entry.prominence * SIZES) + SPELLING * alternate,
        )
        for entry in entries
        for folded, alternate in entry.looked_up_by()
    }
    return _numbers(rows), b"".join(rows[row] for row in sorted(rows))


def _pack_large(entries: list[Entry], region_codes: list[str]) -> tuple[list[str], bytes, ...]:
    """Return the codes of countries, the index, the records and the names."""
    codes = sorted({entry.country for entry in entries})
    names, offsets = bytearray(), {}
    records, index = bytearray(), set()
    for number, entry in enumerate(entries):
        if entry.name not in offsets:
            offsets[entry.name] = len(names)
            encoded = entry.name.encode()
            names += struct.pack("B", len(encoded)) + encoded
        records += RECORD.pack(
            entry.geonames,
            offsets[entry.name],
            round(entry.lat * 100),
            round(entry.lon * 100),
            round(entry.prominence * 1000),
            region_codes.index(entry.region),
            codes.index(entry.country),
            KINDS.index(entry.kind) + CAPITAL * entry.capital,
        )
        index |= {
            name_hash(folded) << (64 - HASH_BITS) | alternate << ALTERNATE_BIT | number
            for folded, alternate in entry.looked_up_by()
        }
    return codes, _numbers(index), bytes(records), bytes(names)


def _numbers(numbers: Iterable[int]) -> bytes:
    """Return numbers of 64 bits in order."""
    ordered = array("Q", sorted(numbers))
    if sys.byteorder == "big":
        ordered.byteswap()
    return ordered.tobytes()
