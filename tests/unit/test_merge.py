"""A person's edits, the draft they were made on and a new draft, into one briefing."""

from __future__ import annotations

from generator.merge.conflicts import Conflicts, unsettled
from generator.merge.provenance import provenance
from generator.merge.revisions import change_since
from generator.merge.three_way import merge
from generator.model import Article, Briefing, Evidence, Question, Revision, Source
from generator.references import renamed
from generator.yamlio import load_briefing

BASE = """\
title: Strike at the docks looms
sources: {file: seeds/docks.md, sha256: %s}
who:
  - {id: ana-ruiz, name: Ana Ruiz, kind: person, role: minister, evidence: Minister Ana Ruiz said}
  - {id: dockers, name: Dockers, kind: group, evidence: the dockers}
what:
  - {id: w1, statement: The dockers will strike on Monday., actor: dockers, when: t1,
     status: planned, evidence: The dockers will strike on Monday}
  - {id: w2, statement: Ana Ruiz called for talks., actor: ana-ruiz,
     evidence: Ana Ruiz called for talks}
when:
  - {id: t1, text: on Monday, what: w1, evidence: on Monday}
quotes:
  - {id: q1, speaker: ana-ruiz, text: We will talk, evidence: We will talk}
""" % ("a" * 64)


def briefing(text: str) -> Briefing:
    return load_briefing(text, "content/briefings/docks.yaml")


def base(*changes: tuple[str, str]) -> Briefing:
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return briefing(text)


def test_an_edit_stays_and_what_only_the_draft_changed_is_taken():
    mine = base(("looms", "is near"), ("role: minister", "role: transport minister"))
    theirs = base(("called for talks.,", "called for new talks.,"), ("a" * 64, "b" * 64))
    merged = merge(base(), mine, theirs)
    assert merged.conflicts == ()
    assert merged.briefing.title == "Strike at the docks is near"
    assert merged.briefing.who[0].role == "transport minister"
    assert merged.briefing.what[1].statement == "Ana Ruiz called for new talks."
    assert merged.briefing.sources[0].sha256 == "b" * 64


def test_a_point_that_a_person_has_moved_stays_whole():
    text = BASE + "where:\n  - {id: oslo, name: Oslo, lat: 59.9, lon: 10.7, by: editor}\n"
    for moved, elsewhere in (("lat: 60.1, lon: 10.7", "lat: 1, lon: 2"), ("lat: 60, lon: 11", "")):
        mine = briefing(text.replace("lat: 59.9, lon: 10.7", moved))
        theirs = briefing(text.replace("lat: 59.9, lon: 10.7,", f"{elsewhere}," * bool(elsewhere)))
        (place,) = merge(briefing(text), mine, theirs).briefing.where
        assert (place.lat, place.lon) == (mine.where[0].lat, mine.where[0].lon)


def test_where_both_changed_a_field_the_person_wins_and_is_told():
    mine = base(("role: minister", "role: transport minister"))
    theirs = base(("role: minister", "role: prime minister"))
    merged = merge(base(), mine, theirs)
    assert merged.briefing.who[0].role == "transport minister"
    (conflict,) = merged.conflicts
    assert (conflict.section, conflict.item, conflict.field) == ("who", "ana-ruiz", "role")
    assert str(conflict) == (
        "who 'ana-ruiz' has 'transport minister' for role here, 'prime minister' in the new draft."
    )


def test_a_conflict_is_open_until_the_value_changes():
    mine = base(("role: minister", "role: transport minister"))
    theirs = base(("role: minister", "role: prime minister"))
    merged = merge(base(), mine, theirs)
    conflicts = Conflicts(conflicts=merged.conflicts)
    assert unsettled(conflicts, merged.briefing) == conflicts
    settled = base(("role: minister", "role: prime minister"))
    assert unsettled(conflicts, settled) == Conflicts()


def test_what_a_person_removed_does_not_come_back():
    mine = base().model_copy(update={"what": base().what[:1]})
    theirs = base(("id: w2, statement: Ana Ruiz called", "id: w7, statement: Ana Ruiz had called"))
    assert [what.id for what in merge(base(), mine, theirs).briefing.what] == ["w1"]


