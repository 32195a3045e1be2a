"""What one side says and another denies, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import Clause, is_negated
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.claims import (
    ALLEGING,
    DENYING,
    POINTING,
    REPORTING,
    affirmed,
    as_news,
    claims_in,
    points_back,
    same_teller,
)
from generator.extract.questions.denied import claim_below, told_by_noun
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
    worded,
)
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.well_formed import finished
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
_UNTRUE = frozenset(
    "lie lies false baseless untrue nonsense fabrication unfounded wrong invention fantasy fiction"
    " ridiculous absurd rubbish".split()
)


def find_disputes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what one side says and another denies."""
    for verb in verbs(sentence, DENYING | _NAMING | {"plead"}):
        if is_withheld(sentence, verb):
            continue
        if question := _summed_up(reading, sentence, verb) or _part_in(reading, sentence, verb):
            who = who_says(reading, sentence, verb)
            why = f"{who} {_denial(verb)}, the source says."
            yield OpenPoint(question, "disputed", why, (sentence,), 1.0)
            continue
        named = verb_of(verb) in _NAMING
        denied = None if named else claim_below(reading, sentence, verb)
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
                apart = earlier is not None and earlier is not sentence
                grounds = (earlier, sentence) if apart and earlier else (sentence,)
                yield OpenPoint(question, "disputed", why, grounds, 1.0)


def _summed_up(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "say they were not paid, a charge the council denies"."""
    noun = sentence.head(verb) if verb.label in _SUMMING_UP else None
    which = sentence.child(verb, "obj")
    all_of_it = which is not None and which.tag == "WDT" and which.index > 0
    all_of_it = bool(all_of_it and which and sentence.tokens[which.index - 1].text == ",")
    summed_up = noun is not None and noun.text.lower() in POINTING
    denies = verb_of(verb) in DENYING or (verb_of(verb) in _NAMING and _rejects(sentence, verb))
    if noun is None or not (summed_up or all_of_it) or not denies:
        return None
    claims = [c for c in claims_in(reading, sentence) if c.head.index < verb.index]
    if not claims and summed_up:
        head = _stated_before(sentence, noun)
        stated = as_news(reading, sentence, head) if head else None
        claims = [stated] if stated else []
    return next((q for c in claims if (q := ask(reading, c))), None)


def _stated_before(sentence: Sentence, noun: Token) -> Token | None:
    """Return what "a claim his lawyer disputes" sums up, where only one clause stands before it."""
    before = sentence.tokens[: noun.index]
    told = next(filter(None, (told_by_noun(sentence, t) for t in reversed(before))), None)
    clauses = [t for t in before if sentence.child(t, "nsubj", "nsubj:pass")]
    return told or (clauses[0] if len(clauses) == 1 else None)


_PARTS = {
    "involvement": "{was} {who} involved in {x}",
    "complicity": "{was} {who} complicit in {x}",
    "responsibility": "{was} {who} responsible for {x}",
    "knowledge": "did {who} know of {x}",
    "guilty": "{is} {who} guilty of {x}",
}
"""The question for somebody's part in something."""
_SUMMING_UP = frozenset({"acl:relcl", "advcl:relcl", "ccomp"})
_OFFENCES = frozenset(
    "murder manslaughter assault rape theft robbery burglary arson fraud bribery corruption"
    " conspiracy perjury espionage treason negligence misconduct embezzlement smuggling abuse"
    " harassment plagiarism doping trafficking blackmail extortion forgery racism".split()
)
_COUNTS = frozenset({"count", "counts", "charge", "charges"})


def _part_in(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "denied involvement in the raid", "pleads not guilty to fraud"."""
    part = sentence.child(verb, "obj", "xcomp")
    offence = part is not None and part.text.lower() in _OFFENCES
    form = _PARTS["guilty"] if offence else _PARTS.get(part.text.lower()) if part else None
    thing = part if offence else sentence.child(part, "nmod", "obl") if part else None
    if thing is not None and thing.text.lower() in _COUNTS:
        thing = sentence.child(thing, "nmod")
    who = spell(reading, sentence, subject_parts(reading, sentence, verb))
    text = spell(reading, sentence, phrase(sentence, thing)) if thing else None
    if form is None or text is None or not who:
        return None
    plural = subject_plural(sentence, verb)
    be = {"was": "were" if plural else "was", "is": "are" if plural else "is"}
    return finished(form.format(who=who, x=text, **be))


def _claimed_before(
    reading: Reading, sentence: Sentence, verb: Token
) -> tuple[Sentence | None, list[str]]:
    """Return the sentence whose claim a denial takes up, and the claim as questions."""
    thing = sentence.child(verb, "obj")
    if here := _claimed_here(reading, sentence, verb):
        return sentence, here
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


def _claimed_here(reading: Reading, sentence: Sentence, verb: Token) -> list[str]:
    """Return what somebody else says before the denial: "A said it had crossed; B denied this"."""
    denier = acting_subject(sentence, verb)
    first = sentence.subtree(verb)[0].index
    asked = []
    for telling in verbs(sentence, REPORTING | ALLEGING):
        content, teller = sentence.child(telling, "ccomp"), acting_subject(sentence, telling)
        if content is None or teller is None or denier is None or telling.index > first:
            continue
        if content.index < verb.index and not same_teller(reading, sentence, teller, denier):
            claim = as_news(reading, sentence, content)
            asked += [ask(reading, claim)] if claim else []
    return [question for question in asked if question]


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
    for state in worded(sentence, {"aware", "knowledge"}):
        such = any(t.text.lower() == "such" for t in sentence.subtree(state))
        if not such or earlier is None:
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


def find_otherwise(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the claim before "leaked emails suggest otherwise"."""
    for verb in verbs(sentence, _SHOWING):
        if not any(t.text.lower() == "otherwise" for t in sentence.children(verb, "advmod")):
            continue
        earlier = preceding(reading, sentence)
        here = [c for c in claims_in(reading, sentence) if c.head.index < verb.index]
        claims = here or (claims_in(reading, earlier) if earlier else ())
        grounds = (sentence,) if here or earlier is None else (earlier, sentence)
        for question in filter(None, (ask(reading, affirmed(c)) for c in claims)):
            why = "The source tells of evidence to the contrary."
            yield OpenPoint(question, "disputed", why, grounds, 0.95)


_SHOWING = frozenset("suggest indicate say show claim tell think believe insist prove".split())
