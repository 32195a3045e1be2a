"""A sentence that tells the main event -> the manner of it, and the steps that led to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.events.forms import FORM, is_form
from generator.extract.events.reason_words import Ground
from generator.extract.grammar.clauses import is_negated
from generator.extract.grammar.purposes import WON, is_won_by
from generator.extract.words.asides import ATTRIBUTING, SUBJECTS, set_off
from generator.extract.words.lexicon import EVIDENCE, WRITINGS
from generator.extract.words.speech_verbs import CLAUSE, OBJECT_INFINITIVE, SHOWING, SPEAKING
from generator.extract.words.ties import lemma_above, marks
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

STEP = 0.9
"""Strength of “[beat the hosts] to reach the final”, “was invited but [stayed at home]”."""
DOING = 0.6
"""Strength of “the star protested, [holding a sign]”."""
SHOWN = 0.3
"""Strength of “[a survey of voters shows] that …”."""

_HEADS = frozenset({"root", "ccomp", "conj", "parataxis"})
_OBJECTS = frozenset({"obj", "iobj", "compound:prt", "xcomp"})
_SCORE = re.compile(r"\d+[-–]\d+")
_VOTING = frozenset("approve back elect favour lead pass ratify re-elect reject trail vote".split())
_OUTCOMES = frozenset(
    """
    accuse add aim allow allude amount average bear become begin blame boost bring cause cite
    come compel complicate consist contain cost create cut damage deal deepen delay deny depend
    describe destroy displace disrupt double draw drop dub earn enable end endanger ensure
    exacerbate expect express extend face follow force fuel gain get give hamper help hit hope
    include increase injure intend involve join keep kill know lead leave lift lose lower make
    mark mean note open pave plunge pose prevent prompt provide provoke push put raise range
    reach reduce refer reflect regard reignite remain render renew represent result return rise
    say see seem send set shock show signal spark speak spread start stoke strand strengthen
    talk term threaten throw total trap trigger turn underline wait want warn weaken widen win wound
    """.split()
)
"""Verbs of what comes of a deed, or of what is around it: “struck the town, [killing two]”."""
_RULES = frozenset(
    "accord act agreement bill deal law pact plan programme program proposal scheme treaty".split()
)


def ways(sentence: Sentence) -> Iterator[Ground]:
    """Yield the phrases by which a sentence tells how its own event came about."""
    yield from steps(sentence)
    yield from doings(sentence)
    for token in sentence.tokens:
        if token.label in _HEADS and _shows(sentence, token):
            yield Ground(token, SHOWN, parts=frozenset({"nsubj"}))
        elif token.label == "conj" and _is_turn(sentence, token):
            yield Ground(token, STEP)
        elif token.label == "obl" and _is_of_main(sentence, token) and _is_manner(sentence, token):
            yield Ground(token, FORM, keep_tie=True)


def steps(sentence: Sentence) -> Iterator[Ground]:
    """Yield what a sentence tells of scores, of votes, and of deeds that led to others."""
    for token in sentence.tokens:
        if token.label == "obl" and _is_margin(sentence, token):
            yield Ground(token, STEP, keep_tie=True)
        if not token.tag.startswith("VB") or token.label not in _HEADS:
            continue
        if any(is_won_by(sentence, t) for t in sentence.children(token, "advcl")):
            yield Ground(token, STEP, parts=_OBJECTS)
        elif _is_scored(sentence, token):
            yield Ground(token, STEP, parts=_OBJECTS | {"obl:unmarked", "nmod:unmarked"})


def doings(sentence: Sentence) -> Iterator[Ground]:
    """Yield what somebody does in doing what a sentence tells: "protested, [holding a sign]"."""
    for token in sentence.tokens:
        if token.label == "advcl" and _is_of_main(sentence, token) and _is_doing(sentence, token):
            yield Ground(token, DOING)


def _is_of_main(sentence: Sentence, token: Token) -> bool:
    return sentence.tokens[token.head].label in _HEADS


def _is_margin(sentence: Sentence, head: Token) -> bool:
    """Recognise “by 46 votes to 42”."""
    won = lemma_above(sentence, head) in WON | _VOTING and marks(sentence, head) == "by"
    return won and sentence.child(head, "nummod") is not None and not is_time(head)


def _is_scored(sentence: Sentence, verb: Token) -> bool:
    """Recognise “won 8-7”, “voted 19-15”, whatever the tokens of the figures are."""
    done = lemma(verb.text, verb.tag) in WON | _VOTING and verb.tag in ("VBD", "VBZ", "VBP")
    told = "".join(t.text for t in sentence.tokens[verb.index + 1 :][:6])
    return done and _SCORE.search(told) is not None


def _shows(sentence: Sentence, verb: Token) -> bool:
    """Recognise “a survey of voters shows that …”."""
    noun = sentence.child(verb, "nsubj")
    if noun is None or sentence.child(verb, "ccomp") is None:
        return False
    found = lemma(noun.text, noun.tag).lower() in EVIDENCE | WRITINGS
    described = sentence.child(noun, "amod", "compound", "nmod", "nmod:poss") is not None
    return found and described and lemma(verb.text, verb.tag) in SHOWING


def _is_doing(sentence: Sentence, head: Token) -> bool:
    """Tell “protested, holding a sign” from “struck the town, killing two”, “was found living”."""
    verb = lemma(head.text, head.tag)
    bare = not marks(sentence, head) and not sentence.child(head, *SUBJECTS, "ccomp")
    told = verb in _OUTCOMES | ATTRIBUTING | (SPEAKING & CLAUSE) - OBJECT_INFINITIVE
    apart = head.index < head.head or set_off(sentence, head)
    return head.tag == "VBG" and bare and not told and apart


def _is_manner(sentence: Sentence, head: Token) -> bool:
    """Recognise “in a letter to the board”, “under an agreement”."""
    ruled = marks(sentence, head) == "under" and head.tag in ("NN", "NNS")
    return is_form(sentence, head) or (ruled and lemma(head.text, head.tag) in _RULES)


def _is_turn(sentence: Sentence, head: Token) -> bool:
    """Recognise “was due in Halm but [stayed at home]”, which says what came of it."""
    tie, first = sentence.child(head, "cc"), sentence.tokens[head.head]
    if tie is None or tie.text.lower() != "but" or "only" in sentence.words:
        return False
    planned = first.tag in ("VBD", "VBN") or sentence.child(first, "cop") is not None
    done = head.tag in ("VBD", "VBN") and sentence.child(head, *SUBJECTS, "cop") is None
    return planned and done and not (is_negated(sentence, first) or is_negated(sentence, head))
