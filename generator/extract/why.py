"""A reading to why things happen: causes, purposes and grievances, those of the main event first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grounds import (
    Ground,
    find_reasons,
    is_feat,
    is_negated,
    is_time,
    lemma_above,
    marks,
)
from generator.extract.reading import Reading
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Draft

CLAUSES = {
    "because": 1.0,
    "so that": 0.9,
    "in order to": 0.9,
    "so as to": 0.8,
    "for": 0.8,
    "after": 0.75,
    "to": 0.5,
}
"""How surely a clause led in by these words tells why; read off the dev articles."""

NOUNS = {
    "because of": 1.0,
    "due to": 1.0,
    "owing to": 1.0,
    "in response to": 1.0,
    "thanks to": 0.9,
    "after": 0.6,
    "over": 0.6,
    "amid": 0.6,
    "following": 0.5,
}
"""The same for nouns."""

SURE = 0.95
"""Strength of a noun tied to a verb or a noun of cause."""

_CAUSING = {
    "from": frozenset("stem result arise suffer die".split()),
    "by": frozenset("cause trigger prompt spark motivate provoke inspire drive".split()),
    "on": frozenset({"blame"}),
    "of": frozenset("result consequence".split()),
    "to": frozenset({"due", "owing", "attribute"}),
    "for": frozenset(
        """criticise criticize condemn praise thank arrest jail sentence convict fine sack charge apologise
        apologize punish award honour honor reprisal retaliation revenge punishment responsible
        compensation""".split()
    ),
}


def find_why(reading: Reading, draft: Draft) -> Draft:
    """Add the causes and purposes that the article gives."""
    return draft.model_copy(update={"why": find_reasons(reading, "y", _causes, draft.what)})


def _causes(sentence: Sentence) -> Iterator[Ground]:
    for token in sentence.tokens:
        if is_negated(sentence, token):
            continue
        if token.label in ("advcl", "acl"):
            yield from _clause(sentence, token)
        elif token.tag.startswith(("NN", "PRP")):
            yield from _noun(sentence, token)


def _clause(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie = marks(sentence, head)
    strength = CLAUSES.get(tie, 0.0)
    purpose = tie in ("to", "in order to", "so as to")
    if head.label == "acl":
        if lemma(head.text, head.tag) == "aim":
            yield Ground(head, SURE, keep_tie=True)
    elif strength and _FORMS.get(tie, "VB") in head.tag and not _is_complement(sentence, head, tie):
        if tie != "after" or (_is_over(sentence, head) and not is_feat(sentence, head)):
            yield Ground(head, strength, keep_tie=purpose)


_FORMS = {"for": "VBG", "to": "VB", "because": "", "so that": ""}
"""The form of verb that a tie takes when it tells why."""


def _is_complement(sentence: Sentence, head: Token, tie: str) -> bool:
    """Tell “ready to leave” and “to leave was wrong” from “he rose to leave”."""
    if tie != "to":
        return False
    above = sentence.head(head)
    return head.tag != "VB" or above is None or above.tag.startswith("JJ")


def _is_over(sentence: Sentence, head: Token) -> bool:
    """Tell “after he took office” from “after he takes office”, which has caused nothing yet."""
    in_headline = sentence.index < 0  # which puts what is over in the present tense
    return in_headline or head.tag in ("VBD", "VBN", "VBG") or not head.tag.startswith("VB")


def _noun(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie, above = marks(sentence, head), lemma_above(sentence, head)
    if _is_blamed(sentence, head):
        yield Ground(head, SURE)
    elif above in _CAUSING.get(tie, frozenset()):
        yield Ground(head, SURE)
    elif (strength := NOUNS.get(tie, 0.0)) and not is_time(head):
        yield Ground(head, strength if head.label == "obl" or strength == 1.0 else 0.0)


def _is_blamed(sentence: Sentence, head: Token) -> bool:
    """Tell “blamed the letter for the defeat” from “blamed him for losing”, “blamed it on him”."""
    verb = sentence.head(head)
    if verb is None or lemma(verb.text, verb.tag) != "blame":
        return False
    others = sentence.children(verb, "advcl", "obl")
    elsewhere = any(marks(sentence, t) == "on" or t.label == "advcl" for t in others)
    return head.label == "obj" and head.tag in ("NN", "NNS") and not elsewhere
