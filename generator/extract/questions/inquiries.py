"""Investigations under way to questions about what caused what they look into."""

from __future__ import annotations

from generator.extract.grammar.clauses import verb_group
from generator.extract.questions.attributes import about_thing, the
from generator.extract.questions.point import led_to
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.told_events import MISHAPS
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_CLOSED = frozenset({"end", "close", "complete", "conclude", "find", "drop", "clear", "shelve"})
_LOOKED_INTO = "The source says that this is being looked into."


def _investigated(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "is investigating the crash"."""
    group = verb_group(sentence, verb)
    now = group.modal or group.progressive or not group.past
    thing = sentence.child(verb, "obj", "nsubj:pass") if now else None
    return _cause_of(reading, sentence, thing) if thing else None


def _inquired_into(reading: Reading, sentence: Sentence, inquiry: Token) -> str | None:
    """Return the question in "an inquiry into the fire", unless it is closed."""
    above = sentence.head(inquiry)
    closed = above is not None and verb_of(above) in _CLOSED
    thing = None if closed else led_to(sentence, inquiry, "into")
    return _cause_of(reading, sentence, thing) if thing else None


def _cause_of(reading: Reading, sentence: Sentence, thing: Token) -> str | None:
    if thing.text.lower() in {"cause", "causes"}:
        return about_thing(reading, sentence, thing)
    text = the(reading, sentence, thing) if thing.text.lower() in MISHAPS else None
    return finished(f"What caused {text}") if text else None


FINDERS: tuple[Finder, ...] = (
    on_verbs("investigate probe examine", _investigated, 0.75, _LOOKED_INTO),
    on_words("investigation inquiry enquiry probe", _inquired_into, 0.75, _LOOKED_INTO),
)
