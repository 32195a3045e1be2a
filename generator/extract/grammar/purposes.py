"""An infinitive of a parsed sentence -> whether it tells what something is done for."""

from __future__ import annotations

from generator.extract.grammar.clauses import is_negated
from generator.extract.words.speech_verbs import INFINITIVE, OBJECT_INFINITIVE
from generator.extract.words.ties import lemma_above, marks
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
_MOVING = OBJECT_INFINITIVE | {"force", "lead", "persuade", "prompt", "push"}
_BIDS = frozenset({"attempt", "bid", "effort", "move", "push"})
_HOW_MUCH = frozenset("enough first last little much nothing only sufficient".split())
_SETTLED = frozenset(
    """agreement appeal approval attempt best chance contract deal decision deed intention
    invitation licence mandate memorandum offer opportunity order pact password permission plan
    pledge power promise proposal request right threat treaty utmost vow""".split()
)
"""Nouns that an infinitive completes: it says what is agreed or decided, not why."""
WON = frozenset(
    "beat defeat edge end equalise gain level outlast overcome overtake see stun thrash win".split()
)
_PRIZES = frozenset(
    "become claim clinch end force give go lift qualify reach seal secure spark win".split()
)
_FIGHTING = frozenset(
    "bounce come convert fight fire head hit rally recover return rise score storm strike".split()
)
"""Verbs of those who win in the end: “came from behind to win” tells no purpose."""
_NO_AIM = frozenset("allegedly only ostensibly purportedly supposedly".split())
_BARE = 2
"""Words of “run them”."""


def is_bid(sentence: Sentence, head: Token) -> bool:
    """Recognise “in a bid to cut costs”, “as part of a drive to cut costs”."""
    noun = sentence.head(head)
    if noun is None:
        return False
    part = noun.label == "nmod" and lemma_above(sentence, noun) == "part"
    if part and marks(sentence, sentence.tokens[noun.head]) == "as":
        return True
    return noun.text.lower() in _BIDS and marks(sentence, noun) == "in"


def is_purpose(sentence: Sentence, head: Token) -> bool:
    """Tell “he rose to leave” from “ready to leave”, “voted to leave”, “to leave was wrong”."""
    above = sentence.head(head)
    own = sentence.child(head, "nsubj", "nsubj:pass", "cop")
    if head.tag != "VB" or own is not None or above is None or above.tag[:2] == "JJ":
        return False
    obj = sentence.child(above, "obj")
    named = [t for t in sentence.children(above, "obj", "xcomp") if t.index < head.index]
    if any(_is_completed(sentence, noun) for noun in named) or (obj is not None and is_time(obj)):
        return False  # "gave the firm 60 days to change"
    if _is_settled(sentence, head, above) or is_negated(sentence, above):
        return False
    if above.tag.startswith("VB"):
        completed = lemma(above.text, above.tag) in _COMPLETED
        if (
            above.label == "acl:relcl"
            and lemma_above(sentence, sentence.tokens[above.head]) in _MOVING
        ):
            return False  # "persuaded a man who broke it to leave"
        return not (completed or is_prize(sentence, head) or _goes_on(sentence, above))
    return sentence.child(above, "cop") is not None  # "Minister to visit port" is a headline's verb


def _is_settled(sentence: Sentence, head: Token, above: Token) -> bool:
    """Recognise "signed a deal to build it", "pushed for the work to begin"."""
    first = sentence.subtree(head)[0].index
    nouns = sentence.children(above, "obj", "nsubj:pass", "obl")
    told = any(lemma(t.text, t.tag).lower() in _SETTLED for t in nouns if t.label != "obl")
    before = (t for t in nouns if t.index == first - 1 and not is_time(t))
    return told or any(marks(sentence, t) == "for" for t in before)


def is_prize(sentence: Sentence, head: Token) -> bool:
    """Recognise "beat the hosts to win the cup", which tells how rather than what for."""
    fought = lemma_above(sentence, head) in WON | _FIGHTING
    return fought and marks(sentence, head) == "to" and lemma(head.text, head.tag) in _PRIZES | WON


def is_won_by(sentence: Sentence, head: Token) -> bool:
    """Tell "beat the hosts to win the cup" from "ended the wait to win the cup"."""
    return is_prize(sentence, head) and lemma_above(sentence, head) not in _PRIZES


def _is_completed(sentence: Sentence, noun: Token) -> bool:
    """Recognise what an infinitive completes: "enough rain to flood it", "the first to win"."""
    words = (noun, *sentence.children(noun, "amod"))
    return not is_time(noun) and any(t.text.lower() in _HOW_MUCH for t in words)


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Recognise “went on to win”, “took to the streets to say so”."""
    onward = {t.text.lower() for t in sentence.children(verb, "compound:prt", "advmod")}
    where = {marks(sentence, t) for t in sentence.children(verb, "obl")}
    base = lemma(verb.text, verb.tag)
    turned = base == "take" and "to" in where and sentence.child(verb, "obj") is None
    return turned or (base == "go" and "on" in onward)


def is_vague(sentence: Sentence, head: Token) -> bool:
    """Recognise a bare “to run them”, “only to …” and a pretext, “allegedly to …”."""
    rest = [t for t in sentence.subtree(head) if t.label not in {"mark", "punct"}]
    bare = len(rest) <= _BARE and any(t.tag == "PRP" for t in rest)
    return bare or any(t.text.lower() in _NO_AIM for t in sentence.children(head, "advmod"))
