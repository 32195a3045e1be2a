"""What depends on a condition or lies between two choices, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.anchors import clause_of
from generator.extract.clauses import Clause, clause_at, declarative, is_plural_noun, shortened
from generator.extract.open_point import SAYING, OpenPoint
from generator.extract.prospects import prospect
from generator.extract.question_grammar import (
    COMFORTABLE,
    ask,
    conditional_present,
    finished,
    polar,
    verb_of,
)
from generator.extract.reading import Reading
from generator.extract.wording import Part, spell
from generator.language.tree import Sentence, Token

_MOST_MISSED = 4
"""Words that may be added to a condition; more of them belong to something else."""
_CHOOSING = frozenset({"cc:preconj", "cc", "det", "advmod"})


def find_conditions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield "will … if …" for what depends on something that has not happened."""
    for mark in sentence.tokens:
        if mark.label != "mark" or mark.text.lower() not in {"if", "unless"}:
            continue
        condition = sentence.tokens[mark.head]
        main = sentence.head(condition)
        if main is None or not condition.label.startswith("advcl"):
            continue
        main = _what_is_said(sentence, main)
        if mark.index and sentence.tokens[mark.index - 1].text.lower() in {"as", "even"}:
            continue
        question = _conditional(reading, sentence, main, condition, mark)
        if question:
            why = "The source makes this depend on something that has not happened yet."
            yield OpenPoint(question, "conditional", why, (sentence,), 1.0)


def _what_is_said(sentence: Sentence, main: Token) -> Token:
    """Return the clause that a verb of saying reports: "if it is not paid, the group says, …"."""
    said = sentence.child(main, "ccomp") if verb_of(main) in SAYING else None
    vowed = (
        sentence.child(main, "xcomp") if verb_of(main) in {"threaten", "vow", "promise"} else None
    )
    return said or vowed or main


def _conditional(
    reading: Reading, sentence: Sentence, main: Token, condition: Token, mark: Token
) -> str | None:
    outcome = prospect(reading, sentence, main)
    given = _given(reading, sentence, mark, after=condition.index > main.index)
    if outcome is None or given is None or not _is_awaited(given):
        return None
    given = replace(given, group=conditional_present(given.group))
    if _has_alternative(sentence, main):
        return None
    if condition.index > main.index:
        ahead = (p for p in outcome.predicate if isinstance(p, str) or p.index < mark.index)
        outcome = replace(outcome, predicate=tuple(ahead))
    before = condition.index < main.index
    if before:
        return _condition_first(reading, outcome, given, mark)
    for short in shortened(given):
        parts = (*polar(outcome), mark.text.lower(), *declarative(short))
        question = finished(spell(reading, sentence, parts))
        if question and len(question.split()) <= COMFORTABLE:
            return question
    return ask(reading, outcome, tail=(mark.text.lower(), *declarative(given)))


def _given(reading: Reading, sentence: Sentence, mark: Token, *, after: bool) -> Clause | None:
    """Return the clause of a condition; its pronouns stay where the outcome comes first."""
    condition = sentence.tokens[mark.head]
    words = sentence.tokens[mark.index + 1 : condition.index]
    plural = bool(words) and is_plural_noun(sentence, words[-1])
    if not after:
        return clause_of(reading, sentence, condition, words, plural=plural)
    given = clause_at(sentence, condition, words, plural=plural)
    return replace(given, predicate=_to_the_stop(sentence, given)) if given else None


def _to_the_stop(sentence: Sentence, given: Clause) -> tuple[Part, ...]:
    """Return a condition's predicate with the words up to the next stop that the parse left out."""
    last = max((p.index for p in given.predicate if isinstance(p, Token)), default=given.head.index)
    missed = []
    for token in sentence.tokens[last + 1 :]:
        if not token.text[:1].isalnum():
            break
        missed.append(token)
    return (*given.predicate, *missed) if len(missed) <= _MOST_MISSED else given.predicate


def _condition_first(reading: Reading, outcome: Clause, given: Clause, mark: Token) -> str | None:
    """Return the question where the condition comes first and may name what the rest takes up."""
    text = spell(reading, given.sentence, declarative(given))
    if text and _is_same(reading, given, outcome):
        pronoun = "they" if given.plural else "it"
        text = spell(reading, given.sentence, (pronoun, *declarative(given)[len(given.subject) :]))
    return ask(reading, outcome, tail=(mark.text.lower(), text)) if text else None


def _is_same(reading: Reading, one: Clause, other: Clause) -> bool:
    """Tell whether two clauses are about the same organisation or thing."""
    names = [spell(reading, clause.sentence, clause.subject) for clause in (one, other)]
    token = one.subject[0]
    actor = reading.actor_at(one.sentence.index, token.index) if isinstance(token, Token) else None
    return names[0] == names[1] and not (actor and actor.kind == "person")


def _is_awaited(given: Clause) -> bool:
    """Tell whether a condition can still come true: not "if they had opened", "if this were"."""
    unreal = given.group.past and (given.group.perfect or given.group.lemma == "be")
    return not (unreal and not given.group.passive)


def find_alternatives(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the choice that "either … or" leaves in something ahead."""
    for either in sentence.tokens:
        if either.text.lower() != "either" or either.label not in _CHOOSING:
            continue
        clause = _choice(reading, sentence, either)
        if clause is None or not _or_after(sentence, either):
            continue
        parts = tuple(p for p in clause.predicate if p is not either)
        question = ask(reading, replace(clause, predicate=parts))
        if question and " or " in question:
            why = "The source names both possibilities and settles on neither."
            yield OpenPoint(question, "alternative", why, (sentence,), 1.0)


def _choice(reading: Reading, sentence: Sentence, either: Token) -> Clause | None:
    """Return the nearest clause around an "either" that tells of something ahead."""
    for above in sentence.path_to_root(either):
        if above.tag.startswith("VB") or sentence.child(above, "cop"):
            clause = prospect(reading, sentence, above)
            if clause:
                return clause
    return None


def _or_after(sentence: Sentence, either: Token) -> bool:
    return any(t.text.lower() == "or" for t in sentence.tokens[either.index :])


def _has_alternative(sentence: Sentence, main: Token) -> bool:
    return any(t.text.lower() == "either" for t in sentence.subtree(main)) and _or_after(
        sentence, main
    )
