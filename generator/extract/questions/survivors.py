"""Who is badly hurt or ill, to whether they will live."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.naming import named
from generator.extract.grammar.trimming import phrase
from generator.extract.questions.matters import definite
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    has_case,
    person_in,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_GRAVE = frozenset({"critical", "critically", "fighting"})
_LIFE = frozenset({"life", "lives", "survival"})


def find_survivors(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether somebody will live: "is in a critical condition", "is fighting for life"."""
    for word in worded(sentence, _GRAVE):
        if _is_settled(sentence):
            continue
        who = _the_injured(sentence, word)
        actor = reading.actor_at(sentence.index, who.index) if who else None
        if who is None or not (actor or is_people_noun(verb_of(who))):
            continue
        person = actor if who.tag.startswith("PRP") else None
        person = person or person_in(reading, sentence, phrase(sentence, who))
        text = named(reading, person) if person else definite(reading, sentence, who)
        question = text and finished(f"Will {text} survive")
        if question:
            why = "The source says that this is a matter of life and death."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _is_settled(sentence: Sentence) -> bool:
    return any(t.text.lower() in {"died", "recovered", "stable"} for t in sentence.tokens)


def _the_injured(sentence: Sentence, word: Token) -> Token | None:
    """Return whose condition is critical, who is critically ill or fighting for life."""
    low, head = word.text.lower(), sentence.head(word)
    if low == "fighting":
        life = after_preposition(sentence, word, "for")
        return acting_subject(sentence, word) if life and life.text.lower() in _LIFE else None
    if low == "critically":
        ill = head is not None and verb_of(head) in {"ill", "injure", "wound"}
        return acting_subject(sentence, head) if head and ill else None
    state = next(
        (t for t in (word, head) if t and t.text.lower() in {"critical", "described"}), None
    )
    told = acting_subject(sentence, head if head and head.tag.startswith("VB") else word)
    if told is not None and told.text.lower() == "condition" and state:
        return sentence.child(told, "nmod:poss")
    if head is None or head.text.lower() != "condition" or not has_case(sentence, head, {"in"}):
        return None
    above = sentence.head(head)
    return acting_subject(sentence, head) or (acting_subject(sentence, above) if above else None)
