"""An "it" or "they" that stands for a thing, to the noun just before that it takes up."""

from __future__ import annotations

from generator.extract.grammar.wording import definite
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token


def preceding(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence before."""
    return reading.document.sentences[sentence.index - 1] if sentence.index else None


def antecedent(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return "the" and the noun of the thing that an "it" or "they" takes up, where one is."""
    if pronoun.text.lower() in {"these", "those"}:
        plural = [t for t in sentence.tokens[: pronoun.index] if t.tag == "NNS"]
        things = [t for t in plural if not reading.actor_at(sentence.index, t.index)]
        return definite(reading, sentence, things[-1]) if things else None
    place = reading.things.get((sentence.index, pronoun.index))
    if place is None:
        return None
    there = reading.document.sentences[place[0]]
    noun = there.tokens[place[1]]
    return None if is_time(noun) else definite(reading, there, noun)  # no "its" is June's
