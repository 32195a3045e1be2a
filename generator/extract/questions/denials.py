"""What one side says and another denies, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, is_negated
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.claims import (
    ALLEGING,
    DENYING,
    POINTING,
    REPORTING,
    TELLING,
    as_news,
    claims_in,
    points_back,
)
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.questions.question_grammar import ask, simple_past, told_as_news, verb_of
from generator.extract.reading import Reading
from generator.language.morphology import past
from generator.language.tree import Sentence, Token

_ACCUSERS = frozenset("prosecutor prosecutors police indictment complaint lawsuit".split())
_ALLEGED = frozenset(
    "wrongdoing allegation allegations accusation accusations claim claims charge charges".split()
)
"""What a denial may take up from some sentences before."""
_REACH = 5
"""Sentences back to the claim that "rejected the allegation" may mean."""
_NAMING = frozenset({"call", "describe", "denounce"})
_UNTRUE = frozenset("lie lies false baseless untrue nonsense fabrication unfounded wrong".split())


def find_disputes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what one side says and another denies."""
    for verb in verbs(sentence, DENYING | _NAMING | {"plead"}):
        if is_withheld(sentence, verb):
            continue
        if question := _summed_up(reading, sentence, verb):
            who = who_says(reading, sentence, verb)
            why = f"{who} {_denial(verb)}, the source says."
            yield OpenPoint(question, "disputed", why, (sentence,), 1.0)
            continue
        named = verb_of(verb) in _NAMING
        denied = None if named else _denied_clause(reading, sentence, verb)
        who = who_says(reading, sentence, verb)
        if denied:
            question = ask(reading, denied)
            if question:
                yield OpenPoint(
                    question, "disputed", f"{who} denied it, the source says.", (sentence,), 0.95
                )
        elif _takes_up(sentence, verb):
            earlier, questions = _claimed_before(reading, sentence, verb)
            for question in questions if earlier else ():
                why = f"{who} {_denial(verb)}, the source says."
                grounds = (earlier, sentence) if earlier else (sentence,)
                yield OpenPoint(question, "disputed", why, grounds, 1.0)


