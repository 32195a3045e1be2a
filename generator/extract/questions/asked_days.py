"""What somebody is asked to do to the same without the day on which it was asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.extract.grammar.clauses import Clause
from generator.extract.reading import Reading
from generator.extract.times.dates import Expression, find_expressions
from generator.extract.times.tenses import ON_A_DAY, clauses_around, is_request
from generator.language.tree import Token

_WHEN = ("obl", "advmod", "nmod:unmarked")


def without_day_of_asking(reading: Reading, clause: Clause) -> Clause:
    """Return "asked the judge to throw out the case on Monday" as "throw out the case".

    A day that was still to come may be the one that it is to be done on, and stays.
    """
    sentence, published = clause.sentence, reading.published
    if published is None or not is_request(sentence, clause.head):
        return clause
    cut: set[int] = set()
    for found in find_expressions(reading.document.text[sentence.start : sentence.end]):
        start, end = found.start + sentence.start, found.end + sentence.start
        words = [t for t in sentence.tokens if start <= t.start < end]
        if _is_over(found, published) and _is_of(clause, words):
            cut.update(t.index for t in words)
    kept = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in cut)
    return replace(clause, predicate=kept)


def _is_over(found: Expression, published: dt.date) -> bool:
    days = found.shape.days(published, "past") if found.lead in ON_A_DAY else None
    return days is not None and days.last <= published


def _is_of(clause: Clause, words: list[Token]) -> bool:
    """Tell "free them on Monday" from "free those held on Monday", "stop Monday's march"."""
    inside = {t.index for t in words}
    day = next((t for t in words if t.head not in inside), None)
    if day is None or not day.label.startswith(_WHEN):
        return False
    return clauses_around(clause.sentence, day)[:1] == [clause.head]
