"""Deeds that nobody, or somebody unconfirmed, says they did, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_negated
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.gaps import DEEDS, event_before
from generator.extract.questions.point import (
    CONFIRMING,
    OpenPoint,
    after_preposition,
    has_case,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
)
from generator.extract.questions.question_grammar import finished, verb_of
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token


def _unclaimed(reading: Reading, sentence: Sentence, deed: Token | None) -> Iterator[OpenPoint]:
    """Yield who did what "nobody has claimed responsibility" for."""
    text = spell(reading, sentence, phrase(sentence, deed)) if deed else None
    text = text or event_before(reading, sentence, DEEDS)
    question = finished(f"Who was responsible for {text}") if text else None
    if question:
        why = "The source says that nobody has claimed responsibility."
        yield OpenPoint(question, "unknown", why, (sentence,), 1.0)


def find_unowned(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who did what nobody owns up to: "no group has said it was behind the attack"."""
    for verb in verbs(sentence, frozenset({"say", "claim", "admit"})):
        content, who = sentence.child(verb, "ccomp", "xcomp"), subject_of(sentence, verb)
        nobody = who is not None and (
            who.text.lower() == "nobody"
            or any(t.text.lower() == "no" for t in sentence.children(who, "det"))
        )
        if content is None or not nobody or not has_case(sentence, content, {"behind"}):
            continue
        case = sentence.children(content, "case")[-1].index
        words = [t for t in phrase(sentence, content) if t.index > case]
        text = spell(reading, sentence, words)
        question = finished(f"Who was behind {text}") if text else None
        if question:
            why = "The source says that nobody has claimed responsibility."
            yield OpenPoint(question, "unknown", why, (sentence,), 1.0)


def find_responsibility(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a claim of responsibility that nobody could confirm."""
    for verb in verbs(sentence, frozenset({"claim", "deny", "accept"})):
        thing = sentence.child(verb, "obj")
        if thing is None or thing.text.lower() != "responsibility":
            continue
        for_what = sentence.child(thing, "nmod") or after_preposition(sentence, verb, "for")
        if is_negated(sentence, verb):
            yield from _unclaimed(reading, sentence, for_what)
            continue
        who = spell(reading, sentence, subject_parts(reading, sentence, verb))
        text = spell(reading, sentence, phrase(sentence, for_what)) if for_what else None
        unsure = any(
            verb_of(t) in CONFIRMING and is_withheld(sentence, t)
            for t in sentence.tokens
            if t.tag.startswith("VB")
        )
        if who and (unsure or verb_of(verb) == "claim"):
            be = "were" if subject_plural(sentence, verb) else "was"
            text = text or event_before(reading, sentence, DEEDS)
            claimed = f" for {text}" if text else ", as claimed"
            question = finished(f"{be} {who} responsible{claimed}")
            why = "The claim of responsibility is not confirmed, the source says."
            if question:
                yield OpenPoint(question, "unconfirmed", why, (sentence,), 1.0 if unsure else 0.7)
