"""A reading to how things happen: means, manner and course of events, the main event's first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.events.courses import ACCIDENTS, CAUGHT, courses, is_disaster, led_to
from generator.extract.events.forms import forms, is_by, speaker_of_main
from generator.extract.events.grounds import Kind, find_reasons, is_success
from generator.extract.events.reason_words import Ground
from generator.extract.events.ways import doings, steps, ways
from generator.extract.grammar.capitals import DEMONSTRATIVES
from generator.extract.grammar.clauses import is_negated
from generator.extract.reading import Reading
from generator.extract.times.tenses import is_finite
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

NEAR = 3
"""Sentences from the main one on that are searched for what its actor did."""
FAR = 8
"""Sentences from the main one on that are searched for its course, or for the form of it."""

_FEATS = frozenset(
    """
    win beat claim clinch finish reach secure survive escape avoid return qualify triumph
    """.split()
)
_MISHAPS = ACCIDENTS | {"happen", "occur", "unfold"}
_SCENES = frozenset(
    """
    accident ambush attack auction avalanche battle blast blaze bombing brawl clash collision
    crackdown crash deal draw encounter explosion fight finale fire investigation landslide
    operation probe raid referendum review robbery shooting shootout showdown stabbing stampede
    sting strike swap sweep
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
    alter amaze approve arm attack batter beat block bomb break burn carry celebrate change
    clean count cover crown cut delight demolish destroy dig drill drug fight film finance fire fund
    hit injure kill make mark measure murder open pass pay pelt photograph protest ram rape
    reconfigure record redesign remove replace reshape respond retaliate scan search
    set shoot smash spray stab strangle strike stun threaten tie track treat wound write
    """.split()
)
"""Verbs after which “with” names what it is done with, rather than a partner or a circumstance."""

_CROSSING = frozenset(
    """
    blast blow break burst charge comb come crash dig drive enter fall flow get go head look
    march move pass pour push race rage rip run sail search sift smash spill sweep tear travel
    tunnel walk wander work
    """.split()
)
"""Verbs after which “through” tells where: “swept through her street”."""

_SPARING = frozenset(
    "be cite comment detail elaborate give mention name provide say specify".split()
)
"""What one does not do in telling: “would close, without giving a date”."""
_TIMING = frozenset("begin come end open re-start restart start".split())
_INTRANSITIVE = frozenset(
    "arrive bark come cry fall fly growl howl laugh live pass play return rise scream shout sleep "
    "travel visit wait walk work yell".split()
)
"""Verbs whose "-ing" before a noun says what that does: "by barking dogs"."""


def find_how(reading: Reading, draft: Draft) -> Draft:
    """Add the means and the course of events that the article gives."""
    found = find_reasons(reading, _kind(reading, draft), draft.what)
    return draft.model_copy(update={"how": found})


def _kind(reading: Reading, draft: Draft) -> Kind:
    """Return the kind with what only the sentences on the main event are searched for."""
    if not draft.what:
        return KIND
    actor, speaker = draft.what[0].actor, speaker_of_main(reading, draft)
    main = next((e.sentence for e in draft.what[0].evidence if e.sentence is not None), 0)
    course = _course(reading, main)

    def find(sentence: Sentence) -> Iterator[Ground]:
        if sentence.index in {-1, main}:
            yield from ways(sentence)
        elif sentence.index in range(main, main + NEAR):
            yield from _next(reading, sentence, actor)
        if sentence.index == course:
            yield from courses(sentence)
        if sentence.index in range(main + FAR):
            yield from forms(reading, sentence, speaker)
        yield from _means(sentence)

    return replace(KIND, finder=find)


def _next(reading: Reading, sentence: Sentence, actor: str | None) -> Iterator[Ground]:
    """Yield what a sentence soon after the main one tells, more if it is of the same actor."""
    yield from steps(sentence)
    if actor and is_by(reading, sentence, sentence.root, actor):
        yield from doings(sentence)
        yield from (replace(form, main=False) for form in forms(reading, sentence, actor))


def _course(reading: Reading, main: int) -> int | None:
    """Return which sentence first tells what happened in the accident of the main one."""
    sentences = reading.document.sentences
    if not is_disaster(reading.document.headline, sentences[main]):
        return None
    after = sentences[main + 1 : main + FAR]
    return next((s.index for s in after if any(courses(s))), None)


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
        saved = tie == "without" and _is_spared(sentence, head)
        if strength or feat or saved:
            yield Ground(head, strength or MANNER, keep_tie=True)
    elif _tells_the_course(sentence, head, tie) or led_to(sentence, head):
        told = tie == "after" and lemma_above(sentence, head) not in HARMED | {"die"}
        yield Ground(head, MANNER if tie == "as" else MEANS, keep_tie=told)


def _is_spared(sentence: Sentence, head: Token) -> bool:
    """Tell “passed the law without asking the courts” from “asked that it pass without”."""
    above, own = sentence.tokens[head.head], sentence.child(head, "nsubj")
    told = above.label in {"root", "conj", "ccomp"} and not is_negated(sentence, above)
    told = told and is_finite(sentence, above)
    return told and own is None and lemma(head.text, head.tag) not in _SPARING


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
    met = HARMED if tie == "as" else HARMED | CAUGHT
    harmed = lemma_above(sentence, head) in met and above.tag in ("VBN", "JJ")
    harmed = harmed or any(
        t.text in {"control", "balance"} for t in sentence.children(above, "obj")
    )
    if lemma(head.text, head.tag) in _TIMING:
        return False  # "when it comes to taxes", "as the race began"
    if tie == "as" and above.label in {"advcl", "acl", "acl:relcl"}:
        return False  # "when walls fell as they slept"
    was_doing = above.tag == "VBG" and tie != "as" and sentence.child(above, "aux") is not None
    return harmed or was_doing or lemma_above(sentence, head) in _MISHAPS


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
    helped = tie == "with" and noun in {"aid", "help"}
    known |= helped and sentence.child(head, "nmod") is not None  # "with the help of a dog"
    victory = tie == "after" and is_success(head)
    return known or victory or _is_vehicle(sentence, head, tie)


def _is_circumstance(sentence: Sentence, head: Token, tie: str, noun: str) -> bool:
    if tie in {"in", "during"}:
        kind = sentence.child(head, "amod", "compound", "nmod") is not None
        caught = lemma_above(sentence, head) in HARMED | CAUGHT
        kind = caught if tie == "during" else kind
        return noun in _SCENES and head.tag == "NN" and kind
    described = any(t.text not in {"with", "the"} for t in sentence.children(head))
    above = sentence.tokens[head.head]
    return (
        tie == "with"
        and described
        and not any(t.text == "on" for t in sentence.children(above, "compound:prt"))  # "carry on"
        and not is_people_noun(noun)
        and lemma_above(sentence, head) in _WIELDING
    )


def _is_vehicle(sentence: Sentence, head: Token, tie: str) -> bool:
    """Tell “by ferry”, “by text message” from “by the police”, “by growling lorries”."""
    acts = any(t.tag == "VBG" for t in sentence.children(head, "amod"))
    bare = not (acts or sentence.child(head, "det", "nmod:poss", "nummod"))
    return tie == "by" and bare and lemma(head.text, head.tag) in _VEHICLES


_NOUNS = {"on": _CHANNELS, "at": _RATES}


KIND = Kind("h", _means, least=0.2)
