"""Figures on which two sources differ, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.extract.grammar.adjuncts import shortened
from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import declarative
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.attributes import how_many
from generator.extract.questions.point import (
    SOMEBODY,
    OpenPoint,
    acting_subject,
    verbs,
    who_says,
)
from generator.extract.questions.question_grammar import ask, told_as_news, verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Actor, Reading
from generator.language.tree import Sentence, Token

_PUTTING = frozenset({"put", "estimate", "place"})
_MEASURES = frozenset(
    "number toll figure cost turnout size total damage bill count rate loss share age".split()
)
_CHANGES = frozenset("fall drop rise increase decline decrease".split())
_COUNTS = frozenset({"number", "figure", "toll", "total", "count"})
_TELLING = frozenset("say tell report claim estimate put insist state write count".split())


def find_figures(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a quantity for which two sources give different figures."""
    for verb in verbs(sentence, _PUTTING):
        thing = sentence.child(verb, "obj")
        figure = _number(sentence, verb)
        if thing is None or figure is None:
            continue
        for other in _nearby(reading, sentence):
            rival = _rival(sentence, other, verb, thing)
            question = rival and _quantity(reading, sentence, thing, other)
            if rival and question:
                yield _point(reading, question, (sentence, verb), (other, rival))
    yield from _told_differently(reading, sentence)


def _nearby(reading: Reading, sentence: Sentence) -> tuple[Sentence, ...]:
    sentences = reading.document.sentences
    around = sentences[max(0, sentence.index - 1) : sentence.index + 2]
    return tuple(s for s in around if s.paragraph == sentence.paragraph)


def _number(sentence: Sentence, verb: Token) -> str | None:
    """Return the first number behind a verb."""
    found = (t for t in sentence.subtree(verb) if t.tag == "CD" and t.index > verb.index)
    return next((t.text for t in found), None)


def _rival(sentence: Sentence, other: Sentence, verb: Token, thing: Token) -> Token | None:
    """Return the verb by which somebody else gives another figure for the same thing."""
    for telling in verbs(other, _TELLING):
        same = other is sentence and telling is verb
        mine, theirs = subject_of(sentence, verb), subject_of(other, telling)
        if same or theirs is None or mine is None or mine.text.lower() == theirs.text.lower():
            continue
        mine_too = set(sentence.subtree(verb)) if other is sentence else set()
        words = [t for t in other.subtree(telling) if t not in mine_too]
        numbers = {t.text for t in words if t.tag == "CD"}
        about = {t.text.lower() for t in words}
        low = thing.text.lower()
        linked = low in about or "it" in about or low == "it" or low in _COUNTS
        if numbers and _number(sentence, verb) not in numbers and linked:
            return telling
    return _by_account(other, thing) if other is not sentence else None


def _by_account(sentence: Sentence, thing: Token) -> Token | None:
    """Return the "according" of a sentence that gives the figure first."""
    told = any(t.tag == "CD" for t in sentence.tokens) and thing.text.lower() == "it"
    return next((t for t in sentence.tokens if told and t.text.lower() == "according"), None)


def _quantity(reading: Reading, sentence: Sentence, thing: Token, other: Sentence) -> str | None:
    """Return the question for a quantity: "the number of missing", or what "it" takes up."""
    if thing.text.lower() in _COUNTS and sentence.child(thing, "nmod", "acl") is None:
        return next(filter(None, (_how_many(reading, other, c) for _, c in _told(other))), None)
    of_what = sentence.child(thing, "nmod") if thing.text.lower() == "number" else None
    if of_what and (counted := how_many(reading, sentence, of_what)):
        return counted
    if thing.text.lower() in _MEASURES | _CHANGES:
        words = phrase(sentence, thing)
        end = next((t.index for t in words if t.text.lower() == "at"), words[-1].index + 1)
        text = spell(reading, sentence, [t for t in words if t.index < end])
        asked = "How large is" if thing.text.lower() in _CHANGES else "What is"
        return finished(f"{asked} {text}") if text and {"of", "in"} & set(text.split()) else None
    first = subject_of(other, other.root)
    if thing.text.lower() != "it" or first is None or first.text.lower() not in _MEASURES:
        return None
    text = spell(reading, other, phrase(other, first))
    return finished(f"What was {text if text and ' ' in text else f'the {first.text.lower()}'}")


