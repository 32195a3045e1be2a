"""What an article leaves between two: "either … or", "A or B", to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.clauses import (
    Clause,
)
from generator.extract.questions.point import (
    OpenPoint,
    worded,
)
from generator.extract.questions.prospects import prospect, willed
from generator.extract.questions.question_grammar import (
    ask,
)
from generator.extract.questions.signs import Finder
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_CHOOSING = frozenset({"cc:preconj", "cc", "det", "advmod"})


def find_alternatives(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the choice that "either … or" leaves in something ahead."""
    for either in worded(sentence, {"either"}):
        if either.label not in _CHOOSING:
            continue
        clause = _choice(reading, sentence, either)
        if clause is None:
            continue
        parts = tuple(p for p in clause.predicate if p is not either)
        who = tuple(p for p in clause.subject if p is not either)
        question = ask(reading, replace(clause, subject=who, predicate=parts))
        if question and " or " in question:
            why = "The source names both possibilities and settles on neither."
            yield OpenPoint(question, "alternative", why, (sentence,), 1.0)


def find_one_of_two(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the choice between names in "will meet Nowak or Petrova"."""
    for joint in worded(sentence, {"or"}):
        second = sentence.head(joint)
        first = sentence.head(second) if second is not None and second.label == "conj" else None
        first = sentence.head(first) if first is not None and first.label == "flat" else first
        if second is None or first is None or {first.tag, second.tag} != {"NNP"}:
            continue
        verb = sentence.head(first) if first.label in {"obj", "obl"} else None
        either = any(t.text.lower() == "either" for t in sentence.tokens)
        clause = willed(reading, sentence, verb) if verb is not None and not either else None
        question = ask(reading, clause) if clause else None
        if question and " or " in question:
            why = "The source names both possibilities and settles on neither."
            yield OpenPoint(question, "alternative", why, (sentence,), 0.9)


def _choice(reading: Reading, sentence: Sentence, either: Token) -> Clause | None:
    """Return the nearest clause around an "either" that tells of something ahead."""
    for above in sentence.path_to_root(either):
        if above.tag.startswith("VB") or sentence.child(above, "cop"):
            clause = prospect(reading, sentence, above)
            if clause:
                return clause
    return None


FINDERS: tuple[Finder, ...] = (
    find_alternatives,
    find_one_of_two,
)
