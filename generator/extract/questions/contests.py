"""Matches still to be played, to who will win them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.point import (
    OpenPoint,
    after_preposition,
    verbs,
)
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence

_FINALS = frozenset(
    "final semi-final semifinal quarter-final quarterfinal play-off playoff".split()
)


def find_contests(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who will win what is to be played: "Ghana meet Senegal in the final on Sunday"."""
    for verb in verbs(sentence, frozenset({"meet", "play", "face"})):
        one, other = subject_of(sentence, verb), sentence.child(verb, "obj")
        match = after_preposition(sentence, verb, "in")
        ahead = verb.tag in {"VBP", "VBZ"} or sentence.child(verb, "aux")
        if not (one and other and match and ahead and match.text.lower() in _FINALS):
            continue
        if any(t.tag in {"PRP", "CC"} for n in (one, other) for t in phrase(sentence, n)):
            continue
        pair: tuple[Part, ...] = (*phrase(sentence, one), "or", *phrase(sentence, other))
        words: tuple[Part, ...] = ("Will", *pair, "win", *phrase(sentence, match))
        question = finished(spell(reading, sentence, words))
        if question:
            why = f"The source says that the {match.text.lower()} is still to come."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)
