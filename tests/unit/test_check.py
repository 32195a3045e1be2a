"""Briefings and their articles into problems and advice."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.check import Checked, Terms, check, with_places, without_answered
from generator.model import Article, Briefing, Source
from generator.yamlio import load_briefing

TEXT = "The harbour was shut at noon, Ana Ruiz said. “We had no choice,” she told reporters."
ARTICLE = Article(Source(file="seeds/storm.md", sha256="a" * 64), TEXT, ())
ARTICLES = {"seeds/storm.md": ARTICLE}
HEAD = "title: Storm\nsources: {file: seeds/storm.md, published: 2024-08-13}\n"
SOON, LATER = datetime.date(2024, 8, 14), datetime.date(2024, 10, 1)


@dataclass(frozen=True)
class Filed:
    path: Path
    text: str
    briefing: Briefing


def filed(text: str, name: str = "storm") -> Filed:
    path = Path(f"content/briefings/{name}.yaml")
    return Filed(path, text, with_places(load_briefing(text, str(path)), ARTICLES))


def checked(*texts: str, today: datetime.date = SOON) -> Checked:
    numbered = [filed(text, f"storm-{at}") for at, text in enumerate(texts)]
    return check(numbered, Terms(today, ARTICLES))


def told(errors: tuple) -> list[str]:
    return [f"{error.at.line}: {error.what}" for error in errors]


def test_evidence_without_its_place_gets_it():
    text = (
        HEAD + "what:\n  - {statement: It is shut., evidence: '\"We had no choice,\" she told'}\n"
    )
    (evidence,) = filed(text).briefing.what[0].evidence
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "“We had no choice,” she told"
    assert checked(text) == Checked()


def test_an_article_that_nothing_rests_on_gets_advice_beside_others():
    text = """title: Storm
sources:
  - {id: s1, file: seeds/storm.md}
  - {id: s2, file: seeds/storm.md}
  - {id: s3, url: 'https://example.org/more'}
what:
  - {statement: It is shut., evidence: {quote: The harbour was shut, source: SOURCE}}
