"""A clause of a parsed sentence to the same with fewer adjuncts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.clauses import Clause
from generator.extract.words.asides import set_off
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token


def shortened(clause: Clause) -> Iterator[Clause]:
    """Yield the clause with one adjunct less at a time, the last and least needed first."""
    yield clause
    while (cut := _last_adjunct(clause)) is not None:
        left = [p for p in clause.predicate if isinstance(p, str) or p.index not in cut]
        if not (left or clause.group.passive):  # "was it tested that week" stands without its time
            return
        clause = replace(clause, predicate=tuple(left))
        yield clause


def _last_adjunct(clause: Clause) -> set[int] | None:
    present = [t for t in clause.predicate if isinstance(t, Token)]
    loose = ("advcl", "acl:relcl", "acl", "obl", "appos", "nmod:unmarked")
    for token in sorted(present, key=lambda t: _last_and_loosest(clause.sentence, t)):
        if _is_outcome(clause.sentence, token):
            continue
        if token.label.startswith(loose) and token is not clause.head:
            cut = {t.index for t in clause.sentence.subtree(token)}
            if cut & {t.index for t in present} and clause.head.index not in cut:
                return cut
    return None


def _is_outcome(sentence: Sentence, token: Token) -> bool:
    """Recognise what something leads to, whole: "could lead to the band losing its status"."""
    noun = sentence.head(token) if token.label == "acl" else token
    verb = sentence.head(noun) if noun is not None and noun.label == "obl" else None
    return verb is not None and lemma(verb.text, verb.tag) in {"lead", "result"}


def _last_and_loosest(sentence: Sentence, token: Token) -> tuple[int, bool, int]:
    """Return the order in which adjuncts go: the last, set off by a comma, the shortest first."""
    below = sentence.subtree(token)
    return -below[-1].index, not set_off(sentence, token), len(below)
