"""Embedded questions, "when it would leave", to direct ones: "When will it leave?"."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.adjuncts import shortened
from generator.extract.grammar.anchors import clause_of, of_own
from generator.extract.grammar.clauses import Clause, declarative
from generator.extract.grammar.naming import named
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.wh_phrases import verb_follows, wh_phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.asked_clause import (
    asked_clause,
    asked_group,
    first_alone,
    up_to_state,
)
from generator.extract.questions.embedded import Embedded
from generator.extract.questions.matters import plain
from generator.extract.questions.point import has_mark
from generator.extract.questions.question_grammar import (
    COMFORTABLE,
    ask,
    conditional_present,
    seen_from_now,
    verb_of,
)
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.morphology import FINITE, words_of
from generator.language.tree import Token

_OF_PEOPLE = frozenset(
    "die kill hurt injure wound drown dead missing trap aboard board evacuate arrest detain"
    " displace homeless rescue".split()
)
"""What is told of people, and needs no "people" to be so."""


def direct(
    reading: Reading, embedded: Embedded, controller: tuple[Part, ...] = (), *, plural: bool = False
) -> str | None:
    """Turn an embedded question into a direct one: "when it would leave" -> "When will it leave".

    `controller` is the subject of an infinitive: who decides "whether to pay".
    """
    if question := _where_it_is(reading, embedded):
        return question
    clause = asked_clause(reading, embedded, controller, plural=plural)
    if embedded.word.text.lower() in {"whether", "if"}:
        return ask(reading, clause) if clause else None
    return _wh_question(reading, embedded, clause)


def _where_it_is(reading: Reading, embedded: Embedded) -> str | None:
    """Return the question in "Where the other two are is unknown", by the order of its words."""
    if embedded.end is None or embedded.head is not embedded.word:
        return None
    *who, link = embedded.sentence.tokens[embedded.word.index + 1 : embedded.end]
    parts = (embedded.word, link, *who)
    known = who and link.tag in FINITE and verb_of(link) == "be"
    return finished(spell(reading, embedded.sentence, parts)) if known else None


def _wh_question(reading: Reading, embedded: Embedded, clause: Clause | None) -> str | None:
    sentence, head = embedded.sentence, embedded.head
    opening = wh_phrase(sentence, head, embedded.word)
    opening = tuple(t for t in opening if embedded.end is None or t.index < embedded.end)
    inside = {t.index for t in opening}
    asked: tuple[Part, ...] = _of_which(reading, embedded, opening) or opening
    subject = subject_of(sentence, head)
    asks_subject = subject and subject.index in inside and subject is not head
    if asks_subject or verb_follows(sentence, head, opening):
        return _subject_question(reading, embedded, opening)
    if head.index in inside:  # "how severe the damage is", "who the attackers were"
        return _copular_question(reading, embedded, opening)
    if not clause:
        return None
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    middle = tuple(p for p in clause.middle if isinstance(p, str) or p.index not in inside)
    who = tuple(p for p in clause.subject if isinstance(p, str) or p.index not in inside)
    clause = replace(clause, subject=by_name(reading, clause, who), predicate=left, middle=middle)
    return ask(reading, clause, opening=asked)


def _of_which(reading: Reading, embedded: Embedded, opening: tuple[Token, ...]) -> tuple[Part, ...]:
    """Return "which of the two roads" for a "which" behind "she has two roads to a majority"."""
    earlier = preceding(reading, embedded.sentence)
    if earlier is None or [t.text.lower() for t in opening] != ["which"]:
        return ()
    several = (t for t in earlier.tokens if t.label == "obj" and earlier.child(t, "nummod"))
    thing = next((t for t in several if t.tag == "NNS"), None)
    text = spell(reading, earlier, plain(reading, earlier, thing), ("",)) if thing else None
    return (*opening, f"of the {text}") if text else ()


def by_name(reading: Reading, clause: Clause, who: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a subject "it" as whom it means: a "which side" before it is nothing it takes up."""
    one = who[0] if len(who) == 1 else None
    pronoun = isinstance(one, Token) and one.tag == "PRP"
    actor = reading.actor_at(clause.sentence.index, one.index) if isinstance(one, Token) else None
    known = pronoun and actor is not None and not actor.anonymous
    return (named(reading, actor),) if known and actor else who


def _subject_question(
    reading: Reading, embedded: Embedded, opening: tuple[Token, ...]
) -> str | None:
    clause = clause_of(reading, embedded.sentence, embedded.head)
    if not clause:
        clause = clause_of(reading, embedded.sentence, embedded.head, opening)
    if not clause:
        return None
    inside = {t.index for t in opening}
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    clause = first_alone(up_to_state(embedded, replace(clause, predicate=left)))
    group = asked_group(embedded.sentence, clause, embedded)
    counted = any(t.text.lower() in {"many", "few"} for t in opening)
    clause, several = (of_own(clause) if counted else clause), clause.plural or counted
    who = _with_people(opening, embedded.head) if counted else opening
    tail = _on_condition(reading, embedded)
    for shorter in shortened(replace(clause, subject=who, plural=several, group=group)):
        question = finished(spell(reading, embedded.sentence, (*declarative(shorter), *tail)))
        if question and len(question.split()) <= COMFORTABLE:
            return question
    return None


def _on_condition(reading: Reading, embedded: Embedded) -> tuple[Part, ...]:
    """Return "if the talks fail" for "what would happen if the talks failed"."""
    sentence, head = embedded.sentence, embedded.head
    below = (t for t in sentence.children(head, "advcl") if t.index > head.index)
    condition = next((t for t in below if has_mark(sentence, t, {"if"})), None)
    given = clause_of(reading, sentence, condition) if condition else None
    if given is None or given.group.perfect:
        return ()
    return ("if", *declarative(replace(given, group=conditional_present(given.group))))


def _with_people(opening: tuple[Token, ...], head: Token) -> tuple[Part, ...]:
    """Return "how many people" for the "how many" that died, were hurt or on board."""
    people = opening[-1].text.lower() == "many" and {verb_of(head), head.text.lower()} & _OF_PEOPLE
    return (*opening, "people") if people else opening


def _copular_question(
    reading: Reading, embedded: Embedded, opening: tuple[Token, ...]
) -> str | None:
    clause = clause_of(reading, embedded.sentence, embedded.head)
    if not clause or clause.group.lemma != "be":
        return None
    inside = {t.index for t in opening}
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    group = seen_from_now(clause.group, reported=False)
    verb = words_of(group, plural=clause.plural)
    parts = (*opening, verb[0], *clause.subject, *verb[1:], *left)
    return finished(spell(reading, embedded.sentence, parts))
