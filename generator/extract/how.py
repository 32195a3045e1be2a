"""A reading to how things happen: means, manner and course of events, the main event's first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.asides import ATTRIBUTING
from generator.extract.grounds import (
    Ground,
    Kind,
    find_reasons,
    is_clause,
    is_feat,
    is_success,
    is_time,
)
from generator.extract.lexicon import is_people_noun
from generator.extract.reading import Reading
from generator.extract.ties import lemma_above, marks
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Draft

MEANS = 1.0
"""Strength of “by blocking the road”."""

COURSE = 0.9
"""Strength of “killed when a lorry left the road”."""

COURSE_MEANWHILE = 0.7
"""Strength of “lost control as it left the road”: “as” may be no more than “while”."""

AGAINST = 0.6
"""Strength of “won after surviving two crashes”, “despite losing a wheel”."""

MANNER = 0.7
"""Strength of “on foot”, “by ferry”, “at gunpoint”, “after a narrow victory”."""

INSTRUMENT = 0.4
"""Strength of “with a stolen lorry”, “in a joint attack”: they may be mere circumstances."""

_HARMED = frozenset(
    "bury dead displace hospitalise hospitalize hurt injure kill rescue shoot trap wound".split()
)
"""What is done to people: “when” and “as” after it tell the course of the accident."""

_ACCIDENTS = frozenset("collapse collide crash derail die drown fall lose sink".split())
_SCENES = frozenset(
    """
    ambush attack auction battle ceremony clash collision crash deal draw exchange explosion
    final finale landslide operation raid referendum robbery shootout stampede strike swap vote
    """.split()
)
"""Events that something happens in: “in a joint attack”, “in a thrilling finale”."""

_CHANNELS = frozenset("phone telephone call foot horseback bicycle motorbike camera credit".split())
_RATES = frozenset("speed pace rate gunpoint knifepoint mph kph".split())
_THROUGH = frozenset({"through", "via", "by means of"})
_SET_PHRASES = frozenset("respect regard reference exception view".split())
_HARMS = frozenset(
    "bacterium bruise burn cancer concussion disease fever fracture hamstring illness infection "
    "injury ligament loss strain virus wound wrist".split()
)
"""What somebody has or suffers: “left with burns” tells no means."""
_TOGETHER = frozenset(
    """
    admit agree align associate battle break clash combine compare compete connect contact
    cooperate coordinate cope deal diagnose disagree discuss do end fight fill find finish
    happen have help identify infect leave link live marry meet merge miss negotiate relate
    begin charge collide comply concern confer consult continue credit face interfere pair present
    proceed provide reckon
    replace share sign sit speak stand start stay struggle sympathise talk tie trade work
    """.split()
)
"""Verbs after which “with” names a partner, a topic or an object rather than a means."""


_ONWARD = frozenset("ahead along away forward on up down".split())
"""What makes a “with” a verb's own: “go ahead with the plan”, “get away with it”."""
_CROSSING = frozenset(
    """
    blow break burst charge come comb crash dig drive fall flow get go head look march move pass
    pour push race rage rip run sail search sift smash spill sweep tear travel tunnel walk wander
    """.split()
)
"""Verbs after which “through” tells where: “swept through her street”."""


def find_how(reading: Reading, draft: Draft) -> Draft:
    """Add the means and the course of events that the article gives."""
    return draft.model_copy(update={"how": find_reasons(reading, KIND, draft.what)})


def _means(sentence: Sentence) -> Iterator[Ground]:
    for token in sentence.tokens:
        if token.label == "advcl":
            yield from _clause(sentence, token)
        elif token.label == "obl" or (token.label == "nmod" and is_success(token)):
            yield from _noun(sentence, token)


def _clause(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie = marks(sentence, head)
    if head.tag == "VBG":
        strength = MEANS if tie in ("by", "through") or lemma(head.text, head.tag) == "use" else 0.0
        feat = tie == "despite" or (tie == "after" and is_feat(sentence, head))
        if strength or feat:
            yield Ground(head, strength or AGAINST, keep_tie=True)
    elif _tells_the_course(sentence, head, tie):
        yield Ground(head, COURSE_MEANWHILE if tie == "as" else COURSE)


def _tells_the_course(sentence: Sentence, head: Token, tie: str) -> bool:
    """Recognise “killed when a lorry left the road”, “was on board when it left the rails”."""
    above = sentence.head(head)
    adverbs = {t.text.lower() for t in sentence.children(head, "advmod")}
    joined = tie in ("when", "as") or "when" in adverbs
    if above is None or not joined or not is_clause(sentence, head):
        return False
    harmed = lemma_above(sentence, head) in _HARMED and above.tag in ("VBN", "JJ")
    was_doing = above.tag == "VBG" and tie != "as"
    return harmed or was_doing or lemma_above(sentence, head) in _ACCIDENTS


def _noun(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie, noun = marks(sentence, head), lemma(head.text, head.tag)
    if is_time(head) or noun in _SET_PHRASES | _HARMS or head.tag not in ("NN", "NNS"):
        return
    if sentence.child(head, "nsubj", "cop"):
        return  # a clause whose verb the tagger took for a noun
    if _is_told_so(sentence, head):
        return
    if _is_manner(sentence, head, tie, noun):
        yield Ground(head, MANNER, keep_tie=True)
    elif _is_circumstance(sentence, head, tie, noun):
        yield Ground(head, INSTRUMENT, keep_tie=True)


def _is_told_so(sentence: Sentence, head: Token) -> bool:
    """Recognise “said by phone”: how something was said, not how it came about."""
    before = sentence.tokens[max(0, sentence.subtree(head)[0].index - 1)]
    words = (lemma_above(sentence, head), lemma(before.text, before.tag))
    return any(word in ATTRIBUTING | {"tell"} for word in words)


def _is_manner(sentence: Sentence, head: Token, tie: str, noun: str) -> bool:
    crossing = tie == "through" and lemma_above(sentence, head) in _CROSSING
    known = (tie in _THROUGH and not crossing) or noun in _NOUNS.get(tie, ())
    victory = tie == "after" and is_success(head)
    return known or victory or _is_vehicle(sentence, head, tie)


def _is_circumstance(sentence: Sentence, head: Token, tie: str, noun: str) -> bool:
    if tie == "in":
        return noun in _SCENES and sentence.child(head, "amod", "compound") is not None
    described = len(sentence.children(head)) > 1
    verb = sentence.head(head)
    if (
        tie != "with"
        or is_people_noun(noun)
        or not described
        or verb is None
        or _is_taken_ill(sentence, verb)
    ):
        return False
    going_on = {t.text.lower() for t in sentence.children(verb, "advmod", "compound:prt")}
    completed = verb.tag.startswith("JJ") or bool(going_on & _ONWARD)
    return not completed and lemma_above(sentence, head) not in _TOGETHER


def _is_taken_ill(sentence: Sentence, verb: Token) -> bool:
    """Tell “taken to hospital with a high fever”, which is what somebody has."""
    return any(t.text.lower() in {"hospital", "clinic"} for t in sentence.children(verb, "obl"))


def _is_vehicle(sentence: Sentence, head: Token, tie: str) -> bool:
    """Tell “by ferry”, “by text message” from “by the police”: means have no article."""
    above = sentence.head(head)
    passive = above is not None and above.tag == "VBN"
    return tie == "by" and not passive and not sentence.child(head, *_SPECIFIED)


_SPECIFIED = ("det", "nmod:poss", "nummod")
_NOUNS = {"on": _CHANNELS, "at": _RATES}


KIND = Kind("h", _means, least=0.2)
