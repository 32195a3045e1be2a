"""Places -> the bytes of `gazetteer.bin`, laid out as `generator/language/gazetteer.py` tells."""

from __future__ import annotations

import json
import struct
import sys
from array import array
from dataclasses import dataclass

from generator.language.folding import key
from generator.language.gazetteer import (
    ALTERNATE_BIT,
    CAPITAL,
    HASH_BITS,
    KINDS,
    MAGIC,
    PREFACE,
    RECORD,
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


def pack(entries: list[Entry], facts: dict[str, object]) -> bytes:
    """Return the file's bytes."""
    codes = sorted({entry.country for entry in entries})
    region_codes = sorted({entry.region for entry in entries})
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
        certain = {key(name) for name in (entry.name, *entry.names) if name}
        index |= {_index_entry(folded, number, 0) for folded in certain}
        doubtful = {key(name) for name in entry.spellings} - certain
        index |= {_index_entry(folded, number, 1) for folded in doubtful}
    facts = {**facts, "codes": codes, "regions": region_codes}
    header = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    numbers = array("Q", sorted(index))
    if sys.byteorder == "big":
        numbers.byteswap()
    parts = [header, numbers.tobytes(), bytes(records), bytes(names)]
    return MAGIC + PREFACE.pack(*map(len, parts)) + b"".join(parts)


def _index_entry(folded: str, number: int, alternate: int) -> int:
    return name_hash(folded) << (64 - HASH_BITS) | alternate << ALTERNATE_BIT | number
