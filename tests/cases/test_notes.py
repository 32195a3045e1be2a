"""Notes of a few sentences: each asks, quotes, states and means what is set below it, no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.model import Draft

from .notes import drafted, meant, notes_in


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [*notes_in("question-lines.txt"), *notes_in("unknown-lines.txt")],
)
def test_a_note_leaves_open(text: str, wanted: list[str], unwanted: list[str]) -> None:
    questions = [question.question for question in drafted(text).open_questions]
    assert all(any(words in question for question in questions) for words in wanted), questions
    assert not any(words in question for question in questions for words in unwanted), questions


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted", "unwanted"), notes_in("quote-lines.txt"))
def test_a_note_quotes(text: str, wanted: list[str], unwanted: list[str]) -> None:
    quotes = [f"{quote.speaker} | {quote.text}" for quote in drafted(text).quotes]
    assert set(wanted) <= set(quotes), quotes
    assert not any(words in quote for quote in quotes for words in unwanted), quotes


@pytest.mark.model
def test_an_interview_without_labels_quotes_its_answers() -> None:
    lines = (
        "Ana Reis, who ran the ferry for years, spoke to Omar Lim.",
        "You had planned for a smaller boat. Were you surprised?",
        "Very. We had asked for 60 seats and we got ninety.",
        "Why would a boat do so much better? The tunnel is faster.",
        "Because people like to look out. I never met one who liked the tunnel.",
        "But the fares have doubled.",
        "Yes, and I cannot tell you why. One of the crew said, “Ask the bank.”",
        "Would you do it again?",
        "I would go tomorrow.",
        "The crossing takes an hour.",
    )
    quotes = drafted("\n\n".join(lines)).quotes
    assert {quote.speaker for quote in quotes} == {"ana-reis"}
    assert [quote.text for quote in quotes] == [lines[2], lines[4], lines[6], lines[8]]


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted", "unwanted"), notes_in("statement-lines.txt"))
def test_a_note_states(text: str, wanted: list[str], unwanted: list[str]) -> None:
    told = list(_stated(drafted(text)))
    assert set(wanted) <= set(told), told
    assert not any(words in line for line in told for words in unwanted), told


def _stated(draft: Draft) -> Iterator[str]:
    for what in draft.what:
        yield what.statement
        yield f"does | {what.action}"
        yield f"{what.status} | {what.statement}"
    yield from (f"why | {reason.text}" for reason in draft.why)
    yield from (f"how | {reason.text}" for reason in draft.how)
    yield f"title | {draft.title}"
    yield f"summary | {draft.summary}"


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted", "unwanted"), notes_in("place-lines.txt"))
def test_a_note_is_set_in(text: str, wanted: list[str], unwanted: list[str]) -> None:
    places = drafted(text).where
    found = [f"{where.name} | {where.country}" for where in places]
    found += [f"{where.name} | {where.kind}" for where in places]
    found += [f"{where.name} | first" for where in places[:1]]
    assert set(wanted) <= set(found), found
    assert not any(words in place for place in found for words in unwanted), found


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted", "unwanted"), notes_in("role-lines.txt"))
def test_a_note_tells_who_somebody_is(text: str, wanted: list[str], unwanted: list[str]) -> None:
    found = [f"{who.name} | {who.role}" for who in drafted(text).who]
    assert set(wanted) <= set(found), found
    assert not any(words in one for one in found for words in unwanted), found


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted", "unwanted"), notes_in("reference-lines.txt"))
def test_a_note_means(text: str, wanted: list[str], unwanted: list[str]) -> None:
    found = meant(text)
    assert set(wanted) <= found, found
    assert not found & set(unwanted), found


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted", "unwanted"), notes_in("time-lines.txt"))
def test_a_note_is_told_of_a_time(text: str, wanted: list[str], unwanted: list[str]) -> None:
    times = drafted(text).when
    found = [f"{when.text} | {told}" for when in times for told in (when.date, when.what)]
    found += [f"{when.text} | first" for when in times[:1]]
    assert set(wanted) <= set(found), found
    assert not any(words in time for time in found for words in unwanted), found


def test_whom_the_words_before_an_interview_quote_answers_in_it() -> None:
    lines = [
        "The port of Halm will lose its trade, the analyst Ana Reis tells Radio Sol.",
        "Q: How do you see Jon Orr’s plan?",
        "A: Jon Orr’s plan was empty. Jon Orr came and went.",
        "Q: Will Jon Orr try again?",
        "A: No. Jon Orr has no means.",
    ]
    quotes = drafted("\n\n".join(lines)).quotes
    assert {quote.speaker for quote in quotes} == {"ana-reis"}


def test_who_begins_a_paragraph_with_a_pronoun_spoke_in_the_one_before() -> None:
    lines = [
        "Bob Reis told Jon Orr of the plan. A lawyer for the miners said it was new to Jon Orr.",
        "He added: “We wait for the court, and we will go on.”",
    ]
    added = drafted("\n\n".join(lines)).quotes[0]
    assert added.speaker == "lawyer-for-the-miners"


def test_words_in_marks_over_a_part_of_an_article_are_nobody_s() -> None:
    lines = [
        "“We have lost the north pier,” Ana Reis said on Monday.",
        "‘ A hole in the wall ’",
        "The pier was built in 1920.",
    ]
    (quote,) = drafted("\n\n".join(lines)).quotes
    assert quote.text == "We have lost the north pier"