def test_items_are_matched_by_what_they_are_about_not_by_their_ids():
    theirs = base(("id: w1,", "id: w0,"), ("what: w1", "what: w0"), ("id: w2,", "id: w1,"))
    mine = base(("statement: Ana Ruiz called for talks.", "statement: Ana Ruiz demanded talks."))
    merged = merge(base(), mine, theirs).briefing
    assert [(what.id, what.statement) for what in merged.what] == [
        ("w1", "The dockers will strike on Monday."),
        ("w2", "Ana Ruiz demanded talks."),
    ]
    assert merged.when[0].what == "w1"


def test_a_new_item_comes_behind_what_it_follows_and_gets_a_free_id():
    new = "  - {id: w2, statement: Ferries stop., evidence: Ferries stop}\n"
    mine = base(("looms", "is near"))
    theirs = base(("  - {id: w2, ", new + "  - {id: w3, "))
    merged = merge(base(), mine, theirs).briefing
    assert [what.statement for what in merged.what] == [
        "The dockers will strike on Monday.",
        "Ferries stop.",
        "Ana Ruiz called for talks.",
    ]
    assert len({what.id for what in merged.what}) == 3


def test_what_the_draft_withdraws_goes_unless_a_person_edited_it():
    theirs = briefing("title: Strike off\nsources: seeds/docks.md\n")
    mine = base(("role: minister", "role: transport minister"))
    merged = merge(base(), mine, theirs)
    assert [who.id for who in merged.briefing.who] == ["ana-ruiz"]
    assert merged.briefing.what == ()
    assert str(merged.conflicts[0]) == (
        "who 'ana-ruiz' is edited here, the new draft has it no more."
    )


def test_what_the_person_s_items_refer_to_is_not_withdrawn():
    theirs = briefing("title: Strike off\nsources: seeds/docks.md\n")
    added = "  - {id: w9, statement: The union is split., actor: dockers, by: editor}\nwhen:"
    merged = merge(base(), base(("\nwhen:", f"\n{added}")), theirs).briefing
    assert [who.id for who in merged.who] == ["dockers"]
    assert merged.what[0].actor == "dockers"


def test_a_speaker_whom_a_person_removed_is_still_named():
    mine = base(
        ("  - {id: ana-ruiz, name: Ana Ruiz, kind: person, role: minister, evidence: Minister Ana "
         "Ruiz said}\n", ""),
        ("actor: ana-ruiz,\n     ", ""),
        ("speaker: ana-ruiz, ", "cue: said, "),
    )  # fmt: skip
    new = "\nquotes:\n  - {id: q0, speaker: ana-ruiz, text: There is time, evidence: There is time}"
    merged = merge(base(), mine, base(("\nquotes:", new))).briefing
    assert [(quote.text, quote.speaker) for quote in merged.quotes] == [
        ("There is time", "Ana Ruiz"),
        ("We will talk", None),
    ]
    assert all(who.name != "Ana Ruiz" for who in merged.who)


def test_without_a_base_all_is_the_person_s_and_only_gaps_are_filled():
    mine = briefing(
        "title: By hand\nsources: seeds/docks.md\nwho:\n  - {name: Ana Ruiz, kind: person}\n"
    )
    merged = merge(None, mine, base())
    assert merged.conflicts == ()
    assert merged.briefing.title == "By hand"
    assert merged.briefing.who[0].role == "minister"
    assert merged.briefing.who[0].evidence == (Evidence(quote="Minister Ana Ruiz said"),)
    assert len(merged.briefing.who) == 2


ARTICLE = Article(
    Source(file="seeds/docks.md"),
    "At dawn, Ana Ruiz called for talks. The dockers will strike on Tuesday, the union said.",
    (),
)


def test_evidence_that_a_person_chose_is_found_again_or_flagged():
    mine = base(
        ("evidence: Ana Ruiz called for talks", 'evidence: "called for talks"'),
        ("evidence: The dockers will strike on Monday", "evidence: dockers will strike on Monday"),
    )
    theirs = base(("a" * 64, "b" * 64), ("role: minister", "role: chair"))
    merged = merge(base(), mine, theirs, {ARTICLE.file: ARTICLE}).briefing
    strike, talks = merged.what[0].evidence[0], merged.what[1].evidence[0]
    assert (talks.start, talks.end, talks.lost) == (18, 34, False)
    assert (strike.quote, strike.lost) == ("dockers will strike on Monday", True)


