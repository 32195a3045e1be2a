"""What a denial or a confirmation is of ("denied leaking it", "the claim that") to a clause."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.claims import POINTING
from generator.extract.questions.point import subject_parts, subject_plural
from generator.extract.questions.question_grammar import simple_past, told_as_news, verb_of
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_CLAIMS = POINTING | frozenset(
    "belief rumour rumours rumor rumors theory notion fears concerns".split()
)

_TELLING = frozenset({"say", "suggest", "allege", "claim", "state", "imply"})
"""Verbs of a relative clause that tells: "a report which says that"."""


def told_by_noun(sentence: Sentence, noun: Token) -> Token | None:
    """Return the clause that a noun tells: "the allegation that it polluted the river"."""
    if noun.text.lower() not in _CLAIMS:
        return None
    below = sentence.children(noun, "acl", "ccomp", "acl:relcl")
    said = (sentence.child(c, "ccomp") for c in below if verb_of(c) in _TELLING)
    told = (c for c in below if _is_told(sentence, noun, c))
    return next((c for c in (*said, *told) if c is not None), None)


def _is_told(sentence: Sentence, noun: Token, clause: Token) -> bool:
    """Tell "the claim that it was sold" from "the claim that he made"."""
    that = sentence.tokens[noun.index + 1]
    if not clause.label.endswith("relcl") or that.head != clause.index:
        return not clause.label.endswith("relcl")
    lacks_object = that.label == "obj" and not sentence.child(clause, "aux:pass", "cop")
    return subject_of(sentence, clause) not in {None, that} and not lacks_object


def claim_below(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what a verb denies or confirms as a clause: "denied leaking it", "the claim that"."""
    content = sentence.child(verb, "ccomp") or sentence.child(verb, "xcomp")
    things = sentence.children(verb, "obj", "obl", "nsubj:pass") if content is None else ()
    content = content or next(filter(None, (told_by_noun(sentence, t) for t in things)), None)
    if content is None or _is_hyphenated(sentence, content):
        return None
    who, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
    having = any(t.text.lower() == "having" for t in sentence.children(content, "aux"))
    if (content.tag == "VBG" or having) and subject_of(sentence, content) is None:
        clause = clause_of(reading, sentence, content, who, plural=plural)
        return simple_past(clause) if clause else None
    clause = clause_of(reading, sentence, content)
    own = subject_of(sentence, content)
    if clause is None or own is None:
        return None
    if own.tag == "PRP" and not reading.takes_up(sentence, own):
        if not who or own.text.lower() in {"he", "she"}:
            return None
        clause = replace(clause, subject=who, plural=plural)
    told = told_as_news(_of_denier(reading, sentence, verb, clause))
    return replace(told, subject=("a", *told.subject[1:])) if _is_any(told) else told


def _is_hyphenated(sentence: Sentence, word: Token) -> bool:
    after = sentence.tokens[word.index + 1 : word.index + 2]
    return bool(after) and after[0].tag == "HYPH"


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
