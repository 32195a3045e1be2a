"""YAML text into values and back, and a person's file edited in place."""

from __future__ import annotations

import pytest

from generator.errors import Place, Problems
from generator.model import Evidence, Question, Source, What, When, Where, Who
from generator.settings import Settings
from generator.yamlio import (
    dump,
    dump_briefing,
    load,
    load_briefing,
    load_mapping,
    locate,
    unused_slug,
)

PATH = "content/briefings/harbour-storm.yaml"
SHORTEST = "title: Storm closes the harbour\nsources: seeds/storm.md\n"


def first_problem(text: str) -> tuple[Place | None, str]:
    with pytest.raises(Problems) as caught:
        load_briefing(text, PATH)
    problem = caught.value.problems[0]
    return problem.at, problem.what


def test_the_shortest_briefing_is_a_title_and_a_source():
    briefing = load_briefing(SHORTEST, PATH)
    assert briefing.id == "harbour-storm"
    assert briefing.status == "draft"
    assert briefing.sources == (Source(id="s1", file="seeds/storm.md"),)


def test_a_briefing_needs_no_article():
    briefing = load_briefing("title: Storm\nwhat: The harbour is shut.\n", PATH)
    assert (briefing.sources, briefing.what[0].by) == ((), "editor")
    assert load_briefing(dump_briefing(briefing), PATH) == briefing


def test_a_source_may_be_an_address():
    [one, other] = load_briefing(
        "title: Storm\nsources: [https://a.test/, seeds/b]\n", PATH
    ).sources
    assert (one.url, one.file, other.url, other.file) == ("https://a.test/", None, None, "seeds/b")


def test_the_shortest_items_are_texts_and_belong_to_the_editor():
    text = SHORTEST + "what: The harbour is shut.\nopen_questions: [Who pays?, Who knew?]\n"
    briefing = load_briefing(text, PATH)
    assert briefing.what == (What(id="w1", by="editor", statement="The harbour is shut."),)
    assert briefing.open_questions == (
        Question(id="o1", by="editor", question="Who pays?"),
        Question(id="o2", by="editor", question="Who knew?"),
    )


def test_evidence_may_be_a_text_or_a_list_of_texts():
    text = (
        SHORTEST + "what:\n  - {statement: It is shut., evidence: [shut at noon, shut at last]}\n"
    )
    what = load_briefing(text, PATH).what[0]
    assert what.evidence == (Evidence(quote="shut at noon"), Evidence(quote="shut at last"))


def test_ids_are_made_from_names_and_numbers_that_are_free():
    text = SHORTEST + (
        "who:\n  - {name: Ána Ruiz, kind: person}\n  - {name: Ana Ruiz, kind: person}\n"
        "what:\n  - id: w1\n    statement: One.\n  - statement: Two.\n"
    )
    briefing = load_briefing(text, PATH)
    assert [who.id for who in briefing.who] == ["ana-ruiz", "ana-ruiz-2"]
    assert [what.id for what in briefing.what] == ["w1", "w2"]


def test_a_field_with_nothing_in_it_is_not_there():
    text = SHORTEST + "summary:\nwho: null\nstatus: ~\n"
    assert load_briefing(text, PATH) == load_briefing(SHORTEST, PATH)


@pytest.mark.parametrize(
    "word", ["NO", "on", "12:30", "0x1F", "1_000", "2024-08-13", "true", "1e3"]
)
def test_scalars_are_never_guessed_at(word):
    briefing = load_briefing(f"title: {word}\nsources: seeds/{word}\n", PATH)
    assert briefing.title == word
    assert load_briefing(dump_briefing(briefing), PATH) == briefing


def test_numbers_and_choices_are_what_their_field_says():
    text = SHORTEST + "where:\n  - {name: Oslo, country: NO, lat: 59.9, lon: '10.7'}\n"
    where = load_briefing(text, PATH).where[0]
    assert (where.country, where.lat, where.lon) == ("NO", 59.9, 10.7)


def test_an_actor_and_a_place_may_share_an_id():
    text = SHORTEST + "who: [{name: Norvania, kind: country}]\nwhere: [Norvania]\n"
    briefing = load_briefing(text, PATH)
    assert briefing.who[0].id == briefing.where[0].id == "norvania"


