"""An infinitive in a parse -> the noun phrase of whoever is told or allowed to do what it says."""

from __future__ import annotations

from generator.extract.grammar.trimming import object_of
from generator.extract.words.speech_verbs import OBJECT_INFINITIVE
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_HANDING_ON = OBJECT_INFINITIVE | frozenset(
    "allow appoint cause compel convince direct enable entitle force forbid get help hire induce"
    " intend lead leave motivate need oblige permit persuade prefer push require summon teach train"
    " trust".split()
)
"""Verbs whose object is to do what the infinitive behind it says; not so "promised her to stay"."""
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})


def told_to(sentence: Sentence, step: Token) -> Token | None:
    """Return who is expected, asked or allowed to take a step: "it wants the bank to pay"."""
    verb = sentence.head(step)
    if verb is None or step.label not in _COMPLEMENTS or not is_to_infinitive(sentence, step):
        return None
    if lemma(verb.text, verb.tag) not in _HANDING_ON:
        return None
    somebody = object_of(sentence, verb)
    between = somebody is not None and verb.index < somebody.index < step.index
    return somebody if between else None


def is_to_infinitive(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb stands behind "to"."""
    return any(t.tag == "TO" for t in sentence.children(token, "mark"))
