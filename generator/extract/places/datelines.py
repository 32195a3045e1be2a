"""The opening of an article -> the place that its report was sent from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from generator.extract.actors.credits import AFTER_DATELINE, OPENING
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Sentence

SHORTEST_DATELINE = 4
"""Letters."""
LEAST_PEOPLE = 15_000
"""Inhabitants of a place in capitals that no dateline of its own holds."""
LONGEST_DATE = 12
"""Tokens between the place and the dash of a dateline."""
DATE_TAGS = frozenset({",", "CD", "NNP", "-LRB-", "-RRB-", "(", ")", "HYPH", ":", "."})


def dateline_places(
    sentence: Sentence, gazetteer: Gazetteer, *, whole: bool
) -> Iterator[tuple[int, int]]:
    """Yield the tokens of the place in a dateline; `whole`: the sentence is nothing else."""
    if 0 <= sentence.index < OPENING:
        yield from _shouted(sentence, gazetteer, whole=whole)
    if sentence.index == 0:
        yield from _named(sentence, gazetteer) if whole else _dated(sentence)


def _shouted(sentence: Sentence, gazetteer: Gazetteer, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Yield the place in capitals that a report opens with: "KUNDUZ, Afghanistan —"."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        last = at
        while last < len(tokens) and tokens[last].text.isupper() and tokens[last].text.isalpha():
            last += 1
        words = " ".join(token.text for token in tokens[at:last])
        closed = last < len(tokens) and tokens[last].text in AFTER_DATELINE
        if len(words) >= SHORTEST_DATELINE and (whole or closed):
            found = gazetteer.find(words)
            if found and (whole or found.population >= LEAST_PEOPLE):
                yield at, last
                return
        at = max(last, at + 1)


def _named(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield the place in a dateline without capitals: "Nashik:", "Halm, 12 May 2025 —"."""
    words = list(takewhile(lambda token: token.text[:1].isalpha(), sentence.tokens))
    found = gazetteer.find(" ".join(token.text for token in words))
    dated = any(token.tag == "CD" for token in sentence.tokens)
    if found and (dated or found.population >= LEAST_PEOPLE):
        yield 0, len(words)


def _dated(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the place that a report opens with before a date and a dash: "Lyon, 12 May 2025 —"."""
    first = next((e for e in sentence.entities if e.first == 0 and e.type == "LOC"), None)
    if first is None:
        return
    opening = sentence.tokens[first.last : first.last + LONGEST_DATE]
    dashes = [n for n, token in enumerate(opening) if token.text in AFTER_DATELINE]
    if dashes and all(t.tag in DATE_TAGS for t in opening[: dashes[0]]):
        commas = (n for n in range(first.last) if sentence.tokens[n].text == ",")
        yield 0, next(commas, first.last)
