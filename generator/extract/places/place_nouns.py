"""The name of a place in its sentence -> the common noun that says what kind of place it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.extract.actors.mentions import span_head
from generator.extract.words.place_words import DIRECTIONS, KIND_OF_NOUN
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

LONGEST_TAIL = 4
"""Words: "refugee camp", "nuclear power plant"."""


def tail(sentence: Sentence, last: int) -> str:
    """Return the lower-case words after a name up to one for a kind of place, or nothing."""
    words: list[str] = []
    for token in sentence.tokens[last : last + LONGEST_TAIL]:
        if not token.text.islower() or not token.tag.startswith(("NN", "JJ")):
            return ""
        words.append(token.text)
        if kind_noun(token) and token.label != "compound":  # "the Halm school board"
            return " ".join(words)
    return ""


def noun_of(sentence: Sentence, spans: Sequence[tuple[int, int]], number: int) -> str:
    """Return the noun that says what a name among those of its sentence is, or nothing."""
    first, last = spans[number]
    return (
        beside(sentence, first, last)
        or _of_list(sentence, spans[:number], first)
        or _shared(sentence, spans[number:])
        or _put_beside(sentence, first, last)
    )


def beside(sentence: Sentence, first: int, last: int) -> str:
    """Return the noun beside a name that says what it is: "department of X", "X province"."""
    tokens = sentence.tokens
    if last < len(tokens) and kind_noun(tokens[last]) and tokens[last].label != "compound":
        return kind_noun(tokens[last])
    before = first - 1
    while before > 0 and tokens[before].text.lower() in DIRECTIONS | {"the"}:
        before -= 1
    if before > 0 and tokens[before].text.lower() == "of":
        noun = kind_noun(tokens[before - 1])
        part = tokens[before + 1].text.lower() == "the" and KIND_OF_NOUN.get(noun) == "city"
        return "" if part else noun  # "a town of the Copperbelt" is not the Copperbelt
    return ""


def _put_beside(sentence: Sentence, first: int, last: int) -> str:
    """Return the noun that a name is put beside: "two villages, X and Y", "X, a hamlet"."""
    head = span_head(sentence, first, last)
    beside = [t for t in sentence.children(head, "appos") if t.index > last]
    while head.label == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    above = sentence.head(head)
    if head.label == "appos" and above is not None and above.index < first:
        beside.append(above)
    nouns = (noun for token in beside if (noun := kind_noun(token)))
    return next((noun for noun in nouns if KIND_OF_NOUN[noun] != "site"), "")  # museums act


def _of_list(sentence: Sentence, before: Sequence[tuple[int, int]], at: int) -> str:
    """Return the noun that a list of places opens with: "the villages of X, Y and Z"."""
    for first, last in reversed(before):
        between = {token.text for token in sentence.tokens[last:at]}
        if not between or not between <= {",", "and"}:
            break
        opening = sentence.tokens[first - 1].text.lower() if first else ""
        if opening == "of" and sentence.tokens[first - 2].tag == "NNS":
            return beside(sentence, first, last)
        at = first
    return ""


def _shared(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> str:
    """Return the noun in the plural that a list of places ends with: "the X and Y regions"."""
    for (_, last), (first, end) in pairwise(spans):
        between = {token.text for token in sentence.tokens[last:first]}
        if not between or not between <= {",", "and"}:
            break
        if sentence.tokens[end:] and sentence.tokens[end].tag == "NNS":
            return kind_noun(sentence.tokens[end])
    return ""


def kind_noun(token: Token) -> str:
    """Return a common noun for a kind of place, in the singular; of any other word nothing."""
    noun = lemma(token.text, token.tag).lower() if token.tag.startswith("NN") else ""
    return noun if noun in KIND_OF_NOUN and token.text.islower() else ""
