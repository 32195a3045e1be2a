"""What depends on a condition or lies between two choices, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.adjuncts import shortened
from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import (
    Clause,
    clause_at,
    declarative,
    is_negated,
    is_plural_noun,
    verb_group,
)
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.embedded import is_asked_with_if
from generator.extract.questions.point import OpenPoint, can_speak, worded
from generator.extract.questions.prospects import in_short, prospect
from generator.extract.questions.question_grammar import (
    COMFORTABLE,
    as_ahead,
    ask,
    conditional_present,
    future,
    polar,
    verb_of,
)
from generator.extract.questions.supposed import is_real, stands_for_all
from generator.extract.questions.well_formed import finished
from generator.extract.questions.wh_clauses import is_asked
from generator.extract.reading import Reading
from generator.extract.times.tenses import TIMETABLE
from generator.extract.words.answers import SAYING
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_MOST_MISSED = 4
"""Words that may be added to a condition; more of them belong to something else."""
_MEANING = frozenset({"be", "mark", "mean", "represent", "signal", "constitute", "amount"})
"""Verbs whose "it" is all that was said before."""


def find_conditions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield "will … if …" for what depends on something that has not happened."""
    for mark in worded(sentence, {"if", "unless", "should", "provided", "providing"}):
        if not _opens_condition(sentence, mark):
            continue
        condition = _condition(sentence, mark)
        main = sentence.head(mark if condition.label == "ccomp" else condition)
        if main is None or not condition.label.startswith(("advcl", "ccomp")):
            continue
        main = _what_is_said(sentence, main)
        told = mark.text.lower() == "if" and is_asked_with_if(sentence, condition, mark)
        if is_asked(sentence, main) or told or reading.is_quoted(mark.start):
            continue
        before = [word for word in sentence.lower[: mark.index] if word != ","]
        if not {"as", "even", "or"}.isdisjoint(before[-1:]):
            continue
        question = _conditional(reading, sentence, main, condition, mark)
        question = question or _demanded(reading, sentence, main, mark)
        if question:
            why = "The source makes this depend on something that has not happened yet."
            yield OpenPoint(question, "conditional", why, (sentence,), 1.0)


def _opens_condition(sentence: Sentence, word: Token) -> bool:
    """Tell whether a word opens a condition: "if", "unless", or "Should the cyclone turn, …"."""
    low = word.text.lower()
    if word.label == "mark" and low in {"if", "unless", "provided", "providing"}:
        return True
    if word.label == "advcl":
        return low.startswith("provid") and sentence.child(word, "ccomp") is not None
    head = sentence.head(word)
    if low != "should" or head is None or not head.label.startswith("advcl"):
        return False
    subject = subject_of(sentence, head)
    marks = [t for t in sentence.children(head, "mark") if t is not word]
    return subject is not None and word.index < subject.index and not marks


def _condition(sentence: Sentence, mark: Token) -> Token:
    """Return the predicate of a condition: "agrees" in "provided that the trust agrees"."""
    below = sentence.child(mark, "ccomp") if mark.tag.startswith("VB") else None
    return below or sentence.tokens[mark.head]


def _as_if(mark: Token) -> str:
    low = mark.text.lower()
    return low if low in {"if", "unless"} else "if"


def _what_is_said(sentence: Sentence, main: Token) -> Token:
    """Return the clause that a verb of saying reports: "if it is not paid, the group says, …"."""
    if main.label == "parataxis" and sentence.child(main, "ccomp") is None:
        main = sentence.tokens[main.head]  # "it will reopen if the tests are clean, he added"
    if main.label == "xcomp" and main.tag == "VBG":
        main = sentence.tokens[main.head]  # "will begin hiring people if the strike goes on"
    said = sentence.child(main, "ccomp") if verb_of(main) in SAYING else None
    vowed = (
        sentence.child(main, "xcomp") if verb_of(main) in {"threaten", "vow", "promise"} else None
    )
    return said or vowed or main


