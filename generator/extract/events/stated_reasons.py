"""A clause of a parsed sentence -> the reason that somebody gives in it for a deed or an event."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.reason_words import Ground
from generator.extract.words.ties import lemma_above
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

FINDING = 0.9
"""Strength of “early indications suggest that [the boat was overloaded]”."""
WANTED = 0.6
"""Strength of “marched, [demanding higher pay]”, “rejected it, saying [it cost too much]”."""

_WANTING = frozenset({"demand", "fear", "hope", "seek", "want"})
_GROUNDING = frozenset("argue claim complain find insist rule say".split())
_DECIDING = frozenset(
    """
    abandon acquit ban block boycott cancel clear close convict cut decline delay deny dismiss drop
    fine halt hold keep leave lower oppose order overturn postpone quit raise recall refuse reject
    resign scrap shut suspend uphold veto withdraw
    """.split()
)
"""What one gives grounds for: "rejected the plan, saying it cost too much"."""
_FINDINGS = frozenset("evidence finding indication inquiry investigation report sign".split())
_FIRST = frozenset("early first initial preliminary".split())


def wanted_or_argued(sentence: Sentence, head: Token) -> Iterator[Ground]:
    """Yield what is wanted or feared in a deed, and the grounds given for a decision."""
    verb, told = lemma(head.text, head.tag), sentence.child(head, "ccomp")
    if verb in _WANTING:
        yield Ground(head, WANTED, keep_tie=True)
    elif told is not None and verb in _GROUNDING and lemma_above(sentence, head) in _DECIDING:
        yield Ground(told, WANTED)


def is_first_finding(sentence: Sentence, head: Token) -> bool:
    """Recognise "early indications suggest that the boat was overloaded"."""
    noun = sentence.child(sentence.tokens[head.head], "nsubj")
    if noun is None or lemma_above(sentence, head) not in {"indicate", "suggest"}:
        return False
    found = lemma(noun.text, noun.tag).lower() in _FINDINGS
    return found and any(t.text.lower() in _FIRST for t in sentence.children(noun, "amod"))
