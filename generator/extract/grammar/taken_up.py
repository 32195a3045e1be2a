"""An "it" or "they" that stands for a thing, to the noun just before that it takes up."""

from __future__ import annotations

from generator.extract.grammar.trimming import kept_tokens
from generator.extract.grammar.wording import definite, spell
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_PLACES = frozenset({"obj", "nsubj", "nsubj:pass", "root"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_SEVERAL = frozenset({"they", "them", "their", "these", "those"})
_THINGS = _SEVERAL | {"it", "its"}
_MEASURES = frozenset("others euros dollars pounds rupees yen miles kilometres cent".split())
_PAYING = frozenset("go come spend use end vanish disappear transfer lose".split())
"""What is told of a sum of money: "some £4,000 was taken, and where it went is unknown"."""
_NEAR = 30
"""Words before a pronoun within which a new thing is named that it takes up."""
_KNOWN = frozenset("the this that these those its their his her our no any".split())


def preceding(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence before."""
    return reading.document.sentences[sentence.index - 1] if sentence.index else None


def antecedent(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return "the" and the noun of the thing that an "it" or "they" takes up, where one is."""
    if pronoun.text.lower() in {"these", "those"}:
        plural = [t for t in sentence.tokens[: pronoun.index] if t.tag == "NNS"]
        things = [t for t in plural if not reading.actor_at(sentence.index, t.index)]
        if things:
            return definite(reading, sentence, things[-1])
        return just_named(reading, sentence, pronoun) if pronoun.label in _SUBJECTS else None
    place = reading.things.get((sentence.index, pronoun.index))
    if place is None:
        return None
    there = reading.document.sentences[place[0]]
    noun = there.tokens[place[1]]
    return None if is_time(noun) else definite(reading, there, noun)  # no "its" is June's


def just_named(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return the one new thing told of just before: "found a van … who owns it"."""
    if pronoun.text.lower() not in _THINGS or reading.is_quoted(pronoun.start):
        return None
    verb = sentence.tokens[pronoun.head]
    if pronoun.label == "nsubj" and sentence.child(verb, "obj") and verb.tag.startswith("VB"):
        return None  # who does something to something is an actor
    before = preceding(reading, sentence)
    before = before if before and not before.heading else None
    here = sentence.tokens[max(0, pronoun.index - _NEAR) : pronoun.index]
    there = before.tokens[pronoun.index - _NEAR :] if before and pronoun.index < _NEAR else ()
    for near, tokens in ((sentence, here), (before, there)):
        new = [t for t in tokens if near and _is_new(reading, near, t, pronoun)]
        new = [t for t in new if t.tag != "$" or lemma(verb.text, verb.tag) in _PAYING]
        if near and new:
            told = _sum if new[0].tag == "$" else definite
            return told(reading, near, new[0]) if len(new) == 1 else None
    return None


def _sum(reading: Reading, sentence: Sentence, sign: Token) -> str | None:
    """Return "the $2 million" for "some $2 million of the club's"."""
    words = [t for t in kept_tokens(sentence, sign) if t is sign or t.tag == "CD"]
    text = spell(reading, sentence, words)
    return f"the {text}" if text else None


def _is_new(reading: Reading, sentence: Sentence, noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun names something for the first time that a pronoun agrees with."""
    several = pronoun.text.lower() in _SEVERAL
    if noun.label not in _PLACES or noun.tag not in ({"NNS"} if several else {"NN", "$"}):
        return False
    if is_time(noun):
        return False
    person = is_people_noun(lemma(noun.text, noun.tag).lower()) and not several
    actor = None if several else reading.actor_at(sentence.index, noun.index)
    if person or actor or noun.text in _MEASURES or reading.is_quoted(noun.start):
        return False
    sources = (span for a in reading.attributions_in(sentence.index) for span in a.source)
    if any(span.start <= noun.start < span.end for span in sources):
        return False  # who tells of it is not told of
    before = {t.text.lower() for t in sentence.children(noun, "det", "nmod:poss")}
    counted = sentence.child(noun, "nummod") is not None  # "its 300 drivers"
    if several:
        return counted or before.isdisjoint(_KNOWN)
    return noun.tag == "$" or bool(before & {"a", "an"})
