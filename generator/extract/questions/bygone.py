"""A sentence to whether it tells of years that were over before the article was written."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extract.grammar.naming import named
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.times.date_meanings import DAYS
from generator.language.tree import Sentence, Token

YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_LEADING = frozenset("in by since from until during of after before".split())
_AGO = frozenset({"years", "decades", "centuries"})
_ASIDES = ("acl", "advcl", "ccomp", "xcomp")
_DYING = frozenset({"die", "kill", "murder"})
_REACH = 3
"""Sentences of a paragraph for which a year that one of them names goes on."""


def is_bygone(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence tells in the past tense what a year before dates: "In 2012, he".

    News of its own year names days and months; where that is not known, any year is over.
    """
    if not (_is_told_in_past(sentence) and sentence.words.isdisjoint(DAYS)):
        return False
    before = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index]
    near = [s for s in before if s.paragraph == sentence.paragraph]
    for told in (sentence, *reversed(near)):
        if not _is_told_in_past(told):
            return False
        if _is_ago(told):
            return True
        if years := _years(told):
            return reading.published is None or max(years) < reading.published.year
    return False


def the_dead(reading: Reading) -> set[str]:
    """Return the names of those of whom an article tells that they died or were killed."""
    found: set[str] = set()
    for sentence in reading.document.sentences:
        for verb, base in sentence.verbs:
            places = ("nsubj",) if base == "die" else ("obj", "nsubj:pass")
            who = sentence.child(verb, *places) if base in _DYING else None
            actor = reading.actor_at(sentence.index, who.index) if who else None
            over = verb.tag != "VB" and not is_withheld(sentence, verb)
            if actor is not None and actor.kind == "person" and over:
                found.add(named(reading, actor))
    return found


def _is_told_in_past(sentence: Sentence) -> bool:
    """Tell "was arrested", "had asked" from "has asked", "said it will", "asks"."""
    root = sentence.root
    helping = sentence.children(root, "aux", "aux:pass", "cop")
    finite = next((t for t in (*helping, root) if t.tag in {"VBD", "VBZ", "VBP", "MD"}), None)
    return finite is not None and finite.tag == "VBD"


def _is_ago(sentence: Sentence) -> bool:
    words = sentence.lower
    return any(w == "ago" and not _AGO.isdisjoint(words[:n][-2:]) for n, w in enumerate(words))


def _years(sentence: Sentence) -> list[int]:
    """Return the years that date what a sentence tells: "in 2012", not "listed in 2012"."""
    years = (t for t in sentence.tokens if t.tag == "CD" and YEAR.fullmatch(t.text))
    return [int(t.text) for t in years if _dates_the_whole(sentence, t)]


def _dates_the_whole(sentence: Sentence, year: Token) -> bool:
    before = [t.text.lower() for t in sentence.tokens[max(0, year.index - 3) : year.index]]
    path = pairwise(sentence.path_to_root(year))
    aside = any(t.label.startswith(_ASIDES) and not _is_when(sentence, w, t) for w, t in path)
    return not (aside or _LEADING.isdisjoint(before))


def _is_when(sentence: Sentence, time: Token, verb: Token) -> bool:
    """Tell "invited her to visit in 2012" from "vowed to cut it to the levels of 2012"."""
    case = sentence.child(time, "case")
    return (time.label, verb.label) == ("obl", "xcomp") and case is not None and case.text == "in"
