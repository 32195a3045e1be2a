"""A seed -> a newsroom's people, organisations and places, and any number of briefings about them.

Everything is invented here. The same seed gives the same briefings on every machine, and the first
thousand of ten thousand are the thousand that a smaller run makes. A briefing is a mapping in the
format of `content/briefings/`, about 3.5 kB of YAML and 1 kB of Markdown notes.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeAlias, TypeVar

from slugify import slugify

from benchmarks.phrases import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    NOTES,
    OFFICES,
    PLACE_ENDS,
    PLACE_STARTS,
    QUESTIONS,
    QUOTES,
    ROLES,
    STATEMENTS,
    SUMMARIES,
    TITLES,
    TOPICS,
)

Fields: TypeAlias = dict[str, Any]
"""A briefing in the format of `content/briefings/`, or one of its items."""
T = TypeVar("T")

PEOPLE, PLACES, ORGANISATIONS = 500, 200, 40
COUNTRIES = {
    "CA": (51.0, -97.0),
    "CL": (-35.0, -71.0),
    "DE": (51.0, 10.0),
    "EG": (28.0, 31.0),
    "FI": (63.0, 26.0),
    "KE": (0.0, 38.0),
    "PH": (12.0, 122.0),
    "QA": (25.3, 51.2),
}
"""Where places lie, as degrees north and east of what they lie around."""
FIRST_DAY = datetime.date(2021, 1, 4)
DAYS = 1800
"""The days over which briefings are spread."""
SOURCE = "articles/wire.txt"
"""The article that every briefing names as its source: in no `seeds/`, so that nothing is drafted,
and it holds every quotation, so that nothing is missing either."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what the briefings are about; the first are met most often."""

    people: tuple[Fields, ...]
    organisations: tuple[Fields, ...]
    places: tuple[Fields, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What one briefing is about."""

    topic: str
    day: datetime.date
    people: tuple[Fields, ...]
    organisation: Fields
    places: tuple[Fields, ...]


def make_briefings(count: int, seed: int = 1) -> Iterator[Fields]:
    """Yield briefings, the same for the same seed; none knows how many follow."""
    cast = make_cast(seed)
    for number in range(count):
        yield _briefing(number, cast, random.Random(f"{seed} {number}"))


def make_cast(seed: int = 1) -> Cast:
    """Return everyone and every place that the briefings of a seed may name."""
    chance = random.Random(f"{seed} cast")
    full_names = [f"{given} {family}" for given in GIVEN_NAMES for family in FAMILY_NAMES]
    towns = [start + end for start in PLACE_STARTS for end in PLACE_ENDS]
    offices = [f"{town} {office}" for office in OFFICES for town in towns[:20]]
    return Cast(
        tuple(_person(name, chance) for name in chance.sample(full_names, PEOPLE)),
        tuple(
            {"id": slugify(name), "name": name, "kind": "organisation"}
            for name in chance.sample(offices, ORGANISATIONS)
        ),
        tuple(_place(name, chance) for name in chance.sample(towns, PLACES)),
    )


def wire() -> str:
    """Return the text of the article that every briefing names as its source."""
    return "\n\n".join(f"“{quote}”, the office said." for quote in QUOTES) + "\n"


def _person(name: str, chance: random.Random) -> Fields:
    role = chance.choice(ROLES)
    return {"id": slugify(name), "name": name, "kind": "person", "role": role}


def _place(name: str, chance: random.Random) -> Fields:
    country, (lat, lon) = chance.choice(tuple(COUNTRIES.items()))
    return {
        "id": slugify(name),
        "name": name,
        "kind": chance.choice(("city", "city", "region", "site")),
        "country": country,
        "lat": round(chance.gauss(lat, 1.5), 2),
        "lon": round(chance.gauss(lon, 1.5), 2),
    }


def _briefing(number: int, cast: Cast, chance: random.Random) -> Fields:
    scene = _scene(cast, chance)
    title = _filled(chance.choice(TITLES), scene, chance)
    whens = [_when(at, scene, chance) for at in range(1, chance.randint(3, 5))]
    return {
        "schema": 1,
        "id": f"{slugify(title, max_length=60, word_boundary=True)}-{number}",
        "title": title,
        "status": chance.choice(("published", "published", "published", "reviewed")),
        "summary": " ".join(_filled(text, scene, chance) for text in chance.sample(SUMMARIES, 2)),
        "sources": [{"file": SOURCE, "published": scene.day.isoformat()}],
        "who": [_by_editor(actor) for actor in (*scene.people, scene.organisation)],
        "what": [_statement(at, scene, whens, chance) for at in range(1, chance.randint(6, 9))],
        "where": [_by_editor(place) for place in scene.places],
        "when": whens,
        "quotes": _quotes(scene, chance),
        "open_questions": _questions(scene, chance),
        "notes": "\n\n".join(_filled(text, scene, chance) for text in NOTES) + "\n",
    }


def _scene(cast: Cast, chance: random.Random) -> Scene:
    country = chance.choice(tuple(COUNTRIES))
    return Scene(
        chance.choice(TOPICS),
        FIRST_DAY + datetime.timedelta(chance.randrange(DAYS)),
        _some(cast.people, chance.randint(3, 5), chance),
        _some(cast.organisations, 1, chance)[0],
        _some(_in(country, cast.places), chance.randint(2, 3), chance),
    )


def _in(country: str, places: Iterable[Fields]) -> tuple[Fields, ...]:
    """Return the places of one country: what news is about lies close together."""
    return tuple(place for place in places if place["country"] == country)


def _some(things: Sequence[T], count: int, chance: random.Random) -> tuple[T, ...]:
    """Return different things, those at the front more often: a few names are in most news."""
    weights = list(accumulate(1 / (rank + 25) for rank in range(len(things))))
    chosen: dict[int, T] = {}
    while len(chosen) < count:
        at = chance.choices(range(len(things)), cum_weights=weights)[0]
        chosen[at] = things[at]
    return tuple(chosen.values())


def _filled(text: str, scene: Scene, chance: random.Random) -> str:
    return text.format(
        topic=scene.topic,
        Topic=scene.topic.capitalize(),
        matter=scene.topic.split()[-1],
        who=chance.choice(scene.people)["name"],
        office=scene.organisation["name"],
        place=chance.choice(scene.places)["name"],
        number=chance.randint(11, 980),
        day=_write_day(scene.day + datetime.timedelta(chance.randint(1, 40))),
    )


def _write_day(day: datetime.date) -> str:
    return f"{day.day} {day:%B}"


def _by_editor(item: Fields) -> Fields:
    return {**item, "by": "editor"}


def _when(at: int, scene: Scene, chance: random.Random) -> Fields:
    day = scene.day + datetime.timedelta(chance.randint(-20, 40))
    basis = chance.choice(("stated", "inferred"))
    text = f"on {_write_day(day)}"
    return {"id": f"t{at}", "text": text, "date": day.isoformat(), "basis": basis, "by": "editor"}


def _statement(at: int, scene: Scene, whens: list[Fields], chance: random.Random) -> Fields:
    status = chance.choice(tuple(STATEMENTS))
    actor = chance.choice(scene.people)
    text = chance.choice(STATEMENTS[status]).replace("{who}", actor["name"])
    return {
        "id": f"w{at}",
        "statement": _filled(text, scene, chance),
        "actor": actor["id"],
        "status": status,
        "attributed_to": [chance.choice((*scene.people, scene.organisation))["id"]],
        "when": chance.choice(whens)["id"],
        "where": [chance.choice(scene.places)["id"]],
        "by": "editor",
    }


def _quotes(scene: Scene, chance: random.Random) -> list[Fields]:
    return [
        {
            "id": f"q{at}",
            "speaker": chance.choice(scene.people)["id"],
            "text": text,
            "cue": chance.choice(("said", "added", "told reporters")),
            "by": "editor",
        }
        for at, text in enumerate(chance.sample(QUOTES, chance.randint(2, 3)), start=1)
    ]


def _questions(scene: Scene, chance: random.Random) -> list[Fields]:
    return [
        {
            "id": f"o{at}",
            "question": _filled(text, scene, chance),
            "kind": chance.choice(("pending", "unknown", "unanswered")),
            "about": [chance.choice(scene.places)["id"]],
            "asked": scene.day.isoformat(),
            "by": "editor",
        }
        for at, text in enumerate(chance.sample(QUESTIONS, chance.randint(2, 3)), start=1)
    ]
