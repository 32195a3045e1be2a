"""A question that an article asks itself, and what it says right after, to an open point."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.wording import spell
from generator.extract.questions.point import OpenPoint, verbs
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING, UNCLEAR, WORKING_OUT
from generator.language.tree import Sentence

_LEADING = frozenset({"so", "but", "and", "then", "now"})


def find_posed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what nobody answers: "Was the radar working? Reis would not be drawn"."""
    asked = preceding(reading, sentence)
    if asked is None or asked.paragraph != sentence.paragraph or asked.tokens[-1].text != "?":
        return
    answered = all(not is_withheld(sentence, v) for v in verbs(sentence, SAYING | WORKING_OUT))
    if reading.is_quoted(asked.start) or (answered and sentence.words.isdisjoint(UNCLEAR)):
        return
    start = next((n for n, word in enumerate(asked.lower) if word not in _LEADING), 0)
    question = finished(spell(reading, asked, asked.tokens[start:-1]))
    if question:
        why = "The source asks this and reports no answer."
        yield OpenPoint(question, "unanswered", why, (asked, sentence), 1.0)
