"""A question in a tree as the model drew it -> the clause that leaves it open.

Each rule yields what has to move: the index of a token with its new head and relation.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.mended_clauses import RELATIVES, SAYING, SUBJECTS, Change
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

ANSWERING = frozenset({"answer", "reply", "respond"})
WHICH = RELATIVES - {"WRB"}


def question_taken_for_a_relative(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield what is asked in "it has not emerged who paid" and "revealed to what extent it was".

    The parse takes it for a relative clause. Behind a comma it is one ("it fell, which hurt"), and
    behind a verb a time or place may be one ("left when it rained").
    """
    above = sentence.tokens[clause.head]
    asks = next((t for t in sentence.children(above) if t.tag in WHICH), None)
    verb = sentence.head(above) if asks is not None else above
    if clause.label == "advcl" and asks is not None:
        return
    if asks is None:
        asks = next(iter(sentence.subtree(clause)), clause)
        asked = asks.tag in WHICH or asks.text.lower() in {"how", "why"}
    else:
        asked = above.tag.startswith("NN") and above.index < clause.index
    if verb is None or not asked or not verb.tag.startswith(("VB", "JJ")):
        return
    parted = any(t.text == "," for t in sentence.tokens[verb.index : asks.index])
    if parted or asks.index < verb.index:
        return
    yield clause.index, (verb.index, "ccomp")
    if above is not verb:
        yield above.index, (clause.index, above.label)


def asked_when_and_how(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield "unclear when and how it was done" as one clause with two words that ask."""
    asks = sentence.tokens[clause.head]
    below = (*sentence.children(clause), *sentence.children(asks, "conj"))
    other = next((t for t in below if t.tag == "WRB"), None)
    cc = sentence.child(clause, "cc") or (sentence.child(other, "cc") if other else None)
    if asks.tag == "WRB" and other and cc and asks.index == cc.index - 1 == other.index - 2:
        yield clause.index, (asks.head, "ccomp")
        yield asks.index, (clause.index, "advmod")
        yield other.index, (asks.index, "conj")
        yield cc.index, (other.index, "cc")


def what_taken_for_a_subject(sentence: Sentence, word: Token) -> Iterator[Change]:
    """Yield the clause of "What would become of it nobody could say" as what nobody could say."""
    verb, clause = sentence.tokens[word.head], sentence.child(word, "acl:relcl")
    who = next((t for t in sentence.children(verb, "nsubj") if t is not word), None)
    if sentence.child(verb, "cop", "mark") or sentence.child(word, "case"):
        return  # "what is new is that it failed"
    if clause is not None and who is not None and clause.index < who.index < verb.index:
        own = sentence.child(clause, *SUBJECTS)
        yield word.index, (clause.index, "obj" if own else "nsubj")
        yield clause.index, (verb.index, "ccomp")


def place_that_is_asked(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield the "was" of "did not say where Orr, the captain, was" as what joins him to "where"."""
    asks = sentence.tokens[clause.head]
    asked = asks.tag == "WRB" and asks.label == "ccomp" and asks.index < clause.index
    if asked and lemma(clause.text, clause.tag) == "be":
        yield clause.index, (asks.index, "cop")
        yield from ((t.index, (asks.index, t.label)) for t in sentence.children(clause))


def time_that_is_asked(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield the clause of "questions about when that would happen" as the "when"'s."""
    opening = sentence.subtree(clause)[0]
    before = sentence.tokens[opening.index - 1] if opening.index else clause
    if before.tag == "WRB" and before.head == clause.head and sentence.child(before, "case"):
        yield clause.index, (before.index, "advcl:relcl")


def owner_that_is_asked(sentence: Sentence, word: Token) -> Iterator[Change]:
    """Yield the "whose" of "could not agree on whose it was" as a clause."""
    if word.text == "whose" and sentence.child(word, "cop") and sentence.child(word, *SUBJECTS):
        yield word.index, (word.head, "ccomp")
        yield from ((t.index, (word.index, "mark")) for t in sentence.children(word, "case"))


def asked_before_the_answer(sentence: Sentence) -> Iterator[Change]:
    """Yield the saying of "Asked if it would close, the owner said" as what the sentence tells."""
    asked = sentence.root
    if asked.index or lemma(asked.text, "VBN") != "ask" or sentence.child(asked, *SUBJECTS):
        return
    said = next((t for t in sentence.children(asked, "parataxis", "ccomp") if _tells(t)), None)
    if said is not None and sentence.child(said, "nsubj"):
        yield said.index, (-1, "root")
        yield asked.index, (said.index, "advcl")
        clauses = (t for t in sentence.children(said, "ccomp") if t.index < said.index)
        yield from ((t.index, (asked.index, "ccomp")) for t in clauses if sentence.child(t, "mark"))


def _tells(verb: Token) -> bool:
    return verb.tag == "VBD" and lemma(verb.text, verb.tag) in SAYING | ANSWERING


def object_taken_for_a_subject(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the force of "the question of who will command the force remains" as commanded."""
    above = sentence.tokens[noun.head]
    first = sentence.child(above, *SUBJECTS)
    words = sentence.subtree(noun)
    before = sentence.tokens[words[0].index - 1] if words[0].index else noun
    if first is None or first is noun or first not in sentence.path_to_root(before):
        return
    if before.tag.startswith("VB") and not sentence.child(before, "obj", "ccomp", "xcomp"):
        yield noun.index, (before.index, "obj")
