"""Questions that are put in an article and met with no answer, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.wording import spell
from generator.extract.questions.directing import direct
from generator.extract.questions.embedded import embedded_questions
from generator.extract.questions.point import OpenPoint, is_withheld, verbs, who_says
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING
from generator.language.tree import Sentence, Token

_ANSWERING = SAYING | {"respond", "reply", "elaborate", "go"}


def find_asked(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what the sentence before asks, where this one gives no answer to it."""
    earlier = preceding(reading, sentence)
    beside = earlier is not None and earlier.paragraph == sentence.paragraph
    silent = _silent(sentence) if beside else None
    if earlier is None or silent is None:
        return
    who = who_says(reading, sentence, silent, opening=False)
    why = f"Asked this, {who} did not answer, the source says."
    for question in (*_of_writer(reading, earlier), *_reported(reading, earlier)):
        yield OpenPoint(question, "unanswered", why, (earlier, sentence), 0.95)


def _silent(sentence: Sentence) -> Token | None:
    """Return the verb by which a sentence gives no answer, and nothing else, to a question."""
    withheld = (t for t in verbs(sentence, _ANSWERING) if is_withheld(sentence, t))
    verb = next(withheld, None)
    return verb if verb and sentence.child(verb, "ccomp") is None else None


def _of_writer(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield a question that the article itself puts."""
    asked = sentence.tokens[-1].text == "?" and not reading.is_quoted(sentence.tokens[-1].start)
    words = [t for t in sentence.tokens if t.text != "?"]
    question = finished(spell(reading, sentence, words)) if asked else None
    if question:
        yield question


def _reported(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield what somebody asked somebody: "asked the director whether the alarms were tested"."""
    for embedded in embedded_questions(sentence):
        governor = embedded.governor
        if governor is None or verb_of(governor) != "ask":
            continue
        if question := direct(reading, embedded):
            yield question