"""
    found = checked(text.replace("SOURCE", "s1"))
    assert told(found.advice) == [
        "4: seeds/storm.md is named as a source, but no item rests on it."
    ]
    assert checked(text.replace("SOURCE", "s2")) == Checked()
    assert checked("title: Storm\nsources: seeds/storm.md\n") == Checked()


def test_evidence_whose_article_is_absent_is_left_alone_with_advice():
    text = HEAD.replace("storm.md", "gone.md") + "what:\n  - {statement: A., evidence: whatever}\n"
    found = checked(text)
    assert found.problems == ()
    assert told(found.advice) == [
        "2: seeds/gone.md cannot be read, so nothing that rests on it can be checked."
    ]


def test_words_of_a_source_without_a_file_are_for_the_editor_to_vouch_for():
    quote = "quotes:\n  - {text: So be it., evidence: So be it., by: editor}\n"
    text = "title: Storm\nsources: https://example.org/storm\n" + quote
    assert checked(text) == Checked()
    [problem] = checked(text.replace(", by: editor", "")).problems
    assert problem.what == "quotes[0].evidence[0] cannot be checked: source 's1' has no file."


def test_what_must_be_the_id_of_a_who_is_told_if_it_is_none():
    who = "who:\n  - {name: Ana Ruiz, kind: person, by: editor}\n"
    quote = "quotes:\n  - {text: We had, speaker: ana-ruz, via: [axios, a-b], by: editor}\n"
    found = checked(HEAD + who + quote)
    assert found.problems == ()
    assert [str(advice.at) + " " + advice.fix for advice in found.advice][:2] == [
        "content/briefings/storm-0.yaml:6:29 Did you mean 'ana-ruiz'?",
        "content/briefings/storm-0.yaml:6:51 Write the name, or add it under `who`.",
    ]


def test_a_changed_article_is_told():
    text = HEAD.replace("published", f"sha256: {'b' * 64}, published")
    assert told(checked(text).advice) == [
        "2: seeds/storm.md has changed since the briefing was drafted."
    ]


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("We had no choice", 0),
        ("We had … choice", 0),
        ("We had [really] no choice.", 0),
        ("We had a choice", 1),
    ],
)
def test_direct_speech_is_in_the_source_letter_for_letter(words, told_of):
    text = HEAD + f"quotes:\n  - {{text: '{words}', evidence: We had no choice}}\n"
    assert len(checked(text).advice) == told_of


def test_an_old_draft_and_an_old_question_are_told():
    text = HEAD + "open_questions:\n  - Who pays?\n  - {question: Who knew?, asked: 2024-09-28}\n"
    found = checked(text.replace("Who knew?,", "Who knew?, by: editor,"), today=LATER)
    assert told(found.advice) == [
        "1: the briefing is still a draft 49 days after its article.",
        "4: open_questions[0] has been open for 49 days.",
    ]
    reviewed = checked("status: reviewed\n" + text.replace("Who pays?", "{question: Who pays?, "
                       "status: moot, by: editor}").replace("Who knew?,", "Who knew?, by: editor,"),
                       today=LATER)  # fmt: skip
    assert reviewed == Checked()


@pytest.mark.parametrize(
    ("date", "is_past"),
    [("2024-08-13", True), ("2024-08", False), ("2023", True), ("2024-08-10/2024-08-20", False)],
)
def test_a_plan_whose_day_has_passed_is_told(date, is_past):
    text = HEAD + (
        "what:\n  - {statement: It opens., status: planned, when: t1, by: editor}\n"
        f"when:\n  - {{id: t1, text: then, date: {date}, by: editor}}\n"
    )
    assert bool(checked(text).advice) == is_past


QUESTION = HEAD + (
    "who: [{name: Port Authority, kind: organisation, by: editor}]\n"
    "open_questions:\n  - {question: Will the ferry leave the harbour?, about: port-authority,"
    " by: editor}\n"
)
ANSWER = (
    "title: Gone\nstatus: reviewed\nsources: {file: seeds/storm.md, published: 2024-08-14}\n"
    "what:\n  - {statement: The Port Authority let the ferry leave the harbour., by: editor}\n"
)


def test_a_newer_briefing_may_answer_a_question():
    (advice,) = checked(QUESTION, ANSWER).advice
    assert advice.what == (
        "open_questions[0] may be answered by 'storm-1': "
        "The Port Authority let the ferry leave the harbour."
    )
    assert advice.at.line == 5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024-08-14", "2024-08-12"),
        ("Port Authority let", "Coast Guard let"),
        ("let the ferry leave the harbour", "elected a chair"),
        ("status: reviewed", "status: withdrawn"),
    ],
)
def test_an_older_or_other_statement_answers_nothing(old, new):
    assert checked(QUESTION, ANSWER.replace(old, new)).advice == ()


@pytest.mark.parametrize(("place", "told_of"), [("Port Elm", 1), ("Lake Ash", 0)])
def test_a_question_that_names_nobody_is_answered_in_a_briefing_of_the_same_story(place, told_of):
    where = "where: [{name: Port Elm, by: editor}]\n"
    asked = QUESTION.replace("Will the ferry leave the harbour?, about: port-authority,",
                             "When will the ferry be ready?,") + where  # fmt: skip
    answer = ANSWER.replace(
        "The Port Authority let the ferry leave the harbour", "Its ferry is ready"
    )
    assert len(checked(asked, answer + where.replace("Port Elm", place)).advice) == told_of


def test_a_plan_answers_whether_and_when_unless_it_was_told_before():
    plan = ANSWER.replace("let the ferry", "will let the ferry").replace(
        "harbour.,", "harbour., status: planned,"
    )
    planned = QUESTION + (
        "what:\n  - {statement: The ferry will leave the harbour., status: planned, by: editor}\n"
    )
    when = planned.replace("Will the ferry leave", "When will the ferry leave")
    condition = planned.replace("about:", "kind: conditional, about:")
    asked = (QUESTION, when, condition, planned)
    assert [len(checked(text, plan).advice) for text in asked] == [1, 1, 1, 0]


def test_a_question_that_a_newer_article_of_its_story_answers_is_no_longer_open():
    asked, answer = (load_briefing(text, "content/briefings/b.yaml") for text in (QUESTION, ANSWER))
    assert without_answered(asked, [asked, answer]).open_questions == ()
    assert without_answered(asked, [asked]) == asked
    older = load_briefing(ANSWER.replace("2024-08-14", "2024-08-12"), "content/briefings/b.yaml")
    assert without_answered(asked, [older, asked]) == asked


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ("storm.md", "copy.md", True),
        ("storm.md", "storm.md", False),
        ("storm.md, sha256: aa", "copy.md, sha256: bb", False),
        ("sources: {file: seeds/storm", "status: withdrawn\nsources: {file: seeds/copy", False),
    ],
)
def test_a_briefing_of_the_copy_of_an_article_is_told_of(old, new, is_told):
    text = HEAD.replace("storm.md,", f"storm.md, sha256: aa{'a' * 62},")
    found = checked(text, text.replace(old, new)).advice
    assert is_told == any("the same articles as 'storm-0', letter" in a.what for a in found)


def test_an_answer_in_a_briefing_that_does_not_exist_is_a_problem():
    text = QUESTION.replace("by: editor}\n", "by: editor, answered_by: nowhere}\n")
    assert told(checked(text).problems) == [
        "5: open_questions[0].answered_by is 'nowhere', but no briefing has this id."
    ]


def test_a_withdrawn_briefing_is_left_in_peace():
    text = "status: withdrawn\n" + HEAD + "what:\n  - {statement: A., evidence: not there}\n"
    assert checked(text, today=LATER) == Checked()