def _summed_up(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "say they were not paid, a charge the council denies"."""
    noun = sentence.head(verb) if "relcl" in verb.label else None
    which = sentence.child(verb, "obj")
    all_of_it = which is not None and which.tag == "WDT" and which.index > 0
    all_of_it = bool(all_of_it and which and sentence.tokens[which.index - 1].text == ",")
    summed_up = noun is not None and noun.text.lower() in POINTING
    if noun is None or not (summed_up or all_of_it) or verb_of(verb) not in DENYING:
        return None
    told = sentence.tokens[: verb.index]
    telling = (t for t in told if t.tag.startswith("VB") and verb_of(t) in TELLING | ALLEGING)
    contents = (sentence.child(t, "ccomp") for t in telling)
    clauses = (as_news(reading, sentence, c) for c in contents if c and c.index < verb.index)
    return next((q for c in clauses if c and (q := ask(reading, c))), None)


def _claimed_before(
    reading: Reading, sentence: Sentence, verb: Token
) -> tuple[Sentence | None, list[str]]:
    """Return the sentence whose claim a denial takes up, and the claim as questions."""
    thing = sentence.child(verb, "obj")
    far = verb_of(verb) == "plead" or (thing is not None and thing.text.lower() in _ALLEGED)
    earlier = preceding(reading, sentence)
    for back in range(_REACH if far else 1):
        own = earlier and far and _is_of_denier(reading, sentence, verb, earlier)
        claims = [] if own else list(claims_in(reading, earlier))
        if _denies_all(thing) and earlier and not _accuses(reading, earlier, sentence, verb):
            claims = []
        elif back and earlier and not _alleges(earlier):
            claims = [claim for claim in claims if _is_over(claim)]
        asked = [ask(reading, claim) for claim in claims]
        if found := [question for question in asked if question]:
            return earlier, found
        earlier = preceding(reading, earlier) if earlier else None
    return None, []


def _is_over(claim: Clause) -> bool:
    """Tell whether a claim is of what "had been" done, as accusations are."""
    return any(t.text.lower() == "had" for t in claim.sentence.children(claim.head, "aux"))


def _denies_all(thing: Token | None) -> bool:
    """Tell whether somebody denies all that they are accused of, not one claim."""
    return thing is not None and thing.text.lower() == "wrongdoing"


def _alleges(sentence: Sentence) -> bool:
    """Tell whether a sentence accuses: "claimed", "prosecutors say"."""
    words = {t.text.lower() for t in sentence.tokens}
    return bool(words & _ACCUSERS) or any(verbs(sentence, ALLEGING))


def _accuses(reading: Reading, earlier: Sentence, sentence: Sentence, denial: Token) -> bool:
    """Tell whether a sentence accuses whoever denies "any wrongdoing"."""
    denier = acting_subject(sentence, denial)
    who = reading.actor_at(sentence.index, denier.index) if denier else None
    named = (reading.actor_at(earlier.index, t.index) for t in earlier.tokens)
    return _alleges(earlier) and (who is None or who in named)


def _is_of_denier(reading: Reading, sentence: Sentence, verb: Token, earlier: Sentence) -> bool:
    """Tell whether whoever denies something is the one who tells in an earlier sentence."""
    subjects = [acting_subject(earlier, told) for told in verbs(earlier, REPORTING)]
    tellers = {reading.actor_at(earlier.index, s.index) for s in subjects if s}
    denier = acting_subject(sentence, verb)
    return denier is not None and reading.actor_at(sentence.index, denier.index) in tellers


def _denial(verb: Token) -> str:
    """Return how somebody denies: "denied it", "pleaded not guilty"."""
    if verb_of(verb) == "plead":
        return "pleads not guilty" if verb.tag == "VB" else "pleaded not guilty"
    return "rejected it" if verb_of(verb) in _NAMING else f"{past(verb_of(verb))} it"


def _rejects(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb denies, "call" only with a word such as "lie"."""
    if verb_of(verb) not in _NAMING:
        return True
    below = {t.text.lower() for t in sentence.subtree(verb) if t.index > verb.index}
    return bool(below & _UNTRUE)


def find_unaware(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the claim before "she was not aware of any such report"."""
    earlier = preceding(reading, sentence)
    for state in sentence.tokens:
        such = any(t.text.lower() == "such" for t in sentence.subtree(state))
        if state.text.lower() not in {"aware", "knowledge"} or not such or earlier is None:
            continue
        denied = is_negated(sentence, state) or any(
            t.text.lower() == "no" for t in sentence.children(state, "det")
        )
        claims = claims_in(reading, earlier) if denied else ()
        for question in filter(None, (ask(reading, claim) for claim in claims)):
            why = f"{who_says(reading, sentence, state)} did not know of it, the source says."
            yield OpenPoint(question, "disputed", why, (earlier, sentence), 0.9)


def _takes_up(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb denies what was said before: "denied it", "has pleaded not guilty"."""
    if verb_of(verb) == "plead":
        return {"not", "guilty"} <= {t.text.lower() for t in sentence.subtree(verb)}
    return points_back(sentence, verb) and _rejects(sentence, verb)


def _denied_clause(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    content = sentence.child(verb, "ccomp") or sentence.child(verb, "xcomp")
    claim = sentence.child(verb, "obj")
    if content is None and claim is not None and claim.text.lower() in POINTING:
        content = sentence.child(claim, "acl", "ccomp")
    if (
        content is None
        or sentence.tokens[min(content.index + 1, len(sentence.tokens) - 1)].tag == "HYPH"
    ):
        return None
    having = any(t.text.lower() == "having" for t in sentence.children(content, "aux"))
    if (content.tag == "VBG" or having) and subject_of(sentence, content) is None:
        clause = clause_of(
            reading,
            sentence,
            content,
            subject_parts(reading, sentence, verb),
            plural=subject_plural(sentence, verb),
        )
        return simple_past(clause) if clause else None
    clause = clause_of(reading, sentence, content)
    own = subject_of(sentence, content)
    if clause and own and own.tag == "PRP" and not reading.actor_at(sentence.index, own.index):
        who, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
        clause = replace(clause, subject=who, plural=plural) if who else clause
    if clause is None:
        return None
    told = told_as_news(_of_denier(reading, sentence, verb, clause))
    return replace(told, subject=("a", *told.subject[1:])) if _is_any(told) else told


def _is_any(clause: Clause) -> bool:
    """Tell whether a clause is of "any deal": one asks about a deal."""
    first = clause.subject[0]
    return isinstance(first, Token) and first.text.lower() == "any" and not clause.plural


def _of_denier(reading: Reading, sentence: Sentence, verb: Token, clause: Clause) -> Clause:
    """Return "there is an outbreak on their side" with the name of those who deny it."""
    who = subject_parts(reading, sentence, verb)
    name = spell(reading, sentence, who) if who else None
    there = isinstance(clause.subject[0], Token) and clause.subject[0].tag == "EX"
    if not there or name is None:
        return clause
    words = (
        possessive(reading, name) if isinstance(p, Token) and p.tag == "PRP$" else p
        for p in clause.predicate
    )
    return replace(clause, predicate=tuple(words))