def _conditional(
    reading: Reading, sentence: Sentence, main: Token, condition: Token, mark: Token
) -> str | None:
    outcome = _outcome(reading, sentence, main)
    if outcome is None:
        return _alone(reading, sentence, main, mark)
    given = _given(reading, sentence, mark, after=condition.index > main.index)
    if _takes_up_all(sentence, mark) or (given and stands_for_all(given)):
        return ask(reading, outcome)
    if given is None or not is_real(sentence, main, given):
        return None
    given = replace(given, group=conditional_present(given.group))
    if condition.index < main.index:
        return _condition_first(reading, outcome, given, mark)
    ahead = (p for p in outcome.predicate if isinstance(p, str) or p.index < mark.index)
    outcome = replace(outcome, predicate=tuple(ahead))
    for short in shortened(given):
        parts = (*polar(outcome), _as_if(mark), *declarative(short))
        question = finished(spell(reading, sentence, parts))
        if question and len(question.split()) <= COMFORTABLE:
            return question
    return ask(reading, outcome, tail=(_as_if(mark), *declarative(given)))


def _demanded(reading: Reading, sentence: Sentence, main: Token, mark: Token) -> str | None:
    """Return whether those will yield on whom a threat hangs: "unless ministers drop a clause"."""
    helped = {t.text.lower() for t in sentence.children(main, "aux")} & {"will", "would"}
    above = sentence.head(main) if main.label == "xcomp" else None
    threat = helped or (above is not None and verb_of(above) == "threaten")
    given = _given(reading, sentence, mark, after=False)
    who = subject_of(sentence, given.head) if given else None
    told = who is None or who.tag == "PRP"  # "would not sell unless he got more"
    if mark.text.lower() != "unless" or given is None or who is None or told or not threat:
        return None
    able = can_speak(reading, sentence, who) and given.head.tag.startswith("VB")
    real = able and not given.negated and is_real(sentence, main, given)
    return ask(reading, future(given)) if real else None


def _alone(reading: Reading, sentence: Sentence, main: Token, mark: Token) -> str | None:
    """Return whether a condition will come true without which nothing can: "if it is missed"."""
    certain = any(t.text.lower() in {"can", "ca", "will"} for t in sentence.children(main, "aux"))
    given = _given(reading, sentence, mark, after=False)
    if given is None:
        return None
    told = given.group.perfect and not (given.group.past or given.group.modal)
    if told and not verb_group(sentence, main).progressive:
        return ask(reading, given)  # "if it has been cut up, its value has gone"
    if not certain or not is_negated(sentence, main):
        return None
    return ask(reading, future(given)) if is_real(sentence, main, given) else None


def _outcome(reading: Reading, sentence: Sentence, main: Token) -> Clause | None:
    """Return what a condition governs, if that is a step which stands by itself."""
    outcome = prospect(reading, sentence, main) or _timetabled(reading, sentence, main)
    outcome = outcome or _prevented(reading, sentence, main)
    if outcome is None or any(t.text.lower() == "either" for t in sentence.subtree(main)):
        return None
    pronoun = outcome.group.lemma in _MEANING and subject_of(sentence, main)
    if pronoun and pronoun.text.lower() == "it":
        return None  # "it would be the third": what "it" is stands nowhere
    return as_ahead(in_short(_of_teller(reading, sentence, main, outcome)))


def _of_teller(reading: Reading, sentence: Sentence, main: Token, outcome: Clause) -> Clause:
    """Return what somebody says that they will do, "it will strike, the group says", as theirs."""
    told = [sentence.head(main)] if main.label == "ccomp" else []
    told += sentence.children(main, "parataxis")
    says = next((t for t in told if t and verb_of(t) in SAYING), None)
    own, teller = subject_of(sentence, main), subject_of(sentence, says) if says else None
    themselves = own is not None and own.text.lower() in {"it", "they"}
    thing = own is not None and (sentence.index, own.index) in reading.things
    if teller is None or thing or not (themselves and teller.tag.startswith("NN")):
        return outcome
    actor = reading.actor_at(sentence.index, teller.index)
    if is_people_noun(verb_of(teller)) or (actor is not None and actor.kind == "person"):
        return outcome
    plural = is_plural_noun(sentence, teller)
    return replace(outcome, subject=phrase(sentence, teller), plural=plural)


def _prevented(reading: Reading, sentence: Sentence, main: Token) -> Clause | None:
    """Return "the vines may not survive" as what is asked about: whether they will."""
    clause = clause_of(reading, sentence, main)
    if clause is None or not clause.negated or clause.group.perfect:
        return None
    open_still = clause.group.modal in {"may", "might"}  # but "could not", "would not" are told
    return future(replace(clause, negated=False)) if open_still else None


