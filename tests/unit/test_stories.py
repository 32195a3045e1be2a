"""Briefings of the articles on one story, into one."""

from __future__ import annotations

import pytest

from generator.merge.stories import united
from generator.model import Briefing
from generator.yamlio import load_briefing

CLOSED = """\
title: Footbridge closed
sources: {id: s1, file: seeds/bridge/1.md, published: 2026-03-02}
who:
  - {id: rawal, name: Rawal, kind: person, mentions: 2, evidence: Rawal said}
  - {id: council, name: West Riding Council, kind: organisation, evidence: the council}
where:
  - {id: hebble-mill, name: Hebble Mill, kind: city, evidence: at Hebble Mill}
what:
  - {id: w1, statement: The footbridge at Hebble Mill was closed., when: t1, where: [hebble-mill],
     attributed_to: [rawal], evidence: The footbridge at Hebble Mill was closed on Monday}
  - {id: w2, statement: Engineers will examine it., when: t2, status: planned,
     evidence: Engineers will examine it on Thursday}
  - {id: w3, statement: The council will pay., status: planned, evidence: the council will pay}
  - {id: w4, statement: The mill will open its gate., when: t3, status: planned,
     evidence: The mill will open its gate in April}
when:
  - {id: t1, text: on Monday, date: 2026-03-02, what: w1, evidence: on Monday}
  - {id: t2, text: on Thursday, date: 2026-03-05, what: w2, evidence: on Thursday}
  - {id: t3, text: in April, date: 2026-04, what: w4, evidence: in April}
quotes:
  - {id: q1, speaker: rawal, text: I will not gamble, evidence: I will not gamble}
open_questions:
  - {id: o1, question: When will the footbridge reopen?, asked: 2026-03-02, about: [hebble-mill],
     evidence: could not say when the footbridge would reopen}
sourcing: {named: 1}
"""
BUS = """\
title: Bus replaces footbridge
summary: A bus.
sources: {id: s2, file: seeds/bridge/2.md, published: 2026-03-06}
who:
  - {id: anita-rawal, name: Anita Rawal, kind: person, aliases: [Rawal], role: councillor,
     mentions: 3, evidence: Anita Rawal said}
where:
  - {id: hebble-mill, name: Hebble Mill, country: GB, lat: 53.7, lon: -2, gazetteer: "geonames:1",
     evidence: near Hebble Mill}
what:
  - {id: w1, statement: A bus will run., actor: anita-rawal, when: t1, evidence: A bus will run}
when:
  - {id: t1, text: March 2, date: 2026-03-02, evidence: March 2}
quotes:
  - {id: q1, speaker: anita-rawal, text: It is something, evidence: It is something}
open_questions:
  - {id: o1, question: When will the footbridge reopen?, asked: 2026-03-06,
     evidence: did not know when the footbridge would reopen}
sourcing: {named: 1, anonymous: 1}
"""


def of_article(text: str) -> Briefing:
    return load_briefing(text, "content/briefings/bridge.yaml")


@pytest.fixture
def story() -> Briefing:
    return united([of_article(CLOSED), of_article(BUS)])


def test_the_newest_article_leads(story: Briefing):
    assert (story.title, story.summary) == ("Bus replaces footbridge", "A bus.")
    assert [source.id for source in story.sources] == ["s1", "s2"]
    assert [what.statement for what in story.what] == [
        "A bus will run.",
        "The footbridge at Hebble Mill was closed.",
        "The council will pay.",
        "The mill will open its gate.",
    ], "what was planned for Thursday is over"


def test_an_actor_of_several_articles_is_one_by_the_fullest_name(story: Briefing):
    rawal, council = story.who
    assert (rawal.name, rawal.aliases, rawal.role) == ("Anita Rawal", ("Rawal",), "councillor")
    assert rawal.mentions == 5
    assert [(e.source, e.quote) for e in rawal.evidence] == [
        ("s2", "Anita Rawal said"),
        (None, "Rawal said"),
    ], "the first source is meant where none is named"
    assert council.name == "West Riding Council"
    assert {quote.speaker for quote in story.quotes} == {"anita-rawal"}
    assert story.what[1].attributed_to == ("anita-rawal",)


@pytest.mark.parametrize(
    ("then", "now"),
    [("councillor who minds roads", "councillor who minds roads"), ("mayor", "councillor")],
)
def test_a_role_is_the_newest_but_for_one_that_says_more_of_it(then: str, now: str) -> None:
    closed = CLOSED.replace("kind: person,", f"kind: person, role: {then},")
    rawal = united([of_article(closed), of_article(BUS)]).who[0]
    assert rawal.role == now


def test_a_place_is_where_one_of_them_knows_it_to_be(story: Briefing):
    (place,) = story.where
    assert (place.country, place.lat, place.gazetteer) == ("GB", 53.7, "geonames:1")
    assert len(place.evidence) == 2


def test_a_day_is_one_however_it_is_worded(story: Briefing):
    days = {time.date: time.id for time in story.when}
    assert len(days) == len(story.when)
    assert story.what[1].when == days["2026-03-02"] == story.what[0].when


def test_a_question_of_both_is_open_since_the_first(story: Briefing):
    (question,) = story.open_questions
    assert question.asked == "2026-03-02"
    assert len(question.evidence) == 2


def test_who_speaks_in_both_is_one_source(story: Briefing):
    assert (story.sourcing.named, story.sourcing.anonymous) == (1, 1)


def test_one_article_is_left_as_it_is():
    assert united([of_article(BUS)]) == of_article(BUS)


def test_an_article_without_a_date_counts_as_the_oldest():
    undated = of_article(BUS.replace(", published: 2026-03-06", ""))
    assert united([of_article(CLOSED), undated]).title == "Footbridge closed"
