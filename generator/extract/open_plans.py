"""What an article says may, will or is to happen, to open points: conditions, choices, plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.clauses import Clause, declarative, shortened, subject_of
from generator.extract.open_point import (
    OpenPoint,
    clause_of,
    subject_parts,
    subject_plural,
)
from generator.extract.question_grammar import (
    COMFORTABLE,
    ask,
    conditional_present,
    finished,
    future,
    polar,
    seen_from_now,
    verb_of,
)
from generator.extract.reading import Reading
from generator.extract.wording import Part, spell
from generator.language.tree import Sentence, Token

_AHEAD = frozenset({"will", "would", "could", "may", "might"})
_SCHEDULING = frozenset(
    "expect schedule set slate due plan intend hope aim prepare likely anticipate poise try seek"
    " attempt supposed suppose ready go".split()
)
_TRYING = frozenset({"try", "seek", "attempt", "aim", "hope", "intend", "plan"})
_FUTURE_WORDS = frozenset(
    "tomorrow next soon later by within until before monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november"
    " december week month year autumn spring summer winter".split()
)
_STATIVE = frozenset(
    "seem appear mean know like love think believe want need feel be have contain include depend"
    " cost suggest remember sound look help expect understand involve recall".split()
)


def find_conditions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield "will … if …" for what depends on something that has not happened."""
    for mark in sentence.tokens:
        if mark.label != "mark" or mark.text.lower() not in {"if", "unless"}:
            continue
        condition = sentence.tokens[mark.head]
        main = sentence.head(condition)
        if main is None or not condition.label.startswith("advcl"):
            continue
        if mark.index and sentence.tokens[mark.index - 1].text.lower() in {"as", "even"}:
            continue
        question = _conditional(reading, sentence, main, condition, mark)
        if question:
            why = "The source makes this depend on something that has not happened yet."
            yield OpenPoint(question, "conditional", why, (sentence,), 1.0)


def _conditional(
    reading: Reading, sentence: Sentence, main: Token, condition: Token, mark: Token
) -> str | None:
    outcome = _outcome(reading, sentence, main)
    given = clause_of(reading, sentence, condition)
    if outcome is None or given is None or not _is_awaited(given):
        return None
    given = replace(given, group=conditional_present(given.group))
    if _has_alternative(sentence, main):
        return None
    before = condition.index < main.index
    if before:
        return _condition_first(reading, outcome, given, mark)
    for short in shortened(given):
        question = ask(reading, outcome, tail=(mark.text.lower(), *_stated(short)))
        if question and len(question.split()) <= COMFORTABLE:
            return question
    return ask(reading, outcome, tail=(mark.text.lower(), *_stated(given)))


def _condition_first(
    reading: Reading, outcome: Clause, given: Clause, mark: Token
) -> str | None:
    """Return the question where the condition comes first and may name what the outcome takes up."""
    text = spell(reading, given.sentence, _stated(given))
    owner = given.subject[0] if given.subject else None
    same = (
        isinstance(owner, str | None)
        or not outcome.subject
        or not _same_actor(reading, given, outcome)
    )
    if not same and text:
        pronoun = "they" if given.plural else "it"
        text = spell(reading, given.sentence, (pronoun, *_stated(given)[len(given.subject) :]))
    return ask(reading, outcome, tail=(mark.text.lower(), text)) if text else None


def _same_actor(reading: Reading, one: Clause, other: Clause) -> bool:
    ids = []
    for clause in (one, other):
        tokens = [p for p in clause.subject if not isinstance(p, str)]
        actors = {reading.actor_at(clause.sentence.index, t.index) for t in tokens} - {None}
        ids.append({a.id for a in actors if a and a.kind != "person"})
    return bool(ids[0]) and ids[0] == ids[1]


def _stated(clause: Clause) -> tuple[Part, ...]:
    return declarative(clause)


def _outcome(reading: Reading, sentence: Sentence, main: Token) -> Clause | None:
    """Return the clause that a condition governs as something ahead, if it is a real prospect."""
    planned = _planned(reading, sentence, main)
    clause = planned or clause_of(reading, sentence, main)
    if clause is None or clause.group.perfect or clause.negated:
        return None
    if planned or clause.group.modal in _AHEAD:
        return future(clause)
    return None


def _is_awaited(given: Clause) -> bool:
    """Tell whether a condition can still come true: not "if they had opened", "if this were"."""
    unreal = given.group.past and (given.group.perfect or given.group.lemma == "be")
    return not (unreal and not given.group.passive)


