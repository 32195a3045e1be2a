"""Sentences with hand-made trees -> documents and readings, for tests of what rests on a parse."""

from __future__ import annotations

from typing import Any

from generator.extract.actors.referents import find_referents, things_among
from generator.extract.reading import Actor, Attribution, Mention, Reading
from generator.language.tree import Document, Sentence, Token
from generator.model import ActorKind, Article, Source


class NoPlaces:
    """A gazetteer that knows nothing."""

    def country(self, name: str) -> None:
        """Know no country."""


def parsed(*sentences: tuple[str, str], published: str | None = "2025-03-12") -> Document:
    """Build a document of one paragraph; a tree is `form/TAG/head/label` per word, heads from 1."""
    text, built = "", []
    for words, tree in sentences:
        text += " " if text else ""
        built.append(_sentence(len(built), len(text), words, tree))
        text += words
    source = Source(file="seeds/a.txt", published=published)
    return Document(Article(source, text, ()), tuple(built))


def _sentence(index: int, start: int, words: str, tree: str) -> Sentence:
    tokens, at = [], 0
    for position, item in enumerate(tree.split()):
        form, tag, head, label = item.rsplit("/", 3)
        at = words.index(form, at)
        tokens.append(
            Token(position, form, start + at, start + at + len(form), tag, int(head) - 1, label)
        )
        at += len(form)
    return Sentence(index, start, start + len(words), 0, tuple(tokens), ())


def actor(document: Document, name: str, kind: ActorKind, *places: tuple[int, int, str]) -> Actor:
    """Build an actor mentioned by one token at each (sentence, token, kind of mention)."""
    mentions = tuple(_mention(document, *place) for place in places)
    return Actor(name.lower().replace(" ", "-"), name, kind, mentions=mentions)


def _mention(document: Document, sentence: int, position: int, kind: Any) -> Mention:
    token = document.sentences[sentence].tokens[position]
    return Mention(sentence, position, position + 1, token.start, token.end, kind, position)


def reading(
    document: Document, *actors: Actor, attributions: tuple[Attribution, ...] = ()
) -> Reading:
    """Build a reading without a gazetteer."""
    things = things_among(find_referents(document, actors))
    return Reading(document, NoPlaces(), actors, attributions, things)  # type: ignore[arg-type]
