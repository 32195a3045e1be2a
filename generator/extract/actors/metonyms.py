"""Say whether a place name stands for those who rule there: by what it does in its sentence."""

from __future__ import annotations

from generator.extract.actors.mentions import Name
from generator.extract.words.lexicon import AGENTIVE_VERBS, PATIENT_VERBS, POSSESSED_ACTS
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

PARTIES = frozenset("ally guarantor mediator member party".split())
RELATIONS = frozenset(
    """agreement alliance deal dialogue dispute negotiation pact relation relationship rivalry row
    talk tension tie treaty truce war ceasefire conflict contact cooperation""".split()
)
"""Nouns for what goes on between parties: "talks between Washington and Tehran"."""


def acts(name: Name) -> bool:
    """Say whether a name does, owns or undergoes what only someone who acts can."""
    sentence, head = name.sentence, name.head
    while head.label == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    above = sentence.head(head)
    if above is None:
        return False
    word = lemma(above.text, above.tag).lower()
    if head.label in {"nsubj", "csubj"}:
        return _subject_acts(sentence, above, word) or are_a_team(sentence, head, above)
    if head.label in {"obj", "iobj", "nsubj:pass"}:
        return word in PATIENT_VERBS
    if head.label == "nmod:poss":
        return word in POSSESSED_ACTS
    if head.label in {"obl:agent", "obl", "nmod"}:
        return _oblique_acts(sentence, head, word)
    return False


def _subject_acts(sentence: Sentence, verb: Token, word: str) -> bool:
    """Say whether a verb is one that its subject does on purpose; "X is flooded" is not."""
    passive = any(t.label == "aux:pass" for t in sentence.children(verb))
    if verb.tag.startswith("VB"):
        return word in AGENTIVE_VERBS and not passive
    return verb.tag.startswith("NN") and word in PARTIES


def are_a_team(sentence: Sentence, head: Token, above: Token) -> bool:
    """Say whether one name has the verb of several: "Lille are interested", "Ipswich visit"."""
    verbs = (above, *sentence.children(above, "aux", "aux:pass", "cop"))
    several = any(t.tag == "VBP" or t.text == "were" for t in verbs)
    return head.tag == "NNP" and several and sentence.child(head, "conj") is None


def _oblique_acts(sentence: Sentence, head: Token, word: str) -> bool:
    """Say whether "by X", "between X and Y" or "with X" makes X a party."""
    case = sentence.child(head, "case")
    preposition = case.text.lower() if case else ""
    if preposition == "by":
        return True
    if preposition in {"between", "with"}:
        return word in RELATIONS or word in {"negotiate", "talk", "agree", "cooperate"}
    return preposition in {"of", "from"} and word in POSSESSED_ACTS and head.label == "nmod"
