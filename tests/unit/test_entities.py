"""What editors fix about names once for all briefings."""

from __future__ import annotations

import pytest

from generator.entities import apply_entities, load_entities, unused_entries
from generator.errors import Problems
from generator.model import Briefing
from generator.yamlio import load_briefing

PATH = "content/entities.yaml"
BRIEFING = load_briefing(
    """\
title: Strike at the docks
sources: seeds/docks.md
who:
  - {id: ruiz, name: A. Ruiz, kind: organisation, mentions: 2, by: editor}
  - {id: ana-ruiz, name: Ana Ruiz, kind: person, mentions: 3, by: editor}
  - {id: kan, name: Kan, kind: group, by: editor}
what:
  - {id: w1, statement: Ana Ruiz spoke., actor: ana-ruiz, attributed_to: kan, by: editor}
where:
  - {id: quay, name: Veldt Quay, by: editor}
quotes:
  - {text: We will talk, speaker: ana-ruiz, by: editor}
open_questions:
  - {question: Who pays?, about: [kan, quay, ruiz], by: editor}
""",
    "content/briefings/docks.yaml",
)


def applied(text: str) -> Briefing:
    return apply_entities(load_entities(text, PATH), [BRIEFING]).briefings[0]


def test_spellings_of_one_name_become_one_item():
    text = "entities:\n  - {name: Ana Ruiz, kind: person, spellings: a. ruiz}\n"
    briefing = applied(text)
    ana = briefing.who[0]
    assert [who.name for who in briefing.who] == ["Ana Ruiz", "Kan"]
    assert (ana.id, ana.kind, ana.mentions, ana.aliases) == ("ruiz", "person", 5, ("A. Ruiz",))
    assert briefing.what[0].actor == briefing.quotes[0].speaker == "ruiz"


def test_a_place_gets_the_coordinates_that_the_gazetteer_lacks():
    briefing = applied("entities:\n  - {name: Veldt Quay, lat: 53.5, lon: 9.9, country: DE}\n")
    where = briefing.where[0]
    assert (where.lat, where.lon, where.country) == (53.5, 9.9, "DE")


def test_what_is_no_entity_goes_and_is_merely_named():
    briefing = applied("entities:\n  - {name: Kan, not: true}\n")
    assert [who.id for who in briefing.who] == ["ruiz", "ana-ruiz"]
    assert briefing.what[0].attributed_to == ("Kan",)
    assert briefing.open_questions[0].about == ("quay", "ruiz")


def test_an_actor_s_entry_leaves_a_place_of_that_name_alone():
    briefing = applied("entities:\n  - {name: Port, kind: person, spellings: Veldt Quay}\n")
    assert briefing == BRIEFING


def test_an_entry_that_matches_nothing_is_told_with_its_place():
    text = "entities:\n  - name: Kan\n  - name: Bo Lind\n"
    found = apply_entities(load_entities(text, PATH), [BRIEFING])
    assert found.used == (0,)
    (problem,) = unused_entries([1], text, PATH)
    assert str(problem).startswith(f"{PATH}:3:5: entities[1] names nothing in any briefing.")


def test_a_name_that_two_entries_claim_is_an_error():
    text = "entities:\n  - {name: Kan}\n  - {name: Kan News, spellings: [KAN]}\n"
    with pytest.raises(Problems, match=r"entities\[1\] has a name that entities\[0\] has too"):
        load_entities(text, PATH)
    kinds = text.replace("name: Kan}", "name: Kan, kind: city}").replace(
        "KAN]", "KAN], kind: group"
    )
    assert len(load_entities(kinds, PATH).entities) == 2


def test_without_entries_nothing_changes():
    assert applied("") == BRIEFING
