"""What an article says may, will or is to happen, to open points: conditions, choices, plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.anchors import clause_of
from generator.extract.clauses import Clause, is_negated, verb_group
from generator.extract.open_point import (
    SAYING,
    OpenPoint,
    has_yet_to,
    in_quotation,
    subject_parts,
    subject_plural,
    verbs,
)
from generator.extract.question_grammar import (
    ask,
    finished,
    future,
    seen_from_now,
    verb_of,
)
from generator.extract.reading import Reading
from generator.extract.trimming import phrase, subject_of
from generator.extract.wording import Part, spell
from generator.language.tree import Sentence, Token

AHEAD = frozenset({"will", "would", "could", "may", "might"})
_SCHEDULING = frozenset(
    "expect schedule set slate due plan intend hope aim prepare likely anticipate poise try seek"
    " attempt supposed suppose ready go".split()
)
_TRYING = frozenset({"try", "seek", "attempt", "aim", "hope", "intend", "plan"})
_AS_NOUN = {
    "threaten": "a threat",
    "promise": "a promise",
    "vow": "a vow",
    "pledge": "a pledge",
    "undertake": "a promise",
    "talks": "talks",
    "negotiations": "talks",
}
_WEIGHING = frozenset({"consider", "weigh", "contemplate", "mull", "debate", "discuss", "study"})
_PASSING = {
    "bill": "pass",
    "law": "pass",
    "legislation": "pass",
    "motion": "adopt",
    "resolution": "adopt",
    "plan": "adopt",
    "proposal": "accept",
    "offer": "accept",
    "request": "grant",
    "application": "grant",
    "appeal": "allow",
    "ban": "impose",
    "sanctions": "impose",
}
_FUTURE_WORDS = frozenset(
    "tomorrow next soon later monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november"
    " december week month year autumn spring summer winter".split()
)
_STATIVE = frozenset(
    "seem appear mean know like love think believe want need feel be have contain include depend"
    " cost suggest remember sound look help expect understand involve recall".split()
)


def find_possibilities(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what could, may or might happen next."""
    for modal in sentence.tokens:
        if modal.tag != "MD" or modal.text.lower() not in {"could", "may", "might"}:
            continue
        head = sentence.tokens[modal.head]
        if not head.tag.startswith("VB") or has_condition(sentence, head):
            continue
        clause = clause_of(reading, sentence, head)
        if clause is None or not _is_prospect(reading, sentence, clause, modal):
            continue
        question = ask(reading, future(clause))
        if question:
            why = f"The source says only that this {modal.text.lower()} happen."
            yield OpenPoint(question, "pending", why, (sentence,), 0.7)


def _is_prospect(reading: Reading, sentence: Sentence, clause: Clause, modal: Token) -> bool:
    """Tell a step of the story from advice, ability and general truth."""
    head = clause.head
    if clause.group.perfect or clause.negated or verb_of(head) in _STATIVE:
        return False
    anchored = any(isinstance(p, str) for p in clause.subject)
    if anchored or head.label.startswith(("acl", "advcl", "csubj")):
        return False
    if _is_permission(sentence, head, clause):
        return False
    specific = _is_specific(reading, sentence, head)
    dated = points_ahead(sentence, head)
    quoted_pronoun = any(t.tag == "PRP" for t in sentence.children(head, "nsubj")) and not specific
    return (dated and not quoted_pronoun) or (
        specific and (modal.text.lower() != "could" or head.label == "ccomp")
    )


def _is_permission(sentence: Sentence, head: Token, clause: Clause) -> bool:
    above = sentence.head(head)
    now = any(not isinstance(p, str) and p.text.lower() == "now" for p in clause.middle)
    return now or (above is not None and verb_of(above) in {"rule", "allow", "permit", "recommend"})


