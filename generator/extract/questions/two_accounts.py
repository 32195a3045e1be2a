"""What two accounts of one matter tell otherwise: who did it, when, or as the article says."""

from __future__ import annotations

from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.point import acting_subject, has_case, worded
from generator.extract.questions.question_grammar import verb_of
from generator.extract.reading import Actor, Reading
from generator.extract.words.answers import ACCOUNTS, AT_ODDS
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_LEARNING = frozenset("know learn tell hear inform warn notify discover aware".split())
_REACH = 3
"""Sentences before the second account that say that the two differ."""

Telling = tuple[Sentence, Token, Token]
"""A sentence, the word by which it tells something, and the head of what it tells."""


def differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """Tell whether two accounts differ in who did it or when, or are said to differ."""
    others = _by_others(reading, one, other) or _at_other_times(reading, one, other)
    return others or _is_announced(reading, one, other)


def teller_of(sentence: Sentence, cue: Token) -> Token | None:
    """Return who tells something: whose "says" it is, or who it is "according to"."""
    accorded = cue.text.lower() == "according"
    return sentence.head(cue) if accorded else acting_subject(sentence, cue)


def actor_of(reading: Reading, told: Telling, token: Token | None) -> Actor | None:
    """Return the actor that a word of what is told stands for."""
    return reading.actor_at(told[0].index, token.index) if token else None


def _by_others(reading: Reading, one: Telling, other: Telling) -> bool:
    """Recognise "was chosen by the builder", and then "the council picked him"."""
    (actor, thing), (rival, same) = (_who_and_whom(told) for told in (one, other))
    if actor is None or rival is None or thing is None or same is None:
        return False
    mine, theirs = actor_of(reading, one, actor), actor_of(reading, other, rival)
    apart = mine is not theirs if mine and theirs else actor.text.lower() != rival.text.lower()
    meant = actor_of(reading, other, same)
    taken_up = same.text.lower() in {"it", "him", "her", "them", thing.text.lower()}
    return apart and taken_up and (meant is None or meant is actor_of(reading, one, thing))


def _at_other_times(reading: Reading, one: Telling, other: Telling) -> bool:
    """Recognise "she was told only last week", and then "she had known since May"."""
    if not all({verb_of(c), c.text.lower()} & _LEARNING for _, _, c in (one, other)):
        return False
    actors = {actor_of(reading, told, subject_of(told[0], told[2])) for told in (one, other)}
    mine, theirs = ({t.text for t in s.subtree(c) if is_time(t)} for s, _, c in (one, other))
    return len(actors) == 1 and None not in actors and bool(mine and theirs) and mine != theirs


def _is_announced(reading: Reading, one: Telling, other: Telling) -> bool:
    """Tell whether the article says just before that accounts differ: "gave opposite accounts"."""
    last = other[0].index
    near = reading.document.sentences[max(0, last - _REACH) : one[0].index]
    return any(
        t.text.lower() in AT_ODDS and s.tokens[t.head].text.lower() in ACCOUNTS
        for s in near
        for t in worded(s, AT_ODDS)
    )


def _who_and_whom(told: Telling) -> tuple[Token | None, Token | None]:
    """Return who does what a claim says, and to whom."""
    sentence, _, verb = told
    passive = sentence.child(verb, "nsubj:pass")
    if passive is None:
        return subject_of(sentence, verb), sentence.child(verb, "obj")
    doers = sentence.children(verb, "obl", "obl:agent")
    return next((t for t in doers if has_case(sentence, t, {"by"})), None), passive
