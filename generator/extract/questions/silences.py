"""Proposals that nobody has answered, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.questions.point import (
    OpenPoint,
    led_to,
    names_nobody,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.questions.question_grammar import affirmed, ask, future
from generator.extract.questions.withheld import has_yet_to, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import ENQUIRIES
from generator.language.tree import Sentence


def find_silence(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how somebody will respond where they have not: "had not responded to the proposal"."""
    for verb in verbs(sentence, frozenset({"respond", "reply", "react", "answer"})):
        helped = sentence.child(verb, "aux") or has_yet_to(sentence, verb)
        if not helped or not is_withheld(sentence, verb):
            continue
        what, to = sentence.child(verb, "obj"), led_to(sentence, verb, "to")
        barred = ENQUIRIES - {"request"} if what else ENQUIRIES
        to_what = what or to
        if to_what is None or to_what.text.lower() in barred:
            continue
        alone = sentence.child(to_what, "nmod") is None
        if alone and len(sentence.children(to_what)) <= len(("to", "the")):
            continue  # "to the offer": the question about the offer itself says more
        parts, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
        clause = clause_of(reading, sentence, verb, parts, plural=plural)
        question = clause and ask(reading, future(affirmed(clause)), opening=("How",))
        if question:
            who = who_says(reading, sentence, verb)
            had = "Nobody had" if names_nobody(who) else f"{who} had not"
            why = f"{had} responded, the source says."
            yield OpenPoint(question, "unanswered", why, (sentence,), 1.0)
