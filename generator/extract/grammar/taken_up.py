"""An "it" or "they" that stands for a thing, to the noun just before that it takes up."""

from __future__ import annotations

from generator.extract.grammar.trimming import kept_tokens, phrase
from generator.extract.grammar.wording import spell
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
        return _definite(reading, sentence, things[-1]) if things else None
    place = reading.things.get((sentence.index, pronoun.index))
    if place is None:
        return None
    there = reading.document.sentences[place[0]]
    noun = there.tokens[place[1]]
    return None if is_time(noun) else _definite(reading, there, noun)  # no "its" is June's


def _definite(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    if noun.tag == "NNP" and any(t.text.lower() == "the" for t in sentence.children(noun)):
        return spell(reading, sentence, phrase(sentence, noun))
    below = {"compound", "amod", "nummod", "nmod:poss"}
    owned = sentence.child(noun, "nmod:poss") is not None
    before = (t for t in kept_tokens(sentence, noun) if t.index <= noun.index)
    kept = [t for t in before if t is noun or _top(sentence, noun, t) in below]
    text = spell(reading, sentence, kept)
    return text if owned or text is None else f"the {text}"


def _top(sentence: Sentence, noun: Token, token: Token) -> str:
    at = token
    while at.head != noun.index and at.head >= 0:
        at = sentence.tokens[at.head]
    return at.label.split(":")[0] if at.label != "nmod:poss" else at.label
