"""A reading to why things happen: causes, purposes, grievances; the main event's first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.grounds import (
    Kind,
    find_reasons,
    is_feat,
    is_negated,
    is_success,
)
from generator.extract.events.reason_words import Ground
from generator.extract.grammar.purposes import is_bid, is_purpose, is_vague
from generator.extract.reading import Reading
from generator.extract.times.tenses import is_finite
from generator.extract.words.asides import ATTRIBUTING
from generator.extract.words.lexicon import (
    EVIDENCE,
    HARMED,
    ORGANISATIONS,
    WRITINGS,
    is_people_noun,
)
from generator.extract.words.ties import lemma_above, marks
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token, remembered
from generator.model import Draft

CLAUSES = {
    "because": 1.0,
    "so that": 0.9,
    "in order to": 0.9,
    "so as to": 0.8,
    "for": 0.8,
    "after": 0.75,
    "as": 0.6,
    "to": 0.5,
}
"""How surely a clause led in by these words tells why; read off the dev articles."""

NOUNS = {
    "because of": 1.0,
    "due to": 1.0,
    "owing to": 1.0,
    "in response to": 1.0,
    "thanks to": 0.9,
    "after": 0.45,
    "over": 0.45,
    "amid": 0.45,
    "following": 0.4,
}
"""The same for nouns."""

_PURPOSES = frozenset({"to", "in order to", "so as to"})
_CLEARED = frozenset("authorise authorize clear allow permit".split())
_SPEAKING = frozenset("speak talk discuss comment".split())
_CHANGING = frozenset(
    """
    bite decline deteriorate dwindle ease eat erode escalate fail fall fear grow intensify keep lag
    linger loom mount persist plunge rise shrink slow slump soar spiral spread stall strengthen
    struggle surge threaten tighten weaken widen worry worsen
    """.split()
)
"""Verbs of a state of things: “cuts forecast as demand slows” says why, “as it left port” when."""
_OCCASIONS = frozenset(
    """
    break career close consultation debate delay end exercise expiry game hearing inquiry
    interview investigation match meeting opening pause probe recess review search session start
    study talk tour trial wait
    """.split()
)
"""What something comes “after” in time alone."""
_SOON = frozenset("immediately just long minutes shortly soon straight".split())
_IN_RETURN = frozenset({"reprisal", "revenge", "retaliatory"})
_UNITS = frozenset("second minute hour day week month year decade century".split())
_UNNAMED = frozenset({"anonymity", "named", "identified"})
_MOVING = frozenset("arrive file land leave live read return speak spend survive talk walk".split())
"""Verbs whose “after” says when rather than why: “wept after the jury filed out”."""
_AFTERMATH = frozenset(
    """apologise apologize collapse crash derail die fall flee lose miss overturn quit resign retire
    sink step withdraw""".split()
)
_UNCAUSED = {
    "after": frozenset("look take name run go chase call".split()),
    "over": frozenset(
        """
    push pour flow spill wash sweep fly drive run climb jump leap pass cross roll throw carry
    back choose hang lean lift prefer tower bend fall move come spread walk sail hover loom
    preside rule reign watch take keep
    hand win negotiate talk bargain vote deliberate wrangle haggle speak communicate meet
    """.split()
    ),
}
"""Verbs whose “after” is their own, as in “look after”; whose “over” tells where or about what."""
SURE = 0.95
"""Strength of a noun tied to a verb or a noun of cause."""

_CAUSING = {
    "from": frozenset("stem result arise suffer die".split()),
    "by": frozenset("cause trigger prompt spark motivate provoke inspire drive".split()),
    "on": frozenset({"blame"}),
    "of": frozenset("result consequence".split()),
    "to": frozenset({"due", "owing", "attribute"}),
    "for": frozenset(
        """
    criticise criticize condemn praise thank arrest jail sentence convict fine sack charge
    apologise apologize punish award honour honor reprisal retaliation revenge punishment
    """.split()
    ),
}


def find_why(reading: Reading, draft: Draft) -> Draft:
    """Add the causes and purposes that the article gives."""
    return draft.model_copy(update={"why": find_reasons(reading, KIND, draft.what)})


def causes(sentence: Sentence) -> Iterator[Ground]:
    """Yield the phrases of a sentence that give a reason."""
    for token in sentence.tokens:
        if token.label in ("advcl", "acl") or token.tag.startswith(("NN", "PRP")):
            yield from _grounds(sentence, token)


@remembered
def _grounds(sentence: Sentence, token: Token) -> tuple[Ground, ...]:
    if token.label in ("advcl", "acl"):
        found = (*_clause(sentence, token), *_cited(sentence, token))
    else:
        found = tuple(_noun(sentence, token))
    return () if found and is_negated(sentence, token) else found


def _clause(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie = marks(sentence, head)
    if head.label == "acl":
        if lemma(head.text, head.tag) == "aim":
            yield Ground(head, SURE, keep_tie=True)
        elif tie == "to" and is_bid(sentence, head):
            yield Ground(head, CLAUSES["in order to"], keep_tie=True)
    elif tie in _PURPOSES:
        if is_purpose(sentence, head) and not is_vague(sentence, head):
            yield Ground(head, CLAUSES[tie], keep_tie=True)
    elif tie in CLAUSES and _tells_why(sentence, head, tie):
        yield Ground(head, CLAUSES[tie])


def _cited(sentence: Sentence, head: Token) -> Iterator[Ground]:
    """Yield the reason in “cut its rate, citing weak growth”, not a source that is cited."""
    if head.tag == "VBG" and lemma(head.text, head.tag) in ("cite", "blame"):
        reason, above = sentence.child(head, "obj"), sentence.head(head)
        if reason is None or reason.tag not in ("NN", "NNS"):
            return
        noun = lemma(reason.text, reason.tag).lower()
        parted = above is not None and above.tag.startswith("NN")  # "The Echo, citing costs, said"
        if not (parted or noun in WRITINGS | EVIDENCE | ORGANISATIONS or is_people_noun(noun)):
            yield Ground(reason, SURE)


def _tells_why(sentence: Sentence, head: Token, tie: str) -> bool:
    if tie == "because" and _is_about_silence(sentence, head):
        return False
    if tie == "after" and (_is_measured(sentence, head) or _is_next(sentence, head)):
        return False
    if tie == "after":
        said = lemma_above(sentence, head) in ATTRIBUTING | {"tell", "describe"}
        told = said or is_feat(sentence, head)
        told = told or lemma(head.text, head.tag) in _MOVING
        return _is_over(sentence, head) and not told
    if tie == "as":
        if lemma_above(sentence, head) in HARMED:
            return False  # "killed as a bus fell" says how
        return lemma(head.text, head.tag) in _CHANGING and is_finite(sentence, head)
    above = sentence.head(head)
    # "responsible for checking", "blamed it for checking"
    answerable = above is not None and above.tag.startswith("JJ")
    answerable = answerable or lemma_above(sentence, head) in {"blame", "forgive"}
    return tie != "for" or (head.tag == "VBG" and not answerable)


def _is_next(sentence: Sentence, head: Token) -> bool:
    """Tell "after winning the bid, it built", which says when, from "was fined after winning it".

    Who resigns or dies does so for what went before.
    """
    above = sentence.head(head)
    if head.tag != "VBG" or above is None or sentence.child(head, "aux:pass"):
        return False
    borne = above.tag == "VBN" and sentence.child(above, "aux", "aux:pass") is None
    borne = borne or sentence.child(above, "aux:pass") is not None
    return not borne and lemma(above.text, above.tag) not in _AFTERMATH


def _is_measured(sentence: Sentence, head: Token) -> bool:
    """Recognise “129 years after soldiers looted it”, which says when."""
    first = next((t for t in sentence.children(head, "mark", "case")), head).index
    before = sentence.tokens[first - 1] if first else head
    return lemma(before.text, before.tag).lower() in _UNITS | _SOON


def _is_about_silence(sentence: Sentence, head: Token) -> bool:
    """Recognise “anonymously because she was not authorised to speak”, said of a source."""
    step = sentence.child(head, "xcomp", "advcl")
    cleared = lemma(head.text, head.tag) in _CLEARED
    told = cleared and step is not None and lemma(step.text, step.tag) in _SPEAKING
    above = sentence.head(head)
    said = sentence.subtree(above) if above is not None else ()
    return told or any(t.text.lower() in _UNNAMED for t in said if t.index < head.index)


def _is_over(sentence: Sentence, head: Token) -> bool:
    """Tell “after he took office” from “after he takes office”, which has caused nothing yet."""
    in_headline = sentence.index < 0  # which puts what is over in the present tense
    return in_headline or head.tag in ("VBD", "VBN", "VBG") or not head.tag.startswith("VB")


def _noun(sentence: Sentence, head: Token) -> Iterator[Ground]:
    protest = head.text.lower() == "protest" and marks(sentence, head) == "in"
    if protest and sentence.child(head, "nmod", "obl"):
        yield Ground(head, SURE, keep_tie=True)
        return
    tie, above = marks(sentence, head), lemma_above(sentence, head)
    if not tie and above != "blame":
        return
    strength = NOUNS.get(tie, 0.0)
    caused = above in _CAUSING.get(tie, frozenset()) and not (tie == "on" and head.tag == "NNP")
    caused = caused and head.index > head.head  # "for the prize, he praised her"
    caused = caused and not (tie in {"from", "of"} and sentence.tokens[head.head].tag == "NNS")
    if sentence.child(head, "advmod", "cc:preconj"):
        return
    if tie == "for":  # "condemned it for his wife" tells for whom
        caused = (caused or _is_revenge(sentence, head)) and not _is_somebody(head)
    caused = caused and not is_time(head)
    if (caused and not _is_agent(head, tie)) or _is_blamed(sentence, head):
        yield Ground(head, SURE)
    elif (
        strength
        and not is_time(head)
        and not is_success(head)
        and not (tie in ("after", "following") and _tells_when(sentence, head))
        and above not in _UNCAUSED.get(tie, frozenset())
        and (strength == 1.0 or head.label == "obl")
    ):
        yield Ground(head, strength)


def _tells_when(sentence: Sentence, head: Token) -> bool:
    """Tell “after a long trial” and “will go on after a check” from “after a row”."""
    verb = sentence.head(head)
    ahead = verb is not None and any(t.tag == "MD" for t in sentence.children(verb, "aux"))
    occasion = lemma(head.text, head.tag) in _OCCASIONS
    return ahead or occasion or _is_measured(sentence, head)


def _is_somebody(head: Token) -> bool:
    return head.tag == "NNP" or is_people_noun(lemma(head.text, head.tag).lower())


def _is_agent(head: Token, tie: str) -> bool:
    """Tell “driven by a second man”, who acts, from “driven by greed”."""
    return tie == "by" and is_people_noun(lemma(head.text, head.tag).lower())


def _is_revenge(sentence: Sentence, head: Token) -> bool:
    """Recognise what “a revenge attack” and “retaliatory strikes” are made for."""
    above = sentence.head(head)
    kinds = sentence.children(above, "compound", "amod") if above is not None else ()
    return any(t.text.lower() in _IN_RETURN for t in kinds)


def _is_blamed(sentence: Sentence, head: Token) -> bool:
    """Tell “blamed the letter for the defeat” from “blamed him for it”, “blamed it on him”."""
    verb = sentence.head(head)
    if verb is None or lemma(verb.text, verb.tag) != "blame":
        return False
    elsewhere = any(marks(sentence, t) == "on" for t in sentence.children(verb, "obl"))
    noun = lemma(head.text, head.tag).lower()
    somebody = is_people_noun(noun) or noun in ORGANISATIONS
    return head.label == "obj" and head.tag in ("NN", "NNS") and not elsewhere and not somebody


KIND = Kind("y", causes, least=0.13)
