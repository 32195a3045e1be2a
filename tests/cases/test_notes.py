"""Notes of one or two sentences: each asks and quotes what is set below it, and nothing else."""

from __future__ import annotations

import pytest

from .notes import drafted, notes_in


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
