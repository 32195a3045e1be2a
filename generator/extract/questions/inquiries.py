"""Investigations under way and findings that are due, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.questions.attributes import MISHAPS, about_thing, the
from generator.extract.questions.point import OpenPoint, has_case, verbs, worded
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_INVESTIGATING = frozenset({"investigate", "probe", "examine"})
_INQUIRIES = frozenset({"investigation", "inquiry", "enquiry", "probe"})
_CLOSED = frozenset({"end", "close", "complete", "conclude", "find", "drop", "clear", "shelve"})


def find_inquiries(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is being looked into: "is investigating the crash", "an inquiry into the fire"."""
    why = "The source says that this is being looked into."
    for thing in (*_investigated(sentence), *_inquired_into(sentence)):
        question = _cause_of(reading, sentence, thing)
        if question:
            yield OpenPoint(question, "pending", why, (sentence,), 0.75)


def _investigated(sentence: Sentence) -> Iterator[Token]:
    for verb in verbs(sentence, _INVESTIGATING):
        group = verb_group(sentence, verb)
        thing = sentence.child(verb, "obj", "nsubj:pass")
        if thing and (group.modal or group.progressive or not group.past):
            yield thing


def _inquired_into(sentence: Sentence) -> Iterator[Token]:
    for noun in worded(sentence, _INQUIRIES):
        above = sentence.head(noun)
        closed = above is not None and verb_of(above) in _CLOSED
        for thing in sentence.children(noun, "nmod"):
            if has_case(sentence, thing, {"into"}) and not closed:
                yield thing


def _cause_of(reading: Reading, sentence: Sentence, thing: Token) -> str | None:
    if thing.text.lower() in {"cause", "causes"}:
        return about_thing(reading, sentence, thing)
    if thing.text.lower() not in MISHAPS:
        return None
    text = the(reading, sentence, thing)
    return finished(f"What caused {text}") if text else None
