"""Deeds that nobody, or somebody unconfirmed, says they did, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_negated
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    led_to,
    subject_parts,
    subject_plural,
    verbs,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.told_events import DEEDS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import CONFIRMING
from generator.language.tree import Sentence, Token

_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "person", "caller", "man"})


def find_responsibility(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a claim of responsibility that nobody could confirm."""
    for verb in verbs(sentence, frozenset({"claim", "deny", "accept"})):
        thing = sentence.child(verb, "obj")
        if thing is None or thing.text.lower() != "responsibility" or is_negated(sentence, verb):
            continue
        for_what = sentence.child(thing, "nmod") or led_to(sentence, verb, "for")
        yield from _claimed(reading, sentence, verb, for_what)


def _claimed(
    reading: Reading, sentence: Sentence, verb: Token, deed: Token | None
) -> Iterator[OpenPoint]:
    """Yield whether those who claim a deed did it."""
    who = spell(reading, sentence, subject_parts(reading, sentence, verb))
    speaks = acting_subject(sentence, verb)
    if not who or (speaks is not None and verb_of(speaks) in _SPEAKERS):
        return  # for whom, the sentence does not say
    unsure = any(is_withheld(sentence, t) for t in verbs(sentence, CONFIRMING))
    if not unsure and verb_of(verb) != "claim":
        return
    be = "were" if subject_plural(sentence, verb) else "was"
    text = spell(reading, sentence, phrase(sentence, deed)) if deed else None
    text = text or event_before(reading, sentence, DEEDS)
    question = finished(f"{be} {who} responsible for {text}") if text else None
    why = "The claim of responsibility is not confirmed, the source says."
    if question:
        yield OpenPoint(question, "unconfirmed", why, (sentence,), 1.0 if unsure else 0.7)
