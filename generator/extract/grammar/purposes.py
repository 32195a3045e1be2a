"""An infinitive of a parsed sentence -> whether it tells what something is done for."""

from __future__ import annotations

from generator.extract.words.speech_verbs import INFINITIVE, OBJECT_INFINITIVE
from generator.extract.words.ties import marks
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_COMPLETED = (
    INFINITIVE
    | OBJECT_INFINITIVE
    | frozenset("allow call commit direct enable fail force have help manage need oblige".split())
    | frozenset("lead persuade prompt push require stand struggle".split())
)
"""Verbs that an infinitive completes: it says what is voted or asked for, not why."""
_BIDS = frozenset({"attempt", "bid", "effort", "move", "push"})
_NOBODY = frozenset({"nobody", "none", "no-one"})
_WON = frozenset(
    "beat defeat edge end equalise gain level outlast overcome overtake see stun thrash win".split()
)
_PRIZES = frozenset(
    "become claim clinch end force give go lift qualify reach seal secure spark win".split()
)
_FIGHTING = frozenset(
    "bounce come convert fight fire head hit rally recover return rise score storm strike".split()
)
"""Verbs of those who win in the end: “came from behind to win” tells no purpose."""
_LONGEST_ING = 5
"""Letters of "bring", which is no gerund."""
_BARE = 2
"""Words of “run them”."""


def is_bid(sentence: Sentence, head: Token) -> bool:
    """Recognise “in a bid to cut costs”, “in an effort to …”."""
    noun = sentence.head(head)
    return noun is not None and noun.text.lower() in _BIDS and marks(sentence, noun) == "in"


def is_purpose(sentence: Sentence, head: Token) -> bool:
    """Tell “he rose to leave” from “ready to leave”, “voted to leave”, “to leave was wrong”."""
    above = sentence.head(head)
    own = sentence.child(head, "nsubj", "nsubj:pass", "cop")
    gerund = head.text.lower().endswith("ing") and len(head.text) > _LONGEST_ING
    if gerund or head.tag != "VB" or own is not None or above is None or above.tag[:2] == "JJ":
        return False
    subject, obj = sentence.child(above, "nsubj"), sentence.child(above, "obj")
    if subject is not None and subject.text.lower() in _NOBODY:
        return False
    if obj is not None and (is_time(obj) or _is_enough(sentence, obj)):
        return False  # "gave the firm 60 days to change", "brought enough rain to flood it"
    if above.tag.startswith("VB"):
        verb, deed = lemma(above.text, above.tag), lemma(head.text, head.tag)
        won = verb in _WON | _FIGHTING and deed in _PRIZES | _WON
        return verb not in _COMPLETED and not won and not _goes_on(sentence, above)
    return sentence.child(above, "cop") is not None  # "Minister to visit port" is a headline's verb


def _is_enough(sentence: Sentence, noun: Token) -> bool:
    return any(t.text.lower() in {"enough", "sufficient"} for t in sentence.children(noun, "amod"))


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Recognise “went on to win”, “took to the streets to say so”."""
    onward = {t.text.lower() for t in sentence.children(verb, "compound:prt", "advmod")}
    where = {marks(sentence, t) for t in sentence.children(verb, "obl")}
    base = lemma(verb.text, verb.tag)
    turned = base == "take" and "to" in where and sentence.child(verb, "obj") is None
    return turned or (base == "go" and "on" in onward)


def is_vague(sentence: Sentence, head: Token) -> bool:
    """Recognise a bare “to run them”, and what is only to be if something else happens."""
    rest = [t for t in sentence.subtree(head) if t.label not in {"mark", "punct"}]
    bare = len(rest) <= _BARE and any(t.tag == "PRP" for t in rest)
    above = sentence.head(head)
    tied = marks(sentence, above) if above is not None else ""
    only = any(t.text.lower() == "only" for t in sentence.children(head, "advmod"))
    return bare or only or tied in {"if", "unless"}
