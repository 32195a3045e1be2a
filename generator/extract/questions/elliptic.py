"""Questions without their clause, "did not say when", "for unknown reasons", to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part
from generator.extract.questions.ellipses import PRICES, Gap, of_adjuncts, of_nouns, of_words
from generator.extract.questions.point import (
    OpenPoint,
    names_nobody,
    subject_parts,
    subject_plural,
    who_says,
)
from generator.extract.questions.question_grammar import ask, future, told_as_news, verb_of
from generator.extract.questions.told_events import DEEDS, MISHAPS, event_before
from generator.extract.questions.unsaid import NO_ANSWER
from generator.extract.reading import Reading
from generator.extract.words.times import TIMES
from generator.language.tree import Sentence, Token

_ADJUNCTS = ("obl", "obl:unmarked", "advmod", "advcl")
_TRADING = frozenset("buy sell acquire purchase sign lease rent settle".split())
_LEADING_ON = frozenset(
    "say announce promise pledge vow plan intend expect hope agree aim want confirm tell add"
    " warn insist claim state report note decide propose threaten acknowledge admit".split()
)
"""Verbs of which the clause below is what happens."""


def find_elliptic(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not told of what was just told: "did not say when", "gave no reason"."""
    for gap in (*of_words(sentence), *of_nouns(sentence), *of_adjuncts(reading, sentence)):
        if gap.of_event and event_before(reading, sentence, MISHAPS | DEEDS):
            continue  # "the cause is unknown" is that of the fire
        told = (sentence, gap.own) if gap.own else _antecedent(reading, sentence, gap.at)
        clause = _told(reading, told, gap) if told else None
        opening, clause = _counted(gap.opening, clause) if clause else ((), None)
        question = ask(reading, clause, opening=opening) if clause and opening else None
        if told and question:
            grounds = (told[0], sentence) if told[0] is not sentence else (sentence,)
            yield OpenPoint(question, "unanswered", _why(reading, gap), grounds, 0.95)


def _counted(opening: tuple[Part, ...], clause: Clause) -> tuple[tuple[Part, ...], Clause]:
    """Return "how many" with what is counted: "plans to cut jobs, but has not said how many"."""
    last = opening[-1]
    if not isinstance(last, Token) or last.text.lower() not in {"many", "much"} or len(opening) > 2:
        return opening, clause
    thing = clause.sentence.child(clause.head, "obj")
    if thing is None or (last.text.lower() == "many") is not (thing.tag == "NNS"):
        return (), clause
    words = phrase(clause.sentence, thing)
    left = tuple(p for p in clause.predicate if p not in words)
    noun = tuple(t for t in words if t.tag not in {"DT", "CD"})
    return (*opening, *noun), replace(clause, predicate=left)


def _why(reading: Reading, gap: Gap) -> str:
    if gap.own is not None or subject_of(gap.sentence, gap.at) is None:
        return "The source says that this is not known or was not told."
    who = who_says(reading, gap.sentence, gap.at)
    return NO_ANSWER if names_nobody(who) else f"{who} did not say, the source reports."


def _antecedent(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Sentence, Token] | None:
    """Return the clause that a question without one is about, in its sentence or the one before."""
    top = verb
    while top.label in {"xcomp", "ccomp"} and top.head >= 0:
        top = sentence.tokens[top.head]
    above = sentence.head(top)
    if above is not None and top.label.startswith(("conj", "advcl", "parataxis")):
        if above.label == "parataxis" and sentence.child(above, "ccomp") is None:
            above = sentence.head(above) or above  # "the pit will reopen, it said, but …"
        return sentence, _content(sentence, above)
    earlier = preceding(reading, sentence) if above is None else None
    return (earlier, _content(earlier, earlier.root)) if earlier and earlier.root else None


def _content(sentence: Sentence, head: Token) -> Token:
    """Return what is said to happen: "reopen" in "said the mine would reopen"."""
    leads_on = verb_of(head) in _LEADING_ON
    below = sentence.child(head, "ccomp", "xcomp") if leads_on else None
    return _content(sentence, below) if below else head


def _told(reading: Reading, told: tuple[Sentence, Token], gap: Gap) -> Clause | None:
    """Return the clause of what was told, as one asks about it, without what is asked for."""
    sentence, head = told
    who, plural = subject_parts(reading, sentence, head), subject_plural(sentence, head)
    clause = clause_of(reading, sentence, head, who, plural=plural)
    if clause is None or clause.negated or reading.is_quoted(head.start):
        return None
    priced = len(gap.opening) > 1 and str(gap.opening[1]) in PRICES
    if priced and verb_of(head) not in _TRADING:
        return None
    ahead = is_to_infinitive(sentence, head) and not clause.group.modal
    clause = future(clause) if ahead else told_as_news(clause)
    if gap.opening[0] != "When" and str(getattr(gap.opening[0], "text", "")).lower() != "when":
        return _without(clause, gap)
    dated = _dates(sentence, head)
    by_noun = not isinstance(gap.opening[0], Token)  # "no date": for what is to come
    still = (dated or by_noun or clause.group.lemma == "be") and not clause.group.modal
    return None if still else _without(clause, gap, dated)


def _dates(sentence: Sentence, head: Token) -> set[int]:
    """Return the words by which a clause tells when."""
    words = {c: sentence.subtree(c) for c in sentence.children(head, *_ADJUNCTS)}
    dated = (
        below
        for c, below in words.items()
        if c.label == "advcl" or {t.text.lower() for t in below} & TIMES
    )
    return {t.index for below in dated for t in below}


def _without(clause: Clause, gap: Gap, gone: set[int] | None = None) -> Clause:
    """Return a clause without the words of the question, and what follows them."""
    sentence = gap.sentence
    asides = (c for c in clause.sentence.children(clause.head, "advcl"))
    without = [c for c in asides if _is_without(clause.sentence, c)]
    gone = {*(gone or ()), *(t.index for c in without for t in clause.sentence.subtree(c))}
    path = list(sentence.path_to_root(gap.at))
    if clause.sentence is sentence and clause.head in path[1:]:
        below = path[path.index(clause.head) - 1]
        gone |= {t.index for t in sentence.subtree(below)}
    left = tuple(p for p in clause.predicate if not (isinstance(p, Token) and p.index in gone))
    return replace(clause, predicate=left)


def _is_without(sentence: Sentence, clause: Token) -> bool:
    """Recognise the remark in "sold its unit, without naming the buyer"."""
    return any(t.text.lower() == "without" for t in sentence.children(clause, "mark"))
