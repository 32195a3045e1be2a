"""What an article says is not known, not said or not decided, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.anchors import clause_of, preceding
from generator.extract.embedded import Embedded, direct, embedded_questions
from generator.extract.open_point import (
    OpenPoint,
    subject_parts,
    subject_plural,
)
from generator.extract.question_grammar import ask, future, verb_of
from generator.extract.reading import Reading
from generator.extract.trimming import subject_of
from generator.extract.verdicts import verdict_on
from generator.language.tree import Sentence

_HAPPENING = frozenset({"happen", "occur", "take", "come", "be", "do"})


def find_embedded(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the embedded questions that the sentence says are open."""
    for embedded in embedded_questions(sentence):
        verdict = verdict_on(reading, embedded)
        if verdict is None or embedded.governor is None:
            continue
        governor = embedded.governor
        question = direct(
            reading,
            embedded,
            subject_parts(reading, sentence, governor),
            plural=subject_plural(sentence, governor),
        )
        kind, why, weight = verdict
        if question:
            yield OpenPoint(question, kind, why, (sentence,), weight)
            continue
        question, earlier = _when_that_happens(reading, embedded)
        if question and earlier:
            yield OpenPoint(question, kind, why, (earlier, sentence), weight)


def _when_that_happens(reading: Reading, embedded: Embedded) -> tuple[str | None, Sentence | None]:
    """Return the question in "when that would happen": "that" is what the last sentence awaits."""
    sentence, head = embedded.sentence, embedded.head
    subject = subject_of(sentence, head)
    earlier = preceding(reading, sentence)
    if subject is None or earlier is None or embedded.word.tag != "WRB":
        return None, None
    if subject.text.lower() not in {"that", "this", "it"} or verb_of(head) not in _HAPPENING:
        return None, None
    marks = [t for t in earlier.tokens if t.label == "mark" and t.text.lower() == "if"]
    modals = [t for t in earlier.tokens if t.tag == "MD"]
    awaited = next(iter(marks or modals), None)
    if awaited is None:
        return None, None
    clause = clause_of(reading, earlier, earlier.tokens[awaited.head])
    return (ask(reading, future(clause), opening=(embedded.word,)) if clause else None), earlier
