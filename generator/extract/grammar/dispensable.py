"""The parts of a clause that a headline can do without, each with what its loss weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.grammar.descriptions import description, kind_of_place
from generator.extract.grammar.weights import DESCRIPTION, NEEDED, TIME, weight_of
from generator.language.tree import Sentence, Token

WITHIN = 0.5
"""What is left of the weight of what may go in something that may itself go."""
WORD = 0.6
"""Weight of each word lost."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence, by their indices, that a headline can go without."""

    words: frozenset[int]
    weight: float


def dispensable(sentence: Sentence, head: Token, stated: Sequence[Token]) -> list[Part]:
    """Return what can go from the clause of a predicate without a hole in its grammar."""
    spine = {t.index for t in sentence.path_to_root(head)}
    place = {t.index: at for at, t in enumerate(stated)}
    parts: list[Part] = []
    quoted = _quotations(stated)
    for token in stated:
        if token.index in spine or _is_hyphened(sentence, token):
            continue
        for words, weight in _losses(sentence, token):
            here = frozenset(t.index for t in words if t.index in place)
            order = [place[index] for index in sorted(here)]
            apart = bool(here & spine) or (bool(words) and words[-1].tag == "POS")
            apart |= any(here & inside and not inside <= here for inside in quoted)
            if order and not apart and order[-1] - order[0] + 1 == len(order):
                parts.append(Part(here, weight + WORD * len(here)))
    return [replace(p, weight=p.weight * WITHIN) if _is_within(p, parts) else p for p in parts]


def _quotations(stated: Sequence[Token]) -> list[frozenset[int]]:
    """Return the words between each pair of quotation marks: somebody's words are not altered."""
    found, opened = [], None
    for at, token in enumerate(stated):
        if token.tag == "``":
            opened = at
        elif token.tag == "''" and opened is not None:
            found.append(frozenset(t.index for t in stated[opened + 1 : at] if t.text != ","))
            opened = None
    return found


def _is_within(part: Part, parts: Sequence[Part]) -> bool:
    """Say whether something can go alone or with more around it."""
    loose = [other for other in parts if other.weight < NEEDED]
    return part in loose and any(part.words < other.words for other in loose)


def _is_hyphened(sentence: Sentence, token: Token) -> bool:
    """Recognise the "53" and the "year" of "the 53-year-old", the "product" of "by-product"."""
    around = sentence.tokens[max(0, token.index - 1) : token.index + 2]
    return any(t.tag == "HYPH" and token.end >= t.start >= token.start - 1 for t in around)


def _losses(sentence: Sentence, token: Token) -> Iterator[tuple[Sequence[Token], float]]:
    """Yield what can go with a token, with its weight."""
    whole = weight_of(sentence, token)
    if whole is not None:
        yield sentence.subtree(token), whole
    kind = kind_of_place(sentence, token)
    if kind:
        yield kind, TIME
    described = description(sentence, token)
    if described:
        yield described, DESCRIPTION