def _timetabled(reading: Reading, sentence: Sentence, main: Token) -> Clause | None:
    """Return "the truce expires on Friday" as something ahead."""
    if main.tag not in {"VBZ", "VBP"} or verb_of(main) not in TIMETABLE - {"be"}:
        return None
    clause = clause_of(reading, sentence, main)
    return future(clause) if clause and not clause.negated else None


def _takes_up_all(sentence: Sentence, mark: Token) -> bool:
    """Tell whether a condition only takes up what was said before: "if that fails"."""
    happens = _condition(sentence, mark)
    own = subject_of(sentence, happens)
    taken = own is not None and own.tag == "DT" and own.text.lower() in {"this", "that"}
    return taken and verb_of(happens) in {"fail", "happen", "succeed", "work"}


def _given(reading: Reading, sentence: Sentence, mark: Token, *, after: bool) -> Clause | None:
    """Return the clause of a condition; its pronouns stay where the outcome comes first."""
    condition = _condition(sentence, mark)
    words = sentence.tokens[mark.index + 1 : condition.index]
    words = tuple(t for t in words if t.label != "mark")  # "provided that"
    plural = bool(words) and is_plural_noun(sentence, words[-1])
    if not after:
        return clause_of(reading, sentence, condition, words, plural=plural)
    given = clause_at(sentence, condition, words, plural=plural)
    return replace(given, predicate=_to_the_stop(sentence, given)) if given else None


def _to_the_stop(sentence: Sentence, given: Clause) -> tuple[Part, ...]:
    """Return a condition's predicate with the words up to the next stop that the parse left out."""
    words = (p.index for p in given.predicate if isinstance(p, Token) and p.label != "punct")
    last = max(words, default=given.head.index)
    if sentence.tokens[last + 1 : last + 2] and sentence.tokens[last + 1].text == ",":
        return given.predicate
    missed = []
    for token in sentence.tokens[last + 1 :]:
        if not token.text[:1].isalnum():
            break
        missed.append(token)
    return (*given.predicate, *missed) if len(missed) <= _MOST_MISSED else given.predicate


def _condition_first(reading: Reading, outcome: Clause, given: Clause, mark: Token) -> str | None:
    """Return the question where the condition comes first and may name what the rest takes up."""
    text = spell(reading, given.sentence, declarative(given))
    pronoun = _taken_up(reading, given, outcome)
    if text and pronoun:
        text = spell(reading, given.sentence, (pronoun, *declarative(given)[len(given.subject) :]))
    own = subject_of(given.sentence, given.head)
    unclear = text is None and own is not None and own.text.lower() in {"it", "they"}
    tail = (_as_if(mark), text) if text else ()
    return ask(reading, outcome, tail=tail) if text or unclear else None


def _taken_up(reading: Reading, given: Clause, outcome: Clause) -> str | None:
    """Return the pronoun for the subject of a condition whose outcome names it already."""
    own = [subject_of(clause.sentence, clause.head) for clause in (given, outcome)]
    same = {t.text.lower() if t and t.tag == "PRP" else "" for t in own}
    if len(same) == 1 and "" not in same:
        return same.pop()
    if own[0] is not None and own[0].text.lower() in {"he", "she"} and own[1] is not None:
        ahead = reading.actor_at(outcome.sentence.index, own[1].index)
        if own[1].tag == "NNP" and ahead is not None and ahead.kind == "person":
            return own[0].text.lower()  # "if he is convicted, Pottinger faces"
    names = [spell(reading, clause.sentence, clause.subject) for clause in (given, outcome)]
    if names[0] != names[1]:
        return None
    words = [p.text.lower() for c in (outcome, given) for p in c.subject if isinstance(p, Token)]
    pronoun = next((w for w in words if w in {"he", "she", "it", "they"}), None)
    token = given.subject[0]
    actor = (
        reading.actor_at(given.sentence.index, token.index) if isinstance(token, Token) else None
    )
    person = actor is not None and actor.kind == "person"
    return pronoun or (None if person else "they" if given.plural else "it")
