"""What is bid for in an article, to whether the bid will be accepted."""

from __future__ import annotations

from generator.extract.grammar.naming import possessive
from generator.extract.grammar.trimming import phrase
from generator.extract.questions.point import (
    acting_subject,
    can_speak,
    has_case,
    led_to,
    name_for,
    person_in,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.signs import Finder, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_MAKING = frozenset({"make", "submit", "table", "launch", "raise", "increase", "improve"})
_GETTING = frozenset({"receive", "get", "consider", "weigh", "review", "study"})


def _bid(reading: Reading, sentence: Sentence, bid: Token) -> str | None:
    """Return the question in "made an offer for Trenta", "received a bid from Norrvik"."""
    verb = sentence.head(bid) if bid.label == "obj" else None
    who = acting_subject(sentence, verb) if verb else None
    if verb is None or who is None or is_withheld(sentence, verb):
        return None
    made = verb_of(verb) in _MAKING
    other = _behind(sentence, bid, "for") if made else _behind(sentence, bid, "from")
    bidder, target = (who, other) if made else (other, who)
    words = phrase(sentence, other) if other else ()
    named = any(t.tag == "NNP" or reading.actor_at(sentence.index, t.index) for t in words)
    able = target is not None and can_speak(reading, sentence, target)
    if not (able and named) or not (made or verb_of(verb) in _GETTING):
        return None
    whose, to = name_for(reading, sentence, bidder), name_for(reading, sentence, target)
    if not whose or not to:
        return None
    if target and person_in(reading, sentence, phrase(sentence, target)):
        return finished(f"Will {whose} sign {to}")
    return finished(f"Will {to} accept {possessive(reading, whose)} {bid.text.lower()}")


def _behind(sentence: Sentence, noun: Token, case: str) -> Token | None:
    """Return the noun that a preposition leads to, in "an offer of 4bn euros from Norrvik" too."""
    verb = sentence.tokens[noun.head]
    below = (t for t in sentence.subtree(noun) if t.index > noun.index and t.tag[:2] == "NN")
    found = next((t for t in below if has_case(sentence, t, {case})), None)
    return found or led_to(sentence, verb, case)


FINDERS: tuple[Finder, ...] = (
    on_words("offer bid takeover", _bid, 0.85, "The source tells of a bid, not of an answer."),
)
