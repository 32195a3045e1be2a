"""Notes of one or two sentences with what they have to give, read from a file of such notes."""

from __future__ import annotations

from pathlib import Path

from generator.extract.actors.finding import find_actors_and_things
from generator.extract.drafting import draft_article
from generator.ingest import segment
from generator.language import read
from generator.language.gazetteer import load
from generator.language.tree import Document
from generator.model import Article, Draft, Source

Note = tuple[str, list[str], list[str]]
"""The text, what it has to give ("? ") and what it must not ("! ")."""


def notes_in(name: str) -> list[Note]:
    """Return the notes of a file beside this one; they are parted by empty lines."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    blocks = text.split("\n", 1)[1].strip().split("\n\n")
    return [(lines[0], *_rows(lines)) for lines in (block.split("\n") for block in blocks)]


def _rows(lines: list[str]) -> tuple[list[str], list[str]]:
    wanted = [line[2:] for line in lines if line.startswith("? ")]
    return wanted, [line[2:] for line in lines if line.startswith("! ")]


def drafted(text: str) -> Draft:
    """Return the draft of a note."""
    return draft_article(_read(text), load())


def meant(text: str) -> set[str]:
    """Return whom or what the words of a note mean: "the firm = Halm Mines", "it = ferry"."""
    document = _read(text)
    actors, things = find_actors_and_things(document, load())
    named = {
        f"{document.words(m.start, m.end)} = {actor.name}"
        for actor in actors
        for m in actor.mentions
    }
    return named | {
        f"{_word(document, *pronoun)} = {_word(document, *thing)}"
        for pronoun, thing in things.items()
    }


def _word(document: Document, sentence: int, index: int) -> str:
    return document.sentences[sentence].tokens[index].text


def _read(text: str) -> Document:
    source = Source(file="seeds/note.txt", published="2025-03-12")
    return read(Article(source, text, segment(text)))
