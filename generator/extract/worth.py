"""A clause of a parsed sentence -> whether it tells too little to be a statement."""

from __future__ import annotations

from generator.extract.reading import Attribution
from generator.extract.trimming import subject_of
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

SHORTEST = 4
"""Words: anything shorter says too little by itself."""
CLAIM_VERBS = frozenset(
    """say tell report state announce note add write claim allege confirm insist argue explain
    estimate warn reveal acknowledge maintain""".split()
)
"""Cues whose content can stand as a statement of its own, with the source named beside it."""
SILENCE = frozenset("comment respond reply answer elaborate".split())
SOME = frozenset("most many several few both all neither others some each another".split())
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor"})
UNKNOWN = frozenset({"unclear", "unknown", "uncertain", "clear", "known"})


def says_too_little(sentence: Sentence, head: Token) -> bool:
    """Say whether a clause tells only that something is not known, or that someone spoke."""
    if head.text.lower() in UNKNOWN or _is_about_some(sentence, head):
        return True
    negated = any(t.text.lower() in NEGATIONS for t in sentence.children(head))
    contents = sentence.children(head, "ccomp", "csubj", "xcomp", "advcl", "obj")
    asked = any(_asks(sentence, clause) for clause in contents)
    return (negated and asked) or only_spoke(sentence, head) or _kept_silent(sentence, head)


def _kept_silent(sentence: Sentence, head: Token) -> bool:
    """Recognise "declined to comment", which the open questions tell."""
    step = sentence.child(head, "xcomp")
    refused = lemma(head.text, head.tag) in {"decline", "refuse"}
    return refused and step is not None and lemma(step.text, step.tag) in SILENCE


def _is_about_some(sentence: Sentence, head: Token) -> bool:
    """Say whether a subject is a bare "most" or "two", of whom another sentence tells."""
    subject = subject_of(sentence, head)
    if subject is None or sentence.children(subject):
        return False
    return subject.tag in {"JJS", "DT", "CD", "RBS", "PDT"} or subject.text.lower() in SOME


def only_spoke(sentence: Sentence, head: Token, claim: Attribution | None = None) -> bool:
    """Say whether a clause is a bare "she said", its words being elsewhere or a quotation."""
    if lemma(head.text, head.tag) not in CLAIM_VERBS or sentence.child(head, "aux:pass"):
        return False
    subject = subject_of(sentence, head) if claim else None
    apart = set(sentence.subtree(subject)) if subject else set()
    after = [t for t in sentence.subtree(head) if t.index > head.index and t.text[0].isalnum()]
    told = [t for t in after if t not in apart and not (claim and covers(claim, t))]
    return len(told) < SHORTEST


def _asks(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause begins with a question word."""
    opening = sentence.subtree(clause)[:2]
    return any(t.tag in {"WP", "WRB", "WDT"} or t.text.lower() == "whether" for t in opening)


def covers(attribution: Attribution, token: Token) -> bool:
    """Say whether a token is among the words that an attribution carries."""
    return any(span.start <= token.start < span.end for span in attribution.content)