def test_provenance_comes_from_comparing_with_the_draft():
    mine = base(
        ("role: minister", "role: chair"),
        ("quotes:", "why:\n  - {id: y1, text: Pay, by: editor}\nquotes:"),
    )
    made = provenance(base(), mine)
    assert made["who", "ana-ruiz"] == "edited"
    assert made["who", "dockers"] == made["what", "w1"] == "machine"
    assert made["why", "y1"] == "editor"
    assert set(provenance(None, mine).values()) == {"editor"}


def test_what_has_changed_since_a_briefing_was_published_is_told_once():
    before = base()
    question = Question(id="o1", question="Who pays?", by="editor")
    asked = before.model_copy(update={"open_questions": (question,)})
    first = change_since(before, asked, "2024-08-14")
    assert first == Revision(date="2024-08-14", added=("o1",))
    noted = asked.model_copy(update={"revisions": (first,)})
    assert change_since(before, noted, "2024-08-15") is None, "killed before the state was kept"
    answered = question.model_copy(update={"status": "answered", "answer": "The state."})
    after = noted.model_copy(update={"open_questions": (answered,), "who": noted.who[:1]})
    second = change_since(noted, after, "2024-08-15")
    assert second == Revision(date="2024-08-15", answered=("o1",), withdrawn=("dockers",))


def test_items_that_moved_or_got_other_ids_have_not_changed():
    before = base()
    other = renamed(before, {"what": {"w1": "w8", "w2": "w7"}})
    moved = other.model_copy(update={"what": tuple(reversed(other.what))})
    assert change_since(before, moved, "2024-08-14") is None


TWO = """\
title: Strike at the docks looms
sources: [seeds/docks/1.md, seeds/docks/2.md]
what:
  - {id: w1, statement: The dockers will strike on Monday., evidence: strike on Monday}
  - {id: w2, statement: Ana Ruiz called for talks., evidence: {quote: for talks, source: s2}}
"""


def test_a_source_that_goes_takes_only_what_nobody_edited():
    base, theirs = briefing(TWO), briefing(
        "title: Talks\nsources: {file: seeds/docks/2.md}\n"
        "what:\n  - {id: w1, statement: Ana Ruiz called for talks., evidence: for talks}\n"
    )  # fmt: skip
    edited = briefing(TWO.replace("on Monday.,", "at dawn on Monday.,"))
    kept = merge(base, edited, theirs).briefing
    assert [source.file for source in kept.sources] == ["seeds/docks/1.md", "seeds/docks/2.md"]
    assert [what.evidence[0].source for what in kept.what] == [None, "s2"]
    titled = briefing(TWO.replace("looms", "is near"))
    dropped = merge(base, titled, theirs).briefing
    assert [source.file for source in dropped.sources] == ["seeds/docks/2.md"]
    assert [(what.id, what.evidence[0].source) for what in dropped.what] == [("w2", None)]


def test_times_that_merely_look_alike_are_not_the_same():
    mine = base((", when: t1,", ","), ("what: w1, ", "")).model_copy(update={"when": ()})
    theirs = base(("when: t1", "when: t2"), ("id: t1, text: on Monday", "id: t2, text: on Tuesday"))
    merged = merge(base(), mine, theirs).briefing
    assert [when.text for when in merged.when] == ["on Tuesday"]


def test_what_rests_on_another_source_is_not_sought_in_the_changed_article():
    mine = base(
        ("{file", "[{id: web, url: https://example.org/more}, {id: s1, file"),
        ("a" * 64 + "}", "a" * 64 + "}]"),
        ("evidence: Minister Ana Ruiz said}", "evidence: {quote: Ana Ruiz called, source: s1}}"),
        ("evidence: the dockers}", "by: editor, evidence: a union}"),
        ("evidence: The dockers will strike on Monday}", "by: editor}"),
        ("evidence: Ana Ruiz called for talks}", "by: editor}"),
        (", evidence: on Monday}", ", by: editor}"),
        ("evidence: We will talk}", "by: editor}"),
    )
    theirs = base(("a" * 64, "b" * 64))
    merged = merge(base(), mine, theirs, {ARTICLE.file: ARTICLE}).briefing
    assert [(source.id, source.file) for source in merged.sources] == [
        ("web", None),
        ("s1", "seeds/docks.md"),
    ]
    ruiz, dockers = merged.who
    assert (ruiz.evidence[0].source, ruiz.evidence[0].start) == ("s1", 9)
    assert dockers.evidence == mine.who[1].evidence
