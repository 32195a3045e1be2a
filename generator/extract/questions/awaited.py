"""What an article says is put off, stalled, being tested or not yet out, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.attributes import DEEDS, MISHAPS, event_before, the
from generator.extract.questions.point import (
    OpenPoint,
    after_preposition,
    verbs,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.morphology import past
from generator.language.tree import Sentence

_CHARGING = frozenset("arrest charge detain convict prosecute punish discipline".split())
_NOBODY = frozenset({"nobody", "no-one", "one", "none"})


def find_uncharged(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what nobody has been charged over, or arrested for."""
    for verb in verbs(sentence, _CHARGING):
        who = subject_of(sentence, verb)
        nobody = who is not None and who.text.lower() in _NOBODY
        if not nobody or who is None or not sentence.child(verb, "aux:pass"):
            continue
        if who.text.lower() == "one" and not any(
            t.text.lower() == "no" for t in sentence.children(who)
        ):
            continue
        over = after_preposition(sentence, verb, "over") or after_preposition(sentence, verb, "for")
        text = the(reading, sentence, over) if over else None
        text = text or event_before(reading, sentence, DEEDS | MISHAPS)
        over_what = f" over {text}" if text else ""
        question = finished(f"Will anyone be {past(verb_of(verb))}{over_what}")
        if question:
            why = f"The source says that nobody has been {past(verb_of(verb))}."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)
