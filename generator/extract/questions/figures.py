"""Figures on which two people differ, to open points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.grammar.adjuncts import shortened
from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.capitals import capitalised
from generator.extract.grammar.clauses import declarative
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.attributes import how_many
from generator.extract.questions.claims import TELLING, tellings_in
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    is_withheld,
    name_for,
    verbs,
)
from generator.extract.questions.question_grammar import ask, told_as_news, verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_PUTTING = frozenset({"put", "estimate", "place"})
_COUNTS = frozenset({"number", "figure", "toll", "total", "count"})
_MEASURES = _COUNTS | frozenset("cost turnout size damage bill rate loss share age".split())
_CHANGES = frozenset("fall drop rise increase decline decrease".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_POINTING = frozenset({"it", "they", "there", "he", "she", "that", "figure", "number"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that somebody gives for something."""

    sentence: Sentence
    teller: Token
    number: Token
    of: Token | None
    """What it counts or measures: "rebels" in "40 rebels", "it" in "put it at six"."""
    content: Token | None
    """What is said, where that is a clause: "were killed"."""


def find_figures(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a quantity for which two people give different figures."""
    here = list(_figures_in(sentence))
    earlier = preceding(reading, sentence) if here else None
    near = earlier is not None and earlier.paragraph == sentence.paragraph
    before = list(_figures_in(earlier)) if earlier and near else []
    for other in here:
        for one in (*before, *(f for f in here if f.number.index < other.number.index)):
            question = _question(reading, one, other) if _differ(reading, one, other) else None
            if question:
                yield _point(reading, question, one, other)


def _figures_in(sentence: Sentence) -> Iterator[Figure]:
    """Yield the first number in all that somebody says, puts something at or counts."""
    if not any(t.tag == "CD" for t in sentence.tokens):
        return
    told = dict(tellings_in(sentence))
    for cue in (*told, *verbs(sentence, _PUTTING | {"say", "tell"})):
        content = told.get(cue)
        by = cue.text.lower() == "according"
        if not by and is_withheld(sentence, cue):
            continue  # "did not say what will become of the other 130"
        teller = sentence.head(cue) if by else acting_subject(sentence, cue)
        thing = sentence.child(cue, "obj", "nsubj:pass") if content is None else None
        number = next((t for t in _below(sentence, content or cue) if _is_figure(t)), None)
        if teller is None or number is None or (number.index < cue.index and not by):
            continue
        counted = sentence.head(number) if number.label == "nummod" else None
        own = subject_of(sentence, content) if content else thing
        counts = counted is not None and counted.tag == "NNS" and not is_time(counted)
        of = counted if counts else own
        yield Figure(sentence, teller, number, None if of is number else of, content)


def _is_figure(token: Token) -> bool:
    return token.tag == "CD" and not _YEAR.fullmatch(token.text)


def _below(sentence: Sentence, head: Token) -> Iterator[Token]:
    """Yield the words of what is told, without what others tell below it."""
    for token in sentence.subtree(head):
        path = sentence.path_to_root(token)
        telling = (t for t in path if t.tag[:2] == "VB" and verb_of(t) in TELLING | _PUTTING)
        told = next(telling, head)
        if told is head or head in sentence.subtree(told):
            yield token


def _differ(reading: Reading, one: Figure, other: Figure) -> bool:
    """Tell whether two people give different numbers for one thing."""
    tellers = [reading.actor_at(f.sentence.index, f.teller.index) for f in (one, other)]
    alike = one.teller.text.lower() == other.teller.text.lower()
    if alike or (tellers[0] is not None and tellers[0] is tellers[1]):
        return False
    if one.number.text.lower() == other.number.text.lower():
        return False
    mine, theirs = (f.of.text.lower() if f.of else "it" for f in (one, other))
    if theirs == mine and theirs not in _POINTING:
        return True
    said = other.content
    same_deed = said and one.content and verb_of(one.content) == verb_of(said)
    if mine == "toll" and said is not None and verb_of(said) in {"die", "kill"}:
        return True
    bare = said is None or theirs in _MEASURES or other.sentence.child(said, "cop") is not None
    return theirs in _POINTING | _MEASURES and bool(bare or same_deed)


def _question(reading: Reading, one: Figure, other: Figure) -> str | None:
    """Return the question for what two figures are of."""
    asked = (_how_many(reading, f) or _measured(reading, f) for f in (one, other))
    if found := next(filter(None, asked), None):
        return found
    own = subject_of(one.sentence, one.content) if one.content else None
    if own is None or one.content is None or one.number.index < one.content.index:
        return None
    clause = clause_of(reading, one.sentence, one.content) if one.content else None
    return ask(reading, told_as_news(clause)) if clause else None


def _how_many(reading: Reading, figure: Figure) -> str | None:
    """Return the question for what a claim counts: "2,000 people had lost their homes"."""
    sentence, of, content = figure.sentence, figure.of, figure.content
    clause = clause_of(reading, sentence, content) if content else None
    if clause is None or of is None or of is not subject_of(sentence, clause.head):
        return None
    if sentence.child(of, "nummod") is None:
        return None
    noun = [t for t in phrase(sentence, of) if t.index > figure.number.index]
    if not noun or noun[0].tag == "NN":
        return None  # "a magnitude 6.3 tremor"
    asked = replace(told_as_news(clause), subject=("How many", *noun), plural=True)
    texts = (spell(reading, sentence, declarative(shorter)) for shorter in shortened(asked))
    return next(filter(None, map(finished, texts)), None)


def _measured(reading: Reading, figure: Figure) -> str | None:
    """Return the question for a measure: "the number of missing", "the cost of the works"."""
    sentence, thing = figure.sentence, figure.of
    low = thing.text.lower() if thing else ""
    if thing is None or low not in _MEASURES | _CHANGES:
        return None
    of_what = sentence.child(thing, "nmod")
    if low == "number" and of_what and (counted := how_many(reading, sentence, of_what)):
        return counted
    words = phrase(sentence, thing)
    end = next((t.index for t in words if t.text.lower() == "at"), words[-1].index + 1)
    text = spell(reading, sentence, [t for t in words if t.index < end])
    if text is None or (low in _COUNTS and " " not in text.removeprefix("the ")):
        return None
    text = text if " " in text else f"the {low}"
    link = sentence.child(figure.content, "cop") if figure.content else None
    be = "was" if link and link.tag == "VBD" else "is"
    return finished(f"{'How large' if low in _CHANGES else 'What'} {be} {text}")


def _point(reading: Reading, question: str, one: Figure, other: Figure) -> OpenPoint:
    first, second = (name_for(reading, f.sentence, f.teller) for f in (one, other))
    known = first and second and "ccording" not in first + second
    why = f"{first} and {second} give different figures." if known else "The figures differ."
    grounds = tuple(dict.fromkeys((one.sentence, other.sentence)))
    return OpenPoint(question, "disputed", capitalised(why), grounds, 0.9)
