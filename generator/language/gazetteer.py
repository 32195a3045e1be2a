"""A place name -> where on earth it is, and a country's name, adjective or capital -> the country.

The data lies in `gazetteer.bin`, which `gazetteer_file.py` reads.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.language.folding import fold, key, plain
from generator.language.gazetteer_file import GazetteerFile, GazetteerPlace
from generator.model import PlaceKind

__all__ = ["Country", "Gazetteer", "GazetteerPlace", "Seat", "fold", "load", "plain"]

FILE = Path(__file__).with_name("gazetteer.bin")
REMEMBERED = 4096
"""Names of which the bearers are kept: an article asks for each of its own many times."""

# How a name's bearers are ranked, in powers of ten of inhabitants. Set so that the cases in
# tests/unit/test_gazetteer.py come out right (Georgia, Jordan, Tripoli, Birmingham, London,
# Washington, Philadelphia, Punjab); run them after touching one.
IN_CONTEXT = 1.5
"""For a bearer in a country that the article talks about: as good as 30 times the people."""
COUNTRY_BONUS = 0.5
CAPITAL_BONUS = 0.5
REGION_PENALTY = 1.0
"""A bare name that a city and its region share means the city."""
ALTERNATE_PENALTY = 2.0
IN_REGION = 0.3
"""For a bearer in a region that the article talks about, beyond what its country gives."""
LATER_CONTEXT = 0.85
"""What is left of that for each later country: Geneva is Swiss where the US is named once."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the words for it."""

    code: str
    name: str
    names: frozenset[str]
    """All its names, folded by `plain`."""
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A capital whose name stands for those who rule there."""

    name: str
    """Who is meant: the country, or the European Union for Brussels."""
    country: str | None


_RULERS = frozenset({"government", "minister", "parliament", "president", "service"})


class Gazetteer:
    """Places by name; immutable."""

    def __init__(self, content: bytes) -> None:
        """Open the content of `gazetteer.bin`."""
        self._file = GazetteerFile(content)
        facts = self._file.facts
        self.attribution: str = facts["attribution"]
        countries = {row["code"]: _country(row) for row in facts["countries"]}
        self._names = {code: country.name for code, country in countries.items()}
        self._words = _words(facts["countries"], countries)
        self._capitals = {
            fold(capital): Seat(country.name, country.code)
            for country in countries.values()
            for capital in country.capitals
        } | {fold(name): Seat(body, None) for name, body in facts["unions"].items()}
        self._seats: dict[str, tuple[str, str | None]] = {
            fold(name): (body, code) for name, code, body in facts["seats"]
        }
        self._bearers = functools.lru_cache(REMEMBERED)(self._file.bearers)
        self._openings = frozenset(word for name in self._words for word in name.split()[:1])

    def __len__(self) -> int:
        return len(self._file)

    def find(
        self,
        name: str,
        countries: Sequence[str] = (),
        *,
        near: Collection[str] = (),
        kind: PlaceKind | None = None,
        region: str | None = None,
    ) -> GazetteerPlace | None:
        """Return the likeliest bearer of a name.

        `countries` are those that the article talks about, the most talked of first, and `near`
        the codes of regions; `kind` and `region` (the code of a region) are conditions.
        """
        best: tuple[float, GazetteerPlace] | None = None
        for place, alternate in self._bearers(name):
            if kind not in {None, place.kind} or region not in {None, place.region}:
                continue
            if place.is_village and region is None and place.country not in countries:
                continue
            score = _prominence(place, alternate) + _in_context(place, countries)
            score += IN_REGION * (place.region in near)
            if best is None or score > best[0]:
                best = score, place
        return best[1] if best else None

    def candidates(self, name: str, *, villages: bool = False) -> tuple[GazetteerPlace, ...]:
        """Return the bearers of a name, the most prominent first, with or without villages."""
        bearers = sorted(self._bearers(name), key=lambda row: -_prominence(*row))
        return tuple(place for place, _ in bearers if villages or not place.is_village)

    def country_point(self, code: str) -> GazetteerPlace | None:
        """Return the country of a code as a place."""
        name = self._names.get(code)
        return self.find(name, (code,), kind="country") if name else None

    def country(self, word: str) -> Country | None:
        """Return the country that a name, adjective or demonym belongs to ("Israelis")."""
        return self._words.get(key(word)) if _capitalised(word) else None

    def may_open_country(self, word: str) -> bool:
        """Say whether a country's name, adjective or demonym may begin with a word."""
        folded = fold(word)
        opens = folded == "the" or folded.partition(" ")[0] in self._openings
        return opens or key(word) in self._openings

    def is_country_name(self, word: str) -> bool:
        """Say whether a word is a country's name and not its adjective or demonym."""
        country = self.country(word)
        return country is not None and plain(word) in country.names

    def seat(self, name: str) -> Seat | None:
        """Return whom a capital's name stands for when it acts ("Jerusalem proposed")."""
        return self._capitals.get(fold(name)) if _capitalised(name) else None

    def speaks_for(self, name: str) -> str | None:
        """Return the body that a seat of power stands for when it acts ("the Kremlin said")."""
        found = self._seats.get(fold(name))
        return found[0] if found else None

    def ruled_from(self, name: str) -> Seat | None:
        """Return the country whose rulers have a seat of power ("Whitehall insisted")."""
        body, code = self._seats.get(fold(name), ("", None))
        rulers = not _RULERS.isdisjoint(body.lower().split())
        return Seat(self._names[code], code) if code and rulers and _capitalised(name) else None


def _capitalised(name: str) -> bool:
    return name.removeprefix("the ")[:1].isupper()


@functools.cache
def load() -> Gazetteer:
    """Return the gazetteer that is shipped with the package."""
    return Gazetteer(FILE.read_bytes())


def _prominence(place: GazetteerPlace, alternate: bool) -> float:
    """Return how likely a place is meant by its bare name, before anything else is known."""
    score = math.log10(max(place.population, 1)) - ALTERNATE_PENALTY * alternate
    score += CAPITAL_BONUS * place.capital
    score += COUNTRY_BONUS * (place.kind == "country")
    return score - REGION_PENALTY * (place.kind == "region")


def _in_context(place: GazetteerPlace, countries: Sequence[str]) -> float:
    """Return what a place gains by lying in a country that the article talks about."""
    if place.country is None or place.country not in countries:
        return 0.0
    return IN_CONTEXT * LATER_CONTEXT ** countries.index(place.country)


def _country(row: Mapping[str, Any]) -> Country:
    return Country(
        code=row["code"],
        name=row["names"][0],
        names=frozenset(plain(name) for name in row["names"]),
        capitals=tuple(row["capitals"]),
    )


def _words(
    rows: Sequence[Mapping[str, Any]], countries: Mapping[str, Country]
) -> dict[str, Country]:
    """Return countries by everything that they and their people are called; earlier rows win."""
    return {
        key(word): countries[row["code"]]
        for row in reversed(rows)
        for part in ("demonyms", "adjectives", "names")
        for word in row[part]
    }
