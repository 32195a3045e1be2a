"""Notes of one or two sentences: each leaves open what is set below it, and nothing ruled out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extract.actors import find_actors
from generator.extract.attribution import find_attributions
from generator.extract.questions import find_questions
from generator.extract.reading import Reading
from generator.ingest import segment
from generator.language import read
from generator.language.gazetteer import load
from generator.model import Article, Draft, Source

LINES = Path(__file__).with_name("question-lines.txt")


def notes() -> list[tuple[str, list[str], list[str]]]:
    """Return each note with what it has to ask and what it must not."""
    blocks = LINES.read_text(encoding="utf-8").split("\n", 1)[1].strip().split("\n\n")
    rows = [block.split("\n") for block in blocks]
    return [
        (
            lines[0],
            [line[2:] for line in lines if line.startswith("? ")],
            [line[2:] for line in lines if line.startswith("! ")],
        )
        for lines in rows
    ]


def asked(text: str) -> list[str]:
    source = Source(file="seeds/note.txt", published="2025-03-12")
    document = read(Article(source, text, segment(text)))
    actors = find_actors(document, load())
    reading = Reading(document, load(), actors, find_attributions(document, actors))
    return [q.question for q in find_questions(reading, Draft(title="t")).open_questions]


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted", "unwanted"), notes(), ids=lambda value: str(value)[:40])
def test_a_note_leaves_open(text: str, wanted: list[str], unwanted: list[str]) -> None:
    questions = asked(text)
    assert all(any(words in question for question in questions) for words in wanted), questions
    assert not any(words in question for question in questions for words in unwanted), questions
