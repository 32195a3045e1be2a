"""A word by which an article leaves something open, and what one asks there, to a finder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from generator.extract.questions.point import OpenPoint, verbs, worded
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

Ask = Callable[[Reading, Sentence, Token], str | None]
"""What turns the place of a sign into a question, if it leaves anything open there."""
Finder = Callable[[Reading, Sentence], Iterator[OpenPoint]]


def on_verbs(
    words: str | Collection[str], ask: Ask, weight: float, why: str, kind: QuestionKind = "pending"
) -> Finder:
    """Return the finder of what forms of some verbs leave open; `{word}` in `why` is the form."""
    lemmas = frozenset(words.split() if isinstance(words, str) else words)
    return _finder(lambda sentence: verbs(sentence, lemmas), ask, weight, why, kind)


def on_words(
    words: str | Collection[str], ask: Ask, weight: float, why: str, kind: QuestionKind = "pending"
) -> Finder:
    """Return the finder of what some words leave open; `{word}` in `why` is the word."""
    sought = frozenset(words.split() if isinstance(words, str) else words)
    return _finder(lambda sentence: worded(sentence, sought), ask, weight, why, kind)


def _finder(
    signs: Callable[[Sentence], Iterable[Token]],
    ask: Ask,
    weight: float,
    why: str,
    kind: QuestionKind,
) -> Finder:
    def find(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
        for sign in signs(sentence):
            question = ask(reading, sentence, sign)
            if question:
                told = why.format(word=sign.text.lower())
                yield OpenPoint(question, kind, told, (sentence,), weight)

    return find
