"""Proposals and pleas that nobody has answered or ruled on, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.point import (
    OpenPoint,
    after_preposition,
    has_yet_to,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.questions.question_grammar import ask, future
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.answers import ENQUIRIES
from generator.language.tree import Sentence, Token


def find_unruled(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what a court has not ruled on: "did not rule on a request for an injunction"."""
    for verb in verbs(sentence, frozenset({"rule"})):
        thing = after_preposition(sentence, verb, "on")
        if thing is None or thing.text.lower() not in _PLEAS or not is_withheld(sentence, verb):
            continue
        text = spell(reading, sentence, phrase(sentence, thing))
        question = finished(f"Will {text} be granted") if text else None
        if question:
            why = f"{who_says(reading, sentence, verb)} did not rule on it, the source says."
            yield OpenPoint(question, "pending", why, (sentence,), 0.95)


_PLEAS = frozenset({"request", "motion", "petition", "application", "bid", "plea", "demand"})


def find_silence(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how somebody will respond where they have not: "had not responded to the proposal"."""
    for verb in verbs(sentence, frozenset({"respond", "reply", "react", "answer"})):
        helped = sentence.child(verb, "aux") or has_yet_to(sentence, verb)
        if not helped or not is_withheld(sentence, verb):
            continue
        what, to = sentence.child(verb, "obj"), after_preposition(sentence, verb, "to")
        barred = ENQUIRIES - {"request"} if what else ENQUIRIES
        to_what = what or to
        if to_what is None or to_what.text.lower() in barred:
            continue
        alone = sentence.child(to_what, "nmod") is None
        if alone and len(sentence.children(to_what)) <= len(("to", "the")):
            continue  # "to the offer": the question about the offer itself says more
        parts, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
        neither = bool(parts) and isinstance(parts[0], Token) and parts[0].text.lower() == "neither"
        clause = clause_of(reading, sentence, verb, parts, plural=plural)
        if clause and neither:
            clause = replace(clause, subject=("either", *parts[1:]))
        asked = future(replace(clause, negated=False)) if clause else None
        question = asked and ask(reading, asked, opening=("How",))
        if question:
            who = "Nobody" if neither else who_says(reading, sentence, verb)
            why = f"{who} had {'' if neither else 'not '}responded, the source says."
            yield OpenPoint(question, "unanswered", why, (sentence,), 1.0)
