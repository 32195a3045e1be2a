"""A reading to how things happen: means, manner and course of events, the main event's first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.grounds import (
    Kind,
    find_reasons,
    is_success,
)
from generator.extract.events.reason_words import Ground
from generator.extract.grammar.capitals import DEMONSTRATIVES
from generator.extract.reading import Reading
from generator.extract.words.asides import ATTRIBUTING
from generator.extract.words.lexicon import HARMED, is_people_noun
from generator.extract.words.ties import lemma_above, marks
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Draft

MEANS = 1.0
"""Strength of “by blocking the road”, “killed when a lorry left the road”."""

MANNER = 0.7
"""Strength of “on foot”, “after a narrow victory”, “despite losing a wheel”, “as it left port”."""

INSTRUMENT = 0.4
"""Strength of “with a stolen lorry”, “in a joint attack”: they may be mere circumstances."""

_FEATS = frozenset(
    """
    win beat claim clinch finish reach secure survive escape avoid return qualify triumph
    """.split()
)
_ACCIDENTS = frozenset("collapse collide crash derail die drown fall lose sink".split())
_SCENES = frozenset(
    """
    ambush attack auction battle clash collision crash deal draw explosion final finale landslide
    raid referendum robbery shootout stampede strike swap
    """.split()
)
"""Events that something happens in: “in a joint attack”, “in a thrilling finale”."""

_COURSES = frozenset({"begin", "conclude", "continue", "end", "open"})
"""Verbs whose “by” tells what comes first or last: “began by promising growth”."""
_CHANNELS = frozenset("phone telephone call foot horseback bicycle motorbike camera credit".split())
_RATES = frozenset("speed gunpoint knifepoint mph kph".split())
_VEHICLES = frozenset(
    """
    air ambulance ballot bike boat bus car courier decree drone e-mail email ferry hand helicopter
    land letter lorry lottery mail message phone plane post proxy rail referendum road satellite
    sea ship taxi telephone text train truck van video vote
    """.split()
)
_THROUGH = frozenset({"through", "via", "by means of"})
_WIELDING = frozenset(
    """
    alter arm attack batter beat block bomb break burn change clean count cover cut dig drill
    drug fight film finance fire fund hit injure kill make mark measure murder open pay
    pelt photograph protest ram rape reconfigure record redesign remove replace reshape
    respond retaliate scan search set shoot smash spray stab strangle strike threaten tie
    track treat wound write
    """.split()
)
"""Verbs after which “with” names what it is done with, rather than a partner or a circumstance."""

_CROSSING = frozenset(
    """
    blow break burst charge come comb crash dig drive enter fall flow get go head look march move
    pass pour push race rage rip run sail search sift smash spill sweep tear travel tunnel walk
    wander
    """.split()
)
"""Verbs after which “through” tells where: “swept through her street”."""


_INTRANSITIVE = frozenset(
    "arrive bark come cry fall fly growl howl laugh live pass play return rise scream shout sleep "
    "travel visit wait walk work yell".split()
)
"""Verbs whose "-ing" before a noun says what that does: "by barking dogs"."""


def find_how(reading: Reading, draft: Draft) -> Draft:
    """Add the means and the course of events that the article gives."""
    return draft.model_copy(update={"how": find_reasons(reading, KIND, draft.what)})


def _means(sentence: Sentence) -> Iterator[Ground]:
    for token in sentence.tokens:
        if token.label == "advcl":
            yield from _clause(sentence, token)
        elif token.label in {"obl", "obl:agent"} or (token.label == "nmod" and is_success(token)):
            yield from _noun(sentence, token)


def _clause(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie = marks(sentence, head)
    if head.tag == "VBG":
        used = tie == "" and lemma(head.text, head.tag) == "use"
        by = tie == "through" or (tie == "by" and not _is_whoever_did_it(sentence, head))
        by = by and lemma_above(sentence, head) not in _COURSES
        strength = MEANS if by or used else 0.0
        feat = tie in ("after", "despite") and _is_feat(sentence, head)
        if strength or feat:
            yield Ground(head, strength or MANNER, keep_tie=True)
    elif _tells_the_course(sentence, head, tie):
        yield Ground(head, MANNER if tie == "as" else MEANS)


def _is_feat(sentence: Sentence, head: Token) -> bool:
    """Tell “won after surviving two crashes”, which says how, from “was jailed after stealing”."""
    return head.tag == "VBG" and lemma_above(sentence, head) in _FEATS


def _is_whoever_did_it(sentence: Sentence, head: Token) -> bool:
    """Tell "woken by growling lorries" from "won by selling bonds"."""
    borne, noun = sentence.tokens[head.head].tag == "VBN", sentence.child(head, "obj")
    if noun is None or noun.tag != "NNS" or noun.index != head.index + 1:
        return False
    return borne and lemma(head.text, head.tag) in _INTRANSITIVE


def _tells_the_course(sentence: Sentence, head: Token, tie: str) -> bool:
    """Recognise “killed when a lorry left the road”, “was on board when it left the rails”."""
    above = sentence.head(head)
    adverbs = {t.text.lower() for t in sentence.children(head, "advmod")}
    apart = adverbs & {"especially", "even", "particularly"}
    joined = (tie in ("when", "as") or "when" in adverbs) and not apart
    joined = joined and not _is_of_a_day(sentence, head)
    if above is None or not joined:
        return False
    harmed = lemma_above(sentence, head) in HARMED and above.tag in ("VBN", "JJ")
    if lemma(head.text, head.tag) == "come":
        return False  # "when it comes to taxes"
    if tie == "as" and above.label in {"advcl", "acl", "acl:relcl"}:
        return False  # "when walls fell as they slept"
    was_doing = above.tag == "VBG" and tie != "as" and sentence.child(above, "aux") is not None
    return harmed or was_doing or lemma_above(sentence, head) in _ACCIDENTS


def _is_of_a_day(sentence: Sentence, head: Token) -> bool:
    """Recognise "since June, when talks broke down", which says what happened then."""
    first = sentence.subtree(head)[0].index
    before = sentence.tokens[max(0, first - 2) : first + 1]
    return any(t.text == "," for t in before) and any(is_time(t) for t in before[:2])


def _noun(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie, noun = marks(sentence, head), lemma(head.text, head.tag)
    if is_time(head) or head.tag not in ("NN", "NNS"):
        return
    if any(t.text.lower() in DEMONSTRATIVES for t in sentence.children(head, "det")):
        return  # "with this amount"
    if sentence.child(head, "nsubj", "cop"):
        return  # a clause whose verb the tagger took for a noun
    if lemma_above(sentence, head) in ATTRIBUTING | {"ask", "tell"}:
        return  # "said by phone": how something was said, not how it came about
    if _is_manner(sentence, head, tie, noun):
        yield Ground(head, MANNER, keep_tie=True)
    elif _is_circumstance(sentence, head, tie, noun):
        yield Ground(head, INSTRUMENT, keep_tie=True)


def _is_manner(sentence: Sentence, head: Token, tie: str, noun: str) -> bool:
    crossing = tie == "through" and lemma_above(sentence, head) in _CROSSING
    known = (tie in _THROUGH and not crossing) or noun in _NOUNS.get(tie, ())
    victory = tie == "after" and is_success(head)
    return known or victory or _is_vehicle(sentence, head, tie)


def _is_circumstance(sentence: Sentence, head: Token, tie: str, noun: str) -> bool:
    if tie == "in":
        return noun in _SCENES and sentence.child(head, "amod", "compound") is not None
    described = len(sentence.children(head)) > 1
    return (
        tie == "with"
        and described
        and not is_people_noun(noun)
        and lemma_above(sentence, head) in _WIELDING
    )


def _is_vehicle(sentence: Sentence, head: Token, tie: str) -> bool:
    """Tell “by ferry”, “by text message” from “by the police”, “by surprise”."""
    bare = not sentence.child(head, "det", "nmod:poss", "nummod")
    return tie == "by" and bare and lemma(head.text, head.tag) in _VEHICLES


_NOUNS = {"on": _CHANNELS, "at": _RATES}


KIND = Kind("h", _means, least=0.2)