def _is_specific(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Tell whether a clause is about certain people or things, not about a kind of them."""
    subject = subject_of(sentence, head)
    if subject is None or subject.index > head.index:
        return False
    owned = sentence.children(subject, "det", "nmod:poss", "nummod")
    general = any(t.text.lower() in {"a", "an", "any", "every", "no"} for t in owned)
    known = reading.actor_at(sentence.index, subject.index) is not None
    if subject.tag == "PRP":
        return known and not in_quotation(sentence, subject)
    return known or (bool(owned) and not general)


def has_condition(sentence: Sentence, head: Token) -> bool:
    """Tell whether a clause hangs on an "if", "unless", "when" or "once"."""
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


def prospect(reading: Reading, sentence: Sentence, main: Token) -> Clause | None:
    """Return the clause that a condition governs as something ahead, if it is a real prospect."""
    above = sentence.head(main) if main.label == "xcomp" else None
    planned = (
        _planned(reading, sentence, above or main)
        or _planned(reading, sentence, main)
        or _vowed(reading, sentence, main)
    )
    clause = planned or clause_of(reading, sentence, main)
    if clause is None or clause.group.perfect or clause.negated or is_negated(sentence, main):
        return None
    if planned or clause.group.modal in AHEAD:
        return future(clause)
    return None


def find_plans(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is to, will, or is expected to happen."""
    for head in sentence.tokens:
        if not (head.tag.startswith("VB") or sentence.child(head, "cop")):
            continue
        if has_condition(sentence, head) or head.label.startswith(("acl", "advcl")):
            continue
        clause = _planned(reading, sentence, head) or _willed(reading, sentence, head)
        question = clause and ask(reading, clause)
        if question and clause and not _is_vague(clause):
            why = "The source reports a plan, not yet its outcome."
            yield OpenPoint(question, "pending", why, (sentence,), _plan_weight(sentence, head))


def _is_vague(clause: Clause) -> bool:
    """Tell whether a plan is about no one thing: "a decision will be made"."""
    first = clause.subject[0]
    return not isinstance(first, str) and first.text.lower() in {"a", "an", "any", "no"}


def _plan_weight(sentence: Sentence, head: Token) -> float:
    return 0.45 if points_ahead(sentence, head) else 0.35


def _planned(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return the clause under "is expected to", "is due to", "plans to", "will try to" as ahead."""
    if verb_of(head) not in _SCHEDULING and head.text.lower() not in _SCHEDULING:
        return None
    step = next(
        (c for c in sentence.children(head, "xcomp") if _is_to_infinitive(sentence, c)), None
    )
    if step is None or subject_of(sentence, head) is None or is_past_plan(sentence, head):
        return None
    subject = subject_parts(reading, sentence, head)
    clause = clause_of(reading, sentence, step, subject, plural=subject_plural(sentence, head))
    if clause is None:
        return None
    inner = _planned_under(reading, sentence, step, clause)
    return future(inner or clause)


def _vowed(reading: Reading, sentence: Sentence, step: Token) -> Clause | None:
    """Return the infinitive after "threatened to", "in talks to" as ahead, with who would do it."""
    governor = sentence.head(step)
    if governor is None or not _is_to_infinitive(sentence, step):
        return None
    if _vow(governor) is None or is_negated(sentence, governor):
        return None
    subject = subject_parts(reading, sentence, step)
    clause = clause_of(reading, sentence, step, subject, plural=subject_plural(sentence, step))
    return future(clause) if clause and not clause.negated else None


def _vow(governor: Token) -> str | None:
    return _AS_NOUN.get(verb_of(governor)) or _AS_NOUN.get(governor.text.lower())


def find_vows(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody threatens, promises or is in talks to do."""
    for step in sentence.tokens:
        if step.label not in {"xcomp", "acl", "advcl"} or has_condition(sentence, step):
            continue
        clause = _vowed(reading, sentence, step)
        question = clause and ask(reading, clause)
        if question:
            why = f"The source reports {_vow(sentence.tokens[step.head])}, no more."
            yield OpenPoint(question, "pending", why, (sentence,), 0.7)


def find_delays(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what "has yet to" happen."""
    for step in sentence.tokens:
        if step.tag != "VB" or not has_yet_to(sentence, step) or verb_of(step) in SAYING:
            continue
        parts = subject_parts(reading, sentence, step)
        plural = subject_plural(sentence, step)
        clause = clause_of(reading, sentence, step, parts, plural=plural)
        question = ask(reading, future(clause)) if clause else None
        if question:
            why = "The source says that this has yet to happen."
            yield OpenPoint(question, "pending", why, (sentence,), 0.9)


def find_considered(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is being weighed: "are considering moving", "are weighing a bill"."""
    for verb in verbs(sentence, _WEIGHING):
        if not verb_group(sentence, verb).progressive:
            continue
        parts = subject_parts(reading, sentence, verb)
        plural = subject_plural(sentence, verb)
        step = next((c for c in sentence.children(verb, "xcomp", "ccomp") if c.tag == "VBG"), None)
        clause = clause_of(reading, sentence, step, parts, plural=plural) if step else None
        question = ask(reading, as_future_deed(clause)) if clause else None
        question = question or _passed(reading, sentence, verb, parts)
        if question:
            why = "The source says that this is being considered."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def as_future_deed(clause: Clause) -> Clause:
    """Return "moving the trial" as something that will happen."""
    return future(replace(clause, group=replace(clause.group, progressive=False)))


def _passed(
    reading: Reading, sentence: Sentence, verb: Token, parts: tuple[Part, ...]
) -> str | None:
    thing = sentence.child(verb, "obj")
    deed = _PASSING.get(thing.text.lower()) if thing else None
    if thing is None or deed is None or len(sentence.children(thing)) <= len(("the",)):
        return None
    return finished(spell(reading, sentence, ("Will", *parts, deed, *phrase(sentence, thing))))


def _planned_under(
    reading: Reading, sentence: Sentence, step: Token, clause: Clause
) -> Clause | None:
    if verb_of(step) not in _TRYING:
        return None
    goal = next(
        (c for c in sentence.children(step, "xcomp") if _is_to_infinitive(sentence, c)), None
    )
    if goal is None:
        return None
    return clause_of(reading, sentence, goal, clause.subject, plural=clause.plural)


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
