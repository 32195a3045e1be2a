"""Who did what was just told, where nobody knows: "Who did so is not yet known"."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import declarative
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.embedded import Embedded
from generator.extract.questions.point import acting_subject
from generator.extract.questions.question_grammar import simple_past, verb_of
from generator.extract.questions.told_events import DEEDS, MISHAPS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_POINTING = frozenset({"so", "it", "this", "that"})
_SOMEBODY = frozenset("attackers gunmen men somebody someone thieves vandals".split())
_HARMING = frozenset(
    """shoot stab kill murder attack poison steal burn bomb kidnap abduct rob vandalise vandalize
    damage smash slash hack leak fire launch throw destroy""".split()
)
"""What is done to somebody or something by one who does not say so."""
_FIRING = frozenset({"fire", "shoot"})


def who_did_it(reading: Reading, embedded: Embedded) -> tuple[str | None, Sentence | None]:
    """Return the question in "who did so" or "who was responsible", by the sentence before."""
    sentence, earlier = embedded.sentence, preceding(reading, embedded.sentence)
    asked = embedded.word.text.lower() == "who" and _points_back(sentence, embedded.head)
    if earlier is None or not asked:
        return None, None
    for verb, _ in earlier.verbs:
        if question := _asked_of(reading, earlier, verb):
            return question, earlier
    event = event_before(reading, sentence, DEEDS | MISHAPS)
    blamed = event is not None and embedded.head.text.lower() == "responsible"
    return (finished(f"Who was responsible for {event}") if blamed else None), earlier


def _points_back(sentence: Sentence, head: Token) -> bool:
    """Tell whether a predicate says nothing by itself: "did so", "was responsible", "fired"."""
    if verb_of(head) == "do":
        return any(t.text.lower() in _POINTING for t in sentence.children(head))
    told = {t.text.lower() for t in sentence.children(head, "obj", "obl", "nmod", "advmod")}
    alone = verb_of(head) in _FIRING and not sentence.child(head, "aux:pass")
    return (alone or head.text.lower() == "responsible") and not told - _POINTING


def _asked_of(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return "Who fired a flare" for "somebody fired a flare", "Who shot Reis" for "was shot"."""
    subject = subject_of(sentence, verb)
    clause = clause_of(reading, sentence, verb) if subject else None
    if clause is None or subject is None or clause.negated or clause.group.modal:
        return None
    done = simple_past(clause)
    if subject.text.lower() in _SOMEBODY:
        words = declarative(replace(done, subject=("who",), plural=False))
        return finished(spell(reading, sentence, words))
    harmed = verb_of(verb) in _HARMING and clause.group.passive
    if not harmed or sentence.child(verb, "obl:agent") or acting_subject(sentence, verb) is None:
        return None
    group = replace(done.group, passive=False)
    active = replace(done, subject=("who",), predicate=clause.subject, group=group, plural=False)
    return finished(spell(reading, sentence, declarative(active)))