def test_a_mistake_is_at_the_very_value():
    text = SHORTEST + "who:\n  - name: Ana Ruiz\n    kind: preson\n"
    assert first_problem(text) == (Place(PATH, 5, 11), "who[0].kind is 'preson'.")


def test_a_mistake_behind_a_byte_order_mark_is_at_its_column():
    assert first_problem("\ufeffsources: x\ntitle: [x]\n")[0] == Place(PATH, 2, 8)


def test_all_mistakes_of_a_file_are_told_in_the_order_of_their_places():
    text = SHORTEST + "colour: blue\nstatus: done\nwhen:\n  - {text: soon, date: soon}\n"
    with pytest.raises(Problems) as caught:
        load_briefing(text, PATH)
    assert [problem.at.line for problem in caught.value.problems if problem.at] == [3, 4, 6]


def test_deep_nesting_is_refused_and_crashes_nothing():
    for opening in ("[", "{a: ", "- "):
        assert "40 deep" in first_problem("title: x\nwho:\n  " + opening * 30_000)[1]


def test_a_file_that_is_too_large_is_refused():
    assert "2,000,000 is the limit" in first_problem("title: " + "x" * 2_000_000)[1]


def test_front_matter_counts_lines_from_where_it_begins():
    fields = load_mapping("title: NO\ntags: [a, ~]\nempty:\n", "seeds/storm.md", first_line=2)
    assert fields == {"title": "NO", "tags": ["a", None], "empty": None}
    assert load_mapping("", "seeds/storm.md") == {}
    with pytest.raises(Problems) as caught:
        load_mapping("a: 1\na: 2\n", "seeds/storm.md", first_line=2)
    assert str(caught.value).startswith("seeds/storm.md:3:1: ")


def test_places_of_values_can_be_asked_for():
    ways = [("who", 0, "name"), ("who", 0, "kind"), ("what",), ()]
    place = locate(SHORTEST + "who:\n  - name: Ana Ruiz\n", PATH, ways)
    assert place(("who", 0, "name")) == Place(PATH, 4, 11)
    assert place(("who", 0, "evidence", 3)) == Place(PATH, 4, 5)


def test_what_is_written_reads_well():
    briefing = load_briefing(SHORTEST, PATH).model_copy(
        update={
            "summary": "The harbour is shut.\n\nNobody knows for how long.\n",
            "who": (
                Who(
                    id="ana-ruiz",
                    name="Ana Ruiz",
                    kind="person",
                    aliases=("Ruiz",),
                    evidence=(
                        Evidence(quote="Ana Ruiz said: “We had " + "no choice " * 9 + "at all.”"),
                    ),
                ),
            ),
            "where": (Where(id="oslo", name="Oslo", country="NO", lat=59.9, lon=10.0),),
            "when": (When(id="t1", text="on Tuesday", date="2024-08-13"),),
        }
    )
    assert dump_briefing(briefing) == (
        """\
# yaml-language-server: $schema=../../schema/briefing.schema.json
schema: 1
id: harbour-storm
title: Storm closes the harbour
status: draft
summary: |
  The harbour is shut.

  Nobody knows for how long.

sources:
  - id: s1
    file: seeds/storm.md

who:
  - id: ana-ruiz
    name: Ana Ruiz
    kind: person
    aliases: [Ruiz]
    evidence:
      - quote: >-
          Ana Ruiz said: “We had no choice no choice no choice no choice no choice no choice no
          choice no choice no choice at all.”

where:
  - id: oslo
    name: Oslo
    country: "NO"
    lat: 59.9
    lon: 10.0

when:
  - id: t1
    text: on Tuesday
    date: "2024-08-13"
"""
    )


def test_settings_are_written_without_what_goes_without_saying():
    settings = Settings(title="Harbour Desk", drafts=True)
    text = dump(settings, "../schema/site.schema.json")
    assert text.splitlines()[1:] == ["title: Harbour Desk", "drafts: true"]
    assert load(Settings, text, "content/site.yaml") == settings


def test_names_become_ids():
    assert unused_slug("Łódź & Co. — Straße 7", ()) == "lodz-co-strasse-7"
    assert unused_slug("🚢", ()) == "item"
    assert unused_slug("Storm", {"storm", "storm-2"}) == "storm-3"