def _how_many(reading: Reading, sentence: Sentence, claim: Token) -> str | None:
    """Return the question for what a claim counts: "2,000 people had lost their homes"."""
    clause, counted = clause_of(reading, sentence, claim), subject_of(sentence, claim)
    number = sentence.child(counted, "nummod") if counted else None
    if clause is None or counted is None or number is None or counted.tag != "NNS":
        return None
    noun = [t for t in phrase(sentence, counted) if t.index > number.index]
    asked = replace(told_as_news(clause), subject=("How many", *noun), plural=True)
    texts = (spell(reading, sentence, declarative(shorter)) for shorter in shortened(asked))
    return next(filter(None, map(finished, texts)), None)


def _told_differently(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield "it failed eleven times", where the next one to tell says "it failed four times"."""
    tellings = [(s, v, c) for s in _pair(reading, sentence) for v, c in _told(s)]
    for one, other in pairwise(tellings):
        if other[0] is not sentence or not _differ(reading, one, other):
            continue
        clause = clause_of(reading, one[0], one[2])
        question = ask(reading, told_as_news(clause)) if clause else None
        if _count_alike(one, other):
            question = _how_many(reading, other[0], other[2]) or _how_many(reading, one[0], one[2])
        if question:
            yield _point(reading, question, one[:2], other[:2])


def _pair(reading: Reading, sentence: Sentence) -> tuple[Sentence, ...]:
    earlier = preceding(reading, sentence)
    near = earlier is not None and earlier.paragraph == sentence.paragraph
    return (earlier, sentence) if earlier and near else (sentence,)


def _told(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    for verb in verbs(sentence, _TELLING):
        content = sentence.child(verb, "ccomp")
        if content is not None and content.index > verb.index:
            yield verb, content


def _differ(
    reading: Reading,
    one: tuple[Sentence, Token, Token],
    other: tuple[Sentence, Token, Token],
) -> bool:
    """Tell whether two claims of different people use one verb with different figures."""
    first, second = (_teller(reading, s, verb) for s, verb, _ in (one, other))
    if first is None or second is None or first is second:
        return False
    if _count_alike(one, other):
        return True
    if verb_of(one[2]) != verb_of(other[2]):
        return False
    mine, theirs = ({t.text for t in s.subtree(c) if t.tag == "CD"} for s, _, c in (one, other))
    subject = subject_of(other[0], other[2])
    taken_up = subject is not None and subject.text.lower() in {"it", "they", "there", "he", "she"}
    return bool(mine and theirs) and not mine & theirs and taken_up


def _count_alike(one: tuple[Sentence, Token, Token], other: tuple[Sentence, Token, Token]) -> bool:
    """Tell whether a claim sets another number of the same against one: "only nine homes"."""
    mine, theirs = (_counts_in(s, content) for s, _, content in (one, other))
    less = any(t.text.lower() in {"only", "just"} for t in other[0].subtree(other[2]))
    return less and any(mine[noun] != theirs[noun] for noun in mine.keys() & theirs.keys())


def _counts_in(sentence: Sentence, content: Token) -> dict[str, str]:
    """Return the numbers of what a claim counts, by noun."""
    counted = ((t, sentence.child(t, "nummod")) for t in sentence.subtree(content))
    return {t.text.lower(): n.text.lower() for t, n in counted if n and t.tag == "NNS"}


def _teller(reading: Reading, sentence: Sentence, verb: Token) -> Actor | None:
    subject = acting_subject(sentence, verb)
    return reading.actor_at(sentence.index, subject.index) if subject else None


def _point(
    reading: Reading, question: str, one: tuple[Sentence, Token], other: tuple[Sentence, Token]
) -> OpenPoint:
    ordered = sorted((one, other), key=lambda told: (told[0].index, told[1].index))
    first = who_says(reading, *ordered[0])
    second = who_says(reading, *ordered[1], opening=False)
    known = SOMEBODY not in {first.lower(), second}
    why = f"{first} and {second} give different figures." if known else "The figures differ."
    sentences = tuple(dict.fromkeys(sentence for sentence, _ in ordered))
    return OpenPoint(question, "disputed", why, sentences, 0.9)