def find_alternatives(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the choice that "either … or" leaves in something ahead."""
    for either in sentence.tokens:
        if either.text.lower() != "either" or either.label not in {"cc:preconj", "cc", "det"}:
            continue
        head = _clause_with_verb(sentence, either)
        clause = _outcome(reading, sentence, head) if head else None
        if clause is None or not _or_after(sentence, either):
            continue
        parts = tuple(p for p in clause.predicate if p is not either)
        question = ask(reading, replace(clause, predicate=parts))
        if question and " or " in question:
            why = "The source names both possibilities and settles on neither."
            yield OpenPoint(question, "alternative", why, (sentence,), 1.0)


def _clause_with_verb(sentence: Sentence, token: Token) -> Token | None:
    for above in sentence.path_to_root(token):
        if above.tag.startswith("VB") or sentence.child(above, "cop"):
            return above
    return None


def _or_after(sentence: Sentence, either: Token) -> bool:
    return any(t.text.lower() == "or" for t in sentence.tokens[either.index :])


def _has_alternative(sentence: Sentence, main: Token) -> bool:
    return any(t.text.lower() == "either" for t in sentence.subtree(main)) and _or_after(
        sentence, main
    )


def find_possibilities(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what could, may or might happen next."""
    for modal in sentence.tokens:
        if modal.tag != "MD" or modal.text.lower() not in {"could", "may", "might"}:
            continue
        head = sentence.tokens[modal.head]
        if not head.tag.startswith("VB") or _has_condition(sentence, head):
            continue
        clause = clause_of(reading, sentence, head)
        if clause is None or not _is_prospect(sentence, head, clause, modal):
            continue
        question = ask(reading, future(clause))
        if question:
            why = f"The source says only that this {modal.text.lower()} happen."
            yield OpenPoint(question, "pending", why, (sentence,), 0.7)


def _is_prospect(sentence: Sentence, head: Token, clause: Clause, modal: Token) -> bool:
    """Tell a step of the story from advice, ability and general truth."""
    if clause.group.perfect or clause.negated or verb_of(head) in _STATIVE:
        return False
    anchored = any(isinstance(p, str) for p in clause.subject)
    if anchored or head.label.startswith(("acl", "advcl", "csubj")):
        return False
    if _is_permission(sentence, head, clause):
        return False
    specific = _is_specific(sentence, head)
    dated = points_ahead(sentence, head)
    return dated or (specific and (modal.text.lower() != "could" or head.label == "ccomp"))


def _is_permission(sentence: Sentence, head: Token, clause: Clause) -> bool:
    above = sentence.head(head)
    now = any(not isinstance(p, str) and p.text.lower() == "now" for p in clause.middle)
    return now or (above is not None and verb_of(above) in {"rule", "allow", "permit", "recommend"})


def _is_specific(sentence: Sentence, head: Token) -> bool:
    """Tell whether a clause is about certain people or things, not about a kind of them."""
    subject = subject_of(sentence, head)
    if subject is None or subject.index > head.index:
        return False
    owned = sentence.children(subject, "det", "nmod:poss", "nummod")
    general = any(t.text.lower() in {"a", "an", "any", "every", "no"} for t in owned)
    return subject.tag in {"NNP", "NNPS", "PRP"} or (bool(owned) and not general)


def _has_condition(sentence: Sentence, head: Token) -> bool:
    clauses = sentence.children(head, "advcl")
    return any(
        t.text.lower() in {"if", "unless", "when", "once"}
        for c in clauses
        for t in sentence.children(c, "mark", "advmod")
    )


def points_ahead(sentence: Sentence, head: Token) -> bool:
    """Tell whether a clause carries a time that may lie ahead."""
    below = {
        t.text.lower()
        for child in sentence.children(head)
        if child.label.startswith(("obl", "nmod", "advmod", "advcl"))
        for t in sentence.subtree(child)
    }
    return bool(below & _FUTURE_WORDS)


def find_plans(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is to, will, or is expected to happen."""
    for head in sentence.tokens:
        if not (head.tag.startswith("VB") or sentence.child(head, "cop")):
            continue
        if _has_condition(sentence, head) or head.label.startswith(("acl", "advcl")):
            continue
        clause = _planned(reading, sentence, head) or _willed(reading, sentence, head)
        question = clause and ask(reading, clause)
        if question and clause:
            why = "The source reports a plan, not yet its outcome."
            yield OpenPoint(question, "pending", why, (sentence,), _plan_weight(sentence, head))


def _plan_weight(sentence: Sentence, head: Token) -> float:
    return 0.45 if points_ahead(sentence, head) else 0.35


def _planned(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return the clause under "is expected to", "is due to", "plans to", "will try to" as ahead."""
    if verb_of(head) not in _SCHEDULING and head.text.lower() not in _SCHEDULING:
        return None
    step = next((c for c in sentence.children(head, "xcomp") if _is_to_infinitive(sentence, c)), None)
    if step is None or subject_of(sentence, head) is None or is_past_plan(sentence, head):
        return None
    subject = subject_parts(reading, sentence, head)
    clause = clause_of(reading, sentence, step, subject, plural=subject_plural(sentence, head))
    if clause is None:
        return None
    inner = _planned_under(reading, sentence, step, clause)
    return future(inner or clause)


def _planned_under(
    reading: Reading, sentence: Sentence, step: Token, clause: Clause
) -> Clause | None:
    if verb_of(step) not in _TRYING:
        return None
    goal = next((c for c in sentence.children(step, "xcomp") if _is_to_infinitive(sentence, c)), None)
    return goal and clause_of(reading, sentence, goal, clause.subject, plural=clause.plural)


def is_past_plan(sentence: Sentence, head: Token) -> bool:
    """Tell whether a plan is told as over: "had hoped to", "tried to", "planned to"."""
    if verb_of(head) not in _TRYING:
        return False
    words = {t.text.lower() for t in sentence.children(head, "aux")}
    return not words & {"will", "would", "is", "are", "was", "were", "has", "have"} and (
        head.tag in {"VBD", "VBN"}
    )


def _is_to_infinitive(sentence: Sentence, token: Token) -> bool:
    return any(t.tag == "TO" for t in sentence.children(token, "mark"))


def _willed(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    if not head.tag.startswith("VB") or subject_of(sentence, head) is None:
        return None
    clause = clause_of(reading, sentence, head)
    if clause is None or clause.group.modal not in {"will", "would"} or clause.group.perfect:
        return None
    if clause.negated or verb_of(head) in _STATIVE:
        return None
    clause = replace(clause, group=seen_from_now(clause.group, reported=True))
    goal = _planned_under(reading, sentence, head, clause)
    return future(goal) if goal else clause


def question_from(reading: Reading, clause: Clause) -> str | None:
    """Return the plain yes/no question of a clause."""
    return finished(spell(reading, clause.sentence, polar(clause)))
