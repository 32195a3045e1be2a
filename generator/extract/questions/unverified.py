"""Claims that nobody could or would confirm, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.clauses import Clause, is_plural_noun
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import capitalised, spell
from generator.extract.questions.claims import ALLEGING, POINTING, affirmed, as_news, claims_in
from generator.extract.questions.denied import claim_below
from generator.extract.questions.point import (
    SOMEBODY,
    OpenPoint,
    has_case,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.requests import is_question
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_VOUCHING = frozenset(
    "confirm verify guarantee acknowledge admit substantiate prove swear vouch".split()
)
_NOT_CONFIRMED = "The source says that this is not confirmed."


def find_unverified(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the claim before "this could not be verified"."""
    earlier = preceding(reading, sentence)
    for verb in verbs(sentence, frozenset({"verify", "confirm", "corroborate", "authenticate"})):
        thing = sentence.child(verb, "obj", "nsubj:pass") or _shared_object(sentence, verb)
        if earlier is None or thing is None or not is_withheld(sentence, verb):
            continue
        claimed = any(t.index < verb.index for t in verbs(sentence, ALLEGING))
        if thing.text.lower() not in POINTING or claimed:
            continue
        for claim in claims_in(reading, earlier):
            question = ask(reading, claim)
            if question:
                why = "The source says that this could not be verified."
                yield OpenPoint(question, "unconfirmed", why, (earlier, sentence), 0.95)


def find_unconfirmed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody "has not confirmed that" it is so."""
    for verb in verbs(
        sentence,
        _VOUCHING,
    ):
        content = sentence.child(verb, "ccomp")
        if not is_withheld(sentence, verb) or (content and is_question(sentence, content)):
            continue
        clause = as_news(reading, sentence, content) or _of_noun(reading, sentence, verb)
        if clause is None:
            yield from _of_event(reading, sentence, verb)
            continue
        own = subject_of(sentence, content) if content else None
        if own is not None and own.text.lower() == "it":
            parts = subject_parts(reading, sentence, verb)
            clause = replace(clause, subject=parts, plural=subject_plural(sentence, verb))
        who = spell(reading, sentence, clause.subject) or ""
        if who.startswith("neither "):
            clause = replace(clause, subject=(f"either{who.removeprefix('neither')}",))
        question = ask(reading, affirmed(clause))
        if question:
            name = who_says(reading, sentence, verb)
            known = name != capitalised(SOMEBODY) and not name.startswith(("Neither", "No "))
            why = f"{name} did not confirm it, the source says." if known else _NOT_CONFIRMED
            yield OpenPoint(question, "unconfirmed", why, (sentence,), 0.95)


def _of_noun(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return the claim in "never confirmed or denied the belief that", "nor deny that it will"."""
    other = sentence.child(verb, "conj")
    shared = claim_below(reading, sentence, other) if other and verb_of(other) == "deny" else None
    return claim_below(reading, sentence, verb) or shared


def _of_event(reading: Reading, sentence: Sentence, verb: Token) -> Iterator[OpenPoint]:
    """Yield whether there was what "reports of a coup could not be confirmed" is about."""
    told = sentence.child(verb, "obj", "nsubj:pass")
    event = sentence.child(told, "nmod") if told and told.text.lower() in POINTING else None
    if event is None or not has_case(sentence, event, {"of"}) or event.tag.startswith("NNP"):
        return
    be = "Were" if is_plural_noun(sentence, event) else "Was"
    question = finished(spell(reading, sentence, (be, "there", *phrase(sentence, event)), ("",)))
    if question:
        yield OpenPoint(question, "unconfirmed", _NOT_CONFIRMED, (sentence,), 0.9)


def _shared_object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the object in "neither confirm nor deny that"."""
    other = sentence.child(verb, "conj")
    return sentence.child(other, "obj") if other else None


def find_insisted(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody insists was not so: "the bank maintains that it broke no rules"."""
    for verb in verbs(sentence, frozenset({"insist", "maintain", "protest"})):
        content = sentence.child(verb, "ccomp")
        clause = as_news(reading, sentence, content)
        if content is None or clause is None or is_withheld(sentence, verb):
            continue
        none = affirmed(clause) is not clause
        question = ask(reading, affirmed(clause)) if none or clause.negated else None
        if question:
            why = f"{who_says(reading, sentence, verb)} denies it, by the source's account."
            yield OpenPoint(question, "disputed", why, (sentence,), 0.75)
